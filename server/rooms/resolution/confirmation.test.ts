import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseId, MoveId } from '../../../contracts/cases.ts'
import { messages as templates } from '../../demo/index.ts'
import { newId } from '../../platform/ids.ts'
import { auditor, directorOf, operator, someone, supervisor, testDesk, type TestDesk } from '../../testing.ts'
import { followCase, makeMove, newestMove } from '../cases/index.ts'
import { aTown, filesInMemory, opened, seeding, type Town } from '../cases/testing.ts'
import { finishCallTask } from '../contact/testing.ts'
import { makeContact, seedTemplates } from '../contact/index.ts'
import { answerConfirmation, confirmations, markIt, notFixed, recordConfirmation } from './confirmation.ts'
import { watchConfirmations } from './confirmation-watch.ts'
import { makeResolution } from './index.ts'
import { person } from './testing.ts'
import { undoMove } from './undoing.ts'

const began = '2026-11-23T09:00:00+03:00'
let desk: TestDesk
let town: Town
const contact = makeContact(undefined), resolution = makeResolution(filesInMemory())
beforeAll(async () => {
  desk = await testDesk()
  town = await aTown(desk)
  await desk.as(seeding, (tx) => seedTemplates(tx, templates))
})
afterAll(() => desk[Symbol.asyncDispose]())

const heard = () => desk.settle(resolution, contact)
type More = Parameters<typeof opened>[2]
/** A case whose work has just been said to be done. */
async function resolved(more: More = {}): Promise<CaseId> {
  desk.clock.set(began)
  const { id } = await opened(desk, town, { topicId: town.topic('pipe'), answers: {}, ...more })
  await finish(id)
  return id
}
async function finish(id: CaseId) {
  await desk.look(`update cases.task set status = 'working' where case_id = $1 and status not in ('returned', 'passed')`, [id])
  await desk.look(`update cases.case set status = 'in_progress' where id = $1`, [id])
  await desk.as(town.officer('water'), (tx) => makeMove(tx, { caseId: id, move: 'finish', directorateId: town.directorate('water') }))
  await heard()
}
const caseOf = async (id: CaseId) => (await desk.look<{ status: string; reopened: number }>('select status, reopened from cases.case where id = $1', [id]))[0]!
const movesOf = async (id: CaseId) => (await desk.look<{ move: string; facts: object }>('select move, facts from cases.move where case_id = $1 and undone_at is null order by n', [id]))
const saidTo = (id: CaseId) => desk.look<{ template: string; to: string; text: string }>(`select template, "to", text from contact.message where case_id = $1 and template is not null and template like any(array['confirm%', 'case-done']) order by at, id`, [id])
const tasksOf = (id: CaseId) => desk.look<{ id: string; status: string; result: string | null }>(`select id, status, result from contact.call_task where case_id = $1 and reason = 'confirm'`, [id])
const round = async (id: CaseId) => (await desk.do((tx) => confirmations(tx, { caseId: id }))).rounds[0]
const answered = (id: CaseId, answer: 'fixed' | 'not_fixed', words?: string) => desk.do((tx) => recordConfirmation(tx, { caseId: id, id: newId<MoveId>(), answer, how: 'call', words }, operator))

