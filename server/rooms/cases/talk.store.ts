/** Statements about the calls we made about a case. They name only tables of the schema `cases`. */
import { sql } from 'kysely'
import type { CallId } from '../../../contracts/call-id.ts'
import type { CaseId } from '../../../contracts/cases.ts'
import type { Tx } from '../../platform/db.ts'

/** False: it stands there. */
export async function insertTalk(tx: Tx, caseId: CaseId, callId: CallId): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into cases.talk (call_id, case_id, at) values (${callId}, ${caseId}, ${tx.now}) on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}
export async function talksOf(tx: Tx, caseId: CaseId): Promise<CallId[]> {
  const { rows } = await sql<{ id: CallId }>`select call_id as id from cases.talk where case_id = ${caseId} order by at`.execute(tx)
  return rows.map((row) => row.id)
}
