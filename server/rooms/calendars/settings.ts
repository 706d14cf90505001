/** What an administrator keeps of this room: calendars, whose they are, holidays, and who is on call. */
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import { Day } from '../../../contracts/kit.ts'
import type { CalendarId, SettingValue, Uses } from '../../../contracts/settings.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { change, type Setting, setting, type UsesOf } from '../../platform/settings.ts'
import { allDirectorates, directoratesByIds, staffByIds } from '../identity/index.ts'
import { clockTime, minuteOf } from './clock-time.ts'
import * as store from './settings.store.ts'
import type { Period } from './working-time.ts'

type CalendarValue = SettingValue<'calendar'>
const shown = ({ name, keepsHolidays, isDefault, retired, week }: store.KeptCalendar): CalendarValue => ({ name, keepsHolidays, isDefault, retired, week: week.map(({ weekday, from, to }) => ({ weekday, from: clockTime(from), to: clockTime(to) })) })

const calendar: Setting<'calendar'> = {
  kind: 'calendar',
  list: async (tx) => (await store.calendars(tx)).map((row) => ({ id: row.id, value: shown(row) })),
  async read(tx, id) {
    const [row] = await store.calendars(tx, id)
    return row && shown(row)
  },
  async write(tx, id, value, before) {
    const week = weekOf(value.week)
    if (value.retired && !before?.retired) {
      const directorates = await store.directoratesUsing(tx, id)
      if (directorates) throw new Refusal('setting.in_use', { directorates })
    }
    await store.lockDefault(tx)
    // Read behind the lock: which is the default may have changed while we waited.
    const all = await store.calendars(tx)
    const other = all.find((row) => row.isDefault && row.id !== id)
    if (value.retired && value.isDefault) throw new Refusal('calendar.default_needed', {}, 'value.retired')
    if (!value.isDefault && before?.isDefault && !other) throw new Refusal('calendar.default_needed', {}, 'value.isDefault')
    if (value.isDefault && other) await change(tx, setting(noLongerDefault), { id: other.id, version: undefined, value: { ...shown(other), isDefault: false } })
    await store.putCalendar(tx, { id: id as CalendarId, ...value, week })
  },
  async remove(tx, id) {
    if ((await calendar.read(tx, id))?.isDefault) throw new Refusal('calendar.default_needed')
    await store.deleteCalendar(tx, id)
  },
}
/** Gives way to another default in the same transaction. */
const noLongerDefault: Setting<'calendar'> = { ...calendar, write: (tx, id, value) => store.putCalendar(tx, { id: id as CalendarId, ...value, week: weekOf(value.week) }) }

/** A week in order. Two stretches may touch; what a night passes is written as two. */
function weekOf(given: CalendarValue['week']): Period[] {
  if (!given.length) throw new Refusal('calendar.no_hours', {}, 'value.week')
  const week = given.map(({ weekday, from, to }, i) => {
    const period = { weekday, from: minuteOf(from), to: minuteOf(to) }
    if (period.from >= period.to) throw new Refusal('calendar.period_backwards', { weekday, from, to }, `value.week.${i}.to`)
    return { ...period, i }
  }).sort((a, b) => a.weekday - b.weekday || a.from - b.from)
  for (const [i, next] of week.entries()) {
    const earlier = week[i - 1]
    if (earlier && earlier.weekday === next.weekday && earlier.to > next.from)
      throw new Refusal('calendar.periods_overlap', { weekday: next.weekday, from: clockTime(next.from), to: clockTime(earlier.to) }, `value.week.${next.i}.from`)
  }
  return week.map(({ weekday, from, to }) => ({ weekday, from, to }))
}

