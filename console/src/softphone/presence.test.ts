import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PresenceState } from '../../../contracts/calls.ts'
import type { Phone } from './phone.ts'
import { activeCall, audioElsewhere, secondCall } from './state.ts'
import { bench, has, id, readyAt, Refused, settle, talking } from './testing.ts'

let opened: Phone[] = []
const start = (first?: PresenceState, silent?: Error) => { const b = bench(first, silent); opened.push(b.phone); return b }
beforeEach(() => { vi.useFakeTimers(); opened = [] })
afterEach(() => { for (const p of opened) p.end(); vi.useRealTimers() })

test('at the start the seat is taken, the line is opened, and presence is what the switch has', async () => {
  const b = start(has('paused', { reason: 'mola' }))
  expect(b.phase()).toBe('away')
  await settle()
  b.fromLine({ is: 'line.up' })
  await settle()
  expect(b.told).toEqual(['seat?', 'presence?', 'open seat-1', 'presence?'])
  expect(b.phase()).toBe('paused')
  expect(b.phone.state().base.reason).toBe('mola')
})

test('the microphone is asked for when the person becomes ready, not while a caller waits', async () => {
  const b = start()
  await readyAt(b)
  b.hear({ is: 'wish', wish: { state: 'ready', reason: null } })
  expect(b.told[0]).toBe('microphone?')
})

test('ready, ringing, talking, hold, talking, wrap-up, ready', async () => {
  const b = start()
  await readyAt(b)
  const seen = [b.phase()]
  b.invite('c1'); seen.push(b.phase())
  b.hear({ is: 'answer' }); b.fromLine({ is: 'line.answered', key: 'c1' }); seen.push(b.phase())
  b.hear({ is: 'hold' }); b.fromLine({ is: 'line.held', key: 'c1' }); seen.push(b.phase())
  b.hear({ is: 'hold' }); b.fromLine({ is: 'line.resumed', key: 'c1' }); seen.push(b.phase())
  b.desk.has = has('wrap_up', { callId: id('c1') })
  b.fromLine({ is: 'line.ended', key: 'c1', why: 'hung_up' }); seen.push(b.phase())
  await settle()
  b.desk.has = has('ready')
  b.hear({ is: 'settled', callId: id('c1') })
  await settle(); seen.push(b.phase())
  expect(seen).toEqual(['ready', 'ringing', 'on_call', 'hold', 'on_call', 'wrap_up', 'ready'])
  expect(b.told).toContain('hold c1 true')
  expect(b.told).toContain('hold c1 false')
})

test('pressing answer twice answers once and never hangs up', async () => {
  const b = start()
  await readyAt(b)
  b.invite('c1')
  b.hear({ is: 'answer' }); b.hear({ is: 'answer' }); b.fromLine({ is: 'line.answered', key: 'c1' }); b.hear({ is: 'answer' })
  expect(b.told.filter((t) => /answer|end|busy/.test(t))).toEqual(['answer c1'])
})

test('a caller who hangs up while it rings leaves nothing to wrap up', async () => {
  const b = start()
  await readyAt(b)
  b.invite('c1')
  b.fromLine({ is: 'line.ended', key: 'c1', why: 'hung_up' })
  expect(b.phase()).toBe('ready')
  expect(b.phone.state().wrapUp).toBeNull()
})

test('a call that became a case while it lasted owes no wrap-up', async () => {
  const b = start()
  await readyAt(b)
  await talking(b)
  b.hear({ is: 'settled', callId: id('c1') })
  b.fromLine({ is: 'line.ended', key: 'c1', why: 'hung_up' })
  await settle()
  expect(b.phase()).toBe('ready')
})

test('after a reload in wrap-up one returns to what was chosen before the call, not to away', async () => {
  const b = start(has('wrap_up', { callId: id('c1') }))
  await settle()
  b.fromLine({ is: 'line.up' })
  await settle()
  b.desk.has = has('ready')
  b.hear({ is: 'settled', callId: id('c1') })
  await settle()
  expect(b.phase()).toBe('ready')
  expect(b.told.some((t) => t.startsWith('wish'))).toBe(false)
})

test('nobody becomes ready over a call that owes a wrap-up', async () => {
  const b = start()
  await readyAt(b)
  await talking(b)
  b.fromLine({ is: 'line.ended', key: 'c1', why: 'hung_up' })
  await settle()
  b.told.length = 0
  b.hear({ is: 'wish', wish: { state: 'ready', reason: null } })
  expect(b.told).toEqual([])
  expect(b.phone.state().hint).toBe('wrap_up_first')
  await vi.advanceTimersByTimeAsync(6000)
  expect(b.phone.state().hint).toBeNull()
})

