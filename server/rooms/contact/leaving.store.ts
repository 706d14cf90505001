/** Statements about the calls a person has taken on. They name only tables of the schema `contact`. */
import { sql } from 'kysely'
import type { CallTaskId } from '../../../contracts/contact.ts'
import type { Tx } from '../../platform/db.ts'

/** A number only: asked for by those who see no task. */
export async function inHandOf(tx: Tx, staffId: string): Promise<number> {
  return (await sql<{ n: number }>`select contact.in_hand_of(${staffId}) as n`.execute(tx)).rows[0]!.n
}
/** Another has them in hand; of nobody they wait again. */
export async function handTasks(tx: Tx, from: string, to: string | null): Promise<CallTaskId[]> {
  const { rows } = await sql<{ id: CallTaskId }>`
    update contact.call_task set taken_by = ${to}::text, taken_at = ${to ? tx.now : null}::timestamptz, status = ${to ? 'taken' : 'open'}
    where taken_by = ${from} and status = 'taken' returning id`.execute(tx)
  return rows.map((row) => row.id)
}
