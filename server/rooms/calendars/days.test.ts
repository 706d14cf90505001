import { describe, expect, test } from 'vitest'
import { backFrom, minutesBetween, nthWorkDay, nthWorkDayBefore } from './days.ts'
import type { WorkingTime } from './working-time.ts'

const office = [1, 2, 3, 4, 5].flatMap((weekday) => [{ weekday, from: 480, to: 720 }, { weekday, from: 780, to: 1020 }])
/** 19 March 2026 ends at 13:00, 20–22 are the feast. */
const feast = new Map([['2026-03-19', 780], ['2026-03-20', 0], ['2026-03-21', 0], ['2026-03-22', 0]])
const time: WorkingTime = { zone: 'Europe/Istanbul', week: office, holidays: feast }
const at = (text: string) => new Date(`${text}+03:00`)

test.each([
  ['one day of two stretches', '2026-03-09T08:00', '2026-03-09T17:00', 480],
  ['the midday break is none', '2026-03-09T11:30', '2026-03-09T13:30', 60],
  ['a night and a weekend are none', '2026-03-06T16:00', '2026-03-09T09:00', 120],
  ['the afternoon of an eve, and a feast, are none', '2026-03-19T11:00', '2026-03-23T09:00', 120],
  ['a leap day is a day like any other', '2028-02-28T16:00', '2028-03-01T09:00', 60 + 480 + 60],
  ['backwards there is nothing', '2026-03-09T12:00', '2026-03-09T09:00', 0],
])('minutes of work between two moments: %s', (_, from, to, minutes) => {
  expect(minutesBetween(at(from), at(to), time)).toBe(minutes)
})

describe('working time counted back from a due time', () => {
  test.each([
    ['within a stretch', 60, '2026-03-09T10:00', '2026-03-09T09:00'],
    ['over the midday break', 60, '2026-03-09T13:30', '2026-03-09T11:30'],
    ['over a weekend', 120, '2026-03-09T09:00', '2026-03-06T16:00'],
    ['over a feast to the noon of its eve', 90, '2026-03-23T08:30', '2026-03-19T11:00'],
    ['from a moment at night', 60, '2026-03-09T22:00', '2026-03-09T16:00'],
    ['over many weeks', 480 * 40, '2026-03-02T17:00', '2026-01-06T08:00'],
  ])('%s', (_, minutes, to, from) => {
    expect(backFrom(at(to), minutes, time)).toEqual(at(from))
  })
  test('is the way forward, backwards: for every quarter of an hour of a week', () => {
    for (let minutes = 0; minutes <= 2400; minutes += 15) {
      const from = backFrom(at('2026-03-23T17:00'), minutes, time)!
      expect(minutesBetween(from, at('2026-03-23T17:00'), time)).toBe(minutes)
    }
  })
  test('of a calendar that never works there is no such moment', () => {
    expect(backFrom(at('2026-03-09T10:00'), 60, { ...time, week: [] })).toBeUndefined()
    expect(nthWorkDayBefore(at('2026-03-09T10:00'), 1, { ...time, week: [] })).toBeUndefined()
  })
})

describe('days of work, counted one by one', () => {
  test.each([
    ['Friday to Monday', 1, '2026-03-06T10:00', '2026-03-09T10:00'],
    ['half a day before a feast is one', 1, '2026-03-18T10:00', '2026-03-19T10:00'],
    ['a feast is none', 2, '2026-03-18T10:00', '2026-03-23T10:00'],
    ['from a Sunday the first is Monday', 1, '2026-03-08T10:00', '2026-03-09T10:00'],
    ['over the leap day', 1, '2028-02-28T10:00', '2028-02-29T10:00'],
  ])('forwards: %s', (_, n, from, to) => expect(nthWorkDay(at(from), n, 'same_time', time)).toEqual(at(to)))
  test.each([
    ['Monday to Friday', 1, '2026-03-09T10:00', '2026-03-06T10:00'],
    ['a feast is none, its eve is one', 1, '2026-03-23T10:00', '2026-03-19T10:00'],
    ['two days', 2, '2026-03-23T10:00', '2026-03-18T10:00'],
    ['over the leap day', 1, '2028-03-01T10:00', '2028-02-29T10:00'],
  ])('backwards: %s', (_, n, from, to) => expect(nthWorkDayBefore(at(from), n, time)).toEqual(at(to)))
})

describe('where clocks change, working time is what the clocks on the wall say', () => {
  // Berlin: on 29 March 2026 02:00 becomes 03:00, on 25 October 03:00 becomes 02:00.
  const berlin: WorkingTime = { zone: 'Europe/Berlin', week: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, to: 1440 })), holidays: new Map() }
  test('a day of 23 hours has 23 hours of work, one of 25 has 25', () => {
    expect(minutesBetween(new Date('2026-03-28T23:00:00Z'), new Date('2026-03-29T22:00:00Z'), berlin)).toBe(23 * 60)
    expect(minutesBetween(new Date('2026-10-24T22:00:00Z'), new Date('2026-10-25T23:00:00Z'), berlin)).toBe(25 * 60)
  })
  test('the next working day at the same time is at the same time by the clock', () => {
    expect(nthWorkDay(new Date('2026-03-28T09:00:00Z'), 1, 'same_time', berlin)).toEqual(new Date('2026-03-29T08:00:00Z'))
    expect(nthWorkDayBefore(new Date('2026-10-25T09:00:00Z'), 1, berlin)).toEqual(new Date('2026-10-24T08:00:00Z'))
  })
  test('counted back it is the same time again', () => {
    expect(backFrom(new Date('2026-03-29T22:00:00Z'), 23 * 60, berlin)).toEqual(new Date('2026-03-28T23:00:00Z'))
  })
})
