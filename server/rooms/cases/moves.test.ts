import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseId, MoveCase, MoveId } from '../../../contracts/cases.ts'
import { type CaseMove, caseMoves, CaseStatus, isEnded, moveOf, promiseRuns, turnOf } from '../../../contracts/moves.ts'
import type { Actor } from '../../platform/actor.ts'
import { system } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { directorOf, operator, supervisor, testDesk, type TestDesk } from '../../testing.ts'
import { makeMove, moveCase, routeCase, takeCase } from './moving.ts'
import { casePage, inbox } from './reading.ts'
import { assignTask, foundSource, resumeHolds } from './source.ts'
import { aTown, opened, type Town } from './testing.ts'
import { undoNewest } from './undoing.ts'

let desk: TestDesk
let town: Town
beforeAll(async () => { desk = await testDesk(); town = await aTown(desk) })
afterAll(() => desk[Symbol.asyncDispose]())

const moveId = () => newId<MoveId>()
const page = (caseId: CaseId) => desk.do((tx) => casePage(tx, { caseId }, operator))
const move = (by: Actor, caseId: CaseId, name: MoveCase['move'], more: Partial<MoveCase> = {}) => desk.as(by, (tx) => moveCase(tx, { caseId, id: moveId(), move: name, ...more }, by))
const take = (slug: 'roads' | 'water', caseId: CaseId) => desk.as(town.officer(slug), (tx) => takeCase(tx, { caseId }, town.officer(slug)))
const undo = (by: Actor, caseId: CaseId, id: MoveId) => desk.as(by, (tx) => undoNewest(tx, { caseId, moveId: id, reason: 'Yanlış basıldı' }, by))
const monday = '2026-11-23T09:00:00+03:00'
const at = (moment: string) => desk.clock.set(moment)

describe('what waits', () => {
  test('the promise stands still and goes on from where it stood, in working time; the parts with it', async () => {
    at(monday)
    const { id, dueAt } = await opened(desk, town) // eight working hours: 17:00 is its day’s end
    expect(dueAt).toBe('2026-11-23T14:00:00.000Z')
    await take('roads', id)
    at('2026-11-23T12:00:00+03:00') // five hours left
    await move(town.officer('roads'), id, 'hold', { reason: 'Don çözülsün', waitsFor: 'weather', until: '2026-11-26T05:00:00Z' })
    expect(await page(id)).toMatchObject({ status: 'on_hold', waits: { for: 'weather', reason: 'Don çözülsün', until: '2026-11-26T05:00:00+00:00' } })
    at('2026-11-25T10:00:00+03:00')
    await move(town.officer('roads'), id, 'resume')
    const after = await page(id)
    expect(after).toMatchObject({ status: 'under_review', waits: null, dueAt: '2026-11-25T12:00:00.000Z' })
    expect(new Set(after.tasks.map((task) => task.dueAt))).toEqual(new Set(['2026-11-25T12:00:00.000Z']))
    at(monday)
  })
  test('what is put on hold until a day goes on by itself when it has come, and once', async () => {
    at(monday)
    const { id } = await opened(desk, town)
    await take('roads', id)
    await move(town.officer('roads'), id, 'hold', { reason: 'Malzeme', waitsFor: 'supply', until: '2026-11-24T05:00:00Z' })
    const look = () => desk.as(system('test'), (tx) => resumeHolds(tx, (caseId) => makeMove(tx, { caseId, move: 'resume_by_rule' })))
    expect(await look()).toBe(0)
    at('2026-11-24T08:00:00+03:00')
    expect([await look(), await look()]).toEqual([1, 0])
    expect((await page(id)).status).toBe('under_review')
    at(monday)
  })
  test('asked for information it says of whom; without question, person, or with a day in the past it is refused at the field', async () => {
    const { id } = await opened(desk, town)
    const ask = (more: Partial<MoveCase>) => move(town.officer('roads'), id, 'ask_info', more)
    await expect(ask({ waitsFor: 'citizen' })).rejects.toMatchObject({ code: 'case.words_needed', field: 'words' })
    await expect(ask({ words: 'Kapı numarası?' })).rejects.toMatchObject({ code: 'case.waits_for_needed' })
    await expect(ask({ words: 'Kapı numarası?', waitsFor: 'citizen', until: '2026-11-22T00:00:00Z' })).rejects.toMatchObject({ code: 'case.until_past' })
    await ask({ words: 'Kapı numarası?', waitsFor: 'citizen' })
    expect((await page(id)).timeline.at(-1)).toMatchObject({ what: 'ask_info', audience: 'citizen', facts: { words: 'Kapı numarası?', waitsFor: 'citizen' } })
  })
})

