/** What the administration reads and writes of places. It names only tables of the schema `places`. */
import { sql } from 'kysely'
import type { PlaceId } from '../../../contracts/places.ts'
import type { Border, SettingValue } from '../../../contracts/settings.ts'
import type { Tx } from '../../platform/db.ts'
import type { Box, Pin } from './border.ts'

type Row<K extends 'institution' | 'place' | 'street' | 'landmark'> = { id: string; value: SettingValue<K> }
const rowsOf = <T extends { id: string }>(rows: T[]) => rows.map(({ id, ...value }) => ({ id, value }))
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** All, or the one of this id; what is no id at all names nothing. */
const only = (id: string | undefined, column = sql`id`) => (id === undefined ? sql`true` : uuid.test(id) ? sql`${column} = ${id}::uuid` : sql`false`)

export async function institutions(tx: Tx, id?: string): Promise<Row<'institution'>[]> {
  const { rows } = await sql<{ id: string } & SettingValue<'institution'>>`
    select id, name, phone, tell, position, retired from places.institution where ${only(id)} order by position, slug`.execute(tx)
  return rowsOf(rows)
}
export const putInstitution = (tx: Tx, id: string, v: SettingValue<'institution'>) => sql`
  insert into places.institution (id, slug, name, phone, tell, position, retired)
  values (${id}, ${id}, ${JSON.stringify(v.name)}::jsonb, ${v.phone}, ${JSON.stringify(v.tell)}::jsonb, ${v.position}, ${v.retired})
  on conflict (id) do update set name = excluded.name, phone = excluded.phone, tell = excluded.tell, position = excluded.position, retired = excluded.retired`.execute(tx)

const placeShown = sql`p.id, p.kind, p.name, p.within_id as "withinId", p.institution_id as "institutionId", p.population, p.lat, p.lon, p.retired`
/** By what people call them. Without their borders: of 2,000 places these are thousands of corners. */
export async function places(tx: Tx): Promise<Row<'place'>[]> {
  const { rows } = await sql<{ id: string } & SettingValue<'place'>>`select ${placeShown}, null as border from places.place p order by p.label collate "tr-x-icu"`.execute(tx)
  return rowsOf(rows)
}
export async function place(tx: Tx, id: string): Promise<SettingValue<'place'> | undefined> {
  const { rows } = await sql<{ id: string } & SettingValue<'place'>>`select ${placeShown}, p.border from places.place p where ${only(id)}`.execute(tx)
  return rowsOf(rows)[0]?.value
}
export type PlaceToWrite = { id: string; value: SettingValue<'place'>; label: string; folded: string; box: Box | undefined }
/** A village before its hamlets. */
export const putPlaces = (tx: Tx, places: readonly PlaceToWrite[]) => sql`
  insert into places.place (id, slug, kind, name, label, folded, within_id, institution_id, population, lat, lon, border, west, south, east, north, retired)
  select id, id, kind, name, label, folded, "withinId", "institutionId", population, lat, lon, nullif(border, 'null'::jsonb), west, south, east, north, retired
  from jsonb_to_recordset(${JSON.stringify(places.map(({ id, value, label, folded, box }) => ({ ...value, id, label, folded, ...box })))}::jsonb) as r (id uuid, kind text, name text,
    label text, folded text, "withinId" uuid, "institutionId" uuid, population int, lat float8, lon float8, border jsonb, west float8, south float8, east float8, north float8, retired boolean)
  on conflict (id) do update set kind = excluded.kind, name = excluded.name, label = excluded.label, folded = excluded.folded, within_id = excluded.within_id,
    institution_id = excluded.institution_id, population = excluded.population, lat = excluded.lat, lon = excluded.lon, border = excluded.border,
    west = excluded.west, south = excluded.south, east = excluded.east, north = excluded.north, retired = excluded.retired`.execute(tx)
/** What a hamlet is called in full goes with its village's name. */
export const relabel = (tx: Tx, id: string, said: { label: string; folded: string }) => sql`update places.place set label = ${said.label}, folded = ${said.folded} where id = ${id}`.execute(tx)