describe('when the work is said to be done', () => {
  test('whoever told it is asked by SMS, with a link and the last day, and the case awaits her', async () => {
    const id = await resolved()
    expect(await caseOf(id)).toMatchObject({ status: 'awaiting_confirmation' })
    const [sms] = await saidTo(id)
    expect(sms).toMatchObject({ template: 'confirm-ask', to: '+905320000001' })
    expect(sms!.text).toMatch(/Düzeldi mi\? Yanıtınız için: http:\/\/127\.0\.0\.1:4154\/t\/[\w-]{22} Son gün: 30 Kasım 2026 Pazartesi\.$/)
    expect(await round(id)).toMatchObject({ askedBy: 'sms', until: '2026-11-30T21:00:00.000Z', answer: null })
  })
  test('heard twice she is asked once', async () => {
    const id = await resolved()
    const [event] = await desk.look<{ fact: object }>(`select fact from outbox.event where name = 'case.moved' and fact->>'caseId' = $1 and fact->>'to' = 'resolved'`, [id])
    await desk.as(seeding, (tx) => resolution.listeners!['case.moved']!.ask!(tx, event!.fact as never))
    await heard()
    expect(await saidTo(id)).toHaveLength(1)
    expect((await movesOf(id)).filter((one) => one.move === 'ask_confirmation')).toHaveLength(1)
  })
  test('who reads English is asked in English, by a link to the English page', async () => {
    const id = await resolved({ reporter: { name: 'Emma', phone: '+905320000311', mayMessage: true, language: 'en' } })
    expect((await saidTo(id))[0]!.text).toMatch(/Is it fixed\? Please answer: http:\/\/127\.0\.0\.1:4154\/en\/t\/[\w-]{22} Last day: Monday 30 November 2026\.$/)
  })
  test('those who joined are told, and not asked', async () => {
    desk.clock.set(began)
    const { id } = await opened(desk, town, { topicId: town.topic('pipe'), answers: {} })
    await desk.do((tx) => followCase(tx, { caseId: id, reporter: { name: 'Dilan', phone: '+905320000066', anonymous: false, mayMessage: true, language: 'tr' } }, operator))
    await finish(id)
    expect((await saidTo(id)).map(({ template, to }) => `${template} ${to}`).sort()).toEqual(['case-done +905320000066', 'confirm-ask +905320000001'])
  })
  test.each([
    ['who has a landline only', { name: 'Ali', phone: '+904348270000', mayMessage: true }], ['who wants only calls', { name: 'Veli', phone: '+905320000002', mayMessage: true, way: 'call' as const }],
  ])('%s is called, and never written to', async (_, reporter) => {
    const id = await resolved({ reporter })
    expect([await saidTo(id), (await tasksOf(id)).map((task) => task.status)]).toEqual([[], ['open']])
    expect(await round(id)).toMatchObject({ askedBy: 'call' })
  })
  test.each([['without a name', { reporter: { anonymous: true } }, 'anonymous'], ['by a tip-off', { kind: 'tip_off' as const }, 'tip_off']])('%s nobody is asked: the rule closes it at once and says why', async (_, more, because) => {
    const id = await resolved(more)
    expect(await caseOf(id)).toMatchObject({ status: 'closed' })
    expect((await movesOf(id)).at(-1)).toMatchObject({ move: 'confirm_by_rule', facts: { because } })
    expect([await saidTo(id), await tasksOf(id), (await round(id))?.answer]).toEqual([[], [], 'not_asked'])
  })
  test('a case that was merged before we could ask is asked nothing', async () => {
    const id = await resolved()
    await desk.look(`delete from resolution.confirmation where case_id = $1`, [id])
    await desk.look(`update cases.case set status = 'duplicate' where id = $1`, [id])
    const { id: moveId } = (await desk.do((tx) => newestMove(tx, id)))!
    await desk.as(seeding, (tx) => resolution.listeners!['case.moved']!.ask!(tx, { caseId: id, moveId, move: 'finish', from: 'in_progress', to: 'resolved' }))
    expect(await round(id)).toBeUndefined()
  })
})

