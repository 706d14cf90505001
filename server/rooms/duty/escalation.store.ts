/** Statements about clocks and escalations. They name only tables of the schema `duty`, and views that others publish. */
import { sql } from 'kysely'
import type { CaseId } from '../../../contracts/cases.ts'
import type { EscalatedTo, EscalationId, EscalationStep, EscalationWhen } from '../../../contracts/escalation.ts'
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import type { PageId, PageState } from '../../../contracts/duty.ts'
import type { Bilingual } from '../../../contracts/kit.ts'
import type { CaseStatus } from '../../../contracts/moves.ts'
import type { CaseKind } from '../../../contracts/routing.ts'
import type { SettingValue } from '../../../contracts/settings.ts'
import type { Tx } from '../../platform/db.ts'

export type EscalationRules = SettingValue<'escalation_rules'>
export const rules = async (tx: Tx): Promise<EscalationRules> => (await sql<EscalationRules>`
  select steps, phone_emergencies as "phoneEmergencies", phone_topics as "phoneTopicIds" from duty.escalation_rules`.execute(tx)).rows[0]!
export const putRules = (tx: Tx, r: EscalationRules) => sql`
  update duty.escalation_rules set steps = ${JSON.stringify(r.steps)}::jsonb, phone_emergencies = ${r.phoneEmergencies}, phone_topics = ${r.phoneTopicIds}::uuid[]`.execute(tx)

// ---- when a case is looked at
/** From when the present due time counts, noted when it is first seen. */
export async function clockOf(tx: Tx, caseId: CaseId, dueAt: string | null, openedAt: string): Promise<{ since: string }> {
  const { rows } = await sql<{ since: string }>`
    insert into duty.clock as k (case_id, due_at, since) values (${caseId}, ${dueAt}, ${openedAt})
    on conflict (case_id) do update set since = case when k.due_at is distinct from excluded.due_at then ${tx.now} else k.since end, due_at = excluded.due_at
    returning since`.execute(tx)
  return rows[0]!
}
export const setNext = (tx: Tx, caseId: CaseId, at: Date | null) => sql`update duty.clock set next_at = ${at} where case_id = ${caseId}`.execute(tx)
/** It has ended; opened again it is seen anew. */
export const dropClock = (tx: Tx, caseId: CaseId) => sql`delete from duty.clock where case_id = ${caseId}`.execute(tx)
/** What one counts by has changed: all are looked at again, a batch at a time. */
export const lookAtAll = (tx: Tx) => sql`update duty.clock set next_at = ${tx.now} where due_at is not null`.execute(tx)
export async function dueClocks(tx: Tx, limit: number): Promise<CaseId[]> {
  return (await sql<{ id: CaseId }>`select case_id as id from duty.clock where next_at <= ${tx.now} order by next_at limit ${limit}`.execute(tx)).rows.map((row) => row.id)
}

