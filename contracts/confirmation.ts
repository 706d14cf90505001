/** Confirmation and satisfaction: whether the citizen says that it is done, and what she thinks of it. */
import { z } from 'zod'
import { AttachmentId, CaseId, MoveId } from './cases.ts'
import { Bilingual, idOf, Instant, operation, words } from './kit.ts'
import { CaseStatus, type WaitsFor } from './moves.ts'

export const ConfirmationId = idOf('confirmation')
export type ConfirmationId = z.infer<typeof ConfirmationId>
/** One is worst, five is best. */
export const Mark = z.number().int().min(1).max(5)
export type Mark = z.infer<typeof Mark>
/** How an answer reached us; `rule`: nobody answered, or nobody could be asked. */
export const AnsweredHow = z.enum(['link', 'call', 'counter', 'rule'])
export type AnsweredHow = z.infer<typeof AnsweredHow>
/** Days after the end within which her link says “not fixed”; later she calls. */
export const notFixedWithinDays = 30
/** From so many times on, the supervisor and the director are told. */
export const timesTooMany = 3

/** One time that the work was said to be done, and what became of it. */
export const Confirmation = z.object({
  id: ConfirmationId, askedAt: Instant, askedBy: z.enum(['sms', 'mail', 'call', 'nobody']), /** Closes then without an answer; null: it waits for somebody to settle it. */ until: Instant.nullable(),
  remindedAt: Instant.nullable(),
  /** `silence`: none came; `not_asked`: there was nobody to ask. */
  answer: z.enum(['fixed', 'not_fixed', 'silence', 'not_asked']).nullable(),
  how: AnsweredHow.nullable(), answeredAt: Instant.nullable(), by: z.string().nullable(),
  words: z.string().nullable(), photo: AttachmentId.nullable(),
  satisfaction: z.object({ mark: Mark, words: z.string().nullable(), at: Instant }).nullable(),
})
export type Confirmation = z.infer<typeof Confirmation>
export const Confirmations = z.object({ /** Newest first. */ rounds: z.array(Confirmation), /** Whose answer the desk writes down: false where nobody may be asked. */ canBeAsked: z.boolean() })
export type Confirmations = z.infer<typeof Confirmations>

/** It came back, and nobody has said since that it is done. */
export const NotFixed = z.object({ caseId: CaseId, number: z.string(), topic: Bilingual, lead: Bilingual.nullable(), times: z.number().int(), at: Instant })
export type NotFixed = z.infer<typeof NotFixed>

export const RecordConfirmation = z.object({
  id: MoveId, answer: z.enum(['fixed', 'not_fixed']), how: z.enum(['call', 'counter']), /** What remains wrong. */ words: words(2000).optional(),
  mark: Mark.optional(), markWords: words(1000).optional(),
})
export type RecordConfirmation = z.infer<typeof RecordConfirmation>

const ofCase = z.object({ caseId: CaseId })
export const confirmationApi = {
  confirmations: operation({
    method: 'GET', path: '/cases/:caseId/confirmations', may: 'case.read', params: ofCase, returns: Confirmations, audit: 'personal', refuses: ['case.not_found'],
    summary: 'Each time that the citizen was asked whether it is done, and what she answered.',
  }),
  notFixed: operation({
    method: 'GET', path: '/confirmations/not-fixed', may: 'board.read', returns: z.object({ count: z.number().int(), rows: z.array(NotFixed) }), audit: 'none',
    summary: 'Cases that were not fixed and are worked on anew: how many, and the five that came back most often.',
  }),
  recordConfirmation: operation({
    method: 'POST', path: '/cases/:caseId/confirmations', may: 'case.agree', params: ofCase, body: RecordConfirmation, returns: z.object({ status: CaseStatus, moveId: MoveId }),
    refuses: ['case.not_found', 'case.cannot', 'confirmation.words_needed'], summary: 'What she said on the telephone or at the counter: done, or what remains wrong; and her mark. The same id twice is one answer.',
  }),
  recordSatisfaction: operation({
    method: 'POST', path: '/cases/:caseId/satisfaction', may: 'case.agree', params: ofCase, body: z.object({ mark: Mark, words: words(1000).optional(), how: z.enum(['call', 'counter']) }), returns: z.object({ done: z.literal(true) }),
    refuses: ['case.not_found', 'confirmation.none'], summary: 'Her mark alone, said on the telephone or at the counter.',
  }),
}

/** A case as the page of a citizen's link shows it: nobody's name, and none of her own words. */
export type CaseNow = {
  number: string; topic: Bilingual; place: string | null; status: CaseStatus; openedAt: string; dueAt: string | null; lead: Bilingual | null
  waits: { for: WaitsFor; until: string | null } | null
  /** The case it was joined with. */
  joined: string | null
  institution: { name: Bilingual; phone: string | null } | null
  /** What was agreed to be done, in plain words. */
  plan: { tr: string; en: string | null } | null
}
