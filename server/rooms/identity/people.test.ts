import { expect, test } from 'vitest'
import type { Directorate, DirectorateId, Staff, StaffId } from '../../../contracts/identity.ts'
import type { Role } from '../../../contracts/permissions.ts'
import { directorates, municipality } from '../../demo/index.ts'
import { type Actor, system } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { administrator, someone, testDesk } from '../../testing.ts'
import { administrationOf } from '../../testing/administration.ts'
import { testRooms } from '../../testing/rooms.ts'
import { makeAccount } from './identity.ts'
import { directorateIds, seedDirectorates, seedMunicipality } from './seed.ts'
import { sessionsWith } from './session.ts'

const sessions = sessionsWith('a key for the tests, long enough to be one')
async function seeded() {
  const desk = await testDesk('2026-03-06T16:00+03:00')
  await desk.as(system('set-up'), async (tx) => {
    await seedMunicipality(tx, municipality, { country: 'TR', demo: true })
    await seedDirectorates(tx, directorates)
  })
  const rooms = await testRooms(desk)
  const admin = administrationOf(desk, rooms)
  const ids = await desk.do(directorateIds)
  const zabita = ids.get('zabita')!, itfaiye = ids.get('itfaiye')!
  /** Somebody with a password, who can sign in. */
  async function person(name: string, roles: Role[], directorateId: DirectorateId | null = null): Promise<Actor & { id: StaffId }> {
    const id = newId<StaffId>()
    await makeAccount(desk.db, { id, name, email: `${id}@desk.example`, roles, directorateId, phone: null, language: 'tr', password: 'nine green bicycles' }, administrator)
    await desk.look('update identity.staff set must_change_password = false where id = $1', [id])
    return { ...someone(roles, directorateId), id }
  }
  const session = (id: StaffId) => desk.as(system('sign-in'), async (tx) => (await sessions.begin(tx, id)).token)
  const who = (token: string) => sessions.authenticate(desk.db, token)
  return { desk, rooms, ...admin, zabita, itfaiye, person, session, who, [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose]() }
}

test('the municipality gets its own name, centre and zone; a zone that is none is refused', async () => {
  await using s = await seeded()
  await s.edit('municipality', 'municipality', { name: { tr: 'Ahlat Belediyesi', en: 'Ahlat' }, lat: 38.75, lon: 42.49 })
  expect((await s.one('municipality', 'municipality')).value).toMatchObject({ name: { tr: 'Ahlat Belediyesi' }, lat: 38.75, zone: 'Europe/Istanbul' })
  for (const zone of ['Mars/Olympus', '+03:00']) await expect(s.edit('municipality', 'municipality', { zone })).rejects.toMatchObject({ code: 'setting.unknown_reference', field: 'value.zone' })
})

test('director and deputy work in the directorate and are still here', async () => {
  await using s = await seeded()
  const [ours, theirs, gone] = [await s.person('Ali', ['director'], s.zabita), await s.person('Bora', ['director'], s.itfaiye), await s.person('Can', ['officer'], s.zabita)]
  await s.call('leaveStaff', { staffId: gone.id, handOverTo: null })
  await expect(s.edit('directorate', s.zabita, { directorId: theirs.id })).rejects.toMatchObject({ code: 'setting.unknown_reference', field: 'value.directorId' })
  await expect(s.edit('directorate', s.zabita, { deputyId: gone.id })).rejects.toMatchObject({ code: 'setting.retired_reference', field: 'value.deputyId' })
  await s.edit('directorate', s.zabita, { directorId: ours.id })
  expect((await s.one('staff', ours.id)).uses).toEqual({ directs: 1 })
})

test('who moves to another directorate leads the old one no more, and its history says so', async () => {
  await using s = await seeded()
  const { id } = await s.person('Ali', ['director'], s.zabita)
  await s.edit('directorate', s.zabita, { directorId: id })
  await s.edit('staff', id, { directorateId: s.itfaiye })
  expect((await s.one('directorate', s.zabita)).value.directorId).toBeNull()
  expect(await s.newest('directorate', s.zabita)).toMatchObject({ version: 2, before: { directorId: id }, after: { directorId: null } })
})

