/** What the clocks say to others: a new day to the citizen, her answer to whoever asked for it. */
import { createHash } from 'node:crypto'
import type { CaseId, TimelineEntry } from '../../../contracts/cases.ts'
import { done } from '../../../contracts/kit.ts'
import type { Tx } from '../../platform/db.ts'
import { callTo, holdCase, newestMove, setDue } from '../cases/index.ts'
import { tellCitizens } from '../contact/index.ts'
import { oneStaff } from '../identity/index.ts'
import { reached } from './escalation-whom.ts'
import * as store from './escalation.store.ts'

/** Another day, said to the case and to the citizen in one transaction. */
export async function changeDue(tx: Tx, given: { caseId: CaseId; id: TimelineEntry['id']; dueAt: string; reason: string }): Promise<typeof done> {
  if (await setDue(tx, given)) await tellCitizens(tx, { caseId: given.caseId, fact: `due:${given.id}`, template: 'case-due-changed', fields: { neden: given.reason }, trueNews: true })
  return done
}

const uuid = /^[0-9a-f-]{36}$/
/** Made of what it tells of, so that hearing twice writes once. */
function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
/** The citizen has said something while we waited for her: whoever asked is called, and goes on when she has read it. */
export async function answerCame(tx: Tx, { caseId }: { caseId: CaseId }): Promise<void> {
  const found = await holdCase(tx, caseId)
  if (found?.status !== 'waiting_info' || found.waitsFor !== 'citizen' || !found.waitsSince) return
  const at = await store.heardSince(tx, caseId, found.waitsSince)
  const asked = at ? await newestMove(tx, caseId) : undefined
  if (!asked) return
  const asker = uuid.test(asked.by) ? await oneStaff(tx, asked.by as never) : undefined
  const others = async () => {
    const task = found.tasks.find((one) => one.directorateId === (asked.directorateId ?? found.leadId))
    return (await reached(tx, { directorateId: task?.directorateId ?? null, dueAt: '', inHand: [task?.assignedTo, task?.takenBy].flatMap((id) => id ?? []), decides: false }, { whom: 'in_hand' })).staffIds
  }
  await callTo(tx, caseId, { id: idOf(`info ${caseId} ${at}`), what: 'info_came', facts: {}, staffIds: asker && !asker.left ? [asker.id] : await others() })
}
