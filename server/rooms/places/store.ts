/** Every statement this room runs. It names only tables of the schema `places`. */
import { sql } from 'kysely'
import type { Bilingual } from '../../../contracts/kit.ts'
import type { Institution, InstitutionId, Place, PlaceHit, PlaceId } from '../../../contracts/places.ts'
import type { Tx } from '../../platform/db.ts'

const ofInstitution = sql`select id, slug, name, phone, tell from places.institution`
export async function institutions(tx: Tx, retired: boolean): Promise<Institution[]> {
  const { rows } = await sql<Institution>`${ofInstitution} where not retired or ${retired} order by position, slug`.execute(tx)
  return rows
}
export async function institution(tx: Tx, id: InstitutionId): Promise<Institution | undefined> {
  const { rows } = await sql<Institution>`${ofInstitution} where id = ${id}`.execute(tx)
  return rows[0]
}

const ofPlace = sql`
  select p.id, p.kind, p.name, v.name as within, p.lat, p.lon,
    case when i.id is not null then jsonb_build_object('id', i.id, 'slug', i.slug, 'name', i.name, 'phone', i.phone, 'tell', i.tell) end as institution
  from places.place p left join places.place v on v.id = p.within_id left join places.institution i on i.id = p.institution_id`
export async function places(tx: Tx): Promise<Place[]> {
  const { rows } = await sql<Place>`${ofPlace} where not p.retired order by p.label collate "tr-x-icu"`.execute(tx)
  return rows
}
export async function placesByIds(tx: Tx, ids: readonly PlaceId[]): Promise<Place[]> {
  const { rows } = await sql<Place>`${ofPlace} where p.id = any(${[...ids]}::uuid[])`.execute(tx)
  return rows
}

/**
 * Each word must begin a word of the row. Streets and landmarks are also found by their place's words, as long as one
 * is their own: else `saray` would list every street of Saray. Own words first, then the shorter label.
 */
export async function hits(tx: Tx, words: readonly string[], most: number): Promise<PlaceHit[]> {
  const { rows } = await sql<PlaceHit>`
    with typed as (select w, no from unnest(${[...words]}::text[]) with ordinality t (w, no)),
    named as (
      select 1 as rank, p.id as place_id, p.kind, p.label, null as street, null as landmark, p.lat, p.lon, p.institution_id is null as ours,
        ' ' || p.folded as own, '' as around from places.place p where p.kind = 'neighbourhood' and not p.retired
      union all select case p.kind when 'village' then 2 else 3 end, p.id, p.kind, p.label, null, null, p.lat, p.lon, p.institution_id is null,
        ' ' || p.folded, '' from places.place p where p.kind <> 'neighbourhood' and not p.retired
      union all select 4, p.id, 'street', s.name || ', ' || p.label, s.name, null, coalesce(s.lat, p.lat), coalesce(s.lon, p.lon), p.institution_id is null,
        ' ' || s.folded, ' ' || p.folded from places.street s join places.place p on p.id = s.place_id where not s.retired and not p.retired
      union all select 5, p.id, 'landmark', (l.name ->> 'tr') || coalesce(', ' || p.label, ''), null, l.name ->> 'tr', coalesce(l.lat, p.lat), coalesce(l.lon, p.lon),
        p.id is null or p.institution_id is null, ' ' || l.folded, coalesce(' ' || p.folded, '') from places.landmark l left join places.place p on p.id = l.place_id where not l.retired
    )
    select place_id as "placeId", kind, label, street, landmark, lat, lon, ours from named
    where not exists (select from typed where own || around not like '% ' || w || '%')
      and exists (select from typed where own like '% ' || w || '%')
    order by rank, own like ' ' || (select w from typed order by no limit 1) || '%' desc, length(label), label collate "tr-x-icu" limit ${most}`.execute(tx)
  return rows
}

export const putInstitutions = (tx: Tx, rows: readonly Institution[]) => sql`
  insert into places.institution (id, slug, name, phone, tell, position)
  select id, slug, name, phone, tell, position from jsonb_to_recordset(${JSON.stringify(rows.map((row, position) => ({ ...row, position })))}::jsonb)
    as r (id uuid, slug text, name jsonb, phone text, tell jsonb, position int)
  on conflict (slug) do update set name = excluded.name, phone = excluded.phone, tell = excluded.tell, position = excluded.position`.execute(tx)

/** `within` and `institution` are slugs; a village must stand before its hamlets, or be there already. */
export type PlaceRow = { id: PlaceId; slug: string; kind: Place['kind']; name: string; label: string; folded: string; within: string | null; institution: string | null; lat?: number; lon?: number }
export async function putPlaces(tx: Tx, rows: readonly PlaceRow[]): Promise<void> {
  await sql`
    insert into places.place (id, slug, kind, name, label, folded, institution_id, lat, lon)
    select r.id, r.slug, r.kind, r.name, r.label, r.folded, i.id, r.lat, r.lon from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (id uuid, slug text, kind text, name text, label text, folded text, institution text, lat float8, lon float8)
      left join places.institution i on i.slug = r.institution
    on conflict (slug) do update set kind = excluded.kind, name = excluded.name, label = excluded.label, folded = excluded.folded,
      institution_id = excluded.institution_id, lat = coalesce(excluded.lat, place.lat), lon = coalesce(excluded.lon, place.lon)`.execute(tx)
  await sql`
    update places.place p set within_id = v.id
    from jsonb_to_recordset(${JSON.stringify(rows.filter((row) => row.within))}::jsonb) as r (slug text, within text) join places.place v on v.slug = r.within
    where p.slug = r.slug`.execute(tx)
}
export type LandmarkRow = { id: string; slug: string; name: Bilingual; folded: string; synonyms: readonly string[]; place: string | null; lat?: number; lon?: number }
export const putLandmarks = (tx: Tx, rows: readonly LandmarkRow[]) => sql`
  insert into places.landmark (id, slug, name, folded, synonyms, place_id, lat, lon)
  select r.id, r.slug, r.name, r.folded, r.synonyms, p.id, r.lat, r.lon from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as r (id uuid, slug text, name jsonb, folded text, synonyms text[], place text, lat float8, lon float8) left join places.place p on p.slug = r.place
  on conflict (slug) do update set name = excluded.name, folded = excluded.folded, synonyms = excluded.synonyms, place_id = coalesce(excluded.place_id, landmark.place_id)`.execute(tx)
export type StreetRow = { id: string; place: string; name: string; folded: string; lat?: number; lon?: number }
export const putStreets = (tx: Tx, rows: readonly StreetRow[]) => sql`
  insert into places.street (id, place_id, name, folded, lat, lon)
  select r.id, p.id, r.name, r.folded, r.lat, r.lon from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as r (id uuid, place text, name text, folded text, lat float8, lon float8) join places.place p on p.slug = r.place
  on conflict (place_id, folded) do update set name = excluded.name, lat = coalesce(excluded.lat, street.lat), lon = coalesce(excluded.lon, street.lon)`.execute(tx)
export async function slugs(tx: Tx, of: 'place' | 'institution'): Promise<Map<string, string>> {
  const { rows } = await (of === 'place'
    ? sql<{ slug: string; id: string }>`select slug, id from places.place` : sql<{ slug: string; id: string }>`select slug, id from places.institution`).execute(tx)
  return new Map(rows.map((row) => [row.slug, row.id]))
}
