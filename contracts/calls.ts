import { z } from 'zod'
import { CallId } from './call-id.ts'
import { CaseId, CaseStatus } from './cases.ts'
import { Citizen, CitizenId } from './citizens.ts'
import { CallTask } from './contact.ts'
import { DirectorateId, StaffId } from './identity.ts'
import { Bilingual, Cursor, Done, Flag, Instant, operation, words } from './kit.ts'
import { TopicId } from './routing.ts'
export { CallId } from './call-id.ts'

/** How a call ended. One row each, whatever happened. */
export const CallResult = z.enum(['live', 'answered', 'abandoned_notice', 'abandoned_greeting', 'abandoned_queue', 'abandoned_ringing', 'call_back', 'voice_message',
  'forwarded', 'no_answer', 'refused', 'lost', 'out_answered', 'out_no_answer'])
export type CallResult = z.infer<typeof CallResult>
export const Call = z.object({
  id: CallId, direction: z.enum(['in', 'out']), from: z.string().nullable(), dialled: z.string(), line: Bilingual.nullable(), queue: z.string().nullable(),
  arrivedAt: Instant, queuedAt: Instant.nullable(), rangAt: Instant.nullable(), answeredAt: Instant.nullable(), endedAt: Instant.nullable(),
  staffId: StaffId.nullable(), staffName: z.string().nullable(), result: CallResult, hungUpBy: z.enum(['caller', 'operator', 'system']).nullable(), emergency: z.boolean(),
  recorded: z.boolean(), citizenId: CitizenId.nullable(), citizenName: z.string().nullable(),
  cases: z.array(z.object({ id: CaseId, number: z.string() })), wrapUp: z.object({ code: z.string(), name: Bilingual, topicId: TopicId.nullable(), note: z.string().nullable() }).nullable(),
})
export type Call = z.infer<typeof Call>

/** A person's presence at the desk. The switch has the last word on `ringing` and `on_call`. */
export const Presence = z.enum(['away', 'ready', 'paused', 'ringing', 'on_call', 'wrap_up'])
export type Presence = z.infer<typeof Presence>
export const PresenceState = z.object({ state: Presence, reason: z.string().nullable(), since: Instant, callId: CallId.nullable() })
export type PresenceState = z.infer<typeof PresenceState>

/** What the browser needs to be a telephone. The SIP socket goes to the switch itself. */
export const Seat = z.object({ seat: z.string(), password: z.string(), socket: z.string(), domain: z.string(), queues: z.array(z.string()) })
export type Seat = z.infer<typeof Seat>

const CallersCase = z.object({ id: CaseId, number: z.string(), topic: Bilingual, said: z.string(), status: CaseStatus, openedAt: Instant, dueAt: Instant.nullable(), place: z.string().nullable(), late: z.boolean(), lead: Bilingual.nullable() })
/** What is on the screen at the first ring. */
export const CallerCard = z.object({
  phone: z.string().nullable(), line: Bilingual.nullable(), directorateId: DirectorateId.nullable(), language: z.enum(['tr', 'en']),
  /** A maybe, never a certainty: a telephone has many users. */
  people: z.array(Citizen),
  cases: z.array(CallersCase),
  /** Of a muhtar: open cases of her places that are not her own, emergencies first, then what falls due first; at most 10. Matters of one person and tip-offs are not told. */
  placeCases: z.array(CallersCase),
  promises: z.array(z.object({ caseId: CaseId, number: z.string(), dueAt: Instant, late: z.boolean() })),
  tasks: z.array(CallTask), callsBefore: z.number().int(),
})
export type CallerCard = z.infer<typeof CallerCard>

export const Board = z.object({
  at: Instant, waiting: z.number(), longestSeconds: z.number(), ready: z.number(), onCall: z.number(), paused: z.number(), tasksOpen: z.number(),
  operators: z.array(z.object({ staffId: StaffId, name: z.string(), state: Presence, reason: z.string().nullable(), since: Instant })),
  calls: z.array(z.object({ id: CallId, from: z.string().nullable(), queue: z.string(), since: Instant, emergency: z.boolean() })),
  alarms: z.array(z.object({ code: z.string(), since: Instant, facts: z.record(z.string(), z.union([z.string(), z.number()])) })),
})
export type Board = z.infer<typeof Board>
/** Somebody brought into a call; `here` once answered. */
export const Party = z.object({ id: z.string().regex(/^[\w-]{1,60}$/), number: z.string(), here: z.boolean() })
export type Party = z.infer<typeof Party>
export const Reason = z.object({ code: z.string(), name: Bilingual })
/** Wrap-up codes; `answers` marks those that want the topic that was asked about. */
export const WrapUpCode = Reason.extend({ answers: z.boolean() })

