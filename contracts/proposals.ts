/** Proposal and approval: what the directorates will do about a case, in the words that the citizen hears, and who approved it. */
import { z } from 'zod'
import { CaseId, MoveId, Source } from './cases.ts'
import { DirectorateId, StaffId } from './identity.ts'
import { Bilingual, Day, Done, idOf, Instant, Language, operation, words } from './kit.ts'
import { CaseStatus, TaskStatus } from './moves.ts'
import { CaseKind, TopicId } from './routing.ts'

export const ProposalId = idOf('proposal')
export type ProposalId = z.infer<typeof ProposalId>
/** From nothing upwards: limits and the size of a whole proposal are read by this order. */
export const CostClass = z.enum(['none', 'small', 'medium', 'large'])
export type CostClass = z.infer<typeof CostClass>
export const above = (one: CostClass, limit: CostClass): boolean => CostClass.options.indexOf(one) > CostClass.options.indexOf(limit)

/** `refusal`: what is asked for will not be done, and `what` says why; of the lead alone. */
export const ProposalKind = z.enum(['solution', 'refusal'])
export type ProposalKind = z.infer<typeof ProposalKind>
/** One directorate's own part, as it writes it. Days, by whom and cost belong to a solution. */
export const PartBody = z.object({
  kind: ProposalKind.default('solution'), what: words(2000), byWhom: words(200).nullable().default(null),
  from: Day.nullable().default(null), to: Day.nullable().default(null), costClass: CostClass.default('none'),
  /** What she must do herself. */
  citizenMust: words(1000).nullable().default(null), alternatives: words(1000).nullable().default(null),
  /** The work goes onto private property, or she pays: her silence is never a yes then. */
  entersPrivate: z.boolean().default(false), costsCitizen: z.boolean().default(false),
})
export type PartBody = z.infer<typeof PartBody>
/** As typed so far: anything may be missing or half a word. */
export const PartDraft = z.object({
  kind: ProposalKind, what: z.string().max(2000), byWhom: z.string().max(200), from: z.string().max(10), to: z.string().max(10), costClass: CostClass, citizenMust: z.string().max(1000),
  alternatives: z.string().max(1000), entersPrivate: z.boolean(), costsCitizen: z.boolean(),
  sourceCause: z.string().max(60).nullable(), sourceWords: z.string().max(500), plain: z.object({ tr: z.string().max(4000), en: z.string().max(4000) }).nullable(),
}).partial()
export type PartDraft = z.infer<typeof PartDraft>
export const Part = PartBody.extend({ directorateId: DirectorateId, directorate: Bilingual, by: z.string().nullable(), at: Instant, /** False: taken back to be written anew. */ proposed: z.boolean() })
export type Part = z.infer<typeof Part>

/** The whole as the citizen hears or reads it; `en` only for whom it is written. */
export const Plain = z.object({ tr: words(4000), en: words(4000).nullable().default(null) })
export type Plain = z.infer<typeof Plain>
/** `by_rule`: the topic's rule approved it, and no person did. */
export const Approval = z.object({
  need: z.enum(['director', 'deputy_mayor']), directorateId: DirectorateId.nullable(), status: z.enum(['waiting', 'approved', 'sent_back', 'by_rule']),
  by: z.string().nullable(), at: Instant.nullable(), words: z.string().nullable(),
})
export type Approval = z.infer<typeof Approval>
/**
 * `draft`: parts are being written; `proposed`: all active directorates have written theirs; `submitted`: waits for approval; `approved`: is
 * discussed with the citizen. `agreed` and, of a refusal, `rejected` are what she was told and stands.
 */
export const ProposalStatus = z.enum(['draft', 'proposed', 'submitted', 'approved', 'sent_back', 'agreed', 'objected', 'withdrawn', 'rejected'])
export type ProposalStatus = z.infer<typeof ProposalStatus>
export const AgreedHow = z.enum(['call', 'link', 'silence', 'counter', 'rule'])
export type AgreedHow = z.infer<typeof AgreedHow>
export const Proposal = z.object({
  id: ProposalId, caseId: CaseId, version: z.number().int(), kind: ProposalKind, status: ProposalStatus, parts: z.array(Part), plain: Plain.nullable(),
  /** Counts the changes of the words: nobody approves what she has not read. */
  revision: z.number().int(), at: Instant, submittedAt: Instant.nullable(), approvals: z.array(Approval),
  agreement: z.object({ how: AgreedHow, at: Instant, by: z.string().nullable() }).nullable(),
  /** Why it was sent back, or what the citizen wants instead. */
  because: z.string().nullable(),
})
export type Proposal = z.infer<typeof Proposal>
/** Whether her silence may ever count as a yes. Never where work enters private property, costs her, or is a refusal. */
export const silenceMayAgree = (p: Pick<Proposal, 'parts'>): boolean => !p.parts.some((part) => part.proposed && (part.entersPrivate || part.costsCitizen || part.kind === 'refusal'))
/** Of the whole: the highest of its parts. */
export const costOf = (parts: readonly Pick<Part, 'costClass' | 'proposed'>[]): CostClass =>
  CostClass.options.findLast((one) => parts.some((part) => part.proposed && part.costClass === one)) ?? 'none'

