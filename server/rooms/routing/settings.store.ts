/** What the administration reads and writes of topics. It names only tables of the schema `routing`. */
import { sql } from 'kysely'
import type { SettingValue } from '../../../contracts/settings.ts'
import { TopicLoop } from '../../../contracts/routing.ts'
import type { Tx } from '../../platform/db.ts'

type Group = SettingValue<'topic_group'>
type Topic = SettingValue<'topic'>
const valuesOf = <T extends { id: string }>(rows: T[]) => rows.map(({ id, ...value }) => ({ id, value }))
const only = (id: string | undefined) => (id === undefined ? sql`true` : sql`t.id = ${id}::uuid`)

/** A group is what stands at the top of the tree. */
export async function groups(tx: Tx, id?: string): Promise<{ id: string; value: Group }[]> {
  const { rows } = await sql<{ id: string } & Group>`
    select t.id, t.name, t.position, t.retired from routing.topic t where t.parent_id is null and ${only(id)} order by t.position, t.slug`.execute(tx)
  return valuesOf(rows)
}
export const putGroup = (tx: Tx, id: string, v: Group) => sql`
  insert into routing.topic (id, slug, name, position, retired) values (${id}, ${`${id}/`}, ${JSON.stringify(v.name)}::jsonb, ${v.position}, ${v.retired})
  on conflict (id) do update set name = excluded.name, position = excluded.position, retired = excluded.retired`.execute(tx)

export async function topics(tx: Tx, id?: string): Promise<{ id: string; value: Topic }[]> {
  const { rows } = await sql<{ id: string } & Topic>`
    select t.id, t.parent_id as "groupId", t.name, t.synonyms, t.kinds, t.emergency, jsonb_build_object('hours', t.promised_hours, 'unit', t.promised_unit) as promised,
      t.questions, t.causes, t.nearby_metres as "nearbyMetres", t.personal, t.anonymous_allowed as "anonymousAllowed", t.everywhere,
      (select directorate_id from routing.topic_directorate d where d.topic_id = t.id and part = 'lead') as "leadId",
      coalesce((select jsonb_agg(directorate_id order by position) from routing.topic_directorate d where d.topic_id = t.id and part = 'supporting'), '[]') as "supportingIds",
      t.institution_id as "institutionId", t.position, t.retired, t.loop
    from routing.topic t join routing.topic g on g.id = t.parent_id where ${only(id)} order by g.position, g.slug, t.position, t.slug`.execute(tx)
  return valuesOf(rows.map((row) => ({ ...row, loop: TopicLoop.parse(row.loop) })))
}
export async function putTopic(tx: Tx, id: string, v: Topic): Promise<void> {
  await sql`
    insert into routing.topic (id, slug, parent_id, position, name, synonyms, kinds, emergency, promised_hours, promised_unit, questions, causes, nearby_metres,
      personal, anonymous_allowed, institution_id, everywhere, retired, loop)
    values (${id}, ${id}, ${v.groupId}, ${v.position}, ${JSON.stringify(v.name)}::jsonb, ${v.synonyms}::text[], ${v.kinds}::text[], ${v.emergency}, ${v.promised.hours}, ${v.promised.unit},
      ${JSON.stringify(v.questions)}::jsonb, ${JSON.stringify(v.causes)}::jsonb, ${v.nearbyMetres}, ${v.personal}, ${v.anonymousAllowed}, ${v.institutionId}, ${v.everywhere}, ${v.retired}, ${JSON.stringify(v.loop)}::jsonb)
    on conflict (id) do update set parent_id = excluded.parent_id, position = excluded.position, name = excluded.name, synonyms = excluded.synonyms, kinds = excluded.kinds,
      emergency = excluded.emergency, promised_hours = excluded.promised_hours, promised_unit = excluded.promised_unit, questions = excluded.questions, causes = excluded.causes,
      nearby_metres = excluded.nearby_metres, personal = excluded.personal, anonymous_allowed = excluded.anonymous_allowed, institution_id = excluded.institution_id,
      everywhere = excluded.everywhere, retired = excluded.retired, loop = excluded.loop`.execute(tx)
  await sql`delete from routing.topic_directorate where topic_id = ${id}`.execute(tx)
  const answering = [...(v.leadId ? [{ directorate: v.leadId, part: 'lead', position: 0 }] : []), ...v.supportingIds.map((directorate, i) => ({ directorate, part: 'supporting', position: i + 1 }))]
  await sql`
    insert into routing.topic_directorate (topic_id, directorate_id, part, position)
    select ${id}::uuid, directorate, part, position from jsonb_to_recordset(${JSON.stringify(answering)}::jsonb) as r (directorate uuid, part text, position int)`.execute(tx)
}
export async function remove(tx: Tx, id: string): Promise<void> {
  await sql`delete from routing.topic_directorate where topic_id = ${id}`.execute(tx)
  await sql`delete from routing.topic where id = ${id}`.execute(tx)
}
/** One writer of the tree at a time: whether a name is free or a group empty is looked up before it is relied on. */
export const alone = (tx: Tx) => sql`select pg_advisory_xact_lock(hashtext('routing.topic'))`.execute(tx)

/** Those in use stand for themselves; retired ones are counted too, for they would be left without what they point at. */
export async function topicsWith(tx: Tx, what: 'group' | 'directorate' | 'institution', id: string): Promise<number> {
  const condition = {
    group: sql`t.parent_id = ${id}::uuid`, institution: sql`t.institution_id = ${id}::uuid`,
    directorate: sql`exists (select from routing.topic_directorate d where d.topic_id = t.id and d.directorate_id = ${id}::uuid)`,
  }[what]
  return (await sql<{ n: number }>`select count(*) as n from routing.topic t where ${condition}`.execute(tx)).rows[0]!.n
}