test('a directorate with people is not retired; two of one name are not told apart and so not kept', async () => {
  await using s = await seeded()
  const { id } = await s.person('Ali', ['officer'], s.zabita)
  await expect(s.edit('directorate', s.zabita, { retired: true })).rejects.toMatchObject({ code: 'setting.in_use', facts: { staff: 1 } })
  await s.edit('staff', id, { directorateId: s.itfaiye })
  await s.edit('directorate', s.zabita, { retired: true })
  await expect(s.edit('staff', id, { directorateId: s.zabita })).rejects.toMatchObject({ code: 'setting.retired_reference', field: 'value.directorateId' })
  const other = (await s.one('directorate', s.itfaiye)).value
  await expect(s.make('directorate', newId<string>(), { ...other, name: { tr: other.name.tr.toLocaleUpperCase('tr'), en: 'Something' }, directorId: null, deputyId: null })).rejects.toMatchObject({ code: 'setting.name_taken', field: 'value.name.tr' })
})

test.each([['officer'], ['director']] as const)('a %s works in a directorate that exists', async (role) => {
  await using s = await seeded()
  const given = { id: newId<StaffId>(), name: 'Işıl Öz', email: 'isil@desk.example', roles: [role], phone: null, language: 'tr', origin: 'http://desk.example' }
  await expect(s.call('inviteStaff', { ...given, directorateId: null })).rejects.toMatchObject({ code: 'identity.directorate_needed', field: 'directorateId' })
  await expect(s.call('inviteStaff', { ...given, directorateId: newId<DirectorateId>() })).rejects.toMatchObject({ code: 'setting.unknown_reference', field: 'directorateId' })
  expect((await s.call<{ staff: Staff }>('inviteStaff', { ...given, directorateId: s.zabita })).staff).toMatchObject({ directorateId: s.zabita })
})

test('a muhtar speaks for a place, and nobody else has one', async () => {
  await using s = await seeded()
  const placeId = newId<string>()
  const given = (roles: Role[], placeIds: string[]) => ({ id: newId<StaffId>(), name: 'Hasan', email: `${newId<string>()}@x.example`, roles, directorateId: null, phone: null, language: 'tr', placeIds, origin: 'http://desk.example' })
  await expect(s.call('inviteStaff', given(['muhtar'], []))).rejects.toMatchObject({ code: 'identity.place_needed', field: 'placeIds' })
  const [muhtar, operator] = [given(['muhtar'], [placeId]), given(['operator'], [placeId])]
  for (const one of [muhtar, operator]) await s.call('inviteStaff', one)
  expect([(await s.one('staff', muhtar.id)).value.placeIds, (await s.one('staff', operator.id)).value.placeIds]).toEqual([[placeId], []])
  const uses = () => s.desk.as(administrator, (tx) => s.rooms.find((r) => r.name === 'identity')!.uses!.place!(tx, placeId))
  expect(await uses()).toEqual({ muhtars: 1 })
  await expect(s.edit('staff', muhtar.id, { placeIds: [] })).rejects.toMatchObject({ code: 'identity.place_needed', field: 'value.placeIds' })
  await s.edit('staff', muhtar.id, { roles: ['operator'] })
  expect(await uses()).toEqual({ muhtars: 0 })
})

