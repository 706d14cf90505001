/** What the person does: buttons and keys come here alike. */
import { activeCall, speaking, step, type Effect, type Heard, type Hint, type State, type Step } from './state.ts'

const explain = (s: State, hint: Hint): Step => step({ ...s, hint }, [{ do: 'wait', timer: 'hint', ms: 6000 }])

export function onPerson(s: State, heard: Heard, at: number): Step | undefined {
  const active = activeCall(s)
  switch (heard.is) {
    case 'start':
      return step(s, [{ do: 'take_seat' }, { do: 'ask' }])
    case 'take_here':
      return step({ ...s, line: 'connecting', trouble: null }, [{ do: 'take_seat' }])
    case 'wish': {
      if (heard.wish.state === 'ready' && s.wrapUp) return explain(s, 'wrap_up_first')
      const effects: Effect[] = [{ do: 'change', wish: heard.wish }]
      // Asked before the first call comes, not while somebody waits.
      if (heard.wish.state === 'ready') effects.unshift({ do: 'check_microphone' })
      return step({ ...s, pending: heard.wish, hint: null }, effects)
    }
    case 'answer': {
      const ringing = s.calls.find((c) => c.step === 'ringing')
      // Already answering: a second press must never do anything else, least of all hang up.
      if (!ringing) return step(s)
      if (speaking(s)) return explain(s, 'hold_first')
      return step({ ...s, hint: null, calls: s.calls.map((c) => (c === ringing ? { ...c, step: 'answering' } : c)) }, [{ do: 'answer', key: ringing.key }])
    }
    case 'end':
      if (!active) return step(s)
      return step(s, [active.step === 'ringing' ? { do: 'busy', key: active.key } : { do: 'end', key: active.key }])
    case 'hold': {
      const talking = s.calls.find((c) => c.step === 'talking')
      const held = s.calls.find((c) => c.step === 'held')
      const effects: Effect[] = []
      if (talking) effects.push({ do: 'hold', key: talking.key, on: true })
      if (held) effects.push({ do: 'hold', key: held.key, on: false })
      return step({ ...s, hint: null }, effects)
    }
    case 'mute':
      return step(s, active && active.answeredAt !== null ? [{ do: 'mute', key: active.key, on: !active.muted }] : [])
    case 'digit':
      return step(s, active?.step === 'talking' ? [{ do: 'digit', key: active.key, digit: heard.digit }] : [])
    case 'dial': {
      if (s.calls.length > 0) return explain(s, 'end_first')
      if (s.line !== 'up') return step({ ...s, trouble: s.trouble ?? { code: 'line_lost' } })
      const key = `out-${s.outgoing + 1}`
      const call = {
        key, callId: null, direction: 'out', number: heard.number, dialled: null, emergency: false, step: 'dialling', muted: false, purpose: heard.purpose,
        since: at, answeredAt: null, heldAt: null, heldLong: false,
      } as const
      return step({ ...s, outgoing: s.outgoing + 1, trouble: null, calls: [call] }, [{ do: 'call', key, number: heard.number, purpose: heard.purpose }])
    }
    case 'settled': {
      if (s.settled.includes(heard.callId)) return step(s)
      const after: State = { ...s, settled: [...s.settled.slice(-49), heard.callId] }
      if (s.wrapUp?.callId !== heard.callId) return step(after)
      // The desk knows where the person returns to: what was chosen before the call, by whichever page.
      return step({ ...after, wrapUp: null, wrapUpSeen: false }, [{ do: 'ask' }])
    }
    case 'dismiss':
      return step({ ...s, trouble: null, hint: null })
    case 'time':
      if (heard.timer === 'hint') return step({ ...s, hint: null })
      if (heard.timer === 'hold') return step({ ...s, calls: s.calls.map((c) => (c.step === 'held' ? { ...c, heldLong: true } : c)) })
      return undefined
    default:
      return undefined
  }
}
