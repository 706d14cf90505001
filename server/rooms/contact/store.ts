/** Every statement this room runs. It names only tables of the schema `contact`. */
import { sql } from 'kysely'
import type { z } from 'zod'
import type { CallId } from '../../../contracts/call-id.ts'
import type { CaseId } from '../../../contracts/cases.ts'
import type { CitizenId } from '../../../contracts/citizens.ts'
import type { CallTask, CallTaskId, Message, MessageId, MessageStatus } from '../../../contracts/contact.ts'
import type { Bilingual, Language } from '../../../contracts/kit.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'

export type Template = { key: string; channel: 'sms' | 'mail' | 'voice'; tr: string; en: string; subject: Bilingual | null; commercial?: boolean }
export async function template(tx: Tx, key: string, channel: Template['channel']): Promise<Template | undefined> {
  const { rows } = await sql<Template>`select key, channel, tr, en, subject, commercial from contact.template where key = ${key} and channel = ${channel}`.execute(tx)
  return rows[0]
}
export const putTemplates = (tx: Tx, rows: readonly Template[]) => sql`
  insert into contact.template (key, channel, tr, en, subject, commercial, changed_at)
  select key, channel, tr, en, subject, coalesce(commercial, false), ${tx.now}::timestamptz from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as r (key text, channel text, tr text, en text, subject jsonb, commercial boolean)
  on conflict (key, channel) do update set tr = excluded.tr, en = excluded.en, subject = excluded.subject, commercial = excluded.commercial, changed_at = excluded.changed_at`.execute(tx)

export type Status = z.infer<typeof MessageStatus>
export type NewMessage = {
  id: MessageId; fact: string; channel: Message['channel']; to: string; text: string; subject?: string | null; language: Language; status: Status; caseId: CaseId | null; caseNumber: string | null
  /** Who it is for, the same in all her cases. */
  person?: string | null; template?: string | null; urgent?: boolean; trueNews?: boolean; tellingId?: string | null
  /** When it may go; beside another that waits for her, with that one. */
  dueAt?: Date
}
/** False when this fact has been told. */
export async function insertMessage(tx: Tx, m: NewMessage): Promise<boolean> {
  const due = m.dueAt ?? tx.now
  const beside = sql`(select least(min(w.next_try_at), ${due}::timestamptz) from contact.message w
    where w.status = 'queued' and w.bundle is null and w.channel = ${m.channel} and w."to" = ${m.to} and w.person = ${m.person ?? null}::text and (w.channel = 'sms' or w.case_id = ${m.caseId}::uuid))`
  const { numAffectedRows } = await sql`
    insert into contact.message (id, fact_key, at, channel, "to", text, subject, language, status, case_id, case_number, person, template, urgent, true_news, telling_id, next_try_at)
    values (${m.id}, ${m.fact}, ${tx.now}, ${m.channel}, ${m.to}, ${m.text}, ${m.subject ?? null}, ${m.language}, ${m.status}, ${m.caseId}, ${m.caseNumber}, ${m.person ?? null}, ${m.template ?? null},
      ${m.urgent ?? false}, ${m.trueNews ?? true}, ${m.tellingId ?? null}, ${m.status === 'queued' ? sql`coalesce(${beside}, ${due}::timestamptz)` : null})
    on conflict (fact_key) do nothing`.execute(tx)
  return numAffectedRows === 1n
}
/** What has been told of a case already. */
export async function factsTold(tx: Tx, caseId: CaseId): Promise<Set<string>> {
  const { rows } = await sql<{ fact: string }>`select fact_key as fact from contact.message where case_id = ${caseId}`.execute(tx)
  return new Set(rows.map((row) => row.fact))
}
export type TaskRow = Omit<CallTask, 'takenBy' | 'forStaff'> & { takenBy: string | null; forStaff: string | null; takenAt: string | null; person: string | null }
/** What is to be said, and what she wrote. */
const taskWords = sql`
  coalesce((select array_agg(m.text order by m.at, m.id) from contact.message m where m.task_id = call_task.id), '{}') as words,
  coalesce((select array_agg(r.words order by r.at, r.id) from contact.received r where r.task_id = call_task.id), '{}') as wrote`
const taskShown = sql`
  ${taskWords}, person, id, reason, phone, name, at, call_id as "callId", recorded, case_id as "caseId", case_number as "caseNumber", status, taken_by as "takenBy", taken_at as "takenAt",
  times, result, emergency, directorate_id as "directorateId", for_staff as "forStaff", wakes_at as "wakesAt"`
