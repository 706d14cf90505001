/** It names only tables of the schema `citizens`. */
import { sql } from 'kysely'
import type { CitizenId } from '../../../contracts/citizens.ts'
import type { PlaceId } from '../../../contracts/places.ts'
import type { Tx } from '../../platform/db.ts'

/** One change of muhtars at a time: of two for the same place the later one holds. */
export const lock = (tx: Tx) => sql`select pg_advisory_xact_lock(hashtextextended('citizens.muhtar', 0))`.execute(tx)

export type Standing = { citizenId: CitizenId; name: string | null; placeIds: PlaceId[] }
/** This person and whoever else is muhtar of one of these places, each with all places she has now; this person first. */
export async function standing(tx: Tx, citizenId: CitizenId, placeIds: readonly PlaceId[]): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select c.id as "citizenId", c.name, coalesce(array_agg(m.place_id order by m.place_id) filter (where m.place_id is not null), '{}') as "placeIds"
    from citizens.citizen c left join citizens.muhtar m on m.citizen_id = c.id and m.until is null
    where c.id = ${citizenId} or c.id in (select citizen_id from citizens.muhtar where until is null and place_id = any(${[...placeIds]}::uuid[]))
    group by c.id order by c.id <> ${citizenId}, c.name collate "tr-x-icu", c.id`.execute(tx)
  return rows
}
/** Ends what she has besides these, and what others have of these. */
export const end = (tx: Tx, citizenId: CitizenId, placeIds: readonly PlaceId[]) => sql`
  update citizens.muhtar set until = ${tx.now} where until is null and (citizen_id = ${citizenId}) <> (place_id = any(${[...placeIds]}::uuid[]))`.execute(tx)
/** What she was until this very instant goes on. */
export const begin = (tx: Tx, citizenId: CitizenId, placeIds: readonly PlaceId[]) => sql`
  insert into citizens.muhtar (citizen_id, place_id, since)
  select ${citizenId}::uuid, place, ${tx.now}::timestamptz from unnest(${[...placeIds]}::uuid[]) place
  where not exists (select from citizens.muhtar m where m.citizen_id = ${citizenId} and m.place_id = place and m.until is null)
  on conflict (citizen_id, place_id, since) do update set until = null`.execute(tx)
/** Of whom, an administrator does not learn. */
export const muhtarsAt = async (tx: Tx, placeId: string): Promise<number> => (await sql<{ n: number }>`select citizens.muhtars_at(${placeId}::uuid) as n`.execute(tx)).rows[0]!.n
