import { expect, test } from 'vitest'
import { clock, dayOf, duration, relative, showTime } from './time.ts'

const now = new Date('2026-11-23T11:00:00Z')
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

test.each([
  [0, 'şimdi', 'now'],
  [1, '1 dakika sonra', 'in 1 minute'],
  [120, '2 saat sonra', 'in 2 hours'],
  [-180, '3 saat önce', '3 hours ago'],
  [35 * 60, '35 saat sonra', 'in 35 hours'],
  [72 * 60, '3 gün sonra', 'in 3 days'],
])('%d minutes from now reads "%s" and "%s"', (minutes, tr, en) => {
  expect(relative(after(minutes), now, 'tr')).toBe(tr)
  expect(relative(after(minutes), now, 'en')).toBe(en)
})
test('a length of time is never shorter than a minute', () => {
  expect(duration(2_000, 'tr')).toBe('1 dakika')
  expect(duration(26 * 3_600_000, 'tr')).toBe('26 saat')
})
test('times stand in the municipality’s zone and the local form', () => {
  expect(showTime(now, 'table', 'tr', 'Europe/Istanbul')).toBe('23.11.2026 14:00')
  expect(showTime(now, 'table', 'en', 'Europe/Istanbul')).toBe('23.11.2026 14:00')
  expect(showTime(now, 'prose', 'tr', 'Europe/Istanbul')).toBe('23 Kasım 2026 Pazartesi 14:00')
  expect(dayOf(new Date('2026-11-23T22:00:00Z'), 'Europe/Istanbul')).toBe('2026-11-24')
})
test('a running clock shows hours only when there are any', () => {
  expect(clock(134)).toBe('2:14')
  expect(clock(3_729)).toBe('1:02:09')
  expect(clock(-5)).toBe('0:00')
})
