import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedEmpty } from '../../setup.ts'
import { testDesk, type TestDesk } from '../../testing.ts'
import { system } from '../../platform/actor.ts'
import { count, leftOf, plusDays, type Term, type Turns } from './clock.ts'
import { workDaysOf } from './statutory.ts'
import { aTownOfLaw } from './testing.ts'

let desk: TestDesk
beforeAll(async () => { desk = await testDesk('2026-03-02T09:00:00+03:00'); await aTownOfLaw(desk) })
afterAll(() => desk[Symbol.asyncDispose]())

const none: Turns = { extendedOn: null, noticedOn: null, paidOn: null }
const petition = (receivedOn: string): Term => ({ statute: 'petition', receivedOn, days: 30, extendedDays: 30, paymentDays: 15 })
const information = (receivedOn: string): Term => ({ ...petition(receivedOn), statute: 'information', days: 15 })
const counted = (term: Term, turns: Partial<Turns> = {}) => desk.do((tx) => count(term, { ...none, ...turns }, workDaysOf(tx)))
const due = async (term: Term, turns: Partial<Turns> = {}) => (await counted(term, turns))?.dueOn

describe('a petition falls due thirty days by the clock after its receipt', () => {
  test.each([
    ['an ordinary month', '2026-03-02', '2026-04-01'], ['over a leap day', '2028-02-10', '2028-03-11'], ['the same in a year without one', '2027-02-10', '2027-03-12'],
    ['received on the leap day', '2028-02-29', '2028-03-30'], ['over the new year', '2026-12-15', '2027-01-14'], ['received on a Sunday', '2026-03-01', '2026-03-31'],
    ['the last day a holiday: the earlier day is kept', '2026-04-01', '2026-05-01'], ['through nine days of feast', '2026-05-25', '2026-06-24'],
  ])('%s', async (_, receivedOn, dueOn) => { expect(await due(petition(receivedOn))).toBe(dueOn) })
})

describe('a request for information falls due fifteen working days after its receipt', () => {
  test.each([
    // 19 March 2026 ends at 13:00: the office was open in the morning, so the day counts. Without it the 25th would be the last.
    ['half a day before a feast is a day of work', '2026-03-02', '2026-03-24'],
    ['received on a Saturday, Monday is the first', '2026-03-07', '2026-03-30'], ['received on the Friday before, the same', '2026-03-06', '2026-03-30'],
    ['over the new year', '2026-12-21', '2027-01-12'], ['over the feast of sacrifice and 19 May', '2027-05-03', '2027-05-27'],
    ['28 October, half a day too, and the 29th', '2030-10-21', '2030-11-12'], ['over the leap day and a feast', '2028-02-14', '2028-03-07'],
  ])('%s', async (_, receivedOn, dueOn) => { expect(await due(information(receivedOn))).toBe(dueOn) })
  test('extended, thirty', async () => { expect(await due(information('2026-03-02'), { extendedOn: '2026-03-20' })).toBe('2026-04-14') })
  test('the cost notice stops it, and the payment lets it go on with what was left', async () => {
    const stopped = await counted(information('2026-06-01'), { noticedOn: '2026-06-10' })
    expect(stopped).toMatchObject({ dueOn: null, payBy: '2026-07-01' })
    expect(await counted(information('2026-06-01'), { noticedOn: '2026-06-10', paidOn: '2026-06-24' })).toMatchObject({ dueOn: '2026-07-07', payBy: '2026-07-01' })
  })
  test('a notice on the very last day leaves one more after the payment', async () => {
    expect(await due(information('2026-03-02'), { noticedOn: '2026-03-24', paidOn: '2026-03-26' })).toBe('2026-03-27')
  })
  test('extended after it was paid, fifteen days come to what was left', async () => {
    expect(await due(information('2026-06-01'), { noticedOn: '2026-06-10', paidOn: '2026-06-24', extendedOn: '2026-06-25' })).toBe('2026-07-29')
  })
})

describe('the days that are left', () => {
  test('are those of work: one before the weekend, none on the last day', async () => {
    const { workDays, dueOn } = (await counted(information('2026-03-02')))!
    const left = (today: string) => leftOf(workDays, dueOn!, today)
    expect([left('2026-03-02'), left('2026-03-19'), left('2026-03-22'), left('2026-03-23'), left('2026-03-24')]).toEqual([15, 2, 2, 1, 0])
  })
  test('of a petition are counted in working days too, for the warnings alone', async () => {
    const { workDays, dueOn } = (await counted(petition('2026-04-01')))!
    // 1 May is a holiday: the last day of work is the day before.
    expect([workDays.at(-1), leftOf(workDays, dueOn, '2026-04-29')]).toEqual(['2026-04-30', 1])
  })
})

test('a day counts from midnight to midnight of the municipality, on the days when clocks change too', async () => {
  await using berlin = await testDesk('2026-03-29T00:30:00+01:00')
  await aTownOfLaw(berlin)
  await berlin.look(`update identity.municipality set zone = 'Europe/Berlin'`)
  // 29 March and 25 October 2026 have 23 and 25 hours there; 30 March and 26 October are days like any other.
  const days = (after: string, n: number) => berlin.do((tx) => workDaysOf(tx)(after, n))
  expect(await days('2026-03-28', 2)).toEqual(['2026-03-30', '2026-03-31'])
  expect(await days('2026-10-24', 4)).toEqual(['2026-10-26', '2026-10-27', '2026-10-28', '2026-10-30'])
  expect(plusDays('2026-03-28', 30)).toBe('2026-04-27')
})
test('without a calendar to count by nothing is guessed for information, and a petition still falls due', async () => {
  const nothing = async () => undefined
  expect(await count(information('2026-03-02'), none, nothing)).toBeUndefined()
  expect(await count(petition('2026-03-02'), none, nothing)).toMatchObject({ dueOn: '2026-04-01' })
})
test('a new municipality has the holidays of the country through 2030', async () => {
  await using empty = await testDesk()
  await empty.as(system('set-up'), seedEmpty)
  const years = await empty.look<{ year: string; n: number }>(`select to_char(day, 'YYYY') as year, count(*)::int as n from calendars.holiday group by 1 order by 1`)
  expect(years.map((row) => row.year)).toEqual(['2026', '2027', '2028', '2029', '2030'])
  expect(Math.min(...years.map((row) => row.n))).toBeGreaterThan(14)
  expect(await empty.do((tx) => workDaysOf(tx)('2030-10-25', 2))).toEqual(['2030-10-28', '2030-10-30'])
})
