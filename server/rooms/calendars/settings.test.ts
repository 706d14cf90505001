import { expect, test } from 'vitest'
import type { Holiday } from '../../../contracts/calendars.ts'
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import type { SettingValue } from '../../../contracts/settings.ts'
import { directorates } from '../../demo/index.ts'
import { system } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { seedDemo } from '../../setup.ts'
import { administrator, testDesk } from '../../testing.ts'
import { administrationOf } from '../../testing/administration.ts'
import { testRooms } from '../../testing/rooms.ts'
import { directorateIds } from '../identity/index.ts'
import { isOpen, onCallNow, promisedBy } from './calendars.ts'

async function seeded(at = '2026-03-06T16:00+03:00') {
  const desk = await testDesk(at)
  await desk.as(system('set-up'), seedDemo)
  const rooms = await testRooms(desk)
  const admin = administrationOf(desk, rooms)
  const ids = await desk.do(directorateIds)
  const id = ids.get('fen-isleri')!
  const due = (hours: number, from: string, of = id) => desk.do((tx) => promisedBy(tx, of, { hours, unit: 'working' }, new Date(`${from}+03:00`)))
  const person = async (name: string, directorateId: DirectorateId = id, phone: string | null = null) => {
    const staffId = newId<StaffId>()
    await admin.call('inviteStaff', { id: staffId, name, email: `${staffId}@desk.example`, roles: ['officer'], directorateId, phone, language: 'tr', origin: 'http://desk.example' })
    return staffId
  }
  const standard = (await admin.ask('settings', { kind: 'calendar' })).find((row) => row.value.isDefault)!.id
  const missing = async (...codes: string[]) => (await admin.ask('checklist')).filter((m) => codes.includes(m.code)).map(({ code, thingId, hurts }) => ({ code, thingId, hurts }))
  return { desk, rooms, ids, id, due, person, standard, missing, ...admin, [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose]() }
}
const week = (...periods: [weekday: number, from: string, to: string][]) => periods.map(([weekday, from, to]) => ({ weekday, from, to }))
const blank: SettingValue<'calendar'> = { name: { tr: 'Yaz mesaisi', en: 'Summer hours' }, keepsHolidays: true, isDefault: false, retired: false, week: week([1, '07:00', '15:00']) }

test('saved hours count at once, for what is promised from now on', async () => {
  await using s = await seeded()
  const calendarId = newId<NonNullable<SettingValue<'directorate_hours'>['calendarId']>>()
  expect(await s.due(1, '2026-03-09T07:00')).toEqual(new Date('2026-03-09T09:00+03:00'))
  await s.make('calendar', calendarId, blank)
  await s.edit('directorate_hours', s.id, { calendarId })
  expect(await s.due(1, '2026-03-09T07:00')).toEqual(new Date('2026-03-09T08:00+03:00'))
  await s.edit('calendar', calendarId, { week: week([1, '10:00', '15:00']) })
  expect(await s.due(1, '2026-03-09T07:00')).toEqual(new Date('2026-03-09T11:00+03:00'))
  await s.undo('calendar', calendarId)
  expect(await s.due(1, '2026-03-09T07:00')).toEqual(new Date('2026-03-09T08:00+03:00'))
})

test('a calendar has hours, each ending after it begins, and no two at once; where two meet is no overlap', async () => {
  await using s = await seeded()
  const save = (given: SettingValue<'calendar'>['week']) => s.make('calendar', newId<string>(), { ...blank, week: given })
  await expect(save([])).rejects.toMatchObject({ code: 'calendar.no_hours', field: 'value.week' })
  await expect(save(week([5, '22:00', '06:00']))).rejects.toMatchObject({ code: 'calendar.period_backwards', field: 'value.week.0.to', facts: { weekday: 5 } })
  await expect(save(week([5, '08:00', '08:00']))).rejects.toMatchObject({ code: 'calendar.period_backwards' })
  await expect(save(week([2, '13:00', '17:00'], [1, '08:00', '12:00'], [2, '08:00', '13:30']))).rejects.toMatchObject({ code: 'calendar.periods_overlap', field: 'value.week.0.from', facts: { weekday: 2, from: '13:00', to: '13:30' } })
  expect((await save(week([2, '12:00', '24:00'], [2, '00:00', '12:00']))).value.week).toEqual(week([2, '00:00', '12:00'], [2, '12:00', '24:00']))
})

