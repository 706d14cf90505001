/** What the directorates will do about a case: each writes its part, and when all have, the parts are one proposal. */
import type { CaseId, CaseStatus, MoveId, Source } from '../../../contracts/cases.ts'
import type { DirectorateId } from '../../../contracts/identity.ts'
import { done, type Language } from '../../../contracts/kit.ts'
import { isActive } from '../../../contracts/moves.ts'
import { plainWords } from '../../../contracts/plain-words.ts'
import { above, type AgreedHow, type PartBody, type PartDraft, type Plain, type Proposal, type ProposalId } from '../../../contracts/proposals.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { civil } from '../calendars/index.ts'
import { addToTimeline, type CaseLocked, checkMover, foundSource, lockCase, makeMove, tasksOf, toBeTold } from '../cases/index.ts'
import { municipality } from '../identity/index.ts'
import { topicById } from '../routing/index.ts'
import { needsOf } from './deciding.ts'
import * as store from './proposals.store.ts'
import { rules } from './proposals.settings.store.ts'

/** The newest that was not withdrawn, whatever became of it. */
export const currentProposal = (tx: Tx, caseId: CaseId): Promise<Proposal | undefined> => store.current(tx, caseId)
const isOpen = (p: Proposal | undefined): p is store.Read => p !== undefined && ['draft', 'proposed', 'submitted', 'approved'].includes(p.status)

export const today = async (tx: Tx): Promise<string> => civil(tx.now, (await municipality(tx)).zone).day
/** @throws Refusal `case.not_found`. Held until the transaction ends: whatever acts on a proposal acts on a case that stands still. */
export async function heldCase(tx: Tx, caseId: CaseId): Promise<CaseLocked> {
  const found = await lockCase(tx, caseId)
  if (!found) throw new Refusal('case.not_found')
  return found
}
/** Everyone concerned: the deputy mayor is of no directorate and of no desk. */
export async function changed(tx: Tx, caseId: CaseId, proposalId: ProposalId): Promise<void> {
  await publish(tx, 'proposal.changed', { caseId, proposalId }, ['everyone'])
}
export type Answer = { status: CaseStatus; proposalId: ProposalId }
/** What this very move led to, when it had been made before. */
export async function already(tx: Tx, caseId: CaseId, id: MoveId): Promise<Answer | undefined> {
  for (const { proposalId } of await store.stepsOf(tx, id)) {
    const found = await store.caseBrief(tx, caseId)
    if (found && (await store.proposal(tx, proposalId))?.caseId === caseId) return { status: found.status, proposalId }
  }
  return undefined
}

/** Of whoever told it; of a tip-off no directorate learns even that. */
export async function listener(tx: Tx, found: Pick<CaseLocked, 'id' | 'kind'>): Promise<{ language: Language; nobody: boolean }> {
  if (found.kind === 'tip_off') return { language: 'tr', nobody: true }
  const first = (await toBeTold(tx, found.id))?.people.find((person) => person.what !== 'followed')
  return { language: first?.language ?? 'tr', nobody: !first }
}

export async function savePartDraft(tx: Tx, { caseId, body, version }: { caseId: CaseId; body: PartDraft; version: number }, by: Actor): Promise<{ version: number; savedAt: string }> {
  const task = (await store.tasks(tx, caseId)).find((one) => one.directorateId === by.directorateId)
  if (!(await store.caseBrief(tx, caseId))) throw new Refusal('case.not_found')
  if (!task || !isActive(task.status)) throw new Refusal('proposal.no_part')
  const kept = await store.putDraft(tx, caseId, task.directorateId, body, version)
  if (kept === undefined) {
    const there = await store.draft(tx, caseId, task.directorateId)
    throw new Refusal('proposal.draft_newer', { by: there?.by ?? null, at: there?.savedAt ?? null })
  }
  return { version: kept, savedAt: tx.now.toISOString() }
}

