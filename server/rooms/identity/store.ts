/** Every statement this room runs. It names only tables of the schema `identity`. */
import { sql } from 'kysely'
import type { Directorate, DirectorateId, Municipality, Staff, StaffId } from '../../../contracts/identity.ts'
import type { Language } from '../../../contracts/kit.ts'
import type { Role } from '../../../contracts/permissions.ts'
import type { Tx } from '../../platform/db.ts'

/** The municipality, and the country whose telephone numbers are written without a country code. */
export type HomeTown = Municipality & { country: string }
export type StaffRow = Omit<Staff, 'invitedUntil'> & { mustChangePassword: boolean }
/** `hash` null: reset, and the link not yet used. */
export type CredentialRow = { staffId: StaffId; hash: string | null; demo: boolean; left: boolean; lockedUntil: string | null }
export type SessionRow = { staffId: StaffId; roles: Role[]; directorateId: DirectorateId | null; mustChangePassword: boolean }

export async function municipality(tx: Tx): Promise<HomeTown | undefined> {
  const { rows } = await sql<HomeTown>`select name, country, zone, lat, lon, main_number as "mainNumber", demo from identity.municipality`.execute(tx)
  return rows[0]
}
export const putMunicipality = (tx: Tx, m: HomeTown) => sql`
  insert into identity.municipality (name, country, zone, lat, lon, main_number, demo)
  values (${JSON.stringify(m.name)}::jsonb, ${m.country}, ${m.zone}, ${m.lat}, ${m.lon}, ${m.mainNumber}, ${m.demo})
  on conflict (one) do update set name = excluded.name, country = excluded.country, zone = excluded.zone, lat = excluded.lat, lon = excluded.lon,
    main_number = excluded.main_number, demo = excluded.demo`.execute(tx)

/** Those asked for by id, retired ones too; without ids those in use. */
export async function directorates(tx: Tx, ids?: readonly DirectorateId[] | 'all'): Promise<Directorate[]> {
  const { rows } = await sql<Omit<Directorate, 'retired'> & { retired: boolean }>`
    select id, slug, name, does, retired_at is not null as retired from identity.directorate
    where ${ids === 'all' ? sql`true` : ids ? sql`id = any(${[...ids]}::uuid[])` : sql`retired_at is null`} order by position, slug`.execute(tx)
  return rows.map(({ retired, ...row }) => ({ ...row, ...(retired && { retired }) }))
}
export const putDirectorates = (tx: Tx, rows: readonly Directorate[]) => sql`
  insert into identity.directorate (id, slug, name, does, position)
  select id, slug, name, does, position from jsonb_to_recordset(${JSON.stringify(rows.map((row, position) => ({ ...row, position })))}::jsonb)
    as r (id uuid, slug text, name jsonb, does jsonb, position int)
  on conflict (slug) do update set name = excluded.name, does = excluded.does, position = excluded.position`.execute(tx)

const ofStaff = sql`
  select id, name, email, roles, directorate_id as "directorateId", phone, language, left_at is not null as left, must_change_password as "mustChangePassword"
  from identity.staff`
