/** Working time, holidays, on-call: when something falls due and who is there. */
import type { Holiday, Promised } from '../../../contracts/calendars.ts'
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import type { Tx } from '../../platform/db.ts'
import { municipality, staffByIds } from '../identity/index.ts'
import { clockTime, minuteOf } from './clock-time.ts'
import { backFrom, minutesBetween, nthWorkDay, nthWorkDayBefore } from './days.ts'
import { deadline } from './deadline.ts'
import * as store from './store.ts'
import { isWorking, stretchesFrom, type WorkingTime } from './working-time.ts'

/**
 * When what is promised at `from` falls due by the directorate's calendar, or by the default one. A calendar that never works
 * so long counts straight hours: a promise without an end would be none. Undefined when no calendar is there to count by.
 */
export async function promisedBy(tx: Tx, directorateId: DirectorateId, promised: Promised, from: Date): Promise<Date | undefined> {
  const straight = new Date(from.getTime() + promised.hours * 3_600_000)
  if (promised.unit === 'straight') return straight
  const time = await workingTime(tx, directorateId)
  return time && (deadline(from, promised.hours * 60, stretchesFrom(from, time)) ?? straight)
}

/** Is somebody at work there? Not known (no calendar at all) is not open. */
export async function isOpen(tx: Tx, directorateId: DirectorateId, at: Date): Promise<boolean> {
  const time = await workingTime(tx, directorateId)
  return time !== undefined && isWorking(at, time)
}

/** @param directorateId whose calendar; null: the default one. Undefined where there is none, or it never works so long. */
export async function workDaysAfter(tx: Tx, directorateId: DirectorateId | null, n: number, from: Date, ends: 'same_time' | 'end_of_day'): Promise<Date | undefined> {
  const time = await workingTime(tx, directorateId)
  return time && nthWorkDay(from, n, ends, time)
}
/** Undefined where no calendar is there to count by. */
export async function workingMinutesBetween(tx: Tx, directorateId: DirectorateId | null, from: Date, to: Date): Promise<number | undefined> {
  const time = await workingTime(tx, directorateId)
  return time && minutesBetween(from, to, time)
}
/** A promise that stood still from `since` until now falls due so much later, by the same measure it was made with. */
export async function postponed(tx: Tx, directorateId: DirectorateId, unit: Promised['unit'], dueAt: Date, since: Date): Promise<Date> {
  const straight = new Date(dueAt.getTime() + Math.max(0, tx.now.getTime() - since.getTime()))
  if (unit === 'straight') return straight
  const time = await workingTime(tx, directorateId)
  if (!time) return straight
  // Late already when it stopped: it stays late by as much as it was.
  if (dueAt <= since) return dueAt
  return deadline(tx.now, minutesBetween(since, dueAt, time), stretchesFrom(tx.now, time)) ?? straight
}

/** The moment before `to` from which so much working time is left until then; by the clock where there is no working time to count. */
export async function workingMinutesBefore(tx: Tx, directorateId: DirectorateId | null, minutes: number, to: Date): Promise<Date> {
  const time = await workingTime(tx, directorateId)
  return (time && backFrom(to, minutes, time)) ?? new Date(to.getTime() - minutes * 60_000)
}
/** The nth day of work before the day of `to`, at its time of the day; by days of 24 hours where nobody works. */
export async function workDaysBefore(tx: Tx, directorateId: DirectorateId | null, n: number, to: Date): Promise<Date> {
  const time = await workingTime(tx, directorateId)
  return (time && nthWorkDayBefore(to, n, time)) ?? new Date(to.getTime() - n * 86_400_000)
}

/** A day became free, or free earlier, when nobody knew it before: minutes at which its work ended until then and ends since; 1440 is a day like any other. */
export type DayOff = { day: string; endedBefore: number; endsAt: number }
/**
 * A due time that was counted before this day off: later by the working time that is lost between `from` and it.
 * The same where the directorate works on holidays, where nothing is lost, and where the day is no longer free.
 */
export async function dueAfterDayOff(tx: Tx, directorateId: DirectorateId, dueAt: Date, from: Date, { day, endedBefore, endsAt }: DayOff): Promise<Date> {
  const time = await workingTime(tx, directorateId)
  if (!time || (time.holidays.get(day) ?? 1440) > endsAt || dueAt <= from) return dueAt
  const ending = (minute: number): WorkingTime => ({ ...time, holidays: new Map(time.holidays).set(day, minute) })
  const left = minutesBetween(from, dueAt, ending(endedBefore)), now = ending(endsAt)
  if (left <= minutesBetween(from, dueAt, now)) return dueAt
  return deadline(from, left, stretchesFrom(from, now)) ?? dueAt
}
/** Of a holiday as a setting keeps it: the minute at which work ends that day. */
export const endOfDayOff = (from: string | null): number => (from === null ? 0 : minuteOf(from))

async function workingTime(tx: Tx, directorateId: DirectorateId | null): Promise<WorkingTime | undefined> {
  const calendar = await store.calendarOf(tx, directorateId)
  if (!calendar) return undefined
  const days = calendar.keepsHolidays ? await store.holidays(tx) : []
  return { zone: (await municipality(tx)).zone, week: calendar.week, holidays: new Map(days.map((h) => [h.day, h.from ?? 0])) }
}

export type OnCall = { staffId: StaffId; name: string; phone: string | null }
/** Who is on call for the directorate at this moment, the first to ring first. */
export async function onCallNow(tx: Tx, directorateId: DirectorateId): Promise<OnCall[]> {
  const ids = await store.onCall(tx, directorateId)
  const people = await staffByIds(tx, ids)
  return ids.flatMap((staffId) => {
    const person = people.get(staffId)
    return person && !person.left ? [{ staffId, name: person.name, phone: person.phone }] : []
  })
}

export async function holidays(tx: Tx): Promise<Holiday[]> {
  return (await store.holidays(tx)).map(({ day, from, name }) => ({ day, from: from === null ? null : clockTime(from), name }))
}
