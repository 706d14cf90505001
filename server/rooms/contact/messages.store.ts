/** Statements about messages on their way. They name only tables of the schema `contact`. */
import { sql } from 'kysely'
import type { CaseId } from '../../../contracts/cases.ts'
import type { CallTaskId, Message, MessageId } from '../../../contracts/contact.ts'
import type { Language } from '../../../contracts/kit.ts'
import type { Tx } from '../../platform/db.ts'
import type { Status } from './store.ts'

const messageShown = sql`id, at, channel, "to", text, subject, language, status, case_id as "caseId", case_number as "caseNumber", sent_at as "sentAt", delivered_at as "deliveredAt", error, bundle`
export type Wanted = {
  status?: Status | undefined; channel?: Message['channel'] | undefined; number?: string | undefined; /** Any of these. */ addresses?: readonly string[] | undefined; caseId?: CaseId | undefined
  before: { at: string; id: string } | undefined; limit: number
}
export async function messages(tx: Tx, q: Wanted): Promise<Message[]> {
  const { rows } = await sql<Message>`
    select ${messageShown} from contact.message
    where ${q.status ? sql`status = ${q.status}` : sql`true`} and ${q.caseId ? sql`case_id = ${q.caseId}` : sql`true`} and ${q.channel ? sql`channel = ${q.channel}` : sql`true`}
      and ${q.number ? sql`case_number = ${q.number}` : sql`true`} and ${q.addresses ? sql`"to" = any(${[...q.addresses]}::text[])` : sql`true`}
      and ${q.before ? sql`(at, id) < (${q.before.at}::timestamptz, ${q.before.id}::uuid)` : sql`true`}
    order by at desc, id desc limit ${q.limit}`.execute(tx)
  return rows
}
export async function waiting(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from contact.message where status = 'queued'`.execute(tx)
  return rows[0]!.n
}

/** A message on its way, with what is needed to join it with others. */
export type Waiting = {
  id: MessageId; channel: 'sms' | 'mail'; to: string; text: string; subject: string | null; language: Language; person: string | null; caseId: CaseId | null; caseNumber: string | null
  bundle: string | null; tries: number; since: string; taskId: CallTaskId | null
}
const waitingShown = sql`
  id, channel, "to", text, subject, language, person, case_id as "caseId", case_number as "caseNumber", bundle, tries, coalesce(since, at) as since, task_id as "taskId"`
/** What is due now, held until the transaction ends; another sender passes it by. `quiet`: of SMS only what may wake people. */
export async function due(tx: Tx, q: { channels: readonly string[]; quiet: boolean; limit: number }): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select ${waitingShown} from contact.message
    where status = 'queued' and channel = any(${[...q.channels]}::text[]) and next_try_at <= ${tx.now} and ${q.quiet ? sql`(urgent or channel <> 'sms')` : sql`true`}
    order by next_try_at, at, id limit ${q.limit} for update skip locked`.execute(tx)
  return rows
}
/** What goes with it: what went with it before; or, the first time, all that waits for the same person. Oldest first. */
export async function beside(tx: Tx, one: Waiting): Promise<Waiting[]> {
  const same = one.bundle ? sql`bundle = ${one.bundle}`
    : sql`bundle is null and channel = ${one.channel} and "to" = ${one.to} and person = ${one.person} and ${one.channel === 'sms' ? sql`true` : sql`case_id = ${one.caseId}::uuid`} and language = ${one.language}`
  const { rows } = await sql<Waiting>`
    select ${waitingShown} from contact.message where id = ${one.id} or (status = 'queued' and ${same}) order by at, id limit 50 for update skip locked`.execute(tx)
  return rows
}
/** Taken until then; who dies with it leaves it to the next. */
export const take = (tx: Tx, ids: readonly MessageId[], bundle: string, until: Date) => sql`
  update contact.message set bundle = ${bundle}, tries = tries + 1, next_try_at = ${until} where id = any(${[...ids]}::uuid[])`.execute(tx)
