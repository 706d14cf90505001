/** What runs out and who hears of it: the clock of a case, its warnings, and what goes up when nobody acts. */
import { z } from 'zod'
import { Promised } from './calendars.ts'
import { CaseId, EntryId, Waits } from './cases.ts'
import { DirectorateId } from './identity.ts'
import { Bilingual, Done, idOf, Instant, operation, words } from './kit.ts'
import { CaseStatus, WaitsFor } from './moves.ts'
import { CaseKind } from './routing.ts'

export const EscalationId = idOf('escalation')
export type EscalationId = z.infer<typeof EscalationId>
/** When a step comes: at a share of the promised time (percent), at the due time, or so many working days or hours by the clock after it; before it with a minus. */
export const EscalationWhen = z.enum(['share', 'working_days', 'hours', 'due'])
export type EscalationWhen = z.infer<typeof EscalationWhen>
export const EscalateTo = z.enum(['in_hand', 'director', 'deputy_mayor'])
/** `supervisor` where a directorate has nobody who could; `nobody` where there is no supervisor either. */
export const EscalatedTo = z.enum([...EscalateTo.options, 'supervisor', 'nobody'])
export type EscalatedTo = z.infer<typeof EscalatedTo>
export const EscalationStep = z.object({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/), when: EscalationWhen, amount: z.number().int().min(-10_000).max(10_000), whom: EscalateTo,
  /** By e-mail too, and not only on the screen. */
  mail: z.boolean(),
})
export type EscalationStep = z.infer<typeof EscalationStep>

export const Escalation = z.object({
  id: EscalationId, at: Instant, when: EscalationWhen, amount: z.number().int(), late: z.boolean(), whom: EscalatedTo,
  /** Null: the desk's. */
  directorate: Bilingual.nullable(), to: z.array(z.string()), /** I am one of them. */ mine: z.boolean(), /** I may say that I have it. */ mayHave: z.boolean(),
  acknowledged: z.object({ by: z.string(), at: Instant, note: z.string().nullable(), /** Nothing further is escalated until then. */ quietUntil: Instant }).nullable(),
  /** The case has ended, waits, or falls due at another time. */
  over: z.boolean(),
  /** People are telephoned about it. */
  phone: z.enum(['ringing', 'has', 'nobody', 'stopped']).nullable(),
})
export type Escalation = z.infer<typeof Escalation>

export const CaseClock = z.object({
  promised: Promised.nullable(), dueAt: Instant.nullable(), ended: z.boolean(),
  /** Minutes until the due time, by the measure of the promise; negative: late by so many. Of what waits: what was left when it stopped. */
  left: z.number().int().nullable(), unit: z.enum(['working', 'straight']),
  waits: Waits.nullable(),
  pauses: z.array(z.object({ since: Instant, endedAt: Instant.nullable(), waitsFor: WaitsFor, reason: z.string(), until: Instant.nullable(), by: z.string().nullable() })),
  /** `due_changed` by the desk, `due_moved` because a day became free. */
  changes: z.array(z.object({ at: Instant, what: z.enum(['due_changed', 'due_moved']), before: Instant.nullable(), dueAt: Instant, reason: z.string().nullable(), day: Bilingual.nullable(), by: z.string().nullable() })),
  escalations: z.array(Escalation),
})
export type CaseClock = z.infer<typeof CaseClock>

export const LateRow = z.object({
  id: CaseId, number: z.string(), kind: CaseKind, topic: Bilingual, place: z.string().nullable(), status: CaseStatus, emergency: z.boolean(), dueAt: Instant, openedAt: Instant,
  lead: Bilingual.nullable(), turn: z.enum(['us', 'directorate', 'director', 'citizen', 'nobody']), /** Who has it in hand. */ inHand: z.array(z.string()),
  /** When the citizen last heard from us, true news or not. */
  lastWordAt: Instant.nullable(), escalations: z.array(Escalation),
})
export type LateRow = z.infer<typeof LateRow>
export const LateList = z.object({ rows: z.array(LateRow), counts: z.object({ late: z.number().int(), warned: z.number().int() }) })
export type LateList = z.infer<typeof LateList>

const ofCase = z.object({ caseId: CaseId })
export const escalationApi = {
  caseClock: operation({
    method: 'GET', path: '/cases/:caseId/clock', may: 'case.read', params: ofCase, returns: CaseClock, audit: 'none', refuses: ['case.not_found'],
    summary: 'The promised time, what is left of it, what stood still, and what was escalated.',
  }),
  changeDue: operation({
    method: 'POST', path: '/cases/:caseId/due', may: 'case.settle', params: ofCase, body: z.object({ id: EntryId, dueAt: Instant, /** The citizen reads it. */ reason: words(400) }), returns: Done,
    refuses: ['case.not_found', 'case.cannot', 'case.waits', 'case.due_past'], summary: 'Another day, with the reason; the citizen is told. The same id twice is one change.',
  }),
  acknowledgeEscalation: operation({
    method: 'POST', path: '/escalations/:escalationId/acknowledge', may: 'page.answer', params: z.object({ escalationId: EscalationId }), body: z.object({ note: words(500).optional() }), returns: Done,
    refuses: ['escalation.not_found', 'escalation.not_yours', 'escalation.over'], summary: 'I have it: nothing further goes up until the end of the next working day; of an emergency for an hour.',
  }),
  lateCases: operation({
    method: 'GET', path: '/late', may: 'silence.read', query: z.object({ show: z.enum(['late', 'warned']).default('late'), directorateId: DirectorateId.optional() }), returns: LateList, audit: 'none',
    summary: 'What is late, the longest first, or about to be: since when, whose turn, the last word to the citizen, what was escalated; at most 200.',
  }),
}
