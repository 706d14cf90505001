/** What the municipality decides for itself, of every room, edited in one way: seen, changed, undone, and what is still missing. */
import { settingsApi } from '../../../contracts/settings.ts'
import { mounted } from '../../platform/http/operations.ts'
import type { Room } from '../../platform/room.ts'
import { settingsRoutes } from './routes.ts'

/** @param rooms all the others: each says what of it can be edited, where it uses what, and what it lacks. */
export function makeSettings(rooms: readonly Room[]): Room {
  return { name: 'settings', operations: mounted('settings', settingsApi, settingsRoutes(rooms)) }
}
