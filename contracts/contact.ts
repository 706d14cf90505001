import { z } from 'zod'
import { CallId } from './call-id.ts'
import { CaseId } from './cases.ts'
import { CitizenId } from './citizens.ts'
import { DirectorateId, StaffId } from './identity.ts'
import { Cursor, Done, idOf, Instant, Language, operation, words } from './kit.ts'

export const MessageId = idOf('message')
export type MessageId = z.infer<typeof MessageId>
export const CallTaskId = idOf('call_task')
export type CallTaskId = z.infer<typeof CallTaskId>
export const WordId = idOf('word')
export type WordId = z.infer<typeof WordId>

/** `spooled`: no gateway is connected; it stands here for all to see. `read_out`: told by voice. `to_call`: a call task carries it. */
export const MessageStatus = z.enum(['queued', 'sent', 'delivered', 'failed', 'spooled', 'read_out', 'to_call'])
export const Message = z.object({
  id: MessageId, at: Instant, channel: z.enum(['sms', 'mail', 'voice']), to: z.string(), text: z.string(), language: Language,
  status: MessageStatus, caseId: CaseId.nullable(), caseNumber: z.string().nullable(), sentAt: Instant.nullable(), error: z.string().nullable(),
  /** Of an e-mail. */
  subject: z.string().nullish(),
  /** What bears the same id went out as one. */
  bundle: z.string().nullish(),
  deliveredAt: Instant.nullish(),
})
export type Message = z.infer<typeof Message>

/** Why somebody is called: `agree` a solution is discussed with her, on a screen of its own; `tell` has words to be said, `check_number` a number that is another person's, `answer` words of hers that found no case. */
export const CallTaskReason = z.enum(['call_back', 'voice_message', 'abandoned', 'tell_number', 'tell', 'check_number', 'answer', 'confirm', 'silence', 'agree'])
/** Somebody waits for a telephone call from us. */
export const CallTask = z.object({
  id: CallTaskId, reason: CallTaskReason, phone: z.string().nullable(), name: z.string().nullable(),
  at: Instant, callId: CallId.nullable(), recorded: z.boolean(), caseId: CaseId.nullable(), caseNumber: z.string().nullable(),
  status: z.enum(['open', 'taken', 'done']), takenBy: z.object({ id: StaffId, name: z.string() }).nullable(), times: z.number().int(), result: z.string().nullable(), emergency: z.boolean(),
  /** What is to be said to her, and what she wrote; oldest first. */
  words: z.array(z.string()).optional(), wrote: z.array(z.string()).optional(),
  /** Of `agree`: whose call it is (null: the desk's), and until when it sleeps. */
  directorateId: DirectorateId.nullish(), forStaff: z.object({ id: StaffId, name: z.string() }).nullish(), wakesAt: Instant.nullish(),
})
export type CallTask = z.infer<typeof CallTask>
export const CallTaskResult = z.enum(['reached', 'not_reached', 'case_opened', 'no_need', 'wrong_number'])

export const WordChannel = z.enum(['sms', 'mail', 'call', 'chat', 'letter', 'counter'])
export type WordChannel = z.infer<typeof WordChannel>
/** One line of the contact ledger. */
export const Word = z.object({
  id: WordId, at: Instant, direction: z.enum(['in', 'out']), channel: WordChannel, /** Key of what it told of. */ what: z.string(),
  /** Null where it is the desk's alone: what came in about a tip-off. */
  words: z.string().nullable(), automatic: z.boolean(), trueNews: z.boolean(),
  /** Of what went out by us. */
  status: MessageStatus.nullable(), error: z.string().nullable(), callId: CallId.nullable(), by: z.string().nullable(),
  /** How many people it went to at once, in the same words. */
  people: z.number().int(),
})
export type Word = z.infer<typeof Word>
export const Ledger = z.object({
  words: z.array(Word),
  /** How they are reached, and how many; null where the reader may not know. */
  reach: z.object({ sms: z.number().int(), mail: z.number().int(), call: z.number().int(), nobody: z.number().int() }).nullable(),
})
export type Ledger = z.infer<typeof Ledger>
/** An SMS carries it too; longer is a telephone call. */
export const wordsToCitizen = words(600)

const ofTask = z.object({ taskId: CallTaskId })
const ofCase = z.object({ caseId: CaseId })
export const contactApi = {
  messages: operation({
    method: 'GET', path: '/messages', may: 'message.read',
    query: z.object({ status: MessageStatus.optional(), channel: Message.shape.channel.optional(), q: z.string().trim().min(3).max(60).optional(), caseId: CaseId.optional(), after: Cursor.optional() }),
    returns: z.object({ rows: z.array(Message), next: Cursor.nullable(), waiting: z.number() }), audit: 'personal', summary: 'Words that went out or wait to, newest first; by state, way, case number, telephone or e-mail; 50 a page.',
  }),
  resendMessage: operation({
    method: 'POST', path: '/messages/:messageId/resend', may: 'message.resend', params: z.object({ messageId: MessageId }), returns: Done, refuses: ['message.not_found', 'message.cannot', 'message.stopped'],
    summary: 'One that failed is tried again; what went out with it too.',
  }),
  callTasks: operation({
    method: 'GET', path: '/call-tasks', may: 'task.read', query: z.object({ status: z.enum(['open', 'done']).default('open') }),
    returns: z.array(CallTask), audit: 'personal', summary: 'Calls owed to citizens: emergencies first, then the oldest.',
  }),
  takeCallTask: operation({ method: 'POST', path: '/call-tasks/:taskId/take', may: 'task.work', params: ofTask, returns: Done, refuses: ['task.not_found', 'task.taken', 'task.done'], summary: 'I call them.' }),
  finishCallTask: operation({
    method: 'POST', path: '/call-tasks/:taskId/finish', may: 'task.work', params: ofTask, body: z.object({ result: CallTaskResult, note: words(1000).optional(), citizenId: CitizenId.optional() }),
    returns: Done, refuses: ['task.not_found', 'task.done', 'task.agree'], summary: 'What came of it. Not reached: it stays open for the next try. Wrong number: she is written to there no more, and the desk looks for another.',
  }),
  ledger: operation({
    method: 'GET', path: '/cases/:caseId/words', may: 'case.read', params: ofCase, returns: Ledger, audit: 'personal', refuses: ['case.not_found'],
    summary: 'Every word between us and the citizens of a case, newest first, with how it stands; without numbers and addresses.',
  }),
  previewToCitizen: operation({
    method: 'POST', path: '/cases/:caseId/messages/preview', may: 'case.note', params: ofCase, body: z.object({ words: wordsToCitizen }), audit: 'none',
    returns: z.object({ tr: z.string(), en: z.string() }), refuses: ['case.not_found'], summary: 'The message as an SMS would say it, in both languages around the words as typed.',
  }),
  writeToCitizen: operation({
    method: 'POST', path: '/cases/:caseId/messages', may: 'case.note', params: ofCase, body: z.object({ /** Made by the browser: sent twice it is said once. */ id: z.uuid(), words: wordsToCitizen, to: z.enum(['reporter', 'all']).default('reporter') }),
    returns: Done, refuses: ['case.not_found', 'message.not_yours'], summary: 'A message to the citizen, by her own way; never an internal note.',
  }),
}
