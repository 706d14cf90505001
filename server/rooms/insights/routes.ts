import type { insightsApi } from '../../../contracts/insights.ts'
import { done } from '../../../contracts/kit.ts'
import type { StaffId } from '../../../contracts/identity.ts'
import type { Handlers } from '../../platform/http/operations.ts'
import { oneStaff } from '../identity/index.ts'
import { ownDay } from './own-day.ts'
import { report } from './report.ts'
import * as store from './store.ts'

/** @param connected is there a mail server? */
export const insightsRoutes = (connected: boolean): Handlers<typeof insightsApi> => ({
  report,
  ownDay: (tx, { day }, by) => ownDay(tx, by.id as StaffId, day),
  dayOfStaff: (tx, { staffId, day }) => ownDay(tx, staffId, day),
  reportMail: async (tx, _given, by) => ({ ...(await store.wishOf(tx, by.id)), email: (await oneStaff(tx, by.id as StaffId))?.email ?? '', connected }),
  async setReportMail(tx, given, by) {
    await store.putWish(tx, by.id, given)
    return done
  },
})
