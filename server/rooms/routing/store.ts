/** Every statement this room runs. It names only tables of the schema `routing`. */
import { sql } from 'kysely'
import type { InstitutionId } from '../../../contracts/places.ts'
import { type Topic, TopicLoop } from '../../../contracts/routing.ts'
import type { Tx } from '../../platform/db.ts'

/** A topic that can be chosen, as it stands in its row. */
export type StoredTopic = Omit<Topic, 'institution'> & { institutionId: InstitutionId | null; everywhere: boolean; /** Out of use: shown where it was used, chosen for nothing new. */ retired: boolean }

/** Another one after every change of any topic, in any database. */
export async function version(tx: Tx): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from routing.version`.execute(tx)
  return rows[0]!.id
}
/** What hangs in a group and has nothing below it, in the tree's order. */
export async function leaves(tx: Tx): Promise<StoredTopic[]> {
  const { rows } = await sql<StoredTopic>`
    select t.id, t.slug, t.name, g.name as "group", t.synonyms, t.kinds, t.emergency,
      jsonb_build_object('hours', t.promised_hours, 'unit', t.promised_unit) as promised, t.questions, t.causes, t.nearby_metres as "nearbyMetres",
      t.personal, t.anonymous_allowed as "anonymousAllowed", t.institution_id as "institutionId", t.everywhere, t.retired, t.loop,
      (select directorate_id from routing.topic_directorate d where d.topic_id = t.id and part = 'lead') as "leadId",
      coalesce((select jsonb_agg(directorate_id order by position) from routing.topic_directorate d where d.topic_id = t.id and part = 'supporting'), '[]') as "supportingIds"
    from routing.topic t join routing.topic g on g.id = t.parent_id
    where not exists (select from routing.topic below where below.parent_id = t.id)
    order by g.position, g.slug, t.position, t.slug`.execute(tx)
  // What a newer version asks for has its usual answer until somebody changes it.
  return rows.map((row) => ({ ...row, loop: TopicLoop.parse(row.loop) }))
}

export type GroupRow = Pick<StoredTopic, 'id' | 'slug' | 'name'>
export const putGroups = (tx: Tx, rows: readonly GroupRow[]) => sql`
  insert into routing.topic (id, slug, name, position)
  select id, slug, name, position from jsonb_to_recordset(${JSON.stringify(rows.map((row, position) => ({ ...row, position })))}::jsonb)
    as r (id uuid, slug text, name jsonb, position int)
  on conflict (slug) do update set name = excluded.name, position = excluded.position`.execute(tx)
/** `group` is the slug of the topic above. */
export type TopicRow = Omit<StoredTopic, 'group' | 'retired'> & { group: string }
export async function putTopics(tx: Tx, topics: readonly TopicRow[]): Promise<void> {
  const rows = topics.map(({ promised, ...topic }, position) => ({ ...topic, hours: promised.hours, unit: promised.unit, position }))
  await sql`
    insert into routing.topic (id, slug, parent_id, position, name, synonyms, kinds, emergency, promised_hours, promised_unit, questions, causes, nearby_metres,
      personal, anonymous_allowed, institution_id, everywhere, loop)
    select r.id, r.slug, g.id, r.position, r.name, r.synonyms, r.kinds, r.emergency, r.hours, r.unit, r.questions, r.causes, r."nearbyMetres",
      r.personal, r."anonymousAllowed", r."institutionId", r.everywhere, coalesce(r.loop, '{}')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, slug text, "group" text, position int, name jsonb, synonyms text[], kinds text[],
      emergency boolean, hours float8, unit text, questions jsonb, causes jsonb, "nearbyMetres" int, personal boolean, "anonymousAllowed" boolean,
      "institutionId" uuid, everywhere boolean, loop jsonb) join routing.topic g on g.slug = r."group"
    on conflict (slug) do update set parent_id = excluded.parent_id, position = excluded.position, name = excluded.name, synonyms = excluded.synonyms,
      kinds = excluded.kinds, emergency = excluded.emergency, promised_hours = excluded.promised_hours, promised_unit = excluded.promised_unit,
      questions = excluded.questions, causes = excluded.causes, nearby_metres = excluded.nearby_metres, personal = excluded.personal,
      anonymous_allowed = excluded.anonymous_allowed, institution_id = excluded.institution_id, everywhere = excluded.everywhere, loop = excluded.loop`.execute(tx)
  const answering = topics.flatMap(({ slug, leadId, supportingIds }) => [
    ...(leadId ? [{ slug, directorate: leadId, part: 'lead', position: 0 }] : []),
    ...supportingIds.map((directorate, i) => ({ slug, directorate, part: 'supporting', position: i + 1 })),
  ])
  await sql`
    delete from routing.topic_directorate d using routing.topic t where t.id = d.topic_id and t.slug = any(${topics.map((t) => t.slug)}::text[])`.execute(tx)
  await sql`
    insert into routing.topic_directorate (topic_id, directorate_id, part, position)
    select t.id, r.directorate, r.part, r.position from jsonb_to_recordset(${JSON.stringify(answering)}::jsonb)
      as r (slug text, directorate uuid, part text, position int) join routing.topic t on t.slug = r.slug`.execute(tx)
}
