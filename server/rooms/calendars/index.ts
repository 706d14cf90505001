/** The room's door. */
import { calendarsApi } from '../../../contracts/calendars.ts'
import { mounted } from '../../platform/http/operations.ts'
import type { Room } from '../../platform/room.ts'
import { calendarsRoutes } from './routes.ts'

export { isOpen, type OnCall, onCallNow, promisedBy } from './calendars.ts'
export { type Civil, civil, instantOf, nextDay, weekdayOf } from './zone.ts'
export { clockTime } from './clock-time.ts'
export { putOnCall, seedCalendars, seedDirectorateCalendars, seedHolidays, seedOnCall } from './seed.ts'
export const calendarsRoom: Room = { name: 'calendars', operations: mounted('calendars', calendarsApi, calendarsRoutes) }
