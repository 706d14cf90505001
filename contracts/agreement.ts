/** Agreement: the approved solution is discussed with the citizen before work begins, and her answer is kept. */
import { z } from 'zod'
import { CallId } from './call-id.ts'
import { CaseId } from './cases.ts'
import { CallTaskId } from './contact.ts'
import { DirectorateId, StaffId } from './identity.ts'
import { Bilingual, Day, Done, idOf, Instant, operation, Phone, words } from './kit.ts'
import { CaseStatus } from './moves.ts'

export const TalkId = idOf('talk')
export type TalkId = z.infer<typeof TalkId>
/** `agreed`: of a refusal, that she accepts it. */
export const Answer = z.enum(['agreed', 'objects', 'withdraws'])
export type Answer = z.infer<typeof Answer>
export const AnswerHow = z.enum(['call', 'link', 'silence', 'counter'])
export type AnswerHow = z.infer<typeof AnswerHow>
/** What a call brought that was no answer. `asks_later`: she names the time; `asks_link`: she decides by the link. */
export const TryResult = z.enum(['not_reached', 'wrong_number', 'asks_later', 'asks_link'])
export type TryResult = z.infer<typeof TryResult>

/**
 * `calling`: somebody is to call her; `link`: she has the link and her answer is awaited; `desk`: the desk must decide, because
 * of what `why` says; then what ended it. `stopped`: the case went another way.
 */
export const TalkStatus = z.enum(['calling', 'link', 'desk', 'agreed', 'objected', 'withdrawn', 'refusal_accepted', 'stopped'])
export type TalkStatus = z.infer<typeof TalkStatus>
export const isOpenTalk = (status: TalkStatus): boolean => status === 'calling' || status === 'link' || status === 'desk'
/** Why the desk has it: silence may not count as her yes, or there is no way to reach her. */
export const DeskWhy = z.enum(['wrong_number', 'no_number', 'no_way', 'link_failed', 'enters_private', 'costs_citizen', 'refusal', 'never_by_silence'])
export type DeskWhy = z.infer<typeof DeskWhy>

/** The parts of a day: a try belongs to the one it was made in, or to the last that had begun. Minutes of the civil day. */
export const TryWindow = z.object({ from: z.number().int(), to: z.number().int() })
export type TryWindow = z.infer<typeof TryWindow>

const Try = z.object({ at: Instant, by: z.string().nullable(), result: TryResult, note: z.string().nullable(), /** Another part of the day than the tries before: it counts. */ counts: z.boolean() })
/** How far the talk with the citizen is, for whoever sees the case; without numbers. */
export const Talk = z.object({
  id: TalkId, taskId: CallTaskId, status: TalkStatus,
  kind: z.enum(['solution', 'refusal']),
  /** Whose call it is; null: the desk's. */
  directorate: Bilingual.nullable(), forStaff: z.object({ id: StaffId, name: z.string() }).nullable(), takenBy: z.object({ id: StaffId, name: z.string() }).nullable(),
  /** It sleeps until then; null: now. `chosen`: she named that time herself. */
  nextAt: Instant.nullable(), chosen: z.boolean(), tries: z.array(Try), /** Tries that count, and how many there are to be. */ counted: z.number().int(), of: z.number().int(),
  linkSentAt: Instant.nullable(), /** Her answer is awaited until then. */ answerBy: Instant.nullable(), /** Whether her silence until then counts as agreed. */ silenceAgrees: z.boolean(),
  why: DeskWhy.nullable(), endedAt: Instant.nullable(), how: AnswerHow.nullable(), words: z.string().nullable(), /** The move that ended it from elsewhere. */ because: z.string().nullable(),
})
export type Talk = z.infer<typeof Talk>