const directorateHours: Setting<'directorate_hours'> = {
  kind: 'directorate_hours',
  async list(tx) {
    const kept = await store.hours(tx)
    return (await allDirectorates(tx)).map(({ id }) => ({ id, value: hoursShown(kept.get(id)) }))
  },
  async read(tx, id) {
    const [there] = await directoratesByIds(tx, [id as DirectorateId])
    return there && hoursShown((await store.hours(tx, id)).get(id))
  },
  async write(tx, id, value, before) {
    if (!before) throw new Refusal('setting.not_found')
    if (value.calendarId && value.calendarId !== before.calendarId) {
      const [kept] = await store.calendars(tx, value.calendarId)
      if (!kept) throw new Refusal('setting.unknown_reference', {}, 'value.calendarId')
      if (kept.retired) throw new Refusal('setting.retired_reference', {}, 'value.calendarId')
    }
    await checkTurns(tx, id as DirectorateId, value.onCall)
    await store.putHours(tx, { directorateId: id as DirectorateId, ...value })
  },
}
const hoursShown = (row: store.Hours | undefined): SettingValue<'directorate_hours'> => ({ calendarId: row?.calendarId ?? null, onCall: row?.onCall ?? [] })

/** Turns may overlap: the order says who is rung first. */
async function checkTurns(tx: Tx, directorateId: DirectorateId, turns: readonly store.Turn[]): Promise<void> {
  const people = await staffByIds(tx, turns.map((turn) => turn.staffId))
  const seen = new Set<string>()
  for (const [i, { staffId, from, to }] of turns.entries()) {
    const at = `value.onCall.${i}`
    const person = people.get(staffId)
    if (!person) throw new Refusal('setting.unknown_reference', {}, `${at}.staffId`)
    if (person.left) throw new Refusal('setting.retired_reference', {}, `${at}.staffId`)
    if (person.directorateId !== directorateId) throw new Refusal('on_call.elsewhere', { name: person.name }, `${at}.staffId`)
    if (from && to && Date.parse(from) >= Date.parse(to)) throw new Refusal('on_call.ends_first', { name: person.name }, `${at}.to`)
    const key = `${staffId} ${from && Date.parse(from)}`
    if (seen.has(key)) throw new Refusal('on_call.twice', { name: person.name }, `${at}.from`)
    seen.add(key)
  }
}

const holidayShown = (row: store.HolidayValue): SettingValue<'holiday'> => ({ ...row, from: row.from === null ? null : clockTime(row.from) })
const holiday: Setting<'holiday'> = {
  kind: 'holiday',
  list: async (tx) => (await store.holidayValues(tx)).map((row) => ({ id: row.day, value: holidayShown(row) })),
  async read(tx, id) {
    const [row] = Day.safeParse(id).success ? await store.holidayValues(tx, id) : []
    return row && holidayShown(row)
  },
  async write(tx, id, value) {
    if (value.day !== id) throw new Refusal('setting.key_fixed', {}, 'value.day')
    // Free from midnight is free all day.
    await store.putHoliday(tx, { ...value, from: value.from === null ? null : minuteOf(value.from) || null })
  },
  remove: async (tx, id) => void (await store.deleteHoliday(tx, id)),
}

export const calendarsSettings = [setting(calendar), setting(directorateHours), setting(holiday)]
export const calendarsUses: UsesOf = {
  calendar: async (tx, id): Promise<Uses> => ({ directorates: await store.directoratesUsing(tx, id) }),
  directorate: async (tx, id): Promise<Uses> => ({ onCall: (await store.hours(tx, id)).get(id)?.onCall.length ?? 0 }),
  async staff(tx, id): Promise<Uses> {
    return { onCall: (await store.turnsOf(tx, id)).length }
  },
}

/** Whoever left, or works elsewhere now, is on call no more; each directorate's own history says so. */
export async function endTurns(tx: Tx, { staffId }: { staffId: StaffId }): Promise<void> {
  const person = (await staffByIds(tx, [staffId])).get(staffId)
  for (const directorateId of new Set(await store.turnsOf(tx, staffId))) {
    if (person && !person.left && person.directorateId === directorateId) continue
    const value = (await directorateHours.read(tx, directorateId))!
    await change(tx, setting(directorateHours), { id: directorateId, version: undefined, value: { ...value, onCall: value.onCall.filter((turn) => turn.staffId !== staffId) } })
  }
}
