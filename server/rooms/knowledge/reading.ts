/** Answers and announcements: what anyone at the desk may be told. Here they are found, listed and shown. */
import type { z } from 'zod'
import { foldedWords } from '../../../contracts/fold.ts'
import type { StaffId } from '../../../contracts/identity.ts'
import {
  type Article, type ArticleCommand, type ArticleId, type ArticleListQuery, type ArticleRow, type ArticleState, type ArticleVersion, cannot, type knowledgeApi, type KnowledgeHit, type Writer,
} from '../../../contracts/knowledge.ts'
import type { PlaceId } from '../../../contracts/places.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { municipality, staffByIds } from '../identity/index.ts'
import { placeLabel, placesByIds } from '../places/index.ts'
import { catalogue } from './catalogue.ts'
import * as counting from './counting.store.ts'
import { announcementsFor, type Asked, findArticles, type Found } from './search.ts'
import * as store from './store.ts'

/** An article with all its versions, newest first. */
export type Whole = { head: store.ArticleHead; versions: store.VersionRow[]; current: store.VersionRow | undefined; open: store.VersionRow | undefined }
export async function whole(tx: Tx, head: store.ArticleHead): Promise<Whole> {
  const versions = await store.versionsOf(tx, head.id)
  return { head, versions, current: versions.find((v) => v.status === 'published'), open: versions.find((v) => v.status === 'draft' || v.status === 'in_review') }
}
type Dated = { validFrom: string | null; validUntil: string | null }
export function stateOf({ retiredAt, current, open }: { retiredAt: string | null; current: Dated | null; open: 'draft' | 'in_review' | null }, now: Date): ArticleState {
  if (retiredAt) return 'retired'
  if (!current) return open ?? 'draft'
  if (current.validUntil && Date.parse(current.validUntil) <= now.getTime()) return 'expired'
  return current.validFrom && Date.parse(current.validFrom) > now.getTime() ? 'scheduled' : 'published'
}
const openStatus = (open: store.VersionRow | undefined) => (open?.status === 'draft' || open?.status === 'in_review' ? open.status : null)
export const factsOf = ({ head, current, open }: Whole, now: Date) => ({
  state: stateOf({ retiredAt: head.retiredAt, current: current?.content ?? null, open: openStatus(open) }, now), open: openStatus(open), published: current !== undefined,
  directorateId: head.directorateId, writers: open?.writers ?? [],
})
/** Unpublished words are for those who write here, and for the auditor. */
export const seesDrafts = (by: Actor, { head }: { head: Pick<store.ArticleHead, 'directorateId'> }): boolean =>
  by.may.has('audit.read') || (by.may.has('knowledge.write') && (by.scope === 'desk' || head.directorateId === by.directorateId))

export const writerOf = (by: Actor): Writer =>
  ({ id: by.id, mayWrite: by.may.has('knowledge.write'), mayPublish: by.may.has('knowledge.publish'), wholeDesk: by.scope === 'desk', directorateId: by.directorateId })

const isPerson = (id: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id)
/** Names of those who did it; null for a part of the system and for whoever is not on record. */
async function namesOf(tx: Tx, ids: readonly string[]): Promise<(id: string) => string | null> {
  const people = await staffByIds(tx, ids.filter(isPerson) as StaffId[])
  return (id) => people.get(id as StaffId)?.name ?? null
}
export const nameOf = async (tx: Tx, id: string): Promise<string> => (await namesOf(tx, [id]))(id) ?? ''

const commands: readonly ArticleCommand[] = ['save', 'send', 'return', 'publish', 'undo', 'discard', 'retire', 'restore', 'pin']
/** How far back a count looks, in days. */
const counted = 90
const daysAgo = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000)

export async function articlePage(tx: Tx, { articleId }: { articleId: ArticleId }, by: Actor): Promise<Article> {
  const head = await store.articleById(tx, articleId)
  const found = head && (await whole(tx, head))
  const inside = found && seesDrafts(by, found)
  if (!found || !(inside || (found.current && !found.head.retiredAt))) throw new Refusal('knowledge.not_found')
  const { versions, current, open } = found
  const steps = inside ? await store.stepsOf(tx, articleId) : []
  const name = await namesOf(tx, [found.head.changedBy, ...versions.flatMap((v) => [v.writtenBy, ...(v.publishedBy ? [v.publishedBy] : [])]), ...steps.map((s) => s.by)])
  const shown = (v: store.VersionRow): ArticleVersion => ({ ...v, writtenBy: name(v.writtenBy), publishedBy: v.publishedBy && name(v.publishedBy) })
  const facts = factsOf(inside ? found : { ...found, open: undefined }, tx.now)
  const since = { from: daysAgo(tx.now, counted), to: new Date(tx.now.getTime() + 1), zone: (await municipality(tx)).zone }
  const days = await counting.countsByDay(tx, since, articleId)
  const sum = (of: 'reads' | 'helped') => days.reduce((n, d) => n + d[of], 0)
  return {
    id: articleId, kind: found.head.kind, state: facts.state, pinned: found.head.pinned, directorateId: found.head.directorateId, revision: found.head.revision, changedAt: found.head.changedAt,
    changedBy: name(found.head.changedBy), current: current ? shown(current) : null, open: inside && open ? shown(open) : null, versions: inside ? versions.map(shown) : [],
    steps: steps.map((s) => ({ ...s, by: name(s.by) })), question: inside ? found.head.questionWords : null, count: { reads: sum('reads'), helped: sum('helped') }, days,
    can: commands.filter((command) => cannot(command, facts, writerOf(by)) === null),
  }
}

