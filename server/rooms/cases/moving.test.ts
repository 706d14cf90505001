import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CaseId, CaseStatus } from '../../../contracts/cases.ts'
import { moves } from '../../../contracts/moves.ts'
import { operator, testDesk, type TestDesk } from '../../testing.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { passCase, returnCase, routeCase, takeCase } from './moving.ts'
import { casePage, inbox } from './reading.ts'
import { aTown, opened, type Town } from './testing.ts'

let desk: TestDesk
let town: Town
beforeAll(async () => { desk = await testDesk(); town = await aTown(desk) })
afterAll(() => desk[Symbol.asyncDispose]())

type Slug = Parameters<Town['directorate']>[0]
const reason = 'Başka birimin işi'
const take = (slug: Slug, caseId: CaseId) => desk.as(town.officer(slug), (tx) => takeCase(tx, { caseId }, town.officer(slug)))
const giveBack = (slug: Slug, caseId: CaseId) => desk.as(town.officer(slug), (tx) => returnCase(tx, { caseId, reason }, town.officer(slug)))
const pass = (slug: Slug, caseId: CaseId, to: Slug) => desk.as(town.officer(slug), (tx) => passCase(tx, { caseId, to: town.directorate(to), reason }, town.officer(slug)))
const send = (caseId: CaseId, lead: Slug, ...supporting: Slug[]) =>
  desk.do((tx) => routeCase(tx, { caseId, lead: town.directorate(lead), supporting: supporting.map(town.directorate), reason }, operator))
const page = (caseId: CaseId) => desk.do((tx) => casePage(tx, { caseId }, operator))
const tasks = async (caseId: CaseId) => Object.fromEntries((await page(caseId)).tasks.map((t) => [t.directorate.tr, `${t.part} ${t.status}`]))
const heardBy = async (caseId: CaseId, what: string) =>
  (await desk.look<{ audience: string[] }>(`select audience from outbox.event where fact->>'caseId' = $1 and fact->>'what' = $2`, [caseId, what])).map((e) => e.audience)
const of = (...slugs: Slug[]) => slugs.map((slug) => `directorate:${town.directorate(slug)}`)

describe('a directorate', () => {
  test('takes a case up once: it is under review, by whom and since when, and all concerned hear it', async () => {
    const { id } = await opened(desk, town)
    await take('roads', id)
    expect(await page(id)).toMatchObject({ status: 'under_review', tasks: [{ part: 'lead', status: 'taken', takenAt: '2026-11-23T06:00:00.000Z' }, { status: 'open' }] })
    expect(await heardBy(id, 'taken')).toEqual([expect.arrayContaining(['desk', ...of('roads', 'water')])])
    await expect(take('roads', id)).rejects.toMatchObject({ code: 'case.cannot', facts: { task: 'taken' } })
    await take('water', id)
    expect(await tasks(id)).toEqual({ roads: 'lead taken', water: 'supporting taken' })
  })

  test('of two of its people who take it at the same moment one is told that it is taken', async () => {
    const { id } = await opened(desk, town)
    let second: Promise<unknown> | undefined
    await desk.as(town.officer('roads'), async (tx: Tx) => {
      await takeCase(tx, { caseId: id }, town.officer('roads'))
      second = expect(take('roads', id)).rejects.toMatchObject({ code: 'case.cannot' })
      await desk.someoneWaits() // the race, held still
    })
    await second
    expect((await page(id)).timeline.map((e) => e.what)).toEqual(['opened', 'routed', 'taken'])
  })

  test('gives its lead back to the desk with a reason that all concerned read', async () => {
    const { id } = await opened(desk, town)
    await giveBack('roads', id)
    expect(await page(id)).toMatchObject({ status: 'returned', timeline: [{}, {}, { what: 'returned', facts: { reason, directorate: { tr: 'roads' } }, audience: 'internal' }] })
    expect((await desk.as(town.officer('water'), (tx) => casePage(tx, { caseId: id }, town.officer('water')))).timeline.at(-1)).toMatchObject({ facts: { reason } })
    expect((await desk.do((tx) => inbox(tx, { view: 'returned', status: undefined, kind: undefined, sort: 'due' }, operator))).rows.map((r) => r.id)).toContain(id)
    await expect(giveBack('roads', id)).rejects.toMatchObject({ code: 'case.cannot' })
  })

  test('gives a supporting part back without stopping the lead; the desk sees that it came back', async () => {
    const { id } = await opened(desk, town)
    await take('roads', id)
    await giveBack('water', id)
    expect((await page(id)).status).toBe('under_review')
    expect(await tasks(id)).toEqual({ roads: 'lead taken', water: 'supporting returned' })
    expect((await desk.do((tx) => inbox(tx, { view: 'returned', status: undefined, kind: undefined, sort: 'due' }, operator))).rows.map((r) => r.id)).toContain(id)
    await send(id, 'roads')
    expect(await tasks(id)).toEqual({ roads: 'lead taken', water: 'supporting passed' })
  })

  test('passes its part on: the other has it at once, the promise to the citizen does not move', async () => {
    const { id, dueAt } = await opened(desk, town)
    await take('roads', id)
    desk.clock.set('2026-11-23T12:00:00+03:00')
    await pass('roads', id, 'parks')
    expect(await page(id)).toMatchObject({ status: 'routed', dueAt, lead: { tr: 'parks' } })
    expect(await tasks(id)).toEqual({ roads: 'lead passed', water: 'supporting open', parks: 'lead open' })
    expect(await heardBy(id, 'passed')).toEqual([expect.arrayContaining(['desk', ...of('roads', 'water', 'parks')])])
    expect(await desk.as(town.officer('parks'), (tx) => casePage(tx, { caseId: id }, town.officer('parks')))).toMatchObject({ task: 'open', unread: true })
    await pass('parks', id, 'roads')
    expect(await tasks(id)).toEqual({ roads: 'lead open', water: 'supporting open', parks: 'lead passed' })
    desk.clock.set('2026-11-23T09:00:00+03:00')
  })

  test('passes nothing to whoever has it, to itself, or to nobody', async () => {
    const { id } = await opened(desk, town)
    await expect(pass('roads', id, 'water')).rejects.toMatchObject({ code: 'case.already_there', field: 'to' })
    await expect(pass('roads', id, 'roads')).rejects.toMatchObject({ code: 'case.already_there' })
    const to = newId<never>()
    await expect(desk.as(town.officer('roads'), (tx) => passCase(tx, { caseId: id, to, reason }, town.officer('roads')))).rejects.toMatchObject({ code: 'case.unknown_directorate' })
  })

  test('does nothing to a case that is not its own: to it there is none', async () => {
    const { id } = await opened(desk, town)
    for (const act of [() => take('finance', id), () => giveBack('finance', id), () => pass('finance', id, 'parks')]) await expect(act()).rejects.toMatchObject({ code: 'case.not_found' })
  })
})

