import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseId } from '../../../contracts/cases.ts'
import { RegisterStatutory } from '../../../contracts/statutory.ts'
import { newId } from '../../platform/ids.ts'
import { operator, testDesk, type TestDesk } from '../../testing.ts'
import { due, list, marks, page } from './reading.ts'
import { register } from './statutory.ts'
import { aPaper, aTownOfLaw, registered, type Town } from './testing.ts'

let desk: TestDesk
let town: Town
beforeAll(async () => { desk = await testDesk('2026-03-02T09:00:00+03:00'); town = await aTownOfLaw(desk) })
afterAll(() => desk[Symbol.asyncDispose]())
const shown = async (caseId: CaseId) => (await desk.do((tx) => page(tx, { caseId }))).request!
const listed = (q: Partial<Parameters<typeof list>[1]> = {}) => desk.do((tx) => list(tx, { show: 'open', ...q }))

describe('what is handed in', () => {
  test('has a number of its own kind and year, a case in the same moment, and the last day of its law', async () => {
    const first = await registered(desk, town), second = await registered(desk, town, { statute: 'information', channel: 'letter' })
    expect(first).toMatchObject({ number: 'D2026-000001', state: 'open', dueOn: '2026-04-01' })
    expect(second).toMatchObject({ number: 'B2026-000001', dueOn: '2026-03-24' })
    expect((await registered(desk, town)).number).toBe('D2026-000002')
    expect(await desk.look(`select number, kind, channel, said, status from cases.case where id = $1`, [first.caseId])).toEqual([
      { number: first.caseNumber, kind: 'request', channel: 'counter', said: 'Yol onarımı\n\nSokağımızın yolu bozuk.', status: 'routed' }])
    expect(await desk.look(`select what, facts->>'step' as step, audience from cases.entry where case_id = $1`, [first.caseId])).toContainEqual({ what: 'statutory', step: 'registered', audience: 'citizen' })
  })
  test('sent twice is one, and no number is lost with it', async () => {
    const paper = aPaper(town)
    const once = await desk.do((tx) => register(tx, paper, operator)), twice = await desk.do((tx) => register(tx, paper, operator))
    expect(twice).toEqual(once)
    expect(Number((await registered(desk, town)).number.slice(6))).toBe(Number(once.number.slice(6)) + 1)
    await expect(desk.do((tx) => register(tx, { ...paper, address: 'Başka' }, operator))).rejects.toMatchObject({ code: 'case.id_reused' })
  })
  test('that is refused takes no number: the register has no gaps', async () => {
    const before = await registered(desk, town)
    await expect(registered(desk, town, { topicId: newId<never>() })).rejects.toMatchObject({ code: 'case.unknown_topic' })
    expect(Number((await registered(desk, town)).number.slice(6))).toBe(Number(before.number.slice(6)) + 1)
  })
  test('by letter need not answer what the topic asks, at the counter it does', async () => {
    expect(await registered(desk, town, { topicId: town.topic('pothole'), channel: 'letter' })).toMatchObject({ state: 'open' })
    await expect(registered(desk, town, { topicId: town.topic('pothole') })).rejects.toMatchObject({ code: 'case.answer_missing', field: 'answers.deep' })
  })
  test('days ago counts from the day it came', async () => {
    expect(await registered(desk, town, { receivedOn: '2026-02-20' })).toMatchObject({ dueOn: '2026-03-22' })
    expect(await desk.do((tx) => due(tx, { statute: 'information', receivedOn: '2026-02-20' }))).toMatchObject({ dueOn: '2026-03-13', left: 9, level: 'early' })
  })
  test('long ago is overdue at once, and says so', async () => {
    const { caseId } = await registered(desk, town, { receivedOn: '2026-01-05' })
    expect(await shown(caseId)).toMatchObject({ dueOn: '2026-02-04', level: 'overdue', left: 0 })
  })
  test('without name, signature or address is written down as not examined, with what is missing and how that was told', async () => {
    const { caseId, state, dueOn } = await registered(desk, town, { signed: false, address: undefined, told: 'by_hand' })
    expect({ state, dueOn }).toEqual({ state: 'rejected', dueOn: '2026-04-01' })
    expect(await shown(caseId)).toMatchObject({ missing: ['signature', 'address'], endedOn: '2026-03-02', late: false, steps: [{ what: 'registered' }, { what: 'rejected', facts: { ground: 'm4_missing', missing: ['signature', 'address'], delivery: 'by_hand' } }] })
    expect(await desk.look(`select status from cases.case where id = $1`, [caseId])).toEqual([{ status: 'routed' }])
  })
  test('by nobody at all is written down too', async () => {
    expect(await registered(desk, town, { name: undefined, address: undefined, signed: false, told: 'none' })).toMatchObject({ state: 'rejected' })
  })
  test('of what is another body’s matter keeps its duty until it was forwarded and told', async () => {
    const { caseId, state } = await registered(desk, town, { topicId: town.topic('power') })
    expect(state).toBe('open')
    expect(await desk.look(`select status from cases.case where id = $1`, [caseId])).toEqual([{ status: 'handed_over' }])
  })
})