/** The task that already answers for this call, whatever became of it. */
export async function taskOfCall(tx: Tx, reason: CallTask['reason'], callId: CallId): Promise<CallTaskId | undefined> {
  const { rows } = await sql<{ id: CallTaskId }>`select id from contact.call_task where reason = ${reason} and call_ids @> array[${callId}::text] limit 1`.execute(tx)
  return rows[0]?.id
}
export type NewTask = Pick<CallTask, 'reason' | 'phone' | 'name' | 'callId' | 'recorded' | 'emergency' | 'caseId' | 'caseNumber'>
/** A new task, or the one that is open for this number and reason: then it has been asked for once more. Undefined: this case's task exists. */
export async function putTask(tx: Tx, t: NewTask): Promise<CallTaskId | undefined> {
  const values = sql`
    insert into contact.call_task (id, reason, phone, name, at, call_id, call_ids, recorded, case_id, case_number, status, times, emergency)
    values (${newId()}, ${t.reason}, ${t.phone}, ${t.name}, ${tx.now}, ${t.callId}, ${t.callId ? [t.callId] : []}::text[], ${t.recorded}, ${t.caseId}, ${t.caseNumber}, 'open', 1, ${t.emergency})`
  const { rows } = await sql<{ id: CallTaskId }>`${values}
    ${t.caseId ? sql`on conflict (reason, case_id) where case_id is not null and reason = 'tell_number' do nothing`
    : sql`on conflict (reason, phone) where status <> 'done' and phone is not null and case_id is null do update set
      times = call_task.times + 1, emergency = call_task.emergency or excluded.emergency, name = coalesce(call_task.name, excluded.name),
      call_ids = call_task.call_ids || excluded.call_ids, recorded = call_task.recorded or excluded.recorded,
      call_id = case when excluded.recorded or not call_task.recorded then excluded.call_id else call_task.call_id end`}
    returning id`.execute(tx)
  return rows[0]?.id
}
export type TellTask = Pick<CallTask, 'reason' | 'phone' | 'name' | 'emergency' | 'caseId' | 'caseNumber'> & { person: string }
/** The open call to this person about this case, made if there is none. */
export async function putTellTask(tx: Tx, t: TellTask): Promise<CallTaskId> {
  const { rows } = await sql<{ id: CallTaskId }>`
    insert into contact.call_task (id, reason, phone, name, at, recorded, case_id, case_number, person, status, times, emergency)
    values (${newId()}, ${t.reason}, ${t.phone}, ${t.name}, ${tx.now}, false, ${t.caseId}, ${t.caseNumber}, ${t.person}, 'open', 1, ${t.emergency})
    on conflict (reason, case_id, person) where status <> 'done' and case_id is not null and reason <> 'tell_number'
      do update set emergency = call_task.emergency or excluded.emergency returning id`.execute(tx)
  return rows[0]!.id
}
/** What such a task was for is settled otherwise. */
export async function finishOpen(tx: Tx, reason: CallTask['reason'], caseId: CaseId, result: string): Promise<CallTaskId[]> {
  const { rows } = await sql<{ id: CallTaskId }>`
    update contact.call_task set status = 'done', done_at = ${tx.now}, result = ${result} where reason = ${reason} and case_id = ${caseId} and status <> 'done' returning id`.execute(tx)
  return rows.map((row) => row.id)
}
export const giveToTask = (tx: Tx, ids: readonly MessageId[], taskId: CallTaskId) => sql`
  update contact.message set task_id = ${taskId} where id = any(${[...ids]}::uuid[])`.execute(tx)
export async function lockTask(tx: Tx, id: CallTaskId): Promise<TaskRow | undefined> {
  const { rows } = await sql<TaskRow>`select ${taskShown} from contact.call_task where id = ${id} for update`.execute(tx)
  return rows[0]
}
export async function tasks(tx: Tx, of: { status: 'open' | 'done'; phone?: string }): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    select ${taskShown} from contact.call_task
    where ${of.status === 'done' ? sql`status = 'done'` : sql`status <> 'done'`} and ${of.phone === undefined ? sql`true` : sql`phone = ${of.phone}`}
    order by ${of.status === 'done' ? sql`done_at desc` : sql`coalesce(wakes_at > ${tx.now}::timestamptz, false), emergency desc, at, id`} limit 200`.execute(tx)
  return rows
}
export async function openTasks(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from contact.call_task where status <> 'done' and coalesce(wakes_at <= ${tx.now}::timestamptz, true)`.execute(tx)
  return rows[0]!.n
}
export const takeTask = (tx: Tx, id: CallTaskId) => sql`
  update contact.call_task set status = 'taken', taken_by = ${tx.by.id}, taken_at = ${tx.now} where id = ${id}`.execute(tx)
export type Finished = { id: CallTaskId; result: string; note: string | null; citizenId: CitizenId | null; done: boolean }
export async function finishTask(tx: Tx, f: Finished): Promise<void> {
  await sql`insert into contact.attempt (id, task_id, at, by, result, note) values (${newId()}, ${f.id}, ${tx.now}, ${tx.by.id}, ${f.result}, ${f.note})`.execute(tx)
  await sql`
    update contact.call_task set result = ${f.result}, note = coalesce(${f.note}, note), citizen_id = coalesce(${f.citizenId}::uuid, citizen_id),
      status = ${f.done ? 'done' : 'open'}, done_at = ${f.done ? tx.now : null}, taken_by = case when ${f.done} then coalesce(taken_by, ${tx.by.scope === 'system' ? null : tx.by.id}) end,
      taken_at = case when ${f.done} then taken_at end
    where id = ${f.id}`.execute(tx)
}
