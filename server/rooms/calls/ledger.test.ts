import { expect, test } from 'vitest'
import { lost, owed, readCall } from './ledger.ts'
import type { CallRecord } from './switch.ts'

const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 6, 0, 0, second * 1000))
const caller = 'PJSIP/line-00000001'
const seat = 'PJSIP/seat-0a1b2c3d-00000002'
const line = (second: number, event: string, facts: Record<string, string> = {}, channel = caller): CallRecord =>
  ({ event, at: at(second), callId: 'ak-1.1', legId: channel === caller ? 'ak-1.1' : `ak-${channel.slice(-1)}`, channel, number: '', extension: '153', app: '', peer: '', facts })

const arrived = [line(0, 'CHAN_START'), line(0, 'cc-arrived', { dialled: '153', caller: '+905001112233' }), line(5, 'cc-recording', { file: 'ak-1.1.raw' }), line(9, 'cc-queued', { queue: 'main' })]
const rang = line(10, 'CHAN_START', {}, seat)
const end = (second: number, stage: string, by: string, facts: Record<string, string> = {}, dialstatus = '') =>
  [line(second, 'HANGUP', { hangupsource: by, dialstatus }), line(second, 'cc-ended', { stage, ...facts }), line(second, 'LINKEDID_END')]
const answered = [...arrived, rang, line(14, 'ANSWER', {}, seat), ...end(60, 'queue', seat)]

test('an answered call has all its times, its seat, its recording and who hung up', () => {
  expect(readCall(answered)).toMatchObject({
    from: '+905001112233', dialled: '153', arrivedAt: at(0), queuedAt: at(9), rangAt: at(10), answeredAt: at(14), endedAt: at(60),
    seat: 'seat-0a1b2c3d', result: 'answered', hungUpBy: 'operator', recording: 'ak-1.1.raw', queue: 'main',
  })
})

test('the order in which records come, and their coming twice, change nothing', () => {
  expect(readCall([...answered, ...answered].reverse())).toEqual(readCall(answered))
})

test.each([
  ['in the notice', [arrived[0]!, arrived[1]!, ...end(2, 'notice', caller)], 'abandoned_notice', undefined],
  ['in the moment of the answer', [arrived[0]!, arrived[1]!, ...end(0, '', caller)], 'abandoned_notice', undefined],
  ['in the greeting', [...arrived.slice(0, 3), ...end(7, 'greeting', caller)], 'abandoned_greeting', undefined],
  ['in the queue', [...arrived, ...end(20, 'queue', caller)], 'abandoned_queue', 'abandoned'],
  ['while a seat rings', [...arrived, rang, line(12, 'HANGUP', {}, seat), ...end(12, 'queue', caller, {}, 'CANCEL')], 'abandoned_ringing', 'abandoned'],
  ['in the queue after a seat rang in vain', [...arrived, rang, line(15, 'HANGUP', {}, seat), ...end(20, 'queue', caller, {}, 'NOANSWER')], 'abandoned_queue', 'abandoned'],
  ['after asking to be called back', [...arrived, line(12, 'cc-callback', { stage: 'queue' }), ...end(15, 'callback', caller)], 'call_back', 'call_back'],
  ['after leaving a message', [...arrived, ...end(40, 'message', caller, { message: 'ak-1.1-message.sln' })], 'voice_message', 'voice_message'],
  ['before the message began', [...arrived, ...end(40, 'message', caller)], 'no_answer', 'abandoned'],
] as const)('a caller who hangs up %s', (_, records, result, owes) => {
  const call = readCall(records)!
  expect(call).toMatchObject({ result, answeredAt: null, hungUpBy: 'caller' })
  expect(owed(call)).toBe(owes)
})

test('whoever keeps her number to herself is owed no call, since there is nobody to call', () => {
  const hidden = arrived.map((r) => (r.event === 'cc-arrived' ? { ...r, facts: { dialled: '153', caller: '' } } : r))
  const call = readCall([...hidden, ...end(20, 'queue', caller)])!
  expect(call.from).toBeNull()
  expect(owed(call)).toBeUndefined()
})

test('key 1 makes an emergency of it', () => {
  expect(readCall([...arrived, line(8, 'cc-emergency', { stage: 'greeting' })])).toMatchObject({ emergency: true, result: 'live' })
})

test('a call that dies with the switch is lost unless somebody had answered', () => {
  expect(lost(readCall([...arrived, rang])!, at(12))).toMatchObject({ result: 'lost', endedAt: at(12), hungUpBy: 'system' })
  expect(lost(readCall(answered.slice(0, 6))!, at(30))).toMatchObject({ result: 'answered', hungUpBy: 'system' })
})

test('a call out belongs to the seat that dialled', () => {
  const from = (second: number, event: string, facts = {}) => ({ ...line(second, event, facts, seat), legId: 'ak-1.1' })
  const trunk = (second: number, event: string) => line(second, event, {}, 'PJSIP/trunk-00000009')
  const records = [from(0, 'CHAN_START'), from(0, 'cc-outside', { dialled: '05001112233', seat: 'seat-0a1b2c3d' }), trunk(1, 'CHAN_START'), trunk(4, 'ANSWER'), from(30, 'HANGUP', { hangupsource: seat }), from(30, 'LINKEDID_END')]
  expect(readCall(records)).toMatchObject({ direction: 'out', dialled: '05001112233', seat: 'seat-0a1b2c3d', result: 'out_answered', answeredAt: at(4), hungUpBy: 'operator' })
})

test('two seats talking to one another are no call of the line', () => {
  expect(readCall([line(0, 'CHAN_START', {}, seat), line(1, 'ANSWER', {}, seat)])).toBeUndefined()
})