export async function staff(tx: Tx, ids?: readonly StaffId[]): Promise<StaffRow[]> {
  const { rows } = await sql<StaffRow>`${ofStaff} where ${ids ? sql`id = any(${[...ids]}::uuid[])` : sql`true`} order by name collate "tr-x-icu"`.execute(tx)
  return rows
}
export async function staffByEmail(tx: Tx, email: string): Promise<StaffRow | undefined> {
  const { rows } = await sql<StaffRow>`${ofStaff} where email = ${email}`.execute(tx)
  return rows[0]
}
/** Those still here whose name has a word beginning with each of these. */
export async function staffByWords(tx: Tx, words: readonly string[], directorateId: DirectorateId | undefined, most: number): Promise<StaffRow[]> {
  const { rows } = await sql<StaffRow>`${ofStaff}
    where left_at is null and ${directorateId ? sql`directorate_id = ${directorateId}` : sql`true`}
      and not exists (select from unnest(${[...words]}::text[]) w where ' ' || name_folded not like '% ' || w || '%')
    order by name collate "tr-x-icu" limit ${most}`.execute(tx)
  return rows
}
export async function anyAdministrator(tx: Tx): Promise<boolean> {
  const { rows } = await sql`select 1 from identity.staff where 'administrator' = any(roles) and left_at is null limit 1`.execute(tx)
  return rows.length > 0
}
/** False when the e-mail or the id is already somebody's. */
export async function insertStaff(tx: Tx, s: Omit<StaffRow, 'left'> & { folded: string }): Promise<boolean> {
  const { rows } = await sql`
    insert into identity.staff (id, name, name_folded, email, roles, directorate_id, phone, language, must_change_password)
    values (${s.id}, ${s.name}, ${s.folded}, ${s.email}, ${s.roles}, ${s.directorateId}, ${s.phone}, ${s.language}, ${s.mustChangePassword})
    on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}
export const updateStaff = (tx: Tx, s: Omit<StaffRow, 'left'> & { folded: string }) => sql`
  update identity.staff set name = ${s.name}, name_folded = ${s.folded}, roles = ${s.roles}, directorate_id = ${s.directorateId}, phone = ${s.phone},
    must_change_password = ${s.mustChangePassword} where id = ${s.id}`.execute(tx)
export const setMyLanguage = (tx: Tx, language: Language) => sql`select identity.set_my_language(${language})`.execute(tx)

/** Insert only: this is all an administrator may do to a credential. */
export const insertCredential = (tx: Tx, staffId: StaffId, hash: string) => sql`
  insert into identity.credential (staff_id, password_hash, demo) values (${staffId}, ${hash}, false)`.execute(tx)
export const putDemoCredential = (tx: Tx, staffId: StaffId, hash: string) => sql`
  insert into identity.credential (staff_id, password_hash, demo) values (${staffId}, ${hash}, true)
  on conflict (staff_id) do update set password_hash = excluded.password_hash, failed = 0, locked_until = null`.execute(tx)
export async function changeHash(tx: Tx, staffId: StaffId, hash: string): Promise<void> {
  await sql`update identity.credential set password_hash = ${hash} where staff_id = ${staffId}`.execute(tx)
  await sql`update identity.staff set must_change_password = false where id = ${staffId}`.execute(tx)
}

const isOf = (who: { email: string } | { id: string }) => ('email' in who ? sql`s.email = ${who.email}` : sql`s.id = ${who.id}::uuid`)
const ofCredential = sql`c.staff_id as "staffId", c.password_hash as hash, c.demo, s.left_at is not null as left`
/**
 * Counts a try before the password is looked at, so that a hundred at once are still only ten. The last one allowed
 * locks the account; a right password opens it again. @returns undefined for an unknown or a locked account
 */
export async function takeTry(tx: Tx, who: { email: string } | { id: string }, tries: number, lockUntil: Date): Promise<CredentialRow | undefined> {
  const { rows } = await sql<CredentialRow>`
    update identity.credential c set
      failed = case when failed + 1 >= ${tries} then 0 else failed + 1 end,
      locked_until = case when failed + 1 >= ${tries} then ${lockUntil}::timestamptz end
    from identity.staff s
    where s.id = c.staff_id and ${isOf(who)}
      and (c.locked_until is null or c.locked_until <= ${tx.now})
    returning ${ofCredential}, c.locked_until as "lockedUntil"`.execute(tx)
  return rows[0]
}
export async function lockedUntil(tx: Tx, who: { email: string } | { id: string }): Promise<string | undefined> {
  const { rows } = await sql<{ until: string }>`
    select c.locked_until as until from identity.credential c join identity.staff s on s.id = c.staff_id
    where ${isOf(who)} and c.locked_until > ${tx.now}`.execute(tx)
  return rows[0]?.until
}
export const forgetTries = (tx: Tx, staffId: StaffId) => sql`
  update identity.credential set failed = 0, locked_until = null where staff_id = ${staffId}`.execute(tx)

export const insertSession = (tx: Tx, id: Buffer, staffId: StaffId) => sql`
  insert into identity.session (id, staff_id, made_at, seen_at) values (${id}, ${staffId}, ${tx.now}, ${tx.now})`.execute(tx)
/** Who a session is of; notes that it was used, at most once in `touchedBefore`'s while. */
export async function useSession(tx: Tx, id: Buffer, since: { seen: Date; /** Of whoever is a crew and nothing else. */ seenOutside: Date; made: Date; touchedBefore: Date }): Promise<SessionRow | undefined> {
  const { rows } = await sql<SessionRow>`
    with found as (
      select s.id, s.staff_id, s.seen_at, p.roles, p.directorate_id, p.must_change_password
      from identity.session s join identity.staff p on p.id = s.staff_id
      where s.id = ${id} and s.seen_at > case when p.roles = '{crew}' then ${since.seenOutside}::timestamptz else ${since.seen}::timestamptz end and s.made_at > ${since.made} and p.left_at is null
    ), touched as (
      update identity.session set seen_at = ${tx.now} where id = (select id from found where seen_at <= ${since.touchedBefore})
    )
    select staff_id as "staffId", roles, directorate_id as "directorateId", must_change_password as "mustChangePassword" from found`.execute(tx)
  return rows[0]
}
export const deleteSession = (tx: Tx, id: Buffer) => sql`delete from identity.session where id = ${id}`.execute(tx)
export const deleteOtherSessions = (tx: Tx, staffId: StaffId, kept: Buffer) => sql`
  delete from identity.session where staff_id = ${staffId} and id <> ${kept}`.execute(tx)
export const deleteOldSessions = (tx: Tx, seen: Date, made: Date) => sql`
  delete from identity.session where seen_at <= ${seen} or made_at <= ${made}`.execute(tx)
