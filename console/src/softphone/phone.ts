/**
 * The telephone itself: owns the SIP line, the timers and the questions to the desk, and feeds the state machine.
 * One per page, outside React; `end()` ends every listener, timer and call it has.
 */
import type { PresenceState, Seat } from '../../../contracts/calls.ts'
import { next } from './presence.ts'
import { initial, type Effect, type Heard, type PhoneCall, type State, type Timer, type Wish } from './state.ts'

/** What a telephone needs of SIP. The real one is `sip.ts`; tests put a fake in its place. */
export type SipLine = {
  open(seat: Seat, hear: (heard: Heard) => void): void
  close(): void
  /** The page goes away: whoever is in talk is told now, not by silence. */
  leave(): void
  answer(key: string): void
  end(key: string): void
  /** Declines a call that only rings, as busy: the queue offers it to the next operator. */
  busy(key: string): void
  hold(key: string, on: boolean): void
  mute(key: string, on: boolean): void
  digit(key: string, digit: string): void
  call(key: string, number: string, headers: string[]): void
  checkMicrophone(hear: (heard: Heard) => void): void
}
/** What a telephone needs of the desk. What they reject with is read by `CodeOf`. */
export type DeskLine = { takeSeat(): Promise<Seat>; presence(): Promise<PresenceState>; setPresence(wish: Wish): Promise<PresenceState> }
/** Turns a rejection into the refusal's code, or null where the desk did not answer. */
export type CodeOf = (error: unknown) => string | null
/** At the ring, before anything is drawn. */
export type Notify = (call: PhoneCall) => void

export type Phone = {
  state(): State
  subscribe(listener: () => void): () => void
  hear(heard: Heard): void
  end(): void
}

export function startPhone(given: { sip: SipLine; desk: DeskLine; codeOf: CodeOf; notify: Notify; clock?: () => number }): Phone {
  const { sip, desk, codeOf, notify, clock = Date.now } = given
  const listeners = new Set<() => void>()
  const timers = new Map<Timer, ReturnType<typeof setTimeout>>()
  let state = initial
  let ended = false
  // Answers of the desk to older questions must not overwrite newer ones.
  const asked = { seat: 0, ask: 0, change: 0 }

  function hear(heard: Heard) {
    if (ended) return
    const step = next(state, heard, clock())
    const moved = step.state !== state
    state = step.state
    for (const effect of step.effects) run(effect)
    if (moved) for (const listener of listeners) listener()
  }

  function ask<T>(what: 'seat' | 'ask' | 'change', question: () => Promise<T>, answer: (t: T) => Heard) {
    const mine = ++asked[what]
    stop(what)
    question().then(
      (t) => mine === asked[what] && hear(answer(t)),
      (error: unknown) => mine === asked[what] && hear({ is: 'desk.failed', asked: what, code: codeOf(error) }),
    )
  }

  function stop(timer: Timer) {
    clearTimeout(timers.get(timer))
    timers.delete(timer)
  }

  function run(effect: Effect) {
    switch (effect.do) {
      case 'take_seat': return ask('seat', () => desk.takeSeat(), (seat) => ({ is: 'desk.seat', seat }))
      case 'ask': return ask('ask', () => desk.presence(), (presence) => ({ is: 'desk.presence', presence, changed: false }))
      case 'change':
        asked.ask++ // what was read before the change is older than its answer
        return ask('change', () => desk.setPresence(effect.wish), (presence) => ({ is: 'desk.presence', presence, changed: true }))
      case 'open_line': return sip.open(effect.seat, hear)
      case 'close_line': return sip.close()
      case 'answer': return sip.answer(effect.key)
      case 'end': return sip.end(effect.key)
      case 'busy': return sip.busy(effect.key)
      case 'hold': return sip.hold(effect.key, effect.on)
      case 'mute': return sip.mute(effect.key, effect.on)
      case 'digit': return sip.digit(effect.key, effect.digit)
      case 'call': return sip.call(effect.key, effect.number, headersOf(effect.purpose))
      case 'check_microphone': return sip.checkMicrophone(hear)
      case 'notify': return notify(effect.call)
      case 'stop': return stop(effect.timer)
      case 'wait':
        stop(effect.timer)
        timers.set(effect.timer, setTimeout(() => hear({ is: 'time', timer: effect.timer }), effect.ms))
    }
  }

  hear({ is: 'start' })
  return {
    state: () => state,
    subscribe: (listener) => (listeners.add(listener), () => listeners.delete(listener)),
    hear,
    end() {
      if (ended) return
      ended = true
      for (const timer of timers.keys()) stop(timer)
      listeners.clear()
      sip.close()
    },
  }
}

/** The switch keeps why a number was called with the call. */
const headersOf = ({ caseId, taskId }: { caseId?: string; taskId?: string }) => [
  ...(caseId ? [`X-Akmasa-Case: ${caseId}`] : []), ...(taskId ? [`X-Akmasa-Task: ${taskId}`] : []),
]
