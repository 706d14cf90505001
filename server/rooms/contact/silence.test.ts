import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CaseId } from '../../../contracts/cases.ts'
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { SilentCase } from '../../../contracts/silence.ts'
import { TopicLoop } from '../../../contracts/routing.ts'
import { system } from '../../platform/actor.ts'
import { operator, testDesk, type TestDesk } from '../../testing.ts'
import { makeMove, openCase } from '../cases/index.ts'
import { aReport, aTown, opened, type Town } from '../cases/testing.ts'
import { callTasks, finishCallTask, takeCallTask } from './tasks.ts'
import { addWord } from './ledger.ts'
import { keepSilence, limits, markStale, reckon } from './silence.ts'
import { silences } from './silences.ts'

let desk: TestDesk
let town: Town
beforeAll(async () => { desk = await testDesk(); town = await aTown(desk) })
afterAll(() => desk[Symbol.asyncDispose]())
/** A Monday morning; the offices work from 8 to 17. */
const monday = '2026-11-23T09:00:00+03:00'
const at = (moment: string) => desk.clock.set(moment)
beforeEach(async () => {
  at(monday)
  await desk.look('delete from contact.silence')
  await desk.look(`update cases.case set status = 'closed' where cases.is_open(status)`)
  await desk.look(`update contact.call_task set status = 'done'`)
})
const list = (more: Partial<{ all: boolean; over: boolean; owes: SilentCase['owes'] }> = {}, by = operator) =>
  desk.as(by, async (tx) => (await silences(tx, more)).rows)
const of = async (caseId: CaseId) => (await list({ all: true })).find((row) => row.caseId === caseId)
const look = () => keepSilence(desk.db)
const say = (caseId: CaseId, more: object = {}) => desk.as(system('test'), async (tx) => {
  await addWord(tx, { caseId, direction: 'out', channel: 'sms', what: 'moved', trueNews: true, words: 'x', ...more })
  await reckon(tx, caseId)
})
const calls = async (caseId: CaseId) => (await desk.do((tx) => callTasks(tx, { status: 'open' }))).filter((task) => task.caseId === caseId && task.reason === 'silence')
const aCase = async (more: Parameters<typeof aReport>[1] = {}) => { const { id } = await opened(desk, town, more); await look(); return id }

describe('three days of work without news', () => {
  test('the directorate is asked when one is left, the desk calls when half of it is gone, and afterwards everybody sees it', async () => {
    const id = await aCase()
    expect(await of(id)).toMatchObject({ stage: 'calm', owes: 'directorate', since: '2026-11-23T06:00:00.000Z', dueAt: '2026-11-26T06:00:00.000Z' })
    expect(await list()).toEqual([])
    at('2026-11-25T09:00:00+03:00')
    await look()
    expect(await of(id)).toMatchObject({ stage: 'asked', owes: 'directorate' })
    expect(await calls(id)).toEqual([])
    at('2026-11-25T13:30:00+03:00') // four and a half of nine working hours
    await look()
    expect(await of(id)).toMatchObject({ stage: 'call', owes: 'desk' })
    expect(await calls(id)).toHaveLength(1)
    at('2026-11-26T09:00:00+03:00')
    await look(); await look()
    expect(await of(id)).toMatchObject({ stage: 'over', owes: 'desk' })
    expect(await calls(id)).toHaveLength(1)
  })
  test('true news begins the count anew and lets the call go; a sign of life does so once', async () => {
    const id = await aCase()
    at('2026-11-25T15:00:00+03:00')
    await look()
    expect(await calls(id)).toHaveLength(1)
    await say(id)
    expect([await calls(id), await of(id)]).toMatchObject([[], { stage: 'calm', since: '2026-11-25T12:00:00.000Z' }])
    at('2026-11-27T09:00:00+03:00')
    await say(id, { trueNews: false, messageId: '019ab000-0000-7000-8000-000000000001' })
    const once = (await of(id))!.dueAt
    at('2026-11-27T10:00:00+03:00')
    await say(id, { trueNews: false, messageId: '019ab000-0000-7000-8000-000000000002' })
    expect((await of(id))!.dueAt).toBe(once)
  })
  test('called and reached, she has had her word; not reached, she has not', async () => {
    const id = await aCase()
    at('2026-11-26T10:00:00+03:00')
    await look()
    const [task] = await calls(id)
    await desk.do((tx) => takeCallTask(tx, { taskId: task!.id }, operator))
    await desk.do((tx) => finishCallTask(tx, { taskId: task!.id, result: 'not_reached' }, operator))
    await look()
    expect(await of(id)).toMatchObject({ stage: 'over' })
    await desk.do((tx) => finishCallTask(tx, { taskId: task!.id, result: 'reached', note: 'Ekip yarın geliyor' }, operator))
    await desk.as(system('test'), (tx) => reckon(tx, id))
    expect(await of(id)).toMatchObject({ stage: 'calm', since: '2026-11-26T07:00:00.000Z' })
  })
})

