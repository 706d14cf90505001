/** The promise to the citizen: for which kind, while it waits, when it is said anew, and when a day becomes free. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CaseId, MoveCase, MoveId, TimelineEntry } from '../../../contracts/cases.ts'
import type { CaseMove } from '../../../contracts/moves.ts'
import type { z } from 'zod'
import { newId } from '../../platform/ids.ts'
import { change, setting } from '../../platform/settings.ts'
import { administrator, operator, supervisor, testDesk, type TestDesk } from '../../testing.ts'
import { calendarsRoom } from '../calendars/index.ts'
import { recountDue, setDue } from './due.ts'
import { pausesOf } from './due.store.ts'
import { makeCases } from './index.ts'
import { makeMove, moveCase } from './moving.ts'
import { casePage, inbox } from './reading.ts'
import { undoNewest } from './undoing.ts'
import { aTown, filesInMemory, opened, type Town } from './testing.ts'

let desk: TestDesk
let town: Town
const cases = makeCases(filesInMemory())
beforeAll(async () => { desk = await testDesk(); town = await aTown(desk) })
afterAll(() => desk[Symbol.asyncDispose]())
/** Monday, 09:00; work is from 08:00 to 17:00 and the promise eight hours of it. */
const monday = '2026-11-23T09:00:00+03:00'
beforeEach(() => desk.clock.set(monday))

const at = (text: string) => new Date(`2026-${text}:00+03:00`).toISOString()
const page = (caseId: CaseId) => desk.do((tx) => casePage(tx, { caseId }, operator))
const roads = () => town.officer('roads')
const move = (caseId: CaseId, name: MoveCase['move'], more: Partial<z.input<typeof MoveCase>> = {}) =>
  desk.as(roads(), (tx) => moveCase(tx, { caseId, id: newId<MoveId>(), move: name, ...more } as MoveCase & { caseId: CaseId }, roads()))
const hold = (caseId: CaseId, until: string) => move(caseId, 'hold', { reason: 'Parça bekleniyor', waitsFor: 'supply', until })
const undo = (caseId: CaseId) => desk.as(supervisor, async (tx) => undoNewest(tx, { caseId, moveId: (await casePage(tx, { caseId }, supervisor)).newestMove!.id, reason: 'Yanlış' }, supervisor))
const due = async (caseId: CaseId) => { const { dueAt, tasks } = await page(caseId); return { dueAt, tasks: tasks.map((task) => task.dueAt) } }
const waits = async (caseId: CaseId) => { const { since, until } = (await page(caseId)).waits!; return [since, until!].map((one) => new Date(one).toISOString()) }
const allAt = (text: string) => ({ dueAt: at(text), tasks: [at(text), at(text)] })

test('a topic promises one kind other than the rest, and straight hours where it says so', async () => {
  await desk.look(`update routing.topic set loop = '{"promisedFor":{"request":{"hours":2,"unit":"working"},"emergency":{"hours":3,"unit":"straight"}}}' where id = $1`, [town.topic('pothole')])
  await desk.look(`update settings.thing set version = version + 1 where kind = 'topic'`)
  desk.clock.set('2026-11-23T16:00:00+03:00')
  const dues = []
  for (const kind of ['complaint', 'request', 'emergency'] as const) dues.push((await opened(desk, town, { kind })).dueAt)
  expect(dues).toEqual([at('11-24T15:00'), at('11-24T09:00'), at('11-23T19:00')])
  await desk.look(`update routing.topic set loop = '{}' where id = $1`, [town.topic('pothole')])
})

