/**
 * What may follow what in the life of a case, and who may do it: the one table the server refuses by and the buttons are
 * greyed out by. Pure.
 */
import { z } from 'zod'
import type { Permission } from './permissions.ts'
import type { CaseKind } from './routing.ts'

export const CaseStatus = z.enum([
  'registered', 'routed', 'under_review', 'proposed', 'awaiting_approval', 'discussing', 'planned', 'in_progress', 'resolved', 'awaiting_confirmation', 'closed',
  'returned', 'waiting_info', 'on_hold', 'rejected', 'duplicate', 'handed_over', 'reopened', 'cancelled', 'adopted', 'declined',
])
export type CaseStatus = z.infer<typeof CaseStatus>
/** Nothing more is owed; each can be opened again. */
export const endedStates = ['closed', 'rejected', 'duplicate', 'handed_over', 'cancelled', 'adopted', 'declined'] as const satisfies readonly CaseStatus[]
export const isEnded = (status: CaseStatus): boolean => (endedStates as readonly CaseStatus[]).includes(status)
export const openStates: readonly CaseStatus[] = CaseStatus.options.filter((status) => !isEnded(status))

/** States in which a promise to the citizen stands still (the case waits) or has been kept (the work is done); then nothing is late. */
const promiseRests: readonly CaseStatus[] = ['waiting_info', 'on_hold', 'resolved', 'awaiting_confirmation']
/** In SQL the same is `cases.promise_runs`; a test compares the two. */
export const promiseRuns = (status: CaseStatus): boolean => !isEnded(status) && !promiseRests.includes(status)

/** One directorate's part: `ready` is agreed with the citizen and waits for its work to begin. */
export const TaskStatus = z.enum(['open', 'taken', 'proposed', 'ready', 'working', 'done', 'returned', 'passed'])
export type TaskStatus = z.infer<typeof TaskStatus>
export const isActive = (status: TaskStatus): boolean => status !== 'returned' && status !== 'passed'

/** For whom a case waits; the promise stands still meanwhile, what the law counts does not. */
export const WaitsFor = z.enum(['citizen', 'institution', 'directorate', 'weather', 'supply', 'other'])
export type WaitsFor = z.infer<typeof WaitsFor>

/** Whose move it is: of a directorate with an active part, of its lead alone, of the desk, or of a rule that nobody need press. */
type Whose = 'part' | 'lead' | 'desk' | 'rule'
export type Move = {
  from: readonly CaseStatus[]
  /** `joined`: what the parts say together. `before`: the state it came from when it began to wait. */
  to: CaseStatus | 'joined' | 'before'
  whose: Whose
  /** Who may press it; several permissions: any of them. */
  may: readonly Permission[]
  /** Of the directorate whose move it is: what its part must be, and what it becomes. */
  part?: { from: readonly TaskStatus[]; to: TaskStatus }
  /** What every active part becomes. */
  all?: TaskStatus
  /** Only these kinds; without it all. */
  kinds?: readonly CaseKind[]
  /** Not these. */
  notKinds?: readonly CaseKind[]
  /** Only where somebody is in danger: what others must wait for, an emergency does at once. */
  emergency?: true
  needs?: readonly ('reason' | 'words' | 'waitsFor' | 'until')[]
  /** The citizen reads it on her case. */
  told: boolean
}
const examining = ['routed', 'under_review', 'returned', 'reopened', 'proposed'] as const satisfies readonly CaseStatus[]
const looped = ['information', 'thanks', 'suggestion'] as const satisfies readonly CaseKind[]
/** Before anything is agreed; sent anew, what was proposed is withdrawn. */
const beforeEnd = openStates

