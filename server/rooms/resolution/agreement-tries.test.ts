import { describe, expect, test } from 'vitest'
import { afterQuiet, counting, nextTry, type TryRules, windowOf } from './agreement-tries.ts'

const zone = 'Europe/Istanbul'
const rules: TryRules = { tries: 3, windows: [{ from: 540, to: 720 }, { from: 780, to: 1020 }, { from: 1020, to: 1200 }], daysBetween: 1 }
const quiet = { from: 21 * 60 + 30, to: 8 * 60 }
const at = (text: string) => new Date(`${text}+03:00`)
const weekdays = async (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
const next = (now: string, tries: string[], more: Partial<TryRules> = {}, night = quiet, works = weekdays, where = zone) =>
  nextTry(at(now), tries.map(at), { ...rules, ...more }, night, where, works)

describe('the next try', () => {
  test('is in another part of the day than all before, a day later, and there is none after the last', async () => {
    expect(await next('2026-11-23T09:30', ['2026-11-23T09:30'])).toEqual(at('2026-11-24T13:00'))
    expect(await next('2026-11-24T13:20', ['2026-11-23T09:30', '2026-11-24T13:20'])).toEqual(at('2026-11-25T17:00'))
    expect(await next('2026-11-25T17:10', ['2026-11-23T09:30', '2026-11-24T13:20', '2026-11-25T17:10'])).toBeUndefined()
  })
  test('three tries made whenever it says never fall into one part of the day', async () => {
    for (const first of ['08:10', '09:00', '11:59', '12:30', '15:00', '16:59', '18:00', '21:00']) {
      const tries: string[] = [`2026-11-23T${first}`]
      while (tries.length < 9) {
        const then = await next(tries.at(-1)!, tries)
        if (!then) break
        tries.push(new Date(then.getTime() + 3 * 3_600_000).toISOString().slice(0, 16))
      }
      expect(tries).toHaveLength(3)
      expect(new Set(tries.map((one) => windowOf(at(one), rules.windows, zone))).size).toBe(3)
    }
  })
  test('two tries in one morning are one: the afternoon and the evening are still to come', async () => {
    const twice = ['2026-11-23T09:30', '2026-11-23T11:00']
    expect(counting(twice.map(at), rules.windows, zone)).toEqual([true, false])
    expect(await next('2026-11-23T11:00', twice)).toEqual(at('2026-11-24T13:00'))
  })
  test('passes over the weekend and over a holiday', async () => {
    expect(await next('2026-11-27T10:00', ['2026-11-27T10:00'])).toEqual(at('2026-11-30T13:00'))
    const holiday = async (day: string) => day !== '2026-11-24' && weekdays(day)
    expect(await next('2026-11-23T10:00', ['2026-11-23T10:00'], {}, quiet, holiday)).toEqual(at('2026-11-25T13:00'))
  })
  test('with no days between them the same day’s next part will do', async () => {
    expect(await next('2026-11-23T10:00', ['2026-11-23T10:00'], { daysBetween: 0 })).toEqual(at('2026-11-23T13:00'))
    expect(await next('2026-11-23T14:00', ['2026-11-23T14:00'], { daysBetween: 0 })).toEqual(at('2026-11-23T17:00'))
  })
  test('begins when the quiet hours end, and leaves out what lies in them', async () => {
    expect(await next('2026-11-23T14:00', ['2026-11-23T14:00'], {}, { from: 18 * 60, to: 10 * 60 })).toEqual(at('2026-11-24T10:00'))
    const evening = { from: 17 * 60, to: 9 * 60 }
    expect(await next('2026-11-24T14:00', ['2026-11-23T10:00', '2026-11-24T14:00'], {}, evening)).toBeUndefined()
  })
  test('keeps the clock on the wall where clocks change, and skips an hour that is not there', async () => {
    const berlin = 'Europe/Berlin', everyDay = async () => true
    // Clocks go back on 25 October 2026 and forward on 28 March 2027.
    expect(await nextTry(new Date('2026-10-24T08:00Z'), [new Date('2026-10-24T08:00Z')], rules, quiet, berlin, everyDay)).toEqual(new Date('2026-10-25T12:00Z'))
    const early = { ...rules, windows: [{ from: 150, to: 200 }, { from: 780, to: 1020 }], tries: 2 }
    expect(await nextTry(new Date('2027-03-27T13:00Z'), [new Date('2027-03-27T13:00Z')], early, { from: 0, to: 0 }, berlin, everyDay)).toEqual(new Date('2027-03-28T01:30Z'))
  })
  test('a calendar that never works has no next try', async () => {
    expect(await next('2026-11-23T10:00', ['2026-11-23T10:00'], {}, quiet, async () => false)).toBeUndefined()
  })
})

test('what is approved at night sleeps until the morning, and by day not at all', () => {
  expect(afterQuiet(at('2026-11-23T22:00'), quiet, zone)).toEqual(at('2026-11-24T08:00'))
  expect(afterQuiet(at('2026-11-24T02:00'), quiet, zone)).toEqual(at('2026-11-24T08:00'))
  expect(afterQuiet(at('2026-11-23T12:00'), quiet, zone)).toBeNull()
  expect(afterQuiet(at('2026-11-23T22:00'), { from: 0, to: 0 }, zone)).toBeNull()
})
