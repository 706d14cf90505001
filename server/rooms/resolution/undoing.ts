/** The newest move of a case is taken back; whatever this room kept beside it stands again as it stood. */
import type { CaseId, MoveId } from '../../../contracts/cases.ts'
import { done } from '../../../contracts/kit.ts'
import { moveOf } from '../../../contracts/moves.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { type MoveRead, undoNewest } from '../cases/index.ts'
import { tellCitizens } from '../contact/index.ts'
import { undone as talkUndone } from './agreement.ts'
import { undone as confirmationUndone } from './confirmation.ts'
import { changed } from './proposals.ts'
import * as store from './proposals.store.ts'
import { undone as ordersUndone } from './work-moves.ts'

export async function undoMove(tx: Tx, given: { caseId: CaseId; moveId: MoveId; reason: string }, by: Actor): Promise<typeof done> {
  const move = await undoNewest(tx, given, by)
  await undone(tx, move)
  await talkUndone(tx, move)
  await ordersUndone(tx, move)
  await confirmationUndone(tx, move)
  // She was told of it, so she is told that it is not so; who was not has nothing to unlearn.
  if (moveOf(move.move).told) await tellCitizens(tx, { caseId: given.caseId, fact: `undone:${move.id}`, template: 'case-corrected', fields: {} })
  return done
}

/** A proposal stands as it stood before the move. */
export async function undone(tx: Tx, move: MoveRead): Promise<void> {
  const steps = await store.stepsOf(tx, move.id)
  for (const { proposalId, before } of steps) {
    await store.restore(tx, proposalId, before)
    await changed(tx, move.caseId, proposalId)
  }
  if (steps.length || !['agree', 'agree_by_rule', 'object', 'reject'].includes(move.move)) return
  const p = await store.current(tx, move.caseId)
  if (!p || !['agreed', 'objected', 'rejected'].includes(p.status)) return
  await store.setAgreement(tx, p.id, 'approved', null)
  await store.change(tx, p.id, { ...p, status: 'approved', because: null })
  await changed(tx, move.caseId, p.id)
}
