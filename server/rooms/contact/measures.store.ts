/** What is counted of messages and call tasks, for the measures. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'

export const messagesNotSent = async (tx: Tx): Promise<{ status: string; count: number }[]> =>
  (await sql<{ status: string; count: number }>`select status, count(*) from contact.message where status in ('queued', 'spooled', 'failed') group by status`.execute(tx)).rows
/** The longest anyone has waited for a message of ours that can go out, in seconds. */
export const oldestQueued = async (tx: Tx): Promise<number> =>
  (await sql<{ seconds: number }>`select coalesce(extract(epoch from ${tx.now}::timestamptz - min(at)), 0)::float8 as seconds from contact.message where status = 'queued'`.execute(tx)).rows[0]!.seconds
export const tasksOpen = async (tx: Tx): Promise<{ count: number; oldest: number }> =>
  (await sql<{ count: number; oldest: number }>`
    select count(*), coalesce(extract(epoch from ${tx.now}::timestamptz - min(at)), 0)::float8 as oldest from contact.call_task where status <> 'done'`.execute(tx)).rows[0]!