describe('her answer', () => {
  test('“fixed” on the telephone closes the case, with her mark, and the call is no longer owed', async () => {
    const id = await resolved({ reporter: { name: 'Ali', phone: '+904348270000', mayMessage: true } })
    const given = { caseId: id, id: newId<MoveId>(), answer: 'fixed' as const, how: 'call' as const, mark: 5, markWords: 'Sağ olun' }
    for (let i = 0; i < 2; i++) expect(await desk.do((tx) => recordConfirmation(tx, given, operator))).toMatchObject({ status: 'closed' })
    await heard()
    expect(await round(id)).toMatchObject({ answer: 'fixed', how: 'call', until: null, satisfaction: { mark: 5, words: 'Sağ olun' } })
    expect(await tasksOf(id)).toMatchObject([{ status: 'done', result: 'reached' }])
    expect(await desk.look(`select mark, answer from resolution.satisfaction_published where case_id = $1`, [id])).toEqual([{ mark: 5, answer: 'fixed' }])
    expect(await desk.look(`select direction, what from contact.word where case_id = $1 and channel = 'call' and what <> 'registered' order by id`, [id])).toEqual([{ direction: 'out', what: 'asked_if_done' }, { direction: 'in', what: 'confirmed' }])
  })
  test('“not fixed” needs her words, reopens to the same people and counts', async () => {
    const id = await resolved()
    await expect(answered(id, 'not_fixed')).rejects.toMatchObject({ code: 'confirmation.words_needed', field: 'words' })
    await answered(id, 'not_fixed', 'Su yine akıyor')
    expect(await caseOf(id)).toEqual({ status: 'reopened', reopened: 1 })
    expect(await desk.look(`select status from cases.task where case_id = $1`, [id])).toEqual([{ status: 'taken' }])
    expect((await movesOf(id)).at(-1)).toMatchObject({ move: 'not_fixed', facts: { words: 'Su yine akıyor', how: 'call', times: 1 } })
  })
  test('two who write it down at the same moment come one after the other; a second “fixed” is refused', async () => {
    const id = await resolved()
    let second: Promise<unknown> | undefined
    await desk.as(operator, async (tx) => {
      await recordConfirmation(tx, { caseId: id, id: newId<MoveId>(), answer: 'fixed', how: 'call' }, operator)
      second = answered(id, 'not_fixed', 'Düzelmedi').catch((error: unknown) => error)
      await desk.someoneWaits()
    })
    // “Not fixed” of a case that has just been closed is understood: it reopens it.
    expect(await second).toMatchObject({ status: 'reopened' })
    await expect(answered(id, 'fixed')).rejects.toMatchObject({ code: 'case.cannot' })
  })
  test('what came back stands on the board until it is said to be done again, the most often first', async () => {
    const [once, twice] = [await resolved(), await resolved()]
    for (const id of [once, twice, twice]) { await answered(id, 'not_fixed', 'Olmadı'); if (id === twice && (await caseOf(id)).reopened === 1) await finish(id) }
    const { count, rows } = await desk.as(supervisor, (tx) => notFixed(tx))
    const mine = rows.filter((row) => row.caseId === once || row.caseId === twice)
    expect(mine).toMatchObject([{ caseId: twice, times: 2, lead: { tr: 'water' } }, { caseId: once, times: 1 }])
    await finish(twice)
    await desk.as(supervisor, (tx) => makeMove(tx, { caseId: once, move: 'cancel', words: 'Vazgeçti' }))
    expect((await desk.as(supervisor, (tx) => notFixed(tx))).count).toBe(count - 2)
  })
  test('the third time the supervisor and the director concerned find their names on the case, and nobody else', async () => {
    const id = await resolved()
    const [chief, water] = [await person(desk, town, 'Şef', ['supervisor'], null), await person(desk, town, 'Suna', ['director'], 'water', 'director')]
    await person(desk, town, 'Rıza', ['director'], 'roads', 'director')
    await person(desk, town, 'Memur', ['officer'], 'water')
    for (let time = 1; time <= 3; time++) {
      await answered(id, 'not_fixed', 'Yine olmadı')
      const named = await desk.look<{ staff_id: string }>(`select staff_id from cases.mention where case_id = $1`, [id])
      expect(named.map((row) => row.staff_id).sort()).toEqual(time < 3 ? [] : [chief.id, water.id].sort())
      await finish(id)
    }
    expect(await caseOf(id)).toMatchObject({ reopened: 3, status: 'awaiting_confirmation' })
  })
  test('the directorate that did the work may write it down; an auditor and a stranger to the case may not', async () => {
    const id = await resolved()
    const given = { caseId: id, id: newId<MoveId>(), answer: 'fixed' as const, how: 'call' as const }
    await expect(desk.as(auditor, (tx) => recordConfirmation(tx, given, auditor))).rejects.toMatchObject({ code: 'case.cannot' })
    await expect(desk.as(town.officer('parks'), (tx) => recordConfirmation(tx, given, town.officer('parks')))).rejects.toMatchObject({ code: 'case.not_found' })
    const director = directorOf(town.directorate('water'))
    expect(await desk.as(director, (tx) => recordConfirmation(tx, given, director))).toMatchObject({ status: 'closed' })
  })
  test('a mark is from one who was asked; of no question there is none', async () => {
    const { id } = await opened(desk, town)
    await expect(desk.do((tx) => markIt(tx, { caseId: id, mark: 4, how: 'call' }))).rejects.toMatchObject({ code: 'confirmation.none' })
  })
})

