/** What another directorate may never read of a proposal, whatever the code above asks for. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseId } from '../../../contracts/cases.ts'
import type { Actor } from '../../platform/actor.ts'
import { administrator, someone, testDesk, type TestDesk } from '../../testing.ts'
import { aTown, opened, type Town } from '../cases/testing.ts'
import { commentProposal, savePartDraft } from './proposals.ts'
import { deciders, moveId, pageOf, propose } from './testing.ts'

let desk: TestDesk
let town: Town
let who: Awaited<ReturnType<typeof deciders>>
let caseId: CaseId
beforeAll(async () => {
  desk = await testDesk()
  town = await aTown(desk)
  who = await deciders(desk, town)
  caseId = (await opened(desk, town, { topicId: town.topic('pipe'), answers: {} })).id
  await propose(desk, town, 'water', caseId)
  const { proposal } = await pageOf(desk, caseId)
  await desk.as(town.officer('water'), (tx) => commentProposal(tx, { proposalId: proposal!.id, id: moveId(), words: 'Acele' }))
  await desk.as(town.officer('water'), (tx) => savePartDraft(tx, { caseId, body: { what: 'x' }, version: 0 }, town.officer('water')))
  await desk.look(`insert into resolution.absence values ($1, '2026-11-30', now())`, [who.water.id])
})
afterAll(() => desk[Symbol.asyncDispose]())

const tables = ['proposal', 'part', 'approval', 'comment', 'step', 'part_draft'] as const
const seen = (by: Actor) => desk.as(by, async (tx) => {
  const counts: Record<string, number> = {}
  for (const table of tables) counts[table] = (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(`resolution.${table}`)}`.execute(tx)).rows[0]!.n
  return counts
})
const nothing = Object.fromEntries(tables.map((table) => [table, 0]))

test('another directorate, the administrator, a crew and a muhtar see nothing of a proposal', async () => {
  for (const by of [town.officer('roads'), administrator, someone(['crew'], town.directorate('water')), someone(['muhtar'])]) expect(await seen(by)).toEqual(nothing)
})
test('its own directorate sees all of it; the deputy mayor all but what is still being typed', async () => {
  expect(await seen(town.officer('water'))).toEqual({ proposal: 1, part: 1, approval: 1, comment: 1, step: 2, part_draft: 1 })
  expect(await seen(who.mayor)).toMatchObject({ proposal: 1, part: 1, part_draft: 0 })
})
test('nobody says of somebody else that she is away', async () => {
  await expect(desk.as(who.roads, (tx) => sql`insert into resolution.absence values (${who.mayor.id}, '2026-11-30', ${tx.now})`.execute(tx))).rejects.toThrow(/row-level security/)
  await desk.as(who.roads, (tx) => sql`delete from resolution.absence where staff_id = ${who.water.id}`.execute(tx))
  expect(await desk.look('select 1 from resolution.absence')).toHaveLength(1)
})
