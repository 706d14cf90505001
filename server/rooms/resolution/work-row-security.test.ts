/** Goes round the application: raw SQL as its own database role, with the identity of somebody of a crew. */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Opened } from '../../../contracts/cases.ts'
import type { ActId, OrderId } from '../../../contracts/work.ts'
import { type Actor, visitor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { administrator, operator, someone } from '../../testing.ts'
import { crewPicture, myOrders } from './work-crew.ts'
import { works, type Works } from './work-testing.ts'
import { changeOrder, makeOrder } from './work.ts'

let w: Works, app: pg.Client, made: Opened, mine: OrderId
beforeAll(async () => {
  w = await works()
  app = new pg.Client({ connectionString: w.database.appUrl })
  await app.connect()
  made = await w.agreed()
  await w.agreed()
  const order = await w.orderOf(made.id, 'roads'), by = w.town.officer('roads')
  mine = order.id
  await w.as(by, (tx) => changeOrder(tx, { orderId: mine, version: order.version, what: order.what, from: order.from, to: order.to, notes: null, contact: null, crewId: w.crews.road }, by))
  await w.as(by, (tx) => makeOrder(tx, { caseId: made.id, id: newId<OrderId>(), what: 'Ötekinin işi', from: order.from, to: order.to, notes: null, contact: null, crewId: w.crews.road2 }, by))
})
afterAll(async () => { await app.end(); await w[Symbol.asyncDispose]() })

async function as(by: Actor | undefined, text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  await app.query('begin')
  try {
    if (by) await app.query(`select set_config('desk.actor', $1, true), set_config('desk.scope', $2, true), set_config('desk.directorate', $3, true)`, [by.id, by.scope, by.directorateId ?? ''])
    return (await app.query<Record<string, unknown>>(text, values)).rows
  } finally { await app.query('rollback') }
}
const count = async (by: Actor | undefined, table: string) => (await as(by, `select count(*)::int as n from ${table}`))[0]!.n

describe('whoever works outside', () => {
  test('sees the orders of her own crew and nobody else’s', async () => {
    expect(await as(w.road, 'select id from resolution.work_order')).toEqual([{ id: mine }])
    expect(await as(w.water, 'select id from resolution.work_order')).toEqual([])
    expect(await as(operator, 'select count(*)::int as n from resolution.work_order')).toEqual([{ n: 5 }])
    expect((await w.as(w.road, (tx) => myOrders(tx, {}, w.road))).map((order) => order.id)).toEqual([mine])
  })
  test('reads no case, nobody who told it, no citizen and no word of theirs, in whatever table', async () => {
    const readable = await as(operator, `
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'v', 'm', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') and has_table_privilege('akmasa_app', c.oid, 'select') and has_schema_privilege('akmasa_app', n.oid, 'usage')`)
    expect(readable.length).toBeGreaterThan(30)
    const leaks: string[] = []
    // `settings.change` and the audit of others are the administrator's; who told it stands in none.
    for (const { name } of readable) if ((await as(w.road, `select 1 from ${String(name)} t where t::text ~* 'Ayşe Yıldız|5320000001|derin bir çukur'`)).length) leaks.push(String(name))
    expect(leaks).toEqual([])
    expect(await as(operator, `select 1 from cases.case t where t::text ~* 'derin bir çukur'`), 'the search above finds what is there').toHaveLength(2)
    for (const table of ['cases.case', 'cases.task', 'cases.entry', 'cases.move', 'cases.attachment', 'contact.word', 'resolution.told_days', 'resolution.proposal']) expect([table, await count(w.road, table)]).toEqual([table, 0])
  })
  test('reads nobody’s name but her own', async () => {
    expect(await as(w.road, 'select name from identity.staff')).toEqual([{ name: 'Yol Ustası' }])
  })
  test('writes nothing by herself', async () => {
    expect((await as(w.road, `update resolution.work_order set status = 'done' returning 1`))).toEqual([])
    await expect(as(w.road, `insert into resolution.evidence (attachment_id, case_id, directorate_id, order_id, shot, at, by) values ($1, $2, $3, $4, 'after', '2026-01-01', $5)`, [newId(), made.id, w.road.directorateId, mine, w.road.id])).rejects.toMatchObject({ code: '42501' })
    await expect(as(w.road, `insert into resolution.order_event (id, order_id, received_at, at, by, what) values ($1, $2, '2026-01-01', '2026-01-01', $3, 'done')`, [newId(), mine, newId()])).rejects.toMatchObject({ code: '42501' })
    await expect(as(w.road, `insert into resolution.crew_member values ($1, $2)`, [w.crews.road2, w.road.id])).rejects.toMatchObject({ code: '42501' })
  })
  test('may not act on another crew’s order either when she is an officer besides and reads with other eyes', async () => {
    const both = someone(['officer', 'crew'], w.town.directorate('roads'))
    await expect(w.act(both, mine, 'started')).rejects.toMatchObject({ code: 'order.not_found' })
    expect(await w.as(both, (tx) => myOrders(tx, {}, both))).toEqual([])
  })
  test('gets a photograph of her own order, and of another’s nothing', async () => {
    const id = newId<never>()
    await w.photo(w.road, mine, 'before', id)
    expect(await crewPicture(w.db, w.files, { orderId: mine, attachmentId: id }, w.road)).toMatchObject({ type: 'image/png' })
    await expect(crewPicture(w.db, w.files, { orderId: mine, attachmentId: id }, w.road2)).rejects.toMatchObject({ code: 'order.not_found' })
    await expect(crewPicture(w.db, w.files, { orderId: mine, attachmentId: newId<never>() }, w.road)).rejects.toMatchObject({ code: 'attachment.not_found' })
  })
  test('who has left the crew sees and sends nothing any more', async () => {
    await w.look('delete from resolution.crew_member where staff_id = $1', [w.road2.id])
    expect(await w.as(w.road2, (tx) => myOrders(tx, {}, w.road2))).toEqual([])
    const theirs = (await w.ordersOf(made.id)).find((order) => order.crew?.id === w.crews.road2)!
    await expect(w.act(w.road2, theirs.id, 'started', undefined, newId<ActId>())).rejects.toMatchObject({ code: 'order.not_found' })
  })
})
test.each(['crew', 'crew_member', 'work_order', 'order_event', 'evidence', 'told_days'])('no row of resolution.%s without an identity or as a visitor, and of the work none for the administrator', async (table) => {
  for (const by of [undefined, visitor]) expect(await count(by, `resolution.${table}`)).toBe(0)
  if (!table.startsWith('crew')) expect(await count(administrator, `resolution.${table}`)).toBe(0)
})
test('another directorate reads no order of a case that is not its own', async () => {
  expect(await count(w.town.officer('finance'), 'resolution.work_order')).toBe(0)
  expect(await count(w.town.officer('water'), 'resolution.work_order')).toBe(5)
})
