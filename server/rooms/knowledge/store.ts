/** Statements about articles and their versions. They name only tables of the schema `knowledge`. */
import { sql } from 'kysely'
import type { ArticleContent, ArticleId, ArticleKind, ArticleStep, VersionStatus } from '../../../contracts/knowledge.ts'
import type { z } from 'zod'
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { Tx } from '../../platform/db.ts'

type Status = z.infer<typeof VersionStatus>
export type ArticleHead = {
  id: ArticleId; kind: ArticleKind; directorateId: DirectorateId | null; pinned: boolean; revision: number; changedAt: string; changedBy: string
  retiredAt: string | null; question: string | null; questionWords: string | null
}
export type VersionRow = { number: number; status: Status; content: ArticleContent; writtenAt: string; writtenBy: string; writers: string[]; publishedAt: string | null; publishedBy: string | null }
export type StepRow = Omit<ArticleStep, 'by'> & { by: string }

const head = sql`a.id, a.kind, a.directorate_id as "directorateId", a.pinned, a.revision, a.changed_at as "changedAt", a.changed_by as "changedBy", a.retired_at as "retiredAt",
  a.question, a.question_words as "questionWords"`
const version = sql`number, status, content, written_at as "writtenAt", written_by as "writtenBy", writers, published_at as "publishedAt", published_by as "publishedBy"`

export async function articleById(tx: Tx, id: ArticleId): Promise<ArticleHead | undefined> {
  return (await sql<ArticleHead>`select ${head} from knowledge.article a where id = ${id}`.execute(tx)).rows[0]
}
/** Waits for anyone else who changes this article, then holds it until the transaction ends. */
export async function lockArticle(tx: Tx, id: ArticleId): Promise<ArticleHead | undefined> {
  return (await sql<ArticleHead>`select ${head} from knowledge.article a where id = ${id} for update`.execute(tx)).rows[0]
}
export async function versionsOf(tx: Tx, id: ArticleId): Promise<VersionRow[]> {
  return (await sql<VersionRow>`select ${version} from knowledge.version where article_id = ${id} order by number desc`.execute(tx)).rows
}
export async function stepsOf(tx: Tx, id: ArticleId): Promise<StepRow[]> {
  return (await sql<StepRow>`select at, by, what, version, reason from knowledge.step where article_id = ${id} order by id desc limit 200`.execute(tx)).rows
}

/** False when one of this id is there. */
export async function insertArticle(tx: Tx, a: { id: ArticleId; kind: ArticleKind; directorateId: string | null; question: string | null; questionWords: string | null }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into knowledge.article (id, kind, directorate_id, changed_at, changed_by, question, question_words)
    values (${a.id}, ${a.kind}, ${a.directorateId}, ${tx.now}, ${tx.by.id}, ${a.question}, ${a.questionWords}) on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}
export const touch = (tx: Tx, a: { id: ArticleId; directorateId: string | null; pinned: boolean; retiredAt: Date | string | null }) => sql`
  update knowledge.article set directorate_id = ${a.directorateId}, pinned = ${a.pinned}, retired_at = ${a.retiredAt}, revision = revision + 1, changed_at = ${tx.now}, changed_by = ${tx.by.id}
  where id = ${a.id}`.execute(tx)
export const insertVersion = (tx: Tx, id: ArticleId, v: { number: number; status: Status; content: ArticleContent; writers: readonly string[]; published: boolean }) => sql`
  insert into knowledge.version (article_id, number, status, content, written_at, written_by, writers, published_at, published_by)
  values (${id}, ${v.number}, ${v.status}, ${JSON.stringify(v.content)}::jsonb, ${tx.now}, ${tx.by.id}, ${[...v.writers]}, ${v.published ? tx.now : null}, ${v.published ? tx.by.id : null})`.execute(tx)
export const writeVersion = (tx: Tx, id: ArticleId, v: { number: number; content: ArticleContent; writers: readonly string[] }) => sql`
  update knowledge.version set content = ${JSON.stringify(v.content)}::jsonb, written_at = ${tx.now}, written_by = ${tx.by.id}, writers = ${[...v.writers]}
  where article_id = ${id} and number = ${v.number}`.execute(tx)
export const setStatus = (tx: Tx, id: ArticleId, number: number, status: Status) =>
  sql`update knowledge.version set status = ${status} where article_id = ${id} and number = ${number}`.execute(tx)
export const setPublished = (tx: Tx, id: ArticleId, number: number) => sql`
  update knowledge.version set status = 'published', published_at = ${tx.now}, published_by = ${tx.by.id} where article_id = ${id} and number = ${number}`.execute(tx)
export const insertStep = (tx: Tx, id: ArticleId, what: ArticleStep['what'], number: number | null = null, reason: string | null = null) => sql`
  insert into knowledge.step (article_id, at, by, what, version, reason) values (${id}, ${tx.now}, ${tx.by.id}, ${what}, ${number}, ${reason})`.execute(tx)

/** Another one after every change of what is published, in any database. */
export async function publishedState(tx: Tx): Promise<string> {
  return (await sql<{ id: string }>`select id from knowledge.state`.execute(tx)).rows[0]!.id
}
export type Published = Pick<ArticleHead, 'id' | 'kind' | 'pinned'> & { content: ArticleContent; publishedAt: string }
/** All that is published and not retired, whatever the clock says. */
export async function published(tx: Tx): Promise<Published[]> {
  return (await sql<Published>`
    select a.id, a.kind, a.pinned, v.content, v.published_at as "publishedAt" from knowledge.article a join knowledge.version v on v.article_id = a.id and v.status = 'published'
    where a.retired_at is null order by a.id`.execute(tx)).rows
}

export type ListRow = ArticleHead & { current: ArticleContent | null; open: ArticleContent | null; openStatus: 'draft' | 'in_review' | null }
/** All, without their long texts. */
export async function list(tx: Tx): Promise<ListRow[]> {
  return (await sql<ListRow>`
    select ${head}, p.content - 'body' as current, o.content - 'body' as open, o.status as "openStatus" from knowledge.article a
    left join knowledge.version p on p.article_id = a.id and p.status = 'published'
    left join knowledge.version o on o.article_id = a.id and o.status in ('draft', 'in_review')`.execute(tx)).rows
}