describe('while a case waits its promise stands still', () => {
  test('and goes on from where it stood, for the case and every part', async () => {
    const { id } = await opened(desk, town)
    expect(await due(id)).toEqual(allAt('11-23T17:00'))
    desk.clock.set(at('11-23T11:00'))
    await hold(id, at('11-30T08:00'))
    expect(await page(id)).toMatchObject({ status: 'on_hold', waits: { for: 'supply', reason: 'Parça bekleniyor' } })
    expect(await waits(id)).toEqual([at('11-23T11:00'), at('11-30T08:00')])
    desk.clock.set(at('11-25T15:00'))
    await move(id, 'resume')
    // Six hours were left: two of Wednesday, four of Thursday.
    expect(await due(id)).toEqual(allAt('11-26T12:00'))
    expect((await desk.do((tx) => pausesOf(tx, id)))).toMatchObject([{ move: 'hold', waitsFor: 'supply', since: at('11-23T11:00'), endedAt: at('11-25T15:00') }])
  })
  test('and nobody counts it as late, however long it waits', async () => {
    const { id } = await opened(desk, town)
    const late = async () => (await desk.do((tx) => inbox(tx, { view: 'all', status: undefined, kind: undefined, late: true, sort: 'due' }, operator))).rows.some((row) => row.id === id)
    await hold(id, at('12-30T08:00'))
    desk.clock.set(at('12-01T08:00'))
    expect(await late()).toBe(false)
    await move(id, 'resume')
    desk.clock.set(at('12-03T08:00'))
    expect(await late()).toBe(true)
  })
  test('of straight hours too: they go on by the clock', async () => {
    await desk.look(`update routing.topic set loop = '{"promisedFor":{"request":{"hours":4,"unit":"straight"}}}' where id = $1`, [town.topic('pothole')])
    const { id, dueAt } = await opened(desk, town, { kind: 'request' })
    expect(dueAt).toBe(at('11-23T13:00'))
    desk.clock.set(at('11-23T10:00'))
    await move(id, 'ask_info', { words: 'Hangi kapı?', waitsFor: 'citizen' })
    desk.clock.set(at('11-23T22:00'))
    await move(id, 'got_info')
    expect(await due(id)).toEqual(allAt('11-24T01:00'))
    await desk.look(`update routing.topic set loop = '{}' where id = $1`, [town.topic('pothole')])
  })
  test('taken back, it never stood; taken back to waiting, it stands again', async () => {
    const { id } = await opened(desk, town)
    desk.clock.set(at('11-23T11:00'))
    await hold(id, at('11-30T08:00'))
    desk.clock.set(at('11-24T11:00'))
    await move(id, 'resume')
    await undo(id)
    expect(await page(id)).toMatchObject({ status: 'on_hold', dueAt: at('11-23T17:00') })
    expect(await waits(id)).toEqual([at('11-23T11:00'), at('11-30T08:00')])
    await undo(id)
    expect(await page(id)).toMatchObject({ status: 'routed', waits: null })
    expect(await due(id)).toEqual(allAt('11-23T17:00'))
    expect(await desk.do((tx) => pausesOf(tx, id))).toEqual([])
  })
  test('a day in the past is refused, and so is a hold without one', async () => {
    const { id } = await opened(desk, town)
    await expect(hold(id, at('11-23T08:59'))).rejects.toMatchObject({ code: 'case.until_past', field: 'until' })
    await expect(move(id, 'hold', { reason: 'Parça', waitsFor: 'supply' })).rejects.toMatchObject({ code: 'case.until_needed' })
    await expect(move(id, 'hold', { reason: 'Parça', until: at('11-30T08:00') })).rejects.toMatchObject({ code: 'case.waits_for_needed' })
  })
  test('a hold ends by itself on its day, once, and its directorates hear it', async () => {
    const { id } = await opened(desk, town)
    await hold(id, at('11-25T08:00'))
    const run = () => cases.timed!.cases_holds!.run(desk.db)
    desk.clock.set(at('11-25T07:59'))
    await run()
    expect((await page(id)).status).toBe('on_hold')
    desk.clock.set(at('11-25T08:00'))
    await run()
    await run()
    expect(await page(id)).toMatchObject({ status: 'routed', waits: null, dueAt: at('11-25T16:00') })
    expect((await page(id)).timeline.map((entry) => entry.what).filter((what) => what.startsWith('resume'))).toEqual(['resume_by_rule'])
    const heard = await desk.look<{ audience: string[] }>(`select audience from outbox.event where name = 'case.changed' and fact->>'caseId' = $1 and fact->>'what' = 'resume_by_rule'`, [id])
    expect(heard).toEqual([{ audience: expect.arrayContaining(['desk', `directorate:${town.directorate('roads')}`, `directorate:${town.directorate('water')}`]) as string[] }])
  })
})

