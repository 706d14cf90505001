/** What the search page's address says. */
import { CaseStatus } from '../../../../contracts/cases.ts'
import { Day } from '../../../../contracts/kit.ts'
import { PlaceId } from '../../../../contracts/places.ts'
import { TopicId } from '../../../../contracts/routing.ts'

export type SearchFilters = { q?: string; status?: CaseStatus[]; topicId?: TopicId; placeId?: PlaceId; from?: string; to?: string }
export function readSearch(search: Record<string, unknown>): SearchFilters {
  const q = typeof search.q === 'string' || typeof search.q === 'number' ? String(search.q).trim().slice(0, 120) : ''
  const status = [search.status ?? []].flat().flatMap((s) => CaseStatus.safeParse(s).data ?? [])
  const topicId = TopicId.safeParse(search.topicId).data, placeId = PlaceId.safeParse(search.placeId).data
  const from = Day.safeParse(search.from).data, to = Day.safeParse(search.to).data
  return { ...(q && { q }), ...(status.length && { status }), ...(topicId && { topicId }), ...(placeId && { placeId }), ...(from && { from }), ...(to && { to }) }
}
