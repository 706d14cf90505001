/** The room's door. */
import { routingApi } from '../../../contracts/routing.ts'
import { mounted } from '../../platform/http/operations.ts'
import type { Room } from '../../platform/room.ts'
import { routingRoutes } from './routes.ts'

export { findTopics, route, topicById, topics } from './routing.ts'
export { seedTopics, topicIds } from './seed.ts'
export const routingRoom: Room = { name: 'routing', operations: mounted('routing', routingApi, routingRoutes) }
