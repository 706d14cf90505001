/** The room's door. */
import { callsApi } from '../../../contracts/calls.ts'
import type { Db } from '../../platform/db.ts'
import { mounted } from '../../platform/http/operations.ts'
import type { Log } from '../../platform/log.ts'
import type { Room } from '../../platform/room.ts'
import { makeLine, type Line, type Telephone } from './line.ts'
import { callsRoutes } from './routes.ts'

export type { Alarms, CallRecord, CallRecords, Position, Recordings, SeatState, Snapshot, Switch, SwitchSettings, Waiting } from './switch.ts'
export type { Telephone } from './line.ts'
export { seedCalls } from './seed.ts'

/** @param telephone undefined: no switch is connected; the line says so and all else works. @param socket where browsers reach the switch. */
export function makeCalls(db: Db, telephone: Telephone | undefined, options: { socket: string | undefined; demo: boolean }, log: Log): Room & { line: Line } {
  const line = makeLine(db, telephone, log)
  return {
    name: 'calls', line, operations: mounted('calls', callsApi, callsRoutes(line, options)),
    listeners: {
      // The case that came of a call ends its wrap-up.
      'case.opened': { settle: async () => line.reconcileSoon() },
      'case.changed': { settle: async () => line.reconcileSoon() },
    },
  }
}
