/** The room's door. Nobody asks this room; it hears and is shown. */
import { statutoryApi } from '../../../contracts/statutory.ts'
import { mounted } from '../../platform/http/operations.ts'
import type { Room } from '../../platform/room.ts'
import { statutoryRoutes } from './routes.ts'
import { statutorySettings } from './settings.ts'
import { recount, watch } from './watching.ts'

export const statutoryRoom: Room = {
  name: 'statutory', operations: mounted('statutory', statutoryApi, statutoryRoutes), settings: statutorySettings,
  listeners: { 'setting.changed': { recount: async (tx, { kind }) => { if (kind === 'holiday' || kind === 'calendar') await recount(tx) } } },
  timed: { statutory_watch: { cron: '7 * * * *', run: watch } },
}
