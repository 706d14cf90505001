/** What the clocks add to the room: operations, ears, and the look of each minute. */
import type { CaseId } from '../../../contracts/cases.ts'
import { escalationApi } from '../../../contracts/escalation.ts'
import type { EventName, Fact } from '../../../contracts/events.ts'
import type { Tx } from '../../platform/db.ts'
import type { Listeners } from '../../platform/events.ts'
import { type Handlers, mounted } from '../../platform/http/operations.ts'
import type { Room } from '../../platform/room.ts'
import { sendNotices } from './escalation-notices.ts'
import { caseClock, lateCases } from './escalation-reading.ts'
import { escalationSettings } from './escalation-settings.ts'
import { answerCame, changeDue } from './escalation-telling.ts'
import { acknowledgeEscalation, escalate, type EscalationOutside, look, pageChanged } from './escalation.ts'
import { handOn, lookAtAll } from './escalation.store.ts'

const routes: Handlers<typeof escalationApi> = { caseClock, changeDue, acknowledgeEscalation, lateCases }
/** By these a due time or its counting changes. */
const counts: readonly Fact<'setting.changed'>['kind'][] = ['escalation_rules', 'calendar', 'holiday', 'directorate_hours']
const moved: readonly string[] = ['due_changed', 'due_moved']

export function escalationParts(out: EscalationOutside): Required<Pick<Room, 'operations' | 'listeners' | 'timed' | 'settings'>> {
  const lookAt = (tx: Tx, { caseId }: { caseId: CaseId }) => look(tx, caseId, out)
  const listeners: Listeners = {
    'case.opened': { clock: lookAt }, 'case.moved': { clock: lookAt }, 'case.move_undone': { clock: lookAt },
    'case.changed': { clock: async (tx, { caseId, what }) => { if (moved.includes(what)) await look(tx, caseId, out) } },
    'page.changed': { had: pageChanged }, 'staff.left': { escalations: async (tx, { staffId, to }) => { if (to) await handOn(tx, staffId, to) } }, 'word.added': { answerCame },
    'setting.changed': { clock: async (tx, { kind }) => { if (counts.includes(kind)) await lookAtAll(tx) } },
  }
  return {
    operations: mounted('escalation', escalationApi, routes), settings: escalationSettings, listeners,
    timed: { duty_escalation: { cron: '* * * * *', run: async (db) => { await escalate(db, out); if (out.mailer) await sendNotices(db, out.mailer) } } },
  }
}
/** Two ears for the same event, each by its own name. */
export function heardBoth(one: Listeners, other: Listeners): Listeners {
  const all: Partial<Record<EventName, object>> = { ...one }
  for (const [event, ears] of Object.entries(other) as [EventName, object][]) all[event] = { ...all[event], ...ears }
  return all as Listeners
}
