/** Statements about calls that ask a citizen something. They name only tables of the schema `contact`. */
import { sql } from 'kysely'
import type { CaseId } from '../../../contracts/cases.ts'
import type { CallTask, CallTaskId } from '../../../contracts/contact.ts'
import type { Tx } from '../../platform/db.ts'

export async function openOf(tx: Tx, caseId: CaseId, reason: CallTask['reason']): Promise<CallTaskId[]> {
  const { rows } = await sql<{ id: CallTaskId }>`select id from contact.call_task where case_id = ${caseId} and reason = ${reason} and status <> 'done' for update`.execute(tx)
  return rows.map((row) => row.id)
}
export async function triedSince(tx: Tx, caseId: CaseId, reason: CallTask['reason'], since: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from contact.attempt a join contact.call_task t on t.id = a.task_id where t.case_id = ${caseId} and t.reason = ${reason} and a.at >= ${since} and a.result <> 'wrong_number' limit 1`.execute(tx)
  return rows.length > 0
}
