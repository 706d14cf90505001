/** Is it done? The citizen is asked; what she answers moves the case; her silence closes it by a rule that says so. */
import type { AttachmentId, CaseId, MoveId } from '../../../contracts/cases.ts'
import { type Confirmation, type ConfirmationId, type Confirmations, type NotFixed, type RecordConfirmation, timesTooMany } from '../../../contracts/confirmation.ts'
import type { Fact } from '../../../contracts/events.ts'
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import { done } from '../../../contracts/kit.ts'
import { type CaseStatus, isActive, isEnded } from '../../../contracts/moves.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { addToTimeline, callTo, caseExists, caseSeen, checkMover, type HeldCase, holdCase, makeMove, type Moved, type MoveRead } from '../cases/index.ts'
import { addWord, endAsking, oweAsking, reachTeller, tellCitizens } from '../contact/index.ts'
import { colleagues, directoratesByIds, municipality, staffByIds } from '../identity/index.ts'
import { topicById } from '../routing/index.ts'
import { endOfDays, halfWay, lastDayText } from './confirm-days.ts'
import * as store from './confirmation.store.ts'
import { makeLink } from './links.ts'
import { openAgain } from './links.store.ts'

/** Her link outlives the answer: what is closed may turn out not to be fixed. */
export const linkDays = (confirmDays: number): number => confirmDays + 32
export const confirmDaysOf = async (tx: Tx, found: Pick<HeldCase, 'topicId'>): Promise<number> => (await topicById(tx, found.topicId))?.loop.confirmDays ?? 7

/** The work is said to be done: whoever told us is asked, those who joined hear of it. Heard twice it asks once. */
export async function ask(tx: Tx, { caseId, moveId, to }: Fact<'case.moved'>): Promise<void> {
  if (to !== 'resolved') return
  const found = await holdCase(tx, caseId)
  if (found?.status !== 'resolved' || (await store.roundOfMove(tx, moveId))) return
  await tellCitizens(tx, { caseId, fact: `done:${moveId}`, template: 'case-done', to: 'followers' })
  const reach = await reachTeller(tx, caseId)
  const because = found.kind === 'tip_off' ? 'tip_off' : reach.person ? null : 'anonymous'
  const round = { id: newId<ConfirmationId>(), caseId, moveId }
  if (because) {
    // Who told a tip-off is nobody's to call, and who gave no name cannot be called.
    await store.insertRound(tx, { ...round, askedBy: 'nobody', until: null, remindAt: null, askedMoveId: null })
    const { id } = await makeMove(tx, { caseId, move: 'confirm_by_rule', facts: { because } })
    return void (await store.putAnswer(tx, round.id, { answer: 'not_asked', how: 'rule', words: null, photo: null, answerMoveId: id }))
  }
  const { zone } = await municipality(tx)
  const days = await confirmDaysOf(tx, found)
  const until = endOfDays(tx.now, days, zone)
  const written = reach.how === 'sms' || reach.how === 'mail'
  const { id: askedMoveId } = await makeMove(tx, { caseId, move: 'ask_confirmation', facts: { by: reach.how, until: until.toISOString() } })
  await store.insertRound(tx, { ...round, askedBy: reach.how, until, remindAt: written ? halfWay(tx.now, days, zone) : null, askedMoveId })
  if (written) {
    const link = await makeLink(tx, { caseId, purpose: 'confirm', moveId, person: { kind: 'reporter' }, untilDays: linkDays(days) })
    await tellCitizens(tx, { caseId, fact: `confirm:${moveId}`, template: 'confirm-ask', to: 'reporter', link, fields: { gun: lastDayText(until, zone) } })
  }
  if (reach.how === 'call') await oweAsking(tx, { caseId, reason: 'confirm' })
}
/** Whatever took the case further: nobody is to be called for it, and no time runs out. */
export async function stopAsking(tx: Tx, { caseId, from, to, move }: Fact<'case.moved'>): Promise<void> {
  if ((from !== 'resolved' && from !== 'awaiting_confirmation') || to === 'awaiting_confirmation') return
  const now = (await caseSeen(tx, caseId))?.status
  // Told late: it is asked again already.
  if (now === 'resolved' || now === 'awaiting_confirmation') return
  await endAsking(tx, { caseId, reason: 'confirm', result: move === 'confirm' || move === 'not_fixed' ? 'reached' : 'no_need' })
  const round = await store.newestRound(tx, caseId)
  if (round && round.answer === null) await store.setUntil(tx, round.id, null)
}

