/** Statements about what a person has in hand. They name only tables of the schema `cases`. */
import { sql } from 'kysely'
import type { CaseId } from '../../../contracts/cases.ts'
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { Tx } from '../../platform/db.ts'

/** Numbers only: asked for by those who see no case. */
export async function inHandOf(tx: Tx, staffId: string): Promise<{ tasks: number; drafts: number }> {
  return (await sql<{ tasks: number; drafts: number }>`select tasks, drafts from cases.in_hand_of(${staffId})`.execute(tx)).rows[0]!
}
export async function takenBy(tx: Tx, staffId: string): Promise<{ caseId: CaseId; directorateId: DirectorateId }[]> {
  return (await sql<{ caseId: CaseId; directorateId: DirectorateId }>`
    select case_id as "caseId", directorate_id as "directorateId" from cases.task where ${staffId} in (taken_by, assigned_to) and status in ('taken', 'proposed', 'ready', 'working') order by case_id`.execute(tx)).rows
}
/** Another has it in hand; of nobody what was only taken up waits again. */
export const handTask = (tx: Tx, caseId: CaseId, directorateId: DirectorateId, to: string | null) => sql`
  update cases.task set taken_by = ${to}::text, taken_at = ${to ? tx.now : null}::timestamptz, assigned_to = case when assigned_to is not null then ${to}::text end,
    status = case when status = 'taken' and ${to}::text is null then 'open' else status end
  where case_id = ${caseId} and directorate_id = ${directorateId}`.execute(tx)
export const handDrafts = (tx: Tx, from: string, to: string) => sql`update cases.draft set by = ${to} where by = ${from} and ended is null`.execute(tx)
