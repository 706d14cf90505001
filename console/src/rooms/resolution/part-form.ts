/** A directorate's part as it is typed: what it begins with, what it lacks, and how it is sent. Pure. */
import type { Source } from '../../../../contracts/cases.ts'
import type { Part, PartBody, PartDraft, ProposalTemplate } from '../../../../contracts/proposals.ts'

export type Typed = Required<PartDraft>
export const empty: Typed = { kind: 'solution', what: '', byWhom: '', from: '', to: '', costClass: 'none', citizenMust: '', alternatives: '', entersPrivate: false, costsCitizen: false, sourceCause: null, sourceWords: '', plain: null }

/** What was typed last, else what this directorate proposed before, else nothing. */
export function begin(draft: PartDraft | undefined, before: Part | undefined, told: { cause: string | null; words: string | null }): Typed {
  const source = { sourceCause: told.cause, sourceWords: told.words ?? '' }
  if (draft) return { ...empty, ...source, ...draft }
  if (!before) return { ...empty, ...source }
  const { kind, what, byWhom, from, to, costClass, citizenMust, alternatives, entersPrivate, costsCitizen } = before
  return { ...empty, ...source, kind, what, byWhom: byWhom ?? '', from: from ?? '', to: to ?? '', costClass, citizenMust: citizenMust ?? '', alternatives: alternatives ?? '', entersPrivate, costsCitizen }
}
/** The template's words; what it leaves empty stays as typed, and days are nobody's but the writer's. */
export function fill(typed: Typed, { kind, what, byWhom, costClass, citizenMust, alternatives, entersPrivate, costsCitizen }: ProposalTemplate): Typed {
  return { ...typed, kind, what, costClass, entersPrivate, costsCitizen, byWhom: byWhom ?? typed.byWhom, citizenMust: citizenMust ?? typed.citizenMust, alternatives: alternatives ?? typed.alternatives, plain: null }
}

export type Lack = 'what' | 'byWhom' | 'from' | 'to' | 'ends' | 'source'
/** @param found the source has been confirmed already */
export function lacks(typed: Typed, found: boolean): Lack[] {
  const all: [Lack, boolean][] = [
    ['source', !found && !typed.sourceCause && !typed.sourceWords.trim()], ['what', !typed.what.trim()],
    ...(typed.kind === 'solution' ? ([['byWhom', !typed.byWhom.trim()], ['from', !typed.from], ['to', !typed.to], ['ends', Boolean(typed.from && typed.to && typed.to < typed.from)]] as [Lack, boolean][]) : []),
  ]
  return all.flatMap(([lack, there]) => (there ? [lack] : []))
}
const orNull = (words: string) => words.trim() || null
export function bodyOf(typed: Typed): PartBody {
  const solves = typed.kind === 'solution'
  return {
    kind: typed.kind, what: typed.what.trim(), byWhom: solves ? orNull(typed.byWhom) : null, from: solves ? typed.from || null : null, to: solves ? typed.to || null : null, costClass: solves ? typed.costClass : 'none',
    citizenMust: orNull(typed.citizenMust), alternatives: orNull(typed.alternatives), entersPrivate: solves && typed.entersPrivate, costsCitizen: solves && typed.costsCitizen,
  }
}
export const sourceOf = (typed: Typed): Source => ({ ...(typed.sourceCause && { cause: typed.sourceCause }), ...(typed.sourceWords.trim() && { words: typed.sourceWords.trim() }) })
