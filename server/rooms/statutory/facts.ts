/** What the steps say together: where a request stands. Steps are only ever added; one taken back counts no more. Pure. */
import type { StatutoryState, StepKind } from '../../../contracts/statutory.ts'
import type { Turns } from './clock.ts'

export type StepFacts = { id: string; on: string; what: StepKind; facts: Record<string, unknown> }
export type Standing = Turns & { state: StatutoryState; endedOn: string | null }

/** Signs of life, and what the desk does by itself, change nothing. */
const turning: Partial<Record<StepKind, (step: StepFacts, now: Standing) => Partial<Standing>>> = {
  extended: ({ on }) => ({ extendedOn: on }),
  cost_notice: ({ on }) => ({ noticedOn: on, state: 'waits_payment' }),
  paid: ({ on }) => ({ paidOn: on, state: 'open', endedOn: null }),
  answered: ({ on }) => ({ state: 'answered', endedOn: on }),
  rejected: ({ on }) => ({ state: 'rejected', endedOn: on }),
  forwarded: ({ on }) => ({ state: 'forwarded', endedOn: on }),
  withdrawn: ({ on }) => ({ state: 'withdrawn', endedOn: on }),
}
const counting = (steps: readonly StepFacts[]): StepFacts[] => {
  const back = new Set(steps.flatMap((step) => (step.what === 'taken_back' ? [step.facts.step] : [])))
  return steps.filter((step) => !back.has(step.id))
}
export function standing(steps: readonly StepFacts[]): Standing {
  return counting(steps).reduce<Standing>((now, step) => ({ ...now, ...turning[step.what]?.(step, now) }), { state: 'open', endedOn: null, extendedOn: null, noticedOn: null, paidOn: null })
}
/** The one step that may be taken back: the newest of those that changed something, or told somebody something. */
export const newest = (steps: readonly StepFacts[]): StepFacts | undefined => counting(steps).findLast((step) => turning[step.what] !== undefined || step.what === 'progress')
/** Nothing happens before what happened already; that it was given up is only what we took silence for. */
export const lastDay = (steps: readonly StepFacts[], receivedOn: string): string =>
  counting(steps).reduce((last, step) => (turning[step.what] && step.what !== 'withdrawn' && step.on > last ? step.on : last), receivedOn)