export const TalkPart = z.object({
  directorateId: DirectorateId, directorate: Bilingual, kind: z.enum(['solution', 'refusal']), what: z.string(), byWhom: z.string().nullable(), from: Day.nullable(), to: Day.nullable(),
  citizenMust: z.string().nullable(), alternatives: z.string().nullable(), entersPrivate: z.boolean(), costsCitizen: z.boolean(),
})
/** All that lies before whoever calls: the plan in plain words, what she told, and what was said before. */
export const TalkPage = z.object({
  talk: Talk,
  case: z.object({ id: CaseId, number: z.string(), topic: Bilingual, said: z.string(), place: z.string().nullable(), street: z.string().nullable(), status: CaseStatus, openedAt: Instant, dueAt: Instant.nullable() }),
  person: z.object({ name: z.string().nullable(), phone: z.string().nullable(), language: z.enum(['tr', 'en']), /** A link can be sent to her. */ writable: z.boolean() }),
  /** `en` only where it was written. */
  plain: z.object({ tr: z.string(), en: z.string().nullable() }), parts: z.array(TalkPart),
  /** Her other cases: unfinished ones first. Empty where the reader may not know them. */
  cases: z.array(z.object({ id: CaseId, number: z.string(), topic: Bilingual, status: CaseStatus, openedAt: Instant })),
  /** It is night by the rules of contact: nobody is called now who did not ask for it. */
  quiet: z.boolean(),
})
export type TalkPage = z.infer<typeof TalkPage>

const ofTask = z.object({ taskId: CallTaskId })
const ofCase = z.object({ caseId: CaseId })
const stateOf = z.object({ status: TalkStatus, nextAt: Instant.nullable() })
export const agreementApi = {
  caseTalk: operation({
    method: 'GET', path: '/cases/:caseId/agreement', may: 'case.read', params: ofCase, returns: z.object({ talk: Talk.nullable(), /** I may call her: it is mine, my directorate's, or the desk's. */ mine: z.boolean() }), audit: 'none',
    refuses: ['case.not_found'], summary: 'How far the talk with the citizen about the approved solution is.',
  }),
  talkPage: operation({
    method: 'GET', path: '/agreement/:taskId', may: 'case.agree', params: ofTask, returns: TalkPage, audit: 'personal', refuses: ['agreement.not_found'],
    summary: 'The plan in plain words and the citizen, for whoever calls her.',
  }),
  takeTalk: operation({ method: 'POST', path: '/agreement/:taskId/take', may: 'case.agree', params: ofTask, returns: Done, refuses: ['agreement.not_found', 'agreement.ended', 'task.taken'], summary: 'I call her.' }),
  answerTalk: operation({
    method: 'POST', path: '/agreement/:taskId/answer', may: 'case.agree', params: ofTask,
    body: z.object({ answer: Answer, /** Hers; needed where she objects or withdraws. */ words: words(2000).optional(), how: z.enum(['call', 'counter']).default('call'), callId: CallId.optional() }), returns: stateOf,
    refuses: ['agreement.not_found', 'agreement.ended', 'agreement.answered', 'agreement.words_needed', 'case.cannot'], summary: 'Her answer. The first one counts, by whatever way it came.',
  }),
  tryTalk: operation({
    method: 'POST', path: '/agreement/:taskId/tries', may: 'case.agree', params: ofTask,
    body: z.object({ id: z.uuid(), result: TryResult, /** With `asks_later`. */ at: Instant.optional(), note: words(1000).optional() }), returns: stateOf,
    refuses: ['agreement.not_found', 'agreement.ended', 'agreement.answered', 'agreement.time_needed', 'agreement.time_wrong', 'agreement.no_way'], summary: 'A call without an answer: the next one is set by rule, or as she asked. The same id twice is one try.',
  }),
  talkNumber: operation({
    method: 'POST', path: '/agreement/:taskId/number', may: 'citizen.write', params: ofTask, body: z.object({ phone: Phone }), returns: Done,
    refuses: ['agreement.not_found', 'agreement.ended', 'case.wrong_phone'], summary: 'The number by which she is reached after all; found by the desk.',
  }),
}
