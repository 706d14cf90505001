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

export type Template = { key: string; channel: 'sms' | 'mail' | 'voice'; tr: string; en: string; subject: Bilingual | null }
export async function template(tx: Tx, key: string, channel: Template['channel']): Promise<Template | undefined> {
  const { rows } = await sql<Template>`select key, channel, tr, en, subject from contact.template where key = ${key} and channel = ${channel}`.execute(tx)
  return rows[0]
}
export const putTemplates = (tx: Tx, rows: readonly Template[]) => sql`
  insert into contact.template (key, channel, tr, en, subject, changed_at)
  select key, channel, tr, en, subject, ${tx.now}::timestamptz from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as r (key text, channel text, tr text, en text, subject jsonb)
  on conflict (key, channel) do update set tr = excluded.tr, en = excluded.en, subject = excluded.subject, changed_at = excluded.changed_at`.execute(tx)

export type Status = z.infer<typeof MessageStatus>
export type NewMessage = {
  id: MessageId; fact: string; channel: Message['channel']; to: string; text: string; language: Language; status: Status; caseId: CaseId | null; caseNumber: string | null
}
/** False when this fact has been told. */
export async function insertMessage(tx: Tx, m: NewMessage): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into contact.message (id, fact_key, at, channel, "to", text, language, status, case_id, case_number, next_try_at)
    values (${m.id}, ${m.fact}, ${tx.now}, ${m.channel}, ${m.to}, ${m.text}, ${m.language}, ${m.status}, ${m.caseId}, ${m.caseNumber}, ${m.status === 'queued' ? tx.now : null})
    on conflict (fact_key) do nothing`.execute(tx)
  return numAffectedRows === 1n
}
/** What has been told of a case already. */
export async function factsTold(tx: Tx, caseId: CaseId): Promise<Set<string>> {
  const { rows } = await sql<{ fact: string }>`select fact_key as fact from contact.message where case_id = ${caseId}`.execute(tx)
  return new Set(rows.map((row) => row.fact))
}
const messageShown = sql`id, at, channel, "to", text, language, status, case_id as "caseId", case_number as "caseNumber", sent_at as "sentAt", error`
export async function messages(tx: Tx, q: { status?: Status | undefined; caseId?: CaseId | undefined; before: { at: string; id: string } | undefined; limit: number }): Promise<Message[]> {
  const { rows } = await sql<Message>`
    select ${messageShown} from contact.message
    where ${q.status ? sql`status = ${q.status}` : sql`true`} and ${q.caseId ? sql`case_id = ${q.caseId}` : sql`true`}
      and ${q.before ? sql`(at, id) < (${q.before.at}::timestamptz, ${q.before.id}::uuid)` : sql`true`}
    order by at desc, id desc limit ${q.limit}`.execute(tx)
  return rows
}
export async function waiting(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from contact.message where status = 'queued'`.execute(tx)
  return rows[0]!.n
}
export type Due = { id: MessageId; to: string; text: string; tries: number }
/** Takes what is due for a while; another sender passes it by. */
export async function claimDue(tx: Tx, limit: number, until: Date): Promise<Due[]> {
  const { rows } = await sql<Due>`
    update contact.message m set tries = tries + 1, next_try_at = ${until}
    where m.id in (select id from contact.message where status = 'queued' and channel = 'sms' and next_try_at <= ${tx.now} order by next_try_at limit ${limit} for update skip locked)
    returning m.id, m."to", m.text, m.tries`.execute(tx)
  return rows
}
export const noteTry = (tx: Tx, id: MessageId, to: { status: Status; reference: string | null; error: string | null; nextTryAt: Date | null }) => sql`
  update contact.message set status = ${to.status}, reference = ${to.reference}, error = ${to.error}, next_try_at = ${to.nextTryAt},
    sent_at = case when ${to.status} = 'sent' then ${tx.now}::timestamptz end
  where id = ${id} and status = 'queued'`.execute(tx)

export type TaskRow = Omit<CallTask, 'takenBy'> & { takenBy: string | null; takenAt: string | null }
const taskShown = sql`
  id, reason, phone, name, at, call_id as "callId", recorded, case_id as "caseId", case_number as "caseNumber", status, taken_by as "takenBy", taken_at as "takenAt",
  times, result, emergency`
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
    ${t.caseId ? sql`on conflict (reason, case_id) where case_id is not null do nothing`
    : sql`on conflict (reason, phone) where status <> 'done' and phone is not null and case_id is null do update set
      times = call_task.times + 1, emergency = call_task.emergency or excluded.emergency, name = coalesce(call_task.name, excluded.name),
      call_ids = call_task.call_ids || excluded.call_ids, recorded = call_task.recorded or excluded.recorded,
      call_id = case when excluded.recorded or not call_task.recorded then excluded.call_id else call_task.call_id end`}
    returning id`.execute(tx)
  return rows[0]?.id
}
export async function lockTask(tx: Tx, id: CallTaskId): Promise<TaskRow | undefined> {
  const { rows } = await sql<TaskRow>`select ${taskShown} from contact.call_task where id = ${id} for update`.execute(tx)
  return rows[0]
}
export async function tasks(tx: Tx, of: { status: 'open' | 'done'; phone?: string }): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    select ${taskShown} from contact.call_task
    where ${of.status === 'done' ? sql`status = 'done'` : sql`status <> 'done'`} and ${of.phone === undefined ? sql`true` : sql`phone = ${of.phone}`}
    order by ${of.status === 'done' ? sql`done_at desc` : sql`emergency desc, at, id`} limit 200`.execute(tx)
  return rows
}
export async function openTasks(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from contact.call_task where status <> 'done'`.execute(tx)
  return rows[0]!.n
}
export const takeTask = (tx: Tx, id: CallTaskId) => sql`
  update contact.call_task set status = 'taken', taken_by = ${tx.by.id}, taken_at = ${tx.now} where id = ${id}`.execute(tx)
export type Finished = { id: CallTaskId; result: string; note: string | null; citizenId: CitizenId | null; done: boolean }
export async function finishTask(tx: Tx, f: Finished): Promise<void> {
  await sql`insert into contact.attempt (id, task_id, at, by, result, note) values (${newId()}, ${f.id}, ${tx.now}, ${tx.by.id}, ${f.result}, ${f.note})`.execute(tx)
  await sql`
    update contact.call_task set result = ${f.result}, note = coalesce(${f.note}, note), citizen_id = coalesce(${f.citizenId}::uuid, citizen_id),
      status = ${f.done ? 'done' : 'open'}, done_at = ${f.done ? tx.now : null}, taken_by = case when ${f.done} then coalesce(taken_by, ${tx.by.id}) end,
      taken_at = case when ${f.done} then taken_at end
    where id = ${f.id}`.execute(tx)
}