const pageSize = 50
type List = z.input<typeof knowledgeApi.articles.returns>
/** @param given the filters of the list; everything narrows. */
export async function articles(tx: Tx, given: z.output<typeof ArticleListQuery>, by: Actor): Promise<List> {
  const counts = await counting.countsSince(tx, daysAgo(tx.now, counted))
  const all = (await store.list(tx)).flatMap((row) => {
    const inside = seesDrafts(by, { head: row })
    const content = inside ? (row.open ?? row.current) : row.current
    if (!inside && (!row.current || row.retiredAt)) return []
    const open = inside ? row.openStatus : null
    return [{ row, open, content, state: stateOf({ retiredAt: row.retiredAt, current: row.current, open }, tx.now), count: counts.get(row.id) ?? { reads: 0, helped: 0 } }]
  })
  const words = foldedWords(given.q ?? '')
  const found = all.filter(({ row, open, content: c, state }) =>
    (given.state === undefined ? state !== 'retired' : given.state === 'in_review' || given.state === 'draft' ? state !== 'retired' && open === given.state : state === given.state)
    && (!given.kind || row.kind === given.kind) && (!given.directorateId || row.directorateId === given.directorateId)
    && (!given.topicId || c?.topicIds.includes(given.topicId)) && (!given.placeId || !c?.placeIds.length || c.placeIds.includes(given.placeId))
    && (words.length === 0 || beginsAll(words, [c?.title.tr, c?.title.en, ...(c?.synonyms ?? [])].join(' '))))
  const order = {
    changed: () => found.sort((a, b) => b.row.changedAt.localeCompare(a.row.changedAt) || a.row.id.localeCompare(b.row.id)),
    read: () => found.sort((a, b) => b.count.reads - a.count.reads || b.row.changedAt.localeCompare(a.row.changedAt)),
    // What ends first; what never ends and what has ended do not stand here.
    expiring: () => found.filter((f) => f.content?.validUntil && f.state !== 'expired').sort((a, b) => a.content!.validUntil!.localeCompare(b.content!.validUntil!)),
  }[given.sort]()
  const from = Number(given.after ?? 0) || 0
  const page = order.slice(from, from + pageSize)
  const name = await namesOf(tx, page.map(({ row }) => row.changedBy))
  return {
    rows: page.map(({ row, open, content: c, state, count }): ArticleRow => ({
      id: row.id, kind: row.kind, state, open, title: c?.title ?? { tr: '', en: '' }, english: Boolean(c?.readOut.en.trim()), directorateId: row.directorateId, topicIds: c?.topicIds ?? [], placeIds: c?.placeIds ?? [],
      validFrom: c?.validFrom ?? null, validUntil: c?.validUntil ?? null, pinned: row.pinned, changedAt: row.changedAt, changedBy: name(row.changedBy), count,
    })),
    next: order.length > from + pageSize ? String(from + pageSize) : null,
    inReview: all.filter(({ row, open }) => open === 'in_review' && !row.retiredAt).length,
    questions: by.may.has('knowledge.write') ? await counting.unansweredCount(tx) : 0,
  }
}
function beginsAll(words: readonly string[], text: string): boolean {
  const known = foldedWords(text)
  return words.every((word) => known.some((k) => k.startsWith(word)))
}

export async function findKnowledge(tx: Tx, asked: Asked): Promise<KnowledgeHit[]> {
  return hits(tx, findArticles(await catalogue(tx), asked, tx.now))
}
export async function announcements(tx: Tx, { placeId }: { placeId?: PlaceId }): Promise<KnowledgeHit[]> {
  return hits(tx, announcementsFor(await catalogue(tx), placeId, tx.now))
}
async function hits(tx: Tx, found: readonly Found[]): Promise<KnowledgeHit[]> {
  const places = await placesByIds(tx, [...new Set(found.flatMap(({ article }) => article.content.placeIds))])
  return found.map(({ article: { id, kind, pinned, content: c }, because, here }) => ({
    id, kind, pinned, because, here, title: c.title, readOut: c.readOut, body: c.body, topicIds: c.topicIds, validUntil: c.validUntil,
    places: c.placeIds.flatMap((p) => { const place = places.get(p); return place ? [placeLabel(place)] : [] }),
  }))
}
