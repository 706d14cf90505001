/** Rows of `cases.paper`. It names only tables of the schema `cases`. */
import { sql } from 'kysely'
import type { CaseId } from '../../../contracts/cases.ts'
import type { Tx } from '../../platform/db.ts'

export const insert = (tx: Tx, caseId: CaseId, sheet: string | null, wroteBy: string | null) =>
  sql`insert into cases.paper (case_id, sheet, wrote_by, entered_at) values (${caseId}, ${sheet}, ${wroteBy}, ${tx.now})`.execute(tx)
export const ofCase = async (tx: Tx, caseId: CaseId): Promise<{ sheet: string | null; wroteBy: string | null; enteredAt: string } | null> =>
  (await sql<{ sheet: string | null; wroteBy: string | null; enteredAt: string }>`select sheet, wrote_by as "wroteBy", entered_at as "enteredAt" from cases.paper where case_id = ${caseId}`.execute(tx)).rows[0] ?? null
export const bySheet = async (tx: Tx, sheet: string): Promise<{ caseId: CaseId; number: string }[]> => (await sql<{ caseId: CaseId; number: string }>`
  select c.id as "caseId", c.number from cases.paper p join cases.case c on c.id = p.case_id where p.sheet = ${sheet} order by c.id limit 10`.execute(tx)).rows
