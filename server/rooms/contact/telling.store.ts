/** Statements about what is to be said, and to whom no more. They name only tables of the schema `contact`. */
import { sql } from 'kysely'
import type { CaseId } from '../../../contracts/cases.ts'
import type { Tx } from '../../platform/db.ts'
import type { GivenFields } from './wording.ts'

export type Telling = {
  id: string; fact: string; caseId: CaseId; template: string; fields: GivenFields; link: string | null; to: 'reporter' | 'followers' | 'all'; urgent: boolean; trueNews: boolean; automatic: boolean; by: string; at: string
}
/** False when this fact has been said. Whoever sees the case may write one, and reads none: nothing is returned. */
export async function insertTelling(tx: Tx, t: Omit<Telling, 'by' | 'at'>): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into contact.telling (id, fact, case_id, template, fields, link, "to", urgent, true_news, automatic, at, by)
    values (${t.id}, ${t.fact}, ${t.caseId}, ${t.template}, ${JSON.stringify(t.fields)}::jsonb, ${t.link}, ${t.to}, ${t.urgent}, ${t.trueNews}, ${t.automatic}, ${tx.now}, ${tx.by.id})
    on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}
export async function telling(tx: Tx, id: string): Promise<Telling | undefined> {
  const { rows } = await sql<Telling>`
    select id, fact, case_id as "caseId", template, fields, link, "to", urgent, true_news as "trueNews", automatic, by, at from contact.telling where id = ${id}`.execute(tx)
  return rows[0]
}

export type Stopped = { person: string; address: string; at: string; why: 'stop' | 'wrong_number' | 'bounced' }
/** Addresses of this person by which she is written to no more. */
export async function stoppedOf(tx: Tx, person: string): Promise<Stopped[]> {
  const { rows } = await sql<Stopped>`select person, address, at, why from contact.stopped where person = ${person} order by at`.execute(tx)
  return rows
}
export const stop = (tx: Tx, id: string, s: Omit<Stopped, 'at'>) => sql`
  insert into contact.stopped (id, person, address, at, why, by) values (${id}, ${s.person}, ${s.address}, ${tx.now}, ${s.why}, ${tx.by.id})`.execute(tx)

/** The tag by which an answer finds its case and its person; made once. */
export async function tagOf(tx: Tx, fresh: string, caseId: CaseId, person: string): Promise<string> {
  await sql`insert into contact.tag (tag, case_id, person, made_at) values (${fresh}, ${caseId}, ${person}, ${tx.now}) on conflict (case_id, person) do nothing`.execute(tx)
  const { rows } = await sql<{ tag: string }>`select tag from contact.tag where case_id = ${caseId} and person = ${person}`.execute(tx)
  return rows[0]!.tag
}
