/** What a person at the desk is doing, from what the switch sees, what she asked for, and what is unfinished. Pure. */
import type { CallId } from '../../../contracts/call-id.ts'
import type { Presence } from '../../../contracts/calls.ts'
import type { SeatState } from './switch.ts'

export type Wish = { wanted: 'ready' | 'paused' | 'away'; reason: string | null }
/** Her newest answered call: over or not, and whether a case or a code came of it. */
export type LastCall = { callId: CallId; ended: boolean; settled: boolean } | undefined
export type Found = { state: Presence; reason: string | null; callId: CallId | null }

export function presenceOf(wish: Wish, last: LastCall, seen: SeatState | undefined): Found {
  const call = last?.callId ?? null
  if (seen?.ringing) return { state: 'ringing', reason: null, callId: null }
  if (seen?.busy || (last && !last.ended && seen === undefined)) return { state: 'on_call', reason: null, callId: last && !last.ended ? call : null }
  if (wish.wanted === 'away') return { state: 'away', reason: null, callId: null }
  // Over for her, though the two whom she brought together may talk on.
  if (last && !last.settled) return { state: 'wrap_up', reason: null, callId: call }
  return { state: wish.wanted, reason: wish.wanted === 'paused' ? wish.reason : null, callId: null }
}

/** A code of our own that no administrator can take away: the pause while a call is being finished. */
export const wrappingUp = 'wrap-up'
/** The switch's own: the seat was rung and nobody answered, so it is rung no more until she says she is there. */
export const unanswered = 'unanswered'
export const rungInVain = (wish: Wish, seen: SeatState | undefined): boolean => wish.wanted === 'ready' && seen?.paused === true && seen.reason === unanswered
export type Ask = { state: 'ready' | 'paused' | 'away'; reason?: string }
/** What the switch should be asked for so that it rings nobody who is not ready; undefined when it is so already. */
export function askOf(found: Found, wish: Wish, seen: SeatState | undefined): Ask | undefined {
  if (found.state === 'ringing' || found.state === 'on_call') return undefined
  const should: Ask = found.state === 'wrap_up' ? { state: 'paused', reason: wrappingUp } : wish.wanted === 'paused' ? { state: 'paused', reason: wish.reason ?? '' } : { state: wish.wanted }
  const is: Ask['state'] = !seen?.member ? 'away' : seen.paused ? 'paused' : 'ready'
  const sameReason = should.state !== 'paused' || (seen?.reason ?? '') === (should.reason ?? '')
  return is === should.state && sameReason ? undefined : should
}
