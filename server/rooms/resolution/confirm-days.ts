/** When a question falls silent, and when it is asked once more: civil days of the municipality, however long each is. Pure. */
import { civil, instantOf } from '../calendars/index.ts'

const plusDays = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * 60 * 60_000).toISOString().slice(0, 10)
/** The end of the nth civil day after this one: she has all of the last day. */
export const endOfDays = (from: Date, days: number, zone: string): Date => instantOf({ day: plusDays(civil(from, zone).day, days + 1), minute: 0 }, zone)
/** Half-way, in the morning; null where there is no day between. */
export const halfWay = (from: Date, days: number, zone: string): Date | null =>
  days > 1 ? instantOf({ day: plusDays(civil(from, zone).day, Math.ceil(days / 2)), minute: 10 * 60 }, zone) : null
/** `27 Kasım 2026 Cuma`: the last day of a time that ends with this moment. */
export function lastDayText(until: Date, zone: string): { tr: string; en: string } {
  const day = new Date(until.getTime() - 1)
  const part = (language: string) => Object.fromEntries(new Intl.DateTimeFormat(language, { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).formatToParts(day).map((p) => [p.type, p.value]))
  const [tr, en] = [part('tr'), part('en-GB')]
  return { tr: `${tr.day} ${tr.month} ${tr.year} ${tr.weekday}`, en: `${en.weekday} ${en.day} ${en.month} ${en.year}` }
}