describe('the desk', () => {
  test('sends a case anew: who stays goes on, who is new begins, who is left out is done', async () => {
    const { id } = await opened(desk, town)
    await take('water', id)
    await giveBack('roads', id)
    await send(id, 'parks', 'water')
    expect(await page(id)).toMatchObject({ status: 'under_review', lead: { tr: 'parks' } })
    expect(await tasks(id)).toEqual({ roads: 'lead passed', water: 'supporting taken', parks: 'lead open' })
    expect((await page(id)).timeline.at(-1)).toMatchObject({ what: 'routed', facts: { lead: { tr: 'parks' }, supporting: [{ tr: 'water' }], reason } })
  })

  test('names only directorates there are, and a lead named twice is one', async () => {
    const { id } = await opened(desk, town)
    const nobody = newId<never>()
    await expect(desk.do((tx) => routeCase(tx, { caseId: id, lead: nobody, supporting: [], reason }, operator))).rejects.toMatchObject({ code: 'case.unknown_directorate', field: 'lead' })
    await expect(desk.do((tx) => routeCase(tx, { caseId: id, lead: town.directorate('roads'), supporting: [nobody], reason }, operator))).rejects.toMatchObject({ field: 'supporting' })
    await send(id, 'roads', 'roads', 'water', 'water')
    expect(await tasks(id)).toEqual({ roads: 'lead open', water: 'supporting open' })
  })
})

describe('the table of moves is what the server obeys', () => {
  const acts = { take: (id: CaseId) => take('roads', id), return: (id: CaseId) => giveBack('roads', id), pass: (id: CaseId) => pass('roads', id, 'parks'), route: (id: CaseId) => send(id, 'roads') }
  for (const [name, act] of Object.entries(acts))
    test.each(CaseStatus.options)(`${name} of a case that is %s`, async (status) => {
      const { id } = await opened(desk, town)
      await desk.look('update cases.case set status = $2 where id = $1', [id, status])
      const allowed = moves[name as keyof typeof acts].from.some((s) => s === status)
      if (allowed) await expect(act(id)).resolves.toEqual({ done: true })
      else await expect(act(id)).rejects.toMatchObject({ code: 'case.cannot', facts: { status } })
    })
})
