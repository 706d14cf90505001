/** A week of working hours: what is wrong with it, in short words, and when a promise made in it falls due. */
import { clockOf, dayAfter, minutesOf, weekdayOf } from './clock.ts'

export type Period = { weekday: number; from: string; to: string }
export const sorted = (week: readonly Period[]): Period[] => [...week].sort((a, b) => a.weekday - b.weekday || (a.from < b.from ? -1 : 1))

/** The first period of each day that ends before it begins, or begins before the one above it has ended; by its place in the list. */
export function wrongPeriods(week: readonly Period[]): Map<number, 'backwards' | 'overlaps'> {
  const wrong = new Map<number, 'backwards' | 'overlaps'>()
  for (const [i, p] of week.entries()) {
    if (p.to <= p.from) wrong.set(i, 'backwards')
    else if (week.some((o, j) => j < i && o.weekday === p.weekday && o.from < p.to && p.from < o.to)) wrong.set(i, 'overlaps')
  }
  return wrong
}
/** The day's periods in place of those of the other days. */
export const copied = (week: readonly Period[], from: number, to: readonly number[]): Period[] =>
  sorted([...week.filter((p) => !to.includes(p.weekday) || p.weekday === from), ...to.filter((d) => d !== from).flatMap((weekday) => week.filter((p) => p.weekday === from).map((p) => ({ ...p, weekday })))])
/** Days that work alike, together: `[[1,2,3,4,5], "08:00–12:00, 13:00–17:00"]`. */
export function alike(week: readonly Period[]): [days: number[], hours: string][] {
  const all: [number[], string][] = []
  for (let day = 1; day <= 7; day++) {
    const hours = sorted(week).filter((p) => p.weekday === day).map((p) => `${p.from}–${p.to}`).join(', ')
    const last = all.at(-1)
    if (last && last[1] === hours) last[0].push(day)
    else all.push([[day], hours])
  }
  return all
}
export const hoursIn = (week: readonly Period[]): number => week.reduce((sum, p) => sum + Math.max(0, minutesOf(p.to) - minutesOf(p.from)), 0) / 60

/**
 * The civil moment at which so many working hours have passed; null when they never do. An example for the eye: the desk
 * counts by itself, and by the zone's own clock changes.
 * @param ends by day, the time at which a holiday's work ends; `00:00` for a whole day off
 */
export function fallsDue(from: { day: string; clock: string }, hours: number, week: readonly Period[], ends: ReadonlyMap<string, string>): { day: string; clock: string } | null {
  let left = hours * 60, day = from.day
  for (let i = 0; i < 3_700; i++, day = dayAfter(day)) {
    const end = minutesOf(ends.get(day) ?? '24:00')
    for (const p of sorted(week).filter((x) => x.weekday === weekdayOf(day))) {
      const begins = Math.max(minutesOf(p.from), i === 0 ? minutesOf(from.clock) : 0)
      const length = Math.min(minutesOf(p.to), end) - begins
      if (length <= 0) continue
      if (length >= left) return { day, clock: clockOf(Math.ceil(begins + left)) }
      left -= length
    }
  }
  return null
}
