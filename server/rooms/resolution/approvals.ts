/** Approval: each directorate's director for its part, the deputy mayor for what is above her limit; one decides, the next is told who. */
import type { CaseStatus, MoveId } from '../../../contracts/cases.ts'
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import { done } from '../../../contracts/kit.ts'
import { type ApprovalQueue, costOf, type Plain, type ProposalId, type QueueRow } from '../../../contracts/proposals.ts'
import type { Actor } from '../../platform/actor.ts'
import { audit } from '../../platform/audit.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { type Facts, Refusal } from '../../platform/refusal.ts'
import { addToTimeline, type CaseLocked, makeMove } from '../cases/index.ts'
import { leaders, peopleHere } from '../identity/index.ts'
import { deciderOf, type Deciding, type Office } from './deciding.ts'
import { afterApproval, already, changed, heldCase, listener, today } from './proposals.ts'
import { rules } from './proposals.settings.store.ts'
import * as store from './proposals.store.ts'

export async function office(tx: Tx): Promise<Office> {
  const away = await store.absences(tx, await today(tx))
  return { leaders: await leaders(tx), people: await peopleHere(tx), away: new Set(away.map((one) => one.staffId)) }
}
/** Who decides each of its approvals, decided or not. */
export const decidersOf = (p: store.Read, at: Office): (Deciding & { status: store.Read['approvals'][number]['status'] })[] =>
  p.approvals.flatMap(({ need, directorateId, status }) => (directorateId ? [{ ...deciderOf({ need, directorateId }, at), status }] : []))
export const mayDecide = (decider: Deciding, by: Actor): boolean => decider.may.has(by.id as StaffId)

/** The proposal and its case, both held. */
async function held(tx: Tx, proposalId: ProposalId): Promise<{ p: store.Read; found: CaseLocked }> {
  const seen = await store.proposal(tx, proposalId)
  if (!seen) throw new Refusal('proposal.not_found')
  const found = await heldCase(tx, seen.caseId)
  // Read again behind the lock: whoever came first may have decided.
  return { p: (await store.proposal(tx, proposalId))!, found }
}
/** What is hers to decide of one that waits. @throws Refusal that says who came first, when somebody did */
async function having(tx: Tx, p: store.Read, found: CaseLocked, by: Actor): Promise<Deciding[]> {
  const all = decidersOf(p, await office(tx)), mine = all.filter((one) => mayDecide(one, by))
  const first = p.approvals.filter((one) => one.at && one.status !== 'waiting' && mine.some((own) => own.need === one.need && own.directorateId === one.directorateId)).toSorted((a, b) => (a.at! < b.at! ? 1 : -1))[0]
  const decided = () => new Refusal('approval.decided', { by: first?.by ?? null, at: first?.at ?? null, how: first?.status ?? null, number: found.number })
  if (p.status !== 'submitted' || found.status !== 'awaiting_approval') throw first ? decided() : new Refusal('proposal.not_waiting', { number: found.number, status: p.status })
  if (!mine.length) throw new Refusal('approval.not_yours', { number: found.number })
  const waiting = mine.filter((one) => one.status === 'waiting')
  if (!waiting.length) throw decided()
  return waiting
}

type Decision = { status: CaseStatus; left: number }
const leftOf = (p: store.Read) => p.approvals.filter((one) => one.status === 'waiting').length
type Approve = { proposalId: ProposalId; id: MoveId; revision: number; words?: string | undefined }
export async function approveProposal(tx: Tx, { proposalId, id, revision, words }: Approve, by: Actor): Promise<Decision> {
  const { p, found } = await held(tx, proposalId)
  const earlier = await already(tx, p.caseId, id)
  if (earlier) return { status: earlier.status, left: leftOf(p) }
  const mine = await having(tx, p, found, by)
  if (p.revision !== revision) throw new Refusal('proposal.newer', { revision: p.revision })
  await store.noteStep(tx, id, proposalId)
  for (const { need, directorateId } of mine) await store.decide(tx, proposalId, need, directorateId, 'approved', words ?? null)
  const left = leftOf((await store.proposal(tx, proposalId))!)
  const facts = { units: mine.map((one) => one.directorate), as: mine[0]?.as ?? null, ...(words && { words }) }
  if (left) {
    await addToTimeline(tx, p.caseId, { what: 'approved_part', facts: { ...facts, left }, audience: 'internal' })
    await changed(tx, p.caseId, proposalId)
    return { status: found.status, left }
  }
  await makeMove(tx, { caseId: p.caseId, move: 'approve', id, directorateId: by.directorateId as DirectorateId | null, facts })
  await store.change(tx, proposalId, { ...p, status: 'approved' })
  return { status: await afterApproval(tx, found, proposalId), left }
}

