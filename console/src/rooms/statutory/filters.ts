/** What the register's address says: `/statutory?show=all&statute=petition`. */
import { DirectorateId } from '../../../../contracts/identity.ts'
import { Statute, StatutoryQuery } from '../../../../contracts/statutory.ts'

export type StatutoryFilters = { show?: 'ended' | 'all'; statute?: Statute; directorateId?: DirectorateId; overdue?: true; month?: string; q?: string }
export function readStatutory(search: Record<string, unknown>): StatutoryFilters {
  const show = search.show === 'ended' || search.show === 'all' ? search.show : undefined
  const statute = Statute.safeParse(search.statute).data, directorateId = DirectorateId.safeParse(search.directorateId).data, month = StatutoryQuery.shape.month.safeParse(search.month).data
  const q = typeof search.q === 'string' || typeof search.q === 'number' ? String(search.q).trim().slice(0, 120) : ''
  return { ...(show && { show }), ...(statute && { statute }), ...(directorateId && { directorateId }), ...((search.overdue === true || search.overdue === 'true') && { overdue: true as const }), ...(month && { month }), ...(q && { q }) }
}
/** The months one can ask for: this one and the eleven before it, `2026-11` first. */
export function months(today: string, most = 12): string[] {
  const [year, month] = today.split('-').map(Number) as [number, number]
  return Array.from({ length: most }, (_, i) => new Date(Date.UTC(year, month - 1 - i, 1)).toISOString().slice(0, 7))
}
