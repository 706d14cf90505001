import { expect, test } from 'vitest'
import { civil, instantOf, nextDay, weekdayOf } from './zone.ts'

const utc = (text: string) => new Date(`${text}Z`)

test.each([
  ['Europe/Istanbul', '2026-03-06T05:00:00', '2026-03-06', 8 * 60],
  ['Europe/Istanbul', '2026-12-31T21:00:00', '2027-01-01', 0],
  ['Europe/Istanbul', '2015-07-01T05:00:00', '2015-07-01', 8 * 60],
  ['Europe/Berlin', '2026-07-01T22:30:00', '2026-07-02', 30],
  ['Asia/Kathmandu', '2026-01-01T18:14:00', '2026-01-01', 23 * 60 + 59],
  ['America/St_Johns', '2026-01-01T03:29:59.900', '2025-12-31', 23 * 60 + 59],
])('in %s, %s shows on the wall clock as %s', (zone, at, day, minute) => {
  expect(civil(utc(at), zone)).toEqual({ day, minute })
})

test('every quarter of an hour of a year comes back as the same instant, or as the first of two', () => {
  for (const zone of ['Europe/Berlin', 'Australia/Lord_Howe'])
    for (let at = Date.UTC(2025, 11, 31); at < Date.UTC(2026, 11, 31); at += 15 * 60_000) {
      const back = instantOf(civil(new Date(at), zone), zone).getTime()
      if (back !== at) {
        expect(back).toBeLessThan(at)
        expect(civil(new Date(back), zone)).toEqual(civil(new Date(at), zone))
      }
    }
})

test.each([
  ['the end of a day is the next one’s beginning', 'Europe/Istanbul', '2026-02-28', 1440, '2026-02-28T21:00:00'],
  ['half past two of a missing hour is half past three', 'Europe/Berlin', '2026-03-29', 150, '2026-03-29T01:30:00'],
  ['half past two that comes twice is the first', 'Europe/Berlin', '2026-10-25', 150, '2026-10-25T00:30:00'],
  ['and what follows it is not moved', 'Europe/Berlin', '2026-10-25', 180, '2026-10-25T02:00:00'],
])('%s', (_, zone, day, minute, at) => {
  expect(instantOf({ day, minute }, zone)).toEqual(utc(at))
})

test('days follow one another over leap days and years, with Monday as the first of a week', () => {
  expect(nextDay('2028-02-28')).toBe('2028-02-29')
  expect(nextDay('2026-12-31')).toBe('2027-01-01')
  expect(['2026-03-02', '2026-03-08'].map(weekdayOf)).toEqual([1, 7])
})
