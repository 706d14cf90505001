import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CaseId, InboxQuery, type Opened } from '../../../contracts/cases.ts'
import type { z } from 'zod'
import { operator, someone, supervisor, testDesk, type TestDesk } from '../../testing.ts'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { takeCase } from './moving.ts'
import { addNote } from './notes.ts'
import { casePage, casesOfCaller, inbox, markSeen } from './reading.ts'
import { followCase } from './following.ts'
import { aTown, opened, type Town } from './testing.ts'

type Asked = Partial<z.input<typeof InboxQuery>>
let desk: TestDesk
let town: Town
beforeAll(async () => { desk = await testDesk(); town = await aTown(desk) })
afterAll(() => desk[Symbol.asyncDispose]())
const list = (by: Actor, q: Asked = {}) => desk.as(by, (tx) => inbox(tx, InboxQuery.parse(q), by))
const idsOf = async (by: Actor, q: Asked = {}) => (await list(by, q)).rows.map((row) => row.id)

describe('the inbox', () => {
  let small: TestDesk
  let here: Town
  const cases: Record<string, Opened> = {}
  const ids = async (by: Actor, q: Asked = {}) => {
    const names = new Map(Object.entries(cases).map(([name, c]) => [c.id, name]))
    return (await small.as(by, (tx) => inbox(tx, InboxQuery.parse(q), by))).rows.map((row) => names.get(row.id))
  }
  beforeAll(async () => {
    small = await testDesk()
    here = await aTown(small)
    const at = async (name: string, when: string, more: Parameters<typeof opened>[2] = {}) => {
      small.clock.set(when)
      cases[name] = await opened(small, here, more)
    }
    await at('late', '2026-11-18T09:00:00+03:00')
    await at('today', '2026-11-20T16:00:00+03:00', { said: 'IŞIK direğinin dibinde çukur', where: { placeId: here.place('kale') } })
    await at('pipe', '2026-11-20T16:30:00+03:00', { topicId: here.topic('pipe'), answers: {}, kind: 'request', said: 'Su akmıyor' })
    await at('burning', '2026-11-23T08:59:00+03:00', { kind: 'emergency', also: [here.directorate('parks')] })
    await at('thanks', '2026-11-23T08:59:30+03:00', { kind: 'thanks', answers: {} })
    small.clock.set('2026-11-23T09:00:00+03:00')
  })
  afterAll(() => small[Symbol.asyncDispose]())

  test('of a directorate holds its unfinished cases, what is due first at the top', async () => {
    expect(await ids(here.officer('roads'))).toEqual(['late', 'today', 'burning'])
    expect(await ids(here.officer('water'))).toEqual(['late', 'today', 'pipe', 'burning'])
    expect(await ids(here.officer('parks'))).toEqual(['burning'])
    expect(await ids(here.officer('finance'))).toEqual([])
    expect(await ids(operator)).toEqual(['late', 'today', 'pipe', 'burning'])
  })

  test.each<[string, Asked, string[]]>([
    ['newest first', { sort: 'newest' }, ['burning', 'pipe', 'today', 'late']],
    ['all, finished ones too', { view: 'all', sort: 'newest' }, ['thanks', 'burning', 'pipe', 'today', 'late']],
    ['a state', { status: ['closed'] }, ['thanks']],
    ['kinds', { kind: ['request', 'emergency'] }, ['pipe', 'burning']],
    ['late', { late: 'true' }, ['late']],
    ['in time', { late: 'false' }, ['today', 'pipe', 'burning']],
    ['due before midnight and not late', { today: 'true' }, ['today', 'pipe', 'burning']],
    ['of whatever there is, what is not due today', { view: 'all', today: 'false' }, ['late', 'thanks']],
    ['emergencies', { emergency: 'true' }, ['burning']],
    ['words, folded, by their beginnings, in any order', { q: 'çukur isik' }, ['today']],
    ['words of place', { q: 'KALE' }, ['today']],
    ['a number as it is written', { q: '2026-000003' }, ['pipe']],
    ['a number as it is said', { q: '3' }, ['pipe']],
    ['the middle of a word: nothing', { q: 'ukur' }, []],
    ['signs that mean something to a database', { q: '%_\\' }, ['late', 'today', 'pipe', 'burning']],
  ])('filters by %s', async (_, q, expected) => { expect(await ids(operator, q)).toEqual(expected) })

  test('filters by topic, place and part', async () => {
    expect(await ids(operator, { topicId: here.topic('pipe') })).toEqual(['pipe'])
    expect(await ids(operator, { placeId: here.place('kale') })).toEqual(['today'])
    expect(await ids(here.officer('water'), { part: 'lead' })).toEqual(['pipe'])
    expect(await ids(here.officer('water'), { part: 'supporting', q: 'çukur' })).toEqual(['late', 'today', 'burning'])
  })

  test('finds by words nothing that a directorate may not see', async () => {
    expect(await ids(here.officer('parks'), { view: 'all', q: 'çukur' })).toEqual(['burning'])
    expect(await ids(here.officer('finance'), { view: 'all', q: 'çukur' })).toEqual([])
  })

  test('counts what is open, late, due today, unread and an emergency', async () => {
    const { counts } = await small.as(here.officer('water'), (tx) => inbox(tx, InboxQuery.parse({ q: 'nothing at all' }), here.officer('water')))
    expect(counts).toEqual({ open: 4, late: 1, today: 3, unread: 4, emergency: 1, mentioned: 0, escalated: 0 })
  })
})

