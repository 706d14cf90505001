/** Statements about drafts. They name only tables of the schema `cases`. */
import { sql } from 'kysely'
import type { CallId } from '../../../contracts/call-id.ts'
import type { DraftBody, DraftId } from '../../../contracts/cases.ts'
import type { StaffId } from '../../../contracts/identity.ts'
import type { Tx } from '../../platform/db.ts'

export type DraftRow = { id: DraftId; callId: CallId | null; body: DraftBody; version: number; savedAt: string; by: StaffId; ended: 'sent' | 'discarded' | null }
const shown = sql`id, call_id as "callId", body, version, saved_at as "savedAt", by, ended`

/** False when one of this id is there. */
export async function insertDraft(tx: Tx, d: { id: DraftId; callId: CallId | null; body: DraftBody }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into cases.draft (id, call_id, body, version, saved_at, by)
    values (${d.id}, ${d.callId}, ${JSON.stringify(d.body)}::jsonb, 1, ${tx.now}, ${tx.by.id}) on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}
export async function lockDraft(tx: Tx, id: DraftId): Promise<DraftRow | undefined> {
  const { rows } = await sql<DraftRow>`select ${shown} from cases.draft where id = ${id} for update`.execute(tx)
  return rows[0]
}
export const replaceDraft = (tx: Tx, d: { id: DraftId; callId: CallId | null; body: DraftBody; version: number }) => sql`
  update cases.draft set call_id = ${d.callId}, body = ${JSON.stringify(d.body)}::jsonb, version = ${d.version}, saved_at = ${tx.now}, by = ${tx.by.id}
  where id = ${d.id}`.execute(tx)
/** It stays without its words, so that a save still under way, even the first, cannot bring it back. */
export const endDraft = (tx: Tx, id: DraftId, how: 'sent' | 'discarded') => sql`
  insert into cases.draft (id, body, version, saved_at, by, ended) values (${id}, '{}', 1, ${tx.now}, ${tx.by.id}, ${how})
  on conflict (id) do update set ended = excluded.ended, body = '{}' where cases.draft.ended is null`.execute(tx)
export async function openDrafts(tx: Tx, of: { callId: CallId } | { by: string }): Promise<DraftRow[]> {
  const { rows } = await sql<DraftRow>`
    select ${shown} from cases.draft
    where ended is null and ${'callId' in of ? sql`call_id = ${of.callId}` : sql`by = ${of.by}`}
    order by saved_at desc limit 50`.execute(tx)
  return rows
}
