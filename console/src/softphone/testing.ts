/** For tests: a desk and a switch that answer as told, in virtual time. */
import { vi } from 'vitest'
import type { CallId } from '../../../contracts/call-id.ts'
import type { PresenceState, Seat } from '../../../contracts/calls.ts'
import { startPhone, type SipLine } from './phone.ts'
import { phaseOf, type Heard } from './state.ts'

export const id = (name: string) => name as CallId
const seat: Seat = { seat: 'seat-1', password: 'x', socket: 'ws://127.0.0.1/ws', domain: '127.0.0.1', queues: ['main'] }
export const has = (state: PresenceState['state'], more: Partial<PresenceState> = {}): PresenceState => ({ state, reason: null, since: '2026-11-23T08:00:00Z', callId: null, ...more })
export class Refused extends Error { readonly code: string; constructor(code: string) { super(code); this.code = code } }

/** A desk and a switch that answer as told, and write down what they were asked. */
export function bench(first: PresenceState = has('away'), silent: Error | null = null) {
  const told: string[] = []
  const desk = { has: first, fails: silent, presenceAfter: undefined as Promise<void> | undefined }
  let line: ((heard: Heard) => void) | null = null
  const say = (...words: unknown[]) => { told.push(words.join(' ')) }
  const sip: SipLine = {
    open: (s, hear) => { line = hear; say('open', s.seat) }, close: () => say('close'), leave: () => say('leave'),
    answer: (k) => say('answer', k), end: (k) => say('end', k), busy: (k) => say('busy', k), hold: (k, on) => say('hold', k, on), mute: (k, on) => say('mute', k, on),
    digit: (k, d) => say('digit', k, d), call: (k, n, h) => say('call', k, n, ...h), checkMicrophone: () => say('microphone?'),
  }
  const answer = async <T>(t: T) => { if (desk.fails) throw desk.fails; return t }
  const phone = startPhone({
    sip, notify: (c) => say('notify', c.number), codeOf: (e) => (e instanceof Refused ? e.code : null),
    desk: {
      takeSeat: async () => { say('seat?'); return answer(seat) },
      presence: async () => { say('presence?'); const has = desk.has; await desk.presenceAfter; return answer(has) },
      setPresence: async (w) => { say('wish', w.state, w.reason ?? ''); await answer(null); desk.has = has(w.state, { reason: w.reason }); return desk.has },
    },
  })
  const hear = (h: Heard) => phone.hear(h)
  const fromLine = (h: Heard) => line?.(h)
  return { phone, desk, told, hear, fromLine, phase: () => phaseOf(phone.state()), invite: (key: string, callId = key) => fromLine({ is: 'line.invite', key, callId: id(callId), number: '+905000000301', dialled: '153', emergency: false }) }
}
export type Bench = ReturnType<typeof bench>
export const settle = () => vi.advanceTimersByTimeAsync(0)
export async function readyAt(b: Bench) { await settle(); b.fromLine({ is: 'line.up' }); b.hear({ is: 'wish', wish: { state: 'ready', reason: null } }); await settle(); b.told.length = 0 }
export async function talking(b: Bench, key = 'c1') { b.invite(key); b.hear({ is: 'answer' }); b.fromLine({ is: 'line.answered', key }); await settle() }