/** By whoever has a say in it, also after her own approval: as long as the citizen has not heard of it. */
export async function sendBackProposal(tx: Tx, { proposalId, id, reason }: { proposalId: ProposalId; id: MoveId; reason: string }, by: Actor): Promise<Decision> {
  const { p, found } = await held(tx, proposalId)
  const earlier = await already(tx, p.caseId, id)
  if (earlier) return { status: earlier.status, left: 0 }
  const mine = decidersOf(p, await office(tx)).filter((one) => mayDecide(one, by))
  if (p.status !== 'submitted' || found.status !== 'awaiting_approval' || !mine.length) await having(tx, p, found, by)
  await store.noteStep(tx, id, proposalId)
  for (const { need, directorateId } of mine) await store.decide(tx, proposalId, need, directorateId, 'sent_back', reason)
  const moved = await makeMove(tx, { caseId: p.caseId, move: 'send_back', id, directorateId: by.directorateId as DirectorateId | null, reason })
  await store.change(tx, proposalId, { ...p, status: 'sent_back', because: reason })
  await changed(tx, p.caseId, proposalId)
  return { status: moved.to, left: 0 }
}

export async function rewordProposal(tx: Tx, { proposalId, plain, revision }: { proposalId: ProposalId; plain: Plain; revision: number }, by: Actor): Promise<{ revision: number }> {
  const { p, found } = await held(tx, proposalId)
  const say = decidersOf(p, await office(tx)).some((one) => mayDecide(one, by))
  if (p.status !== 'submitted' || found.status !== 'awaiting_approval' || !say) await having(tx, p, found, by)
  if (p.revision !== revision) throw new Refusal('proposal.newer', { revision: p.revision })
  if ((await listener(tx, found)).language === 'en' && !plain.en) throw new Refusal('proposal.english_needed', {}, 'plain.en')
  if (p.plain?.tr === plain.tr && p.plain.en === plain.en) return { revision }
  await store.insertWording(tx, proposalId, revision + 1, p.plain ?? plain, plain)
  await store.change(tx, proposalId, { ...p, plain, revision: revision + 1 })
  await addToTimeline(tx, p.caseId, { what: 'proposal_reworded', facts: { before: p.plain?.tr ?? null, after: plain.tr }, audience: 'internal' })
  await changed(tx, p.caseId, proposalId)
  return { revision: revision + 1 }
}

export async function approvals(tx: Tx, _given: unknown, by: Actor): Promise<ApprovalQueue> {
  const at = await office(tx), { bulk } = await rules(tx)
  const rows = (await store.waiting(tx)).flatMap(({ of, ...p }): QueueRow[] => {
    const mine = decidersOf(p, at).filter((one) => one.status === 'waiting' && mayDecide(one, by))
    if (!mine.length) return []
    const cost = costOf(p.parts)
    return [{
      proposal: p, number: of.number, topicId: of.topicId, topic: of.topic, place: of.place, kind: of.kind, emergency: of.emergency, dueAt: of.dueAt, cost,
      // Who is away and looks in all the same decides as what she is.
      needs: mine.map(({ need, directorate, as, people }) => ({ need, directorate, as: people.some((one) => one.id === by.id) ? as : need })), bulk: p.kind === 'solution' && bulk.includes(cost),
    }]
  })
  const away = await store.absences(tx, await today(tx))
  const decides = at.leaders.some((one) => (['director', 'deputy_mayor'] as const).some((need) => mayDecide(deciderOf({ need, directorateId: one.directorateId }, at), by)) || one.deputyId === by.id)
  return { rows, absentUntil: away.find((one) => one.staffId === by.id)?.until ?? null, decides, absences: away }
}

type Many = { proposals: { proposalId: ProposalId; id: MoveId; revision: number }[] }
type Outcome = { proposalId: ProposalId; number: string | null; refused: { code: string; facts: Facts } | null }
/** Each is a decision of its own, with a transaction and an audit row of its own: one that cannot be made holds back no other. */
export async function approveMany(db: Db, { proposals }: Many, by: Actor): Promise<Outcome[]> {
  const numbers = await db.transaction(by, async (tx) => {
    const all = await Promise.all([...new Set(proposals.map((one) => one.proposalId))].map((id) => store.proposal(tx, id)))
    const found = all.flatMap((p) => p ?? [])
    if (found.length < all.length) throw new Refusal('proposal.not_found')
    const [first] = found, { bulk } = await rules(tx)
    if (found.some((p) => p.kind !== first!.kind || costOf(p.parts) !== costOf(first!.parts))) throw new Refusal('approval.not_alike')
    if (first!.kind !== 'solution' || !bulk.includes(costOf(first!.parts))) throw new Refusal('approval.not_in_bulk', { cost: costOf(first!.parts) })
    return new Map(await Promise.all(found.map(async (p) => [p.id, (await store.caseBrief(tx, p.caseId))?.number ?? null] as const)))
  })
  const outcomes: Outcome[] = []
  for (const one of proposals) {
    const number = numbers.get(one.proposalId) ?? null
    try {
      await db.transaction(by, async (tx) => {
        await approveProposal(tx, one, by)
        await audit(tx, 'proposals.approveProposal', { proposalId: one.proposalId, together: proposals.length })
      })
      outcomes.push({ proposalId: one.proposalId, number, refused: null })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      outcomes.push({ proposalId: one.proposalId, number, refused: { code: error.code, facts: error.facts } })
    }
  }
  return outcomes
}

export async function setAbsence(tx: Tx, { until }: { until: string | null }, by: Actor): Promise<typeof done> {
  if (until && until < (await today(tx))) throw new Refusal('absence.past', {}, 'until')
  await (until ? store.putAbsence(tx, by.id, until) : store.dropAbsence(tx, by.id))
  return done
}
