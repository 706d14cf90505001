import { afterAll, beforeAll, expect, test } from 'vitest'
import { loopCases } from '../../demo/loop.ts'
import { seedDemo, seedDemoPeople } from '../../setup.ts'
import { system } from '../../platform/actor.ts'
import { testDesk, type TestDesk } from '../../testing.ts'
import { testRooms } from '../../testing/rooms.ts'
import { seedLoop } from './seed.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
  await desk.as(system('set-up'), seedDemo)
  await seedDemoPeople(desk.db)
}, 60_000)
afterAll(() => desk[Symbol.asyncDispose]())

const stages = () => desk.look<{ status: string; n: number }>(`select status, count(*)::int as n from cases.case where status in ('awaiting_approval', 'discussing', 'planned', 'in_progress', 'resolved', 'awaiting_confirmation') group by status order by status`)

test('one case of the demonstration stands at every stage of the loop, and a second set-up moves none of them', async () => {
  expect(await stages()).toEqual([{ status: 'awaiting_approval', n: 1 }, { status: 'discussing', n: 1 }, { status: 'in_progress', n: 1 }, { status: 'planned', n: 1 }, { status: 'resolved', n: 1 }])
  await seedLoop(desk.db, loopCases)
  expect(await stages()).toHaveLength(5)
  await desk.settle(...(await testRooms(desk)))
  expect((await stages()).map((row) => row.status)).toContain('awaiting_confirmation')
})