test('an account belongs to one e-mail, whatever its letters’ size, also of two made at once', async () => {
  await using s = await seeded()
  const given = (email: string) => ({ id: newId<StaffId>(), name: 'Işıl Öz', email, roles: ['operator'], directorateId: null, phone: null, language: 'tr', origin: 'http://desk.example' })
  const first = given('Isil@Desk.Example')
  expect((await s.call<{ staff: Staff }>('inviteStaff', first)).staff.email).toBe('isil@desk.example')
  // The same submit twice is one account.
  await s.call('inviteStaff', first)
  expect(await s.call('staff', {})).toHaveLength(1)
  await expect(s.call('inviteStaff', given('ISIL@desk.example'))).rejects.toMatchObject({ code: 'identity.email_taken', field: 'email' })
  let late: Promise<unknown> | undefined
  await s.desk.as(administrator, async (tx) => {
    const { origin: _, id, ...value } = given('two@desk.example')
    await s.within(tx, 'saveSetting', { kind: 'staff', id, version: 0, value: { ...value, left: false } })
    late = s.call('inviteStaff', given('TWO@desk.example')).catch((error: unknown) => error)
    await s.desk.someoneWaits()
  })
  expect(await late).toMatchObject({ code: 'identity.email_taken', field: 'email' })
  const other = await s.person('Ali', ['operator'])
  await expect(s.edit('staff', other.id, { email: 'Two@desk.example' })).rejects.toMatchObject({ code: 'identity.email_taken', field: 'value.email' })
})

test('the last administrator who can sign in neither gives the role up nor leaves; one whose link waits does not count', async () => {
  await using s = await seeded()
  const only = await s.person('Ali', ['administrator'])
  await s.call('inviteStaff', { id: newId<StaffId>(), name: 'Bora', email: 'b@desk.example', roles: ['administrator'], directorateId: null, phone: null, language: 'tr', origin: 'http://desk.example' })
  await expect(s.edit('staff', only.id, { roles: ['operator'] })).rejects.toMatchObject({ code: 'staff.last_administrator', field: 'value.roles' })
  await expect(s.call('leaveStaff', { staffId: only.id, handOverTo: null })).rejects.toMatchObject({ code: 'staff.last_administrator' })
  const other = await s.person('Can', ['administrator'])
  await s.call('resetStaff', { staffId: other.id, origin: 'http://desk.example' })
  await expect(s.edit('staff', only.id, { roles: ['operator'] })).rejects.toMatchObject({ code: 'staff.last_administrator' })
  await s.person('Deniz', ['administrator'])
  await s.edit('staff', only.id, { roles: ['operator'] })
})

test('two administrators who remove each other in the same instant: one stays', async () => {
  await using s = await seeded()
  const [a, b] = [await s.person('Ali', ['administrator']), await s.person('Bora', ['administrator'])]
  const demote = async (tx: Parameters<typeof s.within>[0], id: StaffId) => {
    const { version, value } = await s.within(tx, 'setting', { kind: 'staff', id })
    return s.within(tx, 'saveSetting', { kind: 'staff', id, version, value: { ...value, roles: ['operator'] } })
  }
  let late: Promise<unknown> | undefined
  await s.desk.as(a, async (tx) => {
    await demote(tx, b.id)
    late = s.desk.as(b, (mine) => demote(mine, a.id)).catch((error: unknown) => error)
    await s.desk.someoneWaits()
  })
  expect(await late).toMatchObject({ code: 'staff.last_administrator' })
  expect(await s.desk.look(`select name from identity.staff where 'administrator' = any(roles)`)).toEqual([{ name: 'Ali' }])
})

test('other roles or another directorate end her sessions, so that rights change at once; another name does not', async () => {
  await using s = await seeded()
  const { id } = await s.person('Ali', ['officer'], s.zabita)
  let token = await s.session(id)
  await s.edit('staff', id, { name: 'Ali Er', phone: '+905320000000' })
  expect(await s.who(token)).toBeDefined()
  await s.edit('staff', id, { roles: ['director'] })
  expect(await s.who(token)).toBeUndefined()
  token = await s.session(id)
  await s.edit('staff', id, { directorateId: s.itfaiye })
  expect(await s.who(token)).toBeUndefined()
  expect((await s.desk.events()).filter((name) => name === 'session.ended')).toHaveLength(2)
})

test('leaving is no tick in a form', async () => {
  await using s = await seeded()
  const { id } = await s.person('Ali', ['operator'])
  await expect(s.edit('staff', id, { left: true })).rejects.toMatchObject({ code: 'staff.leave_instead', field: 'value.left' })
})

