import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import type { Missing, SettingKind, SettingValue } from '../../../contracts/settings.ts'
import { directorates } from '../../demo/index.ts'
import { system } from '../../platform/actor.ts'
import { operationsOf } from '../../desk.ts'
import { makeListener } from '../../platform/http/listener.ts'
import { newId } from '../../platform/ids.ts'
import { silentLog } from '../../platform/log.ts'
import type { Room } from '../../platform/room.ts'
import { change, type Setting, setting } from '../../platform/settings.ts'
import { administrator, auditor, officerOf, operator, someone, testDesk, type TestDesk } from '../../testing.ts'
import { administrationOf } from '../../testing/administration.ts'
import { testRooms } from '../../testing/rooms.ts'
import { seedDemo, seedEmpty } from '../../setup.ts'
import { directorateIds, seedDirectorates } from '../identity/index.ts'
import { makeSettings } from './index.ts'

const other = someone(['administrator'])
async function seeded() {
  const desk = await testDesk('2026-03-06T16:00+03:00')
  await desk.as(system('set-up'), async (tx) => {
    await seedEmpty(tx)
    await seedDirectorates(tx, directorates)
  })
  const rooms = await testRooms(desk)
  const id = await desk.do(async (tx) => (await directorateIds(tx)).get('zabita')!)
  return { desk, rooms, id, ...administrationOf(desk, rooms), [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose]() }
}
const blank: SettingValue<'directorate'> = { name: { tr: 'Park ve Bahçeler', en: 'Parks' }, does: { tr: 'Parklar', en: 'Parks' }, position: 5, directorId: null, deputyId: null, deputyMayorId: null, retired: false }
const settingOf = <K extends SettingKind>(rooms: readonly Room[], kind: K) => rooms.flatMap((room) => room.settings ?? []).find((one) => (one.kind as SettingKind) === kind) as unknown as Setting<K>
const kept = (desk: TestDesk) => desk.look<{ version: number }>('select version from settings.change order by at, version')

test('of two administrators at one thing the later is told who was before her and when, and overwrites nothing', async () => {
  await using s = await seeded()
  const { value, version } = await s.one('directorate', s.id)
  const save = (position: number, by = administrator) => s.ask('saveSetting', { kind: 'directorate', id: s.id, version, value: { ...value, position } }, by)
  await save(7)
  await expect(save(8, other)).rejects.toMatchObject({ code: 'setting.newer', facts: { version: 1, at: '2026-03-06T13:00:00.000Z', by: administrator.id } })
  expect((await s.one('directorate', s.id)).value.position).toBe(7)
})

test('two who save the same version in the same instant: the second waits for the first, and is refused', async () => {
  await using s = await seeded()
  await s.edit('directorate', s.id, { position: 6 })
  const { value, version } = await s.one('directorate', s.id)
  const given = (position: number) => ({ kind: 'directorate', id: s.id, version, value: { ...value, position } })
  let late: Promise<unknown> | undefined
  await s.desk.as(administrator, async (tx) => {
    await s.within(tx, 'saveSetting', given(7))
    late = s.ask('saveSetting', given(8), other).catch((error: unknown) => error)
    await s.desk.someoneWaits()
  })
  expect(await late).toMatchObject({ code: 'setting.newer', facts: { version: 2, by: administrator.id } })
  expect((await s.one('directorate', s.id)).value.position).toBe(7)
})

test('the second waits even while the first is still writing', async () => {
  await using s = await seeded()
  await s.edit('directorate', s.id, { position: 6 })
  const { value, version } = await s.one('directorate', s.id)
  const directorate = settingOf(s.rooms, 'directorate')
  let late: Promise<unknown> | undefined
  const slow = setting<'directorate'>({ ...directorate, async write(tx, id, to, before) {
    late = s.ask('saveSetting', { kind: 'directorate', id, version, value: { ...value, position: 8 } }, other).catch((error: unknown) => error)
    await s.desk.someoneWaits()
    await directorate.write(tx, id, to, before)
  } })
  await s.desk.as(administrator, (tx) => change(tx, slow, { id: s.id, version, value: { ...value, position: 7 } }))
  expect(await late).toMatchObject({ code: 'setting.newer', facts: { version: 2 } })
})

test('two who make a thing of one id in the same instant make one thing', async () => {
  await using s = await seeded()
  const id = newId<DirectorateId>()
  let late: Promise<unknown> | undefined
  await s.desk.as(administrator, async (tx) => {
    await s.within(tx, 'saveSetting', { kind: 'directorate', id, version: 0, value: blank })
    late = s.ask('saveSetting', { kind: 'directorate', id, version: 0, value: { ...blank, position: 9 } }, other).catch((error: unknown) => error)
    await s.desk.someoneWaits()
  })
  expect(await late).toMatchObject({ code: 'setting.newer' })
  expect((await s.one('directorate', id)).value).toEqual(blank)
})