describe('pages of fifty', () => {
  test.each([['due', 5], ['due', 20], ['newest', 0]] as const)('by %s run on without a gap and without a double, %d without a due time last', async (sort, undated) => {
    await using many = await testDesk()
    const here = await aTown(many)
    for (let i = 0; i < 60; i++) await opened(many, here, { reporter: { anonymous: true } })
    await many.look('update cases.case set due_at = null where id in (select id from cases.case order by id limit $1)', [undated])
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await many.do((tx) => inbox(tx, InboxQuery.parse({ sort, ...(after && { after }) }), operator))
      expect(page.rows.length).toBeLessThanOrEqual(50)
      seen.push(...page.rows.map((row) => `${row.dueAt ?? 'never'} ${row.id}`))
      after = page.next ?? undefined
    } while (after)
    expect(new Set(seen).size).toBe(60)
    if (sort === 'due') expect(seen).toEqual(seen.toSorted())
    expect((await many.do((tx) => inbox(tx, InboxQuery.parse({ after: 'nonsense' }), operator))).rows).toHaveLength(50)
  })
})

describe('what is unread', () => {
  test('is each person’s own: read until somebody else does something; my own doing is read', async () => {
    const { id } = await opened(desk, town)
    const [first, second] = [town.officer('roads'), someone(['officer'], town.directorate('roads'))]
    const unread = async (by: Actor) => (await list(by, { view: 'all' })).rows.find((row) => row.id === id)?.unread
    expect([await unread(first), await unread(second), await unread(operator)]).toEqual([true, true, false])
    await desk.as(first, (tx) => markSeen(tx, { caseId: id }, first))
    expect([await unread(first), await unread(second)]).toEqual([false, true])
    expect((await desk.do((tx) => casePage(tx, { caseId: id }, operator))).tasks.find((t) => t.part === 'lead')?.firstSeenAt).toBe('2026-11-23T06:00:00.000Z')
    expect(await idsOf(first, { unread: 'true' })).not.toContain(id)
    desk.clock.set('2026-11-23T09:05:00+03:00')
    await desk.as(first, (tx) => takeCase(tx, { caseId: id }, first))
    expect([await unread(first), await unread(second), await unread(operator)]).toEqual([false, true, true])
  })
})

describe('a note', () => {
  test('reaches those it names who may read the case, once, and stands once though sent twice', async () => {
    const { id } = await opened(desk, town)
    const hired = (staffId: string) => desk.look(`
      insert into identity.staff (id, name, name_folded, email, roles, directorate_id, language, must_change_password) values ($1, $2, 'x', $3, $4, $5, 'tr', false)`, [
      staffId, staffId === inside.id ? 'Berfin Oruç' : 'Halil Başaran', `${staffId}@x.org`, ['officer'], staffId === inside.id ? inside.directorateId : outside.directorateId])
    const [inside, outside] = [someone(['officer'], town.directorate('water')), someone(['officer'], town.directorate('finance'))]
    await hired(inside.id)
    await hired(outside.id)
    const note = { caseId: id, id: newId<never>(), words: 'Berfin bakar mısın', mentions: [inside.id, outside.id, newId<string>()] as never[] }
    for (let i = 0; i < 2; i++) await desk.do((tx) => addNote(tx, note, operator))
    expect(await desk.look(`select audience from outbox.event where name = 'case.mentioned' and fact->>'caseId' = $1`, [id])).toEqual([{ audience: [`staff:${inside.id}`] }])
    expect((await desk.do((tx) => casePage(tx, { caseId: id }, operator))).timeline.filter((e) => e.what === 'note')).toMatchObject([{ facts: { words: 'Berfin bakar mısın', mentions: ['Berfin Oruç'] }, audience: 'internal' }])
    expect((await list(inside)).counts.mentioned).toBe(1)
    expect((await list(inside)).rows.find((row) => row.id === id)?.mentioned).toBe(true)
    expect([await idsOf(inside, { mentioned: 'true' }), await idsOf(outside, { view: 'all', mentioned: 'true' })]).toEqual([[id], []])
    await desk.as(inside, (tx) => markSeen(tx, { caseId: id }, inside))
    expect([(await list(inside)).counts.mentioned, await idsOf(inside, { mentioned: 'true' })]).toEqual([0, []])
    const other = await opened(desk, town)
    await expect(desk.do((tx) => addNote(tx, { ...note, caseId: other.id }, operator))).rejects.toMatchObject({ code: 'case.not_found' })
  })
})

test('of a caller the desk sees what she told and what she follows, unfinished first, late ones marked', async () => {
  const reporter = { name: 'Nevzat Işıkçı', phone: '+905320000055' }
  const first = await opened(desk, town, { reporter, topicId: town.topic('pipe'), answers: {} })
  const thanks = await opened(desk, town, { reporter, kind: 'thanks', answers: {} })
  const others = await opened(desk, town)
  await desk.do((tx) => followCase(tx, { caseId: others.id, reporter: { ...reporter, anonymous: false, mayMessage: false, language: 'tr' } }, operator))
  const [{ citizenId }] = await desk.look<{ citizenId: string }>('select citizen_id as "citizenId" from cases.reporter where case_id = $1', [first.id]) as [{ citizenId: string }]
  desk.clock.set('2026-12-30T09:00:00+03:00')
  const found = await desk.as(supervisor, (tx) => casesOfCaller(tx, [citizenId as never], 5))
  desk.clock.set('2026-11-23T09:00:00+03:00')
  expect(found.map((c) => [c.id, c.late])).toEqual(expect.arrayContaining([[first.id, true], [others.id, true], [thanks.id, false]]))
  expect(found.at(-1)?.id).toBe(thanks.id)
  expect(found.find((c) => c.id === first.id)?.lead).toMatchObject({ tr: 'water' })
  const roads = town.officer('roads')
  expect(await desk.as(roads, (tx) => casesOfCaller(tx, [citizenId as never], 5))).not.toContainEqual(expect.objectContaining({ id: first.id as CaseId }))
})
