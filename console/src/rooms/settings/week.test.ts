import { describe, expect, test } from 'vitest'
import { alike, copied, fallsDue, hoursIn, wrongPeriods, type Period } from './week.ts'

const office: Period[] = [1, 2, 3, 4, 5].flatMap((weekday) => [{ weekday, from: '08:00', to: '12:00' }, { weekday, from: '13:00', to: '17:00' }])
describe('a week of hours', () => {
  test('names what ends before it begins and what overlaps, where it stands', () => {
    expect([...wrongPeriods([{ weekday: 1, from: '08:00', to: '12:00' }, { weekday: 1, from: '11:00', to: '13:00' }, { weekday: 2, from: '17:00', to: '08:00' }, { weekday: 1, from: '13:00', to: '24:00' }])]).toEqual([[1, 'overlaps'], [2, 'backwards']])
    expect(wrongPeriods(office).size).toBe(0)
  })
  test('copies one day over others and leaves the rest', () => {
    const week = copied([{ weekday: 1, from: '09:00', to: '15:00' }, { weekday: 3, from: '08:00', to: '17:00' }, { weekday: 6, from: '10:00', to: '12:00' }], 1, [1, 2, 3])
    expect(week).toEqual([1, 2, 3].map((weekday) => ({ weekday, from: '09:00', to: '15:00' })).concat([{ weekday: 6, from: '10:00', to: '12:00' }]))
  })
  test('says days that work alike together', () => {
    expect(alike(office)).toEqual([[[1, 2, 3, 4, 5], '08:00–12:00, 13:00–17:00'], [[6, 7], '']])
    expect(hoursIn(office)).toBe(40)
  })
})
describe('when a promise falls due', () => {
  const ends = new Map([['2026-10-28', '13:00'], ['2026-10-29', '00:00']])
  test.each<[string, { day: string; clock: string }, number, string, string]>([
    ['the same day', { day: '2026-11-23', clock: '10:00' }, 2, '2026-11-23', '12:00'],
    ['over the midday break', { day: '2026-11-23', clock: '10:00' }, 3, '2026-11-23', '14:00'],
    ['over the weekend', { day: '2026-11-27', clock: '16:00' }, 2, '2026-11-30', '09:00'],
    ['over a half day and a holiday', { day: '2026-10-28', clock: '10:00' }, 3, '2026-10-30', '09:00'],
    ['from a day off', { day: '2026-11-28', clock: '10:00' }, 1, '2026-11-30', '09:00'],
  ])('%s', (_, from, hours, day, clock) => expect(fallsDue(from, hours, office, ends)).toEqual({ day, clock }))
  test('a calendar without hours never gets there', () => expect(fallsDue({ day: '2026-11-23', clock: '10:00' }, 1, [], ends)).toBeNull())
})
