/** The room's door. */
import { knowledgeApi } from '../../../contracts/knowledge.ts'
import { mounted } from '../../platform/http/operations.ts'
import type { Room } from '../../platform/room.ts'
import { knowledgeRoutes } from './routes.ts'

export { seedKnowledge } from './seed.ts'
export const knowledgeRoom: Room = { name: 'knowledge', operations: mounted('knowledge', knowledgeApi, knowledgeRoutes) }
