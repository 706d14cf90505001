/** The promise to the citizen: when it falls due after a case has waited. What the law counts never stands still and is not kept here. */
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { Tx } from '../../platform/db.ts'
import { postponed, promisedBy } from '../calendars/index.ts'
import { promisedFor, topicById } from '../routing/index.ts'
import type { CaseLocked } from './store.ts'

/** What comes back after it was done: a promise that has run out is made anew, one that has not is kept. */
export async function promiseAnew(tx: Tx, found: CaseLocked): Promise<string | Date | null> {
  const topic = await topicById(tx, found.topicId)
  if (!topic || !found.leadId || (found.dueAt && Date.parse(found.dueAt) > tx.now.getTime())) return found.dueAt
  return (await promisedBy(tx, found.leadId, promisedFor(topic, found.kind), tx.now)) ?? found.dueAt
}
/** Of a case that waits: as much later as it waited, by the measure of its topic. Of one without a promise: a new one by this lead. */
export async function promiseAfter(tx: Tx, found: CaseLocked, lead: DirectorateId | null = found.leadId): Promise<string | Date | null> {
  const topic = await topicById(tx, found.topicId)
  if (!topic || !lead) return found.dueAt
  const promised = promisedFor(topic, found.kind)
  if (!found.dueAt) return (await promisedBy(tx, lead, promised, tx.now)) ?? null
  if (!found.waitsSince) return found.dueAt
  return postponed(tx, lead, promised.unit, new Date(found.dueAt), new Date(found.waitsSince))
}
