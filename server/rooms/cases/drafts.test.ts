import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CallId } from '../../../contracts/call-id.ts'
import type { DraftId } from '../../../contracts/cases.ts'
import { operator, someone, testDesk, type TestDesk } from '../../testing.ts'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { discardDraft, drafts, saveDraft } from './drafts.ts'

let desk: TestDesk
beforeAll(async () => { desk = await testDesk() })
afterAll(() => desk[Symbol.asyncDispose]())
const other = someone(['operator'])
const draft = () => newId<DraftId>()
const save = (draftId: DraftId, version: number, said: string, { by = operator, callId = null as CallId | null } = {}) =>
  desk.as(by, (tx) => saveDraft(tx, { draftId, callId, version, body: { said } }))
const mine = (by: Actor, callId?: CallId) => desk.as(by, async (tx) => (await drafts(tx, { callId }, by)).map((d) => [d.id, d.body.said, d.version]))

test('what is typed comes back after a reload, and each save counts on', async () => {
  const id = draft()
  expect(await save(id, 0, 'su')).toMatchObject({ version: 1 })
  expect(await save(id, 1, 'su yok')).toMatchObject({ version: 2 })
  expect(await mine(operator)).toContainEqual([id, 'su yok', 2])
  expect(await mine(other)).not.toContainEqual([id, 'su yok', 2])
})

test('a newer text from another seat is not overwritten', async () => {
  const id = draft()
  await save(id, 0, 'a')
  await save(id, 1, 'b', { by: other })
  await expect(save(id, 1, 'c')).rejects.toMatchObject({ code: 'draft.newer', facts: { version: 2 } })
  expect(await mine(other)).toContainEqual([id, 'b', 2])
})

test('of two saves at the same moment the second is told, not lost silently', async () => {
  const id = draft()
  await save(id, 0, 'a')
  let second: Promise<unknown> | undefined
  await desk.do(async (tx) => {
    await saveDraft(tx, { draftId: id, callId: null, version: 1, body: { said: 'b' } })
    second = expect(save(id, 1, 'c', { by: other })).rejects.toMatchObject({ code: 'draft.newer' })
    await desk.someoneWaits()
  })
  await second
})

test('a save whose answer was lost may be sent again', async () => {
  const id = draft()
  await save(id, 0, 'a')
  expect(await save(id, 0, 'a')).toMatchObject({ version: 1 })
  await save(id, 1, 'b')
  expect(await save(id, 1, 'b')).toMatchObject({ version: 2 })
})

test('another seat goes on with the draft of a call', async () => {
  const id = draft()
  const callId = `c-${id}` as CallId
  await save(id, 0, 'yol çöktü', { callId })
  expect(await mine(other, callId)).toEqual([[id, 'yol çöktü', 1]])
  await save(id, 1, 'yol çöktü, acil', { callId, by: other })
  expect(await mine(operator, callId)).toEqual([[id, 'yol çöktü, acil', 2]])
})

test('thrown away it is gone, keeps no words, and a late save does not bring it back', async () => {
  const id = draft()
  await save(id, 0, 'vazgeçti')
  await desk.do((tx) => discardDraft(tx, { draftId: id }))
  expect(await mine(operator)).not.toContainEqual([id, 'vazgeçti', 1])
  expect(await desk.look('select body from cases.draft where id = $1', [id])).toEqual([{ body: {} }])
  await expect(save(id, 1, 'geç')).rejects.toMatchObject({ code: 'draft.sent' })
  await expect(desk.do((tx) => discardDraft(tx, { draftId: newId<DraftId>() }))).rejects.toMatchObject({ code: 'draft.not_found' })
})