test('each change says who, when, what was before and what after, newest first', async () => {
  await using s = await seeded()
  const before = (await s.one('directorate', s.id)).value
  await s.edit('directorate', s.id, { position: 7 })
  s.desk.clock.set('2026-03-06T17:00+03:00')
  await s.edit('directorate', s.id, { position: 8 }, other)
  const { rows, next } = await s.ask('changes', { kind: 'directorate', id: s.id })
  expect(next).toBeNull()
  expect(rows).toMatchObject([
    { version: 2, at: '2026-03-06T14:00:00.000Z', by: other.id, before: { ...before, position: 7 }, after: { ...before, position: 8 }, newest: true, undone: false, undoes: null },
    { version: 1, at: '2026-03-06T13:00:00.000Z', by: administrator.id, before, after: { ...before, position: 7 }, newest: false },
  ])
})

test('an unchanged save is no change, of any kind', async () => {
  await using desk = await testDesk()
  await desk.as(system('set-up'), seedDemo)
  const rooms = await testRooms(desk)
  const { ask, one } = administrationOf(desk, rooms)
  for (const { kind } of rooms.flatMap((room) => room.settings ?? []) as { kind: SettingKind }[])
    for (const { id } of (await ask('settings', { kind })).slice(0, 5)) expect((await ask('saveSetting', { kind, ...(await one(kind, id)) })).version, `${kind} ${id}`).toBe(0)
  expect(await kept(desk)).toEqual([])
})

test('undoing sets a thing back, is a change itself, and can be undone', async () => {
  await using s = await seeded()
  const before = (await s.one('directorate', s.id)).value
  await s.edit('directorate', s.id, { position: 7 })
  const first = await s.newest('directorate', s.id)
  await s.undo('directorate', s.id)
  expect((await s.one('directorate', s.id)).value).toEqual(before)
  expect((await s.ask('changes', { kind: 'directorate', id: s.id })).rows).toMatchObject([{ version: 2, undoes: first.id, undone: false }, { id: first.id, undone: true }])
  await s.undo('directorate', s.id)
  expect((await s.one('directorate', s.id)).value.position).toBe(7)
  expect(await kept(s.desk)).toHaveLength(3)
})

test('only the newest change of a thing is undone; an older one would take the newer with it', async () => {
  await using s = await seeded()
  await s.edit('directorate', s.id, { position: 7 })
  const older = await s.newest('directorate', s.id)
  await s.edit('directorate', s.id, { position: 8 })
  await expect(s.ask('undoChange', { changeId: older.id })).rejects.toMatchObject({ code: 'change.not_newest' })
  await expect(s.ask('undoChange', { changeId: newId() })).rejects.toMatchObject({ code: 'change.not_found' })
})

test('making undone is deleting, deleting undone is making again', async () => {
  await using s = await seeded()
  const id = newId<DirectorateId>()
  await s.make('directorate', id, blank)
  await s.undo('directorate', id)
  await expect(s.one('directorate', id)).rejects.toMatchObject({ code: 'setting.not_found' })
  await s.undo('directorate', id)
  expect((await s.one('directorate', id)).value).toEqual(blank)
  await s.ask('deleteSetting', { kind: 'directorate', id, version: 3 })
  expect(await s.newest('directorate', id)).toMatchObject({ version: 4, before: blank, after: null })
})

test('what is in use is not deleted, and says where; it is retired instead and offered no more', async () => {
  await using s = await seeded()
  await s.call('inviteStaff', { id: newId<StaffId>(), name: 'Arda Er', email: 'arda@desk.example', roles: ['officer'], directorateId: s.id, phone: null, language: 'tr', origin: 'http://desk.example' })
  expect((await s.one('directorate', s.id)).uses).toEqual({ staff: 1 })
  await expect(s.ask('deleteSetting', { kind: 'directorate', id: s.id, version: 0 })).rejects.toMatchObject({ code: 'setting.in_use', facts: { staff: 1 } })
  const unused = newId<DirectorateId>()
  await s.make('directorate', unused, blank)
  await s.edit('directorate', unused, { retired: true })
  expect((await s.call<{ id: string }[]>('directorates', {})).map((d) => d.id)).not.toContain(unused)
  expect((await s.ask('settings', { kind: 'directorate' })).find((row) => row.id === unused)?.value.retired).toBe(true)
})

test('what is there already is not made a second time by its key', async () => {
  await using s = await seeded()
  const day = { day: '2026-10-29', from: null, name: { tr: 'Kurtuluş', en: 'Liberation' }, decree: true }
  await expect(s.make('holiday', '2026-10-29', day, { isNew: true })).rejects.toMatchObject({ code: 'holiday.day_taken', field: 'value.day' })
  expect((await s.one('holiday', '2026-10-29')).value.decree).toBe(false)
})

