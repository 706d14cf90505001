/** Days of work, counted one by one. Pure. */
import type { Stretch } from './deadline.ts'
import { stretchesFrom, type WorkingTime } from './working-time.ts'
import { civil, instantOf } from './zone.ts'

/**
 * The nth day of work after the day of `from`, which is not counted itself. A day with any working time is one: half a day
 * before a holiday too. `same_time`: at the minute of `from`; `end_of_day`: its last minute. Undefined when there are not so many.
 */
export function nthWorkDay(from: Date, n: number, ends: 'same_time' | 'end_of_day', time: WorkingTime): Date | undefined {
  const start = civil(from, time.zone)
  let last = start.day
  let left = n
  for (const stretch of stretchesFrom(from, time)) {
    const { day } = civil(stretch.from, time.zone)
    if (stretch.to <= stretch.from || day === last) continue
    last = day
    if (--left > 0) continue
    if (ends === 'end_of_day') return instantOf({ day, minute: 1439 }, time.zone)
    // The seconds too: a word a moment too early is no word too late.
    const at = instantOf({ day, minute: start.minute }, time.zone)
    return new Date(at.getTime() + (from.getTime() % 60_000))
  }
  return undefined
}

/** Minutes of working time between two moments, in their order. */
export function minutesBetween(from: Date, to: Date, time: WorkingTime): number {
  let sum = 0
  for (const stretch of stretchesFrom(from, time)) {
    if (stretch.from >= to) break
    sum += Math.max(0, Math.min(stretch.to.getTime(), to.getTime()) - Math.max(stretch.from.getTime(), from.getTime()))
  }
  return sum / 60_000
}

const dayMs = 86_400_000
/** How many days back is looked, in growing steps: nearly everything stands in the first. */
const reaches = [8, 32, 128, 512, 2048]
/** Working time before a moment, the nearest first. */
function* stretchesBack(to: Date, time: WorkingTime): Generator<Stretch> {
  let seen = to.getTime()
  for (const days of reaches) {
    const from = new Date(to.getTime() - days * dayMs)
    const found: Stretch[] = []
    for (const stretch of stretchesFrom(from, time)) {
      if (stretch.from.getTime() >= seen) break
      if (stretch.to > stretch.from) found.push({ from: stretch.from, to: new Date(Math.min(stretch.to.getTime(), seen)) })
    }
    yield* found.reverse()
    seen = found.at(-1)?.from.getTime() ?? seen
  }
}
/** The latest moment from which so many working minutes are left until `to`; undefined when there are not so many. */
export function backFrom(to: Date, minutes: number, time: WorkingTime): Date | undefined {
  let left = minutes * 60_000
  for (const stretch of stretchesBack(to, time)) {
    const length = stretch.to.getTime() - stretch.from.getTime()
    if (length >= left) return new Date(stretch.to.getTime() - left)
    left -= length
  }
  return undefined
}
/** The nth day of work before the day of `to`, at the minute of `to`. */
export function nthWorkDayBefore(to: Date, n: number, time: WorkingTime): Date | undefined {
  const end = civil(to, time.zone)
  let last = end.day
  let left = n
  for (const stretch of stretchesBack(to, time)) {
    const { day } = civil(stretch.from, time.zone)
    if (day === last) continue
    last = day
    if (--left === 0) return instantOf({ day, minute: end.minute }, time.zone)
  }
  return undefined
}