export const moves = {
  // ---- the desk and the directorates: whose it is
  route: { from: ['registered', 'routed', 'under_review', 'returned', 'reopened', 'proposed', 'awaiting_approval', 'discussing', 'planned', 'in_progress', 'waiting_info', 'on_hold'], to: 'joined', whose: 'desk', may: ['case.route'], needs: ['reason'], told: true },
  take: { from: [...examining, 'in_progress'], to: 'joined', whose: 'part', may: ['case.take'], part: { from: ['open'], to: 'taken' }, told: true },
  // Of an emergency under way a directorate that has nothing to do in it gives its part back too.
  return: { from: ['routed', 'under_review', 'reopened', 'proposed', 'in_progress'], to: 'joined', whose: 'part', may: ['case.return'], part: { from: ['open', 'taken'], to: 'returned' }, needs: ['reason'], told: false },
  pass: { from: ['routed', 'under_review', 'reopened', 'proposed', 'in_progress'], to: 'joined', whose: 'part', may: ['case.pass'], part: { from: ['open', 'taken'], to: 'passed' }, needs: ['reason'], told: false },
  // ---- solution and approval
  propose: { from: examining, to: 'joined', whose: 'part', may: ['case.work'], part: { from: ['taken', 'open', 'proposed'], to: 'proposed' }, notKinds: looped, told: false },
  revise: { from: ['proposed', 'under_review', 'awaiting_approval'], to: 'joined', whose: 'part', may: ['case.work'], part: { from: ['proposed'], to: 'taken' }, told: false },
  submit: { from: ['proposed'], to: 'awaiting_approval', whose: 'lead', may: ['case.work'], told: false },
  approve: { from: ['awaiting_approval'], to: 'discussing', whose: 'part', may: ['case.decide', 'case.approve_above'], told: false },
  approve_by_rule: { from: ['proposed', 'awaiting_approval'], to: 'discussing', whose: 'rule', may: [], told: false },
  send_back: { from: ['awaiting_approval'], to: 'under_review', whose: 'part', may: ['case.decide', 'case.approve_above'], all: 'taken', needs: ['reason'], told: false },
  // ---- agreement with the citizen
  agree: { from: ['discussing'], to: 'planned', whose: 'desk', may: ['case.agree'], all: 'ready', told: true },
  agree_by_rule: { from: ['proposed', 'awaiting_approval', 'discussing'], to: 'planned', whose: 'rule', may: [], all: 'ready', told: true },
  object: { from: ['discussing'], to: 'under_review', whose: 'desk', may: ['case.agree'], all: 'taken', needs: ['words'], told: true },
  reject: { from: ['discussing'], to: 'rejected', whose: 'desk', may: ['case.agree'], needs: ['words'], told: true },
  // ---- work
  begin: { from: ['planned', 'in_progress'], to: 'in_progress', whose: 'part', may: ['case.work'], part: { from: ['ready'], to: 'working' }, told: true },
  begin_at_once: { from: ['routed', 'under_review', 'reopened', 'returned', 'in_progress'], to: 'in_progress', whose: 'part', may: ['case.work', 'case.take'], part: { from: ['open', 'taken'], to: 'working' }, emergency: true, told: true },
  finish: { from: ['in_progress', 'planned'], to: 'joined', whose: 'part', may: ['case.work'], part: { from: ['working', 'ready'], to: 'done' }, told: false },
  redo: { from: ['in_progress', 'resolved'], to: 'joined', whose: 'part', may: ['case.work'], part: { from: ['done'], to: 'working' }, needs: ['reason'], told: false },
  // ---- confirmation
  ask_confirmation: { from: ['resolved'], to: 'awaiting_confirmation', whose: 'rule', may: [], told: true },
  confirm: { from: ['resolved', 'awaiting_confirmation'], to: 'closed', whose: 'desk', may: ['case.settle', 'case.agree'], told: true },
  confirm_by_rule: { from: ['resolved', 'awaiting_confirmation'], to: 'closed', whose: 'rule', may: [], told: true },
  not_fixed: { from: ['resolved', 'awaiting_confirmation', 'closed'], to: 'reopened', whose: 'desk', may: ['case.settle', 'case.agree'], all: 'taken', needs: ['words'], told: true },
  // ---- beside the way
  ask_info: { from: ['routed', 'under_review', 'returned', 'reopened', 'proposed', 'planned', 'in_progress'], to: 'waiting_info', whose: 'part', may: ['case.work', 'case.settle'], needs: ['words', 'waitsFor'], told: true },
  got_info: { from: ['waiting_info'], to: 'before', whose: 'part', may: ['case.work', 'case.settle'], told: true },
  hold: { from: ['routed', 'under_review', 'reopened', 'proposed', 'planned', 'in_progress'], to: 'on_hold', whose: 'part', may: ['case.work'], needs: ['reason', 'until', 'waitsFor'], told: true },
  resume: { from: ['on_hold'], to: 'before', whose: 'part', may: ['case.work', 'case.settle'], told: true },
  resume_by_rule: { from: ['on_hold'], to: 'before', whose: 'rule', may: [], told: false },
  answer: { from: ['routed', 'under_review', 'reopened', 'returned', 'registered'], to: 'closed', whose: 'part', may: ['case.work', 'case.settle'], kinds: ['information', 'thanks'], needs: ['words'], told: true },
  adopt: { from: ['routed', 'under_review', 'reopened'], to: 'adopted', whose: 'part', may: ['case.decide'], kinds: ['suggestion'], needs: ['words'], told: true },
  decline: { from: ['routed', 'under_review', 'reopened'], to: 'declined', whose: 'part', may: ['case.decide'], kinds: ['suggestion'], needs: ['words'], told: true },
  duplicate: { from: beforeEnd, to: 'duplicate', whose: 'desk', may: ['case.settle'], told: true },
  hand_over: { from: beforeEnd, to: 'handed_over', whose: 'desk', may: ['case.settle'], needs: ['reason'], told: true },
  cancel: { from: beforeEnd, to: 'cancelled', whose: 'desk', may: ['case.settle', 'case.agree'], needs: ['words'], told: true },
  reopen: { from: [...endedStates], to: 'reopened', whose: 'desk', may: ['case.settle'], all: 'taken', needs: ['reason'], told: true },
  // The supervisor's last word, where nobody can be reached and nothing more can be done.
  close: { from: beforeEnd, to: 'closed', whose: 'desk', may: ['case.close'], needs: ['reason'], told: true },
} as const satisfies Record<string, Move>
export type CaseMove = keyof typeof moves
export const caseMoves = Object.keys(moves) as [CaseMove, ...CaseMove[]]
export const CaseMove = z.enum(caseMoves)
export const moveOf = (name: CaseMove): Move => moves[name]