/** Who decides for a directorate now, and in what place. `nobody`: there is no one; the administrator's check list says so. */
export const Decider = z.object({
  need: Approval.shape.need, directorateId: DirectorateId, directorate: Bilingual, as: z.enum(['director', 'deputy', 'deputy_mayor', 'nobody']), people: z.array(z.object({ id: StaffId, name: z.string() })),
})
export type Decider = z.infer<typeof Decider>
export const TemplateWords = z.object({
  kind: ProposalKind, what: words(2000), byWhom: words(200).nullable(), costClass: CostClass, citizenMust: words(1000).nullable(), alternatives: words(1000).nullable(), entersPrivate: z.boolean(), costsCitizen: z.boolean(),
})
export const ProposalTemplate = TemplateWords.extend({ id: z.string(), name: z.string(), topicId: TopicId.nullable() })
export type ProposalTemplate = z.infer<typeof ProposalTemplate>

const Said = z.object({ at: Instant, by: z.string().nullable(), words: z.string() })
const Wording = z.object({ at: Instant, by: z.string().nullable(), before: Plain, after: Plain })
export type Wording = z.infer<typeof Wording>
export const ProposalPage = z.object({
  /** The newest; null: nobody has proposed anything. */
  proposal: Proposal.nullable(), earlier: z.array(Proposal),
  tasks: z.array(z.object({ directorateId: DirectorateId, directorate: Bilingual, part: z.enum(['lead', 'supporting']), status: TaskStatus, hasPeople: z.boolean() })),
  /** Mine, while I have one in hand. */
  draft: z.object({ body: PartDraft, version: z.number().int(), savedAt: Instant, by: z.string().nullable() }).nullable(),
  templates: z.array(ProposalTemplate), /** Of whoever told the case. */ language: Language, /** Nobody to agree with: a tip-off, or someone who gave no name. */ nobody: z.boolean(),
  comments: z.array(Said), wordings: z.array(Wording),
  /** Whom each waiting approval waits for. */
  deciders: z.array(Decider), /** I decide one of them now. */ mine: z.boolean(), /** I have or had a say in it: may send it back, or change its words. */ say: z.boolean(),
})
export type ProposalPage = z.infer<typeof ProposalPage>

export const QueueRow = z.object({
  proposal: Proposal, number: z.string(), topicId: TopicId, topic: Bilingual, place: z.string().nullable(), kind: CaseKind, emergency: z.boolean(), dueAt: Instant.nullable(),
  cost: CostClass, /** What of it is mine to decide. */ needs: z.array(z.object({ need: Approval.shape.need, directorate: Bilingual, as: Decider.shape.as })),
  /** The rule lets it be approved with others. */ bulk: z.boolean(),
})
export type QueueRow = z.infer<typeof QueueRow>
export const Absence = z.object({ staffId: StaffId, name: z.string(), /** The last day away. */ until: Day })
export const ApprovalQueue = z.object({ rows: z.array(QueueRow), /** My own absence. */ absentUntil: Day.nullable(), /** I decide for somebody at all: director, deputy or deputy mayor. */ decides: z.boolean(), absences: z.array(Absence) })
export type ApprovalQueue = z.infer<typeof ApprovalQueue>

