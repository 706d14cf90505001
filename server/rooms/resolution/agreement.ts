/**
 * The approved solution is discussed with the citizen before work begins: whose call that is, and what follows from her answer.
 * Whoever changes a talk holds its case first, so that of two answers at once the first counts and the other is told.
 */
import { type Answer, type AnswerHow, isOpenTalk, type TalkStatus } from '../../../contracts/agreement.ts'
import type { CallId } from '../../../contracts/call-id.ts'
import type { CaseId } from '../../../contracts/cases.ts'
import type { Fact } from '../../../contracts/events.ts'
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import type { CaseMove, CaseStatus } from '../../../contracts/moves.ts'
import { permissionsOf } from '../../../contracts/permissions.ts'
import type { Proposal, ProposalId } from '../../../contracts/proposals.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { Refusal } from '../../platform/refusal.ts'
import { checkMover, type HeldCase, holdCase, makeMove, type MoveRead } from '../cases/index.ts'
import { closeTalk, noteAnswer, oweTalk, quietHours, reopenTalk, type Reporter, reporterOf, talkFor, talksMeantFor, talkTask, tellCitizens } from '../contact/index.ts'
import { colleagues, municipality, staffByIds } from '../identity/index.ts'
import { topicById } from '../routing/index.ts'
import { afterQuiet } from './agreement-tries.ts'
import { answeredTelling } from './agreement-words.ts'
import * as store from './agreement.store.ts'
import { openAgain } from './links.store.ts'
import { currentProposal, setAgreed, setObjected } from './proposals.ts'

export const talkChanged = (tx: Tx, { id, caseId, directorateId }: Pick<store.TalkRow, 'id' | 'caseId' | 'directorateId'>) =>
  publish(tx, 'talk.changed', { caseId, talkId: id }, ['desk', ...(directorateId ? [`directorate:${directorateId}` as const] : [])])

/** Approved: somebody is to call her now. Heard twice it is one call. */
export async function beginTalk(tx: Tx, { caseId, proposalId }: { caseId: CaseId; proposalId: ProposalId }): Promise<void> {
  const found = await holdCase(tx, caseId)
  const proposal = found?.status === 'discussing' ? await currentProposal(tx, caseId) : undefined
  if (!found || proposal?.id !== proposalId || proposal.status !== 'approved') return
  const earlier = await store.talkOfCase(tx, caseId)
  if (earlier && isOpenTalk(earlier.status)) return
  const reporter = found.kind === 'tip_off' ? undefined : await reporterOf(tx, caseId)
  if (!reporter) return agreedByNobody(tx, found, proposal)
  const whose = reporter.phone ? await whoseCall(tx, found) : { directorateId: null, forStaff: null }
  const { zone } = await municipality(tx)
  const wakesAt = afterQuiet(tx.now, await quietHours(tx), zone)
  const taskId = await oweTalk(tx, { ...whose, caseId, caseNumber: found.number, person: reporter.key, phone: reporter.phone, name: reporter.name, emergency: found.emergency, wakesAt })
  const id = await store.insertTalk(tx, { caseId, proposalId, kind: proposal.kind, taskId, directorateId: whose.directorateId, ...waitsFor(reporter), nextAt: wakesAt })
  await talkChanged(tx, { id, caseId, directorateId: whose.directorateId })
}
/** Without a number she decides by the link; without any way the desk finds one. */
function waitsFor({ phone, writable }: Reporter): Pick<store.TalkRow, 'status' | 'why'> {
  if (phone) return { status: 'calling', why: null }
  return writable ? { status: 'link', why: null } : { status: 'desk', why: 'no_number' }
}
/** Nobody to ask: what is planned is done, and a refusal stands as it is. */
async function agreedByNobody(tx: Tx, { id, kind }: HeldCase, proposal: Proposal): Promise<void> {
  const facts = { because: kind === 'tip_off' ? 'tip_off' : 'anonymous' }
  if (proposal.kind === 'refusal') await makeMove(tx, { caseId: id, move: 'reject', words: proposal.plain?.tr ?? '', facts })
  else await makeMove(tx, { caseId: id, move: 'agree_by_rule', facts })
  await setAgreed(tx, proposal.id, 'rule')
}
/** The desk, or the lead directorate and in it whoever has the case in hand: as the topic states. */
async function whoseCall(tx: Tx, found: HeldCase): Promise<{ directorateId: DirectorateId | null; forStaff: string | null }> {
  const desk = { directorateId: null, forStaff: null }
  const topic = await topicById(tx, found.topicId)
  if (topic?.loop.discussedBy !== 'directorate' || !found.leadId) return desk
  // A directorate in which nobody may call leaves it to the desk.
  const people = (await colleagues(tx, { directorateId: found.leadId })).filter((one) => one.directorateId === found.leadId && permissionsOf(one.roles).has('case.agree'))
  if (!people.length) return desk
  return { directorateId: found.leadId, forStaff: namedIn(found, people.map((one) => one.id)) }
}
function namedIn({ tasks, leadId }: HeldCase, people: readonly string[]): string | null {
  const lead = tasks.find((task) => task.directorateId === leadId)
  return [lead?.assignedTo, lead?.takenBy].find((id) => id && people.includes(id)) ?? null
}