test('there is always one default: another takes its place in one step, and both histories say so', async () => {
  await using s = await seeded()
  const id = newId<string>()
  await s.make('calendar', id, blank)
  await expect(s.edit('calendar', s.standard, { isDefault: false })).rejects.toMatchObject({ code: 'calendar.default_needed', field: 'value.isDefault' })
  await expect(s.edit('calendar', s.standard, { retired: true })).rejects.toMatchObject({ code: 'setting.in_use' })
  await expect(s.edit('calendar', id, { retired: true, isDefault: true })).rejects.toMatchObject({ code: 'calendar.default_needed', field: 'value.retired' })
  await s.edit('calendar', id, { isDefault: true })
  expect((await s.ask('settings', { kind: 'calendar' })).filter((row) => row.value.isDefault).map((row) => row.id)).toEqual([id])
  expect(await s.newest('calendar', s.standard)).toMatchObject({ before: { isDefault: true }, after: { isDefault: false } })
  await expect(s.ask('deleteSetting', { kind: 'calendar', id, version: 2 })).rejects.toMatchObject({ code: 'calendar.default_needed' })
  await expect(s.undo('calendar', id)).rejects.toMatchObject({ code: 'calendar.default_needed' })
  await s.edit('calendar', s.standard, { isDefault: true })
  await s.edit('calendar', id, { retired: true })
})

test('two who each make a default of their own at once leave one', async () => {
  await using s = await seeded()
  const [a, b] = [newId<string>(), newId<string>()]
  for (const id of [a, b]) await s.make('calendar', id, { ...blank, name: { tr: id, en: id } })
  let late: Promise<unknown> | undefined
  await s.desk.as(administrator, async (tx) => {
    const { version, value } = await s.within(tx, 'setting', { kind: 'calendar', id: a })
    await s.within(tx, 'saveSetting', { kind: 'calendar', id: a, version, value: { ...value, isDefault: true } })
    late = s.edit('calendar', b, { isDefault: true }).catch((error: unknown) => error)
    await s.desk.someoneWaits()
  })
  expect(await late).toMatchObject({ value: { isDefault: true } })
  expect(await s.desk.look('select id from calendars.calendar where is_default')).toEqual([{ id: b }])
})

test('a calendar that directorates keep is neither retired nor deleted; a retired one is chosen no more', async () => {
  await using s = await seeded()
  const id = newId<NonNullable<SettingValue<'directorate_hours'>['calendarId']>>()
  await s.make('calendar', id, blank)
  await s.edit('directorate_hours', s.id, { calendarId: id })
  await expect(s.edit('calendar', id, { retired: true })).rejects.toMatchObject({ code: 'setting.in_use', facts: { directorates: 1 } })
  await expect(s.ask('deleteSetting', { kind: 'calendar', id, version: 1 })).rejects.toMatchObject({ code: 'setting.in_use', facts: { directorates: 1 } })
  await s.edit('directorate_hours', s.id, { calendarId: null })
  await s.edit('calendar', id, { retired: true })
  await expect(s.edit('directorate_hours', s.id, { calendarId: id })).rejects.toMatchObject({ code: 'setting.retired_reference', field: 'value.calendarId' })
  await expect(s.edit('directorate_hours', s.id, { calendarId: newId() })).rejects.toMatchObject({ code: 'setting.unknown_reference', field: 'value.calendarId' })
})

test('a decree’s day is added by hand and counts at once; a day of the law is taken out and comes back by undoing', async () => {
  await using s = await seeded()
  const days = async () => (await s.call<Holiday[]>('holidays', {})).map((h) => h.day)
  await s.make('holiday', '2026-03-09', { day: '2026-03-09', from: null, name: { tr: 'İdari izin', en: 'Administrative leave' }, decree: true }, { isNew: true })
  expect(await s.due(1, '2026-03-06T16:30')).toEqual(new Date('2026-03-10T08:30+03:00'))
  await s.edit('holiday', '2026-03-09', { from: '13:00' })
  expect(await s.due(1, '2026-03-06T16:30')).toEqual(new Date('2026-03-09T08:30+03:00'))
  expect((await s.edit('holiday', '2026-03-09', { from: '00:00' })).value.from).toBeNull()
  await s.ask('deleteSetting', { kind: 'holiday', id: '2026-10-29', version: 0 })
  expect(await days()).not.toContain('2026-10-29')
  await s.undo('holiday', '2026-10-29')
  expect(await days()).toContain('2026-10-29')
  await expect(s.edit('holiday', '2026-10-29', { day: '2026-10-30' })).rejects.toMatchObject({ code: 'setting.key_fixed', field: 'value.day' })
})

test('a holiday that ends on a Friday evening frees the Saturday after it, for those who work on one', async () => {
  await using s = await seeded()
  const calendarId = newId<NonNullable<SettingValue<'directorate_hours'>['calendarId']>>()
  await s.make('calendar', calendarId, { ...blank, week: week([1, '08:00', '12:00'], [5, '08:00', '12:00'], [6, '08:00', '12:00']) })
  await s.edit('directorate_hours', s.id, { calendarId })
  // 1 May 2026 is a Friday, and no feast follows it.
  expect(await s.due(1, '2026-05-01T07:00')).toEqual(new Date('2026-05-04T09:00+03:00'))
  expect(await s.desk.do((tx) => isOpen(tx, s.id, new Date('2026-05-09T10:00+03:00')))).toBe(true)
})

