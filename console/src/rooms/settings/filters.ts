/** What stands in the addresses of the administration area. */
import type { Filter } from './rows.ts'

const words = (v: unknown): string | undefined => (typeof v === 'string' && v.trim() ? v.slice(0, 120) : typeof v === 'number' ? String(v) : undefined)
type Search = Record<string, unknown>
const without = <T extends Record<string, unknown>>(search: T): T => Object.fromEntries(Object.entries(search).filter(([, v]) => v !== undefined)) as T

export type ListSearch = { q?: string; show?: Filter; /** An import instead of the list. */ take?: 'list' | 'borders'; /** Opens the invitation, for this directorate. */ invite?: string }
export const readList = ({ q, show, take, invite }: Search): ListSearch =>
  without({ q: words(q), show: show === 'retired' || show === 'all' ? show : undefined, take: take === 'list' || take === 'borders' ? take : undefined, invite: words(invite) })
export type ThingSearch = { /** The field to stand in. */ field?: string; groupId?: string; placeId?: string; /** Of the message text that is missing. */ key?: string }
export const readThing = ({ field, groupId, placeId, key }: Search): ThingSearch => without({ field: words(field), groupId: words(groupId), placeId: words(placeId), key: words(key) })
export const readChanges = ({ kind }: Search): { kind?: string } => without({ kind: words(kind) })
