import { expect, test } from 'vitest'
import { askOf, presenceOf, rungInVain } from './presence.ts'
import type { CallId } from '../../../contracts/call-id.ts'
import type { SeatState } from './switch.ts'

const seat: SeatState = { seat: 'seat-1', reachable: true, member: true, paused: false, reason: null, busy: false, ringing: false }
const ready = { wanted: 'ready', reason: null } as const
const paused = { wanted: 'paused', reason: 'tea' } as const
const away = { wanted: 'away', reason: null } as const
const over = { callId: 'c1' as CallId, ended: true, settled: false }

test.each([
  ['ready and idle', ready, undefined, seat, 'ready'],
  ['ringing, as the switch sees it', ready, undefined, { ...seat, ringing: true }, 'ringing'],
  ['talking', ready, { ...over, ended: false }, { ...seat, busy: true }, 'on_call'],
  ['talking while the switch cannot be asked', ready, { ...over, ended: false }, undefined, 'on_call'],
  ['a call over without a case or a code', ready, over, seat, 'wrap_up'],
  ['the same, once it has one', ready, { ...over, settled: true }, seat, 'ready'],
  ['paused while nothing is unfinished', paused, undefined, seat, 'paused'],
  ['paused in the talk: first the wrap-up', paused, over, seat, 'wrap_up'],
  ['gone home with a call unfinished', away, over, undefined, 'away'],
] as const)('%s', (_, wish, last, seen, state) => {
  expect(presenceOf(wish, last, seen).state).toBe(state)
})

test('in the wrap-up the switch is told to ring nobody there, and afterwards to ring again', () => {
  const wrapping = presenceOf(ready, over, seat)
  expect(askOf(wrapping, ready, seat)).toEqual({ state: 'paused', reason: 'wrap-up' })
  const held = { ...seat, paused: true, reason: 'wrap-up' }
  expect(askOf(wrapping, ready, held)).toBeUndefined()
  expect(askOf(presenceOf(ready, { ...over, settled: true }, held), ready, held)).toEqual({ state: 'ready' })
})

test('nobody is touched while she talks, and a switch that forgot her is told again', () => {
  expect(askOf(presenceOf(away, undefined, { ...seat, busy: true }), away, { ...seat, busy: true })).toBeUndefined()
  expect(askOf(presenceOf(ready, undefined, undefined), ready, undefined)).toEqual({ state: 'ready' })
  expect(askOf(presenceOf(away, undefined, undefined), away, undefined)).toBeUndefined()
})

test('a seat that was rung in vain stays paused until its person says she is there', () => {
  const vain = { ...seat, paused: true, reason: 'unanswered' }
  expect(rungInVain(ready, vain)).toBe(true)
  const asked = { wanted: 'paused', reason: 'unanswered' } as const
  expect(presenceOf(asked, undefined, vain)).toMatchObject({ state: 'paused', reason: 'unanswered' })
  expect(askOf(presenceOf(asked, undefined, vain), asked, vain)).toBeUndefined()
})
