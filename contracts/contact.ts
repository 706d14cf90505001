import { z } from 'zod'
import { CallId } from './call-id.ts'
import { CaseId } from './cases.ts'
import { CitizenId } from './citizens.ts'
import { StaffId } from './identity.ts'
import { Cursor, Done, idOf, Instant, Language, operation, words } from './kit.ts'

export const MessageId = idOf('message')
export type MessageId = z.infer<typeof MessageId>
export const CallTaskId = idOf('call_task')
export type CallTaskId = z.infer<typeof CallTaskId>

/** `spooled`: no gateway is connected; it stands here for all to see. `read_out`: told by voice. */
export const MessageStatus = z.enum(['queued', 'sent', 'delivered', 'failed', 'spooled', 'read_out'])
export const Message = z.object({
  id: MessageId, at: Instant, channel: z.enum(['sms', 'mail', 'voice']), to: z.string(), text: z.string(), language: Language,
  status: MessageStatus, caseId: CaseId.nullable(), caseNumber: z.string().nullable(), sentAt: Instant.nullable(), error: z.string().nullable(),
})
export type Message = z.infer<typeof Message>

/** Somebody waits for a telephone call from us. */
export const CallTask = z.object({
  id: CallTaskId, reason: z.enum(['call_back', 'voice_message', 'abandoned', 'tell_number']), phone: z.string().nullable(), name: z.string().nullable(),
  at: Instant, callId: CallId.nullable(), recorded: z.boolean(), caseId: CaseId.nullable(), caseNumber: z.string().nullable(),
  status: z.enum(['open', 'taken', 'done']), takenBy: z.object({ id: StaffId, name: z.string() }).nullable(), times: z.number().int(), result: z.string().nullable(), emergency: z.boolean(),
})
export type CallTask = z.infer<typeof CallTask>
export const CallTaskResult = z.enum(['reached', 'not_reached', 'case_opened', 'no_need', 'wrong_number'])

const ofTask = z.object({ taskId: CallTaskId })
export const contactApi = {
  messages: operation({
    method: 'GET', path: '/messages', may: 'message.read', query: z.object({ status: MessageStatus.optional(), caseId: CaseId.optional(), after: Cursor.optional() }),
    returns: z.object({ rows: z.array(Message), next: Cursor.nullable(), waiting: z.number() }), audit: 'personal', summary: 'Words that went out or wait to, newest first; 50 a page.',
  }),
  callTasks: operation({
    method: 'GET', path: '/call-tasks', may: 'task.read', query: z.object({ status: z.enum(['open', 'done']).default('open') }),
    returns: z.array(CallTask), audit: 'personal', summary: 'Calls owed to citizens: emergencies first, then the oldest.',
  }),
  takeCallTask: operation({ method: 'POST', path: '/call-tasks/:taskId/take', may: 'task.work', params: ofTask, returns: Done, refuses: ['task.not_found', 'task.taken', 'task.done'], summary: 'I call them.' }),
  finishCallTask: operation({
    method: 'POST', path: '/call-tasks/:taskId/finish', may: 'task.work', params: ofTask, body: z.object({ result: CallTaskResult, note: words(1000).optional(), citizenId: CitizenId.optional() }),
    returns: Done, refuses: ['task.not_found', 'task.done'], summary: 'What came of it. Not reached: it stays open for the next try.',
  }),
}
