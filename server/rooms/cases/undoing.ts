/** A move is taken back: the case stands where it stood before it, and the timeline keeps both. */
import type { CaseId, MoveId, MoveRow } from '../../../contracts/cases.ts'
import type { StaffId } from '../../../contracts/identity.ts'
import { moveOf } from '../../../contracts/moves.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { Refusal } from '../../platform/refusal.ts'
import { audienceOf } from './cases.ts'
import * as moving from './moving.store.ts'
import * as store from './store.ts'

/** Whoever could make it may take it back; what a rule did, whoever settles cases; the supervisor everything. */
export function mayUndo(move: Pick<moving.MoveRead, 'move' | 'by' | 'directorateId'>, by: Pick<Actor, 'id' | 'may' | 'scope' | 'directorateId'>): boolean {
  if (move.by === by.id || by.may.has('case.close')) return true
  const { may } = moveOf(move.move)
  if (!may.length) return by.may.has('case.settle')
  const theirs = by.scope !== 'directorate' || move.directorateId === null || move.directorateId === by.directorateId
  return theirs && may.some((permission) => by.may.has(permission))
}

/**
 * Takes the newest move back. What other rooms keep beside it they set back themselves, in the same transaction.
 * @throws Refusal `case.not_found`, `case.move_not_newest`, `case.cannot_undo`
 */
export async function undoNewest(tx: Tx, { caseId, moveId, reason }: { caseId: CaseId; moveId: MoveId; reason: string }, by: Actor): Promise<moving.MoveRead> {
  const found = await store.lockCase(tx, caseId)
  if (!found) throw new Refusal('case.not_found')
  const newest = await moving.newestMove(tx, caseId)
  if (newest?.id !== moveId) throw new Refusal('case.move_not_newest', { number: found.number })
  if (!mayUndo(newest, by)) throw new Refusal('case.cannot_undo', { number: found.number, move: newest.move })
  await moving.markUndone(tx, moveId)
  await moving.restore(tx, caseId, newest.before, newest.at)
  await store.addEntry(tx, caseId, { what: 'move_undone', facts: { move: newest.move, from: newest.to, to: newest.from, reason }, audience: moveOf(newest.move).told ? 'citizen' : 'internal' })
  const tasks = await store.tasksOf(tx, caseId)
  await publish(tx, 'case.changed', { caseId, what: 'move_undone' }, audienceOf([...found.dirs, ...tasks.map((task) => task.directorateId)]))
  await publish(tx, 'case.move_undone', { caseId, move: newest.move, moveId, from: newest.to, to: newest.from }, [])
  return newest
}
export const moveShown = (move: moving.MoveRead, names: ReadonlyMap<string, string>): MoveRow =>
  ({ id: move.id, move: move.move, at: move.at, by: names.get(move.by) ?? null, byId: names.has(move.by) ? (move.by as StaffId) : null, from: move.from, to: move.to, undone: move.undone, directorateId: move.directorateId })
