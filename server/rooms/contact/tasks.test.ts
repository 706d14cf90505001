import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CallId } from '../../../contracts/call-id.ts'
import type { CallTaskId } from '../../../contracts/contact.ts'
import { operator, someone, testDesk, type TestDesk } from '../../testing.ts'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { seeding } from '../cases/testing.ts'
import { callTasks, createCallTask, finishCallTask, openTaskCount, openTasksFor, type Owed, takeCallTask } from './tasks.ts'

let desk: TestDesk
let calls = 0
let phones = 1000
beforeAll(async () => { desk = await testDesk() })
afterAll(() => desk[Symbol.asyncDispose]())
const other = someone(['operator'])
const call = () => `c-${++calls}.1` as CallId
const phone = () => `+90532000${++phones}`
const owe = (owed: Partial<Owed>) => desk.as(seeding, (tx) => createCallTask(tx, { reason: 'call_back', phone: null, callId: call(), recorded: false, emergency: false, ...owed }))
const task = async (id: CallTaskId) => {
  const all = await desk.do(async (tx) => [...(await callTasks(tx, { status: 'open' })), ...(await callTasks(tx, { status: 'done' }))])
  return all.find((t) => t.id === id)
}
const take = (taskId: CallTaskId, by: Actor = operator) => desk.as(by, (tx) => takeCallTask(tx, { taskId }, by))
const finish = (taskId: CallTaskId, result: 'reached' | 'not_reached', by: Actor = operator) => desk.as(by, (tx) => finishCallTask(tx, { taskId, result }, by))

test('three calls in vain from one number are one person waiting, since the first, with how often', async () => {
  const from = phone()
  const last = call()
  const id = await owe({ phone: from, emergency: true })
  desk.clock.set('2026-11-23T09:10:00+03:00')
  expect(await owe({ phone: from })).toBe(id)
  expect(await owe({ phone: from, callId: last, recorded: true })).toBe(id)
  desk.clock.set('2026-11-23T09:00:00+03:00')
  expect(await task(id)).toMatchObject({ times: 3, at: '2026-11-23T06:00:00.000Z', emergency: true, recorded: true, callId: last, status: 'open' })
  expect(await desk.do((tx) => openTasksFor(tx, from))).toHaveLength(1)
})

test('another reason is another task, and a withheld number is nobody’s twin', async () => {
  const from = phone()
  const ids = [await owe({ phone: from }), await owe({ phone: from, reason: 'voice_message' }), await owe({}), await owe({})]
  expect(new Set(ids).size).toBe(4)
})

test('the replay of a call counts nothing, even when the task is long done', async () => {
  const [from, callId] = [phone(), call()]
  const id = await owe({ phone: from, callId })
  expect(await owe({ phone: from, callId })).toBe(id)
  await finish(id, 'reached')
  expect(await owe({ phone: from, callId })).toBe(id)
  expect(await task(id)).toMatchObject({ times: 1, status: 'done' })
  expect(await owe({ phone: from })).not.toBe(id)
})

test('two calls of one number at the same moment are one task', async () => {
  const from = phone()
  let twin: Promise<CallTaskId> | undefined
  const id = await desk.as(seeding, async (tx) => {
    const made = await createCallTask(tx, { reason: 'abandoned', phone: from, callId: call(), recorded: false, emergency: false })
    twin = owe({ reason: 'abandoned', phone: from })
    await desk.someoneWaits()
    return made
  })
  expect(await twin).toBe(id)
  expect(await task(id)).toMatchObject({ times: 2 })
})

test('emergencies come first, then whoever waits longest', async () => {
  await using own = await testDesk()
  const owed = (at: string, emergency: boolean) => {
    own.clock.set(at)
    return own.as(seeding, (tx) => createCallTask(tx, { reason: 'call_back', phone: phone(), callId: call(), recorded: false, emergency }))
  }
  const ids = [await owed('2026-11-23T09:01:00+03:00', false), await owed('2026-11-23T09:00:00+03:00', false), await owed('2026-11-23T09:05:00+03:00', true)]
  expect((await own.do((tx) => callTasks(tx, { status: 'open' }))).map((t) => t.id)).toEqual([ids[2], ids[1], ids[0]])
  expect(await own.do(openTaskCount)).toBe(3)
})

test('is taken by one; the other is told, until it has been held too long', async () => {
  const id = await owe({ phone: phone() })
  await take(id)
  await take(id)
  await expect(take(id, other)).rejects.toMatchObject({ code: 'task.taken' })
  desk.clock.set('2026-11-23T09:16:00+03:00')
  await take(id, other)
  desk.clock.set('2026-11-23T09:00:00+03:00')
  await finish(id, 'reached', other)
  await expect(take(id)).rejects.toMatchObject({ code: 'task.done' })
  await expect(finish(id, 'reached')).rejects.toMatchObject({ code: 'task.done' })
  await expect(take(newId<CallTaskId>())).rejects.toMatchObject({ code: 'task.not_found' })
})

test('two who take it at the same moment do not both call', async () => {
  const id = await owe({ phone: phone() })
  let second: Promise<unknown> | undefined
  await desk.do(async (tx) => {
    await takeCallTask(tx, { taskId: id }, operator)
    second = expect(take(id, other)).rejects.toMatchObject({ code: 'task.taken' })
    await desk.someoneWaits()
  })
  await second
})

test('who took it is told by id and name, since two may bear one name', async () => {
  const [one, twin] = [someone(['operator']), someone(['operator'])]
  for (const { id } of [one, twin]) await desk.look(`
    insert into identity.staff (id, name, name_folded, email, roles, language, must_change_password) values ($1, 'Elif Kaya', 'elif kaya', $2, '{operator}', 'tr', false)`, [id, `${id}@x.org`])
  const id = await owe({ phone: phone() })
  await take(id, twin)
  expect((await task(id))?.takenBy).toEqual({ id: twin.id, name: 'Elif Kaya' })
})

test('nobody reached: it stays open for the next try, and each try is kept', async () => {
  const id = await owe({ phone: phone() })
  await take(id)
  await finish(id, 'not_reached')
  expect(await task(id)).toMatchObject({ status: 'open', takenBy: null, result: 'not_reached' })
  await take(id, other)
  await finish(id, 'reached', other)
  expect(await task(id)).toMatchObject({ status: 'done', result: 'reached' })
  expect(await desk.look('select result, by from contact.attempt where task_id = $1 order by id', [id])).toEqual([{ result: 'not_reached', by: operator.id }, { result: 'reached', by: other.id }])
})