describe('her silence', () => {
  const at = async (moment: string) => { desk.clock.set(moment); await watchConfirmations(desk.db); await heard() }
  test('is asked once more half-way, and closes the case after the last day, recorded as the rule’s; both are told', async () => {
    const id = await resolved()
    await at('2026-11-27T09:59:00+03:00')
    expect(await saidTo(id)).toHaveLength(1)
    await at('2026-11-27T10:00:00+03:00')
    await at('2026-11-27T10:10:00+03:00')
    expect((await saidTo(id)).map((one) => one.template)).toEqual(['confirm-ask', 'confirm-remind'])
    await at('2026-11-30T23:59:00+03:00')
    expect(await caseOf(id)).toMatchObject({ status: 'awaiting_confirmation' })
    await at('2026-12-01T00:00:00+03:00')
    expect(await caseOf(id)).toMatchObject({ status: 'closed' })
    expect((await movesOf(id)).at(-1)).toMatchObject({ move: 'confirm_by_rule', facts: { because: 'silence', days: 7 } })
    const said = await saidTo(id)
    expect(said.map((one) => one.template)).toEqual(['confirm-ask', 'confirm-remind', 'confirm-closed'])
    // The same link all the way: whoever keeps the first message can answer by it.
    expect(new Set(said.map((one) => /\/t\/([\w-]{22})/.exec(one.text)![1])).size).toBe(1)
    expect(await desk.look(`select true_news from contact.word where case_id = $1 and what = 'confirm-remind'`, [id])).toEqual([{ true_news: false }])
  })
  test('of one whom nobody has called closes nothing; after a try it does', async () => {
    const id = await resolved({ reporter: { name: 'Ali', phone: '+904348270000', mayMessage: true } })
    await at('2026-12-02T09:00:00+03:00')
    expect(await caseOf(id)).toMatchObject({ status: 'awaiting_confirmation' })
    const [task] = await tasksOf(id)
    await desk.do((tx) => finishCallTask(tx, { taskId: task!.id as never, result: 'not_reached' }, operator))
    await at('2026-12-02T09:10:00+03:00')
    expect(await caseOf(id)).toMatchObject({ status: 'closed' })
    expect(await tasksOf(id)).toMatchObject([{ status: 'done', result: 'no_need' }])
  })
  test('of one whose number is a stranger’s closes nothing: she was not asked', async () => {
    const id = await resolved({ reporter: { name: 'Ali', phone: '+904348270099', mayMessage: true } })
    const [task] = await tasksOf(id)
    await desk.do((tx) => finishCallTask(tx, { taskId: task!.id as never, result: 'wrong_number' }, operator))
    await at('2026-12-02T09:00:00+03:00')
    expect(await caseOf(id)).toMatchObject({ status: 'awaiting_confirmation' })
  })
  test('of one with no way to reach her closes it after the same days, and says why', async () => {
    const id = await resolved({ reporter: { name: 'Hatice' }, channel: 'letter' })
    expect([await saidTo(id), await tasksOf(id), (await round(id))?.askedBy]).toEqual([[], [], 'nobody'])
    await at('2026-11-30T23:59:00+03:00')
    expect(await caseOf(id)).toMatchObject({ status: 'awaiting_confirmation' })
    await at('2026-12-01T00:00:00+03:00')
    expect((await movesOf(id)).at(-1)).toMatchObject({ move: 'confirm_by_rule', facts: { because: 'unreachable' } })
  })
  test('means nothing once the case went another way', async () => {
    const id = await resolved()
    await desk.as(supervisor, (tx) => makeMove(tx, { caseId: id, move: 'close', reason: 'Taşındı' }))
    await heard()
    await at('2026-12-05T09:00:00+03:00')
    expect((await movesOf(id)).at(-1)).toMatchObject({ move: 'close' })
    expect(await round(id)).toMatchObject({ answer: null, until: null })
  })
})

