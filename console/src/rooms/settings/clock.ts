/** Times of a day and of a date as people type them. */

/** `8`, `830`, `8.30`, `08:30` → `08:30`; null when it is no time of a day. */
export function readClock(typed: string): string | null {
  const [, h, m = '0'] = /^\s*(\d{1,2})(?:[.:\s]?(\d{2}))?\s*$/.exec(typed) ?? []
  if (h === undefined) return null
  const hours = Number(h), minutes = Number(m)
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}
export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
export const clockOf = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The civil day and time of a moment. */
export function civilOf(at: Date, zone: string): { day: string; clock: string } {
  const p = Object.fromEntries(new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(at).map((x) => [x.type, x.value]))
  // A year that is still being typed is a year of few digits.
  return { day: `${String(p.year).padStart(4, '0')}-${p.month}-${p.day}`, clock: `${p.hour}:${p.minute}` }
}
/** The moment at which the clocks there show it; in the hour a clock skips, the one after. */
export function momentOf(day: string, clock: string, zone: string): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`) + minutesOf(clock) * 60_000
  const shift = (at: number) => { const c = civilOf(new Date(at), zone); return Date.parse(`${c.day}T${c.clock}:00Z`) - at }
  const first = wanted - shift(wanted)
  return new Date(wanted - shift(first))
}
export const dayAfter = (day: string, days = 1): string => new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
/** Monday is 1. */
export const weekdayOf = (day: string): number => ((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7) + 1
