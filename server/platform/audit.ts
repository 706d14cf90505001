/** Who did or read what, in the same transaction as the doing. Rows are never changed; the database refuses it. */
import { sql } from 'kysely'
import type { Tx } from './db.ts'

/** @param op the operation's name. @param detail ids and reasons; never what anyone said, never a phone number. */
export const audit = (tx: Tx, op: string, detail: Record<string, unknown> = {}) =>
  sql`insert into audit.entry (at, op, detail) values (${tx.now}, ${op}, ${JSON.stringify(detail)}::jsonb)`.execute(tx)
