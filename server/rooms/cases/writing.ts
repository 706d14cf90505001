/** For the rooms above: what they did about a case, on its timeline; and the papers that lie with it. */
import type { AttachmentId, CaseId, TimelineEntry } from '../../../contracts/cases.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { Refusal } from '../../platform/refusal.ts'
import { audienceOf } from './cases.ts'
import * as store from './store.ts'

/** @throws Refusal `case.not_found` for what is not there and for what may not be seen, alike. */
export async function addToTimeline(tx: Tx, caseId: CaseId, entry: { what: string; facts: Record<string, unknown>; audience: TimelineEntry['audience'] }): Promise<store.CaseLocked> {
  const found = await store.lockCase(tx, caseId)
  if (!found) throw new Refusal('case.not_found')
  await store.addEntry(tx, caseId, entry)
  await publish(tx, 'case.changed', { caseId, what: entry.what }, audienceOf(found.dirs))
  return found
}
/** Calls people to a case by name, as a note does. The same id twice is one entry. */
export async function callTo(tx: Tx, caseId: CaseId, entry: { id: string; what: string; facts: Record<string, unknown>; staffIds: readonly string[] }): Promise<boolean> {
  const found = await store.lockCase(tx, caseId)
  if (!found || !(await store.addEntry(tx, caseId, { id: entry.id, what: entry.what, facts: entry.facts }))) return false
  await store.insertMentions(tx, entry.id, caseId, entry.staffIds)
  await publish(tx, 'case.mentioned', { caseId }, entry.staffIds.map((id) => `staff:${id}` as const))
  await publish(tx, 'case.changed', { caseId, what: entry.what }, audienceOf(found.dirs))
  return true
}
/** Those of these papers that lie with the case, in this order. */
export async function papersOf(tx: Tx, caseId: CaseId, ids: readonly AttachmentId[]): Promise<{ id: AttachmentId; name: string }[]> {
  const all = ids.length ? await store.attachmentsOf(tx, caseId) : []
  return ids.flatMap((id) => { const found = all.find((paper) => paper.id === id); return found ? [{ id, name: found.name }] : [] })
}
