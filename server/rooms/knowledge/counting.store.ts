/** Statements about readings and unanswered questions. They name only tables of the schema `knowledge`. */
import { sql } from 'kysely'
import type { ArticleId } from '../../../contracts/knowledge.ts'
import type { TopicId } from '../../../contracts/routing.ts'
import type { Tx } from '../../platform/db.ts'

export type Count = { reads: number; helped: number }
const counted = sql`count(*)::int as reads, count(*) filter (where helped)::int as helped`

/** The same reading, and the same article in the same call, is one row; the last word on whether it helped stays. */
export async function putReading(tx: Tx, r: { id: string; articleId: ArticleId; callId: string | null; topicId: string | null; helped: boolean }): Promise<void> {
  const { numAffectedRows } = await sql`
    update knowledge.reading set helped = ${r.helped}, topic_id = coalesce(${r.topicId}::uuid, topic_id)
    where by = ${tx.by.id} and (id = ${r.id} or (article_id = ${r.articleId} and call_id = ${r.callId}))`.execute(tx)
  if (numAffectedRows) return
  await sql`
    insert into knowledge.reading (id, article_id, call_id, topic_id, helped, by, at)
    values (${r.id}, ${r.articleId}, ${r.callId}, ${r.topicId}, ${r.helped}, ${tx.by.id}, ${tx.now}) on conflict do nothing`.execute(tx)
}
export async function countsSince(tx: Tx, since: Date): Promise<Map<ArticleId, Count>> {
  const { rows } = await sql<Count & { id: ArticleId }>`select article_id as id, ${counted} from knowledge.reading where at >= ${since} group by article_id`.execute(tx)
  return new Map(rows.map(({ id, reads, helped }) => [id, { reads, helped }]))
}
export type Days = { from: Date; to: Date; zone: string }
export async function countsByDay(tx: Tx, { from, to, zone }: Days, articleId: ArticleId | null = null): Promise<(Count & { day: string })[]> {
  return (await sql<Count & { day: string }>`
    select (at at time zone ${zone})::date as day, ${counted} from knowledge.reading
    where at >= ${from} and at < ${to} and (${articleId}::uuid is null or article_id = ${articleId}::uuid) group by 1 order by 1`.execute(tx)).rows
}
export async function countsByTopic(tx: Tx, { from, to }: Days): Promise<(Count & { topicId: TopicId | null })[]> {
  return (await sql<Count & { topicId: TopicId | null }>`
    select topic_id as "topicId", ${counted} from knowledge.reading where at >= ${from} and at < ${to} group by 1 order by 2 desc, 1 limit 30`.execute(tx)).rows
}
export async function countsByArticle(tx: Tx, { from, to }: Days): Promise<(Count & { id: ArticleId; title: { tr: string; en: string } })[]> {
  return (await sql<Count & { id: ArticleId; title: { tr: string; en: string } }>`
    select r.article_id as id, ${counted}, (select v.content -> 'title' from knowledge.version v where v.article_id = r.article_id order by v.published_at desc nulls last limit 1) as title
    from knowledge.reading r where at >= ${from} and at < ${to} group by 1 order by 2 desc, 1 limit 30`.execute(tx)).rows
}

export const insertQuestion = (tx: Tx, q: { id: string; words: string; key: string; topicId: string | null; placeId: string | null; callId: string | null }) => sql`
  insert into knowledge.question (id, words, key, topic_id, place_id, call_id, by, at)
  values (${q.id}, ${q.words}, ${q.key}, ${q.topicId}, ${q.placeId}, ${q.callId}, ${tx.by.id}, ${tx.now}) on conflict do nothing`.execute(tx)
export type QuestionRow = { key: string; words: string; times: number; lastAt: string; topicId: TopicId | null; draftId: ArticleId | null }
/**
 * What was asked before its answer was published is answered, as long as that answer stands. Asked again afterwards it
 * comes back: then the answer exists and was not found.
 */
const openQuestions = sql`
  from knowledge.question q where not exists (
    select from knowledge.article a join knowledge.version v on v.article_id = a.id and v.status = 'published'
    where a.question = q.key and a.retired_at is null and v.published_at >= q.at)`
export async function unanswered(tx: Tx, most: number): Promise<QuestionRow[]> {
  return (await sql<QuestionRow>`
    select q.key, (array_agg(q.words order by q.at desc))[1] as words, count(*)::int as times, max(q.at) as "lastAt", (array_agg(q.topic_id order by q.at desc) filter (where q.topic_id is not null))[1] as "topicId",
      (select a.id from knowledge.article a join knowledge.version v on v.article_id = a.id and v.status in ('draft', 'in_review') where a.question = q.key and a.retired_at is null limit 1) as "draftId"
    ${openQuestions} group by q.key order by times desc, "lastAt" desc limit ${most}`.execute(tx)).rows
}
export async function unansweredCount(tx: Tx): Promise<number> {
  return (await sql<{ n: number }>`select count(distinct q.key)::int as n ${openQuestions}`.execute(tx)).rows[0]!.n
}
export async function wordsOf(tx: Tx, key: string): Promise<string | undefined> {
  return (await sql<{ words: string }>`select words from knowledge.question where key = ${key} order by at desc limit 1`.execute(tx)).rows[0]?.words
}
export const dropQuestion = (tx: Tx, key: string) => sql`delete from knowledge.question where key = ${key}`.execute(tx)
export async function questionsBetween(tx: Tx, { from, to }: Days): Promise<number> {
  return (await sql<{ n: number }>`select count(*)::int as n from knowledge.question where at >= ${from} and at < ${to}`.execute(tx)).rows[0]!.n
}