test('where the desk says a wrap-up is owed that we held for settled, it is asked for again', async () => {
  const b = start()
  await readyAt(b)
  b.hear({ is: 'settled', callId: id('c1') })
  b.desk.has = has('wrap_up', { callId: id('c1') })
  b.hear({ is: 'desk.news' })
  await settle()
  expect(b.phase()).toBe('wrap_up')
})

test('a second call answers only after the first is on hold, and says so', async () => {
  const b = start()
  await readyAt(b)
  await talking(b)
  b.invite('c2')
  b.hear({ is: 'answer' })
  expect(b.phone.state().hint).toBe('hold_first')
  expect(secondCall(b.phone.state())?.key).toBe('c2')
  b.hear({ is: 'hold' }); b.fromLine({ is: 'line.held', key: 'c1' })
  b.hear({ is: 'answer' }); b.fromLine({ is: 'line.answered', key: 'c2' })
  expect(activeCall(b.phone.state())?.key).toBe('c2')
  b.fromLine({ is: 'line.ended', key: 'c2', why: 'hung_up' })
  expect(activeCall(b.phone.state())).toMatchObject({ key: 'c1', step: 'held' })
})

test('a third call is told we are busy', async () => {
  const b = start()
  await readyAt(b)
  await talking(b)
  b.invite('c2'); b.invite('c3')
  expect(b.told).toContain('busy c3')
  expect(b.phone.state().calls).toHaveLength(2)
})

test('after a minute on hold the bar says that somebody waits', async () => {
  const b = start()
  await readyAt(b)
  await talking(b)
  b.hear({ is: 'hold' }); b.fromLine({ is: 'line.held', key: 'c1' })
  await vi.advanceTimersByTimeAsync(59_999)
  expect(activeCall(b.phone.state())?.heldLong).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(activeCall(b.phone.state())?.heldLong).toBe(true)
})

test('while the desk is away calls ring and are answered, and a change of presence waits, says so, and is sent when it is back', async () => {
  const b = start()
  await readyAt(b)
  b.desk.fails = new Error('no answer')
  b.hear({ is: 'wish', wish: { state: 'paused', reason: 'mola' } })
  await settle()
  expect(b.phone.state()).toMatchObject({ deskAway: true, pending: { state: 'paused' } })
  await talking(b)
  expect(b.phase()).toBe('on_call')
  b.fromLine({ is: 'line.ended', key: 'c1', why: 'hung_up' })
  await settle()
  b.desk.fails = null
  b.told.length = 0
  await vi.advanceTimersByTimeAsync(1000)
  expect(b.told).toContain('wish paused mola')
  expect(b.phone.state()).toMatchObject({ deskAway: false, pending: null, base: { state: 'paused', reason: 'mola' } })
})

test('the desk is asked again after 1, 2, 4 seconds, never more than 30 apart', async () => {
  const b = start(has('away'), new Error('no answer'))
  await settle()
  const asked = () => b.told.filter((t) => t === 'seat?').length
  const counts = [asked()]
  for (const ms of [999, 1, 2000, 4000, 8000, 16_000, 30_000, 30_000]) { await vi.advanceTimersByTimeAsync(ms); counts.push(asked()) }
  expect(counts).toEqual([1, 1, 2, 3, 4, 5, 6, 7, 8])
})

test('a switch that cannot be reached is told and tried again, and the desk does not count as away', async () => {
  const b = start(has('away'), new Refused('switch.unavailable'))
  await settle()
  expect(b.phone.state()).toMatchObject({ deskAway: false, trouble: { code: 'switch_unavailable' } })
  b.desk.fails = null
  await vi.advanceTimersByTimeAsync(1000)
  b.fromLine({ is: 'line.up' })
  expect(b.phone.state()).toMatchObject({ line: 'up', trouble: null })
})

test('an answer to an older question never overwrites a newer one', async () => {
  const b = start()
  await readyAt(b)
  const late = Promise.withResolvers<void>()
  b.desk.presenceAfter = late.promise
  b.hear({ is: 'desk.news' }) // asked while still ready, answered last
  b.hear({ is: 'wish', wish: { state: 'away', reason: null } })
  await settle()
  late.resolve()
  await settle()
  expect(b.phase()).toBe('away')
})

test('a page reloaded in mid-call shows the call the switch still has, and its wrap-up afterwards', async () => {
  const b = start(has('on_call', { callId: id('c9') }))
  await settle()
  b.fromLine({ is: 'line.up' })
  await settle()
  expect(b.phase()).toBe('on_call')
  expect(audioElsewhere(b.phone.state())).toBe(true)
  b.desk.has = has('wrap_up', { callId: id('c9') })
  b.hear({ is: 'desk.news' })
  await settle()
  expect(b.phase()).toBe('wrap_up')
  expect(b.phone.state().wrapUp?.callId).toBe('c9')
  b.desk.has = has('ready')
  b.hear({ is: 'desk.news' })
  await settle()
  expect(b.phase()).toBe('ready')
})

