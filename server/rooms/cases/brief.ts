/** A case in a few words, for whoever must be told of it at once. */
import type { CaseId, CaseStatus } from '../../../contracts/cases.ts'
import type { Bilingual } from '../../../contracts/kit.ts'
import type { Tx } from '../../platform/db.ts'
import { caseById } from './reading.store.ts'
import { type TaskRow, tasksOf } from './store.ts'

export type CaseInBrief = { caseId: CaseId; number: string; status: CaseStatus; emergency: boolean; topic: Bilingual; place: string | null; street: string | null; said: string; tasks: TaskRow[] }
/** Undefined for what is not there and for what may not be seen. */
export async function caseInBrief(tx: Tx, caseId: CaseId): Promise<CaseInBrief | undefined> {
  const found = await caseById(tx, caseId, tx.by.id, null)
  if (!found) return undefined
  const { number, status, emergency, topic, place, street, said } = found
  return { caseId, number, status, emergency, topic, place, street, said, tasks: await tasksOf(tx, caseId) }
}
