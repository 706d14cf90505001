import { expect, test } from 'vitest'
import { calendars, directorates, holidays as demoHolidays, municipality } from '../../demo/index.ts'
import { system } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { testDesk, type TestDesk } from '../../testing.ts'
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import { directorateIds, seedDemoStaff, seedDirectorates, seedMunicipality } from '../identity/index.ts'
import { holidays, isOpen, onCallNow, promisedBy } from './calendars.ts'
import { putOnCall, seedCalendars, seedDirectorateCalendars, seedHolidays, seedOnCall } from './seed.ts'

const setUp = system('set-up')
const seeded = async (at = '2026-03-06T16:00+03:00') => {
  const desk = await testDesk(at)
  await desk.as(setUp, async (tx) => {
    await seedMunicipality(tx, municipality, { country: 'TR', demo: true })
    await seedDirectorates(tx, directorates)
    await seedCalendars(tx, calendars)
    await seedHolidays(tx, demoHolidays)
    await seedDirectorateCalendars(tx, directorates)
  })
  return desk
}
const idOf = async (tx: Tx, slug: string) => (await directorateIds(tx)).get(slug)!
const due = (desk: TestDesk, slug: string, hours: number, from: string, unit: 'working' | 'straight' = 'working') =>
  desk.do(async (tx) => promisedBy(tx, await idOf(tx, slug), { hours, unit }, new Date(`2026-${from}+03:00`)))

test('working hours run over breaks, nights, weekends, holidays and half days of the directorate’s own calendar', async () => {
  await using desk = await seeded()
  const table: [slug: string, hours: number, from: string, due: string][] = [
    ['fen-isleri', 1, '03-06T16:30', '03-09T08:30'], // Friday evening into Monday
    ['fen-isleri', 1, '03-06T11:30', '03-06T13:30'], // over the midday break
    ['fen-isleri', 8, '03-06T08:00', '03-06T17:00'], // a whole day, to its last minute
    ['fen-isleri', 8, '03-18T17:00', '03-23T12:00'], // the eve of the feast ends at 13:00, the feast and a Sunday follow
    ['fen-isleri', 4, '03-19T09:00', '03-23T09:00'], // within the eve
    ['fen-isleri', 5, '10-28T08:00', '10-30T09:00'], // 28 October ends at 13:00, 29 October is off
    ['itfaiye', 30, '03-19T20:00', '03-21T02:00'], // round the clock, feast or not
    ['temizlik-isleri', 16, '03-07T06:00', '03-07T22:00'], // a Saturday shift
    ['temizlik-isleri', 1, '03-07T21:30', '03-09T06:30'], // Sunday is free
    ['zabita', 2, '03-06T23:00', '03-07T09:00'], // till midnight, and on from the morning
  ]
  for (const [slug, hours, from, expected] of table) expect(await due(desk, slug, hours, from), `${slug} ${hours} ${from}`).toEqual(new Date(`2026-${expected}+03:00`))
})

test('straight hours pass by the clock, and need no calendar', async () => {
  await using desk = await seeded()
  expect(await due(desk, 'fen-isleri', 12, '03-20T20:00', 'straight')).toEqual(new Date('2026-03-21T08:00+03:00'))
  await using bare = await testDesk()
  const from = new Date('2026-03-20T20:00+03:00')
  expect(await bare.do((tx) => promisedBy(tx, newId<DirectorateId>(), { hours: 1, unit: 'straight' }, from))).toEqual(new Date('2026-03-20T21:00+03:00'))
})

test('a directorate without a calendar keeps the default one; without that there is no due time and it is not open', async () => {
  await using desk = await seeded()
  const stranger = newId<DirectorateId>()
  const monday = new Date('2026-03-09T10:00+03:00')
  expect(await desk.do((tx) => promisedBy(tx, stranger, { hours: 1, unit: 'working' }, monday))).toEqual(new Date('2026-03-09T11:00+03:00'))
  expect(await desk.do((tx) => isOpen(tx, stranger, monday))).toBe(true)
  await using bare = await testDesk()
  expect(await bare.do((tx) => promisedBy(tx, stranger, { hours: 1, unit: 'working' }, monday))).toBeUndefined()
  expect(await bare.do((tx) => isOpen(tx, stranger, monday))).toBe(false)
})