describe('whose silence, and how long', () => {
  test('an emergency’s is 24 hours by the clock; a topic and a kind may say otherwise', async () => {
    const id = await aCase({ kind: 'emergency' })
    expect((await of(id))!.dueAt).toBe('2026-11-24T06:00:00.000Z')
    await desk.look(`update routing.topic set loop = $1 where slug = 'pothole'`, [JSON.stringify(TopicLoop.parse({ silenceFor: { complaint: { amount: 6, unit: 'hours' } } }))])
    await desk.as(system('test'), markStale)
    const other = await aCase()
    expect((await of(other))!.dueAt).toBe('2026-11-23T12:00:00.000Z')
    await desk.look(`update routing.topic set loop = '{}' where slug = 'pothole'`)
  })
  test('nobody’s who wants no name known; not of a case that has ended; the desk’s own when it waits for the desk', async () => {
    expect(await of(await aCase({ reporter: { anonymous: true } }))).toBeUndefined()
    const id = await aCase()
    await desk.as(town.officer('roads'), (tx) => makeMove(tx, { caseId: id, move: 'return', directorateId: town.directorate('roads'), reason: 'x' }))
    await desk.as(system('test'), (tx) => reckon(tx, id))
    expect((await of(id))!.owes).toBe('desk')
    await desk.as(system('test'), (tx) => makeMove(tx, { caseId: id, move: 'cancel', words: 'x' }))
    await desk.as(system('test'), (tx) => reckon(tx, id))
    expect(await of(id)).toBeUndefined()
  })
  test('a directorate reads its own, and of a tip-off nobody’s name', async () => {
    const id = await aCase({ kind: 'tip_off' })
    expect((await list({ all: true }, town.officer('roads'))).map((row) => row.caseId)).toEqual([id])
    expect(await list({ all: true }, town.officer('finance'))).toEqual([])
  })
  test('a calendar that never works keeps nobody waiting for ever', async () => {
    const at = await desk.do((tx) => limits(tx, null as DirectorateId | null, { amount: 3, unit: 'hours' }, new Date(monday)))
    expect(at.dueAt.toISOString()).toBe('2026-11-23T09:00:00.000Z')
    await desk.look('delete from calendars.period')
    const never = await desk.do((tx) => limits(tx, town.directorate('roads'), { amount: 3, unit: 'working_days' }, new Date(monday)))
    expect(never.dueAt.toISOString()).toBe('2026-11-26T06:00:00.000Z')
    await desk.look(`insert into calendars.period (calendar_id, weekday, from_minute, to_minute) select id, d, 480, 1020 from calendars.calendar, generate_series(1, 5) d`)
  })
})

test('whatever is said and whatever moves, no silence longer than the rule is unseen', async () => {
  const steps = fc.array(fc.record({ hours: fc.integer({ min: 1, max: 40 }), what: fc.constantFrom('nothing', 'news', 'life', 'talk', 'take', 'return', 'cancel', 'dead') }), { minLength: 3, maxLength: 12 })
  await fc.assert(fc.asyncProperty(steps, async (pressed) => {
    let now = Date.parse(monday), asleep = false
    desk.clock.set(new Date(now))
    const id = (await desk.do((tx) => openCase(tx, aReport(town), operator))).id
    for (const { hours, what } of pressed) {
      now += hours * 3_600_000
      desk.clock.set(new Date(now))
      // A worker that was dead for a while finds at its next look what it missed.
      asleep = what === 'dead'
      if (what === 'news' || what === 'life' || what === 'talk') await say(id, { trueNews: what === 'news', ...(what === 'life' && { messageId: crypto.randomUUID() }) })
      if (what === 'take' || what === 'return' || what === 'cancel') {
        await desk.as(system('test'), (tx) => makeMove(tx, { caseId: id, move: what, directorateId: town.directorate('roads'), reason: 'x', words: 'x' })).catch(() => {})
        await desk.as(system('test'), (tx) => reckon(tx, id))
      }
      if (asleep) continue
      await look()
      const [found] = await desk.look<{ status: string }>('select status from cases.case where id = $1', [id])
      const row = await of(id)
      if (['cancelled'].includes(found!.status)) { expect(row).toBeUndefined(); continue }
      expect(row).toBeDefined()
      if (Date.parse(row!.dueAt) <= now) {
        expect(row).toMatchObject({ stage: 'over', owes: 'desk' })
        expect(await calls(id)).toHaveLength(1)
      }
    }
  }), { numRuns: 25, endOnFailure: true })
})
