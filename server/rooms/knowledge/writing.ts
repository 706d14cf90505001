/** How a text comes to be told: drafted, reviewed by somebody who did not write it, published, taken back, retired. */
import type { DirectorateId } from '../../../contracts/identity.ts'
import { type ArticleCommand, type ArticleContent, type ArticleId, type ArticleKind, type ArticleStep, cannot, gapsOf } from '../../../contracts/knowledge.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { Refusal } from '../../platform/refusal.ts'
import { directoratesByIds } from '../identity/index.ts'
import { placesByIds } from '../places/index.ts'
import { topicById } from '../routing/index.ts'
import * as counting from './counting.store.ts'
import { articlePage, factsOf, nameOf, seesDrafts, type Whole, whole, writerOf } from './reading.ts'
import * as store from './store.ts'

type Change = { articleId: ArticleId; revision: number }
/** The article, held for this change. @throws Refusal when it is not there, was changed since, or the command may not be done now. */
async function held(tx: Tx, { articleId, revision }: Change, command: ArticleCommand, by: Actor): Promise<Whole> {
  const head = await store.lockArticle(tx, articleId)
  const found = head && (await whole(tx, head))
  if (!found || !(seesDrafts(by, found) || found.current)) throw new Refusal('knowledge.not_found')
  const why = cannot(command, factsOf(found, tx.now), writerOf(by))
  // Whoever is late is told first that she is: what may be done has changed with it.
  if (found.head.revision !== revision) throw new Refusal('knowledge.newer', { by: await nameOf(tx, found.head.changedBy), at: found.head.changedAt })
  if (why) throw new Refusal(why)
  return found
}

async function done(tx: Tx, { head }: Whole, by: Actor, what: ArticleStep['what'] | null, more: { number?: number; reason?: string; directorateId?: DirectorateId | null; pinned?: boolean; retired?: boolean } = {}) {
  await store.touch(tx, {
    id: head.id, directorateId: more.directorateId === undefined ? head.directorateId : more.directorateId, pinned: more.pinned ?? head.pinned,
    retiredAt: more.retired === undefined ? head.retiredAt : more.retired ? tx.now : null,
  })
  if (what) await store.insertStep(tx, head.id, what, more.number ?? null, more.reason ?? null)
  await publish(tx, 'knowledge.changed', { articleId: head.id }, ['everyone'])
  return articlePage(tx, { articleId: head.id }, by)
}

async function check(tx: Tx, c: ArticleContent, by: Actor): Promise<void> {
  const who = writerOf(by)
  if (!who.wholeDesk && c.directorateId !== who.directorateId) throw new Refusal('knowledge.not_yours', {}, 'content.directorateId')
  if (c.directorateId && !(await directoratesByIds(tx, [c.directorateId])).length) throw new Refusal('knowledge.unknown_directorate', {}, 'content.directorateId')
  for (const id of c.topicIds) if (!(await topicById(tx, id))) throw new Refusal('knowledge.unknown_topic', {}, 'content.topicIds')
  if ((await placesByIds(tx, c.placeIds)).size < new Set(c.placeIds).size) throw new Refusal('knowledge.unknown_place', {}, 'content.placeIds')
}

export async function startArticle(tx: Tx, given: { id: ArticleId; kind: ArticleKind; content: ArticleContent; question?: string }, by: Actor) {
  const { id, kind, content, question } = given
  await check(tx, content, by)
  const words = question === undefined ? undefined : await counting.wordsOf(tx, question)
  if (!(await store.insertArticle(tx, { id, kind, directorateId: content.directorateId, question: words === undefined ? null : question!, questionWords: words ?? null }))) {
    // The same press twice is one draft.
    const there = await store.articleById(tx, id)
    if (there?.changedBy !== by.id) throw new Refusal('knowledge.id_reused')
    return articlePage(tx, { articleId: id }, by)
  }
  await store.insertVersion(tx, id, { number: 1, status: 'draft', content, writers: [by.id], published: false })
  await store.insertStep(tx, id, 'made', 1)
  await publish(tx, 'knowledge.changed', { articleId: id }, ['everyone'])
  return articlePage(tx, { articleId: id }, by)
}

