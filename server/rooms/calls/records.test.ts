import { afterAll, beforeAll, expect, test } from 'vitest'
import { system } from '../../platform/actor.ts'
import { testDesk, type TestDesk } from '../../testing.ts'
import { aTown } from '../cases/testing.ts'
import { closeLost, keepRecords } from './calls.ts'
import type { CallRecord } from './switch.ts'

let desk: TestDesk
beforeAll(async () => { desk = await testDesk(); await aTown(desk) })
afterAll(() => desk[Symbol.asyncDispose]())

let calls = 0
const start = Date.parse('2026-11-23T09:00:00+03:00')
/** A caller who waits and leaves, as the switch writes it: her end within one millisecond, as it happens on a fast machine. */
function waited() {
  const callId = `ak-${++calls}.1`
  const line = (ms: number, event: string, facts: Record<string, string> = {}): CallRecord =>
    ({ event, at: new Date(start + ms), callId, legId: callId, channel: 'PJSIP/trunk-01', number: '', extension: '153', app: '', peer: '', facts })
  return { callId, records: [
    line(0, 'CHAN_START'), line(0, 'cc-arrived', { dialled: '153', caller: `+9055500${1000 + calls}` }), line(9000, 'cc-queued', { queue: 'main' }),
    line(20_000, 'cc-ended', { stage: 'queue' }), line(20_000, 'HANGUP', { hangupsource: 'PJSIP/trunk-01' }), line(20_000, 'LINKEDID_END'),
  ] }
}
const keep = (records: CallRecord[]) => desk.as(system('line'), (tx) => keepRecords(tx, records, { file: 'x', inode: 1, offset: 1 }))
const row = async (callId: string) => (await desk.look<{ result: string; hung_up_by: string | null }>('select result, hung_up_by from calls.call where id = $1', [callId]))[0]
const owed = (callId: string) => desk.look<{ reason: string }>('select reason from contact.call_task where call_id = $1', [callId])

test('wherever the reading of the record is cut, the call’s row is the same in the end', async () => {
  const { length } = waited().records
  for (let cut = 1; cut < length; cut++) {
    const { callId, records } = waited()
    await keep(records.slice(0, cut))
    await keep(records.slice(cut))
    expect(await row(callId), `cut after ${records[cut - 1]!.event}`).toEqual({ result: 'abandoned_queue', hung_up_by: 'caller' })
  }
})

test('a call the switch does not know of is lost only at the second look, and owed a call', async () => {
  const { callId, records } = waited()
  await keep(records.slice(0, 3))
  desk.clock.set(new Date(start + 60_000))
  const look = (missed: ReadonlySet<string>, live: string[] = []) => desk.as(system('line'), (tx) => closeLost(tx, new Set(live), missed))
  expect(await look(new Set(), [callId])).toEqual(new Set())
  const missed = await look(new Set())
  expect(missed).toEqual(new Set([callId]))
  expect(await row(callId)).toEqual({ result: 'live', hung_up_by: null })
  expect(await look(missed)).toEqual(new Set([callId]))
  expect(await row(callId)).toEqual({ result: 'lost', hung_up_by: 'system' })
  expect(await owed(callId)).toEqual([{ reason: 'abandoned' }])
  expect(await look(missed)).toEqual(new Set())
})

test('a message left while the desk was away is owed as a message, though a look came before its record', async () => {
  const { callId, records } = waited()
  await keep(records.slice(0, 3))
  await desk.as(system('line'), (tx) => closeLost(tx, new Set(), new Set()))
  const end = records.slice(3).map((r) => (r.event === 'cc-ended' ? { ...r, facts: { stage: 'message', message: `${callId}-message.sln` } } : r))
  await keep(end)
  expect(await row(callId)).toMatchObject({ result: 'voice_message' })
  expect(await owed(callId)).toEqual([{ reason: 'voice_message' }])
})
