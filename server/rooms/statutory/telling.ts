/** What others learn of a step: the timeline of the case, the contact ledger, the citizen, and the screens. */
import type { CaseId } from '../../../contracts/cases.ts'
import type { Statute, StepKind } from '../../../contracts/statutory.ts'
import type { Tx } from '../../platform/db.ts'
import { addToTimeline } from '../cases/index.ts'
import type { StepFacts } from './facts.ts'

/** What the desk does by itself, or corrects, is nothing to the citizen. */
const inside: readonly StepKind[] = ['warned', 'overdue', 'recounted', 'taken_back']

export async function told(tx: Tx, request: { caseId: CaseId; number: string; statute: Statute }, step: StepFacts, dueOn: string | null): Promise<void> {
  const { caseId, number, statute } = request
  await addToTimeline(tx, caseId, { what: 'statutory', facts: { ...step.facts, step: step.what, on: step.on, number, statute, dueOn }, audience: inside.includes(step.what) ? 'internal' : 'citizen' })
}
