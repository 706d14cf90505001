/** Every statement this room runs. It names only tables of the schema `calendars`. */
import { sql } from 'kysely'
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import type { Bilingual } from '../../../contracts/kit.ts'
import type { Tx } from '../../platform/db.ts'
import type { Period } from './working-time.ts'

export type CalendarRow = { slug: string; name: Bilingual; keepsHolidays: boolean; week: Period[] }
export type HolidayRow = { day: string; from: number | null; name: Bilingual }

/** The directorate's own calendar, else the default one. */
export async function calendarOf(tx: Tx, directorateId: DirectorateId | null): Promise<{ keepsHolidays: boolean; week: Period[] } | undefined> {
  const { rows } = await sql<{ keepsHolidays: boolean; week: Period[] }>`
    select c.keeps_holidays as "keepsHolidays",
      coalesce((select jsonb_agg(jsonb_build_object('weekday', p.weekday, 'from', p.from_minute, 'to', p.to_minute))
        from calendars.period p where p.calendar_id = c.id), '[]') as week
    from calendars.calendar c left join calendars.directorate_calendar d on d.calendar_id = c.id and d.directorate_id = ${directorateId}::uuid
    where d.directorate_id is not null or c.is_default
    order by d.directorate_id is null limit 1`.execute(tx)
  return rows[0]
}
export async function holidays(tx: Tx): Promise<HolidayRow[]> {
  const { rows } = await sql<HolidayRow>`select day, from_minute as "from", name from calendars.holiday order by day`.execute(tx)
  return rows
}
export async function onCall(tx: Tx, directorateId: DirectorateId): Promise<StaffId[]> {
  const { rows } = await sql<{ id: StaffId }>`
    select staff_id as id from calendars.on_call
    where directorate_id = ${directorateId} and coalesce(from_at <= ${tx.now}, true) and coalesce(to_at > ${tx.now}, true)
    order by position, staff_id`.execute(tx)
  return rows.map((row) => row.id)
}

export async function putCalendar(tx: Tx, id: string, c: CalendarRow, isDefault: boolean): Promise<void> {
  if (isDefault) await sql`update calendars.calendar set is_default = false where is_default and slug <> ${c.slug}`.execute(tx)
  const { rows } = await sql<{ id: string }>`
    insert into calendars.calendar (id, slug, name, keeps_holidays, is_default)
    values (${id}, ${c.slug}, ${JSON.stringify(c.name)}::jsonb, ${c.keepsHolidays}, ${isDefault})
    on conflict (slug) do update set name = excluded.name, keeps_holidays = excluded.keeps_holidays, is_default = excluded.is_default
    returning id`.execute(tx)
  const kept = rows[0]!.id
  await sql`delete from calendars.period where calendar_id = ${kept}`.execute(tx)
  await sql`
    insert into calendars.period (calendar_id, weekday, from_minute, to_minute)
    select ${kept}, weekday, "from", "to" from jsonb_to_recordset(${JSON.stringify(c.week)}::jsonb) as p (weekday int, "from" int, "to" int)`.execute(tx)
}
export const putHolidays = (tx: Tx, rows: readonly HolidayRow[]) => sql`
  insert into calendars.holiday (day, from_minute, name)
  select day, "from", name from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as h (day date, "from" int, name jsonb)
  on conflict (day) do update set from_minute = excluded.from_minute, name = excluded.name`.execute(tx)
/** @throws Error when there is no calendar of that slug. */
export async function putDirectorateCalendar(tx: Tx, directorateId: DirectorateId, slug: string): Promise<void> {
  const { rows } = await sql`
    insert into calendars.directorate_calendar (directorate_id, calendar_id)
    select ${directorateId}::uuid, id from calendars.calendar where slug = ${slug}
    on conflict (directorate_id) do update set calendar_id = excluded.calendar_id returning 1`.execute(tx)
  if (rows.length === 0) throw new Error(`no calendar ${slug}`)
}
export const putOnCall = (tx: Tx, row: { directorateId: DirectorateId; staffId: StaffId; position: number; from?: Date; to?: Date }) => sql`
  insert into calendars.on_call (directorate_id, staff_id, position, from_at, to_at)
  values (${row.directorateId}, ${row.staffId}, ${row.position}, ${row.from ?? null}, ${row.to ?? null})
  on conflict (directorate_id, staff_id, from_at) do update set position = excluded.position, to_at = excluded.to_at`.execute(tx)
