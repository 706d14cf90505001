/**
 * A caller who only asked something and was told: when her call ends it is closed as information, with the topic, by
 * itself. Outside React; what waits here waits for the end of its call and no longer. Lost with the page: then the
 * operator is asked for the call's result as after any other call.
 */
import type { CallId } from '../../../../contracts/call-id.ts'
import type { DraftId } from '../../../../contracts/cases.ts'
import type { TopicId } from '../../../../contracts/routing.ts'
import { empty, untouched, type Intake } from './intake.ts'

export type Told = { callId: CallId; code: string; topicId: TopicId; note: string | undefined; /** The intake that goes with it, when nothing else was written there. */ draftId: DraftId | null; title: string }
type Phone = { calls: readonly { callId: CallId | null }[]; wrapUp: { callId: CallId } | null }
export type ClosingDesk = {
  phone(): Phone
  watch(listener: () => void): () => void
  wrapUp(told: Told): Promise<unknown>
  settled(callId: CallId): void
  /** Ends the draft if there is still nothing in it but the question. */
  discard(draftId: DraftId): void
}
const mostTries = 5

export type Closings = ReturnType<typeof keepClosings>
export function keepClosings(desk: ClosingDesk) {
  const waiting = new Map<CallId, { told: Told; tries: number; flying: boolean }>()
  const listeners = new Set<() => void>()
  let stop: (() => void) | undefined

  const tell = () => { for (const listener of listeners) listener() }
  function drop(callId: CallId) {
    waiting.delete(callId)
    if (!waiting.size) { stop?.(); stop = undefined }
    tell()
  }
  function look() {
    const { calls, wrapUp } = desk.phone()
    for (const [callId, one] of waiting) {
      if (one.flying || calls.some((c) => c.callId === callId)) continue
      // Over and nothing owed: a case came of it after all, or somebody wrote its result.
      if (wrapUp?.callId !== callId) drop(callId)
      else void close(callId, one)
    }
  }
  async function close(callId: CallId, one: { told: Told; tries: number; flying: boolean }) {
    one.flying = true
    try {
      await desk.wrapUp(one.told)
      drop(callId)
      desk.settled(callId)
      if (one.told.draftId) desk.discard(one.told.draftId)
    } catch {
      // The desk may read the switch's record a moment later than the browser hears of the end; the operator has the result's button meanwhile.
      one.flying = false
      if (++one.tries >= mostTries) drop(callId)
    }
  }
  return {
    /** Closes at once if the call is over, else at its end; told twice, the last answer's topic counts. */
    close(told: Told) {
      waiting.set(told.callId, { told, tries: 0, flying: false })
      stop ??= desk.watch(look)
      tell()
      look()
    },
    cancel: drop,
    of: (callId: CallId | null): Told | undefined => (callId ? waiting.get(callId)?.told : undefined),
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** Nothing in the intake but a question: what was asked, about what, in which place, by whom of the card. */
export function onlyAsked(i: Intake): boolean {
  const blank = empty(i.channel), { where, reporter } = i
  if (where.words || where.street || where.lat !== null || (reporter.name && !reporter.citizenId)) return false
  return untouched({ ...i, kind: blank.kind, said: '', topicId: null, where: blank.where, reporter: { ...reporter, name: '' } })
}