export type Answered = {
  caseId: CaseId; answer: Answer; words?: string | undefined; how: AnswerHow
  /** Who records it; nobody where she answers herself, or a rule does. */
  by?: Actor; callId?: CallId | undefined
}
const endsAs = { agreed: 'agreed', objects: 'objected', withdraws: 'withdrawn' } as const satisfies Record<Answer, TalkStatus>
/**
 * Her answer, and what follows from it. The first counts, by whatever way it comes.
 * @throws Refusal `agreement.answered` with who was first, `agreement.ended` when the case went another way, `agreement.words_needed`
 */
export async function answerProposal(tx: Tx, { caseId, answer, words, how, by, callId }: Answered): Promise<{ status: CaseStatus }> {
  const found = await holdCase(tx, caseId)
  if (!found) throw new Refusal('case.not_found')
  const [talk, proposal] = [await store.talkOfCase(tx, caseId), await currentProposal(tx, caseId)]
  if (found.status !== 'discussing' || proposal?.status !== 'approved') throw tooLate(talk, found.status)
  if (answer !== 'agreed' && !words) throw new Refusal('agreement.words_needed', {}, 'words')
  const refused = answer === 'agreed' && proposal.kind === 'refusal'
  const move: CaseMove = refused ? 'reject' : answer === 'agreed' ? (how === 'silence' ? 'agree_by_rule' : 'agree') : answer === 'objects' ? 'object' : 'cancel'
  if (by) await checkMover(tx, caseId, move, by)
  const facts = how === 'silence' ? { because: 'silence', since: talk?.linkSentAt ?? null } : { how }
  const made = await makeMove(tx, { caseId, move, facts, ...(refused ? { words: proposal.plain?.tr ?? '' } : words ? { words } : {}) })
  if (answer === 'agreed') await setAgreed(tx, proposal.id, how)
  else if (answer === 'objects') await setObjected(tx, proposal.id, words!)
  if (talk && isOpenTalk(talk.status)) {
    const status = refused ? 'refusal_accepted' : endsAs[answer]
    await store.endTalk(tx, talk.id, { status, how, words: words ?? null, because: null, callId: callId ?? null })
    await closeTalk(tx, { id: talk.taskId, directorateId: talk.directorateId }, status, words ?? null)
    await talkChanged(tx, talk)
  }
  if (how !== 'silence') await noteAnswer(tx, { caseId, how, what: refused ? 'refusal_accepted' : endsAs[answer], words: words ?? null, callId: callId ?? null })
  const telling = answeredTelling({ answer, how, refused, proposal })
  // Whoever said it on the telephone and has no way to be written to has been told.
  if (telling && ((how !== 'call' && how !== 'counter') || (await reporterOf(tx, caseId))?.writable)) await tellCitizens(tx, { caseId, fact: `move:${made.id}`, to: 'reporter', ...telling })
  return { status: made.to }
}
function tooLate(talk: store.TalkRow | undefined, status: CaseStatus): Refusal {
  if (talk?.how) return new Refusal('agreement.answered', { answer: talk.status, how: talk.how, at: talk.endedAt, by: talk.by })
  return new Refusal('agreement.ended', { status, because: talk?.because ?? null })
}

/** The case went another way while she was to be called: merged, routed anew, cancelled … The call ends by itself and says why. */
export async function followCase(tx: Tx, caseId: CaseId, because: CaseMove | 'move_undone'): Promise<void> {
  const found = await holdCase(tx, caseId)
  const talk = found && found.status !== 'discussing' ? await store.talkOfCase(tx, caseId) : undefined
  if (!talk || !isOpenTalk(talk.status)) return
  await store.endTalk(tx, talk.id, { status: 'stopped', how: null, words: null, because, callId: null })
  await closeTalk(tx, { id: talk.taskId, directorateId: talk.directorateId }, 'stopped', because)
  await talkChanged(tx, talk)
}
/** A move was taken back in this transaction. What led out of the talk and is undone opens it again. */
export async function undone(tx: Tx, move: Pick<MoveRead, 'caseId' | 'from'>): Promise<void> {
  const talk = move.from === 'discussing' ? await store.talkOfCase(tx, move.caseId) : undefined
  if (!talk || isOpenTalk(talk.status)) return
  await store.reopenTalk(tx, talk.id)
  await openAgain(tx, 'agree', talk.proposalId)
  await reopenTalk(tx, { id: talk.taskId, directorateId: talk.directorateId })
  await talkChanged(tx, talk)
}

/** Another has the case in hand now: the call is meant for her. */
export async function assignedAnew(tx: Tx, { caseId }: Fact<'case.changed'>): Promise<void> {
  const found = await holdCase(tx, caseId)
  const talk = found?.status === 'discussing' ? await store.talkOfCase(tx, caseId) : undefined
  const task = talk && isOpenTalk(talk.status) && talk.directorateId ? await talkTask(tx, talk.taskId) : undefined
  if (!found || !talk || !task) return
  const { forStaff } = await whoseCall(tx, found)
  if (forStaff === task.forStaff) return
  await talkFor(tx, task, forStaff)
  await talkChanged(tx, talk)
}
/** Somebody left: the calls meant for her are her successor's, or anyone's of the directorate. */
export async function handOn(tx: Tx, { staffId, to }: { staffId: StaffId; to: StaffId | null }): Promise<void> {
  const next = to ? (await staffByIds(tx, [to])).get(to) : undefined
  for (const task of await talksMeantFor(tx, staffId))
    await talkFor(tx, task, next && next.directorateId === task.directorateId ? next.id : null)
}
