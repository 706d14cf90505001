import { expect, test } from 'vitest'
import type { CallId } from '../../../contracts/call-id.ts'
import { system } from '../../platform/actor.ts'
import { seedDemo } from '../../setup.ts'
import { officerOf, operator, testDesk, type TestDesk } from '../../testing.ts'
import { callerCard, closeLost, keepRecords, shown, wrapUp } from './calls.ts'
import * as store from './store.ts'
import type { CallRecord, Position } from './switch.ts'

const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 6, 0, second))
const line = (call: string, second: number, event: string, facts: Record<string, string> = {}): CallRecord =>
  ({ event, at: at(second), callId: call, legId: call, channel: 'PJSIP/line-00000001', number: '', extension: '153', app: '', peer: '', facts })
const abandoned = (call: string) => [
  line(call, 0, 'cc-arrived', { dialled: '153', caller: '05000000301' }), line(call, 9, 'cc-queued', { queue: 'main' }),
  line(call, 20, 'cc-ended', { stage: 'queue' }), line(call, 20, 'LINKEDID_END'),
]
const reached = (offset: number): Position => ({ file: 'Master.csv', inode: 1, offset })
async function town(): Promise<TestDesk> {
  const desk = await testDesk('2026-11-23T09:01:00+03:00')
  await desk.as(system('set-up'), seedDemo)
  return desk
}
const keep = (desk: TestDesk, records: CallRecord[], offset = 1) => desk.as(system('line'), (tx) => keepRecords(tx, records, reached(offset)))
const tasks = (desk: TestDesk) => desk.look<{ reason: string; status: string }>('select reason, status from contact.call_task')

test('the record read twice, or in two parts after a crash between them, is one call and one task', async () => {
  await using desk = await town()
  await keep(desk, abandoned('ak-1').slice(0, 2))
  await keep(desk, abandoned('ak-1'), 2)
  await keep(desk, abandoned('ak-1'), 2)
  expect(await desk.look('select id, result, from_number from calls.call')).toEqual([{ id: 'ak-1', result: 'abandoned_queue', from_number: '+905000000301' }])
  expect(await tasks(desk)).toEqual([{ reason: 'abandoned', status: 'open' }])
  expect(await desk.as(system('line'), store.position)).toEqual(reached(2))
})

test('where reading stopped is kept with what was read: both or neither', async () => {
  await using desk = await town()
  const broken = { ...line('ak-2', 0, 'cc-arrived'), at: new Date(NaN) }
  await expect(keep(desk, [...abandoned('ak-1'), broken], 7)).rejects.toThrow()
  expect(await desk.look('select 1 from calls.record')).toEqual([])
  expect(await desk.as(system('line'), store.position)).toBeUndefined()
})

test('a call that died with the switch is closed as lost and owed a call; one that lives is left alone', async () => {
  await using desk = await town()
  await keep(desk, [...abandoned('ak-1').slice(0, 2), ...abandoned('ak-2').slice(0, 2)])
  const look = (missed: ReadonlySet<string>) => desk.as(system('line'), (tx) => closeLost(tx, new Set(['ak-2']), missed))
  const missed = await look(new Set())
  expect(await desk.look('select result from calls.call')).toEqual([{ result: 'live' }, { result: 'live' }]) // its end may be on its way
  await look(missed)
  expect(await desk.look('select id, result from calls.call order by id')).toEqual([{ id: 'ak-1', result: 'lost' }, { id: 'ak-2', result: 'live' }])
  expect(await tasks(desk)).toHaveLength(1)
})

test('no directorate sees a call, by the desk’s questions or by the table', async () => {
  await using desk = await town()
  await keep(desk, abandoned('ak-1'))
  const { id } = (await desk.look<{ id: string }>("select id from identity.directorate where slug = 'zabita'"))[0]!
  expect(await desk.as(officerOf(id), (tx) => store.listCalls(tx, {}, 10))).toEqual([])
  expect(await desk.as(officerOf(id), (tx) => store.recordsOf(tx, 'ak-1'))).toEqual([])
})

test('a code that answers a question wants the topic; the call then shows what came of it', async () => {
  await using desk = await town()
  await keep(desk, abandoned('ak-1'))
  const callId = 'ak-1' as CallId
  await expect(desk.do((tx) => wrapUp(tx, { callId, code: 'nonsense' }, operator))).rejects.toMatchObject({ code: 'call.unknown_code' })
  await expect(desk.do((tx) => wrapUp(tx, { callId, code: 'bilgi-verildi' }, operator))).rejects.toMatchObject({ code: 'call.topic_needed' })
  const { id: topicId } = (await desk.look<{ id: string }>("select id from routing.topic where slug = 'yol-cukuru'"))[0]!
  await desk.do((tx) => wrapUp(tx, { callId, code: 'bilgi-verildi', topicId }, operator))
  const [call] = await desk.do(async (tx) => shown(tx, await store.listCalls(tx, {}, 10)))
  expect(call).toMatchObject({ wrapUp: { code: 'bilgi-verildi', topicId }, line: { tr: 'Alo 153' } })
})

test('a first call shows no calls before it, a second one does', async () => {
  await using desk = await town()
  await keep(desk, abandoned('ak-1').slice(0, 2))
  const card = (callId: string) => desk.do((tx) => callerCard(tx, { phone: '0500 000 03 01', callId, dialled: '153' }))
  expect(await card('ak-1')).toMatchObject({ phone: '+905000000301', callsBefore: 0, line: { tr: 'Alo 153' } })
  await keep(desk, [...abandoned('ak-1'), ...abandoned('ak-2').slice(0, 2)])
  expect(await card('ak-2')).toMatchObject({ callsBefore: 1, tasks: [{ reason: 'abandoned' }] })
})

test('whoever hides her number has a card without people, and no error', async () => {
  await using desk = await town()
  expect(await desk.do((tx) => callerCard(tx, { phone: 'anonymous', dialled: '153' }))).toMatchObject({ phone: null, people: [], callsBefore: 0 })
})
