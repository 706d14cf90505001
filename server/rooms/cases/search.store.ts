/** Finding cases by whatever a caller says. It names only tables of the schema `cases`. */
import { sql } from 'kysely'
import type { CaseId, CaseStatus } from '../../../contracts/cases.ts'
import type { CitizenId } from '../../../contracts/citizens.ts'
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { Bilingual } from '../../../contracts/kit.ts'
import type { CaseKind } from '../../../contracts/routing.ts'
import type { Tx } from '../../platform/db.ts'
import type { Mark } from './reading.store.ts'

/** Newest of what matches that are looked at further. */
const most = 2000

const ids = async (rows: Promise<{ rows: { id: CaseId }[] }>): Promise<CaseId[]> => (await rows).rows.map((row) => row.id)
/** Whole numbers only: each is one look into the index, whoever asks. */
export const byNumbers = (tx: Tx, numbers: readonly string[]) =>
  ids(sql<{ id: CaseId }>`select id from cases.case where number = any(${[...numbers]}::text[])`.execute(tx))
/** By the number it had in the system it came from. */
export const byOldNumber = (tx: Tx, number: string) =>
  ids(sql<{ id: CaseId }>`select case_id as id from cases.past where number = any(${[number, number.toUpperCase(), number.toLowerCase()]}::text[]) limit 50`.execute(tx))
/** Told or followed from this whole number, as far as the reader may know who told it. */
export const byPhone = (tx: Tx, phone: string) => ids(sql<{ id: CaseId }>`
  select case_id as id from cases.reporter where phone = ${phone} union select case_id from cases.follower where phone = ${phone} limit ${most}`.execute(tx))
export const byCitizens = (tx: Tx, citizens: readonly CitizenId[]) => ids(sql<{ id: CaseId }>`
  select case_id as id from cases.reporter where citizen_id = any(${[...citizens]}::uuid[])
  union select case_id from cases.follower where citizen_id = any(${[...citizens]}::uuid[]) limit ${most}`.execute(tx))
/** Each word begins a word of the case; the longest goes to the index, the others are looked at in what it leaves. */
export function byWords(tx: Tx, words: readonly string[]): Promise<CaseId[]> {
  const [longest, ...others] = words.toSorted((a, b) => b.length - a.length).map((word) => `% ${word}%`)
  return ids(sql<{ id: CaseId }>`select id from cases.matching(${longest}, ${others}::text[], ${most}) as id`.execute(tx))
}

export type Narrowed = { status?: readonly CaseStatus[]; topicId?: string; placeId?: string; from?: Date; to?: Date }
export type Found = {
  id: CaseId; number: string; kind: CaseKind; topic: Bilingual; said: string; status: CaseStatus; place: string | null; street: string | null
  openedAt: string; dueAt: string | null; late: boolean; emergency: boolean; leadId: DirectorateId | null; lastWordAt: string | null
}
/** Of these, what the reader may see: newest first. */
export async function foundCases(tx: Tx, of: readonly CaseId[], n: Narrowed, after: Mark | undefined, limit: number): Promise<Found[]> {
  const where = [
    sql`c.id = any(${[...of]}::uuid[])`,
    ...(n.status?.length ? [sql`c.status = any(${[...n.status]}::text[])`] : []), ...(n.topicId ? [sql`c.topic_id = ${n.topicId}::uuid`] : []), ...(n.placeId ? [sql`c.place_id = ${n.placeId}::uuid`] : []),
    ...(n.from ? [sql`c.opened_at >= ${n.from}`] : []), ...(n.to ? [sql`c.opened_at < ${n.to}`] : []),
    ...(after ? [sql`(c.opened_at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)`] : []),
  ]
  const { rows } = await sql<Found>`
    select c.id, c.number, c.kind, c.topic, c.said, c.status, c.place, c.street, c.opened_at as "openedAt", c.due_at as "dueAt", c.emergency, c.lead_id as "leadId",
      (cases.promise_runs(c.status) and coalesce(c.due_at < ${tx.now}, false)) as late,
      (select max(w.at) from contact.word_published w where w.case_id = c.id and w.direction = 'out' and w.true_news) as "lastWordAt"
    from cases.case c where ${sql.join(where, sql` and `)} order by c.opened_at desc, c.id desc limit ${limit}`.execute(tx)
  return rows
}
/** How many of these people's cases are unfinished. */
export async function openOf(tx: Tx, citizens: readonly CitizenId[]): Promise<Map<CitizenId, number>> {
  const { rows } = await sql<{ id: CitizenId; n: number }>`
    select t.citizen_id as id, count(distinct c.id)::int as n
    from (select citizen_id, case_id from cases.reporter union all select citizen_id, case_id from cases.follower) t join cases.case c on c.id = t.case_id
    where t.citizen_id = any(${[...citizens]}::uuid[]) and cases.is_open(c.status) group by t.citizen_id`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.n]))
}
