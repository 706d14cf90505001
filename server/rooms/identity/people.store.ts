/** Statements about accounts and directorates as an administrator keeps them. They name only tables of the schema `identity`. */
import { sql } from 'kysely'
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import type { PlaceId } from '../../../contracts/places.ts'
import type { SettingValue } from '../../../contracts/settings.ts'
import type { Tx } from '../../platform/db.ts'

export type DirectorateValue = SettingValue<'directorate'>
export type StaffValue = SettingValue<'staff'>

export async function directorateValues(tx: Tx, id?: DirectorateId): Promise<{ id: DirectorateId; value: DirectorateValue }[]> {
  const { rows } = await sql<DirectorateValue & { id: DirectorateId }>`
    select id, name, does, position, director_id as "directorId", deputy_id as "deputyId", deputy_mayor_id as "deputyMayorId", retired_at is not null as retired
    from identity.directorate where ${id ? sql`id = ${id}` : sql`true`} order by position, name->>'tr' collate "tr-x-icu", id`.execute(tx)
  return rows.map(({ id: of, ...value }) => ({ id: of, value }))
}
export const putDirectorate = (tx: Tx, id: DirectorateId, slug: string, d: DirectorateValue) => sql`
  insert into identity.directorate (id, slug, name, does, position, director_id, deputy_id, deputy_mayor_id, retired_at)
  values (${id}, ${slug}, ${JSON.stringify(d.name)}::jsonb, ${JSON.stringify(d.does)}::jsonb, ${d.position}, ${d.directorId}, ${d.deputyId}, ${d.deputyMayorId}, ${d.retired ? tx.now : null})
  on conflict (id) do update set name = excluded.name, does = excluded.does, position = excluded.position, director_id = excluded.director_id, deputy_id = excluded.deputy_id, deputy_mayor_id = excluded.deputy_mayor_id,
    retired_at = case when excluded.retired_at is null then null else coalesce(identity.directorate.retired_at, excluded.retired_at) end`.execute(tx)
export const deleteDirectorate = (tx: Tx, id: DirectorateId) => sql`delete from identity.directorate where id = ${id}`.execute(tx)
/** Another directorate in use that bears this name in Turkish or English, whatever its letters' size. */
export async function sameName(tx: Tx, id: DirectorateId, name: DirectorateValue['name']): Promise<'tr' | 'en' | undefined> {
  const { rows } = await sql<{ tr: boolean }>`
    select lower(name->>'tr' collate "tr-x-icu") = lower(${name.tr}::text collate "tr-x-icu") as tr from identity.directorate
    where id <> ${id} and retired_at is null
      and (lower(name->>'tr' collate "tr-x-icu") = lower(${name.tr}::text collate "tr-x-icu") or lower(name->>'en') = lower(${name.en}::text))
    order by tr desc limit 1`.execute(tx)
  return rows[0] && (rows[0].tr ? 'tr' : 'en')
}
export async function slugTaken(tx: Tx, slug: string): Promise<boolean> {
  return (await sql`select 1 from identity.directorate where slug = ${slug}`.execute(tx)).rows.length > 0
}
/** The directorates whose director or deputy this person is. */
export async function dutiesOf(tx: Tx, staffId: StaffId): Promise<DirectorateId[]> {
  const { rows } = await sql<{ id: DirectorateId }>`select id from identity.directorate where ${staffId}::uuid in (director_id, deputy_id, deputy_mayor_id) order by id`.execute(tx)
  return rows.map((row) => row.id)
}

const staffShown = sql`id, name, email, roles, directorate_id as "directorateId", phone, language, left_at is not null as left,
  coalesce((select array_agg(place_id order by place_id) from identity.staff_place p where p.staff_id = staff.id), '{}') as "placeIds"`
export async function staffValues(tx: Tx, id?: StaffId): Promise<{ id: StaffId; value: StaffValue }[]> {
  const { rows } = await sql<StaffValue & { id: StaffId }>`
    select ${staffShown} from identity.staff where ${id ? sql`id = ${id}` : sql`true`} order by name collate "tr-x-icu", id`.execute(tx)
  return rows.map(({ id: of, roles, ...value }) => ({ id: of, value: { ...value, roles: roles.toSorted() } }))
}
/** False when the e-mail is somebody else's. */
export async function putStaff(tx: Tx, id: StaffId, s: StaffValue & { folded: string }): Promise<boolean> {
  const taken = await sql`select 1 from identity.staff where email = ${s.email} and id <> ${id}`.execute(tx)
  if (taken.rows.length) return false
  await sql`
    insert into identity.staff (id, name, name_folded, email, roles, directorate_id, phone, language, must_change_password, left_at)
    values (${id}, ${s.name}, ${s.folded}, ${s.email}, ${s.roles}, ${s.directorateId}, ${s.phone}, ${s.language}, false, ${s.left ? tx.now : null})
    on conflict (id) do update set name = excluded.name, name_folded = excluded.name_folded, email = excluded.email, roles = excluded.roles, directorate_id = excluded.directorate_id,
      phone = excluded.phone, language = excluded.language, left_at = case when excluded.left_at is null then null else coalesce(identity.staff.left_at, excluded.left_at) end`.execute(tx)
  await speakFor(tx, id, s.placeIds)
  return true
}
export async function speakFor(tx: Tx, id: StaffId, placeIds: readonly PlaceId[]): Promise<void> {
  await sql`delete from identity.staff_place where staff_id = ${id} and place_id <> all(${[...placeIds]}::uuid[])`.execute(tx)
  await sql`insert into identity.staff_place (staff_id, place_id) select ${id}::uuid, unnest(${[...placeIds]}::uuid[]) on conflict do nothing`.execute(tx)
}
export const deleteStaff = (tx: Tx, id: StaffId) => sql`delete from identity.staff where id = ${id}`.execute(tx)
export async function hasCredential(tx: Tx, id: StaffId): Promise<boolean> {
  return (await sql<{ there: boolean }>`select identity.has_credential(${id}) as there`.execute(tx)).rows[0]!.there
}
/** One change of who is an administrator at a time: two who remove each other are told apart. */
export const lockAdministrators = (tx: Tx) => sql`select pg_advisory_xact_lock(hashtextextended('identity.administrators', 0))`.execute(tx)
/** The same for names and addresses that stand for one: of two made at once, the later is refused. */
export const lockNames = (tx: Tx, of: 'staff' | 'directorate') => sql`select pg_advisory_xact_lock(hashtextextended(${`identity.${of}`}, 0))`.execute(tx)
export async function otherAdministrators(tx: Tx, than: StaffId): Promise<number> {
  return (await sql<{ n: number }>`select identity.other_administrators(${than}) as n`.execute(tx)).rows[0]!.n
}
export const signOutEverywhere = (tx: Tx, id: StaffId, andPassword: boolean) => sql`select identity.sign_out_everywhere(${id}, ${andPassword})`.execute(tx)

