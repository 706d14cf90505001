/** Chronic problems, regional findings, boards and reports: what the records say when they are read together. */
import { insightsApi } from '../../../contracts/insights.ts'
import { mounted } from '../../platform/http/operations.ts'
import type { Room } from '../../platform/room.ts'
import { insightsRoutes } from './routes.ts'

export { report } from './report.ts'
export const insightsRoom: Room = { name: 'insights', operations: mounted('insights', insightsApi, insightsRoutes) }
