/** Goes round the application: raw SQL as its own database role, with the identity of a person. */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CallId } from '../../../contracts/call-id.ts'
import type { Opened } from '../../../contracts/cases.ts'
import { administrator, auditor, operator, testDesk, type TestDesk } from '../../testing.ts'
import type { Actor } from '../../platform/actor.ts'
import { visitor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { followCase } from './following.ts'
import { returnCase } from './moving.ts'
import { addNote } from './notes.ts'
import { casePage, casesOfCalls, mayHear } from './reading.ts'
import { aTown, opened, type Town } from './testing.ts'

let desk: TestDesk
let town: Town
let app: pg.Client
let plain: Opened
let tipOff: Opened
const call = 'tip-1.1' as CallId
beforeAll(async () => {
  desk = await testDesk()
  town = await aTown(desk)
  app = new pg.Client({ connectionString: desk.database.appUrl })
  await app.connect()
  plain = await opened(desk, town, { callId: 'plain-1.1' as CallId })
  tipOff = await opened(desk, town, { kind: 'tip_off', callId: call, reporter: { name: 'Gizli Kişi', phone: '+905320000077', mayMessage: true } })
  await desk.do((tx) => followCase(tx, { caseId: tipOff.id, reporter: { name: 'İkinci Gizli', phone: '+905320000078', anonymous: false, mayMessage: false, language: 'tr' }, callId: 'tip-2.1' as CallId }, operator))
  await desk.do((tx) => addNote(tx, { caseId: plain.id, id: newId<never>(), words: 'bakılacak', mentions: [] }, operator))
})
afterAll(async () => { await app.end(); await desk[Symbol.asyncDispose]() })

/** Rows of a statement as this person; the transaction is undone. */
async function as(by: Actor | undefined, text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  await app.query('begin')
  try {
    if (by) await app.query(`select set_config('desk.actor', $1, true), set_config('desk.scope', $2, true), set_config('desk.directorate', $3, true)`, [by.id, by.scope, by.directorateId ?? ''])
    return (await app.query<Record<string, unknown>>(text, values)).rows
  } finally { await app.query('rollback') }
}
const tables = ['case', 'task', 'reporter', 'follower', 'entry', 'mention', 'attachment', 'draft', 'submission'].map((t) => [t] as const)
const counted = async (by: Actor | undefined, table: string) => Number((await as(by, `select count(*) as n from cases.${table}`))[0]!.n)

describe('nobody reads a case who is not concerned', () => {
  test.each(tables)('no row of cases.%s without an identity, as a visitor, as the administrator, or as another directorate’s officer', async (table) => {
    for (const by of [undefined, visitor, administrator, town.officer('finance'), { ...administrator, directorateId: town.directorate('roads') }]) expect(await counted(by, table)).toBe(0)
  })
  test('an identity left over from an ended transaction is none', async () => {
    await as(operator, 'select 1')
    expect(await counted(undefined, 'case')).toBe(0)
  })
  test('the desk and the auditor see all, a concerned directorate its own', async () => {
    for (const by of [operator, auditor, town.officer('roads'), town.officer('water')]) expect(await counted(by, 'case')).toBe(2)
    expect(await counted(town.officer('roads'), 'task')).toBe(4)
  })
  test('search goes round the policies and asks the same', async () => {
    const found = (by: Actor) => as(by, `select cases.matching('% cukur%', '{}', 10)`)
    expect(await found(operator)).toHaveLength(2)
    expect(await found(town.officer('roads'))).toHaveLength(2)
    expect(await found(town.officer('finance'))).toEqual([])
    expect(await found(administrator)).toEqual([])
  })
  test('what may not be seen answers as what is not there', async () => {
    const finance = town.officer('finance')
    await expect(desk.as(finance, (tx) => casePage(tx, { caseId: plain.id }, finance))).rejects.toMatchObject({ code: 'case.not_found' })
    await expect(desk.as(finance, (tx) => casePage(tx, { caseId: newId<never>() }, finance))).rejects.toMatchObject({ code: 'case.not_found' })
  })
})

describe('who told us of a tip-off', () => {
  const roads = () => town.officer('roads')
  test('stands in no table or view that a directorate can read', async () => {
    const readable = await as(operator, `
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'v', 'm', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') and has_table_privilege('akmasa_app', c.oid, 'select')
        and has_schema_privilege('akmasa_app', n.oid, 'usage')`)
    expect(readable.length).toBeGreaterThan(20)
    const leaks: string[] = []
    for (const { name } of readable) {
      const rows = await as(roads(), `select t::text as row from ${String(name)} t where t::text ~* 'gizli|0000077|0000078|tip-[12]'`)
      if (rows.length) leaks.push(String(name))
    }
    expect(leaks).toEqual([])
    expect(await as(operator, `select 1 from cases.reporter t where t::text ~* 'gizli'`), 'the search above finds what is there').toHaveLength(1)
  })
  test('is kept from the directorate’s page, and so is the call; the desk sees both', async () => {
    const shown = await desk.as(roads(), (tx) => casePage(tx, { caseId: tipOff.id }, roads()))
    expect(shown).toMatchObject({ reporter: null, reporterWithheld: true, calls: [], said: expect.any(String) })
    expect(JSON.stringify(shown)).not.toMatch(/Gizli|0000077|tip-1/)
    expect(await desk.do((tx) => casePage(tx, { caseId: tipOff.id }, operator))).toMatchObject({ reporter: { name: 'Gizli Kişi' }, reporterWithheld: false, calls: [{ callId: call }, { callId: 'tip-2.1' }] })
    const other = await desk.as(roads(), (tx) => casePage(tx, { caseId: plain.id }, roads()))
    expect(other).toMatchObject({ reporter: { name: 'Ayşe Yıldız' }, reporterWithheld: false, calls: [{ callId: 'plain-1.1' }] })
  })
  test('cannot be found by the call, nor its recording heard', async () => {
    expect(await desk.as(roads(), (tx) => casesOfCalls(tx, [call, 'plain-1.1' as CallId]))).toEqual([{ callId: 'plain-1.1', id: plain.id, number: plain.number }])
    expect(await desk.as(roads(), (tx) => mayHear(tx, call))).toBe(false)
    expect(await desk.as(roads(), (tx) => mayHear(tx, 'plain-1.1' as CallId))).toBe(true)
    expect(await desk.do((tx) => mayHear(tx, call))).toBe(true)
  })
})

describe('nobody writes what is not theirs to write', () => {
  const denied = { code: '42501' }
  test.each([
    ['unwithhold a reporter', 'update cases.reporter set withheld = false'],
    ['change what was said', `update cases.case set said = 'x'`],
    ['let another directorate in', `update cases.case set dirs = '{}'`],
    ['change the timeline', `update cases.entry set facts = '{}'`],
    ['delete a case', 'delete from cases.case'],
    ['delete from the timeline', 'delete from cases.entry'],
  ])('not even the desk may %s', async (_, text) => { await expect(as(operator, text)).rejects.toMatchObject(denied) })

  test('a directorate opens no case, writes in no other name, and adds nothing to what it does not see', async () => {
    const roads = town.officer('roads')
    const entry = (by: string): [string, unknown[]] => [`insert into cases.entry (id, case_id, at, by, what, facts, audience) values ($1, $2, '2026-01-01', $3, 'note', '{}', 'internal') returning 1 as done`, [newId(), plain.id, by]]
    await expect(as(roads, ...entry(operator.id))).rejects.toMatchObject(denied)
    await expect(as(town.officer('finance'), ...entry(town.officer('finance').id))).rejects.toMatchObject(denied)
    expect(await as(roads, ...entry(roads.id))).toEqual([{ done: 1 }])
    await expect(as(town.officer('finance'), `insert into cases.task values ($1, $2, 'lead', 'open', null, null, null, null, '2026-01-01')`, [plain.id, town.directorate('parks')])).rejects.toMatchObject(denied)
    await expect(as(roads, `insert into cases.reporter values ($1, null, null, null, true, false, 'tr', null, false)`, [newId()])).rejects.toMatchObject(denied)
  })
})

test('a matter of one person leaves the sight of a directorate that gives it back; any other stays readable there', async () => {
  const finance = town.officer('finance')
  const roads = town.officer('roads')
  const personal = await opened(desk, town, { topicId: town.topic('debt'), answers: {} })
  const common = await opened(desk, town)
  await desk.as(finance, (tx) => returnCase(tx, { caseId: personal.id, reason: 'Bizde kaydı yok' }, finance))
  await desk.as(roads, (tx) => returnCase(tx, { caseId: common.id, reason: 'İl yolu' }, roads))
  expect(await as(finance, 'select 1 from cases.case where id = $1', [personal.id])).toEqual([])
  expect(await as(roads, 'select 1 from cases.case where id = $1', [common.id])).toHaveLength(1)
  expect(await desk.do((tx) => casePage(tx, { caseId: personal.id }, operator))).toMatchObject({ status: 'returned', timeline: [{ what: 'opened' }, { what: 'routed' }, { what: 'returned', facts: { reason: 'Bizde kaydı yok' } }] })
})
