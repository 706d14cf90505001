/** What is counted of calls, for the measures. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { Position } from './switch.ts'

/** All calls that are kept, by how they ended. */
export const callsByResult = async (tx: Tx): Promise<{ result: string; count: number }[]> =>
  (await sql<{ result: string; count: number }>`select result, count(*) from calls.call where ended_at is not null group by result`.execute(tx)).rows
export const seatsByState = async (tx: Tx): Promise<{ state: string; count: number }[]> =>
  (await sql<{ state: string; count: number }>`select state, count(*) from calls.seat group by state`.execute(tx)).rows
/** Where the reader stands, without its lock. */
export const reached = async (tx: Tx): Promise<Position | undefined> =>
  (await sql<{ reached: Position }>`select reached from calls.position`.execute(tx)).rows[0]?.reached