test('late is only what is promised and neither waits nor is done; table and database say it alike', async () => {
  const inSql = await desk.look<{ status: string; runs: boolean; open: boolean }>('select status, cases.promise_runs(status) as runs, cases.is_open(status) as open from unnest($1::text[]) as status', [CaseStatus.options])
  expect(inSql).toEqual(CaseStatus.options.map((status) => ({ status, runs: promiseRuns(status), open: !isEnded(status) })))
  at(monday)
  const { id } = await opened(desk, town)
  at('2026-11-25T09:00:00+03:00')
  const late = () => desk.do(async (tx) => (await inbox(tx, { view: 'all', status: undefined, kind: undefined, sort: 'due', late: true }, operator)).rows.some((row) => row.id === id))
  expect(await late()).toBe(true)
  await desk.look(`update cases.case set status = 'awaiting_confirmation' where id = $1`, [id])
  expect(await late()).toBe(false)
  at(monday)
})

describe('a move', () => {
  test('sent twice is one move', async () => {
    const { id } = await opened(desk, town)
    const same = { caseId: id, id: moveId(), move: 'cancel' as const, words: 'Kendim hallettim' }
    const send = () => desk.do((tx) => moveCase(tx, same, operator))
    expect(await send()).toEqual(await send())
    expect((await page(id)).timeline.filter((entry) => entry.what === 'cancel')).toHaveLength(1)
  })
  test('that is not this person’s, not for this kind, or not now is refused with why', async () => {
    const { id } = await opened(desk, town)
    await expect(move(town.officer('roads'), id, 'cancel', { words: 'x' })).resolves.toMatchObject({ status: 'cancelled' }) // told on the telephone
    await expect(move(town.officer('roads'), id, 'reopen', { reason: 'x' })).rejects.toMatchObject({ code: 'case.cannot', facts: { because: 'permission' } })
    const suggestion = (await opened(desk, town, { kind: 'suggestion' })).id
    await expect(move(town.officer('roads'), suggestion, 'adopt', { words: 'Olur' })).rejects.toMatchObject({ facts: { because: 'permission' } })
    const director = directorOf(town.directorate('roads'))
    await expect(move(director, (await opened(desk, town)).id, 'adopt', { words: 'Olur' })).rejects.toMatchObject({ facts: { because: 'kind' } })
    await expect(move(director, suggestion, 'adopt', { words: 'Olur' })).resolves.toMatchObject({ status: 'adopted' })
  })
  test('of an emergency needs no agreement: the work begins, whoever else has not even looked', async () => {
    const { id } = await opened(desk, town, { kind: 'emergency' })
    await move(town.officer('roads'), id, 'begin_at_once')
    expect(await page(id)).toMatchObject({ status: 'in_progress', tasks: [{ status: 'working' }, { status: 'open' }] })
    await desk.as(system('test'), (tx) => makeMove(tx, { caseId: id, move: 'finish', directorateId: town.directorate('roads') }))
    expect((await page(id)).status).toBe('in_progress')
    await desk.as(town.officer('water'), (tx) => makeMove(tx, { caseId: id, move: 'return', directorateId: town.directorate('water'), reason: 'Bize iş yok' }))
    expect((await page(id)).status).toBe('resolved')
  })
  test('joins a duplicate to the first: whoever told it follows that one, once, and no chain is made', async () => {
    const first = await opened(desk, town), second = await opened(desk, town, { reporter: { name: 'Ali', phone: '+905320000009', mayMessage: true } })
    await expect(move(operator, second.id, 'duplicate', { duplicateOf: second.id })).rejects.toMatchObject({ code: 'case.duplicate_of_itself' })
    await move(operator, second.id, 'duplicate', { duplicateOf: first.id })
    expect(await page(second.id)).toMatchObject({ status: 'duplicate', duplicateOf: { number: first.number } })
    expect((await page(first.id)).followers).toBe(1)
    const third = await opened(desk, town)
    await expect(move(operator, third.id, 'duplicate', { duplicateOf: second.id })).rejects.toMatchObject({ code: 'case.duplicate_unknown' })
  })
  test('hands a case over with institution, person and reference', async () => {
    const { id } = await opened(desk, town)
    await move(operator, id, 'hand_over', { reason: 'Köy yolu', handOver: { institutionId: town.institution('province'), contact: 'Veli Bey', reference: 'K-12' } })
    expect(await page(id)).toMatchObject({ status: 'handed_over', institution: { name: { tr: 'province' }, reference: 'K-12' } })
  })
})

