/** What the list of answers shows, as the address carries it. */
import { ArticleKind, ArticleState } from '../../../../contracts/knowledge.ts'

export const tabs = ['answers', 'questions', 'figures'] as const
export type Tab = (typeof tabs)[number]
export const sorts = ['changed', 'read', 'expiring'] as const
export type KnowledgeFilters = {
  tab?: Exclude<Tab, 'answers'>; state?: ArticleState; kind?: ArticleKind; q?: string; placeId?: string; topicId?: string; sort?: 'read' | 'expiring'
}
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const idOf = (value: unknown) => (typeof value === 'string' && uuid.test(value) ? value : undefined)

/** Reads an address that anyone may have typed: what makes no sense is left out. */
export function readKnowledge(s: Record<string, unknown>): KnowledgeFilters {
  const read: KnowledgeFilters = {
    tab: s.tab === 'questions' || s.tab === 'figures' ? s.tab : undefined, state: ArticleState.safeParse(s.state).data, kind: ArticleKind.safeParse(s.kind).data,
    q: typeof s.q === 'string' || typeof s.q === 'number' ? String(s.q).slice(0, 120) || undefined : undefined, placeId: idOf(s.placeId), topicId: idOf(s.topicId),
    sort: s.sort === 'read' || s.sort === 'expiring' ? s.sort : undefined,
  }
  return Object.fromEntries(Object.entries(read).filter(([, v]) => v !== undefined))
}
export const narrowing = (f: KnowledgeFilters) => [f.state, f.kind, f.q, f.placeId, f.topicId].filter(Boolean).length
