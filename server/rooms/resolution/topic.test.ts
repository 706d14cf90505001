import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseId, MoveId } from '../../../contracts/cases.ts'
import { casesApi } from '../../../contracts/cases.ts'
import { operator, supervisor, testDesk, type TestDesk } from '../../testing.ts'
import { makeCases } from '../cases/index.ts'
import { aTown, filesInMemory, opened, type Town } from '../cases/testing.ts'
import { followMove } from './proposals.listening.ts'
import { approve, deciders, pageOf, propose } from './testing.ts'
import { undoMove } from './undoing.ts'

let desk: TestDesk
let town: Town
let who: Awaited<ReturnType<typeof deciders>>
beforeAll(async () => { desk = await testDesk(); town = await aTown(desk); who = await deciders(desk, town) })
afterAll(() => desk[Symbol.asyncDispose]())

/** Through the room's own operations, as the edge calls them. */
const operations = makeCases(filesInMemory()).operations!
const ask = <T>(name: keyof typeof casesApi, given: object) => desk.do((tx) => operations.find((one) => one.name === name)!.handler(tx, given, operator, undefined as never) as Promise<T>)
const changeTopic = (caseId: CaseId, topic: Parameters<Town['topic']>[0]) => ask<{ status: string }>('changeTopic', { caseId, topicId: town.topic(topic), reason: 'Konu başkaymış' })
const changePlace = (caseId: CaseId, where: object) => ask<{ status: string }>('changePlace', { caseId, where, reason: 'Yer başkaymış' })
const row = async (id: CaseId) => (await desk.look<Record<string, unknown>>(`
  select c.status, c.topic->>'tr' as topic, c.place, c.due_at, c.found_source, c.institution->'name'->>'tr' as institution,
    (select array_agg(d.slug || ' ' || t.part || ' ' || t.status order by d.slug) from cases.task t join identity.directorate d on d.id = t.directorate_id where t.case_id = c.id) as tasks from cases.case c where c.id = $1`, [id]))[0]!
const heard = async (caseId: CaseId) => {
  const rows = await desk.look<{ fact: Parameters<typeof followMove>[1] }>(`select fact from outbox.event where name = 'case.moved' and fact->>'caseId' = $1 order by xid, id`, [caseId])
  for (const { fact } of rows) await desk.as({ id: 'system:test', may: new Set(), scope: 'system', directorateId: null }, (tx) => followMove(tx, fact))
}

describe('a topic changed in mid-loop', () => {
  test('sends the case where the new topic goes; what waited for approval is withdrawn, what was promised stays', async () => {
    const { id, dueAt } = await opened(desk, town, { topicId: town.topic('pipe'), answers: {} })
    await propose(desk, town, 'water', id)
    expect(await changeTopic(id, 'pothole')).toEqual({ status: 'under_review' })
    await expect(approve(desk, who.water, id)).rejects.toMatchObject({ code: 'proposal.not_waiting' })
    await heard(id)
    expect(await row(id)).toMatchObject({ topic: 'pothole', found_source: null, due_at: new Date(dueAt!), tasks: ['roads lead open', 'water supporting taken'] })
    expect(await pageOf(desk, id)).toMatchObject({ proposal: null, earlier: [{ status: 'withdrawn' }] })
  })
  test('and back: the undone change brings topic, tasks and the waiting proposal back', async () => {
    const { id } = await opened(desk, town, { topicId: town.topic('pipe'), answers: {} })
    await propose(desk, town, 'water', id)
    await changeTopic(id, 'pothole')
    await heard(id)
    const [newest] = await desk.look<{ id: MoveId }>('select id from cases.move where case_id = $1 order by n desc limit 1', [id])
    await desk.as(supervisor, (tx) => undoMove(tx, { caseId: id, moveId: newest!.id, reason: 'Konu doğruymuş' }, supervisor))
    expect(await row(id)).toMatchObject({ status: 'awaiting_approval', topic: 'pipe', found_source: { words: 'Don asfaltı kırmış' }, tasks: ['roads lead passed', 'water lead proposed'] })
    expect(await approve(desk, who.water, id)).toMatchObject({ status: 'discussing' })
  })
  test('to one that is another body’s hands the case over', async () => {
    const { id } = await opened(desk, town)
    expect(await changeTopic(id, 'power')).toEqual({ status: 'handed_over' })
    expect(await row(id)).toMatchObject({ institution: 'electric', topic: 'power' })
  })
  test.each([['pothole', 'case.same_topic'], ['licence', 'case.kind_not_allowed']] as const)('to %s is refused: %s', async (topic, code) => {
    const { id } = await opened(desk, town)
    await expect(changeTopic(id, topic)).rejects.toMatchObject({ code })
  })
})

describe('a place changed', () => {
  test('to one that is not ours hands the case over to whoever serves it; nothing of it waits here any more', async () => {
    const { id } = await opened(desk, town, { topicId: town.topic('pipe'), answers: {} })
    await propose(desk, town, 'water', id)
    expect(await changePlace(id, { placeId: town.place('adabag') })).toEqual({ status: 'handed_over' })
    await heard(id)
    expect(await row(id)).toMatchObject({ institution: 'province', place: expect.stringContaining('Adabağ') })
    expect((await pageOf(desk, id)).proposal).toBeNull()
  })
  test('within the municipality leaves everything as it is, but for where', async () => {
    const { id } = await opened(desk, town, { topicId: town.topic('pipe'), answers: {} })
    await propose(desk, town, 'water', id)
    expect(await changePlace(id, { placeId: town.place('kale'), street: 'Çarşı' })).toEqual({ status: 'awaiting_approval' })
    expect(await row(id)).toMatchObject({ place: expect.stringContaining('Kale') })
    expect(await approve(desk, who.water, id)).toMatchObject({ status: 'discussing' })
  })
  test('to a village stays with us where the topic is ours everywhere', async () => {
    await desk.look('update routing.topic set everywhere = true where id = $1', [town.topic('pipe')])
    const { id } = await opened(desk, town, { topicId: town.topic('pipe'), answers: {} })
    expect(await changePlace(id, { placeId: town.place('adabag') })).toEqual({ status: 'routed' })
  })
  test('needs to be somewhere', async () => {
    const { id } = await opened(desk, town)
    await expect(changePlace(id, {})).rejects.toMatchObject({ code: 'case.unknown_place' })
  })
})