describe('what comes back', () => {
  const close = (id: CaseId) => desk.as(supervisor, (tx) => makeMove(tx, { caseId: id, move: 'close', reason: 'Bitti' }))
  const again = (id: CaseId, name: CaseMove) => desk.as(supervisor, (tx) => makeMove(tx, { caseId: id, move: name, reason: 'Yine oldu', words: 'Yine oldu' }))
  test('after its time was over has a promise anew, and before that the one it had', async () => {
    const [early, late] = [await opened(desk, town), await opened(desk, town)]
    for (const { id } of [early, late]) await close(id)
    desk.clock.set(at('11-23T12:00'))
    await again(early.id, 'not_fixed')
    expect(await due(early.id)).toEqual(allAt('11-23T17:00'))
    desk.clock.set(at('12-21T09:00'))
    await again(late.id, 'reopen')
    expect(await due(late.id)).toEqual(allAt('12-21T17:00'))
  })
})

describe('another day', () => {
  const give = (caseId: CaseId, dueAt: string, id = newId<TimelineEntry['id']>()) => desk.do((tx) => setDue(tx, { caseId, id, dueAt, reason: 'Boru gelmedi' }))
  test('stands for the case and every part, and the same id twice is one', async () => {
    const { id } = await opened(desk, town)
    const entry = newId<TimelineEntry['id']>()
    expect(await give(id, at('11-27T12:00'), entry)).toBe(true)
    expect(await give(id, at('11-27T12:00'), entry)).toBe(false)
    expect(await due(id)).toEqual(allAt('11-27T12:00'))
    expect((await page(id)).timeline.filter((one) => one.what === 'due_changed')).toMatchObject([{ facts: { before: at('11-23T17:00'), dueAt: at('11-27T12:00'), reason: 'Boru gelmedi' }, audience: 'citizen' }])
    const other = await opened(desk, town)
    await expect(give(other.id, at('11-27T12:00'), entry)).rejects.toMatchObject({ code: 'case.not_found' })
  })
  test('is never in the past, never of what has ended, and not while the time stands still', async () => {
    const { id } = await opened(desk, town)
    await expect(give(id, at('11-23T08:00'))).rejects.toMatchObject({ code: 'case.due_past', field: 'dueAt' })
    await hold(id, at('11-30T08:00'))
    await expect(give(id, at('11-27T12:00'))).rejects.toMatchObject({ code: 'case.waits' })
    await desk.as(supervisor, (tx) => makeMove(tx, { caseId: id, move: 'close', reason: 'Bitti' }))
    await expect(give(id, at('11-27T12:00'))).rejects.toMatchObject({ code: 'case.cannot' })
  })
  test('stays when an older move is taken back', async () => {
    const { id } = await opened(desk, town)
    desk.clock.set(at('11-23T09:30'))
    await desk.as(roads(), (tx) => makeMove(tx, { caseId: id, move: 'take', directorateId: town.directorate('roads') }))
    desk.clock.set(at('11-23T10:00'))
    await give(id, at('11-27T12:00'))
    await undo(id)
    expect(await page(id)).toMatchObject({ status: 'routed' })
    expect(await due(id)).toEqual(allAt('11-27T12:00'))
  })
})

