/** What the law counts: petitions (law 3071) and requests for information (law 4982), beside the promise that a case carries. */
import { z } from 'zod'
import { AttachmentId, CaseId } from './cases.ts'
import { DirectorateId } from './identity.ts'
import { Bilingual, Cursor, Day, Done, Flag, idOf, Instant, Language, operation, Phone, words } from './kit.ts'
import { CaseStatus } from './moves.ts'
import { InstitutionId, Where } from './places.ts'
import { Answers, TopicId } from './routing.ts'

export const Statute = z.enum(['petition', 'information'])
export type Statute = z.infer<typeof Statute>
/** `waits_payment`: the clock stands still until the cost is paid. All after it are ends of the duty. */
export const StatutoryState = z.enum(['open', 'waits_payment', 'answered', 'rejected', 'forwarded', 'withdrawn'])
export type StatutoryState = z.infer<typeof StatutoryState>
/** A request for information is never taken by telephone: law 4982 asks for writing and a signature. */
export const StatutoryChannel = z.enum(['counter', 'letter', 'email', 'web', 'institution'])
export type StatutoryChannel = z.infer<typeof StatutoryChannel>
export const Delivery = z.enum(['by_hand', 'post', 'email'])
export type Delivery = z.infer<typeof Delivery>
/** Without these a petition is not examined (3071 m.4, m.6), nor a request for information answered (4982 m.6). */
export const Needed = z.enum(['name', 'signature', 'address'])
export type Needed = z.infer<typeof Needed>
/** Why nothing is examined, or no information given; each with its article in the texts. */
export const Ground = z.enum(['m4_missing', 'indefinite', 'judicial', 'separate_work', 'published', 'exempt', 'not_held'])
export type Ground = z.infer<typeof Ground>
export const groundsOf = {
  petition: ['indefinite', 'judicial', 'm4_missing'], information: ['separate_work', 'published', 'exempt', 'not_held', 'm4_missing'],
} as const satisfies Record<Statute, readonly Ground[]>

export const StepId = idOf('statutory_step')
export type StepId = z.infer<typeof StepId>
export const StepKind = z.enum(['registered', 'progress', 'extended', 'cost_notice', 'paid', 'answered', 'rejected', 'forwarded', 'withdrawn', 'recounted', 'warned', 'overdue', 'taken_back'])
export type StepKind = z.infer<typeof StepKind>

/** What may be done in each state, and by which law: the server refuses by it, the buttons grey out by it. */
export const statutoryActs = {
  progress: { from: ['open', 'waits_payment'], law: ['petition', 'information'] },
  answer: { from: ['open', 'waits_payment'], law: ['petition', 'information'] },
  extend: { from: ['open'], law: ['information'] },
  cost: { from: ['open'], law: ['information'] },
  pay: { from: ['waits_payment', 'withdrawn'], law: ['information'] },
  reject: { from: ['open', 'waits_payment'], law: ['petition', 'information'] },
  forward: { from: ['open', 'waits_payment'], law: ['petition', 'information'] },
} as const satisfies Record<string, { from: readonly StatutoryState[]; law: readonly Statute[] }>
export type StatutoryAct = keyof typeof statutoryActs
export const statutoryActNames = Object.keys(statutoryActs) as StatutoryAct[]
/** The code of the refusal, or null: it may be done on that day. */
export function whyNot(act: StatutoryAct, now: { statute: Statute; state: StatutoryState; extendedOn: string | null; noticedOn: string | null; dueOn: string | null; payBy: string | null }, on: string): string | null {
  const { from, law } = statutoryActs[act] as { from: readonly StatutoryState[]; law: readonly Statute[] }
  if (!law.includes(now.statute)) return 'statute.not_of_this_law'
  if (act === 'extend' && now.extendedOn) return 'statute.already_extended'
  if (act === 'cost' && now.noticedOn) return 'statute.already_noticed'
  if (!from.includes(now.state)) return 'statute.cannot'
  if (act === 'extend' && now.dueOn !== null && on > now.dueOn) return 'statute.extension_late'
  if (act === 'cost' && now.dueOn !== null && on > now.dueOn) return 'statute.cost_late'
  if (act === 'pay' && now.payBy !== null && on > now.payBy) return 'statute.paid_late'
  return null
}
export const isOver = (state: StatutoryState): boolean => state !== 'open' && state !== 'waits_payment'

/** How near the last day is: by the warnings of the rules. */
export const Level = z.enum(['calm', 'early', 'near', 'last', 'overdue', 'stopped', 'ended'])
export type Level = z.infer<typeof Level>

