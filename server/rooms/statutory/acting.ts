/** What is done about a registered request: answers, the turns that its law allows, and the taking back of a slip. */
import type { AttachmentId, CaseId } from '../../../contracts/cases.ts'
import { done } from '../../../contracts/kit.ts'
import type { InstitutionId } from '../../../contracts/places.ts'
import { type Delivery, type Ground, groundsOf, type StatutoryAct, type StepId, type StepKind, whyNot } from '../../../contracts/statutory.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { papersOf } from '../cases/index.ts'
import { institutionById } from '../places/index.ts'
import { lastDay, newest, standing, type StepFacts } from './facts.ts'
import { counted, todayOf } from './statutory.ts'
import * as store from './store.ts'
import { told } from './telling.ts'

type Done = typeof done
type Base = { caseId: CaseId; id: StepId; on: string }
type Outward = Base & { delivery: Delivery }
const kinds: Record<StatutoryAct, StepKind> = { progress: 'progress', answer: 'answered', extend: 'extended', cost: 'cost_notice', pay: 'paid', reject: 'rejected', forward: 'forwarded' }
const paths: Record<string, string> = { 'statute.extension_late': 'on', 'statute.cost_late': 'on', 'statute.paid_late': 'on' }

/** Waits for whoever else works on it. @throws Refusal `statute.not_found` for what is not there and for what may not be seen, alike. */
export async function held(tx: Tx, caseId: CaseId): Promise<store.Held> {
  const found = await store.lockRequest(tx, caseId)
  if (!found) throw new Refusal('statute.not_found')
  return found
}

async function act(tx: Tx, name: StatutoryAct, { caseId, id, on, ...facts }: Base & Record<string, unknown>, check?: (found: store.Held) => Promise<Record<string, unknown>> | Record<string, unknown>): Promise<Done> {
  const found = await held(tx, caseId)
  const steps = await store.stepsOf(tx, caseId)
  if (steps.some((step) => step.id === id)) return done
  const no = whyNot(name, found, on)
  if (no) throw new Refusal(no, { state: found.state, dueOn: found.dueOn, payBy: found.payBy }, paths[no])
  if (on > (await todayOf(tx))) throw new Refusal('statute.day_future', {}, 'on')
  const first = lastDay(steps, found.receivedOn)
  if (on < first) throw new Refusal('statute.day_early', { day: first }, 'on')
  const step: StepFacts = { id, on, what: kinds[name], facts: { ...facts, ...(await check?.(found)) } }
  await turn(tx, found, steps, step)
  return done
}

/** Adds the step, and counts anew what follows from all of them. */
export async function turn(tx: Tx, found: store.Held, steps: readonly StepFacts[], step: StepFacts): Promise<void> {
  // An id that is another request's step, or one that this reader cannot see.
  if (!(await store.addStep(tx, found.caseId, step))) throw new Refusal('statute.id_reused', {}, 'id')
  const now = standing([...steps, step])
  const clock = await counted(tx, found, now)
  await store.putStanding(tx, found.caseId, now, clock)
  // A later last day is warned of anew.
  if (clock.dueOn !== found.dueOn) await store.putWarned(tx, found.caseId, null)
  await told(tx, found, step, clock)
}

export const progress = (tx: Tx, given: Outward & { words: string }): Promise<Done> => act(tx, 'progress', given)
export const answer = (tx: Tx, { attachmentIds, ...given }: Outward & { words: string; reference?: string | undefined; attachmentIds: AttachmentId[] }): Promise<Done> =>
  act(tx, 'answer', given, async ({ caseId }) => {
    const papers = await papersOf(tx, caseId, attachmentIds)
    if (papers.length < attachmentIds.length) throw new Refusal('statute.unknown_attachment', {}, 'attachmentIds')
    return { papers }
  })
export const extend = (tx: Tx, given: Outward & { reason: string }): Promise<Done> => act(tx, 'extend', given)
export const noticeCost = (tx: Tx, given: Outward & { amount: string; words: string }): Promise<Done> => act(tx, 'cost', given)
export const pay = (tx: Tx, given: Base & { reference?: string | undefined }): Promise<Done> => act(tx, 'pay', given)
export const reject = (tx: Tx, given: Outward & { ground: Ground; words: string }): Promise<Done> =>
  act(tx, 'reject', given, ({ statute }) => {
    if (!(groundsOf[statute] as readonly Ground[]).includes(given.ground)) throw new Refusal('statute.wrong_ground', {}, 'ground')
    return {}
  })
type Forward = Outward & { institutionId?: InstitutionId | undefined; institution?: string | undefined; reference?: string | undefined; words?: string | undefined }
export const forward = (tx: Tx, { institutionId, institution, ...given }: Forward): Promise<Done> =>
  act(tx, 'forward', given, async () => {
    const found = institutionId && (await institutionById(tx, institutionId))
    if (institutionId && !found) throw new Refusal('statute.unknown_institution', {}, 'institutionId')
    if (!found && !institution) throw new Refusal('statute.institution_needed', {}, 'institution')
    return { institution: found ? found.name : institution }
  })

/** The newest step counts no more. It stays, with why. */
export async function takeBack(tx: Tx, { caseId, id, step, reason }: { caseId: CaseId; id: StepId; step: StepId; reason: string }): Promise<Done> {
  const found = await held(tx, caseId)
  const steps = await store.stepsOf(tx, caseId)
  if (steps.some((one) => one.id === id)) return done
  const last = newest(steps)
  if (!last || last.id !== step) throw new Refusal('statute.not_newest')
  await turn(tx, found, steps, { id, on: await todayOf(tx), what: 'taken_back', facts: { step, was: last.what, reason } })
  return done
}