export type Given = { caseId: CaseId; id?: MoveId | undefined; answer: 'fixed' | 'not_fixed'; words?: string | undefined; photo?: AttachmentId | undefined; how: 'link' | 'call' | 'counter' }
/** Her answer, by whatever way. The same id twice is one answer. Who may is asked by whoever calls. */
export async function answerConfirmation(tx: Tx, given: Given): Promise<Moved> {
  const { caseId, answer, words, how } = given
  if (answer === 'not_fixed' && !words) throw new Refusal('confirmation.words_needed', {}, 'words')
  const found = await holdCase(tx, caseId)
  if (!found) throw new Refusal('case.not_found')
  const times = found.reopened + 1
  const moved = await makeMove(tx, { caseId, id: given.id, move: answer === 'fixed' ? 'confirm' : 'not_fixed', words, facts: answer === 'fixed' ? { how } : { how, times, photo: given.photo ?? null } })
  if (moved.already) return moved
  const round = await roundFor(tx, caseId, moved.id)
  await store.putAnswer(tx, round, { answer, how, words: words ?? null, photo: given.photo ?? null, answerMoveId: moved.id })
  await keepWord(tx, given, (await store.roundAnsweredBy(tx, moved.id))!.askedBy)
  if (answer === 'not_fixed' && times >= timesTooMany) await tellThoseAbove(tx, found, times)
  return moved
}
/** The open question; or, where she says so by herself after it was closed, one that is answered as it is asked. */
async function roundFor(tx: Tx, caseId: CaseId, moveId: MoveId): Promise<ConfirmationId> {
  const newest = await store.newestRound(tx, caseId)
  if (newest && newest.answer === null) return newest.id
  const id = newId<ConfirmationId>()
  await store.insertRound(tx, { id, caseId, moveId, askedBy: newest?.askedBy ?? 'nobody', until: null, remindAt: null, askedMoveId: null })
  return id
}
async function keepWord(tx: Tx, { caseId, answer, words, how }: Given, askedBy: Confirmation['askedBy']): Promise<void> {
  const channel = how !== 'link' ? how : askedBy === 'mail' ? 'mail' : 'sms'
  // Spoken with, she has heard of it from us: that is news, what she answers is not.
  if (how !== 'link') await addWord(tx, { caseId, direction: 'out', channel, what: 'asked_if_done', trueNews: true })
  await addWord(tx, { caseId, direction: 'in', channel, what: answer === 'fixed' ? 'confirmed' : 'not_fixed', trueNews: false, words: words ?? null })
}
/** Not fixed again and again: the supervisors and the directors concerned find their names on the case. */
async function tellThoseAbove(tx: Tx, found: HeldCase, times: number): Promise<void> {
  const concerned = found.tasks.filter((task) => isActive(task.status)).map((task) => task.directorateId as string)
  const above = (await colleagues(tx, { most: 5000 })).filter((one) => one.roles.includes('supervisor') || (one.roles.includes('director') && one.directorateId !== null && concerned.includes(one.directorateId)))
  await callTo(tx, found.id, { id: newId(), what: 'not_fixed_again', facts: { times, mentions: above.map((one) => one.name) }, staffIds: above.map((one) => one.id) })
}

/** What she thinks of it, with the answer or after it; said again, the newer mark stands. */
export async function markIt(tx: Tx, { caseId, mark, words, how }: { caseId: CaseId; mark: number; words?: string | undefined; how: 'link' | 'call' | 'counter' }): Promise<typeof done> {
  const round = await store.newestRound(tx, caseId)
  if (!round) throw new Refusal((await caseExists(tx, caseId)) ? 'confirmation.none' : 'case.not_found')
  await store.putSatisfaction(tx, { confirmationId: round.id, caseId, mark, words: words ?? null, how })
  await addToTimeline(tx, caseId, { what: 'satisfaction', facts: { mark, words: words ?? null, how }, audience: 'internal' })
  return done
}

// ---- the desk's own operations

