/** Statements about due times: said anew, moved for a holiday, and what stood still. They name only tables of the schema `cases`. */
import { sql } from 'kysely'
import type { CaseId, MoveId } from '../../../contracts/cases.ts'
import type { Bilingual } from '../../../contracts/kit.ts'
import type { WaitsFor } from '../../../contracts/moves.ts'
import type { Tx } from '../../platform/db.ts'

/** Of the case, and of every part that is still owed. @param fixed true: no holiday moves it any more; undefined: as it is */
export async function setDue(tx: Tx, id: CaseId, dueAt: string | Date, fixed?: true): Promise<void> {
  await sql`
    update cases.case set due_at = ${dueAt}, due_set_at = ${tx.now}, due_fixed = due_fixed or ${fixed ?? false}, changed_at = greatest(changed_at, ${tx.now}::timestamptz)
    where id = ${id}`.execute(tx)
  await sql`update cases.task set due_at = ${dueAt} where case_id = ${id} and status not in ('returned', 'passed', 'done')`.execute(tx)
}

export type Recount = { changeId: string; at: string; day: string; name: Bilingual; endedBefore: number; endsAt: number; reached: string | null }
export const insertRecount = (tx: Tx, r: Omit<Recount, 'reached'>) => sql`
  insert into cases.recount (change_id, at, day, name, ended_before, ends_at) values (${r.changeId}, ${r.at}, ${r.day}, ${JSON.stringify(r.name)}::jsonb, ${r.endedBefore}, ${r.endsAt})
  on conflict do nothing`.execute(tx)
/** The oldest that is not finished, held; one at a time, so that days follow one another as they were made free. */
export async function nextRecount(tx: Tx): Promise<Recount | undefined> {
  const { rows } = await sql<Recount>`
    select change_id as "changeId", at, day, name, ended_before as "endedBefore", ends_at as "endsAt", reached
    from cases.recount where done_at is null order by at limit 1 for update`.execute(tx)
  return rows[0]
}
export const recountReached = (tx: Tx, changeId: string, reached: string | null, isDone: boolean) => sql`
  update cases.recount set reached = coalesce(${reached}::uuid, reached), done_at = ${isDone ? tx.now : null} where change_id = ${changeId}`.execute(tx)
/** Unfinished cases that were promised before then, by id. */
export async function promisedBefore(tx: Tx, at: string, after: string | null, limit: number): Promise<CaseId[]> {
  const { rows } = await sql<{ id: CaseId }>`
    select id from cases.case
    where cases.is_open(status) and opened_at <= ${at} and due_at is not null and not due_fixed and ${after ? sql`id > ${after}` : sql`true`} order by id limit ${limit}`.execute(tx)
  return rows.map((row) => row.id)
}

/** A time that stood still: from when, for whom and why; `endedAt` null: still. Newest first. */
export type Pause = { id: MoveId; since: string; by: string; move: 'ask_info' | 'hold'; waitsFor: WaitsFor; reason: string; until: string | null; endedAt: string | null }
export async function pausesOf(tx: Tx, caseId: CaseId): Promise<Pause[]> {
  const { rows } = await sql<Pause>`
    select m.id, m.at as since, m.by, m.move, coalesce(m.facts->>'waitsFor', 'other') as "waitsFor", coalesce(m.facts->>'reason', m.facts->>'words', '') as reason,
      m.facts->>'until' as until, (select min(l.at) from cases.move l where l.case_id = m.case_id and l.undone_at is null and l.n > m.n) as "endedAt"
    from cases.move m where m.case_id = ${caseId} and m.undone_at is null and m.move in ('ask_info', 'hold') order by m.n desc limit 50`.execute(tx)
  return rows
}
/** When the due time was said anew, oldest first. */
export type DueChange = { at: string; by: string; what: 'due_changed' | 'due_moved'; before: string | null; dueAt: string; reason: string | null; name: Bilingual | null }
export async function dueChangesOf(tx: Tx, caseId: CaseId): Promise<DueChange[]> {
  const { rows } = await sql<DueChange>`
    select at, by, what, facts->>'before' as before, facts->>'dueAt' as "dueAt", facts->>'reason' as reason, facts->'name' as name
    from cases.entry where case_id = ${caseId} and what in ('due_changed', 'due_moved') order by at, id`.execute(tx)
  return rows
}
