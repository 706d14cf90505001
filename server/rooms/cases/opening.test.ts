import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Opened } from '../../../contracts/cases.ts'
import type { Route } from '../../../contracts/routing.ts'
import { operator, testDesk, type TestDesk } from '../../testing.ts'
import { newId } from '../../platform/ids.ts'
import { openCase } from './cases.ts'
import { saveDraft } from './drafts.ts'
import { planOf } from './plan.ts'
import { casePage } from './reading.ts'
import { aReport, aTown, caseId, opened, type Town } from './testing.ts'

let desk: TestDesk
let town: Town
const start = '2026-11-23T09:00:00+03:00'
beforeAll(async () => { desk = await testDesk(start); town = await aTown(desk) })
beforeEach(() => desk.clock.set(start))
afterAll(() => desk[Symbol.asyncDispose]())
const page = (id: Opened['id']) => desk.do((tx) => casePage(tx, { caseId: id }, operator))

describe('a case', () => {
  test('is there for every directorate concerned, with its due time by the lead’s working hours and a whole timeline', async () => {
    const report = aReport(town, { also: [town.directorate('parks')], source: { cause: 'frost', words: 'kışın dondu' }, answers: { deep: true, size: 'large', since: '2026-11-20', lanes: 2, note: ' iki şerit ' } })
    const answer = await desk.do((tx) => openCase(tx, report, operator))
    expect(answer).toMatchObject({ id: report.id, status: 'routed', dueAt: '2026-11-23T14:00:00.000Z', tell: 'sms', lead: { tr: 'roads' }, supporting: [{ tr: 'water' }, { tr: 'parks' }] })
    const shown = await page(report.id)
    expect(new Set(shown.tasks.map((t) => `${t.directorate.tr} ${t.part} ${t.status} ${t.dueAt}`))).toEqual(new Set(
      ['roads lead open 2026-11-23T14:00:00.000Z', 'water supporting open 2026-11-23T14:00:00.000Z', 'parks supporting open 2026-11-23T14:00:00.000Z']))
    expect(shown.timeline.map((e) => e.what)).toEqual(['opened', 'routed'])
    expect(shown.source).toEqual({ cause: { tr: 'Don', en: 'Don (en)' }, words: 'kışın dondu' })
    expect(shown.answers.map((a) => [a.ask.tr, a.answer, a.labels?.tr ?? null])).toEqual([['deep', 'true', 'Evet'], ['lanes', '2', null], ['since', '2026-11-20', null], ['note', 'iki şerit', null], ['size', 'large', 'Büyük']])
    expect(shown).toMatchObject({ place: 'Saray Mahallesi', reporter: { name: 'Ayşe Yıldız', phone: '+905320000001' }, reporterWithheld: false })
    for (const slug of ['roads', 'water', 'parks'] as const)
      expect(await desk.as(town.officer(slug), (tx) => casePage(tx, { caseId: report.id }, town.officer(slug)))).toMatchObject({ id: report.id, task: 'open' })
  })

  test('tells the desk and each directorate, once', async () => {
    const before = (await desk.look('select 1 from outbox.event')).length
    const { id } = await opened(desk, town)
    const events = await desk.look<{ name: string; audience: string[] }>(`select name, audience from outbox.event where fact->>'caseId' = $1`, [id])
    expect(events).toEqual([{ name: 'case.opened', audience: ['desk', `directorate:${town.directorate('roads')}`, `directorate:${town.directorate('water')}`] }])
    expect(await desk.look('select 1 from outbox.event')).toHaveLength(before + 1)
  })

  test.each([
    ['a mobile that may be written to', { phone: '+905320000001', mayMessage: true }, 'sms'],
    ['a mobile that may not', { phone: '+905320000001', mayMessage: false }, 'read_out'],
    ['a landline', { phone: '+904348270000', mayMessage: true }, 'read_out'],
    ['a name without a number', { name: 'Ali' }, 'read_out'],
    ['nobody by name', { anonymous: true, phone: '+905320000001', mayMessage: true }, 'read_out'],
  ] as const)('of %s: the number goes by %s', async (_, reporter, tell) => {
    expect((await opened(desk, town, { reporter })).tell).toBe(tell)
  })

  test('of somebody who wants no name known keeps neither name nor number', async () => {
    const { id } = await opened(desk, town, { reporter: { anonymous: true, name: 'Ali', phone: '+905320000001' } })
    expect((await page(id)).reporter).toEqual({ citizenId: null, name: null, phone: null, anonymous: true, mayMessage: false, email: null, way: 'sms' })
  })

  test('that only asks or thanks is closed at once, unless somebody is asked by name', async () => {
    const closed = await opened(desk, town, { kind: 'thanks', answers: {} })
    expect(closed).toMatchObject({ status: 'closed', dueAt: null, lead: null, supporting: [] })
    expect((await page(closed.id)).timeline.map((e) => e.what)).toEqual(['opened', 'closed'])
    expect(await opened(desk, town, { kind: 'information', answers: {}, also: [town.directorate('parks')] })).toMatchObject({ status: 'routed', lead: { tr: 'parks' } })
  })

  test('that is another body’s is recorded as handed over, by its topic, by its place, or because the operator says so', async () => {
    const byTopic = await opened(desk, town, { topicId: town.topic('power'), answers: {} })
    expect(byTopic).toMatchObject({ status: 'handed_over', lead: null, dueAt: null })
    expect(await page(byTopic.id)).toMatchObject({ institution: { name: { tr: 'electric' }, phone: '186', reference: null }, tasks: [] })
    expect(await opened(desk, town, { where: { placeId: town.place('adabag') } })).toMatchObject({ status: 'handed_over' })
    const told = await opened(desk, town, { answers: {}, handOver: { institutionId: town.institution('province'), told: true, reference: 'AB-7' } })
    expect(told.status).toBe('handed_over')
    expect((await page(told.id)).timeline.at(-1)).toMatchObject({ what: 'handed_over', facts: { told: true, reference: 'AB-7', institution: { tr: 'province' } } })
  })

  test('in danger is ours wherever it is, and no question holds it up', async () => {
    expect(await opened(desk, town, { kind: 'emergency', answers: {}, where: { placeId: town.place('adabag') } })).toMatchObject({ status: 'routed' })
  })

  test('sent from a draft ends the draft, also when its last save is still under way', async () => {
    const draftId = newId<never>()
    await opened(desk, town, { draftId })
    await expect(desk.do((tx) => saveDraft(tx, { draftId, callId: null, body: { said: 'late' }, version: 0 }))).rejects.toMatchObject({ code: 'draft.sent' })
  })
})

