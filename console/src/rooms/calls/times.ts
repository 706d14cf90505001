/** How long a call waited and talked, and what happened when. Seconds; null where there was none of it. */
import type { Call } from '../../../../contracts/calls.ts'

type Times = Pick<Call, 'direction' | 'arrivedAt' | 'queuedAt' | 'rangAt' | 'answeredAt' | 'endedAt'>
const seconds = (from: string, to: number) => Math.max(0, Math.floor((to - Date.parse(from)) / 1000))
const momentOf = (at: string | null, now: number) => (at === null ? now : Date.parse(at))

/** From joining the queue, since what comes before is the notice and the greeting; a call that never joined waited for nobody. */
export function waited(call: Times, now: number): number | null {
  const from = call.direction === 'out' ? (call.rangAt ?? call.arrivedAt) : call.queuedAt
  return from === null ? null : seconds(from, momentOf(call.answeredAt ?? call.endedAt, now))
}
export const talked = (call: Times, now: number): number | null =>
  call.answeredAt === null ? null : seconds(call.answeredAt, momentOf(call.endedAt, now))

export type StepName = 'arrived' | 'dialled' | 'queued' | 'rang' | 'rangOut' | 'answered' | 'ended' | 'running'
export type CallStep = { step: StepName; at: string | null; after: number | null }

/** In the order they happened, with seconds since the beginning; the last one is the end, or that it still runs. */
export function stepsOf(call: Times): CallStep[] {
  const out = call.direction === 'out'
  const known: [StepName, string | null][] = [
    [out ? 'dialled' : 'arrived', call.arrivedAt], ['queued', call.queuedAt], [out ? 'rangOut' : 'rang', call.rangAt], ['answered', call.answeredAt], ['ended', call.endedAt],
  ]
  const steps = known.flatMap(([step, at]) => (at === null ? [] : [{ step, at, after: seconds(call.arrivedAt, Date.parse(at)) }]))
  steps.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return call.endedAt === null ? [...steps, { step: 'running', at: null, after: null }] : steps
}
/** The number of the other side: who called us, or whom we called. */
export const otherNumber = (call: Pick<Call, 'direction' | 'from' | 'dialled'>) => (call.direction === 'in' ? call.from : call.dialled)
