/** Moves a case by the table of moves: what it may become, what the directorates' parts become, and why; each can be taken back. */
import type { CaseId, MoveCase, MoveId } from '../../../contracts/cases.ts'
import type { DirectorateId } from '../../../contracts/identity.ts'
import { done } from '../../../contracts/kit.ts'
import { alsoWhile, type CaseMove, type CaseStatus, isActive, joined, mayMove, moveOf, type WaitsFor } from '../../../contracts/moves.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { directoratesByIds } from '../identity/index.ts'
import { institutionById } from '../places/index.ts'
import { audienceOf } from './cases.ts'
import { promiseAfter, promiseAnew } from './clock.ts'
import { alsoFollows } from './duplicates.ts'
import * as moving from './moving.store.ts'
import * as store from './store.ts'
import { about, type About, setAbout } from './topic.store.ts'

type Done = typeof done

/** The case, held until the transaction ends, if this may be done beside its moves now. */
export async function held(tx: Tx, caseId: CaseId, to: keyof typeof alsoWhile): Promise<store.CaseLocked> {
  const found = await store.lockCase(tx, caseId)
  if (!found) throw new Refusal('case.not_found')
  if (!alsoWhile[to].some((status) => status === found.status)) throw new Refusal('case.cannot', { number: found.number, status: found.status, to })
  return found
}

export type MakeMove = {
  caseId: CaseId; move: CaseMove; id?: MoveId | undefined
  /** Whose part moves, where the table says that a part does. */
  directorateId?: DirectorateId | null | undefined
  reason?: string | undefined; /** For the citizen to read. */ words?: string | undefined
  facts?: Record<string, unknown>
  /** What else changes with it. */
  set?: { leadId?: DirectorateId; dueAt?: string | Date | null; duplicateOf?: CaseId; waits?: { for: WaitsFor; reason: string; until: string | null }; institution?: { id: string; kept: store.KeptInstitution }; /** Another topic or place, whole. */ about?: About }
  /** Changes the parts in between, before they are joined. */
  parts?: (tasks: readonly store.TaskRow[]) => Promise<void>
}
export type Moved = { id: MoveId; from: CaseStatus; to: CaseStatus; found: store.CaseLocked; /** This very move had been made before. */ already: boolean }

/**
 * Makes one move. Who may is asked by whoever calls; what may follow what is asked here. The same id twice is one move.
 * @throws Refusal `case.not_found`, `case.cannot`, `case.source_needed`
 */
export async function makeMove(tx: Tx, given: MakeMove): Promise<Moved> {
  const { caseId, directorateId = null, id = newId<MoveId>() } = given
  const found = await store.lockCase(tx, caseId)
  if (!found) throw new Refusal('case.not_found')
  const earlier = await moving.moveById(tx, id)
  if (earlier) {
    if (earlier.caseId !== caseId) throw new Refusal('case.not_found')
    return { id, from: earlier.from, to: earlier.to, found, already: true }
  }
  const move = moveOf(given.move)
  const tasks = await store.tasksOf(tx, caseId)
  const mine = tasks.find((task) => task.directorateId === directorateId)
  const cannot = (facts: Record<string, unknown> = {}) => new Refusal('case.cannot', { number: found.number, status: found.status, to: given.move, ...facts })
  if (!move.from.includes(found.status) || (move.kinds && !move.kinds.includes(found.kind)) || move.notKinds?.includes(found.kind) || (move.emergency && !found.emergency)) throw cannot()
  if (move.part && (!mine || !move.part.from.includes(mine.status))) throw cannot({ task: mine?.status ?? null })
  if (given.move === 'propose' && !found.foundSource) throw new Refusal('case.source_needed', {}, 'source')

  const before = { ...moving.snapshot(found, tasks), ...(given.set?.about && { about: await about(tx, caseId) }) }
  if (given.set?.about) await setAbout(tx, caseId, given.set.about)
  if (move.part && move.part.to !== 'returned' && move.part.to !== 'passed') await moving.setPart(tx, caseId, mine!.directorateId, move.part.to)
  if (move.all) await moving.setActive(tx, caseId, move.all)
  await given.parts?.(tasks)
  // What leaves our sight with it is said first: a matter of one person is nobody's who gives it back.
  const after = (await store.tasksOf(tx, caseId)).map((task) => (move.part && task.directorateId === directorateId && !isActive(move.part.to) ? { ...task, status: move.part.to } : task))
  const to = move.to === 'joined' ? joined(after) : move.to === 'before' ? await moving.statusBefore(tx, caseId) : move.to
  const waits = given.set?.waits ?? null
  // A promise stands still while the case waits, and goes on afterwards from where it stood.
  const anew = given.move === 'not_fixed' || given.move === 'reopen'
  const dueAt = given.set?.dueAt !== undefined ? given.set.dueAt : anew ? await promiseAnew(tx, found) : found.waitsSince ? await promiseAfter(tx, found) : found.dueAt
  await moving.changeCase(tx, caseId, {
    status: to, leadId: given.set?.leadId ?? found.leadId, dueAt, waits, duplicateOf: to === 'duplicate' ? (given.set?.duplicateOf ?? null) : null,
    reopened: found.reopened + (given.move === 'not_fixed' ? 1 : 0), institution: given.set?.institution,
  })
  if ((found.waitsSince || anew) && dueAt !== found.dueAt) await moving.shiftTasks(tx, caseId, dueAt)

  const directorate = directorateId ? ((await directoratesByIds(tx, [directorateId]))[0]?.name ?? null) : null
  const facts = { ...(directorate && { directorate }), ...(given.reason && { reason: given.reason }), ...(given.words && { words: given.words }), ...given.facts }
  await moving.insertMove(tx, { id, caseId, move: given.move, from: found.status, to, directorateId, facts, before })
  await store.addEntry(tx, caseId, { what: entryOf(given.move), facts, audience: move.told ? 'citizen' : 'internal' })
  await publish(tx, 'case.changed', { caseId, what: entryOf(given.move) }, audienceOf([...found.dirs, ...after.map((task) => task.directorateId)]))
  await publish(tx, 'case.moved', { caseId, move: given.move, moveId: id, from: found.status, to }, [])
  if (move.part && !isActive(move.part.to)) await store.setTasks(tx, caseId, [mine!.directorateId], move.part.to)
  return { id, from: found.status, to, found, already: false }
}
/** The timeline's word for a move; the oldest ones keep theirs. */
const entryWords: Partial<Record<CaseMove, string>> = { take: 'taken', return: 'returned', pass: 'passed', route: 'routed', close: 'closed', hand_over: 'handed_over' }
const entryOf = (move: CaseMove): string => entryWords[move] ?? move

