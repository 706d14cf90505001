/** The room's door. */
import { contactApi } from '../../../contracts/contact.ts'
import { silenceApi } from '../../../contracts/silence.ts'
import { mounted } from '../../platform/http/operations.ts'
import type { Room } from '../../platform/room.ts'
import { handOn, inHand } from './leaving.ts'
import { contactProbe } from './measures.ts'
import { contactRoutes } from './routes.ts'
import { type Post, type Sender, sendDue } from './sender.ts'
import { contactMissing, contactSettings } from './settings.ts'
import { keepSilence, markStale, reckon } from './silence.ts'
import { silenceRoutes } from './silences.ts'
import { tellMove } from './moves-told.ts'
import { sayTelling, tellOf } from './telling.ts'

export { seedTemplates } from './contact.ts'
export { seedWords } from './seed.ts'
export type { DeliveryReport, MailIn, SmsIn } from './answers.ts'
export { makeInbox } from './inbox.ts'
export { arrived, caseOfTask, closeTalk, failed, isQuiet, noteAnswer, noteCalled, notHerNumber, oweTalk, type Quiet, quietHours, reopenTalk, type Reporter, reporterOf, sleepTalk, takeTalkTask, talkFor, talkNumber, talksMeantFor, type TalkTask, talkTask, talkToDesk } from './agreeing.ts'
export { addWord, lastTrueWord, noteTalk, type NewWord, type Talk } from './ledger.ts'
export { type Post, type Sender, type Senders, type Sent, type Sms, startSending } from './sender.ts'
export { textStaff } from './staff.ts'
export { createCallTask, openTaskCount, openTasksFor, type Owed } from './tasks.ts'
export { type Tell, tellCitizens } from './telling.ts'
export { askedSince, endAsking, numberNotHers, oweAsking, type Reach, reachTeller } from './asking.ts'
export { dayText, type GivenFields, momentText } from './wording.ts'

/** @param sender the SMS gateway, @param mail the post to citizens; undefined: their messages stand in the spool, where all can see them. */
export function makeContact(sender: Sender | undefined, mail?: Post): Room {
  const ways = { sms: sender !== undefined, mail: mail !== undefined }
  return {
    name: 'contact', probes: [contactProbe], operations: [...mounted('contact', contactApi, contactRoutes), ...mounted('silence', silenceApi, silenceRoutes)],
    uses: { staff: inHand }, settings: contactSettings, missing: contactMissing(sender !== undefined),
    listeners: {
      'staff.left': { handOn },
      'citizens.tell': { say: (tx, { tellingId }) => sayTelling(tx, tellingId, ways) },
      'case.moved': { tell: tellMove, silence: (tx, { caseId }) => reckon(tx, caseId) },
      'case.move_undone': { silence: (tx, { caseId }) => reckon(tx, caseId) },
      'word.added': { silence: (tx, { caseId }) => reckon(tx, caseId) },
      'setting.changed': { silence: async (tx, { kind }) => { if (['topic', 'calendar', 'holiday', 'directorate_hours'].includes(kind)) await markStale(tx) } },
      'case.opened': { silence: (tx, { caseId }) => reckon(tx, caseId), tell: (tx, { caseId }) => tellOf(tx, caseId, ways) },
      'case.changed': { tell: async (tx, { caseId, what }) => { if (what === 'followed') await tellOf(tx, caseId, ways) } },
    },
    // Besides `startSending`, for what a dead process left behind.
    timed: { contact_silence: { cron: '* * * * *', run: keepSilence }, ...(sender || mail ? { contact_send: { cron: '* * * * *', run: async (db) => void (await sendDue(db, { sms: sender, mail })) } } : {}) },
  }
}