const ofCase = z.object({ caseId: CaseId })
const ofProposal = z.object({ proposalId: ProposalId })
const Answer = z.object({ status: CaseStatus, proposalId: ProposalId })
const deciding = ['proposal.not_found', 'case.not_found', 'approval.decided', 'approval.not_yours', 'proposal.not_waiting', 'case.cannot'] as const
export const Decided = z.object({ status: CaseStatus, /** Approvals that it still waits for. */ left: z.number().int() })
export const proposalsApi = {
  proposalPage: operation({ method: 'GET', path: '/cases/:caseId/proposal', may: 'case.read', params: ofCase, returns: ProposalPage, audit: 'none', refuses: ['case.not_found'], summary: 'What is proposed for a case, part by part, and who has approved it.' }),
  savePartDraft: operation({
    method: 'PUT', path: '/cases/:caseId/proposal/draft', may: 'case.work', params: ofCase, body: z.object({ body: PartDraft, version: z.number().int().min(0) }), audit: 'none',
    returns: z.object({ version: z.number().int(), savedAt: Instant }), refuses: ['case.not_found', 'proposal.no_part', 'proposal.draft_newer'], summary: 'Keeps what my directorate has typed of its part.',
  }),
  proposePart: operation({
    method: 'POST', path: '/cases/:caseId/proposal/part', may: 'case.work', params: ofCase,
    body: z.object({ id: MoveId, part: PartBody, /** Confirmed or corrected in the same step. */ source: Source.optional(), /** The whole in plain words, by the only directorate concerned. */ plain: Plain.optional() }),
    returns: Answer, refuses: ['case.not_found', 'case.cannot', 'case.source_needed', 'case.unknown_cause', 'proposal.whom_needed', 'proposal.days_needed', 'proposal.ends_first', 'proposal.day_past', 'proposal.english_needed', 'proposal.refusal_lead'],
    summary: 'My directorate’s part. With the last one the parts become one proposal; the only one is sent for approval at once. The same id twice is one.',
  }),
  revisePart: operation({
    method: 'POST', path: '/cases/:caseId/proposal/revise', may: 'case.work', params: ofCase, body: z.object({ id: MoveId }), returns: Answer, refuses: ['case.not_found', 'case.cannot'],
    summary: 'Takes my directorate’s part back to write it anew, as long as nobody has discussed it with the citizen.',
  }),
  submitProposal: operation({
    method: 'POST', path: '/cases/:caseId/proposal/submit', may: 'case.work', params: ofCase, body: z.object({ id: MoveId, plain: Plain, revision: z.number().int().min(0) }), returns: Answer,
    refuses: ['case.not_found', 'case.cannot', 'proposal.newer', 'proposal.english_needed'], summary: 'The lead sends the whole for approval, in the words that the citizen will hear.',
  }),
  approvals: operation({ method: 'GET', path: '/approvals', may: 'case.read', returns: ApprovalQueue, audit: 'none', summary: 'What waits for my decision, what runs out first above.' }),
  approveProposal: operation({
    method: 'POST', path: '/proposals/:proposalId/approve', may: 'case.read', params: ofProposal, body: z.object({ id: MoveId, revision: z.number().int().min(0), words: words(1000).optional() }), returns: Decided,
    refuses: [...deciding, 'proposal.newer'], summary: 'Approves what is mine to approve of it. With the last approval it goes to the citizen.',
  }),
  approveMany: operation({
    method: 'POST', path: '/approvals', may: 'case.read', body: z.object({ proposals: z.array(z.object({ proposalId: ProposalId, id: MoveId, revision: z.number().int().min(0) })).min(1).max(50) }), outside: true,
    returns: z.array(z.object({ proposalId: ProposalId, number: z.string().nullable(), refused: z.object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])) }).nullable() })),
    refuses: ['approval.not_alike', 'approval.not_in_bulk', 'proposal.not_found'], summary: 'Several of one kind and cost class, where the rule allows it; each is a decision of its own with its own outcome.',
  }),
  sendBackProposal: operation({
    method: 'POST', path: '/proposals/:proposalId/send-back', may: 'case.read', params: ofProposal, body: z.object({ id: MoveId, reason: words(1000) }), returns: Decided, refuses: deciding,
    summary: 'Back to the directorates, with the reason.',
  }),
  rewordProposal: operation({
    method: 'POST', path: '/proposals/:proposalId/wording', may: 'case.read', params: ofProposal, body: z.object({ plain: Plain, revision: z.number().int().min(0) }), returns: z.object({ revision: z.number().int() }),
    refuses: [...deciding, 'proposal.newer', 'proposal.english_needed'], summary: 'Other words for the citizen, by whoever decides or the lead; the change stays to be seen.',
  }),
  commentProposal: operation({
    method: 'POST', path: '/proposals/:proposalId/comments', may: 'case.note', params: ofProposal, body: z.object({ id: idOf('comment'), words: words(2000) }), returns: Done, refuses: ['proposal.not_found'], summary: 'A comment, read by all concerned.',
  }),
  setAbsence: operation({
    method: 'POST', path: '/absence', may: 'case.read', body: z.object({ /** The last day away; null: I am back. */ until: Day.nullable() }), returns: Done, refuses: ['absence.past'], summary: 'I am away until that day; my deputy decides meanwhile.',
  }),
  undoMove: operation({
    method: 'POST', path: '/cases/:caseId/moves/:moveId/undo', may: 'case.read', params: z.object({ caseId: CaseId, moveId: MoveId }), body: z.object({ reason: words(1000) }), returns: Done,
    refuses: ['case.not_found', 'case.move_not_newest', 'case.cannot_undo'], summary: 'Takes the newest move of a case back. A citizen who was told of it is told of the correction.',
  }),
}