/** @throws Refusal `case.cannot` when this person may not make this move, or not now */
export async function checkMover(tx: Tx, caseId: CaseId, move: CaseMove, by: Actor): Promise<void> {
  const found = await store.lockCase(tx, caseId)
  if (!found) throw new Refusal('case.not_found')
  const tasks = await store.tasksOf(tx, caseId)
  const part = tasks.find((task) => task.directorateId === by.directorateId) ?? null
  const may = mayMove(move, { status: found.status, kind: found.kind, emergency: found.emergency, part }, { may: by.may, desk: by.scope !== 'directorate' })
  if (!may.may) throw new Refusal('case.cannot', { number: found.number, status: found.status, to: move, because: may.because, task: part?.status ?? null })
}

type Plain = MoveCase & { caseId: CaseId }
/** The moves that need nothing but what stands in the request. */
export async function moveCase(tx: Tx, given: Plain, by: Actor): Promise<{ status: CaseStatus; moveId: MoveId }> {
  const { caseId, id, move } = given
  const answer = (moved: Moved) => ({ status: moved.to, moveId: moved.id })
  const earlier = await moving.moveById(tx, id)
  if (earlier?.caseId === caseId) return { status: earlier.to, moveId: id }
  await checkMover(tx, caseId, move, by)
  checkNeeds(tx, given)
  const whose = by.scope === 'directorate' ? (by.directorateId as DirectorateId | null) : null
  const plain = { caseId, id, move, directorateId: whose, reason: given.reason, words: given.words }
  if (move === 'duplicate') return answer(await duplicateOf(tx, plain, given.duplicateOf))
  if (move === 'hand_over') {
    const institution = given.handOver && (await institutionById(tx, given.handOver.institutionId))
    if (!institution) throw new Refusal('case.unknown_institution', {}, 'handOver.institutionId')
    const kept = { name: institution.name, phone: institution.phone, reference: given.handOver?.reference ?? null, told: false }
    return answer(await makeMove(tx, { ...plain, facts: { institution: kept.name, phone: kept.phone, reference: kept.reference, contact: given.handOver?.contact ?? null }, set: { institution: { id: institution.id, kept } } }))
  }
  if (move === 'ask_info' || move === 'hold') {
    const waits = { for: given.waitsFor!, reason: given.reason ?? given.words ?? '', until: given.until ?? null }
    return answer(await makeMove(tx, { ...plain, facts: { waitsFor: waits.for, until: waits.until }, set: { waits } }))
  }
  return answer(await makeMove(tx, plain))
}
function checkNeeds(tx: Tx, given: Plain): void {
  const needs = moveOf(given.move).needs ?? []
  if (needs.includes('reason') && !given.reason) throw new Refusal('case.reason_needed', {}, 'reason')
  if (needs.includes('words') && !given.words) throw new Refusal('case.words_needed', {}, 'words')
  if (needs.includes('waitsFor') && !given.waitsFor) throw new Refusal('case.waits_for_needed', {}, 'waitsFor')
  if (needs.includes('until') && !given.until) throw new Refusal('case.until_needed', {}, 'until')
  if (given.until && Date.parse(given.until) <= tx.now.getTime()) throw new Refusal('case.until_past', {}, 'until')
}
/** The same problem is on another case: whoever told this one follows that one from now on. */
async function duplicateOf(tx: Tx, plain: Omit<MakeMove, 'set'>, other: CaseId | undefined): Promise<Moved> {
  if (!other) throw new Refusal('case.duplicate_unknown', {}, 'duplicateOf')
  if (other === plain.caseId) throw new Refusal('case.duplicate_of_itself', {}, 'duplicateOf')
  const kept = await moving.duplicateTarget(tx, other)
  if (!kept || kept.duplicateOf) throw new Refusal('case.duplicate_unknown', { number: kept?.number ?? null }, 'duplicateOf')
  const moved = await makeMove(tx, { ...plain, facts: { number: kept.number, caseId: other }, set: { duplicateOf: other } })
  if (!moved.already) await alsoFollows(tx, { from: plain.caseId, number: moved.found.number, to: other })
  return moved
}

