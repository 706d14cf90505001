/** Promises that stand still, that a new holiday moves, and that a calendar without hours still keeps. */
import { describe, expect, test } from 'vitest'
import { calendars, directorates, holidays as demoHolidays, municipality } from '../../demo/index.ts'
import { system } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { testDesk, type TestDesk } from '../../testing.ts'
import { directorateIds, seedDirectorates, seedMunicipality } from '../identity/index.ts'
import { dueAfterDayOff, postponed, promisedBy, workDaysAfter, workDaysBefore, workingMinutesBefore, workingMinutesBetween } from './calendars.ts'
import { calendarsMissing } from './missing.ts'
import { seedCalendars, seedDirectorateCalendars, seedHolidays } from './seed.ts'

const setUp = system('set-up')
async function seeded(at: string): Promise<TestDesk> {
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
const moment = (text: string) => new Date(`2026-${text}+03:00`)

describe('a promise that stood still goes on from where it stood', () => {
  const table: [what: string, slug: string, unit: 'working' | 'straight', due: string, since: string, now: string, expected: string][] = [
    ['four hours were left, and are left', 'fen-isleri', 'working', '03-10T12:00', '03-10T08:00', '03-12T10:00', '03-12T15:00'],
    ['stopped in the evening, gone on in the morning', 'fen-isleri', 'working', '03-10T12:00', '03-09T18:00', '03-11T07:00', '03-11T12:00'],
    ['over a feast', 'fen-isleri', 'working', '03-19T10:00', '03-18T16:00', '03-19T11:00', '03-23T10:00'],
    ['straight hours pass by the clock', 'fen-isleri', 'straight', '03-10T12:00', '03-10T08:00', '03-12T10:00', '03-12T14:00'],
    ['late when it stopped: as late afterwards', 'fen-isleri', 'working', '03-10T08:00', '03-10T12:00', '03-12T10:00', '03-10T08:00'],
    ['round the clock', 'itfaiye', 'working', '03-20T12:00', '03-20T02:00', '03-21T02:00', '03-21T12:00'],
  ]
  test.each(table)('%s', async (_, slug, unit, due, since, now, expected) => {
    await using desk = await seeded('2026-03-06T16:00+03:00')
    desk.clock.set(moment(now))
    expect(await desk.do(async (tx) => postponed(tx, await idOf(tx, slug), unit, moment(due), moment(since)))).toEqual(moment(expected))
  })
})

describe('a day that becomes free', () => {
  const off = { day: '2026-03-11', endedBefore: 1440, endsAt: 0 }
  const moved = async (desk: TestDesk, slug: string, due: string, from: string, day = off) => {
    await desk.look(`insert into calendars.holiday (day, from_minute, name, decree) values ($1, $2, '{"tr":"İdari izin","en":"Decree"}', true) on conflict (day) do update set from_minute = excluded.from_minute`, [day.day, day.endsAt || null])
    return desk.do(async (tx) => dueAfterDayOff(tx, await idOf(tx, slug), moment(due), moment(from), day))
  }
  test('moves what was counted over it by the working time lost, and nothing else', async () => {
    await using desk = await seeded('2026-03-09T09:00+03:00')
    expect(await moved(desk, 'fen-isleri', '03-12T10:00', '03-09T09:00')).toEqual(moment('03-13T10:00'))
    expect(await moved(desk, 'fen-isleri', '03-11T10:00', '03-09T09:00')).toEqual(moment('03-12T10:00'))
    expect(await moved(desk, 'fen-isleri', '03-10T10:00', '03-09T09:00')).toEqual(moment('03-10T10:00'))
    expect(await moved(desk, 'itfaiye', '03-12T10:00', '03-09T09:00')).toEqual(moment('03-12T10:00'))
  })
  test('declared at noon of the day itself takes the hours that were left', async () => {
    await using desk = await seeded('2026-03-11T12:00+03:00')
    expect(await moved(desk, 'fen-isleri', '03-12T10:00', '03-11T12:00')).toEqual(moment('03-12T15:00'))
  })
  test('half a day takes half a day, and the other half when it is made whole', async () => {
    await using desk = await seeded('2026-03-09T09:00+03:00')
    const once = await moved(desk, 'fen-isleri', '03-12T10:00', '03-09T09:00', { ...off, endsAt: 780 })
    expect(once).toEqual(moment('03-12T15:00'))
    await desk.look(`update calendars.holiday set from_minute = null where day = '2026-03-11'`)
    expect(await desk.do(async (tx) => dueAfterDayOff(tx, await idOf(tx, 'fen-isleri'), once, moment('03-09T09:00'), { ...off, endedBefore: 780 }))).toEqual(moment('03-13T10:00'))
  })
  test('taken back before anybody counted moves nothing', async () => {
    await using desk = await seeded('2026-03-09T09:00+03:00')
    expect(await desk.do(async (tx) => dueAfterDayOff(tx, await idOf(tx, 'fen-isleri'), moment('03-12T10:00'), moment('03-09T09:00'), off))).toEqual(moment('03-12T10:00'))
  })
})

test('a calendar without working hours promises straight hours rather than never, and the check list says so', async () => {
  await using desk = await seeded('2026-03-09T09:00+03:00')
  await desk.look(`delete from calendars.period where calendar_id = (select calendar_id from calendars.directorate_calendar d join identity.directorate i on i.id = d.directorate_id where i.slug = 'fen-isleri')`)
  const from = moment('03-09T16:00')
  expect(await desk.do(async (tx) => promisedBy(tx, await idOf(tx, 'fen-isleri'), { hours: 4, unit: 'working' }, from))).toEqual(moment('03-09T20:00'))
  desk.clock.set(moment('03-10T10:00'))
  expect(await desk.do(async (tx) => postponed(tx, await idOf(tx, 'fen-isleri'), 'working', moment('03-09T20:00'), moment('03-09T18:00')))).toEqual(moment('03-10T12:00'))
  expect(await desk.do(async (tx) => workingMinutesBefore(tx, await idOf(tx, 'fen-isleri'), 60, from))).toEqual(moment('03-09T15:00'))
  expect(await desk.do(async (tx) => workDaysBefore(tx, await idOf(tx, 'fen-isleri'), 1, from))).toEqual(moment('03-08T16:00'))
  expect((await desk.do(calendarsMissing)).map((one) => one.code)).toContain('calendar_without_hours')
})

test('working days and minutes are the directorate’s own, and the default calendar’s for nobody’s', async () => {
  await using desk = await seeded('2026-03-06T16:00+03:00')
  const saturday = moment('03-07T10:00')
  expect(await desk.do(async (tx) => workDaysAfter(tx, await idOf(tx, 'temizlik-isleri'), 1, moment('03-06T10:00'), 'same_time'))).toEqual(saturday)
  expect(await desk.do((tx) => workDaysAfter(tx, null, 1, moment('03-06T10:00'), 'end_of_day'))).toEqual(moment('03-09T23:59'))
  expect(await desk.do(async (tx) => workingMinutesBetween(tx, await idOf(tx, 'fen-isleri'), moment('03-06T16:00'), moment('03-09T09:00')))).toBe(120)
})
