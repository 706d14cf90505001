/** What becomes of a proposal when its case moves otherwise. Heard twice, it does nothing twice. */
import type { MoveId } from '../../../contracts/cases.ts'
import type { Fact } from '../../../contracts/events.ts'
import { isEnded } from '../../../contracts/moves.ts'
import type { Tx } from '../../platform/db.ts'
import { lockCase, moveById } from '../cases/index.ts'
import { changed, join } from './proposals.ts'
import * as store from './proposals.store.ts'

export async function followMove(tx: Tx, { caseId, moveId }: Fact<'case.moved'>): Promise<void> {
  const found = await lockCase(tx, caseId), move = await moveById(tx, moveId as MoveId)
  if (!found || !move || move.undone) return
  const p = await store.current(tx, caseId)
  if (!p || !['draft', 'proposed', 'submitted', 'approved'].includes(p.status)) return
  // A directorate gave the case back when the others had proposed: theirs is the whole now.
  if (p.status === 'draft' && found.status === 'proposed' && (move.move === 'return' || move.move === 'pass')) {
    await store.noteStep(tx, move.id, p.id)
    await join(tx, found, p.id)
    return changed(tx, caseId, p.id)
  }
  const since = p.parts.some((part) => part.proposed && Date.parse(part.at) > Date.parse(move.at))
  const left = (isEnded(move.to) && isEnded(found.status)) || (move.move === 'route' && !since)
  if (!left) return
  await store.noteStep(tx, move.id, p.id)
  await store.change(tx, p.id, { ...p, status: 'withdrawn', because: null })
  await changed(tx, caseId, p.id)
}
