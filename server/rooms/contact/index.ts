/** The room's door. */
import { contactApi } from '../../../contracts/contact.ts'
import { mounted } from '../../platform/http/operations.ts'
import type { Room } from '../../platform/room.ts'
import { tellOf } from './contact.ts'
import { handOn, inHand } from './leaving.ts'
import { contactProbe } from './measures.ts'
import { contactRoutes } from './routes.ts'
import { type Sender, sendDue } from './sender.ts'
import { contactMissing, contactSettings } from './settings.ts'

export { seedTemplates } from './contact.ts'
export { type Sender, type Sent, type Sms, startSending } from './sender.ts'
export { createCallTask, openTaskCount, openTasksFor, type Owed } from './tasks.ts'

/** @param sender the SMS gateway; undefined: messages stand in the spool, where all can see them. */
export function makeContact(sender: Sender | undefined): Room {
  const first = sender ? 'queued' : 'spooled'
  return {
    name: 'contact', probes: [contactProbe], operations: mounted('contact', contactApi, contactRoutes),
    uses: { staff: inHand }, settings: contactSettings, missing: contactMissing(sender !== undefined),
    listeners: {
      'staff.left': { handOn },
      'case.opened': { tell: (tx, { caseId }) => tellOf(tx, caseId, first) },
      'case.changed': { tell: async (tx, { caseId, what }) => { if (what === 'followed') await tellOf(tx, caseId, first) } },
    },
    // Besides `startSending`, for what a dead process left behind.
    timed: sender ? { contact_send: { cron: '* * * * *', run: async (db) => void (await sendDue(db, sender)) } } : {},
  }
}
