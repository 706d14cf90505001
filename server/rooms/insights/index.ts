/** Chronic problems, regional findings, boards and reports: what the records say when they are read together. */
import { insightsApi } from '../../../contracts/insights.ts'
import { mounted } from '../../platform/http/operations.ts'
import type { Room } from '../../platform/room.ts'
import { mailReports, type Post } from './mailing.ts'
import { insightsRoutes } from './routes.ts'

/** @param post nothing goes by mail without it. */
export const makeInsights = (post?: Post): Room => ({
  name: 'insights', operations: mounted('insights', insightsApi, insightsRoutes(post !== undefined)),
  ...(post && { timed: { insights_mail: { cron: '*/5 * * * *', run: async (db) => void (await mailReports(db, post)) } } }),
})
