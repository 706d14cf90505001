import type { insightsApi } from '../../../contracts/insights.ts'
import type { Handlers } from '../../platform/http/operations.ts'
import { report } from './report.ts'

export const insightsRoutes: Handlers<typeof insightsApi> = { report }