test('an account that was never used is deleted; one that was stays known by name', async () => {
  await using s = await seeded()
  const id = newId<StaffId>()
  await s.call('inviteStaff', { id, name: 'Yanlış', email: 'wrong@desk.example', roles: ['operator'], directorateId: null, phone: null, language: 'tr', origin: 'http://desk.example' })
  await s.ask('deleteSetting', { kind: 'staff', id, version: 1 })
  expect(await s.desk.look('select 1 from identity.invite')).toEqual([])
  const used = await s.person('Ali', ['operator'])
  await expect(s.ask('deleteSetting', { kind: 'staff', id: used.id, version: 0 })).rejects.toMatchObject({ code: 'setting.stays' })
})

test('in a small town the administrator is also supervisor, or director: she keeps the accounts all the same', async () => {
  await using s = await seeded()
  for (const [name, roles, directorateId] of [['Ali', ['administrator', 'supervisor'], null], ['Bora', ['administrator', 'director'], s.zabita]] as const) {
    const both = await s.person(name, [...roles], directorateId)
    const invited = await s.call<{ staff: Staff }>('inviteStaff', { id: newId<StaffId>(), name: 'Yeni', email: `${name}2@desk.example`, roles: ['operator'], directorateId: null, phone: null, language: 'tr', origin: 'http://desk.example' }, both)
    await s.edit('staff', invited.staff.id, { phone: '+905320000000' })
    await s.ask('saveSetting', { kind: 'staff', id: invited.staff.id, version: 2, value: (await s.one('staff', invited.staff.id)).value }, both)
    await s.call('resetStaff', { staffId: invited.staff.id, origin: 'http://desk.example' }, both)
    await s.call('leaveStaff', { staffId: invited.staff.id, handOverTo: null }, both)
    expect((await s.one('staff', invited.staff.id)).changedBy).toBe(name)
  }
})

test('the check list names what is missing of people, and nothing else once it is there', async () => {
  await using s = await seeded()
  const mine = new Set(['municipality_unnamed', 'municipality_unnamed_english', 'municipality_centre', 'no_directorates', 'no_operator', 'directorate_without_people', 'directorate_without_director', 'no_mail'])
  const found = async () => (await s.ask('checklist')).filter((m) => mine.has(m.code))
  const before = await found()
  expect(before.filter((m) => m.code === 'directorate_without_people')).toHaveLength(directorates.length)
  expect(before.filter((m) => m.code === 'no_operator')).toMatchObject([{ hurts: 'stops' }])
  await s.person('Operatör', ['operator'])
  for (const { id } of await s.call<Directorate[]>('directorates', {})) {
    const { id: directorId } = await s.person('Müdür', ['director'], id)
    if (id !== s.zabita) await s.edit('directorate', id, { directorId })
  }
  expect((await found()).map(({ code, thingId }) => [code, thingId])).toEqual([['directorate_without_director', s.zabita], ['no_mail', null]])
  await s.edit('municipality', 'municipality', { name: { tr: 'Belediyemiz', en: 'Our municipality' }, lat: 39, lon: 35 })
  expect((await found()).map((m) => m.code)).toEqual(['municipality_unnamed', 'municipality_centre', 'directorate_without_director', 'no_mail'])
  await s.edit('municipality', 'municipality', { name: { tr: 'Gülpınar Belediyesi', en: 'Our municipality' } })
  expect((await found()).map((m) => m.code)).toContain('municipality_unnamed_english')
})

test('the language a person chose for herself is put back neither by an older form nor by an undoing', async () => {
  await using s = await seeded()
  const ali = await s.person('Ali', ['operator'])
  await s.edit('staff', ali.id, { name: 'Ali Er' })
  const stale = await s.one('staff', ali.id)
  await s.call('setLanguage', { language: 'en' }, ali)
  await s.call('setLanguage', { language: 'en' }, ali)
  await expect(s.ask('saveSetting', { kind: 'staff', id: ali.id, version: stale.version, value: stale.value })).rejects.toMatchObject({ code: 'setting.newer', facts: { version: 2, by: 'Ali Er' } })
  await s.undo('staff', ali.id)
  expect((await s.one('staff', ali.id)).value).toMatchObject({ name: 'Ali', language: 'en' })
})
