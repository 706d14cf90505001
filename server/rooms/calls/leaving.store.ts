/** Statements about the seat of somebody who left. They name only tables of the schema `calls`. */
import { sql } from 'kysely'
import type { StaffId } from '../../../contracts/identity.ts'
import type { Tx } from '../../platform/db.ts'

/** True when she had a seat. */
export async function closeSeat(tx: Tx, staffId: StaffId): Promise<boolean> {
  return (await sql`update calls.seat set wanted = 'away', reason = null, closing = true where staff_id = ${staffId} returning 1`.execute(tx)).rows.length > 0
}
/** Seats whose old password still opens a telephone, and that nobody is speaking at. */
export async function closingSeats(tx: Tx): Promise<{ seat: string; name: string }[]> {
  return (await sql<{ seat: string; name: string }>`select seat, name from calls.seat where closing and state <> 'on_call'`.execute(tx)).rows
}
export const seatClosed = (tx: Tx, seat: string) => sql`update calls.seat set closing = false where seat = ${seat}`.execute(tx)
/** She is back, or another begins: the seat is hers again. */
export const seatOpened = (tx: Tx, staffId: string) => sql`update calls.seat set closing = false where staff_id = ${staffId} and closing`.execute(tx)