describe('taken back', () => {
  const undo = async (id: CaseId) => desk.as(supervisor, async (tx) => undoMove(tx, { caseId: id, moveId: (await newestMove(tx, id))!.id, reason: 'Yanlış kayıt' }, supervisor))
  test('an answer written down by mistake leaves the question open, with all its days', async () => {
    const id = await resolved()
    await answered(id, 'fixed')
    desk.clock.set('2026-12-04T12:00:00+03:00')
    await undo(id)
    await heard()
    expect(await caseOf(id)).toMatchObject({ status: 'awaiting_confirmation' })
    expect(await round(id)).toMatchObject({ answer: null, until: '2026-12-11T21:00:00.000Z' })
    await watchConfirmations(desk.db)
    expect(await caseOf(id)).toMatchObject({ status: 'awaiting_confirmation' })
  })
  test('“not fixed” too: it is not counted, and who is only called is owed the call again', async () => {
    const id = await resolved({ reporter: { name: 'Ali', phone: '+904348270000', mayMessage: true } })
    await answered(id, 'not_fixed', 'Olmadı')
    await heard()
    await undo(id)
    await heard()
    expect(await caseOf(id)).toEqual({ status: 'awaiting_confirmation', reopened: 0 })
    expect((await tasksOf(id)).map((task) => task.status).sort()).toEqual(['done', 'open'])
  })
  test('what she said after it was closed goes without a trace on the answer before it', async () => {
    const id = await resolved()
    await answered(id, 'fixed')
    await desk.as(seeding, (tx) => answerConfirmation(tx, { caseId: id, answer: 'not_fixed', words: 'Bozuldu', how: 'link' }))
    expect((await desk.do((tx) => confirmations(tx, { caseId: id }))).rounds.map((one) => one.answer)).toEqual(['not_fixed', 'fixed'])
    await undo(id)
    expect((await desk.do((tx) => confirmations(tx, { caseId: id }))).rounds.map((one) => one.answer)).toEqual(['fixed'])
    expect(await caseOf(id)).toMatchObject({ status: 'closed' })
  })
})

test('nobody but who sees the case reads what was answered', async () => {
  const id = await resolved()
  await answered(id, 'fixed')
  await desk.do((tx) => markIt(tx, { caseId: id, mark: 2, how: 'call' }))
  for (const by of [town.officer('parks'), someone(['administrator']), someone(['muhtar']), someone(['crew'])])
    await expect(desk.as(by, (tx) => confirmations(tx, { caseId: id }))).rejects.toMatchObject({ code: 'case.not_found' })
  const officer = town.officer('water')
  expect((await desk.as(officer, (tx) => confirmations(tx, { caseId: id }))).rounds[0]).toMatchObject({ answer: 'fixed', satisfaction: { mark: 2 } })
})