describe('a day off by decree', () => {
  const holiday = setting(calendarsRoom.settings!.find((one) => one.kind === 'holiday') as never)
  const free = (day: string, from: string | null = null) =>
    desk.as(administrator, (tx) => change(tx, holiday, { id: day, version: undefined, value: { day, from, name: { tr: 'İdari izin', en: 'Administrative leave' }, decree: true } }))
  const work = (day: string) => desk.as(administrator, (tx) => change(tx, holiday, { id: day, version: undefined, value: undefined }))
  beforeAll(() => desk.look(`update calendars.calendar set keeps_holidays = true`))

  test('moves every promise counted over it by the working time lost, once, however often it is heard', async () => {
    const { id } = await opened(desk, town, { topicId: town.topic('pipe'), answers: {} })
    const fixed = await opened(desk, town)
    await desk.do((tx) => setDue(tx, { caseId: fixed.id, id: newId<TimelineEntry['id']>(), dueAt: at('11-27T12:00'), reason: 'Boru' }))
    const waiting = await opened(desk, town)
    desk.clock.set(at('11-23T11:00'))
    await hold(waiting.id, at('12-30T08:00'))
    desk.clock.set(at('11-23T12:00'))
    await free('2026-11-24')
    await desk.settle(cases)
    await recountDue(desk.db)
    // Due on Monday evening: not counted over the Tuesday.
    expect((await page(id)).dueAt).toBe(at('11-23T17:00'))
    await free('2026-11-23', '13:00')
    await desk.settle(cases)
    await recountDue(desk.db)
    await desk.look(`update outbox.cursor set xid = '0', id = 0`)
    await desk.settle(cases)
    await recountDue(desk.db)
    // Four hours of Monday are lost; Tuesday is free.
    expect((await page(id)).dueAt).toBe(at('11-25T12:00'))
    expect((await page(id)).timeline.filter((one) => one.what === 'due_moved')).toMatchObject([{ facts: { before: at('11-23T17:00'), dueAt: at('11-25T12:00'), day: '2026-11-23', name: { tr: 'İdari izin' } } }])
    expect((await page(id)).tasks.map((task) => task.dueAt)).toEqual([at('11-25T12:00')])
    expect((await page(fixed.id)).dueAt).toBe(at('11-27T12:00'))
    // Of what stands still six hours are left, two of them before the day ended.
    expect((await page(waiting.id)).dueAt).toBe(at('11-25T12:00'))
    desk.clock.set(at('12-01T08:00'))
    await move(waiting.id, 'resume')
    expect((await page(waiting.id)).dueAt).toBe(at('12-01T14:00'))
    for (const day of ['2026-11-23', '2026-11-24']) await work(day)
  })

  test('a batch that dies leaves the rest to the next, and nothing is moved twice', async () => {
    const many: CaseId[] = []
    for (let n = 0; n < 3; n++) many.push((await opened(desk, town, { topicId: town.topic('pipe'), answers: {} })).id)
    desk.clock.set(at('11-23T10:00'))
    await free('2026-11-23', '13:00')
    await desk.settle(cases)
    await desk.look(`create function cases.die() returns trigger language plpgsql as $$ begin if new.what = 'due_moved' then raise exception 'killed'; end if; return new; end $$`)
    await desk.look('create trigger die before insert on cases.entry for each row execute function cases.die()')
    await expect(recountDue(desk.db)).rejects.toThrow('killed')
    expect((await page(many[0]!)).dueAt).toBe(at('11-23T17:00'))
    await desk.look('drop trigger die on cases.entry')
    await recountDue(desk.db)
    await recountDue(desk.db)
    for (const id of many) expect((await page(id)).dueAt).toBe(at('11-24T12:00'))
    await work('2026-11-23')
    await desk.settle(cases)
    await recountDue(desk.db)
    // Worked after all: nobody is told an earlier day than the one she was told.
    expect((await page(many[0]!)).dueAt).toBe(at('11-24T12:00'))
  })
})