test('a switch that falls silent takes ringing calls with it, leaves the one in talk, and is offline only without a call', async () => {
  const b = start()
  await readyAt(b)
  await talking(b)
  b.invite('c2')
  b.fromLine({ is: 'line.down' })
  expect(b.phone.state().calls.map((c) => c.key)).toEqual(['c1'])
  expect(b.phase()).toBe('on_call')
  b.fromLine({ is: 'line.ended', key: 'c1', why: 'hung_up' })
  b.hear({ is: 'settled', callId: id('c1') })
  await settle()
  expect(b.phase()).toBe('offline')
  expect(b.phone.state().trouble?.code).toBe('line_lost')
  b.fromLine({ is: 'line.up' })
  await settle()
  expect(b.phase()).toBe('ready')
  expect(b.phone.state().trouble).toBeNull()
})

test('sound that breaks off names the number to call back', async () => {
  const b = start()
  await readyAt(b)
  await talking(b)
  b.fromLine({ is: 'line.ended', key: 'c1', why: 'audio_lost' })
  expect(b.phone.state().trouble).toEqual({ code: 'audio_lost', number: '+905000000301' })
})

test('a registration refused on a standing line means another browser has the seat: we yield until told otherwise', async () => {
  const b = start()
  await readyAt(b)
  b.fromLine({ is: 'line.refused' })
  expect(b.phone.state()).toMatchObject({ line: 'elsewhere', trouble: { code: 'seat_elsewhere' } })
  await vi.advanceTimersByTimeAsync(120_000)
  expect(b.told).not.toContain('seat?')
  b.hear({ is: 'take_here' })
  expect(b.told).toContain('seat?')
})

test('when the tab that had the telephone closes, this one takes the seat anew', async () => {
  const b = start()
  await readyAt(b)
  b.fromLine({ is: 'line.other_tab' })
  expect(b.phone.state()).toMatchObject({ line: 'elsewhere', trouble: { code: 'other_tab' } })
  b.told.length = 0
  b.fromLine({ is: 'line.free' })
  await settle()
  b.fromLine({ is: 'line.up' })
  expect(b.told.slice(0, 2)).toEqual(['seat?', 'open seat-1'])
  expect(b.phase()).toBe('ready')
})

test('a registration refused after the line fell means the switch forgot us: the seat is taken again', async () => {
  const b = start()
  await readyAt(b)
  b.fromLine({ is: 'line.down' })
  b.fromLine({ is: 'line.refused' })
  await vi.advanceTimersByTimeAsync(1000)
  expect(b.told).toContain('seat?')
})

test('a number is called with what it is about, its failure is told, and the desk is asked which call it is', async () => {
  const b = start()
  await readyAt(b)
  b.hear({ is: 'dial', number: '+905000000302', purpose: { taskId: 't1' } })
  expect(b.told).toEqual(['call out-1 +905000000302 X-Akmasa-Task: t1'])
  b.fromLine({ is: 'line.ended', key: 'out-1', why: 'busy' })
  expect(b.phone.state().trouble).toEqual({ code: 'call_busy', number: '+905000000302' })
  b.hear({ is: 'dial', number: '+905000000302', purpose: {} })
  b.desk.has = has('on_call', { callId: id('c7') })
  b.fromLine({ is: 'line.answered', key: 'out-2' })
  await settle()
  expect(activeCall(b.phone.state())).toMatchObject({ callId: 'c7', step: 'talking' })
})

test('nothing is dialled over a running call', async () => {
  const b = start()
  await readyAt(b)
  await talking(b)
  b.hear({ is: 'dial', number: '153', purpose: {} })
  expect(b.told.some((t) => t.startsWith('call'))).toBe(false)
  expect(b.phone.state().hint).toBe('end_first')
})

test('a microphone that was refused is told, and forgotten once it works', async () => {
  const b = start()
  await readyAt(b)
  b.fromLine({ is: 'line.microphone', problem: 'mic_denied' })
  expect(b.phone.state().trouble?.code).toBe('mic_denied')
  b.fromLine({ is: 'line.microphone', problem: null })
  expect(b.phone.state().trouble).toBeNull()
})

test('ending the telephone ends its line, its timers and its listeners', async () => {
  const b = start()
  let heard = 0
  b.phone.subscribe(() => heard++)
  b.desk.fails = new Error('no answer')
  await readyAt(b)
  expect(vi.getTimerCount()).toBeGreaterThan(0)
  b.phone.end()
  const before = heard
  b.invite('c1')
  b.hear({ is: 'wish', wish: { state: 'away', reason: null } })
  await settle()
  expect(b.told.at(-1)).toBe('close')
  expect(vi.getTimerCount()).toBe(0)
  expect(heard).toBe(before)
})
