/** Statements about the calls in which a solution is discussed. They name only tables of the schema `contact`. */
import { sql } from 'kysely'
import type { CallId } from '../../../contracts/call-id.ts'
import type { CaseId } from '../../../contracts/cases.ts'
import type { CallTaskId, Message } from '../../../contracts/contact.ts'
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'

export type NewTalk = {
  caseId: CaseId; caseNumber: string; person: string; phone: string | null; name: string | null; emergency: boolean
  /** Whose call it is; null: the desk's. */
  directorateId: DirectorateId | null; forStaff: string | null; wakesAt: Date | null
}
/** The open call of this case, made if there is none. */
export async function putTalk(tx: Tx, t: NewTalk): Promise<CallTaskId> {
  const { rows } = await sql<{ id: CallTaskId }>`
    insert into contact.call_task (id, reason, phone, name, at, recorded, case_id, case_number, person, status, times, emergency, directorate_id, for_staff, wakes_at)
    values (${newId()}, 'agree', ${t.phone}, ${t.name}, ${tx.now}, false, ${t.caseId}, ${t.caseNumber}, ${t.person}, 'open', 1, ${t.emergency}, ${t.directorateId}, ${t.forStaff}, ${t.wakesAt})
    on conflict (reason, case_id, person) where status <> 'done' and case_id is not null and reason <> 'tell_number'
      do update set directorate_id = excluded.directorate_id, for_staff = excluded.for_staff, wakes_at = excluded.wakes_at returning id`.execute(tx)
  return rows[0]!.id
}
export type TalkTask = {
  id: CallTaskId; caseId: CaseId; phone: string | null; name: string | null; person: string; status: 'open' | 'taken' | 'done'; takenBy: string | null; takenAt: string | null
  directorateId: DirectorateId | null; forStaff: string | null; wakesAt: string | null
}
const shown = sql`
  id, case_id as "caseId", phone, name, person, status, taken_by as "takenBy", taken_at as "takenAt", directorate_id as "directorateId", for_staff as "forStaff", wakes_at as "wakesAt"`
export async function talkTask(tx: Tx, id: CallTaskId, hold = false): Promise<TalkTask | undefined> {
  const { rows } = await sql<TalkTask>`select ${shown} from contact.call_task where id = ${id} and reason = 'agree' ${hold ? sql`for update` : sql``}`.execute(tx)
  return rows[0]
}
/** Sleeps until then, and is nobody's in the meantime. */
export const sleep = (tx: Tx, id: CallTaskId, until: Date | null, result: string) => sql`
  update contact.call_task set wakes_at = ${until}, status = 'open', taken_by = null, taken_at = null, result = ${result}, times = times + 1 where id = ${id} and status <> 'done'`.execute(tx)
/** Nothing follows from it any more; `result` says what came of it. */
export const close = (tx: Tx, id: CallTaskId, result: string, note: string | null) => sql`
  update contact.call_task set status = 'done', done_at = ${tx.now}, result = ${result}, note = coalesce(${note}, note), taken_by = coalesce(taken_by, ${tx.by.scope === 'system' ? null : tx.by.id}) where id = ${id} and status <> 'done'`.execute(tx)
export const reopen = (tx: Tx, id: CallTaskId) => sql`
  update contact.call_task set status = 'open', done_at = null, taken_by = null, taken_at = null, result = null, wakes_at = null where id = ${id}`.execute(tx)
/** Another of the directorate, or anyone of it, is to call. */
export const giveTo = (tx: Tx, id: CallTaskId, forStaff: string | null) => sql`update contact.call_task set for_staff = ${forStaff} where id = ${id}`.execute(tx)
export const toDesk = (tx: Tx, id: CallTaskId) => sql`select contact.to_desk(${id})`.execute(tx)
export const setPhone = (tx: Tx, id: CallTaskId, phone: string | null) => sql`update contact.call_task set phone = ${phone} where id = ${id}`.execute(tx)
/** Open calls that were this person's to make. */
export async function meantFor(tx: Tx, staffId: string): Promise<{ id: CallTaskId; directorateId: DirectorateId | null }[]> {
  const { rows } = await sql<{ id: CallTaskId; directorateId: DirectorateId | null }>`
    select id, directorate_id as "directorateId" from contact.call_task where for_staff = ${staffId} and status <> 'done'`.execute(tx)
  return rows
}
export async function caseOfTask(tx: Tx, id: string): Promise<CaseId | undefined> {
  const { rows } = await sql<{ caseId: CaseId | null }>`select case_id as "caseId" from contact.call_task where id = ${id}`.execute(tx)
  return rows[0]?.caseId ?? undefined
}
/** How the message stands that told this fact. */
export async function stateOfFact(tx: Tx, fact: string): Promise<Message['status'] | undefined> {
  return (await sql<{ status: Message['status'] }>`select status from contact.message where fact_key = ${fact}`.execute(tx)).rows[0]?.status
}

/** A call of ours about this case within these hours is the one that is being spoken of. */
const hours = 3
const newest = (tx: Tx, caseId: CaseId) => sql`
  select id, call_id from contact.word where case_id = ${caseId} and direction = 'out' and what = 'called' and call_id is not null
    and at > ${new Date(tx.now.getTime() - hours * 3_600_000)} order by at desc limit 1`
export async function newestCall(tx: Tx, caseId: CaseId): Promise<CallId | null> {
  return (await sql<{ call_id: CallId }>`${newest(tx, caseId)}`.execute(tx)).rows[0]?.call_id ?? null
}
/** The line of the call counts as news from now on. False: there is none. */
export async function heardInCall(tx: Tx, caseId: CaseId, callId: CallId | null): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update contact.word set true_news = true where case_id = ${caseId} and direction = 'out' and what = 'called'
      and ${callId ? sql`call_id = ${callId}` : sql`id in (select n.id from (${newest(tx, caseId)}) n)`}`.execute(tx)
  return (numAffectedRows ?? 0n) > 0n
}
export async function hasCall(tx: Tx, caseId: CaseId, callId: CallId): Promise<boolean> {
  return (await sql`select 1 from contact.word where case_id = ${caseId} and call_id = ${callId} limit 1`.execute(tx)).rows.length > 0
}