/** Made by the browser, so that the same submit twice is one petition. */
export const RegisterStatutory = z.object({
  id: CaseId, statute: Statute, channel: StatutoryChannel,
  /** The day it reached us: today or earlier. */
  receivedOn: Day,
  name: words(120).optional(), address: words(500).optional(), signed: z.boolean(), phone: Phone.optional(), email: z.email().max(200).optional(),
  mayMessage: z.boolean().default(false), language: Language.default('tr'),
  subject: words(200), text: z.string().trim().max(3700).default(''),
  topicId: TopicId, answers: Answers.default({}), where: Where.default({}), also: z.array(DirectorateId).max(20).default([]),
  /** How they were told that it cannot be examined, where something that the law asks for is missing; `none`: nobody knows where they are. */
  told: z.enum([...Delivery.options, 'none']).optional(),
})
export type RegisterStatutory = z.infer<typeof RegisterStatutory>
export const Registered = z.object({ caseId: CaseId, caseNumber: z.string(), number: z.string(), state: StatutoryState, dueOn: Day.nullable() })
export type Registered = z.infer<typeof Registered>

export const StatutoryMark = z.object({
  caseId: CaseId, number: z.string(), statute: Statute, state: StatutoryState, /** Null while the clock stands. */ dueOn: Day.nullable(),
  /** Working days after today, the last one included; 0: today is the last. */
  left: z.number().int(), level: Level,
})
export type StatutoryMark = z.infer<typeof StatutoryMark>
export const StatutoryRow = StatutoryMark.extend({
  /** The case's, for lists. */
  id: CaseId, subject: z.string(), name: z.string().nullable(), receivedOn: Day, endedOn: Day.nullable(),
  /** The duty was done, and after its last day. */
  late: z.boolean(), caseNumber: z.string(), caseStatus: CaseStatus, topic: Bilingual, place: z.string().nullable(), lead: Bilingual.nullable(),
})
export type StatutoryRow = z.infer<typeof StatutoryRow>
export const StatutoryStep = z.object({
  id: StepId, at: Instant, /** The day it happened, which may be before it was written down. */ on: Day, by: z.string().nullable(), what: StepKind,
  facts: z.record(z.string(), z.unknown()), takenBack: z.boolean(),
})
export type StatutoryStep = z.infer<typeof StatutoryStep>
export const StatutoryPage = StatutoryRow.extend({
  channel: StatutoryChannel, address: z.string().nullable(), signed: z.boolean(), email: z.string().nullable(), said: z.string(), missing: z.array(Needed),
  registeredAt: Instant, registeredBy: z.string(), days: z.number().int(), extendedDays: z.number().int(), paymentDays: z.number().int(),
  extendedOn: Day.nullable(), noticedOn: Day.nullable(), payBy: Day.nullable(),
  /** Nothing said until then counts as refused (2577 m.10). */
  silentOn: Day, today: Day, steps: z.array(StatutoryStep),
})
export type StatutoryPage = z.infer<typeof StatutoryPage>

export const StatutoryQuery = z.object({
  show: z.enum(['open', 'ended', 'all']).default('open'), statute: Statute.optional(), directorateId: DirectorateId.optional(), overdue: Flag.optional(),
  /** Month of receipt, `2026-11`. */
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/).optional(),
  q: z.string().max(120).optional(), after: Cursor.optional(),
})
export type StatutoryQuery = z.infer<typeof StatutoryQuery>
export const StatutoryList = z.object({
  rows: z.array(StatutoryRow), next: Cursor.nullable(),
  counts: z.object({ open: z.number(), overdue: z.number(), soon: z.number(), waits: z.number(), endedThisYear: z.number(), lateThisYear: z.number() }),
})
export type StatutoryList = z.infer<typeof StatutoryList>