describe('refused, with the field it is about:', () => {
  const nowhere = newId<never>()
  test.each<[string, Parameters<typeof aReport>[1], string, string]>([
    ['an unknown topic', { topicId: nowhere }, 'case.unknown_topic', 'topicId'],
    ['a kind the topic does not have', { topicId: 'licence' as never, answers: {} }, 'case.kind_not_allowed', 'kind'],
    ['an unknown place', { where: { placeId: nowhere } }, 'case.unknown_place', 'where.placeId'],
    ['half a pin', { where: { lat: 38.5 } }, 'case.unknown_place', 'where.lon'],
    ['a pin with latitude and longitude exchanged', { where: { lat: 42.28, lon: 38.5 } }, 'case.unknown_place', 'where.lat'],
    ['a name withheld where one is needed', { topicId: 'debt' as never, answers: {}, reporter: { anonymous: true } }, 'case.anonymous_not_allowed', 'reporter.anonymous'],
    ['a required question unanswered', { answers: { deep: '' } }, 'case.answer_missing', 'answers.deep'],
    ['a yes or no that is a number', { answers: { deep: 3 } }, 'case.answer_wrong', 'answers.deep'],
    ['a number that is a text', { answers: { deep: true, lanes: 'two' } }, 'case.answer_wrong', 'answers.lanes'],
    ['a day that does not exist', { answers: { deep: true, since: '2026-02-30' } }, 'case.answer_wrong', 'answers.since'],
    ['a choice that is not offered', { answers: { deep: true, size: 'huge' } }, 'case.answer_wrong', 'answers.size'],
    ['an answer to no question', { answers: { deep: true, colour: 'red' } }, 'case.answer_wrong', 'answers.colour'],
    ['an unknown cause', { source: { cause: 'magic' } }, 'case.unknown_cause', 'source.cause'],
    ['an unknown directorate', { also: [nowhere] }, 'case.unknown_directorate', 'also'],
    ['an unknown citizen', { reporter: { citizenId: nowhere } }, 'case.unknown_citizen', 'reporter.citizenId'],
    ['an unknown institution', { handOver: { institutionId: nowhere, told: true } }, 'case.unknown_institution', 'handOver.institutionId'],
    ['a number no telephone has', { reporter: { phone: '+90532' } as never }, 'case.wrong_phone', 'reporter.phone'],
  ])('%s', async (_, more, code, field) => {
    const report = aReport(town, { ...more, ...(more?.reporter && 'phone' in more.reporter ? { reporter: { name: 'Ali' } } : {}), ...(more?.topicId && /^[a-z]+$/.test(more.topicId) ? { topicId: town.topic(more.topicId as never) } : {}) })
    if (code === 'case.wrong_phone') report.reporter = { ...report.reporter, phone: '+90532' }
    await expect(desk.do((tx) => openCase(tx, report, operator))).rejects.toMatchObject({ code, field })
    expect(await desk.look('select 1 from cases.submission where id = $1', [report.id]), 'a refused intake may be mended and sent again under its id').toEqual([])
  })

  test('a complaint that nobody would get; but not thanks, a hand-over, or one for whom somebody is asked by name', () => {
    const nobody: Route = { lead: null, supporting: [], dueAt: null, open: false, onCall: null, notOurs: null, emergency: false }
    const parks = { id: town.directorate('parks'), slug: 'parks', name: { tr: 'p', en: 'p' }, does: { tr: 'p', en: 'p' } }
    expect(planOf('complaint', nobody, [], false)).toBeUndefined()
    expect(planOf('thanks', nobody, [], false)?.status).toBe('closed')
    expect(planOf('complaint', nobody, [], true)?.status).toBe('handed_over')
    expect(planOf('complaint', nobody, [parks], false)).toMatchObject({ status: 'routed', lead: parks })
  })
})