export const noteTry = (tx: Tx, ids: readonly MessageId[], to: { status: Status; reference: string | null; error: string | null; nextTryAt: Date | null }) => sql`
  update contact.message set status = ${to.status}, reference = coalesce(${to.reference}::text, reference), error = ${to.error}, next_try_at = ${to.nextTryAt},
    sent_at = case when ${to.status} = 'sent' then ${tx.now}::timestamptz end
  where id = any(${[...ids]}::uuid[]) and status = 'queued'`.execute(tx)

export type Went = Pick<Waiting, 'id' | 'to' | 'person' | 'caseId' | 'bundle' | 'taskId'> & { status: Status; channel: Message['channel'] }
const wentShown = sql`id, channel, "to", person, case_id as "caseId", bundle, task_id as "taskId", status`
export async function lockMessage(tx: Tx, id: MessageId): Promise<Went | undefined> {
  return (await sql<Went>`select ${wentShown} from contact.message where id = ${id} for update`.execute(tx)).rows[0]
}
/** What still waits to go to this person by this address. */
export async function waitingFor(tx: Tx, address: string, person: string): Promise<MessageId[]> {
  const { rows } = await sql<{ id: MessageId }>`select id from contact.message where status in ('queued', 'spooled') and "to" = ${address} and person = ${person} order by at for update`.execute(tx)
  return rows.map((row) => row.id)
}
/** What bears the gateway's own number, or ours, and is out. */
export async function wentBy(tx: Tx, reference: string): Promise<Went[]> {
  const { rows } = await sql<Went>`
    select ${wentShown} from contact.message where (reference = ${reference} or bundle::text = ${reference}) and status in ('sent', 'delivered', 'queued') order by at for update`.execute(tx)
  return rows
}
/** The last e-mail to this person about this case. */
export async function lastMail(tx: Tx, caseId: CaseId, person: string): Promise<string | undefined> {
  const { rows } = await sql<{ bundle: string }>`
    select bundle::text from contact.message where case_id = ${caseId} and person = ${person} and channel = 'mail' and bundle is not null order by sent_at desc nulls last limit 1`.execute(tx)
  return rows[0]?.bundle
}
export const delivered = (tx: Tx, ids: readonly MessageId[]) => sql`
  update contact.message set status = 'delivered', delivered_at = ${tx.now}, error = null where id = any(${[...ids]}::uuid[])`.execute(tx)
export const failed = (tx: Tx, ids: readonly MessageId[], error: string) => sql`
  update contact.message set status = 'failed', error = ${error}, next_try_at = null where id = any(${[...ids]}::uuid[])`.execute(tx)
/** Anew, as if it had just been written: alone, unless it went with others. */
export async function again(tx: Tx, one: Went): Promise<MessageId[]> {
  const { rows } = await sql<{ id: MessageId }>`
    update contact.message set status = 'queued', tries = 0, since = ${tx.now}, next_try_at = ${tx.now}, error = null, bundle = null, task_id = null, reference = null
    where status = 'failed' and (id = ${one.id} or bundle = ${one.bundle}::uuid) returning id`.execute(tx)
  return rows.map((row) => row.id)
}

/** What a call is about. */
export async function ofTask(tx: Tx, taskId: CallTaskId): Promise<(Went & { text: string; trueNews: boolean })[]> {
  const { rows } = await sql<Went & { text: string; trueNews: boolean }>`
    select ${wentShown}, text, true_news as "trueNews" from contact.message where task_id = ${taskId} order by at, id`.execute(tx)
  return rows
}
export const said = (tx: Tx, ids: readonly MessageId[]) => sql`
  update contact.message set status = 'read_out', sent_at = ${tx.now}, error = null where id = any(${[...ids]}::uuid[])`.execute(tx)
/** Calls that have nothing left to say. */
export async function endEmptyTask(tx: Tx, taskId: CallTaskId): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update contact.call_task set status = 'done', result = 'no_need', done_at = ${tx.now}
    where id = ${taskId} and status <> 'done' and not exists (select 1 from contact.message m where m.task_id = call_task.id)
      and not exists (select 1 from contact.received r where r.task_id = call_task.id)`.execute(tx)
  return numAffectedRows === 1n
}