test('a thing that is not there is not there, whatever its id looks like', async () => {
  await using s = await seeded()
  for (const [kind, id] of [['directorate', newId<string>()], ['directorate', 'not-a-uuid'], ['holiday', 'soon'], ['holiday', 'a\0b'], ['staff', '1'], ['municipality', 'other'], ['calendar', '%']] as const) {
    await expect(s.one(kind, id), `${kind} ${id}`).rejects.toMatchObject({ code: 'setting.not_found' })
    await expect(s.ask('deleteSetting', { kind, id, version: 0 }), `${kind} ${id}`).rejects.toMatchObject({ code: 'setting.not_found' })
  }
})

test('an import is taken back as one, without what was changed or used since', async () => {
  await using s = await seeded()
  const batch = newId<string>(), [gone, changed, used] = [newId<DirectorateId>(), newId<DirectorateId>(), newId<DirectorateId>()]
  const directorate = setting(settingOf(s.rooms, 'directorate'))
  await s.desk.as(administrator, async (tx) => {
    for (const [i, id] of [gone, changed, used].entries()) await change(tx, directorate, { id, version: undefined, value: { ...blank, name: { tr: `Birim ${i}`, en: `Unit ${i}` } }, batch })
  })
  await s.edit('directorate', changed, { position: 1 })
  await s.call('inviteStaff', { id: newId<StaffId>(), name: 'Arda Er', email: 'arda@desk.example', roles: ['officer'], directorateId: used, phone: null, language: 'tr', origin: 'http://desk.example' })
  expect(await s.ask('undoBatch', { batch })).toEqual({ undone: 1, kept: 2 })
  const left = (await s.ask('settings', { kind: 'directorate' })).map((row) => row.id)
  expect([gone, changed, used].map((id) => left.includes(id))).toEqual([false, true, true])
  await expect(s.ask('undoBatch', { batch: newId<string>() })).rejects.toMatchObject({ code: 'change.not_found' })
})

test('the history comes in pages, and a mark that is none begins at the beginning', async () => {
  await using s = await seeded()
  for (let position = 1; position <= 52; position++) {
    s.desk.clock.set(new Date(Date.parse('2026-03-06T13:00:00Z') + position * 1000))
    await s.edit('directorate', s.id, { position: 100 + position })
  }
  const first = await s.ask('changes', {})
  expect(first.rows.map((c) => c.version)).toEqual(Array.from({ length: 50 }, (_, i) => 52 - i))
  const second = await s.ask('changes', { after: first.next! })
  expect(second.rows.map((c) => c.version)).toEqual([2, 1])
  expect(second.next).toBeNull()
  for (const after of ['x', 'x y', '2026-03-06 13', `2026-03-06T13:00:00Z ${'x'.repeat(30)}`, '\0 \0', "2026-99-99T00:00:00Z 0197f3f0-0000-7000-8000-000000000001"])
    expect((await s.ask('changes', { after })).rows[0]?.version, after).toBe(52)
})

test('the auditor reads all of it and writes none; operator and officer see nothing of it', async () => {
  await using s = await seeded()
  const people = { auditor, administrator, operator, officer: officerOf(s.id) }
  await using app = await makeListener({
    db: s.desk.db, log: silentLog, operations: operationsOf(s.rooms), secureCookies: false, trustedProxies: 0, sockets: {}, door: 'desk', authenticate: async (token) => people[token as keyof typeof people],
  })
  const asked = async (who: string, method: 'GET' | 'PUT' | 'DELETE' | 'POST', url: string, payload?: object) =>
    (await app.inject({ method, url: `/api${url}`, headers: { 'x-akmasa': '1', cookie: `akmasa=${who}` }, ...(payload && { payload }) })).statusCode
  const { value, version } = await s.one('directorate', s.id)
  for (const who of ['auditor', 'administrator']) for (const url of ['/settings/directorate', `/settings/directorate/${s.id}`, '/setting-changes', '/setting-checklist']) expect(await asked(who, 'GET', url), `${who} ${url}`).toBe(200)
  for (const who of ['operator', 'officer']) for (const url of ['/settings/directorate', '/setting-changes', '/setting-checklist']) expect(await asked(who, 'GET', url), `${who} ${url}`).toBe(403)
  const body = { kind: 'directorate', id: s.id, version, value: { ...value, position: 9 } }
  for (const who of ['auditor', 'operator', 'officer']) {
    expect(await asked(who, 'PUT', '/settings', body), who).toBe(403)
    expect(await asked(who, 'DELETE', `/settings/directorate/${s.id}/0`), who).toBe(403)
    expect(await asked(who, 'POST', `/setting-changes/${newId<string>()}/undo`, {}), who).toBe(403)
  }
  expect(await asked('administrator', 'PUT', '/settings', body)).toBe(200)
  const bad = await app.inject({ method: 'PUT', url: '/api/settings', headers: { 'x-akmasa': '1', cookie: 'akmasa=administrator' }, payload: { ...body, value: { ...value, name: { tr: '', en: 'x' } } } })
  expect([bad.statusCode, bad.json<{ errors: { path: string }[] }>().errors.map((e) => e.path)]).toEqual([422, ['value.name.tr']])
  expect(await asked('administrator', 'GET', '/setting-changes?after=%00%20x')).toBe(200)
})

