/** For the rooms above: a case as they work on it, who told it, and the calls that were made about it. */
import type { CallId } from '../../../contracts/call-id.ts'
import type { CaseId } from '../../../contracts/cases.ts'
import type { Tx } from '../../platform/db.ts'
import { caseById, type CaseRead, reporterOf } from './reading.store.ts'
import * as store from './store.ts'
import { insertTalk } from './talk.store.ts'

export type HeldCase = store.CaseLocked & { tasks: store.TaskRow[] }
/** Waits for anyone else holding this case, then holds it until the transaction ends. Undefined: not there, or not to be seen. */
export async function holdCase(tx: Tx, caseId: CaseId): Promise<HeldCase | undefined> {
  const found = await store.lockCase(tx, caseId)
  return found && { ...found, tasks: await store.tasksOf(tx, caseId) }
}
export const caseSeen = (tx: Tx, caseId: CaseId): Promise<CaseRead | undefined> => caseById(tx, caseId, tx.by.id, null)
/** Undefined where the database keeps it from the reader. */
export const tellerOf = (tx: Tx, caseId: CaseId): Promise<store.Teller | undefined> => reporterOf(tx, caseId)
/** We called about this case: the call stands on it, and whoever may hear its calls may hear this one. Twice is once. */
export const noteCallAbout = async (tx: Tx, caseId: CaseId, callId: CallId): Promise<boolean> => insertTalk(tx, caseId, callId)
