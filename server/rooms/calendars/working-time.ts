/** A week and its holidays, laid out as stretches of working time. */
import type { Stretch } from './deadline.ts'
import { civil, instantOf, nextDay, weekdayOf } from './zone.ts'

/** Civil time, in minutes of the day; 1440 ends it. */
export type Period = { weekday: number; from: number; to: number }
export type WorkingTime = {
  zone: string
  week: readonly Period[]
  /** Minute at which work ends on a holiday: 0 for all of it. Empty for who works through. */
  holidays: ReadonlyMap<string, number>
}

/** The longest promise (10,000 hours) at ten hours a week; beyond it a calendar has no working time worth waiting for. */
const mostDays = 7_000

/** Working time from the civil day of `from` on, in order. */
export function* stretchesFrom(from: Date, { zone, week, holidays }: WorkingTime): Generator<Stretch> {
  if (week.length === 0) return
  let day = civil(from, zone).day
  for (let i = 0; i < mostDays; i++, day = nextDay(day)) {
    const ends = holidays.get(day) ?? 1440
    const weekday = weekdayOf(day)
    const periods = week.filter((p) => p.weekday === weekday && p.from < ends).sort((a, b) => a.from - b.from)
    for (const period of periods)
      yield { from: instantOf({ day, minute: period.from }, zone), to: instantOf({ day, minute: Math.min(period.to, ends) }, zone) }
  }
}

export function isWorking(at: Date, time: WorkingTime): boolean {
  for (const { from, to } of stretchesFrom(at, time)) {
    if (from > at) return false
    if (at < to) return true
  }
  return false
}