export async function saveArticle(tx: Tx, given: Change & { content: ArticleContent }, by: Actor) {
  const found = await held(tx, given, 'save', by)
  await check(tx, given.content, by)
  const { open, versions } = found
  if (open) {
    await store.writeVersion(tx, found.head.id, { number: open.number, content: given.content, writers: [...new Set([...open.writers, by.id])] })
    return done(tx, found, by, null, { directorateId: given.content.directorateId })
  }
  const number = (versions[0]?.number ?? 0) + 1
  await store.insertVersion(tx, found.head.id, { number, status: 'draft', content: given.content, writers: [by.id], published: false })
  return done(tx, found, by, 'drafted', { number, directorateId: given.content.directorateId })
}

function complete(kind: ArticleKind, content: ArticleContent): void {
  const [gap] = gapsOf(kind, content)
  if (gap) throw new Refusal('knowledge.incomplete', { gap })
}

export async function sendToReview(tx: Tx, given: Change, by: Actor) {
  const found = await held(tx, given, 'send', by)
  const open = found.open!
  complete(found.head.kind, open.content)
  await store.setStatus(tx, found.head.id, open.number, 'in_review')
  return done(tx, found, by, 'sent', { number: open.number })
}

export async function returnArticle(tx: Tx, given: Change & { reason?: string }, by: Actor) {
  const found = await held(tx, given, 'return', by)
  const open = found.open!
  // Her own words she takes back; somebody else's are given back with what is wrong with them.
  if (!given.reason && !open.writers.includes(by.id)) throw new Refusal('knowledge.reason_needed', {}, 'reason')
  await store.setStatus(tx, found.head.id, open.number, 'draft')
  return done(tx, found, by, 'returned', { number: open.number, ...(given.reason ? { reason: given.reason } : {}) })
}

export async function publishArticle(tx: Tx, given: Change & { reason?: string }, by: Actor) {
  const found = await held(tx, given, 'publish', by)
  const { head } = found, open = found.open!
  if (!given.reason && (open.status === 'draft' || open.writers.includes(by.id))) throw new Refusal('knowledge.reason_needed', {}, 'reason')
  complete(head.kind, open.content)
  if (found.current) await store.setStatus(tx, head.id, found.current.number, 'former')
  await store.setPublished(tx, head.id, open.number)
  return done(tx, found, by, 'published', { number: open.number, ...(given.reason ? { reason: given.reason } : {}) })
}

/** The version before is told again. What is taken back stays as it was told, and goes on as a draft where none is begun. */
export async function undoPublish(tx: Tx, given: Change, by: Actor) {
  const found = await held(tx, given, 'undo', by)
  const { head, versions } = found, current = found.current!
  const before = versions.find((v) => v.status === 'former' && v.number < current.number)
  await store.setStatus(tx, head.id, current.number, 'withdrawn')
  if (before) await store.setStatus(tx, head.id, before.number, 'published')
  if (!found.open) await store.insertVersion(tx, head.id, { number: versions[0]!.number + 1, status: 'draft', content: current.content, writers: current.writers, published: false })
  return done(tx, found, by, 'undone', { number: current.number, ...(before ? {} : { pinned: false }) })
}

export async function discardDraft(tx: Tx, given: Change, by: Actor) {
  const found = await held(tx, given, 'discard', by)
  const open = found.open!
  await store.setStatus(tx, found.head.id, open.number, 'discarded')
  return done(tx, found, by, 'discarded', { number: open.number, ...(found.current ? { directorateId: found.current.content.directorateId } : { retired: true }) })
}

export async function retireArticle(tx: Tx, given: Change & { reason?: string }, by: Actor) {
  const found = await held(tx, given, 'retire', by)
  return done(tx, found, by, 'retired', { retired: true, pinned: false, ...(given.reason ? { reason: given.reason } : {}) })
}
/** As it was; one given up as a draft gets its draft back. */
export async function restoreArticle(tx: Tx, given: Change, by: Actor) {
  const found = await held(tx, given, 'restore', by)
  const { head, versions } = found, last = versions[0]
  if (!found.current && !found.open && last) await store.insertVersion(tx, head.id, { number: last.number + 1, status: 'draft', content: last.content, writers: last.writers, published: false })
  return done(tx, found, by, 'restored', { retired: false })
}

export async function pinArticle(tx: Tx, given: Change & { pinned: boolean }, by: Actor) {
  const found = await held(tx, given, 'pin', by)
  return done(tx, found, by, given.pinned ? 'pinned' : 'unpinned', { pinned: given.pinned })
}