/** People still here, for what is missing: who works where, as what. */
export async function present(tx: Tx): Promise<{ roles: string[]; directorateId: DirectorateId | null }[]> {
  return (await sql<{ roles: string[]; directorateId: DirectorateId | null }>`select roles, directorate_id as "directorateId" from identity.staff where left_at is null`.execute(tx)).rows
}
/** Accounts that speak for a place. */
export const speakingFor = async (tx: Tx, placeId: string): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from identity.staff_place p join identity.staff s on s.id = p.staff_id where p.place_id = ${placeId}::uuid and s.left_at is null`.execute(tx)).rows[0]!.n
export async function countIn(tx: Tx, id: DirectorateId): Promise<{ here: number; ever: number }> {
  return (await sql<{ here: number; ever: number }>`
    select count(*) filter (where left_at is null) as here, count(*) as ever from identity.staff where directorate_id = ${id}`.execute(tx)).rows[0]!
}

export const putInvite = (tx: Tx, staffId: StaffId, hash: Buffer, until: Date) => sql`
  insert into identity.invite (staff_id, token_hash, until) values (${staffId}, ${hash}, ${until})
  on conflict (staff_id) do update set token_hash = excluded.token_hash, until = excluded.until`.execute(tx)
export async function inviteBy(tx: Tx, hash: Buffer): Promise<{ staffId: StaffId; until: string } | undefined> {
  return (await sql<{ staffId: StaffId; until: string }>`
    select i.staff_id as "staffId", i.until from identity.invite i join identity.staff s on s.id = i.staff_id
    where i.token_hash = ${hash} and i.until > ${tx.now} and s.left_at is null`.execute(tx)).rows[0]
}
/** True for the one who uses it; whoever comes at the same time finds it gone. */
export async function useInvite(tx: Tx, hash: Buffer): Promise<boolean> {
  return (await sql`delete from identity.invite where token_hash = ${hash} and until > ${tx.now} returning 1`.execute(tx)).rows.length > 0
}
export const endInvite = (tx: Tx, staffId: StaffId) => sql`delete from identity.invite where staff_id = ${staffId}`.execute(tx)
export async function invites(tx: Tx, staffId?: StaffId): Promise<Map<StaffId, string>> {
  const { rows } = await sql<{ staffId: StaffId; until: string }>`
    select staff_id as "staffId", until from identity.invite where ${staffId ? sql`staff_id = ${staffId}` : sql`true`}`.execute(tx)
  return new Map(rows.map((row) => [row.staffId, row.until]))
}
/** A demonstration account stays one. */
export const setPassword = (tx: Tx, staffId: StaffId, hash: string) => sql`
  insert into identity.credential (staff_id, password_hash, demo) values (${staffId}, ${hash}, false)
  on conflict (staff_id) do update set password_hash = excluded.password_hash, failed = 0, locked_until = null`.execute(tx)
export async function isDemo(tx: Tx, staffId: StaffId): Promise<boolean> {
  return (await sql<{ demo: boolean }>`select demo from identity.credential where staff_id = ${staffId}`.execute(tx)).rows[0]?.demo ?? false
}
export const passwordIsHers = (tx: Tx, staffId: StaffId) => sql`update identity.staff set must_change_password = false where id = ${staffId} and must_change_password`.execute(tx)
/** Over every directorate that stands under nobody yet. */
export const setDeputyMayor = (tx: Tx, staffId: StaffId) => sql`update identity.directorate set deputy_mayor_id = ${staffId} where deputy_mayor_id is null`.execute(tx)
/** Whoever leads it where nobody was named yet. */
export const setDirector = (tx: Tx, id: DirectorateId, staffId: StaffId) => sql`update identity.directorate set director_id = ${staffId} where id = ${id} and director_id is null`.execute(tx)