export async function confirmations(tx: Tx, { caseId }: { caseId: CaseId }): Promise<Confirmations> {
  if (!(await caseExists(tx, caseId))) throw new Refusal('case.not_found')
  const rows = await store.rounds(tx, caseId)
  const people = await staffByIds(tx, rows.flatMap((row) => (row.by && /^[0-9a-f-]{36}$/.test(row.by) ? [row.by as StaffId] : [])))
  return {
    canBeAsked: (await caseSeen(tx, caseId))?.kind !== 'tip_off',
    rounds: rows.map(({ id, askedAt, askedBy, until, remindedAt, answer, how, answeredAt, by, words, photo, satisfaction }) =>
      ({ id, askedAt, askedBy, until, remindedAt, answer, how, answeredAt, by: people.get(by as StaffId)?.name ?? null, words, photo, satisfaction })),
  }
}
const shownOnBoard = 5
/** For the board: who came back most often first. */
export async function notFixed(tx: Tx): Promise<{ count: number; rows: NotFixed[] }> {
  const rows: NotFixed[] = []
  for (const { caseId, at } of await store.notFixed(tx)) {
    const found = await caseSeen(tx, caseId)
    if (found && !isEnded(found.status) && found.reopened > 0) rows.push({ caseId, number: found.number, topic: found.topic, lead: (await leadOf(tx, found.leadId)) ?? null, times: found.reopened, at })
  }
  return { count: rows.length, rows: rows.toSorted((a, b) => b.times - a.times || a.at.localeCompare(b.at)).slice(0, shownOnBoard) }
}
const leadOf = async (tx: Tx, id: DirectorateId | null) => (id ? (await directoratesByIds(tx, [id]))[0]?.name : undefined)
export async function recordConfirmation(tx: Tx, given: RecordConfirmation & { caseId: CaseId }, by: Actor): Promise<{ status: CaseStatus; moveId: MoveId }> {
  const { caseId, id, answer, how, words, mark, markWords } = given
  if (answer === 'not_fixed' && !words) throw new Refusal('confirmation.words_needed', {}, 'words')
  const known = await store.roundAnsweredBy(tx, id)
  if (known?.caseId !== caseId) await checkMover(tx, caseId, answer === 'fixed' ? 'confirm' : 'not_fixed', by)
  const moved = await answerConfirmation(tx, { caseId, id, answer, how, words: answer === 'not_fixed' ? words : undefined })
  if (mark && !moved.already) await markIt(tx, { caseId, mark, words: markWords, how })
  return { status: moved.to, moveId: moved.id }
}
export const recordSatisfaction = (tx: Tx, given: { caseId: CaseId; mark: number; words?: string | undefined; how: 'call' | 'counter' }): Promise<typeof done> => markIt(tx, given)

/** A move was taken back: what was answered by it is open again, with all its days. */
export async function undone(tx: Tx, move: MoveRead): Promise<void> {
  const { caseId } = move
  const answered = await store.roundAnsweredBy(tx, move.id)
  // Words that came by themselves are gone with their move.
  if (answered?.moveId === move.id) await store.forgetRound(tx, answered.id)
  const round = answered?.moveId === move.id ? undefined : (answered ?? (await store.newestRound(tx, caseId)))
  if (!round || (!answered && round.answer !== null)) return
  const found = await holdCase(tx, caseId)
  if (!found) return
  const { zone } = await municipality(tx)
  const waits = move.from === 'awaiting_confirmation' && round.askedBy !== 'nobody'
  const until = waits ? endOfDays(tx.now, await confirmDaysOf(tx, found), zone) : null
  if (answered) await store.clearAnswer(tx, round.id, until)
  else await store.setUntil(tx, round.id, until)
  if (waits) await openAgain(tx, 'confirm', round.moveId)
}
/** The desk's calls follow: only it sees them. */
export async function askAgain(tx: Tx, { caseId, from, to }: Fact<'case.move_undone'>): Promise<void> {
  if (from === 'awaiting_confirmation') return endAsking(tx, { caseId, reason: 'confirm', result: 'no_need' })
  const round = to === 'awaiting_confirmation' ? await store.newestRound(tx, caseId) : undefined
  if (round && round.answer === null && round.askedBy === 'call') await oweAsking(tx, { caseId, reason: 'confirm' })
}
