import type { calendarsApi } from '../../../contracts/calendars.ts'
import type { Handlers } from '../../platform/http/operations.ts'
import { holidays } from './calendars.ts'

/** One handler per operation; leave one out and this file stops compiling. */
export const calendarsRoutes: Handlers<typeof calendarsApi> = { holidays }
