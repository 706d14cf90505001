/** What the report's address says: `/report?day=2026-11-23&period=week`. */
import { StaffId } from '../../../../contracts/identity.ts'
import { Day } from '../../../../contracts/kit.ts'
import { ReportPeriod } from '../../../../contracts/insights.ts'

export type ReportFilters = { day?: string; period?: ReportPeriod }
export function readReport(search: Record<string, unknown>): ReportFilters {
  const day = Day.safeParse(search.day).data, period = ReportPeriod.safeParse(search.period).data
  return { ...(day && { day }), ...(period && period !== 'day' && { period }) }
}
export type DayFilters = { day?: string; staffId?: StaffId }
export function readDay(search: Record<string, unknown>): DayFilters {
  const day = Day.safeParse(search.day).data, staffId = StaffId.safeParse(search.staffId).data
  return { ...(day && { day }), ...(staffId && { staffId }) }
}
/** The day a period earlier or later; of a month its first. */
export function stepped(day: string, period: ReportPeriod, by: 1 | -1): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const at = period === 'month' ? Date.UTC(year, month - 1 + by, 1) : Date.UTC(year, month - 1, date + by * (period === 'week' ? 7 : 1))
  return new Date(at).toISOString().slice(0, 10)
}
