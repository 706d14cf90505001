/**
 * A person's telephone and presence: what is known, what can happen, and what is to be done about it.
 * Live things own a scope (`phone.ts`); this and the three rule files beside it are pure.
 */
import type { CallId } from '../../../contracts/call-id.ts'
import type { PresenceState, Seat } from '../../../contracts/calls.ts'

/** What is shown. `offline`: no call can reach this seat now. */
export type Phase = 'away' | 'ready' | 'paused' | 'ringing' | 'on_call' | 'hold' | 'wrap_up' | 'offline'
export type Wish = { state: 'ready' | 'paused' | 'away'; reason: string | null }
/** Why a number is called: the call is kept with it. */
export type Purpose = { caseId?: string; taskId?: string }
export type PhoneCall = {
  key: string; callId: CallId | null; direction: 'in' | 'out'; number: string | null; dialled: string | null; emergency: boolean
  step: 'ringing' | 'answering' | 'dialling' | 'talking' | 'held'; muted: boolean; purpose: Purpose
  /** Milliseconds of the browser's clock. */
  since: number; answeredAt: number | null; heldAt: number | null
  /** On hold for a minute: somebody may have been forgotten. */
  heldLong: boolean
}
export type WrapUp = { callId: CallId; number: string | null; since: number }
export type TroubleCode =
  | 'mic_denied' | 'mic_missing' | 'mic_lost' | 'line_lost' | 'seat_elsewhere' | 'other_tab' | 'switch_unavailable' | 'no_seat'
  | 'audio_lost' | 'call_busy' | 'call_no_answer' | 'call_refused' | 'call_failed'
export type Trouble = { code: TroubleCode; number?: string | null }
export type Hint = 'hold_first' | 'end_first' | 'wrap_up_first' | 'reason_needed'
export type Timer = 'seat' | 'ask' | 'change' | 'hold' | 'hint'

export type State = {
  line: 'connecting' | 'up' | 'down' | 'elsewhere'
  /** The SIP socket fell since we last registered: a refused registration then means an emptied switch, not another browser. */
  fell: boolean
  deskAway: boolean
  /** What the switch was last known to have. */
  server: PresenceState | null
  /** The latest of ready, paused and away that the switch had: where one returns to after a call. */
  base: Wish
  /** A change the desk has not confirmed yet. */
  pending: Wish | null
  calls: PhoneCall[]
  wrapUp: WrapUp | null
  /** The switch has confirmed the wrap-up, so its next word ends it. */
  wrapUpSeen: boolean
  /** Calls that already became a case or were given a code. */
  settled: CallId[]
  trouble: Trouble | null
  hint: Hint | null
  tries: Record<'seat' | 'ask' | 'change', number>
  outgoing: number
}

export type Ended = 'hung_up' | 'audio_lost' | 'no_microphone' | 'busy' | 'no_answer' | 'refused' | 'failed'
export type Heard =
  | { is: 'line.up' } | { is: 'line.down' } | { is: 'line.refused' } | { is: 'line.other_tab' } | { is: 'line.free' }
  | { is: 'line.invite'; key: string; callId: CallId | null; number: string | null; dialled: string | null; emergency: boolean }
  | { is: 'line.answered'; key: string } | { is: 'line.held'; key: string } | { is: 'line.resumed'; key: string }
  | { is: 'line.muted'; key: string; on: boolean } | { is: 'line.ended'; key: string; why: Ended }
  | { is: 'line.microphone'; problem: 'mic_denied' | 'mic_missing' | 'mic_lost' | null }
  | { is: 'desk.seat'; seat: Seat } | { is: 'desk.presence'; presence: PresenceState; changed: boolean }
  /** `code` null: the desk did not answer at all. */
  | { is: 'desk.failed'; asked: 'seat' | 'ask' | 'change'; code: string | null }
  | { is: 'desk.back' } | { is: 'desk.news' }
  | { is: 'start' } | { is: 'wish'; wish: Wish } | { is: 'answer' } | { is: 'end' } | { is: 'hold' } | { is: 'mute' } | { is: 'digit'; digit: string }
  | { is: 'dial'; number: string; purpose: Purpose } | { is: 'settled'; callId: CallId } | { is: 'take_here' } | { is: 'dismiss' }
  | { is: 'time'; timer: Timer }

export type Effect =
  | { do: 'take_seat' } | { do: 'ask' } | { do: 'change'; wish: Wish } | { do: 'open_line'; seat: Seat } | { do: 'close_line' }
  | { do: 'answer' | 'end' | 'busy'; key: string } | { do: 'hold' | 'mute'; key: string; on: boolean } | { do: 'digit'; key: string; digit: string }
  | { do: 'call'; key: string; number: string; purpose: Purpose } | { do: 'check_microphone' } | { do: 'notify'; call: PhoneCall }
  | { do: 'wait'; timer: Timer; ms: number } | { do: 'stop'; timer: Timer }
export type Step = { state: State; effects: Effect[] }

export const initial: State = {
  line: 'connecting', fell: false, deskAway: false, server: null, base: { state: 'away', reason: null }, pending: null, calls: [], wrapUp: null, wrapUpSeen: false,
  settled: [], trouble: null, hint: null, tries: { seat: 0, ask: 0, change: 0 }, outgoing: 0,
}

export const step = (state: State, effects: Effect[] = []): Step => ({ state, effects })
/** Where a desk that does not answer is asked again: 1 s, 2 s, 4 s … 30 s. */
export const backOff = (tries: number) => Math.min(30_000, 1000 * 2 ** tries)

/** The call under the keys: one in talk, else one being set up, else one on hold, else the first that rings. */
export const activeCall = (s: State): PhoneCall | null =>
  ['talking', 'answering', 'dialling', 'held', 'ringing'].map((now) => s.calls.find((c) => c.step === now)).find(Boolean) ?? null
/** The other call, if there are two. */
export const secondCall = (s: State): PhoneCall | null => s.calls.find((c) => c !== activeCall(s)) ?? null
export const speaking = (s: State): PhoneCall | undefined => s.calls.find((c) => c.step === 'talking' || c.step === 'answering' || c.step === 'dialling')

export function phaseOf(s: State): Phase {
  const call = activeCall(s)
  if (call?.step === 'ringing') return 'ringing'
  if (call?.step === 'held') return 'hold'
  if (call) return 'on_call'
  if (s.wrapUp) return 'wrap_up'
  if (audioElsewhere(s)) return 'on_call'
  if (s.line !== 'up' && s.base.state !== 'away') return 'offline'
  return s.pending?.state ?? s.base.state
}
/** The switch has a call of ours and this page has no sound of it: the page was reloaded, or it runs elsewhere. */
export const audioElsewhere = (s: State): boolean => s.calls.length === 0 && !s.wrapUp && s.server?.state === 'on_call'
