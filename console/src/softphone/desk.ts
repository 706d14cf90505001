/** What the desk answers, and what it does not. */
import type { PresenceState } from '../../../contracts/calls.ts'
import { activeCall, backOff, step, type Effect, type Heard, type State, type Step } from './state.ts'

export function onDesk(s: State, heard: Heard, at: number): Step | undefined {
  switch (heard.is) {
    case 'desk.seat':
      return step({ ...s, deskAway: false, line: 'connecting', tries: { ...s.tries, seat: 0 } }, [{ do: 'open_line', seat: heard.seat }])
    case 'desk.presence':
      return follow(heard.changed ? { ...s, pending: null } : s, heard.presence, at)
    case 'desk.back':
    case 'desk.news': {
      const effects: Effect[] = [{ do: 'ask' }]
      if (s.line !== 'up' && s.line !== 'elsewhere' && heard.is === 'desk.back' && s.tries.seat > 0) effects.push({ do: 'take_seat' })
      if (s.pending && heard.is === 'desk.back') effects.push({ do: 'change', wish: s.pending })
      return step(s, effects)
    }
    case 'desk.failed':
      return heard.code === null ? away(s, heard.asked) : refused(s, heard.asked, heard.code, at)
    case 'time':
      if (heard.timer === 'seat') return step(s, [{ do: 'take_seat' }])
      if (heard.timer === 'ask') return step(s, [{ do: 'ask' }])
      if (heard.timer === 'change') return step(s, s.pending ? [{ do: 'change', wish: s.pending }] : [])
      return undefined
    default:
      return undefined
  }
}

/** The desk does not answer. The telephone goes on; what waits is asked again, and the bar says so. */
function away(s: State, asked: 'seat' | 'ask' | 'change'): Step {
  const tries = { ...s.tries, [asked]: s.tries[asked] + 1 }
  return step({ ...s, deskAway: true, tries }, [{ do: 'wait', timer: asked, ms: backOff(s.tries[asked]) }])
}

function refused(s: State, asked: 'seat' | 'ask' | 'change', code: string, at: number): Step {
  const tries = { ...s.tries, [asked]: s.tries[asked] + 1 }
  const later: Effect = { do: 'wait', timer: asked, ms: backOff(s.tries[asked]) }
  const here = { ...s, deskAway: false }
  if (code === 'switch.unavailable') return step({ ...here, tries, trouble: { code: 'switch_unavailable' } }, [later])
  if (asked === 'seat') return step({ ...here, line: 'down', trouble: { code: 'no_seat' } })
  if (asked === 'ask') return step(here)
  if (code === 'presence.no_seat') return step({ ...here, tries }, [{ do: 'take_seat' }, later])
  if (code === 'presence.wrap_up_first') {
    const callId = s.server?.callId ?? s.wrapUp?.callId
    const owed = callId ? { wrapUp: s.wrapUp ?? { callId, number: null, since: at } } : {}
    return step({ ...here, ...owed, pending: null, hint: 'wrap_up_first' }, [{ do: 'wait', timer: 'hint', ms: 6000 }])
  }
  return step({ ...here, pending: null, hint: code === 'presence.reason_needed' ? 'reason_needed' : null })
}

/** The switch's own word, which ends every doubt. */
function follow(s: State, presence: PresenceState, at: number): Step {
  const after: State = { ...s, server: presence, deskAway: false, tries: { ...s.tries, ask: 0, change: 0 } }
  const { state, callId } = presence
  if (state === 'ready' || state === 'paused' || state === 'away') after.base = { state, reason: presence.reason }

  const active = activeCall(s)
  if (active && !active.callId && callId && state === 'on_call') after.calls = s.calls.map((c) => (c === active ? { ...c, callId } : c))

  if (state === 'wrap_up' && callId && !active) {
    // Even if we held it for settled: the desk knows what was recorded.
    after.settled = s.settled.filter((c) => c !== callId)
    after.wrapUp = s.wrapUp?.callId === callId ? s.wrapUp : { callId, number: null, since: at }
    after.wrapUpSeen = true
  } else if (state !== 'wrap_up' && s.wrapUpSeen) {
    after.wrapUp = null
    after.wrapUpSeen = false
  }
  return step(after)
}