const ofCase = z.object({ caseId: CaseId })
/** `on`: the day it was done; not after today. */
const act = { id: StepId, on: Day }
const outward = { ...act, delivery: Delivery }
const always = ['statute.not_found', 'statute.cannot', 'statute.not_of_this_law', 'statute.day_future', 'statute.day_early', 'statute.id_reused', 'statute.no_calendar'] as const
export const statutoryApi = {
  registerStatutory: operation({
    method: 'POST', path: '/statutory', may: 'case.open', body: RegisterStatutory, returns: Registered,
    refuses: ['statute.received_future', 'statute.received_old', 'statute.told_needed', 'statute.no_calendar', 'case.unknown_topic', 'case.unknown_place', 'case.kind_not_allowed', 'case.anonymous_not_allowed',
      'case.answer_missing', 'case.answer_wrong', 'case.no_directorate', 'case.unknown_directorate', 'case.id_reused', 'case.wrong_phone'],
    summary: 'Register a petition or a request for information: a number of its own, a case for the directorates, and the clock of its law, in one transaction.',
  }),
  statutoryDue: operation({
    method: 'GET', path: '/statutory/due', may: 'case.read', query: z.object({ statute: Statute, receivedOn: Day }), returns: z.object({ dueOn: Day, days: z.number().int(), left: z.number().int(), level: Level }),
    audit: 'none', refuses: ['statute.no_calendar', 'statute.received_future', 'statute.received_old'], summary: 'When something received on that day falls due by its law.',
  }),
  statutoryList: operation({ method: 'GET', path: '/statutory', may: 'case.read', query: StatutoryQuery, returns: StatutoryList, audit: 'personal', summary: 'What I may see, by what falls due first; ended ones the newest first. 100 a page.' }),
  statutoryMarks: operation({ method: 'GET', path: '/statutory/marks', may: 'case.read', returns: z.array(StatutoryMark), audit: 'none', summary: 'The clocks that run in cases I may see: for marks in lists.' }),
  statutoryOf: operation({
    method: 'GET', path: '/statutory/:caseId', may: 'case.read', params: ofCase, returns: z.object({ request: StatutoryPage.nullable() }), audit: 'personal', summary: 'What the law counts of this case; null where it counts nothing.',
  }),
  progressStatutory: operation({
    method: 'POST', path: '/statutory/:caseId/progress', may: 'statute.write', params: ofCase, body: z.object({ ...outward, words: words(4000) }), returns: Done, refuses: always,
    summary: 'A word on how far it is. It does not end the duty (3071 m.7).',
  }),
  answerStatutory: operation({
    method: 'POST', path: '/statutory/:caseId/answer', may: 'statute.write', params: ofCase,
    body: z.object({ ...outward, words: words(4000), reference: words(120).optional(), attachmentIds: z.array(AttachmentId).max(20).default([]) }), returns: Done, refuses: [...always, 'statute.unknown_attachment'],
    summary: 'The reasoned answer in writing: it ends the duty. The case goes its own way.',
  }),
  extendStatutory: operation({
    method: 'POST', path: '/statutory/:caseId/extension', may: 'statute.write', params: ofCase, body: z.object({ ...outward, reason: words(1000) }), returns: Done, refuses: [...always, 'statute.already_extended', 'statute.extension_late'],
    summary: 'Thirty working days instead of fifteen, once, the reason told within the first fifteen (4982 m.11).',
  }),
  noticeCost: operation({
    method: 'POST', path: '/statutory/:caseId/cost', may: 'statute.write', params: ofCase, body: z.object({ ...outward, /** Lira, `125.50`. */ amount: z.string().regex(/^\d{1,7}(\.\d{1,2})?$/), words: words(1000) }), returns: Done,
    refuses: [...always, 'statute.already_noticed', 'statute.cost_late'], summary: 'What it costs was told: the clock stands until it is paid; unpaid within fifteen working days it counts as withdrawn.',
  }),
  payStatutory: operation({
    method: 'POST', path: '/statutory/:caseId/payment', may: 'statute.write', params: ofCase, body: z.object({ ...act, reference: words(120).optional() }), returns: Done, refuses: [...always, 'statute.paid_late'], summary: 'It was paid: the clock goes on.',
  }),
  rejectStatutory: operation({
    method: 'POST', path: '/statutory/:caseId/rejection', may: 'statute.write', params: ofCase, body: z.object({ ...outward, ground: Ground, words: words(4000) }), returns: Done, refuses: [...always, 'statute.wrong_ground'],
    summary: 'Not examined, or no information given, on a ground of the law; told in writing.',
  }),
  forwardStatutory: operation({
    method: 'POST', path: '/statutory/:caseId/forwarding', may: 'statute.write', params: ofCase,
    body: z.object({ ...outward, institutionId: InstitutionId.optional(), institution: words(200).optional(), reference: words(120).optional(), words: words(1000).optional() }), returns: Done,
    refuses: [...always, 'statute.unknown_institution', 'statute.institution_needed'], summary: 'Sent on to the authority whose matter it is, and the citizen told of it (3071 m.5).',
  }),
  takeBackStatutory: operation({
    method: 'POST', path: '/statutory/:caseId/taking-back', may: 'statute.write', params: ofCase, body: z.object({ id: StepId, step: StepId, reason: words(1000) }), returns: Done, refuses: ['statute.not_found', 'statute.not_newest', 'statute.id_reused', 'statute.no_calendar'],
    summary: 'The newest step was written down by mistake: it counts no more, and stays to be read.',
  }),
}
