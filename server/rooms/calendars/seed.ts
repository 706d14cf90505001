/** Writes a municipality's own calendars at set-up: by slug or day, so that a second time changes them and adds none. */
import type { Holiday } from '../../../contracts/calendars.ts'
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import type { Calendar, Directorate } from '../../demo/types.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { colleagues, directorateIds, staffByIds } from '../identity/index.ts'
import { minuteOf } from './clock-time.ts'
import * as store from './store.ts'

/** The first of them is the default, for directorates without one of their own. */
export async function seedCalendars(tx: Tx, rows: readonly Calendar[]): Promise<void> {
  for (const [i, { slug, name, keepsHolidays, week }] of rows.entries()) {
    const periods = week.flatMap(({ days, from, to }) => days.map((weekday) => ({ weekday, from: minuteOf(from), to: minuteOf(to) })))
    await store.putCalendar(tx, newId(), { slug, name, keepsHolidays, week: periods }, i === 0)
  }
}
export const seedHolidays = async (tx: Tx, rows: readonly Holiday[]): Promise<void> =>
  void (await store.putHolidays(tx, rows.map(({ day, from, name }) => ({ day, from: from === null ? null : minuteOf(from), name }))))

export async function seedDirectorateCalendars(tx: Tx, rows: readonly Directorate[]): Promise<void> {
  const ids = await directorateIds(tx)
  for (const { slug, calendar } of rows) {
    const id = ids.get(slug)
    if (!id) throw new Error(`no directorate ${slug}`)
    await store.putDirectorateCalendar(tx, id, calendar)
  }
}

/** Puts a person on call, always or between two instants; lower positions are rung first. */
export const putOnCall = async (tx: Tx, row: { directorateId: DirectorateId; staffId: StaffId; position: number; from?: Date; to?: Date }): Promise<void> =>
  void (await store.putOnCall(tx, row))

/** In directorates that keep somebody on call: everyone there with a telephone, directors first. */
export async function seedOnCall(tx: Tx, rows: readonly Directorate[]): Promise<void> {
  const ids = await directorateIds(tx)
  for (const { slug } of rows.filter((row) => row.onCall)) {
    const directorateId = ids.get(slug)!
    const people = await colleagues(tx, { directorateId })
    const known = await staffByIds(tx, people.map((person) => person.id))
    const reachable = people.filter((person) => known.get(person.id)?.phone)
    const directorsFirst = reachable.toSorted((a, b) => Number(b.roles.includes('director')) - Number(a.roles.includes('director')))
    for (const [position, { id: staffId }] of directorsFirst.entries()) await putOnCall(tx, { directorateId, staffId, position })
  }
}
