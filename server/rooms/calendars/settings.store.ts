/** Statements about calendars, holidays and on-call as an administrator keeps them. They name only tables of the schema `calendars`. */
import { sql } from 'kysely'
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import type { CalendarId } from '../../../contracts/settings.ts'
import type { Bilingual } from '../../../contracts/kit.ts'
import type { Tx } from '../../platform/db.ts'
import type { Period } from './working-time.ts'

export type KeptCalendar = { id: CalendarId; name: Bilingual; keepsHolidays: boolean; isDefault: boolean; retired: boolean; week: Period[] }
export async function calendars(tx: Tx, id?: string): Promise<KeptCalendar[]> {
  const { rows } = await sql<KeptCalendar>`
    select c.id, c.name, c.keeps_holidays as "keepsHolidays", c.is_default as "isDefault", c.retired_at is not null as retired,
      coalesce((select jsonb_agg(jsonb_build_object('weekday', p.weekday, 'from', p.from_minute, 'to', p.to_minute) order by p.weekday, p.from_minute)
        from calendars.period p where p.calendar_id = c.id), '[]') as week
    from calendars.calendar c where ${id ? sql`c.id = ${id}` : sql`true`}
    order by c.is_default desc, c.name->>'tr' collate "tr-x-icu", c.id`.execute(tx)
  return rows
}
export async function putCalendar(tx: Tx, c: KeptCalendar): Promise<void> {
  await sql`
    insert into calendars.calendar (id, slug, name, keeps_holidays, is_default, retired_at)
    values (${c.id}, ${c.id}, ${JSON.stringify(c.name)}::jsonb, ${c.keepsHolidays}, ${c.isDefault}, ${c.retired ? tx.now : null})
    on conflict (id) do update set name = excluded.name, keeps_holidays = excluded.keeps_holidays, is_default = excluded.is_default,
      retired_at = case when excluded.retired_at is null then null else coalesce(calendars.calendar.retired_at, excluded.retired_at) end`.execute(tx)
  await sql`delete from calendars.period where calendar_id = ${c.id}`.execute(tx)
  await sql`
    insert into calendars.period (calendar_id, weekday, from_minute, to_minute)
    select ${c.id}, weekday, "from", "to" from jsonb_to_recordset(${JSON.stringify(c.week)}::jsonb) as p (weekday int, "from" int, "to" int)`.execute(tx)
}
export async function deleteCalendar(tx: Tx, id: string): Promise<void> {
  await sql`delete from calendars.period where calendar_id = ${id}`.execute(tx)
  await sql`delete from calendars.calendar where id = ${id}`.execute(tx)
}
export async function directoratesUsing(tx: Tx, calendarId: string): Promise<number> {
  return (await sql<{ n: number }>`select count(*) as n from calendars.directorate_calendar where calendar_id = ${calendarId}`.execute(tx)).rows[0]!.n
}
/** One change of which is the default at a time. */
export const lockDefault = (tx: Tx) => sql`select pg_advisory_xact_lock(hashtextextended('calendars.default', 0))`.execute(tx)

export type Turn = { staffId: StaffId; from: string | null; to: string | null }
export type Hours = { directorateId: DirectorateId; calendarId: CalendarId | null; onCall: Turn[] }
/** Of one directorate, or of all that have anything of their own. */
export async function hours(tx: Tx, directorateId?: string): Promise<Map<string, Hours>> {
  const of = (column: ReturnType<typeof sql>) => (directorateId ? sql`${column} = ${directorateId}` : sql`true`)
  const kept = await sql<{ id: DirectorateId; calendarId: CalendarId }>`
    select directorate_id as id, calendar_id as "calendarId" from calendars.directorate_calendar where ${of(sql`directorate_id`)}`.execute(tx)
  const turns = await sql<Turn & { id: DirectorateId }>`
    select directorate_id as id, staff_id as "staffId", from_at as "from", to_at as "to" from calendars.on_call
    where ${of(sql`directorate_id`)} order by directorate_id, position, from_at nulls first, staff_id`.execute(tx)
  const all = new Map<string, Hours>()
  const one = (id: DirectorateId) => all.get(id) ?? all.set(id, { directorateId: id, calendarId: null, onCall: [] }).get(id)!
  for (const { id, calendarId } of kept.rows) one(id).calendarId = calendarId
  for (const { id, ...turn } of turns.rows) one(id).onCall.push(turn)
  return all
}
export async function putHours(tx: Tx, h: Hours): Promise<void> {
  if (h.calendarId) await sql`
    insert into calendars.directorate_calendar (directorate_id, calendar_id) values (${h.directorateId}, ${h.calendarId})
    on conflict (directorate_id) do update set calendar_id = excluded.calendar_id`.execute(tx)
  else await sql`delete from calendars.directorate_calendar where directorate_id = ${h.directorateId}`.execute(tx)
  await sql`delete from calendars.on_call where directorate_id = ${h.directorateId}`.execute(tx)
  await sql`
    insert into calendars.on_call (directorate_id, staff_id, position, from_at, to_at)
    select ${h.directorateId}, staff_id, position, from_at, to_at
    from jsonb_to_recordset(${JSON.stringify(h.onCall.map((t, position) => ({ staff_id: t.staffId, position, from_at: t.from, to_at: t.to })))}::jsonb)
      as t (staff_id uuid, position int, from_at timestamptz, to_at timestamptz)`.execute(tx)
}
export async function turnsOf(tx: Tx, staffId: string): Promise<DirectorateId[]> {
  const { rows } = await sql<{ id: DirectorateId }>`select directorate_id as id from calendars.on_call where staff_id = ${staffId} order by 1`.execute(tx)
  return rows.map((row) => row.id)
}

export type HolidayValue = { day: string; from: number | null; name: Bilingual; decree: boolean }
export async function holidayValues(tx: Tx, day?: string): Promise<HolidayValue[]> {
  return (await sql<HolidayValue>`
    select day, from_minute as "from", name, decree from calendars.holiday where ${day ? sql`day = ${day}::date` : sql`true`} order by day`.execute(tx)).rows
}
export const putHoliday = (tx: Tx, h: HolidayValue) => sql`
  insert into calendars.holiday (day, from_minute, name, decree) values (${h.day}::date, ${h.from}, ${JSON.stringify(h.name)}::jsonb, ${h.decree})
  on conflict (day) do update set from_minute = excluded.from_minute, name = excluded.name, decree = excluded.decree`.execute(tx)
export const deleteHoliday = (tx: Tx, day: string) => sql`delete from calendars.holiday where day = ${day}::date`.execute(tx)
/** The last day known by law. */
export async function lastHoliday(tx: Tx): Promise<string | null> {
  return (await sql<{ day: string | null }>`select max(day) as day from calendars.holiday where not decree`.execute(tx)).rows[0]!.day
}