type Propose = { caseId: CaseId; id: MoveId; part: PartBody; source?: Source | undefined; plain?: Plain | undefined }
export async function proposePart(tx: Tx, { caseId, id, part, source, plain }: Propose, by: Actor): Promise<Answer> {
  const found = await heldCase(tx, caseId)
  const before = await already(tx, caseId, id)
  if (before) return before
  await checkMover(tx, caseId, 'propose', by)
  checkPart(part, await today(tx))
  const task = (await tasksOf(tx, caseId)).find((one) => one.directorateId === by.directorateId)
  // Whoever helps and cannot gives its part back; no is said to the citizen by the lead.
  if (part.kind === 'refusal' && task?.part !== 'lead') throw new Refusal('proposal.refusal_lead', {}, 'part.kind')
  if (source) await foundSource(tx, { caseId, source }, by)
  const mine = by.directorateId as DirectorateId
  const newest = await store.current(tx, caseId)
  const proposalId = isOpen(newest) ? newest.id : newId<ProposalId>()
  if (!isOpen(newest)) await store.insertProposal(tx, { id: proposalId, caseId, kind: part.kind })
  await store.noteStep(tx, id, proposalId, !isOpen(newest))
  const moved = await makeMove(tx, { caseId, move: 'propose', id, directorateId: mine })
  await store.putPart(tx, proposalId, mine, part)
  await store.dropDraft(tx, caseId, mine)
  await store.change(tx, proposalId, { ...(await whole(tx, proposalId)), status: 'draft' })
  if (moved.to !== 'proposed') {
    await changed(tx, caseId, proposalId)
    return { status: moved.to, proposalId }
  }
  const joined = await join(tx, found, proposalId, plain)
  const active = (await tasksOf(tx, caseId)).filter((task) => isActive(task.status))
  // The only one concerned has nothing to wait for; words in her own language are written first.
  if (active.length === 1 && !(joined.language === 'en' && !joined.plain.en)) return submitted(tx, found, proposalId, newId<MoveId>())
  await changed(tx, caseId, proposalId)
  return { status: moved.to, proposalId }
}
function checkPart(part: PartBody, day: string): void {
  if (part.kind === 'refusal') return
  if (!part.byWhom) throw new Refusal('proposal.whom_needed', {}, 'part.byWhom')
  if (!part.from) throw new Refusal('proposal.days_needed', {}, 'part.from')
  if (!part.to) throw new Refusal('proposal.days_needed', {}, 'part.to')
  if (part.to < part.from) throw new Refusal('proposal.ends_first', {}, 'part.to')
  if (part.from < day) throw new Refusal('proposal.day_past', {}, 'part.from')
}
const whole = async (tx: Tx, id: ProposalId): Promise<store.Read> => (await store.proposal(tx, id))!

/** The parts of all directorates that are still concerned become one proposal in plain words. */
export async function join(tx: Tx, found: Pick<CaseLocked, 'id' | 'kind'>, id: ProposalId, given?: Plain): Promise<{ plain: Plain; language: Language }> {
  await leaveOut(tx, found.id, id)
  const p = await whole(tx, id), parts = p.parts.filter((part) => part.proposed)
  const refusal = parts.find((part) => part.kind === 'refusal')
  const { language } = await listener(tx, found)
  const plain: Plain = given ?? { tr: plainWords(refusal ? [refusal] : parts, 'tr').slice(0, 4000), en: null }
  await store.change(tx, id, { ...p, status: 'proposed', kind: refusal ? 'refusal' : 'solution', plain, revision: p.revision + 1, because: null })
  return { plain, language }
}
/** Whoever has given the case back or passed it on has no part in it. */
async function leaveOut(tx: Tx, caseId: CaseId, id: ProposalId): Promise<void> {
  const active = new Set((await tasksOf(tx, caseId)).filter((task) => isActive(task.status)).map((task) => task.directorateId))
  for (const part of (await whole(tx, id)).parts) if (part.proposed && !active.has(part.directorateId)) await store.takePartBack(tx, id, part.directorateId)
}

export async function revisePart(tx: Tx, { caseId, id }: { caseId: CaseId; id: MoveId }, by: Actor): Promise<Answer> {
  await heldCase(tx, caseId)
  const before = await already(tx, caseId, id)
  if (before) return before
  await checkMover(tx, caseId, 'revise', by)
  const mine = by.directorateId as DirectorateId, p = await store.current(tx, caseId)
  if (!isOpen(p)) throw new Refusal('case.cannot', { to: 'revise' })
  await store.noteStep(tx, id, p.id)
  const moved = await makeMove(tx, { caseId, move: 'revise', id, directorateId: mine })
  await store.takePartBack(tx, p.id, mine)
  await store.dropApprovals(tx, p.id)
  await store.change(tx, p.id, { ...p, status: 'draft', submittedAt: null })
  await changed(tx, caseId, p.id)
  return { status: moved.to, proposalId: p.id }
}