/** What is done to a case without moving it. */
export const alsoWhile = {
  follow: openStates.filter((status) => status !== 'awaiting_confirmation'),
  note: CaseStatus.options,
  source: openStates,
  assign: openStates,
  due: openStates,
} as const satisfies Record<string, readonly CaseStatus[]>

type Part = { part: 'lead' | 'supporting'; status: TaskStatus }
/**
 * The join rule: what the directorates' parts say together. All proposed: one combined solution; all agreed: planned; all done:
 * resolved. With nobody left it is the desk's again, as it is when its lead gives it back.
 */
export function joined(parts: readonly Part[]): CaseStatus {
  const active = parts.filter((one) => isActive(one.status))
  if (!active.length) return parts.length ? 'returned' : 'registered'
  if (!active.some((one) => one.part === 'lead') && parts.some((one) => one.part === 'lead' && one.status === 'returned')) return 'returned'
  const every = (...states: TaskStatus[]) => active.every((one) => states.includes(one.status))
  if (every('done')) return 'resolved'
  if (active.some((one) => one.status === 'working' || one.status === 'done')) return 'in_progress'
  if (every('ready')) return 'planned'
  if (every('proposed')) return 'proposed'
  return active.some((one) => one.status !== 'open') ? 'under_review' : 'routed'
}

export type MoveFacts = { status: CaseStatus; kind: CaseKind; emergency: boolean; /** My directorate's part; null: I have none. */ part: Part | null }
export type Mover = { may: { has(permission: Permission): boolean }; /** Reads with the whole desk's eyes. */ desk: boolean }
/** Why not: `permission` means the move is not this person's to make at all. */
export type WhyNot = 'permission' | 'status' | 'kind' | 'emergency' | 'no_part' | 'lead' | 'part'
/** May this person make this move now? What is needed with it (reason, words …) is asked for later. */
export function mayMove(name: CaseMove, facts: MoveFacts, by: Mover): { may: true } | { may: false; because: WhyNot } {
  const move = moveOf(name)
  const no = (because: WhyNot) => ({ may: false as const, because })
  if (!move.may.some((permission) => by.may.has(permission))) return no('permission')
  if (move.kinds && !move.kinds.includes(facts.kind)) return no('kind')
  if (move.notKinds?.includes(facts.kind)) return no('kind')
  if (move.emergency && !facts.emergency) return no('emergency')
  if (!move.from.includes(facts.status)) return no('status')
  const forDesk = move.whose === 'desk' || (by.desk && !move.part)
  if (!forDesk) {
    if (!facts.part || !isActive(facts.part.status)) return no('no_part')
    if (move.whose === 'lead' && facts.part.part !== 'lead') return no('lead')
    if (move.part && !move.part.from.includes(facts.part.status)) return no('part')
  }
  return { may: true }
}

/** Whose turn it is now: tone and words of every list come from here. */
export function turnOf(status: CaseStatus): 'us' | 'directorate' | 'director' | 'citizen' | 'nobody' {
  if (isEnded(status)) return 'nobody'
  if (status === 'registered' || status === 'returned' || status === 'discussing') return 'us'
  if (status === 'awaiting_approval') return 'director'
  return status === 'waiting_info' || status === 'awaiting_confirmation' ? 'citizen' : 'directorate'
}