test('open is while somebody works there: not in the break, after an eve’s noon, nor past midnight', async () => {
  await using desk = await seeded()
  const table: [slug: string, at: string, open: boolean][] = [
    ['fen-isleri', '03-06T08:00', true], ['fen-isleri', '03-06T07:59', false], ['fen-isleri', '03-06T12:00', false], ['fen-isleri', '03-06T16:59', true],
    ['fen-isleri', '03-06T17:00', false], ['fen-isleri', '03-07T10:00', false], ['fen-isleri', '03-19T11:59', true], ['fen-isleri', '03-19T13:00', false],
    ['fen-isleri', '03-20T10:00', false], ['itfaiye', '03-20T03:00', true], ['zabita', '03-06T23:59', true], ['zabita', '03-07T00:00', false],
  ]
  for (const [slug, at, open] of table)
    expect(await desk.do(async (tx) => isOpen(tx, await idOf(tx, slug), new Date(`2026-${at}+03:00`))), `${slug} ${at}`).toBe(open)
})

test('on call is who is put there for this moment, in order, and is still here', async () => {
  await using desk = await seeded('2026-03-07T23:00+03:00')
  const people = ['Ali', 'Bora', 'Can'].map((name) => ({ login: name, email: `${name}@desk.example`, name, role: 'officer' as const, directorate: 'fen-isleri', mobile: '+905000000299', password: 'unguessable words' }))
  await seedDemoStaff(desk.db, people)
  const ids = new Map((await desk.look<{ name: string; id: StaffId }>('select name, id from identity.staff')).map((row) => [row.name, row.id]))
  const names = () => desk.do(async (tx) => (await onCallNow(tx, await idOf(tx, 'fen-isleri'))).map((person) => person.name))
  await desk.as(setUp, async (tx) => {
    const directorateId = await idOf(tx, 'fen-isleri')
    const put = (name: string, position: number, from?: string, to?: string) =>
      putOnCall(tx, { directorateId, staffId: ids.get(name)!, position, ...(from ? { from: new Date(from) } : {}), ...(to ? { to: new Date(to) } : {}) })
    await put('Ali', 2)
    await put('Bora', 1, '2026-03-07T17:00+03:00', '2026-03-08T08:00+03:00')
    await put('Can', 0, '2026-03-08T08:00+03:00')
  })
  expect(await names()).toEqual(['Bora', 'Ali'])
  desk.clock.set('2026-03-08T08:00+03:00')
  expect(await names()).toEqual(['Can', 'Ali'])
  await desk.look('update identity.staff set left_at = now() where name = $1', ['Can'])
  expect(await names()).toEqual(['Ali'])
})

test('on-call directorates get those of their people who have a telephone, the director first', async () => {
  await using desk = await seeded()
  const base = { directorate: 'fen-isleri', password: 'unguessable words' }
  await seedDemoStaff(desk.db, [
    { ...base, login: 'a', email: 'a@desk.example', name: 'Arda', role: 'officer', mobile: '+905000000291' },
    { ...base, login: 'b', email: 'b@desk.example', name: 'Beste', role: 'director', mobile: '+905000000292' },
    { ...base, login: 'c', email: 'c@desk.example', name: 'Cem', role: 'officer' },
  ])
  await desk.as(setUp, (tx) => seedOnCall(tx, directorates))
  expect(await desk.do(async (tx) => (await onCallNow(tx, await idOf(tx, 'fen-isleri'))).map(({ name, phone }) => [name, phone])))
    .toEqual([['Beste', '+905000000292'], ['Arda', '+905000000291']])
})

test('setting up twice leaves one of everything, and two stretches of a day cannot overlap', async () => {
  await using desk = await seeded()
  const count = () => desk.look('select (select count(*) from calendars.calendar) c, (select count(*) from calendars.period) p, (select count(*) from calendars.holiday) h')
  const before = await count()
  await desk.as(setUp, async (tx) => { await seedCalendars(tx, calendars); await seedHolidays(tx, demoHolidays) })
  expect(await count()).toEqual(before)
  await expect(desk.as(setUp, (tx) => seedCalendars(tx, [{ ...calendars[0]!, week: [{ days: [1], from: '08:00', to: '12:00' }, { days: [1], from: '11:00', to: '13:00' }] }]))).rejects.toThrow(/period/)
})

test('holidays come sorted, with the hour from which an eve is free', async () => {
  await using desk = await seeded()
  const days = await desk.do(holidays)
  expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).toSorted())
  expect(days.find(({ day }) => day === '2026-10-28')?.from).toBe('13:00')
  expect(days.find(({ day }) => day === '2026-10-29')?.from).toBeNull()
})