// ---- escalations
export type NewEscalation = { id: EscalationId; caseId: CaseId; directorateId: DirectorateId | null; dueAt: string; step: EscalationStep; late: boolean; whom: EscalatedTo; staffIds: readonly StaffId[] }
/** False: this step of this part and due time has been taken. */
export async function insertEscalation(tx: Tx, e: NewEscalation): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into duty.escalation (id, case_id, directorate_id, due_at, step, "when", amount, at, late, whom)
    values (${e.id}, ${e.caseId}, ${e.directorateId}, ${e.dueAt}, ${e.step.key}, ${e.step.when}, ${e.step.amount}, ${tx.now}, ${e.late}, ${e.whom}) on conflict do nothing`.execute(tx)
  if (numAffectedRows !== 1n) return false
  await sql`insert into duty.escalated (escalation_id, staff_id) select ${e.id}::uuid, unnest(${[...e.staffIds]}::text[])`.execute(tx)
  return true
}
const shown = sql`
  e.id, e.case_id as "caseId", e.directorate_id as "directorateId", e.due_at as "dueAt", e.step, e."when", e.amount, e.at, e.late, e.whom, e.page_id as "pageId",
  e.acknowledged_at as "acknowledgedAt", e.acknowledged_by as "acknowledgedBy", e.note, e.quiet_until as "quietUntil", e.over_at is not null as over`
export type EscalationRow = {
  id: EscalationId; caseId: CaseId; directorateId: DirectorateId | null; dueAt: string; step: string; when: EscalationWhen; amount: number; at: string; late: boolean; whom: EscalatedTo; pageId: PageId | null
  acknowledgedAt: string | null; acknowledgedBy: StaffId | null; note: string | null; quietUntil: string | null; over: boolean
}
export async function escalationsOf(tx: Tx, caseId: CaseId): Promise<EscalationRow[]> {
  return (await sql<EscalationRow>`select ${shown} from duty.escalation e where e.case_id = ${caseId} order by e.at, e.id`.execute(tx)).rows
}
/** Held until the transaction ends. */
export async function lockEscalation(tx: Tx, id: EscalationId): Promise<EscalationRow | undefined> {
  return (await sql<EscalationRow>`select ${shown} from duty.escalation e where e.id = ${id} for update`.execute(tx)).rows[0]
}
export const escalationOfPage = async (tx: Tx, pageId: PageId): Promise<EscalationRow | undefined> =>
  (await sql<EscalationRow>`select ${shown} from duty.escalation e where e.page_id = ${pageId} for update`.execute(tx)).rows[0]
export const setPage = (tx: Tx, id: EscalationId, pageId: PageId) => sql`update duty.escalation set page_id = ${pageId} where id = ${id}`.execute(tx)
/** All of this part and due time are had with it: one who has it has all of it. */
export const acknowledge = (tx: Tx, e: Pick<EscalationRow, 'caseId' | 'directorateId' | 'dueAt'>, by: string, note: string | null, quietUntil: Date) => sql`
  update duty.escalation set acknowledged_at = ${tx.now}, acknowledged_by = ${by}::uuid, note = ${note}, quiet_until = ${quietUntil}
  where case_id = ${e.caseId} and directorate_id is not distinct from ${e.directorateId}::uuid and due_at = ${e.dueAt} and acknowledged_at is null and over_at is null`.execute(tx)
/** What is not owed now, at this due time, is over; what is owed again is not. @returns the pages of what was over just now */
export async function settle(tx: Tx, caseId: CaseId, parts: readonly { directorateId: DirectorateId | null; dueAt: string }[]): Promise<PageId[]> {
  const stands = sql`exists (select from jsonb_to_recordset(${JSON.stringify(parts.map((p) => ({ directorate_id: p.directorateId, due_at: p.dueAt })))}::jsonb) as p (directorate_id uuid, due_at timestamptz)
    where p.directorate_id is not distinct from e.directorate_id and p.due_at = e.due_at)`
  await sql`update duty.escalation e set over_at = null where e.case_id = ${caseId} and e.over_at is not null and ${stands}`.execute(tx)
  const { rows } = await sql<{ pageId: PageId | null }>`
    update duty.escalation e set over_at = ${tx.now} where e.case_id = ${caseId} and e.over_at is null and not ${stands} returning e.page_id as "pageId"`.execute(tx)
  return rows.flatMap((row) => row.pageId ?? [])
}
export const pageStateOf = async (tx: Tx, pageId: PageId): Promise<{ state: PageState; staffId: StaffId | null } | undefined> =>
  (await sql<{ state: PageState; staffId: StaffId | null }>`select state, staff_id as "staffId" from duty.page where id = ${pageId}`.execute(tx)).rows[0]

/** What waits for her waits for another as well. */
export const handOn = (tx: Tx, from: string, to: string) => sql`
  insert into duty.escalated (escalation_id, staff_id) select s.escalation_id, ${to} from duty.escalated s join duty.escalation e on e.id = s.escalation_id
  where s.staff_id = ${from} and e.over_at is null and e.acknowledged_at is null on conflict do nothing`.execute(tx)
/** Whom the telephones look for about this case now. */
export const beingRung = async (tx: Tx, caseId: CaseId): Promise<StaffId[]> =>
  (await sql<{ id: StaffId }>`select unnest(staff_ids) as id from duty.page where case_id = ${caseId} and reason = 'late' and state in ('ringing', 'nobody')`.execute(tx)).rows.map((row) => row.id)

// ---- what screens read
export type Told = { id: EscalationId; staffIds: string[]; phone: PageState | null }
export async function toldOf(tx: Tx, ids: readonly EscalationId[]): Promise<Map<EscalationId, Told>> {
  const { rows } = await sql<Told>`
    select e.id, coalesce((select array_agg(s.staff_id order by s.staff_id) from duty.escalated s where s.escalation_id = e.id), '{}') as "staffIds",
      (select p.state from duty.page p where p.id = e.page_id) as phone
    from duty.escalation e where e.id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}