describe('taken back', () => {
  test('the case stands where it stood, the timeline keeps both, and it cannot be taken back twice', async () => {
    const { id } = await opened(desk, town)
    await take('roads', id)
    const before = await page(id)
    const { moveId: made } = await move(operator, id, 'cancel', { words: 'Vazgeçti' })
    await undo(operator, id, made)
    const after = await page(id)
    expect({ status: after.status, tasks: after.tasks, dueAt: after.dueAt }).toEqual({ status: before.status, tasks: before.tasks, dueAt: before.dueAt })
    expect(after.timeline.slice(-2).map((entry) => entry.what)).toEqual(['cancel', 'move_undone'])
    await expect(undo(operator, id, made)).rejects.toMatchObject({ code: 'case.move_not_newest' })
  })
  test('only the newest, and only by whoever could make it or did', async () => {
    const { id } = await opened(desk, town)
    await take('roads', id)
    const taken = (await page(id)).newestMove!
    const { moveId: asked } = await move(town.officer('roads'), id, 'ask_info', { words: 'Hangi kapı?', waitsFor: 'citizen' })
    await expect(undo(town.officer('roads'), id, taken.id)).rejects.toMatchObject({ code: 'case.move_not_newest' })
    await expect(undo(town.officer('water'), id, asked)).rejects.toMatchObject({ code: 'case.cannot_undo' })
    await undo(supervisor, id, asked)
    expect((await page(id)).status).toBe('under_review')
    await undo(town.officer('roads'), id, taken.id)
    expect(await page(id)).toMatchObject({ status: 'routed', tasks: [{ status: 'open', takenBy: null, takenAt: null }, {}] })
  })
  test('a routing: whoever was given it since is done with it', async () => {
    const { id } = await opened(desk, town)
    await desk.do((tx) => routeCase(tx, { caseId: id, lead: town.directorate('parks'), supporting: [], reason: 'Ağaç' }, operator))
    await undo(operator, id, (await page(id)).newestMove!.id)
    expect(Object.fromEntries((await page(id)).tasks.map((task) => [task.directorate.tr, task.status]))).toEqual({ roads: 'open', water: 'open', parks: 'passed' })
  })
})

describe('the source', () => {
  test('is confirmed or corrected before anything is proposed; what was told stays beside it', async () => {
    const { id } = await opened(desk, town, { source: { words: 'Kamyonlar' } })
    const roads = town.officer('roads')
    const propose = () => desk.as(roads, (tx) => makeMove(tx, { caseId: id, move: 'propose', directorateId: town.directorate('roads') }))
    await expect(propose()).rejects.toMatchObject({ code: 'case.source_needed' })
    const find = (source: { cause?: string; words?: string }) => desk.as(roads, (tx) => foundSource(tx, { caseId: id, source }, roads))
    await expect(find({})).rejects.toMatchObject({ field: 'source.words' })
    await expect(find({ cause: 'moon' })).rejects.toMatchObject({ code: 'case.unknown_cause' })
    await find({ cause: 'frost' })
    expect(await page(id)).toMatchObject({ source: { words: 'Kamyonlar' }, foundSource: { cause: { tr: 'Don' } } })
    await propose()
    expect((await page(id)).status).toBe('under_review')
  })
  test('one of the directorate’s own people has it in hand, nobody else', async () => {
    const { id } = await opened(desk, town)
    await expect(desk.as(town.officer('roads'), (tx) => assignTask(tx, { caseId: id, staffId: newId<never>() }, town.officer('roads')))).rejects.toMatchObject({ code: 'case.unknown_colleague' })
    await expect(desk.as(town.officer('roads'), (tx) => assignTask(tx, { caseId: id, staffId: null }, town.officer('roads')))).resolves.toEqual({ done: true })
  })
})

describe('whatever is pressed in whatever order', () => {
  const slugs = ['roads', 'water', 'parks'] as const
  type Step = { name: CaseMove; slug: (typeof slugs)[number]; undo: boolean }
  const steps = fc.array(fc.record({ name: fc.constantFrom(...caseMoves), slug: fc.constantFrom(...slugs), undo: fc.boolean() }), { minLength: 5, maxLength: 30 })
  async function press(id: CaseId, step: Step): Promise<void> {
    if (step.undo) {
      const newest = (await page(id)).newestMove
      if (newest) await undo(supervisor, id, newest.id)
    }
    await desk.as(system('test'), (tx) => makeMove(tx, {
      caseId: id, move: step.name, directorateId: town.directorate(step.slug), reason: 'x', words: 'x', ...(step.name === 'hold' || step.name === 'ask_info' ? { set: { waits: { for: 'other' as const, reason: 'x', until: null } } } : {}),
    })).catch((error: unknown) => { if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('case.'))) throw error })
  }
  test('a case is never without somebody whose turn it is, waits only while its state says so, and can always be moved on', async () => {
    await fc.assert(fc.asyncProperty(steps, fc.boolean(), async (pressed, emergency) => {
      const { id } = await opened(desk, town, emergency ? { kind: 'emergency' } : {})
      await desk.as(town.officer('roads'), (tx) => foundSource(tx, { caseId: id, source: { cause: 'frost' } }, town.officer('roads')))
      for (const step of pressed) {
        await press(id, step)
        const now = await page(id)
        const active = now.tasks.filter((task) => task.status !== 'returned' && task.status !== 'passed')
        expect(now.waits !== null, now.status).toBe(now.status === 'waiting_info' || now.status === 'on_hold')
        expect(caseMoves.some((name) => moveOf(name).from.includes(now.status) && moveOf(name).may.length > 0), now.status).toBe(true)
        if (isEnded(now.status)) continue
        // A directorate's turn means that a directorate has it; else it is the desk's, and on its list.
        if (turnOf(now.status) === 'directorate' || turnOf(now.status) === 'director') expect(active.length, now.status).toBeGreaterThan(0)
      }
    }), { numRuns: 40, endOnFailure: true })
  })
})
