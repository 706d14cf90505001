/** The room's door. */
import { calendarsApi } from '../../../contracts/calendars.ts'
import type { StaffId } from '../../../contracts/identity.ts'
import { mounted } from '../../platform/http/operations.ts'
import type { Room } from '../../platform/room.ts'
import { calendarsMissing } from './missing.ts'
import { calendarsRoutes } from './routes.ts'
import { calendarsSettings, calendarsUses, endTurns } from './settings.ts'

export { type DayOff, dueAfterDayOff, endOfDayOff, isOpen, type OnCall, onCallNow, postponed, promisedBy, workDaysAfter, workDaysBefore, workingMinutesBefore, workingMinutesBetween } from './calendars.ts'
export { type Civil, civil, instantOf, nextDay, weekdayOf } from './zone.ts'
export { clockTime } from './clock-time.ts'
export { putOnCall, seedCalendars, seedDirectorateCalendars, seedHolidays, seedOnCall } from './seed.ts'
export const calendarsRoom: Room = {
  name: 'calendars', operations: mounted('calendars', calendarsApi, calendarsRoutes),
  settings: calendarsSettings, uses: calendarsUses, missing: calendarsMissing,
  listeners: {
    'staff.left': { endTurns },
    // Moved to another directorate: its turns are not hers.
    'setting.changed': { endTurns: async (tx, { kind, id }) => { if (kind === 'staff') await endTurns(tx, { staffId: id as StaffId }) } },
  },
}
