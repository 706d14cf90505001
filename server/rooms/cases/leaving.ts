/** Somebody left: the cases she worked on and the intakes she had begun are a colleague's now. */
import type { StaffId } from '../../../contracts/identity.ts'
import type { Uses } from '../../../contracts/settings.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { staffByIds } from '../identity/index.ts'
import { audienceOf } from './cases.ts'
import { joined } from '../../../contracts/moves.ts'
import { setStatus } from './moving.store.ts'
import * as leaving from './leaving.store.ts'
import * as store from './store.ts'

export async function inHand(tx: Tx, staffId: string): Promise<Uses> {
  const { tasks, drafts } = await leaving.inHandOf(tx, staffId)
  return { caseTasks: tasks, drafts }
}

/** Heard twice it finds nothing left to hand on. */
export async function handOn(tx: Tx, { staffId, to }: { staffId: StaffId; to: StaffId | null }): Promise<void> {
  const people = await staffByIds(tx, to ? [staffId, to] : [staffId])
  const name = (id: StaffId | null) => (id && people.get(id)?.name) ?? null
  for (const { caseId, directorateId } of await leaving.takenBy(tx, staffId)) {
    const found = await store.lockCase(tx, caseId)
    if (!found) continue
    await leaving.handTask(tx, caseId, directorateId, to)
    if (!to && found.status === 'under_review') await setStatus(tx, caseId, joined(await store.tasksOf(tx, caseId)))
    await store.addEntry(tx, caseId, { what: 'handed_on', facts: { from: name(staffId), to: name(to) } })
    await publish(tx, 'case.changed', { caseId, what: 'handed_on' }, audienceOf(found.dirs))
  }
  if (to) await leaving.handDrafts(tx, staffId, to)
}
