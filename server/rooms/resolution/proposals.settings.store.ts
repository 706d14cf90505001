/** Statements about the rules of approval and the templates of parts. They name only tables of the schema `resolution`. */
import { sql } from 'kysely'
import type { ProposalTemplate } from '../../../contracts/proposals.ts'
import type { TopicId } from '../../../contracts/routing.ts'
import type { SettingValue } from '../../../contracts/settings.ts'
import type { Tx } from '../../platform/db.ts'

export type Rules = SettingValue<'approval_rules'>
export const rules = async (tx: Tx): Promise<Rules> => (await sql<Rules>`select director_limit as "directorLimit", bulk from resolution.rules`.execute(tx)).rows[0]!
export const putRules = (tx: Tx, r: Rules) => sql`update resolution.rules set director_limit = ${r.directorLimit}, bulk = ${r.bulk}`.execute(tx)

export type Template = SettingValue<'proposal_template'>
export async function templates(tx: Tx, id?: string): Promise<{ id: string; value: Template }[]> {
  const { rows } = await sql<{ id: string; value: Template }>`
    select id, body || jsonb_build_object('name', name, 'topicId', topic_id, 'position', position, 'retired', retired_at is not null) as value
    from resolution.template where ${id ? sql`id::text = ${id}` : sql`true`} order by position, name collate "tr-x-icu", id`.execute(tx)
  return rows
}
export const putTemplate = (tx: Tx, id: string, { name, topicId, position, retired, ...body }: Template) => sql`
  insert into resolution.template (id, name, topic_id, body, position, retired_at) values (${id}, ${name}, ${topicId}, ${JSON.stringify(body)}::jsonb, ${position}, ${retired ? tx.now : null})
  on conflict (id) do update set name = excluded.name, topic_id = excluded.topic_id, body = excluded.body, position = excluded.position,
    retired_at = case when excluded.retired_at is null then null else coalesce(resolution.template.retired_at, excluded.retired_at) end`.execute(tx)
export const deleteTemplate = (tx: Tx, id: string) => sql`delete from resolution.template where id = ${id}`.execute(tx)
/** Those of the topic before those for all. */
export async function templatesFor(tx: Tx, topicId: TopicId): Promise<ProposalTemplate[]> {
  const { rows } = await sql<{ id: string; value: Template }>`
    select id, body || jsonb_build_object('name', name, 'topicId', topic_id) as value from resolution.template
    where retired_at is null and (topic_id is null or topic_id = ${topicId}) order by topic_id is null, position, name collate "tr-x-icu"`.execute(tx)
  return rows.map(({ id, value }) => ({ ...value, id }))
}
export async function templatesOfTopic(tx: Tx, topicId: string): Promise<number> {
  return (await sql<{ n: number }>`select count(*)::int as n from resolution.template where topic_id = ${topicId} and retired_at is null`.execute(tx)).rows[0]!.n
}