test('the check list begins with what stops the desk', async () => {
  await using desk = await testDesk()
  const missing = (hurts: Missing['hurts']): Missing => ({ code: 'no_sms', hurts, kind: 'line', thingId: null, facts: {} })
  const room = makeSettings([{ name: 'a', missing: async () => [missing('advice'), missing('half')] }, { name: 'b', missing: async () => [missing('stops')] }])
  const { ask } = administrationOf(desk, [room])
  expect((await ask('checklist')).map((m) => m.hurts)).toEqual(['stops', 'half', 'advice'])
})

test('nobody signs for another in the history, and nobody rewrites it', async () => {
  await using s = await seeded()
  await s.edit('directorate', s.id, { position: 7 })
  await expect(s.desk.as(administrator, (tx) => sql`update settings.change set before = null`.execute(tx))).rejects.toThrow(/permission denied/)
  await expect(s.desk.as(administrator, (tx) => sql`insert into settings.change (id, kind, thing_id, version, at, by) values (${newId<string>()}, 'directorate', ${s.id}, 9, now(), 'somebody')`.execute(tx))).rejects.toThrow(/permission denied/)
})

test('two who each hold what the other wants: one goes on, the other is told to look again', async () => {
  await using s = await seeded()
  // Kept as rows of the calendars, whose two are made to wait for one another.
  const [a, b] = (await s.ask('settings', { kind: 'calendar' })).map((row) => row.id)
  const hold = (tx: Parameters<typeof s.within>[0], id: string) => sql`insert into settings.thing (kind, id, version) values ('calendar', ${id}, 0) on conflict (kind, id) do update set version = settings.thing.version`.execute(tx)
  const save = async (tx: Parameters<typeof s.within>[0], id: string) => s.within(tx, 'saveSetting', { kind: 'calendar', id, version: 0, value: { ...(await s.within(tx, 'setting', { kind: 'calendar', id })).value, keepsHolidays: false } })
  let second: Promise<unknown> | undefined
  const first = s.desk.as(administrator, async (tx) => {
    await hold(tx, a!)
    second = s.desk.as(other, async (mine) => { await hold(mine, b!); return save(mine, a!) }).catch((error: unknown) => error)
    await s.desk.someoneWaits()
    return save(tx, b!)
  }).catch((error: unknown) => error)
  const ends = [await first, await second]
  expect(ends.filter((end) => (end as { code?: string }).code === 'setting.newer')).toHaveLength(1)
})

test('the history leaves borders in short, telling two drawings apart; the one change carries them whole', async () => {
  await using s = await seeded()
  const id = newId<string>(), square = (west: number) => ({ type: 'Polygon' as const, coordinates: [[[west, 38], [west + 1, 38], [west + 1, 39], [west, 38]] as [number, number][]] })
  const place: SettingValue<'place'> = { kind: 'village', name: 'Işıklı', withinId: null, institutionId: null, population: null, lat: null, lon: null, border: square(42), retired: false }
  await s.make('place', id, place)
  await s.edit('place', id, { border: square(43) })
  await s.edit('place', id, { border: { type: 'MultiPolygon', coordinates: [square(42).coordinates, square(44).coordinates] } })
  const { rows } = await s.ask('changes', {})
  const border = (value: Record<string, unknown> | null) => value && (value.border as { digest: string; type: string; corners: number })
  expect([border(rows[0]!.after), border(rows[1]!.after), border(rows[1]!.before)]).toEqual([['MultiPolygon', 8], ['Polygon', 4], ['Polygon', 4]].map(([type, corners]) => ({ type, corners, digest: expect.any(String) })))
  expect(border(rows[1]!.before)!.digest).not.toBe(border(rows[1]!.after)!.digest)
  expect(await s.ask('change', { changeId: rows[1]!.id })).toMatchObject({ before: place, after: { ...place, border: square(43) }, newest: false })
  await s.undo('place', id)
  expect((await s.one('place', id)).value.border).toEqual(square(43))
  await expect(s.ask('change', { changeId: newId() })).rejects.toMatchObject({ code: 'change.not_found' })
})
