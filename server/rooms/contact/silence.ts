/** The silence rule: from the recording on nobody waits longer for a word than her topic allows, and nobody's waiting is unseen. */
import type { CaseId } from '../../../contracts/cases.ts'
import type { DirectorateId } from '../../../contracts/identity.ts'
import { turnOf } from '../../../contracts/moves.ts'
import { type Silence, silenceOf } from '../../../contracts/routing.ts'
import { system } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { promisedBy, workDaysAfter, workingMinutesBetween } from '../calendars/index.ts'
import { noteOwed } from '../cases/index.ts'
import { topicById } from '../routing/index.ts'
import { lastNews } from './last-news.ts'
import * as store from './silence.store.ts'
import { finishOpen, putTellTask } from './store.ts'
import { changed } from './tasks.ts'

const hour = 3_600_000
export type Limits = { askAt: Date; callAt: Date; dueAt: Date }

/**
 * When the directorate is asked for news, when the desk is to call, and when the time is over. Of days of work: asked with the
 * last day still to go, called with half of it; of hours by the clock: with a third and a sixth of them to go.
 */
export async function limits(tx: Tx, directorateId: DirectorateId | null, silence: Silence, since: Date): Promise<Limits> {
  const days = silence.unit === 'working_days' ? await inDays(tx, directorateId, silence.amount, since) : undefined
  if (days) return days
  // A calendar that never works keeps nobody waiting for ever: its days are days of the clock.
  const all = silence.amount * (silence.unit === 'hours' ? hour : 24 * hour)
  const after = (share: number) => new Date(since.getTime() + Math.round(all * share))
  return { askAt: after(2 / 3), callAt: after(5 / 6), dueAt: after(1) }
}
async function inDays(tx: Tx, directorateId: DirectorateId | null, amount: number, since: Date): Promise<Limits | undefined> {
  const dueAt = await workDaysAfter(tx, directorateId, amount, since, 'same_time')
  const askAt = amount > 1 ? await workDaysAfter(tx, directorateId, amount - 1, since, 'same_time') : since
  if (!dueAt || !askAt) return undefined
  const left = (await workingMinutesBetween(tx, directorateId, askAt, dueAt)) ?? 0
  const half = directorateId && left > 0 ? await promisedBy(tx, directorateId, { hours: left / 120, unit: 'working' }, askAt) : undefined
  const middle = half && half < dueAt ? half : new Date((askAt.getTime() + dueAt.getTime()) / 2)
  // Of a single day half of it stays calm: asked with the recording, nobody could have news yet.
  return { askAt: amount > 1 ? askAt : middle, callAt: amount > 1 ? middle : new Date((middle.getTime() + dueAt.getTime()) / 2), dueAt }
}

/** Reckons one case anew by what has been said. News given since, or an end, lets every task of the silence go. */
export async function reckon(tx: Tx, caseId: CaseId): Promise<void> {
  const found = await store.reachable(tx, caseId)
  if (!found) return
  const before = await store.lock(tx, caseId)
  if (!found.open || !found.reachable) {
    if (before) await letGo(tx, caseId)
    return
  }
  const topic = await topicById(tx, found.topicId)
  if (!topic) return
  const since = lastNews(await store.words(tx, caseId), new Date(found.beganAt))
  const at = await limits(tx, found.leadId, silenceOf(topic.loop, found.kind, found.emergency), since)
  const owes = found.leadId === null || turnOf(found.status) === 'us' ? 'desk' : 'directorate'
  const same = before !== undefined && Date.parse(before.since) === since.getTime()
  // The same silence goes on: what was asked stays asked, unless there is more time now.
  const keeps = (mark: string | null | undefined, moment: Date) => (same && mark && moment <= tx.now ? mark : null)
  if (before && !same) await closeTasks(tx, caseId)
  await store.put(tx, { caseId, since, ...at, owes, askedAt: keeps(before?.askedAt, at.askAt), calledAt: keeps(before?.calledAt, at.callAt) })
  if (before && (!same || before.owes !== owes)) await publish(tx, 'silence.changed', { caseId }, ['desk'])
}
async function letGo(tx: Tx, caseId: CaseId): Promise<void> {
  await store.remove(tx, caseId)
  await closeTasks(tx, caseId)
  await publish(tx, 'silence.changed', { caseId }, ['desk'])
}
const closeTasks = async (tx: Tx, caseId: CaseId): Promise<void> => { for (const id of await finishOpen(tx, 'silence', caseId, 'no_need')) await changed(tx, id) }

/** The directorate is asked for news; what nobody gave in time the desk tells by telephone. @returns how many were asked. */
export async function askWhoOwes(tx: Tx, most: number): Promise<number> {
  const due = await store.due(tx, most)
  for (const one of due) {
    const found = await store.reachable(tx, one.caseId)
    if (!found?.open) { await letGo(tx, one.caseId); continue }
    // After an absence both may be due at once.
    const call = one.owes === 'desk' || Date.parse(one.callAt) <= tx.now.getTime()
    if (!one.askedAt) await noteOwed(tx, one.caseId, { owes: one.owes, dueAt: one.dueAt })
    if (call) {
      const id = await putTellTask(tx, { reason: 'silence', caseId: one.caseId, caseNumber: found.number, person: 'reporter', phone: found.phone, name: found.name, emergency: found.emergency })
      await changed(tx, id)
    }
    await store.mark(tx, one.caseId, call)
    await publish(tx, 'silence.changed', { caseId: one.caseId }, ['desk', ...(found.leadId ? [`directorate:${found.leadId}` as const] : [])])
  }
  return due.length
}

const batch = 200
/** Each minute: cases nobody has reckoned yet, those reckoned by what has changed, and whoever must be asked now. */
export async function keepSilence(db: Db): Promise<void> {
  const by = system('contact.silence')
  for (const rows of [store.unreckoned, store.stale]) {
    for (;;) {
      const ids = await db.transaction(by, (tx) => rows(tx, batch))
      // One after another: a case that cannot be reckoned keeps no other waiting.
      for (const id of ids) await db.transaction(by, (tx) => reckon(tx, id))
      if (ids.length < batch) break
    }
  }
  while ((await db.transaction(by, (tx) => askWhoOwes(tx, batch))) === batch);
}
export { markStale } from './silence.store.ts'