export async function submitProposal(tx: Tx, { caseId, id, plain, revision }: { caseId: CaseId; id: MoveId; plain: Plain; revision: number }, by: Actor): Promise<Answer> {
  const found = await heldCase(tx, caseId)
  const before = await already(tx, caseId, id)
  if (before) return before
  await checkMover(tx, caseId, 'submit', by)
  const p = await store.current(tx, caseId)
  // A directorate that gave the case back let the others' parts stand alone, and the joining of them may not have been heard yet.
  if (p?.status !== 'proposed' && p?.status !== 'draft') throw new Refusal('case.cannot', { number: found.number, status: found.status, to: 'submit' })
  if (p.revision !== revision) throw new Refusal('proposal.newer', { revision: p.revision })
  if ((await listener(tx, found)).language === 'en' && !plain.en) throw new Refusal('proposal.english_needed', {}, 'plain.en')
  if (p.status === 'draft') await leaveOut(tx, caseId, p.id)
  const same = p.plain?.tr === plain.tr && p.plain.en === plain.en
  if (!same && p.plain) await store.insertWording(tx, p.id, p.revision + 1, p.plain, plain)
  await store.change(tx, p.id, { ...p, status: 'proposed', plain, revision: same ? p.revision : p.revision + 1 })
  return submitted(tx, found, p.id, id)
}

/** To the directors, or past them where the topic's rule says so. */
async function submitted(tx: Tx, found: CaseLocked, proposalId: ProposalId, moveId: MoveId): Promise<Answer> {
  const p = await whole(tx, proposalId), { directorLimit } = await rules(tx), caseId = found.id
  const needs = needsOf(p.parts, directorLimit)
  const topic = await topicById(tx, found.topicId)
  await store.noteStep(tx, moveId, proposalId)
  await store.dropApprovals(tx, proposalId)
  // A rule says yes to the usual. It neither refuses nor spends what even a director may not.
  const byRule = topic?.loop.skipsApproval && p.kind === 'solution' && !p.parts.some((part) => part.proposed && above(part.costClass, directorLimit))
  await store.putApprovals(tx, proposalId, needs, byRule ? 'by_rule' : 'waiting')
  await store.change(tx, proposalId, { ...p, status: byRule ? 'approved' : 'submitted', submittedAt: tx.now })
  if (!byRule) {
    const moved = await makeMove(tx, { caseId, move: 'submit', id: moveId, directorateId: tx.by.directorateId as DirectorateId | null })
    await changed(tx, caseId, proposalId)
    return { status: moved.to, proposalId }
  }
  await makeMove(tx, { caseId, move: 'approve_by_rule', id: moveId, facts: { topic: topic.name } })
  return { status: await afterApproval(tx, found, proposalId), proposalId }
}

/** The last approval is in. Where there is nobody to agree with, or no time to, it is planned or ended at once, and said so. */
export async function afterApproval(tx: Tx, found: CaseLocked, proposalId: ProposalId): Promise<CaseStatus> {
  const p = await whole(tx, proposalId), caseId = found.id
  const { nobody } = await listener(tx, found)
  const because = found.kind === 'tip_off' ? 'tip_off' : nobody ? 'anonymous' : found.emergency && p.kind === 'solution' ? 'told_after' : null
  await changed(tx, caseId, proposalId)
  if (!because) {
    await publish(tx, 'proposal.approved', { caseId, proposalId }, ['desk', ...p.parts.map((part) => `directorate:${part.directorateId}` as const)])
    return 'discussing'
  }
  const id = newId<MoveId>()
  await store.noteStep(tx, id, proposalId)
  await setAgreed(tx, proposalId, 'rule')
  return (await makeMove(tx, p.kind === 'refusal' ? { caseId, move: 'reject', id, words: p.plain?.tr ?? '', facts: { because } } : { caseId, move: 'agree_by_rule', id, facts: { because } })).to
}

/** She has agreed, or has been told of the refusal, which stands. */
export async function setAgreed(tx: Tx, proposalId: ProposalId, how: AgreedHow): Promise<void> {
  const p = await whole(tx, proposalId)
  await store.setAgreement(tx, proposalId, p.kind === 'refusal' ? 'rejected' : 'agreed', { how, at: tx.now.toISOString(), by: tx.by.id })
  await changed(tx, p.caseId, proposalId)
}
/** She wants something else: her words stand on it, and the next one is a proposal of its own. */
export async function setObjected(tx: Tx, proposalId: ProposalId, words: string): Promise<void> {
  const p = await whole(tx, proposalId)
  await store.change(tx, proposalId, { ...p, status: 'objected', because: words })
  await changed(tx, p.caseId, proposalId)
}

export async function commentProposal(tx: Tx, { proposalId, id, words }: { proposalId: ProposalId; id: string; words: string }): Promise<typeof done> {
  const p = await store.proposal(tx, proposalId)
  if (!p) throw new Refusal('proposal.not_found')
  await store.insertComment(tx, id, proposalId, words)
  await addToTimeline(tx, p.caseId, { what: 'proposal_comment', facts: { words }, audience: 'internal' })
  await changed(tx, p.caseId, proposalId)
  return done
}