export async function escalationsOfCases(tx: Tx, caseIds: readonly CaseId[]): Promise<EscalationRow[]> {
  return (await sql<EscalationRow>`select ${shown} from duty.escalation e where e.case_id = any(${[...caseIds]}::uuid[]) order by e.at, e.id`.execute(tx)).rows
}
const running = sql`c.promise_runs`
const isLate = (tx: Tx) => sql`${running} and c.due_at < ${tx.now}`
const isWarned = (tx: Tx) => sql`${running} and c.due_at >= ${tx.now} and exists (select from duty.escalation e where e.case_id = c.id and e.over_at is null)`
/** The longest late first; of what is warned of, what falls due first. */
export async function lateCases(tx: Tx, show: 'late' | 'warned', directorateId: DirectorateId | undefined, limit: number): Promise<LateRead[]> {
  return (await sql<LateRead>`
    select c.id, c.number, c.kind, c.topic, c.place, c.status, c.emergency, c.due_at as "dueAt", c.opened_at as "openedAt", c.lead_id as "leadId",
      (select max(w.at) from contact.word_published w where w.case_id = c.id and w.direction = 'out' and w.true_news) as "lastWordAt"
    from cases.measure_published c where ${show === 'late' ? isLate(tx) : isWarned(tx)} and ${directorateId ? sql`c.lead_id = ${directorateId}` : sql`true`}
    order by c.due_at, c.id limit ${limit}`.execute(tx)).rows
}
export type LateRead = {
  id: CaseId; number: string; kind: CaseKind; topic: Bilingual; place: string | null; status: CaseStatus
  emergency: boolean; dueAt: string; openedAt: string; leadId: DirectorateId | null; lastWordAt: string | null
}
export async function lateCounts(tx: Tx, directorateId: DirectorateId | undefined): Promise<{ late: number; warned: number }> {
  const { rows } = await sql<{ late: number; warned: number }>`
    select count(*) filter (where ${isLate(tx)}) as late, count(*) filter (where ${isWarned(tx)}) as warned
    from cases.measure_published c where ${running} and ${directorateId ? sql`c.lead_id = ${directorateId}` : sql`true`}`.execute(tx)
  return rows[0]!
}
/** Of unfinished cases those that nobody has a clock for: what an event never told of. */
export async function withoutClock(tx: Tx, limit: number): Promise<CaseId[]> {
  return (await sql<{ id: CaseId }>`
    select c.id from cases.measure_published c where ${running} and c.due_at is not null and not exists (select from duty.clock k where k.case_id = c.id) limit ${limit}`.execute(tx)).rows.map((row) => row.id)
}
/** Who is away on this day. */
export const awayOn = async (tx: Tx, day: string): Promise<ReadonlySet<string>> =>
  new Set((await sql<{ id: string }>`select staff_id as id from resolution.absence_published where until >= ${day}::date`.execute(tx)).rows.map((row) => row.id))
/** When a citizen last said something since then. */
export async function heardSince(tx: Tx, caseId: CaseId, since: string): Promise<string | null> {
  return (await sql<{ at: string | null }>`select max(at) as at from contact.word_published where case_id = ${caseId} and direction = 'in' and at >= ${since}`.execute(tx)).rows[0]?.at ?? null
}
/** For a letter: what the case is about, nobody's name. */
export async function named(tx: Tx, caseId: CaseId): Promise<{ number: string; topic: Bilingual; place: string | null } | undefined> {
  return (await sql<{ number: string; topic: Bilingual; place: string | null }>`select number, topic, place from cases.measure_published where id = ${caseId}`.execute(tx)).rows[0]
}

// ---- word to staff
export type NewNotice = { id: string; fact: string; staffId: StaffId; caseId: CaseId; subject: string; text: string; status: 'queued' | 'spooled' }
/** False: this fact has been written. */
export async function insertNotice(tx: Tx, n: NewNotice): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into duty.notice (id, fact, staff_id, case_id, subject, text, status, at, next_try_at)
    values (${n.id}, ${n.fact}, ${n.staffId}, ${n.caseId}, ${n.subject}, ${n.text}, ${n.status}, ${tx.now}, ${tx.now}) on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}
export type DueNotice = { id: string; staffId: StaffId; subject: string; text: string; tries: number; at: string }
/** Takes what is due; a sender that dies leaves it to the next one after `until`. */
export async function claimNotices(tx: Tx, limit: number, until: Date): Promise<DueNotice[]> {
  return (await sql<DueNotice>`
    update duty.notice n set tries = n.tries + 1, next_try_at = ${until}
    where n.id in (select id from duty.notice where status = 'queued' and next_try_at <= ${tx.now} order by next_try_at limit ${limit} for update skip locked)
    returning n.id, n.staff_id as "staffId", n.subject, n.text, n.tries, n.at`.execute(tx)).rows
}
export const noteTry = (tx: Tx, id: string, to: { status: 'queued' | 'sent' | 'failed'; nextTryAt: Date | null; error: string | null }) => sql`
  update duty.notice set status = ${to.status}, next_try_at = ${to.nextTryAt}, error = ${to.error}, sent_at = ${to.status === 'sent' ? tx.now : null} where id = ${id}`.execute(tx)
