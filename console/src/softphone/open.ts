/** Opens the telephone of whoever is signed in, and gives it to React and to other rooms. */
import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { callsApi, type Seat } from '../../../contracts/calls.ts'
import { showPhone } from '@akmasa/ui'
import { call, Problem } from '../client.ts'
import { hearLive } from '../live.ts'
import { text } from '../text.ts'
import { askEarly } from './caller.ts'
import { startPhone, type Phone, type SipLine } from './phone.ts'
import { notifySystem, ring } from './ring.ts'
import { holdSeat, type Seating } from './seat.ts'
import { sipLine } from './sip.ts'
import { initial, phaseOf, speaking, type Heard, type Phase, type Purpose, type State } from './state.ts'

/** Null: the desk did not answer, or could not: worth asking again. Its one refusal of that rank is the switch's absence. */
export const deskCode = (error: unknown): string | null => {
  if (!(error instanceof Problem)) return null
  if (error.code === 'switch.unavailable') return error.code
  return error.status > 0 && error.status < 500 && error.status !== 401 && error.status !== 429 ? error.code : null
}

/** A desk that is stuck counts as away: it is asked again. */
export const patience = () => AbortSignal.timeout(10_000)

let open: { staffId: string; phone: Phone; undo: () => void; leaving: boolean } | null = null
const watchers = new Set<() => void>()
const tell = () => { for (const watcher of watchers) watcher() }

/** The line in the tab that has the seat; the others wait until it closes. */
function inThisTab(line: SipLine): SipLine & { take(): void } {
  let seating: Seating | undefined
  let hear: (heard: Heard) => void = () => {}
  let seat: Seat | null = null
  return {
    ...line,
    open(given, listener) {
      seat = given
      hear = listener
      if (seating?.held()) return line.open(given, hear)
      seating ??= holdSeat({
        have() {
          const first = seat
          seat = null
          // The other tab was given a newer password meanwhile.
          if (first) line.open(first, hear)
          else hear({ is: 'line.free' })
        },
        lost: () => { seat = null; hear({ is: 'line.other_tab' }) },
      })
    },
    take: () => seating?.take(),
    leave: () => { seating?.leave(); line.leave() },
  }
}

/** Ends with what it returns; a call in talk is not cut off by a sign-in that ran out, and ends the telephone when it ends. */
export function openSoftphone(staffId: string, queries: QueryClient, use: 'desk' | 'out' = 'desk'): () => void {
  if (open?.staffId === staffId) open.leaving = false
  else {
    open?.undo()
    open = make(staffId, queries, use)
    tell()
  }
  const mine = open
  return () => {
    if (!mine) return
    mine.leaving = true
    // A page that mounts again at once (a reload of its code, a sign-in) goes on with the same telephone.
    queueMicrotask(() => { if (mine.leaving && !speaking(mine.phone.state())) mine.undo() })
  }
}

function make(staffId: string, queries: QueryClient, use: 'desk' | 'out') {
  const out = use === 'out'
  const sip = inThisTab(sipLine())
  const phone = startPhone({
    sip, codeOf: deskCode,
    notify: (ringing) => {
      askEarly(queries, ringing)
      notifySystem(text('softphone.incoming', { number: showPhone(ringing.number) || text('softphone.noNumber') }))
    },
    desk: {
      takeSeat: () => call(out ? callsApi.takeOutSeat : callsApi.takeSeat, {}, patience()), presence: () => call(out ? callsApi.outPresence : callsApi.presence, {}, patience()),
      setPresence: ({ state, reason }) => call(callsApi.setPresence, { state, reason: reason ?? undefined }, patience()),
    },
  })
  const hear = phone.hear
  const stopLive = hearLive((e) => {
    if (e === 'back') hear({ is: 'desk.back' })
    else if (e.event === 'presence.changed' && e.fact.staffId === staffId) hear({ is: 'desk.news' })
  })
  const made = {
    staffId, leaving: false, undo,
    phone: { ...phone, hear: (heard: Heard) => { if (heard.is === 'take_here' && phone.state().trouble?.code === 'other_tab') sip.take(); else hear(heard) } },
  }
  const stopState = phone.subscribe(() => {
    const state = phone.state(), rings = state.calls.some((c) => c.step === 'ringing')
    ring(!rings ? null : speaking(state) ? 'beep' : 'ring')
    if (!rings) notifySystem(null)
    if (made.leaving && !speaking(state)) queueMicrotask(undo)
    tell()
  })
  // The one question before leaving: a page closed by mistake would cut the citizen off.
  const beforeLeaving = (e: BeforeUnloadEvent) => { if (phone.state().calls.some((c) => c.answeredAt !== null)) e.preventDefault() }
  const leaving = () => sip.leave()
  window.addEventListener('beforeunload', beforeLeaving)
  window.addEventListener('pagehide', leaving)
  function undo() {
    window.removeEventListener('beforeunload', beforeLeaving)
    window.removeEventListener('pagehide', leaving)
    stopState()
    stopLive()
    ring(null)
    notifySystem(null)
    sip.leave()
    phone.end()
    if (open === made) open = null
    tell()
  }
  return made
}

const watch = (watcher: () => void) => { watchers.add(watcher); return () => { watchers.delete(watcher) } }
export const phoneState = (): State => open?.phone.state() ?? initial
export const usePhone = (): State => useSyncExternalStore(watch, phoneState)
export const usePhase = (): Phase => phaseOf(usePhone())
/** Hears every change of the telephone; returns how to stop. */
export const watchPhone = watch
export const tellPhone = (heard: Heard): void => open?.phone.hear(heard)
/** Calls a number out; what it is about is kept with the call. Refused with a hint in the bar while another call runs. */
export const dial = (number: string, purpose: Purpose = {}): void => tellPhone({ is: 'dial', number, purpose })
