/** What the telephone line says. */
import { backOff, step, type Ended, type Heard, type PhoneCall, type State, type Step, type Trouble } from './state.ts'

/** Troubles that a working line ends. */
const ofLine = ['line_lost', 'seat_elsewhere', 'other_tab', 'switch_unavailable', 'no_seat']
const change = (s: State, key: string, to: Partial<PhoneCall>): State => ({ ...s, calls: s.calls.map((c) => (c.key === key ? { ...c, ...to } : c)) })

export function onLine(s: State, heard: Heard, at: number): Step | undefined {
  switch (heard.is) {
    case 'line.up': {
      const trouble = s.trouble && ofLine.includes(s.trouble.code) ? null : s.trouble
      return step({ ...s, line: 'up', fell: false, trouble, tries: { ...s.tries, seat: 0 } }, [{ do: 'ask' }])
    }
    case 'line.down':
      // A call that only rings or is being dialled dies with its signalling; one in talk has its sound on another road.
      return step({ ...s, line: 'down', fell: true, trouble: s.trouble ?? { code: 'line_lost' }, calls: s.calls.filter((c) => c.step === 'talking' || c.step === 'held') })
    case 'line.refused':
      if (s.line === 'up' && !s.fell) return step({ ...s, line: 'elsewhere', trouble: { code: 'seat_elsewhere' } }, [{ do: 'close_line' }])
      return step({ ...s, line: 'down', tries: { ...s.tries, seat: s.tries.seat + 1 } }, [{ do: 'close_line' }, { do: 'wait', timer: 'seat', ms: backOff(s.tries.seat) }])
    case 'line.other_tab':
      return step({ ...s, line: 'elsewhere', trouble: { code: 'other_tab' } }, [{ do: 'close_line' }])
    case 'line.free':
      return step({ ...s, line: 'connecting', trouble: null }, [{ do: 'take_seat' }])
    case 'line.invite': {
      if (s.calls.some((c) => c.key === heard.key)) return step(s)
      if (s.calls.length > 1) return step(s, [{ do: 'busy', key: heard.key }])
      const { is: _, ...who } = heard
      const call: PhoneCall = { ...who, direction: 'in', step: 'ringing', muted: false, purpose: {}, since: at, answeredAt: null, heldAt: null, heldLong: false }
      return step({ ...s, calls: [...s.calls, call] }, [{ do: 'notify', call }])
    }
    case 'line.answered': {
      const call = s.calls.find((c) => c.key === heard.key)
      if (!call || call.answeredAt !== null) return step(s)
      // The switch names a call we placed; the desk learns the name and we ask it.
      return step({ ...change(s, heard.key, { step: 'talking', answeredAt: at }), trouble: callTrouble(s.trouble) ? null : s.trouble }, call.callId ? [] : [{ do: 'ask' }])
    }
    case 'line.held':
      return step(change(s, heard.key, { step: 'held', heldAt: at, heldLong: false }), [{ do: 'wait', timer: 'hold', ms: 60_000 }])
    case 'line.resumed':
      return step(change(s, heard.key, { step: 'talking', heldAt: null, heldLong: false }), [{ do: 'stop', timer: 'hold' }])
    case 'line.muted':
      return step(change(s, heard.key, { muted: heard.on }))
    case 'line.ended':
      return ended(s, heard.key, heard.why, at)
    case 'line.microphone':
      if (heard.problem) return step({ ...s, trouble: { code: heard.problem } })
      return step(s.trouble?.code.startsWith('mic_') ? { ...s, trouble: null } : s)
    default:
      return undefined
  }
}

const callTrouble = (t: Trouble | null) => t?.code.startsWith('call_') ?? false
const troubles: Partial<Record<Ended, Trouble['code']>> = { busy: 'call_busy', no_answer: 'call_no_answer', refused: 'call_refused', failed: 'call_failed' }

function ended(s: State, key: string, why: Ended, at: number): Step {
  const call = s.calls.find((c) => c.key === key)
  if (!call) return step(s)
  const after: State = { ...s, calls: s.calls.filter((c) => c !== call) }
  if (why === 'audio_lost' && call.answeredAt !== null) after.trouble = { code: 'audio_lost', number: call.number }
  const placing = call.direction === 'out' && call.answeredAt === null ? troubles[why] : undefined
  if (placing) after.trouble = { code: placing, number: call.number }
  const owes = call.direction === 'in' && call.answeredAt !== null && call.callId !== null && !s.settled.includes(call.callId)
  if (owes && call.callId && !s.wrapUp) Object.assign(after, { wrapUp: { callId: call.callId, number: call.number, since: at }, wrapUpSeen: false })
  return step(after, [{ do: 'ask' }])
}
