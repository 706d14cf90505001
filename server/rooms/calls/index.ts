/** The room's door. */
import { callsApi } from '../../../contracts/calls.ts'
import type { Db } from '../../platform/db.ts'
import type { SwitchSockets } from '../../platform/http/came.ts'
import { mounted } from '../../platform/http/operations.ts'
import type { Log } from '../../platform/log.ts'
import type { Room } from '../../platform/room.ts'
import { leaveSeat } from './leaving.ts'
import { makeLine, type Line, type Telephone } from './line.ts'
import { lineProbes } from './measures.ts'
import { callsRoutes } from './routes.ts'
import { callsMissing, callsSettings, callsUses, type LineOutside, spokenTexts } from './settings.ts'

export type { Alarms, CallRecord, CallRecords, Party, Position, Recordings, SeatState, Snapshot, SpokenTexts, Switch, SwitchSettings, Together, Unspoken, Voice, Waiting } from './switch.ts'
export type { Telephone } from './line.ts'
export { lineChecks } from './measures.ts'
export { seedCalls } from './seed.ts'

/** @param telephone undefined: no switch is connected; the line says so and all else works. @param options where browsers reach the switch. */
export function makeCalls(db: Db, telephone: Telephone | undefined, options: { sockets: SwitchSockets; demo: boolean } & Pick<LineOutside, 'announcements' | 'queues'>, log: Log): Room & { line: Line } {
  const outside = { ...options, switchHere: telephone !== undefined, voiceHere: telephone?.voice !== undefined }
  const line = makeLine(db, telephone, log, spokenTexts(outside))
  return {
    name: 'calls', line, probes: lineProbes(line), operations: mounted('calls', callsApi, callsRoutes(line, options)),
    settings: callsSettings(outside), uses: callsUses, missing: callsMissing(outside),
    listeners: {
      'setting.changed': { line: async (_tx, { kind }) => { if (['incoming_number', 'line', 'spoken_text', 'municipality'].includes(kind)) line.settingsChanged() } },
      'staff.left': { leaveSeat },
      // The case that came of a call ends its wrap-up.
      'case.opened': { settle: async () => line.reconcileSoon() },
      'case.changed': { settle: async () => line.reconcileSoon() },
    },
  }
}
