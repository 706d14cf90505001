/** What rooms tell one another and the browsers, after the commit. Facts are ids: whoever hears asks for what it may see. */
import { z } from 'zod'
import { CallId } from './call-id.ts'
import { CaseId } from './cases.ts'
import { CaseMove, CaseStatus } from './moves.ts'
import { idOf } from './kit.ts'
import { StaffId } from './identity.ts'
import { CallTaskId, MessageId } from './contact.ts'
import { PageId } from './duty.ts'
import { ImportId } from './imports.ts'
import { ArticleId } from './knowledge.ts'
import { SettingKind } from './settings.ts'

export const events = {
  'case.opened': z.object({ caseId: CaseId, number: z.string(), emergency: z.boolean() }),
  'case.changed': z.object({ caseId: CaseId, what: z.string() }),
  'case.moved': z.object({ caseId: CaseId, move: CaseMove, moveId: z.uuid(), from: CaseStatus, to: CaseStatus }),
  /** The newest move was taken back: `from` is what it had led to. */
  'case.move_undone': z.object({ caseId: CaseId, move: CaseMove, moveId: z.uuid(), from: CaseStatus, to: CaseStatus }),
  'case.mentioned': z.object({ caseId: CaseId }),
  /** Its time runs out, or has: whoever hears it is to act. */
  'case.escalated': z.object({ caseId: CaseId, late: z.boolean() }),
  /** There is something to say to the citizens of a case. */
  'citizens.tell': z.object({ tellingId: z.uuid() }),
  'message.queued': z.object({ messageId: MessageId }),
  'message.changed': z.object({ messageId: MessageId }),
  /** A line more in the contact ledger of a case. */
  'word.added': z.object({ caseId: CaseId }),
  /** The word owed to a citizen: asked for, given, or asked of another. */
  'silence.changed': z.object({ caseId: CaseId }),
  'proposal.changed': z.object({ caseId: CaseId, proposalId: idOf('proposal') }),
  'proposal.approved': z.object({ caseId: CaseId, proposalId: idOf('proposal') }),
  /** The talk with a citizen about a solution: owed, tried, answered. */
  'talk.changed': z.object({ caseId: CaseId, talkId: idOf('talk') }),
  'order.changed': z.object({ orderId: idOf('order'), caseId: CaseId }),
  'task.changed': z.object({ taskId: CallTaskId }),
  'call.changed': z.object({ callId: CallId }),
  'presence.changed': z.object({ staffId: StaffId }),
  /** Signed out everywhere, by what an administrator did. */
  'session.ended': z.object({ staffId: StaffId }),
  /** What she had in hand goes to `to`; null: there was nothing that somebody must take. */
  'staff.left': z.object({ staffId: StaffId, to: StaffId.nullable() }),
  'setting.changed': z.object({ kind: SettingKind, id: z.string() }),
  'knowledge.changed': z.object({ articleId: ArticleId }),
  'import.changed': z.object({ importId: ImportId }),
  'import.ended': z.object({ importId: ImportId }),
  /** Somebody is rung, has it, or nobody does. */
  'page.changed': z.object({ pageId: PageId, caseId: CaseId }),
  'alarm.changed': z.object({ code: z.string() }),
  'statute.changed': z.object({ caseId: CaseId }),
  /** The last day that a law gives comes near, or has passed: -1. */
  'statute.warned': z.object({ caseId: CaseId, number: z.string(), left: z.number().int() }),
} as const satisfies Record<string, z.ZodObject>
export type EventName = keyof typeof events
export type Fact<E extends EventName> = z.infer<(typeof events)[E]>

/** Who hears it in a browser: the desk's people, one directorate's, or one person. */
export type Audience = 'desk' | 'everyone' | `directorate:${string}` | `staff:${string}`
/** One line of the live socket. */
export type LiveEvent = { [E in EventName]: { event: E; fact: Fact<E> } }[EventName]
