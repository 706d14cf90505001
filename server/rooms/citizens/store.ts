/** Every statement this room runs. It names only tables of the schema `citizens`. */
import { sql } from 'kysely'
import type { Citizen, CitizenId, Way } from '../../../contracts/citizens.ts'
import type { Language } from '../../../contracts/kit.ts'
import type { PlaceId } from '../../../contracts/places.ts'
import type { Tx } from '../../platform/db.ts'

const shown = sql`
  select c.id, c.name, c.language, c.place_id as "placeId", p.label as "placeName", c.street, c.note, c.email, c.way,
    coalesce((select array_agg(f.e164 order by f.made_at desc, f.e164) from citizens.phone f where f.citizen_id = c.id), '{}') as phones,
    coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'label', o.label) order by o.label collate "tr-x-icu")
      from citizens.muhtar m join places.place_published o on o.id = m.place_id where m.citizen_id = c.id and m.until is null), '[]') as "muhtarOf"
  from citizens.citizen c left join places.place_published p on p.id = c.place_id`

export async function byIds(tx: Tx, ids: readonly CitizenId[]): Promise<Citizen[]> {
  const { rows } = await sql<Citizen>`${shown} where c.id = any(${[...ids]}::uuid[])`.execute(tx)
  return rows
}
/** Those last changed come first. */
export async function byPhone(tx: Tx, phone: string): Promise<Citizen[]> {
  const { rows } = await sql<Citizen>`${shown}
    where c.id in (select citizen_id from citizens.phone where e164 = ${phone}) order by c.changed_at desc, c.id desc limit 20`.execute(tx)
  return rows
}
export async function named(tx: Tx, words: readonly string[], most: number): Promise<CitizenId[]> {
  // The longest word is the rarest: it goes to the index, the others are looked at in what it leaves.
  const [first = '', ...rest] = words.toSorted((a, b) => b.length - a.length)
  const { rows } = await sql<{ id: CitizenId }>`select id from citizens.named(${first}, ${rest}::text[], ${most}) as id`.execute(tx)
  return rows.map((row) => row.id)
}
export async function numbered(tx: Tx, digits: string, most: number): Promise<CitizenId[]> {
  const { rows } = await sql<{ id: CitizenId }>`select id from citizens.numbered(${digits}, ${most}) as id`.execute(tx)
  return rows.map((row) => row.id)
}

/** Whoever else would make a person of this number waits until we are done. */
export const lockPhone = (tx: Tx, phone: string) => sql`select pg_advisory_xact_lock(hashtextextended(${`citizens.phone:${phone}`}, 0))`.execute(tx)

export type Known = { name: string | null; folded: string | null; language: Language }
export const insert = (tx: Tx, id: CitizenId, c: Known) => sql`
  insert into citizens.citizen (id, name, name_folded, language, made_at, changed_at)
  values (${id}, ${c.name}, ${c.folded}, ${c.language}, ${tx.now}, ${tx.now})`.execute(tx)
export const setName = (tx: Tx, id: CitizenId, name: string, folded: string) => sql`
  update citizens.citizen set name = ${name}, name_folded = ${folded}, changed_at = ${tx.now} where id = ${id}`.execute(tx)
export const setWay = (tx: Tx, id: CitizenId, way: Way | null, email: string | null) => sql`
  update citizens.citizen set way = coalesce(${way}::text, way), email = coalesce(${email}::text, email), changed_at = ${tx.now} where id = ${id}`.execute(tx)
export const addPhone = (tx: Tx, id: CitizenId, phone: string) => sql`
  insert into citizens.phone (citizen_id, e164, made_at) values (${id}, ${phone}, ${tx.now}) on conflict do nothing`.execute(tx)

export type Details = Known & { placeId: PlaceId | null; street: string | null; note: string | null; email: string | null | undefined; way: Way | undefined }
/** False when there is nobody of that id. */
export async function update(tx: Tx, id: CitizenId, c: Details): Promise<boolean> {
  const { rows } = await sql`
    update citizens.citizen set name = ${c.name}, name_folded = ${c.folded}, language = ${c.language}, place_id = ${c.placeId}, street = ${c.street},
      note = ${c.note}, email = ${c.email === undefined ? sql`email` : sql`${c.email}::text`}, way = coalesce(${c.way ?? null}::text, way), changed_at = ${tx.now} where id = ${id} returning 1`.execute(tx)
  return rows.length > 0
}

export async function lastConsent(tx: Tx, id: CitizenId, what: string): Promise<boolean | undefined> {
  const { rows } = await sql<{ given: boolean }>`
    select given from citizens.consent where citizen_id = ${id} and what = ${what} order by id desc limit 1`.execute(tx)
  return rows[0]?.given
}
export type Consent = { id: string; citizenId: CitizenId; what: string; given: boolean; notice: string; how: string }
export const insertConsent = (tx: Tx, c: Consent) => sql`
  insert into citizens.consent (id, citizen_id, what, given, notice, how, at)
  values (${c.id}, ${c.citizenId}, ${c.what}, ${c.given}, ${c.notice}, ${c.how}, ${tx.now})`.execute(tx)
/** Of citizens an administrator learns how many live somewhere, and no more. */
export const livingAt = async (tx: Tx, placeId: string): Promise<number> => (await sql<{ n: number }>`select citizens.count_at(${placeId}::uuid) as n`.execute(tx)).rows[0]!.n
