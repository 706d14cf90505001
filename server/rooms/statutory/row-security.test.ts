/** Goes round the application: raw SQL as its own database role, with the identity of a person. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { administrator, auditor, operator, someone, testDesk, type TestDesk } from '../../testing.ts'
import { type Actor, visitor } from '../../platform/actor.ts'
import { makeMove } from '../cases/index.ts'
import { answer } from './acting.ts'
import { list, marks, page } from './reading.ts'
import { aTownOfLaw, registered, stepId, type Town } from './testing.ts'
import type { Registered } from '../../../contracts/statutory.ts'

let desk: TestDesk
let town: Town
let app: pg.Client
let pipe: Registered
beforeAll(async () => {
  desk = await testDesk('2026-03-02T09:00:00+03:00')
  town = await aTownOfLaw(desk)
  app = new pg.Client({ connectionString: desk.database.appUrl })
  await app.connect()
  pipe = await registered(desk, town)
  await registered(desk, town, { topicId: town.topic('licence'), name: 'Gizli Kişi' })
})
afterAll(async () => { await app.end(); await desk[Symbol.asyncDispose]() })
async function as(by: Actor | undefined, text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  await app.query('begin')
  try {
    if (by) await app.query(`select set_config('desk.actor', $1, true), set_config('desk.scope', $2, true), set_config('desk.directorate', $3, true)`, [by.id, by.scope, by.directorateId ?? ''])
    return (await app.query<Record<string, unknown>>(text, values)).rows
  } finally { await app.query('rollback') }
}
const counted = async (by: Actor | undefined, table: string) => Number((await as(by, `select count(*) as n from statutory.${table}`))[0]!.n)

test.each(['request', 'step'])('no row of statutory.%s without an identity, as a visitor, a muhtar, a crew, the administrator, or another directorate’s officer', async (table) => {
  for (const by of [undefined, visitor, administrator, someone(['muhtar']), someone(['crew'], town.directorate('water')), town.officer('parks')]) expect(await counted(by, table)).toBe(0)
})
test('the desk, the auditor and the deputy mayor see all, a directorate those of its cases', async () => {
  for (const by of [operator, auditor, someone(['deputy_mayor'])]) expect(await counted(by, 'request')).toBe(2)
  for (const slug of ['water', 'finance'] as const) expect(await counted(town.officer(slug), 'request')).toBe(1)
  const water = town.officer('water')
  const { rows, counts } = await desk.as(water, (tx) => list(tx, { show: 'open' }))
  expect([rows.map((row) => row.number), counts.open, (await desk.as(water, marks)).length]).toEqual([[pipe.number], 1, 1])
})
test('what may not be seen answers as what is not there, and cannot be answered', async () => {
  const parks = town.officer('parks')
  expect(await desk.as(parks, (tx) => page(tx, { caseId: pipe.caseId }))).toEqual({ request: null })
  await expect(desk.as(parks, (tx) => answer(tx, { caseId: pipe.caseId, id: stepId(), on: '2026-03-02', delivery: 'post', words: 'x', attachmentIds: [] }))).rejects.toMatchObject({ code: 'statute.not_found' })
})
test('a directorate writes no request, nobody a step in another’s name, and no step is ever changed', async () => {
  const water = town.officer('water')
  const insert = `insert into statutory.request select (jsonb_populate_record(r, jsonb_build_object('case_id', gen_random_uuid(), 'number', 'X'))).* from statutory.request r limit 1`
  await expect(as(water, insert)).rejects.toThrow(/row-level security/)
  const step = `insert into statutory.step (id, case_id, at, "on", by, what, facts) values (gen_random_uuid(), $1, now(), current_date, $2, 'progress', '{}')`
  await expect(as(water, step, [pipe.caseId, operator.id])).rejects.toThrow(/row-level security/)
  await expect(as(water, step, [pipe.caseId, water.id])).resolves.toBeDefined()
  await expect(as(town.officer('parks'), step, [pipe.caseId, town.officer('parks').id])).rejects.toThrow(/row-level security/)
  for (const text of [`update statutory.step set facts = '{}'`, 'delete from statutory.step', 'delete from statutory.request', `update statutory.request set received_on = '2020-01-01'`])
    await expect(as(operator, text)).rejects.toThrow(/permission denied/)
})
test('a directorate that has the case answers; one that gave it back and has no part in it any more, of a personal matter, sees it no more', async () => {
  const finance = town.officer('finance')
  const debt = await registered(desk, town, { topicId: town.topic('debt') })
  expect((await desk.as(finance, (tx) => page(tx, { caseId: debt.caseId }))).request).not.toBeNull()
  await desk.as(finance, (tx) => makeMove(tx, { caseId: debt.caseId, move: 'return', directorateId: town.directorate('finance'), reason: 'Bizim değil' }))
  expect(await desk.as(finance, (tx) => page(tx, { caseId: debt.caseId }))).toEqual({ request: null })
  const water = town.officer('water')
  await desk.as(water, (tx) => answer(tx, { caseId: pipe.caseId, id: stepId(), on: '2026-03-02', delivery: 'by_hand', words: 'Onarıldı', attachmentIds: [] }))
  expect((await desk.do((tx) => page(tx, { caseId: pipe.caseId }))).request).toMatchObject({ state: 'answered' })
})
