/** Working time, holidays, on-call: when something falls due and who is there. */
import type { Holiday, Promised } from '../../../contracts/calendars.ts'
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import type { Tx } from '../../platform/db.ts'
import { municipality, staffByIds } from '../identity/index.ts'
import { clockTime } from './clock-time.ts'
import { minutesBetween, nthWorkDay } from './days.ts'
import { deadline } from './deadline.ts'
import * as store from './store.ts'
import { isWorking, stretchesFrom, type WorkingTime } from './working-time.ts'

/**
 * When what is promised at `from` falls due by the directorate's calendar, or by the default one.
 * Undefined when no calendar is there to count by, or when it never reaches so far.
 */
export async function promisedBy(tx: Tx, directorateId: DirectorateId, promised: Promised, from: Date): Promise<Date | undefined> {
  if (promised.unit === 'straight') return new Date(from.getTime() + promised.hours * 3_600_000)
  const time = await workingTime(tx, directorateId)
  return time && deadline(from, promised.hours * 60, stretchesFrom(from, time))
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
