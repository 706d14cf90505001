import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StaffId } from '../../../contracts/identity.ts'
import { system } from '../../platform/actor.ts'
import { someone, supervisor, testDesk, type TestDesk } from '../../testing.ts'
import { aTown, opened, type Town } from '../cases/testing.ts'
import { ownDay } from './own-day.ts'

let desk: TestDesk, town: Town
const id = '019ab000-0000-7000-8000-00000000000a' as StaffId
const she = someone(['operator'], null, id)
beforeAll(async () => {
  desk = await testDesk('2026-11-23T08:00:00+03:00')
  town = await aTown(desk)
  await desk.look(`insert into identity.staff (id, name, name_folded, email, roles, language, must_change_password) values ($1, 'Elif', 'elif', 'elif@example.org', '{operator}', 'tr', false)`, [id])
})
afterAll(() => desk[Symbol.asyncDispose]())
const day = (on: string, by = she) => desk.as(by, (tx) => ownDay(tx, id, on))
const seat = (clock: string, state: string, reason: string | null = null) => desk.look(
  `insert into calls.seat (staff_id, seat, name, state, reason, since) values ($1, 'seat-e', 'Elif', $2, $3, $4)
   on conflict (staff_id) do update set state = excluded.state, reason = excluded.reason, since = excluded.since`, [id, state, reason, `2026-11-${clock}+03:00`])

test('what she was doing stands in order, cut at midnight; the same state again is one spell', async () => {
  await seat('22T23:50:00', 'ready')
  await seat('23T08:00:00', 'paused', 'tea')
  await seat('23T08:15:00', 'ready')
  await desk.look(`update calls.seat set reason = null, call_id = null where staff_id = $1`, [id])
  await seat('23T08:20:00', 'on_call')
  desk.clock.set('2026-11-23T12:00:00+03:00')
  const at = (clock: string) => new Date(`2026-11-23T${clock}+03:00`).toISOString()
  expect((await day('2026-11-23')).spells).toEqual([
    { state: 'ready', reason: null, from: at('00:00:00'), to: at('08:00:00') }, { state: 'paused', reason: 'tea', from: at('08:00:00'), to: at('08:15:00') },
    { state: 'ready', reason: null, from: at('08:15:00'), to: at('08:20:00') }, { state: 'on_call', reason: null, from: at('08:20:00'), to: null },
  ])
  expect((await day('2026-11-22')).spells).toEqual([{ state: 'ready', reason: null, from: new Date('2026-11-22T23:50:00+03:00').toISOString(), to: at('00:00:00') }])
})

test('her calls and her cases are hers alone; an earlier case of hers that falls due that day is there too', async () => {
  desk.clock.set('2026-11-20T16:30:00+03:00')
  const friday = await opened(desk, town, {}, she)
  await opened(desk, town)
  desk.clock.set('2026-11-23T11:00:00+03:00')
  const monday = await opened(desk, town, {}, she)
  await desk.look(`insert into calls.call (id, direction, dialled, arrived_at, answered_at, ended_at, result, staff_id) values
    ('o.1', 'in', '153', $2, $2, $2::timestamptz + interval '60 s', 'answered', $1), ('o.2', 'in', '153', $2, $2, $2::timestamptz + interval '20 s', 'answered', $1), ('o.3', 'in', '153', $2, $2, $2, 'answered', null)`, [id, '2026-11-23T11:00:00+03:00'])
  const { calls, cases } = await day('2026-11-23')
  expect(calls).toEqual({ answered: 2, out: 0, talkSeconds: 80, talkMean: 40, opened: 1 })
  expect(cases.map((c) => [c.number, c.dueThatDay])).toEqual([[monday.number, false], [friday.number, true]])
})

test('whoever answers for her may see it; a day to come is refused, and so is nobody', async () => {
  expect((await day('2026-11-23', supervisor)).name).toBe('Elif')
  await expect(day('2026-11-24')).rejects.toMatchObject({ code: 'report.future' })
  await expect(desk.as(system('test'), (tx) => ownDay(tx, '019ab000-0000-7000-8000-0000000000ff' as StaffId, '2026-11-23'))).rejects.toMatchObject({ code: 'identity.not_found' })
})
