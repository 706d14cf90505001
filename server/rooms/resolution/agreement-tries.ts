/** When a citizen who could not be reached is called again: each try in another part of the day. Pure. */
import type { TryWindow } from '../../../contracts/agreement.ts'
import { civil, instantOf, nextDay } from '../calendars/index.ts'

export type TryRules = { tries: number; windows: readonly TryWindow[]; daysBetween: number }
/** Minutes of the civil day; `from` after `to` spans midnight; equal: never quiet. */
export type Quiet = { from: number; to: number }

/** The part of the day a moment belongs to: the one it lies in, or the last that had begun; before all of them the first. */
export function windowAt(minute: number, windows: readonly TryWindow[]): number {
  const found = windows.findLastIndex((window) => minute >= window.from)
  return Math.max(0, found)
}
export const windowOf = (at: Date, windows: readonly TryWindow[], zone: string): number => windowAt(civil(at, zone).minute, windows)

/** Which of these tries, oldest first, count: the first of each part of the day. Two within one morning are one try. */
export function counting(tries: readonly Date[], windows: readonly TryWindow[], zone: string): boolean[] {
  const seen = new Set<number>()
  return tries.map((at) => {
    const window = windowOf(at, windows, zone)
    const first = !seen.has(window)
    seen.add(window)
    return first
  })
}

/** What of a window no quiet hour covers; undefined: nothing. */
function awake(window: TryWindow, quiet: Quiet): TryWindow | undefined {
  if (quiet.from === quiet.to) return window
  const nights = quiet.from < quiet.to ? [quiet] : [{ from: 0, to: quiet.to }, { from: quiet.from, to: 1440 }]
  const left = nights.reduce((part, night) => {
    if (night.to <= part.from || night.from >= part.to) return part
    return night.from <= part.from ? { from: Math.min(night.to, part.to), to: part.to } : { from: part.from, to: night.from }
  }, window)
  return left.to > left.from ? left : undefined
}

const mostDays = 60
/**
 * The next try: the first part of the day not tried yet, on a day of work, so many days after the last. Of a time that the clocks
 * skip, the moment after the skip.
 * @param isWorkDay a civil day, `2026-11-23`
 * @returns undefined when every part of the day has been tried, or lies in quiet hours
 */
export async function nextTry(now: Date, tries: readonly Date[], rules: TryRules, quiet: Quiet, zone: string, isWorkDay: (day: string) => Promise<boolean>): Promise<Date | undefined> {
  const tried = new Set(tries.map((at) => windowOf(at, rules.windows, zone)))
  if (tried.size >= rules.tries) return undefined
  const left = rules.windows.flatMap((window, i) => { const part = tried.has(i) ? undefined : awake(window, quiet); return part ? [part] : [] })
  if (!left.length) return undefined
  let { day } = civil(tries.at(-1) ?? now, zone)
  for (let n = 0; n < (tries.length ? rules.daysBetween : 0); n++) day = nextDay(day)
  for (let n = 0; n < mostDays; n++, day = nextDay(day)) {
    if (!(await isWorkDay(day))) continue
    for (const { from } of left) {
      const begins = instantOf({ day, minute: from }, zone)
      if (begins > now) return begins
    }
  }
  return undefined
}

/** The first moment from now on at which an unasked call wakes nobody. */
export function afterQuiet(now: Date, quiet: Quiet, zone: string): Date | null {
  const { day, minute } = civil(now, zone)
  if (quiet.from === quiet.to) return null
  const within = quiet.from < quiet.to ? minute >= quiet.from && minute < quiet.to : minute >= quiet.from || minute < quiet.to
  if (!within) return null
  return instantOf({ day: minute >= quiet.to ? nextDay(day) : day, minute: quiet.to }, zone)
}