describe('submitted twice', () => {
  test('it is one case with one answer, though the desk has moved on since', async () => {
    const report = aReport(town)
    const first = await desk.do((tx) => openCase(tx, report, operator))
    desk.clock.set('2026-11-23T11:00:00+03:00')
    expect(await desk.do((tx) => openCase(tx, { ...report }, operator))).toEqual(first)
    expect(await desk.look('select 1 from cases.entry where case_id = $1', [report.id])).toHaveLength(2)
  })

  test('with another body under the same id it is refused', async () => {
    const report = aReport(town)
    await desk.do((tx) => openCase(tx, report, operator))
    await expect(desk.do((tx) => openCase(tx, { ...report, said: 'Başka bir şey' }, operator))).rejects.toMatchObject({ code: 'case.id_reused' })
  })

  test('at the same moment the twin waits and gets the same answer', async () => {
    const report = aReport(town)
    let twin: Promise<Opened> | undefined
    const first = await desk.do(async (tx) => {
      const answer = await openCase(tx, report, operator)
      twin = desk.do((other) => openCase(other, report, operator))
      await desk.someoneWaits() // the race, held still
      return answer
    })
    expect(await twin).toEqual(first)
    expect(await desk.look('select 1 from cases.task where case_id = $1', [report.id])).toHaveLength(2)
  })

  test('while the first fails, the twin opens the case', async () => {
    const report = aReport(town)
    let twin: Promise<Opened> | undefined
    await desk.do(async (tx) => {
      await openCase(tx, report, operator)
      twin = desk.do((other) => openCase(other, report, operator))
      await desk.someoneWaits()
      throw new Error('the seat went dark')
    }).catch(() => {})
    expect(await twin).toMatchObject({ id: report.id, status: 'routed' })
  })
})

describe('the number', () => {
  test('is nobody else’s, however many are given at once, and a case that fails leaves a gap only', async () => {
    const numbers = await Promise.all(Array.from({ length: 40 }, (_, i) => desk.do(async (tx) => {
      const { number } = await openCase(tx, aReport(town, { id: caseId(), reporter: { anonymous: true } }), operator)
      if (i % 10 === 3) throw new Error('lost')
      return number
    }).catch(() => 'lost')))
    const given = numbers.filter((n) => n !== 'lost')
    expect(given).toHaveLength(36)
    expect(new Set(given).size).toBe(36)
    for (const number of given) expect(number).toMatch(/^2026-\d{6}$/)
  })

  test('begins anew at New Year by the municipality’s clocks, not by those of Greenwich', async () => {
    desk.clock.set('2026-12-31T23:59:59+03:00')
    expect((await opened(desk, town)).number).toMatch(/^2026-/)
    desk.clock.set('2027-01-01T00:00:00+03:00')
    expect((await opened(desk, town)).number).toBe('2027-000001')
    expect((await opened(desk, town)).number).toBe('2027-000002')
  })

  test('goes on past six digits', async () => {
    await desk.look(`select setval('cases.number_2026', 999999)`)
    expect((await opened(desk, town)).number).toBe('2026-1000000')
  })
})
