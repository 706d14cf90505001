/** Statements about moves and what they change. They name only tables of the schema `cases`. */
import { sql } from 'kysely'
import type { CaseId, MoveId } from '../../../contracts/cases.ts'
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { CaseMove, CaseStatus, TaskStatus, WaitsFor } from '../../../contracts/moves.ts'
import type { Tx } from '../../platform/db.ts'
import type { CaseLocked, KeptInstitution, TaskRow } from './store.ts'
import { type About, setAbout } from './topic.store.ts'

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`

/** What a move changes, as it stood before it. */
export type Before = {
  status: CaseStatus; leadId: DirectorateId | null; dueAt: string | null; waitsFor: WaitsFor | null; waitsReason: string | null; waitsSince: string | null; waitsUntil: string | null
  duplicateOf: CaseId | null; reopened: number; institutionId: string | null; institution: KeptInstitution | null
  tasks: Pick<TaskRow, 'directorateId' | 'part' | 'status' | 'dueAt' | 'takenBy' | 'takenAt'>[]
  /** Of a move that changes the topic or the place. */
  about?: About
}
export const snapshot = (c: CaseLocked, tasks: readonly TaskRow[]): Before => ({
  status: c.status, leadId: c.leadId, dueAt: c.dueAt, waitsFor: c.waitsFor, waitsReason: c.waitsReason, waitsSince: c.waitsSince, waitsUntil: c.waitsUntil,
  duplicateOf: c.duplicateOf, reopened: c.reopened, institutionId: c.institutionId, institution: c.institution,
  tasks: tasks.map(({ directorateId, part, status, dueAt, takenBy, takenAt }) => ({ directorateId, part, status, dueAt, takenBy, takenAt })),
})

export type MoveRead = { id: MoveId; caseId: CaseId; move: CaseMove; at: string; by: string; from: CaseStatus; to: CaseStatus; directorateId: DirectorateId | null; before: Before; undone: boolean }
const shown = sql`id, case_id as "caseId", move, at, by, from_status as "from", to_status as "to", directorate_id as "directorateId", before, undone_at is not null as undone`
export async function moveById(tx: Tx, id: MoveId): Promise<MoveRead | undefined> {
  return (await sql<MoveRead>`select ${shown} from cases.move where id = ${id}`.execute(tx)).rows[0]
}
/** The last one that still holds. */
/** What was said with a move: reason, words, directorate, until when. */
export async function moveFacts(tx: Tx, id: string): Promise<Record<string, unknown> | undefined> {
  return (await sql<{ facts: Record<string, unknown> }>`select facts from cases.move where id = ${id}`.execute(tx)).rows[0]?.facts
}
export async function newestMove(tx: Tx, caseId: CaseId): Promise<MoveRead | undefined> {
  return (await sql<MoveRead>`select ${shown} from cases.move where case_id = ${caseId} and undone_at is null order by n desc limit 1`.execute(tx)).rows[0]
}
/** The state in which the case began to wait. */
export async function statusBefore(tx: Tx, caseId: CaseId): Promise<CaseStatus> {
  const { rows } = await sql<{ from: CaseStatus }>`
    select from_status as "from" from cases.move where case_id = ${caseId} and undone_at is null and move in ('ask_info', 'hold') order by n desc limit 1`.execute(tx)
  return rows[0]?.from ?? 'under_review'
}
export const insertMove = (tx: Tx, m: { id: MoveId; caseId: CaseId; move: CaseMove; from: CaseStatus; to: CaseStatus; directorateId: DirectorateId | null; facts: unknown; before: Before }) => sql`
  insert into cases.move (id, case_id, at, by, move, from_status, to_status, directorate_id, facts, before)
  values (${m.id}, ${m.caseId}, ${tx.now}, ${tx.by.id}, ${m.move}, ${m.from}, ${m.to}, ${m.directorateId}, ${json(m.facts)}, ${json(m.before)})`.execute(tx)
export const markUndone = (tx: Tx, id: MoveId) => sql`update cases.move set undone_at = ${tx.now}, undone_by = ${tx.by.id} where id = ${id}`.execute(tx)

/** Whoever takes it up has it in hand; what goes back to under review keeps who had it. */
export const setPart = (tx: Tx, caseId: CaseId, directorateId: DirectorateId, status: TaskStatus) => sql`
  update cases.task set status = ${status}, taken_by = coalesce(taken_by, ${tx.by.id}), taken_at = coalesce(taken_at, ${tx.now}::timestamptz)
  where case_id = ${caseId} and directorate_id = ${directorateId}`.execute(tx)
export const setActive = (tx: Tx, caseId: CaseId, status: TaskStatus) => sql`
  update cases.task set status = ${status} where case_id = ${caseId} and status not in ('returned', 'passed')`.execute(tx)
export const shiftTasks = (tx: Tx, caseId: CaseId, dueAt: string | Date | null) => sql`
  update cases.task set due_at = ${dueAt} where case_id = ${caseId} and status not in ('returned', 'passed', 'done')`.execute(tx)

export type Change = {
  status: CaseStatus; leadId: DirectorateId | null; dueAt: string | Date | null; waits: { for: WaitsFor; reason: string; until: string | null } | null
  duplicateOf: CaseId | null; reopened: number; institution: { id: string; kept: KeptInstitution } | undefined
}
export const changeCase = (tx: Tx, id: CaseId, c: Change) => sql`
  update cases.case set status = ${c.status}, lead_id = ${c.leadId}, due_at = ${c.dueAt}, duplicate_of = ${c.duplicateOf}, reopened = ${c.reopened},
    waits_for = ${c.waits?.for ?? null}, waits_reason = ${c.waits?.reason ?? null}, waits_since = ${c.waits ? tx.now : null}, waits_until = ${c.waits?.until ?? null},
    institution_id = coalesce(${c.institution?.id ?? null}::uuid, institution_id), institution = coalesce(${c.institution ? json(c.institution.kept) : null}, institution),
    changed_at = greatest(changed_at, ${tx.now}::timestamptz)
  where id = ${id}`.execute(tx)

export const setStatus = (tx: Tx, id: CaseId, status: CaseStatus) => sql`update cases.case set status = ${status} where id = ${id}`.execute(tx)
/** As it stood: a part given since is passed again, one that was there is what it was. A due time said anew since `at` stays. */
export async function restore(tx: Tx, id: CaseId, b: Before, at: string): Promise<void> {
  if (b.about) await setAbout(tx, id, b.about)
  await sql`
    update cases.case set status = ${b.status}, lead_id = ${b.leadId}, due_at = case when coalesce(due_set_at >= ${at}, false) then due_at else ${b.dueAt}::timestamptz end, waits_for = ${b.waitsFor}, waits_reason = ${b.waitsReason}, waits_since = ${b.waitsSince},
      waits_until = ${b.waitsUntil}, duplicate_of = ${b.duplicateOf}, reopened = ${b.reopened}, institution_id = ${b.institutionId}::uuid, institution = ${b.institution ? json(b.institution) : null},
      changed_at = greatest(changed_at, ${tx.now}::timestamptz)
    where id = ${id}`.execute(tx)
  await sql`
    update cases.task t set part = coalesce(o.part, t.part), status = coalesce(o.status, 'passed'), due_at = case when o.status is null or coalesce(c.due_set_at >= ${at}, false) then t.due_at else o.due_at end,
      taken_by = case when o.status is null then t.taken_by else o.taken_by end, taken_at = case when o.status is null then t.taken_at else o.taken_at end
    from cases.task own join cases.case c on c.id = own.case_id
      left join jsonb_to_recordset(${JSON.stringify(b.tasks.map((t) => ({ directorate_id: t.directorateId, part: t.part, status: t.status, due_at: t.dueAt, taken_by: t.takenBy, taken_at: t.takenAt })))}::jsonb)
        as o (directorate_id uuid, part text, status text, due_at timestamptz, taken_by text, taken_at timestamptz) on o.directorate_id = own.directorate_id
    where own.case_id = ${id} and t.case_id = own.case_id and t.directorate_id = own.directorate_id`.execute(tx)
}
export async function duplicateTarget(tx: Tx, id: CaseId): Promise<{ number: string; duplicateOf: CaseId | null } | undefined> {
  return (await sql<{ number: string; duplicateOf: CaseId | null }>`select number, duplicate_of as "duplicateOf" from cases.case where id = ${id}`.execute(tx)).rows[0]
}
export const setSource = (tx: Tx, id: CaseId, source: unknown) => sql`update cases.case set found_source = ${json(source)} where id = ${id}`.execute(tx)
export const assign = (tx: Tx, caseId: CaseId, directorateId: DirectorateId, staffId: string | null) => sql`
  update cases.task set assigned_to = ${staffId} where case_id = ${caseId} and directorate_id = ${directorateId}`.execute(tx)
/** Cases on hold whose day has come. */
export async function holdsOver(tx: Tx, limit: number): Promise<CaseId[]> {
  const { rows } = await sql<{ id: CaseId }>`select id from cases.case where status = 'on_hold' and waits_until <= ${tx.now} order by waits_until limit ${limit} for update skip locked`.execute(tx)
  return rows.map((row) => row.id)
}
