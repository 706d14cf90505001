/** Statements of the contact ledger. They name only tables of the schema `contact`. */
import { sql } from 'kysely'
import type { CallId } from '../../../contracts/call-id.ts'
import type { CaseId } from '../../../contracts/cases.ts'
import type { MessageId, Word, WordChannel } from '../../../contracts/contact.ts'
import type { Tx } from '../../platform/db.ts'

export type NewWord = {
  id: string; caseId: CaseId; at: Date; direction: 'in' | 'out'; channel: WordChannel; what: string; trueNews: boolean; automatic: boolean
  messageId: MessageId | null; callId: CallId | null; words: string | null; by: string
}
export async function insertWord(tx: Tx, w: NewWord): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into contact.word (id, case_id, at, direction, channel, what, true_news, automatic, message_id, call_id, words, by)
    values (${w.id}, ${w.caseId}, ${w.at}, ${w.direction}, ${w.channel}, ${w.what}, ${w.trueNews}, ${w.automatic}, ${w.messageId}, ${w.callId}, ${w.words}, ${w.by})
    on conflict (message_id) do nothing`.execute(tx)
  return numAffectedRows === 1n
}
/** What did not arrive was no word. */
export const notHeard = (tx: Tx, messageIds: readonly MessageId[]) => sql`
  update contact.word set true_news = false where message_id = any(${[...messageIds]}::uuid[])`.execute(tx)
/** Tried again: as its message says. */
export const heardAgain = (tx: Tx, messageIds: readonly MessageId[]) => sql`
  update contact.word w set true_news = m.true_news from contact.message m where m.id = w.message_id and w.message_id = any(${[...messageIds]}::uuid[])`.execute(tx)
export type WordRow = Omit<Word, 'by' | 'people'> & { by: string }
export async function words(tx: Tx, caseId: CaseId): Promise<WordRow[]> {
  const { rows } = await sql<WordRow>`
    select w.id, w.at, w.direction, w.channel, w.what, w.words, w.automatic, w.true_news as "trueNews", s.status, s.error, w.call_id as "callId", w.by
    from contact.word w left join contact.states_of(${caseId}) s on s.message_id = w.message_id
    where w.case_id = ${caseId} order by w.at desc, w.id desc limit 500`.execute(tx)
  return rows
}
export async function lastTrueWord(tx: Tx, caseId: CaseId): Promise<string | null> {
  const { rows } = await sql<{ at: string | null }>`select max(at) as at from contact.word where case_id = ${caseId} and direction = 'out' and true_news`.execute(tx)
  return rows[0]?.at ?? null
}