export type Lineage = { id: PlaceId; kind: SettingValue<'place'>['kind']; name: string; retired: boolean }
const lineageShown = sql`select id, kind, name, retired from places.place`
export async function lineage(tx: Tx, id: string): Promise<Lineage | undefined> {
  return (await sql<Lineage>`${lineageShown} where ${only(id)}`.execute(tx)).rows[0]
}
export async function below(tx: Tx, id: string): Promise<Lineage[]> {
  return (await sql<Lineage>`${lineageShown} where ${only(id, sql`within_id`)}`.execute(tx)).rows
}
/** What the place lies in, and what that lies in, to the end. */
export async function around(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive up as (select id, within_id from places.place where ${only(id)} union select p.id, p.within_id from places.place p join up on p.id = up.within_id)
    select id from up`.execute(tx)
  return rows.map((row) => row.id)
}
export async function placeCalled(tx: Tx, of: { kind: Lineage['kind']; withinId: string | null; folded: string }): Promise<Lineage | undefined> {
  const { rows } = await sql<Lineage>`${lineageShown} where kind = ${of.kind} and folded = ${of.folded} and within_id is not distinct from ${of.withinId}::uuid`.execute(tx)
  return rows[0]
}
export const anyPlace = async (tx: Tx): Promise<boolean> => (await sql`select 1 from places.place where not retired limit 1`.execute(tx)).rows.length > 0
/** One writer of places, streets or landmarks at a time: whether a name is free is looked up before it is taken. */
export const alone = (tx: Tx, what: 'place' | 'street' | 'landmark') => sql`select pg_advisory_xact_lock(hashtext(${`places.${what}`}))`.execute(tx)

export async function streets(tx: Tx, id?: string): Promise<Row<'street'>[]> {
  const { rows } = await sql<{ id: string } & SettingValue<'street'>>`
    select s.id, s.place_id as "placeId", s.name, s.lat, s.lon, s.retired from places.street s join places.place p on p.id = s.place_id
    where ${only(id, sql`s.id`)} order by p.label collate "tr-x-icu", s.name collate "tr-x-icu"`.execute(tx)
  return rowsOf(rows)
}
export type StreetToWrite = { id: string; value: SettingValue<'street'>; folded: string }
export const putStreets = (tx: Tx, streets: readonly StreetToWrite[]) => sql`
  insert into places.street (id, place_id, name, folded, lat, lon, retired)
  select id, "placeId", name, folded, lat, lon, retired from jsonb_to_recordset(${JSON.stringify(streets.map(({ id, value, folded }) => ({ ...value, id, folded })))}::jsonb)
    as r (id uuid, "placeId" uuid, name text, folded text, lat float8, lon float8, retired boolean)
  on conflict (id) do update set place_id = excluded.place_id, name = excluded.name, folded = excluded.folded, lat = excluded.lat, lon = excluded.lon, retired = excluded.retired`.execute(tx)
export async function streetCalled(tx: Tx, placeId: string, folded: string): Promise<{ id: string; retired: boolean } | undefined> {
  return (await sql<{ id: string; retired: boolean }>`select id, retired from places.street where place_id = ${placeId} and folded = ${folded}`.execute(tx)).rows[0]
}

export async function landmarks(tx: Tx, id?: string): Promise<Row<'landmark'>[]> {
  const { rows } = await sql<{ id: string } & SettingValue<'landmark'>>`
    select id, name, synonyms, place_id as "placeId", lat, lon, retired from places.landmark where ${only(id)} order by name ->> 'tr' collate "tr-x-icu"`.execute(tx)
  return rowsOf(rows)
}
export async function landmarkCalled(tx: Tx, placeId: string | null, name: string): Promise<{ id: string; retired: boolean } | undefined> {
  const { rows } = await sql<{ id: string; retired: boolean }>`
    select id, retired from places.landmark where place_id is not distinct from ${placeId}::uuid
      and lower(name ->> 'tr' collate "tr-x-icu") = lower(${name} collate "tr-x-icu")`.execute(tx)
  return rows[0]
}
export type LandmarkToWrite = { id: string; value: SettingValue<'landmark'>; folded: string }
export const putLandmarks = (tx: Tx, landmarks: readonly LandmarkToWrite[]) => sql`
  insert into places.landmark (id, slug, name, folded, synonyms, place_id, lat, lon, retired)
  select id, id, name, folded, synonyms, "placeId", lat, lon, retired from jsonb_to_recordset(${JSON.stringify(landmarks.map(({ id, value, folded }) => ({ ...value, id, folded })))}::jsonb)
    as r (id uuid, name jsonb, folded text, synonyms text[], "placeId" uuid, lat float8, lon float8, retired boolean)
  on conflict (id) do update set name = excluded.name, folded = excluded.folded, synonyms = excluded.synonyms, place_id = excluded.place_id,
    lat = excluded.lat, lon = excluded.lon, retired = excluded.retired`.execute(tx)

export const remove = (tx: Tx, kind: 'institution' | 'place' | 'street' | 'landmark', ids: readonly string[]) =>
  sql`delete from ${sql.table(`places.${kind}`)} where id = any(${[...ids]}::uuid[])`.execute(tx)

/** Everything in this room that stands at a place. */
export async function usesOfPlace(tx: Tx, id: string): Promise<{ places: number; streets: number; landmarks: number }> {
  const { rows } = await sql<{ places: number; streets: number; landmarks: number }>`
    select (select count(*) from places.place where within_id = ${id}::uuid) as places, (select count(*) from places.street where place_id = ${id}::uuid) as streets,
      (select count(*) from places.landmark where place_id = ${id}::uuid) as landmarks`.execute(tx)
  return rows[0]!
}
export const placesServedBy = async (tx: Tx, institutionId: string): Promise<number> =>
  (await sql<{ n: number }>`select count(*) as n from places.place where institution_id = ${institutionId}::uuid`.execute(tx)).rows[0]!.n

/** Borders whose box holds the pin, the smallest first. */
export async function bordersAround(tx: Tx, { lat, lon }: Pin): Promise<{ id: PlaceId; border: Border }[]> {
  const { rows } = await sql<{ id: PlaceId; border: Border }>`
    select id, border from places.place where not retired and border is not null and ${lat} between south and north and ${lon} between west and east
    order by (north - south) * (east - west), kind = 'hamlet' desc, id`.execute(tx)
  return rows
}
/** Of the places the municipality serves itself: how many there are, and how many have a border. */
export async function ownBorders(tx: Tx): Promise<{ all: number; drawn: number }> {
  const { rows } = await sql<{ all: number; drawn: number }>`
    select count(*) as "all", count(border) as drawn from places.place where institution_id is null and not retired`.execute(tx)
  return rows[0]!
}
export async function allBorders(tx: Tx): Promise<{ id: PlaceId; border: Border }[]> {
  return (await sql<{ id: PlaceId; border: Border }>`select id, border from places.place where border is not null`.execute(tx)).rows
}
