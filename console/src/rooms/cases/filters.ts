/** What the inbox shows, as the address carries it: an address can be sent to a colleague and kept as a bookmark. */
import type { z } from 'zod'
import { CaseStatus, type InboxQuery } from '../../../../contracts/cases.ts'
import { CaseKind } from '../../../../contracts/routing.ts'

export const views = ['mine', 'returned', 'all'] as const
export type View = (typeof views)[number]
export type InboxFilters = {
  view?: View; status?: CaseStatus[]; kind?: CaseKind[]; topicId?: string; placeId?: string; part?: 'lead' | 'supporting'
  late?: true; unread?: true; today?: true; emergency?: true; mentioned?: true; escalated?: true; q?: string; sort?: 'newest'
  /** The case in the preview. */
  case?: string
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const someOf = <V extends string>(schema: z.ZodEnum<{ [K in V]: K }>, value: unknown): V[] | undefined => {
  const found = [value].flat().flatMap((v) => { const r = schema.safeParse(v); return r.success ? [r.data as V] : [] })
  return found.length ? [...new Set(found)] : undefined
}
const idOf = (value: unknown) => (typeof value === 'string' && uuid.test(value) ? value : undefined)
const on = (value: unknown): true | undefined => (value === true || value === 'true' ? true : undefined)

/** Reads an address that anyone may have typed: what makes no sense is left out. */
export function readInbox(s: Record<string, unknown>): InboxFilters {
  const read: InboxFilters = {
    view: views.find((v) => v === s.view), status: someOf(CaseStatus, s.status), kind: someOf(CaseKind, s.kind), topicId: idOf(s.topicId), placeId: idOf(s.placeId),
    part: s.part === 'lead' || s.part === 'supporting' ? s.part : undefined, late: on(s.late), unread: on(s.unread), today: on(s.today), emergency: on(s.emergency), mentioned: on(s.mentioned), escalated: on(s.escalated),
    q: typeof s.q === 'string' || typeof s.q === 'number' ? String(s.q).slice(0, 120) || undefined : undefined, sort: s.sort === 'newest' ? 'newest' : undefined, case: idOf(s.case),
  }
  return Object.fromEntries(Object.entries(read).filter(([, v]) => v !== undefined))
}
/** What is asked of the desk for these filters. */
export function asked(f: InboxFilters): Omit<z.input<typeof InboxQuery>, 'status' | 'kind'> & Pick<InboxFilters, 'status' | 'kind'> {
  return {
    view: f.view ?? 'mine', sort: f.sort ?? 'due', status: f.status, kind: f.kind, topicId: f.topicId, placeId: f.placeId, part: f.part,
    late: f.late && 'true', unread: f.unread && 'true', today: f.today && 'true', emergency: f.emergency && 'true', mentioned: f.mentioned && 'true', escalated: f.escalated && 'true', q: f.q,
  }
}
/** How many filters narrow the list, beside the view. */
export const narrowing = (f: InboxFilters) => [f.status, f.kind, f.topicId, f.placeId, f.part, f.late, f.unread, f.today, f.emergency, f.mentioned, f.escalated, f.q].filter(Boolean).length
