/** Statements about what came in. They name only tables of the schema `contact`. */
import { sql } from 'kysely'
import type { CaseId } from '../../../contracts/cases.ts'
import type { CallTaskId } from '../../../contracts/contact.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'

export type Kind = 'answer' | 'stop' | 'wrong_number' | 'bounce' | 'automatic'
export type Received = {
  id: string; channel: 'sms' | 'mail'; externalId: string; address: string; subject: string | null; words: string; caseId: CaseId | null; person: string | null; kind: Kind
}
/** False: this very word has come before. */
export async function insertReceived(tx: Tx, r: Received): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into contact.received (id, channel, external_id, at, address, subject, words, case_id, person, kind)
    values (${r.id}, ${r.channel}, ${r.externalId}, ${tx.now}, ${r.address}, ${r.subject}, ${r.words}, ${r.caseId}, ${r.person}, ${r.kind})
    on conflict (channel, external_id) do nothing`.execute(tx)
  return numAffectedRows === 1n
}
export const giveToTask = (tx: Tx, id: string, taskId: CallTaskId) => sql`update contact.received set task_id = ${taskId} where id = ${id}`.execute(tx)
export async function receivedSince(tx: Tx, address: string, since: Date): Promise<number> {
  return (await sql<{ n: number }>`select count(*) as n from contact.received where address = ${address} and at > ${since}`.execute(tx)).rows[0]!.n
}
/** The people we wrote to at this number, the last first. */
export async function writtenTo(tx: Tx, address: string): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`
    select person from contact.message where "to" = ${address} and person is not null group by person order by max(at) desc limit 20`.execute(tx)
  return rows.map((row) => row.person)
}
/** Words for the desk to sort: one open task for a number, or for a case and its person. */
export async function putAnswerTask(tx: Tx, t: { reason: 'answer' | 'check_number'; phone: string | null; name: string | null; caseId: CaseId | null; caseNumber: string | null; person: string | null }): Promise<CallTaskId> {
  const conflict = t.caseId ? sql`(reason, case_id, person) where status <> 'done' and case_id is not null and reason <> 'tell_number'` : sql`(reason, phone) where status <> 'done' and phone is not null and case_id is null`
  const { rows } = await sql<{ id: CallTaskId }>`
    insert into contact.call_task (id, reason, phone, name, at, recorded, case_id, case_number, person, status, times, emergency)
    values (${newId()}, ${t.reason}, ${t.phone}, ${t.name}, ${tx.now}, false, ${t.caseId}, ${t.caseNumber}, ${t.person}, 'open', 1, false)
    on conflict ${conflict} do update set times = call_task.times returning id`.execute(tx)
  return rows[0]!.id
}
export async function ofTag(tx: Tx, tag: string): Promise<{ caseId: CaseId; person: string } | undefined> {
  return (await sql<{ caseId: CaseId; person: string }>`select case_id as "caseId", person from contact.tag where tag = ${tag}`.execute(tx)).rows[0]
}
/** An e-mail of ours by its Message-ID's first part. */
export async function ofMail(tx: Tx, bundle: string): Promise<{ caseId: CaseId; person: string } | undefined> {
  const { rows } = await sql<{ caseId: CaseId; person: string }>`
    select case_id as "caseId", person from contact.message where bundle = ${bundle}::uuid and channel = 'mail' and case_id is not null and person is not null limit 1`.execute(tx)
  return rows[0]
}
