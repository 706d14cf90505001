import { CrewId } from '../../../../contracts/work.ts'
import { Day } from '../../../../contracts/kit.ts'

export const shows = ['todo', 'waiting', 'crew', 'late', 'all'] as const
export type Show = (typeof shows)[number]
export type OrderFilters = { show?: Show; day?: string; crew?: CrewId }
export function readOrders(s: Record<string, unknown>): OrderFilters {
  const day = Day.safeParse(s.day), crew = CrewId.safeParse(s.crew), show = shows.find((one) => one === s.show)
  return { ...(show && show !== 'todo' && { show }), ...(day.success && { day: day.data }), ...(crew.success && { crew: crew.data }) }
}
export const readJob = (s: Record<string, unknown>): { order?: string } => (typeof s.order === 'string' && /^[0-9a-f-]{36}$/i.test(s.order) ? { order: s.order } : {})