// ---- the directorates' first moves, each an operation of its own

const part = (by: Actor) => by.directorateId as DirectorateId
/** My directorate starts on it: under review from now on. */
export async function takeCase(tx: Tx, { caseId }: { caseId: CaseId }, by: Actor): Promise<Done> {
  await makeMove(tx, { caseId, move: 'take', directorateId: part(by) })
  return done
}
/** Not ours: back to the desk. The case waits for the desk when its lead gives it back, or when nobody is left with it. */
export async function returnCase(tx: Tx, { caseId, reason }: { caseId: CaseId; reason: string }, by: Actor): Promise<Done> {
  await makeMove(tx, { caseId, move: 'return', directorateId: part(by), reason })
  return done
}
/** Our part of it goes to another directorate. What was promised to the citizen stays promised: the due time does not move. */
export async function passCase(tx: Tx, { caseId, to, reason }: { caseId: CaseId; to: DirectorateId; reason: string }, by: Actor): Promise<Done> {
  const mine = part(by)
  const tasks = (await store.lockCase(tx, caseId)) ? await store.tasksOf(tx, caseId) : []
  const task = tasks.find((one) => one.directorateId === mine)
  if (task && isActive(task.status)) {
    if (to === mine || tasks.some((one) => one.directorateId === to && isActive(one.status))) throw new Refusal('case.already_there', {}, 'to')
    const [target] = await directoratesByIds(tx, [to])
    if (!target || target.retired) throw new Refusal('case.unknown_directorate', {}, 'to')
    await makeMove(tx, {
      caseId, move: 'pass', directorateId: mine, reason, facts: { from: (await directoratesByIds(tx, [mine]))[0]?.name ?? null, to: target.name },
      set: task.part === 'lead' ? { leadId: to } : {}, parts: async () => { await store.putTasks(tx, caseId, [{ directorateId: to, part: task.part, dueAt: task.dueAt }]) },
    })
    return done
  }
  await makeMove(tx, { caseId, move: 'pass', directorateId: mine, reason })
  return done
}

/** The desk sends it anew. Who has taken it up and stays goes on; who is left out is done with it; what was proposed is not asked any more. */
export async function routeCase(tx: Tx, given: { caseId: CaseId; lead: DirectorateId; supporting: DirectorateId[]; reason: string }, _by: Actor): Promise<Done> {
  const found = await store.lockCase(tx, given.caseId)
  if (!found) throw new Refusal('case.not_found')
  const ids = [...new Set([given.lead, ...given.supporting])]
  const to = await directoratesByIds(tx, ids)
  const unknown = ids.find((id) => !to.some((d) => d.id === id && !d.retired))
  if (unknown) throw new Refusal('case.unknown_directorate', {}, unknown === given.lead ? 'lead' : 'supporting')
  const dueAt = found.waitsSince ? await promiseAfter(tx, found) : (found.dueAt ?? (await promiseAfter(tx, found, given.lead)))
  const names = new Map(to.map((d) => [d.id, d.name]))
  await makeMove(tx, {
    caseId: found.id, move: 'route', reason: given.reason, set: { leadId: given.lead, dueAt },
    facts: { lead: names.get(given.lead), supporting: ids.slice(1).map((id) => names.get(id)), dueAt: dueAt instanceof Date ? dueAt.toISOString() : dueAt },
    parts: async (tasks) => {
      const leftOut = tasks.filter((task) => task.status !== 'passed' && !ids.includes(task.directorateId)).map((task) => task.directorateId)
      await store.setTasks(tx, found.id, leftOut, 'passed')
      await store.putTasks(tx, found.id, ids.map((id) => ({ directorateId: id, part: id === given.lead ? 'lead' : 'supporting', dueAt })))
    },
  })
  return done
}
