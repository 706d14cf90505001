/** It names only functions of the schema `cases`. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'

export async function countUsing(tx: Tx, what: 'topic' | 'place' | 'institution' | 'directorate', id: string): Promise<{ cases: number; openCases: number; drafts: number }> {
  const { rows } = await sql<{ cases: number; openCases: number; drafts: number }>`select cases, open as "openCases", drafts from cases.count_using(${what}, ${id}::uuid)`.execute(tx)
  return rows[0] ?? { cases: 0, openCases: 0, drafts: 0 }
}