test('on call is who works there and is here, each turn ending after it begins, the first to ring first', async () => {
  await using s = await seeded('2026-03-07T23:00+03:00')
  const [ali, bora, can] = [await s.person('Ali'), await s.person('Bora'), await s.person('Can', s.ids.get('zabita')!)]
  const gone = await s.person('Deniz')
  await s.call('leaveStaff', { staffId: gone, handOverTo: null })
  const save = (onCall: SettingValue<'directorate_hours'>['onCall']) => s.edit('directorate_hours', s.id, { onCall })
  const always = (staffId: StaffId) => ({ staffId, from: null, to: null })
  const at = (staffId: StaffId, from: string | null, to: string | null) => ({ staffId, from: from && `${from}+03:00`, to: to && `${to}+03:00` })
  await expect(save([always(ali), always(can)])).rejects.toMatchObject({ code: 'on_call.elsewhere', field: 'value.onCall.1.staffId', facts: { name: 'Can' } })
  await expect(save([always(gone)])).rejects.toMatchObject({ code: 'setting.retired_reference', field: 'value.onCall.0.staffId' })
  await expect(save([always(newId<StaffId>())])).rejects.toMatchObject({ code: 'setting.unknown_reference' })
  await expect(save([at(ali, '2026-03-08T08:00', '2026-03-07T08:00')])).rejects.toMatchObject({ code: 'on_call.ends_first', field: 'value.onCall.0.to' })
  await expect(save([always(ali), always(ali)])).rejects.toMatchObject({ code: 'on_call.twice', field: 'value.onCall.1.from' })
  await save([at(bora, '2026-03-07T17:00', '2026-03-08T08:00'), always(ali)])
  expect(await s.desk.do(async (tx) => (await onCallNow(tx, s.id)).map((p) => p.name))).toEqual(['Bora', 'Ali'])
})

test('who moves to another directorate is on call no more where she was', async () => {
  await using s = await seeded()
  const ali = await s.person('Ali')
  await s.edit('directorate_hours', s.id, { onCall: [{ staffId: ali, from: null, to: null }] })
  await s.edit('staff', ali, { directorateId: s.ids.get('zabita')! })
  await s.desk.settle(...s.rooms)
  expect((await s.one('directorate_hours', s.id)).value.onCall).toEqual([])
})

test('the check list knows nights without anyone, telephones nobody gave, and how far the holidays are known', async () => {
  await using s = await seeded()
  expect(await s.missing('nobody_on_call', 'no_default_calendar', 'holidays_end')).toEqual([{ code: 'nobody_on_call', thingId: null, hurts: 'half' }])
  const [ali, bora] = [await s.person('Ali'), await s.person('Bora', s.id, '+905320000001')]
  await s.edit('directorate_hours', s.id, { onCall: [{ staffId: ali, from: null, to: null }] })
  expect(await s.missing('nobody_on_call', 'on_call_without_phone')).toEqual([{ code: 'on_call_without_phone', thingId: ali, hurts: 'half' }])
  await s.edit('directorate_hours', s.id, { onCall: [{ staffId: bora, from: '2026-03-08T08:00:00+03:00', to: null }] })
  expect(await s.missing('nobody_on_call', 'on_call_without_phone')).toEqual([{ code: 'nobody_on_call', thingId: s.id, hurts: 'half' }])
  s.desk.clock.set('2026-03-08T12:00+03:00')
  expect(await s.missing('nobody_on_call', 'on_call_without_phone')).toEqual([])
  s.desk.clock.set('2030-01-05T12:00+03:00')
  expect(await s.missing('holidays_end')).toMatchObject([{ hurts: 'advice' }])
  await s.desk.look('update calendars.calendar set is_default = false')
  expect(await s.missing('no_default_calendar')).toMatchObject([{ hurts: 'stops' }])
})

test('a new directorate begins with the default hours and nobody on call; its hours go with it', async () => {
  await using s = await seeded()
  const id = newId<DirectorateId>()
  await s.make('directorate', id, { name: { tr: 'Yeni', en: 'New' }, does: { tr: 'x', en: 'x' }, position: 99, directorId: null, deputyId: null, deputyMayorId: null, retired: false })
  expect((await s.ask('settings', { kind: 'directorate_hours' })).length).toBe(directorates.length + 1)
  await s.edit('directorate_hours', id, { calendarId: s.standard as never })
  expect((await s.one('directorate', id)).uses).toEqual({})
  await s.ask('deleteSetting', { kind: 'directorate', id, version: 1 })
})