const ofCall = z.object({ callId: CallId })
export const callsApi = {
  takeSeat: operation({ method: 'POST', path: '/seat', may: 'call.take', returns: Seat, outside: true, refuses: ['switch.unavailable'], summary: 'My telephone: name and a password of this sign-in.' }),
  takeOutSeat: operation({
    method: 'POST', path: '/out-seat', may: 'case.agree', returns: Seat, outside: true, refuses: ['switch.unavailable'],
    summary: 'A telephone for calling out alone, with the municipality’s number: in no queue, and never rung. Whoever takes calls gets her own.',
  }),
  outPresence: operation({ method: 'GET', path: '/out-presence', may: 'case.agree', returns: PresenceState, audit: 'none', summary: 'What the telephone for calling out is doing.' }),
  presence: operation({ method: 'GET', path: '/presence', may: 'call.take', returns: PresenceState, audit: 'none', summary: 'My presence as the desk and the switch have it.' }),
  setPresence: operation({
    method: 'POST', path: '/presence', may: 'call.take', body: z.object({ state: z.enum(['ready', 'paused', 'away']), reason: z.string().max(40).optional() }), returns: PresenceState, outside: true, audit: 'none',
    refuses: ['switch.unavailable', 'presence.reason_needed', 'presence.wrap_up_first', 'presence.no_seat'], summary: 'Ready for calls, paused with a reason, or away.',
  }),
  reasons: operation({ method: 'GET', path: '/calls/reasons', may: 'call.take', returns: z.object({ pause: z.array(Reason), wrapUp: z.array(WrapUpCode) }), audit: 'none', summary: 'Pause reasons and wrap-up codes.' }),
  callerCard: operation({
    method: 'GET', path: '/calls/caller', may: 'call.take', query: z.object({ phone: z.string().max(60).optional(), callId: CallId.optional(), dialled: z.string().max(40).optional() }),
    returns: CallerCard, audit: 'personal', summary: 'Who may be calling, and what we owe them.',
  }),
  calls: operation({
    method: 'GET', path: '/calls', may: 'call.read', query: z.object({ result: CallResult.optional(), mine: Flag.optional(), q: z.string().max(40).optional(), day: z.iso.date().optional(), after: Cursor.optional() }),
    returns: z.object({ rows: z.array(Call), next: Cursor.nullable() }), audit: 'personal', summary: 'Every call, one row each, newest first; 50 a page.',
  }),
  call: operation({ method: 'GET', path: '/calls/:callId', may: 'call.read', params: ofCall, returns: Call, audit: 'personal', refuses: ['call.not_found'], summary: 'One call.' }),
  wrapUp: operation({
    method: 'POST', path: '/calls/:callId/wrap-up', may: 'call.take', params: ofCall, body: z.object({ code: z.string().max(40), topicId: TopicId.optional(), note: words(1000).optional() }),
    returns: Done, refuses: ['call.not_found', 'call.unknown_code', 'call.topic_needed', 'call.not_yours'], summary: 'What came of a call that opened no case.',
  }),
  recording: operation({
    method: 'GET', path: '/calls/:callId/recording', may: 'recording.listen', params: ofCall, query: z.object({ why: words(200) }), returns: 'file', outside: true, audit: 'personal',
    refuses: ['call.not_found', 'recording.not_found'], summary: 'Listen. Who, when and why are kept.',
  }),
  voiceMessage: operation({
    method: 'GET', path: '/calls/:callId/message', may: 'task.work', params: ofCall, query: z.object({ why: words(200) }), returns: 'file', outside: true, audit: 'personal',
    refuses: ['call.not_found', 'recording.not_found'], summary: 'The message a caller left when nobody was there: whoever calls back must hear it. Only the message, never a talk.',
  }),
  bringIn: operation({
    method: 'POST', path: '/calls/:callId/parties', may: 'call.take', params: ofCall, body: z.object({ number: z.string().trim().regex(/^[+\d\s()-]{3,20}$/) }), returns: Done, outside: true,
    refuses: ['switch.unavailable', 'call.not_live'], summary: 'Rings a third and joins it to my live call; all hear each other, whoever leaves. The switch refuses what a seat may not dial.',
  }),
  parties: operation({
    method: 'GET', path: '/calls/:callId/parties', may: 'call.take', params: ofCall, returns: z.array(Party), outside: true, audit: 'none', refuses: ['switch.unavailable'], summary: 'Who was brought into a call, or is being rung for it.',
  }),
  sendOut: operation({
    method: 'DELETE', path: '/calls/:callId/parties/:party', may: 'call.take', params: ofCall.extend({ party: Party.shape.id }), returns: Done, outside: true, refuses: ['switch.unavailable', 'call.not_live'],
    summary: 'Lets one go again, or stops ringing it; the others talk on.',
  }),
  board: operation({ method: 'GET', path: '/board', may: 'board.read', returns: Board, audit: 'none', summary: 'The line at this moment.' }),
  alarms: operation({ method: 'GET', path: '/alarms', may: 'signed-in', returns: Board.shape.alarms, audit: 'none', summary: 'What is wrong with the system now.' }),
  testPhone: operation({
    method: 'POST', path: '/test-phone', may: 'public', door: 'citizens', returns: Seat, outside: true, refuses: ['switch.unavailable', 'call.demo_only'],
    summary: 'A telephone in the browser for trying the line out; demonstration only, and it can dial only our own numbers.',
  }),
}
