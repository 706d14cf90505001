/** The room's door. */
import { routingApi } from '../../../contracts/routing.ts'
import { mounted } from '../../platform/http/operations.ts'
import type { Room } from '../../platform/room.ts'
import { routingRoutes } from './routes.ts'
import { routingMissing, routingSettings, routingUses } from './settings.ts'

export { findTopics, promisedFor, route, topicById, topics } from './routing.ts'
export { meaningful } from './search.ts'
export { likeness } from './word-match.ts'
export { seedTopics, topicIds } from './seed.ts'
export const routingRoom: Room = { name: 'routing', operations: mounted('routing', routingApi, routingRoutes), settings: routingSettings, uses: routingUses, missing: routingMissing }
