/** What is missing for counting time and for reaching somebody at night. */
import type { Missing } from '../../../contracts/settings.ts'
import type { Tx } from '../../platform/db.ts'
import { allDirectorates, municipality, staffByIds } from '../identity/index.ts'
import * as store from './settings.store.ts'
import { civil, instantOf, nextDay } from './zone.ts'

const yearMs = 365 * 24 * 60 * 60_000

export async function calendarsMissing(tx: Tx): Promise<Missing[]> {
  const found: Missing[] = []
  const lacks = (code: Missing['code'], hurts: Missing['hurts'], kind: Missing['kind'], thingId: string | null = null, facts: Missing['facts'] = {}) => void found.push({ code, hurts, kind, thingId, facts })
  const calendars = await store.calendars(tx)
  if (!calendars.some((calendar) => calendar.isDefault)) lacks('no_default_calendar', 'stops', 'calendar')
  // What is promised in its working time is counted in straight hours meanwhile.
  for (const { id, name, week, retired } of calendars) if (!retired && !week.length) lacks('calendar_without_hours', 'half', 'calendar', id, name)
  const until = await store.lastHoliday(tx)
  if (!until || Date.parse(until) < tx.now.getTime() + yearMs) lacks('holidays_end', 'advice', 'holiday', null, until ? { until } : {})

  const { zone } = await municipality(tx)
  const tonight = instantOf({ day: nextDay(civil(tx.now, zone).day), minute: 0 }, zone)
  const kept = await store.hours(tx)
  const directorates = (await allDirectorates(tx)).filter((directorate) => !directorate.retired)
  const keeping = directorates.flatMap((directorate) => { const onCall = kept.get(directorate.id)?.onCall; return onCall?.length ? [{ directorate, onCall }] : [] })
  // A town where nobody at all is on call is told once, not for each directorate.
  if (directorates.length && !keeping.length) lacks('nobody_on_call', 'half', 'directorate_hours')
  for (const { directorate: { id, name }, onCall } of keeping) {
    const turns = onCall.filter((turn) => (!turn.from || Date.parse(turn.from) <= tonight.getTime()) && (!turn.to || Date.parse(turn.to) > tonight.getTime()))
    const people = [...(await staffByIds(tx, turns.map((turn) => turn.staffId))).values()].filter((person) => !person.left)
    if (!people.length) lacks('nobody_on_call', 'half', 'directorate_hours', id, name)
    for (const person of people) if (!person.phone) lacks('on_call_without_phone', 'half', 'staff', person.id, { name: person.name, ...name })
  }
  return found
}
