import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { CaseId } from '../../contracts/cases.ts'
import { operator, testDesk } from '../testing.ts'
import { visitor } from './actor.ts'
import { audit } from './audit.ts'
import { publish } from './events.ts'
import { newId } from './ids.ts'
import type { Room } from './room.ts'

const opened = () => ({ caseId: newId<CaseId>(), number: '2026-000001', emergency: false })

test('an event reaches its listener though an earlier transaction commits after it', async () => {
  await using desk = await testDesk()
  const heard: string[] = []
  const room: Room = { name: 'ear', listeners: { 'case.opened': { note: async (_tx, fact) => { heard.push(fact.caseId) } } } }
  const early = opened()
  const late = opened()
  await desk.do(async (tx) => {
    await publish(tx, 'case.opened', early)
    await desk.do((other) => publish(other, 'case.opened', late)) // commits first, with the later id
  })
  await desk.settle(room)
  expect(heard.sort()).toEqual([early.caseId, late.caseId].sort())
})

test('what a rolled back transaction published is never heard', async () => {
  await using desk = await testDesk()
  await expect(desk.do(async (tx) => { await publish(tx, 'case.opened', opened()); throw new Error('no') })).rejects.toThrow('no')
  expect(await desk.events()).toEqual([])
})

test('the audit names who acted, and the application can neither choose the name nor change a row', async () => {
  await using desk = await testDesk()
  await desk.do((tx) => audit(tx, 'openCase', { caseId: 'x' }))
  expect(await desk.look('select actor, op from audit.entry')).toEqual([{ actor: operator.id, op: 'openCase' }])
  await expect(desk.do((tx) => sql`insert into audit.entry (at, actor, op, detail) values (now(), 'somebody', 'x', '{}')`.execute(tx))).rejects.toThrow(/permission denied/)
  await expect(desk.do((tx) => sql`update audit.entry set op = 'y'`.execute(tx))).rejects.toThrow(/permission denied/)
  await expect(desk.do((tx) => sql`delete from audit.entry`.execute(tx))).rejects.toThrow(/permission denied/)
})

test('an identity ends with its transaction: the next on the same connection has its own', async () => {
  await using desk = await testDesk()
  const who = (tx: Parameters<Parameters<typeof desk.do>[0]>[0]) => sql<{ scope: string }>`select desk.scope() as scope`.execute(tx).then((r) => r.rows[0]?.scope)
  expect(await desk.do(who)).toBe('desk')
  expect(await desk.as(visitor, who)).toBe('none')
  const bare = await desk.db.pool.query<{ scope: string }>('select desk.scope() as scope')
  expect(bare.rows[0]?.scope).toBe('none')
})
