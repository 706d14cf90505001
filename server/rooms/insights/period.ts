/** The civil days a report tells of, as moments in the municipality's zone. Pure. */
import type { ReportPeriod } from '../../../contracts/insights.ts'
import { instantOf, weekdayOf } from '../calendars/index.ts'

export type Span = { from: string; to: string; begins: Date; ends: Date }

/** @param day any day in it. Weeks run from Monday to Sunday (ISO 8601). */
export function spanOf(day: string, period: ReportPeriod, zone: string): Span {
  const from = firstDay(day, period), to = addDays(nextFirst(from, period), -1)
  return { from, to, begins: midnight(from, zone), ends: midnight(addDays(to, 1), zone) }
}
/** The one before; of a day the same day of the week before, since Mondays are not like Sundays. */
export const spanBefore = ({ from }: Span, period: ReportPeriod, zone: string): Span => spanOf(addDays(from, period === 'month' ? -1 : -7), period, zone)

export const addDays = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const midnight = (day: string, zone: string): Date => instantOf({ day, minute: 0 }, zone)

function firstDay(day: string, period: ReportPeriod): string {
  if (period === 'month') return `${day.slice(0, 7)}-01`
  return period === 'week' ? addDays(day, 1 - weekdayOf(day)) : day
}
function nextFirst(first: string, period: ReportPeriod): string {
  return period === 'month' ? firstDay(addDays(first, 31), 'month') : addDays(first, period === 'week' ? 7 : 1)
}
