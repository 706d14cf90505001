import { expect, test } from 'vitest'
import { endOfDays, halfWay, lastDayText } from './confirm-days.ts'

const istanbul = 'Europe/Istanbul', berlin = 'Europe/Berlin'
test.each([
  ['asked in the morning', '2026-11-23T09:00:00+03:00', 7, istanbul, '2026-11-30T21:00:00.000Z'],
  ['asked a minute before midnight: the day it began is not counted', '2026-11-23T23:59:00+03:00', 7, istanbul, '2026-11-30T21:00:00.000Z'],
  ['over the turn of a leap year', '2028-02-27T12:00:00+03:00', 2, istanbul, '2028-02-29T21:00:00.000Z'],
  ['over a day of 25 hours she has all of the last day', '2026-10-23T12:00:00+02:00', 2, berlin, '2026-10-25T23:00:00.000Z'],
  ['over a day of 23 hours too', '2026-03-28T12:00:00+01:00', 1, berlin, '2026-03-29T22:00:00.000Z'],
] as const)('%s', (_, from, days, zone, end) => expect(endOfDays(new Date(from), days, zone).toISOString()).toBe(end))

test('she is asked once more half-way in the morning, and not where there is no day between', () => {
  expect(halfWay(new Date('2026-11-23T22:00:00+03:00'), 7, istanbul)?.toISOString()).toBe('2026-11-27T07:00:00.000Z')
  expect(halfWay(new Date('2026-10-24T12:00:00+02:00'), 2, berlin)?.toISOString()).toBe('2026-10-25T09:00:00.000Z')
  expect(halfWay(new Date('2026-11-23T22:00:00+03:00'), 1, istanbul)).toBeNull()
})
test('the last day is the one that ends then', () => expect(lastDayText(new Date('2026-11-30T21:00:00Z'), istanbul)).toEqual({ tr: '30 Kasım 2026 Pazartesi', en: 'Monday 30 November 2026' }))
