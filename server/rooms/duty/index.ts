/** The room's door. */
import type { CaseId } from '../../../contracts/cases.ts'
import { dutyApi } from '../../../contracts/duty.ts'
import type { Tx } from '../../platform/db.ts'
import { mounted } from '../../platform/http/operations.ts'
import type { Room } from '../../platform/room.ts'
import { followCase } from './duty.ts'
import { escalationParts, heardBoth } from './escalation-parts.ts'
import type { EscalationOutside } from './escalation.ts'
import { dutyRoutes } from './routes.ts'
import { dutySettings } from './settings.ts'

export { pageStaff } from './duty.ts'
export type { Heard, Leg, Pager, Position, Ring } from './pager.ts'
export { startPaging } from './paging.ts'

const follow = (tx: Tx, { caseId }: { caseId: CaseId }) => followCase(tx, caseId)
export const dutyRoom: Room = {
  name: 'duty', operations: mounted('duty', dutyApi, dutyRoutes), settings: dutySettings,
  listeners: { 'case.opened': { follow }, 'case.moved': { follow }, 'case.move_undone': { follow } },
}

/** The room whole: telephones, and the clocks that go up when nobody acts. */
export function makeDuty(out: EscalationOutside): Room {
  const { operations, listeners, timed, settings } = escalationParts(out)
  return {
    ...dutyRoom, operations: [...(dutyRoom.operations ?? []), ...operations], listeners: heardBoth(dutyRoom.listeners ?? {}, listeners), timed: { ...dutyRoom.timed, ...timed },
    settings: [...(dutyRoom.settings ?? []), ...settings],
  }
}