describe('bad input names its field', () => {
  test.each([
    ['tomorrow', { receivedOn: '2026-03-03' }, 'statute.received_future', 'receivedOn'], ['another century', { receivedOn: '1926-03-02' }, 'statute.received_old', 'receivedOn'],
    ['no word on how they were told', { signed: false }, 'statute.told_needed', 'told'], ['an unknown directorate', { also: [newId<never>()] }, 'case.unknown_directorate', 'also'],
    ['an unknown place', { where: { placeId: newId<never>() } }, 'case.unknown_place', 'where.placeId'], ['a telephone that is none', { phone: '+901234567' }, 'case.wrong_phone', 'phone'], ['nobody’s, where a name is needed', { topicId: 'debt', name: undefined, told: 'none' as const }, 'case.anonymous_not_allowed', 'name'],
  ])('%s', async (_, more, code, field) => { await expect(registered(desk, town, 'topicId' in more ? { ...more, topicId: town.topic('debt') } : more)).rejects.toMatchObject({ code, field }) })
  test.each([
    ['by telephone', { channel: 'phone' }, 'channel'], ['a day that is none', { receivedOn: '2026-02-30' }, 'receivedOn'], ['no subject', { subject: ' ' }, 'subject'], ['no id', { id: 'x' }, 'id'],
    ['an endless text', { text: 'x'.repeat(3701) }, 'text'], ['an e-mail that is none', { email: 'ayse' }, 'email'], ['a statute that is none', { statute: 'complaint' }, 'statute'], ['neither signed nor not', { signed: undefined }, 'signed'],
  ])('%s', (_, more, field) => {
    const read = RegisterStatutory.safeParse({ ...aPaper(town), ...more })
    expect(read.error?.issues.map((issue) => issue.path[0])).toEqual([field])
  })
  test('just after midnight the new day has begun, and the next has not', async () => {
    await using night = await testDesk('2026-03-05T00:30:00+03:00')
    const there = await aTownOfLaw(night)
    expect(await registered(night, there, { receivedOn: '2026-03-05' })).toMatchObject({ dueOn: '2026-04-04' })
    await expect(registered(night, there, { receivedOn: '2026-03-06' })).rejects.toMatchObject({ code: 'statute.received_future' })
  })
  test('no calendar: a petition is taken, a request for information waits for one', async () => {
    await using bare = await testDesk('2026-03-02T09:00:00+03:00')
    const there = await aTownOfLaw(bare)
    await bare.look('delete from calendars.period')
    expect(await registered(bare, there)).toMatchObject({ dueOn: '2026-04-01' })
    await expect(registered(bare, there, { statute: 'information' })).rejects.toMatchObject({ code: 'statute.no_calendar' })
  })
})

describe('the register', () => {
  let fresh: TestDesk
  let there: Town
  beforeAll(async () => {
    fresh = await testDesk('2026-03-02T09:00:00+03:00')
    there = await aTownOfLaw(fresh)
    for (const receivedOn of ['2026-02-20', '2026-01-05', '2026-03-02']) await registered(fresh, there, { receivedOn })
    await registered(fresh, there, { statute: 'information', receivedOn: '2026-02-25', name: 'Işık Çöplü', topicId: there.topic('licence'), subject: 'İmar planı' })
  })
  afterAll(() => fresh[Symbol.asyncDispose]())
  const of = (q: Partial<Parameters<typeof list>[1]> = {}) => fresh.do((tx) => list(tx, { show: 'open', ...q }))
  const days = async (q: Parameters<typeof of>[0]) => (await of(q)).rows.map((row) => row.dueOn)

  test('shows what falls due first, with what is left and how near that is', async () => {
    const { rows, counts, next } = await of()
    expect(rows.map((row) => [row.dueOn, row.level])).toEqual([['2026-02-04', 'overdue'], ['2026-03-18', 'calm'], ['2026-03-22', 'calm'], ['2026-04-01', 'calm']])
    expect({ counts, next }).toEqual({ counts: { open: 4, overdue: 1, soon: 0, waits: 0, endedThisYear: 0, lateThisYear: 0 }, next: null })
  })
  test('narrows by law, directorate, month of receipt and what is overdue', async () => {
    expect(await days({ statute: 'information' })).toEqual(['2026-03-18'])
    expect(await days({ directorateId: there.directorate('finance') })).toEqual(['2026-03-18'])
    expect(await days({ month: '2026-02' })).toEqual(['2026-03-18', '2026-03-22'])
    expect(await days({ overdue: true })).toEqual(['2026-02-04'])
    expect(await days({ show: 'ended' })).toEqual([])
  })
  test.each([['its number', 'B2026-000001'], ['the running part of it', '000001'], ['a name without its letters', 'isik coplu'], ['a subject', 'İMAR']])('is searched by %s', async (_, q) => {
    expect((await of({ q, statute: 'information' })).rows.map((row) => row.number)).toEqual(['B2026-000001'])
  })
  test('pages follow one another without a gap', async () => {
    const all = (await of()).rows
    const second = await of({ after: `${all[1]!.dueOn}_${all[1]!.caseId}` })
    expect(second.rows.map((row) => row.caseId)).toEqual(all.slice(2).map((row) => row.caseId))
    expect((await of({ after: 'nonsense' })).rows).toHaveLength(4)
  })
  test('gives each case its mark', async () => {
    expect((await fresh.do(marks)).map(({ number, level }) => [number, level])).toContainEqual(['D2026-000002', 'overdue'])
  })
})
test('a case of which no law counts anything has nothing to show', async () => {
  expect(await desk.do((tx) => page(tx, { caseId: newId<CaseId>() }))).toEqual({ request: null })
  expect((await listed({ q: 'kimse' })).rows).toEqual([])
})
