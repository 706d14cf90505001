import type { routingApi } from '../../../contracts/routing.ts'
import type { Handlers } from '../../platform/http/operations.ts'
import { findTopics, route, topics } from './routing.ts'

/** One handler per operation; leave one out and this file stops compiling. */
export const routingRoutes: Handlers<typeof routingApi> = { topics, findTopics, previewRoute: route }
