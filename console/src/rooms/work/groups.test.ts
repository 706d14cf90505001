import { expect, test } from 'vitest'
import type { Order } from '../../../../contracts/work.ts'
import { readJob, readOrders } from './filters.ts'
import { grouped } from './groups.ts'

const order = (n: number, status: Order['status'], from: string | null, crew: string | null) => ({ id: String(n), status, from, crew: crew && { id: crew, name: crew }, emergency: false }) as unknown as Order
test('what waits for the directorate stands apart; the rest day by day and crew by crew', () => {
  const { waiting, groups } = grouped([order(1, 'cannot', '2026-11-24', 'b'), order(2, 'assigned', '2026-11-25', 'a'), order(3, 'started', '2026-11-24', 'b'), order(4, 'draft', null, null), order(5, 'assigned', '2026-11-24', 'a'), order(6, 'done', '2026-11-24', 'a')])
  expect(waiting.map((one) => one.id)).toEqual(['1', '4'])
  expect(groups.map((group) => [group.day, group.crew?.name, group.orders.map((one) => one.id)])).toEqual([['2026-11-24', 'a', ['5', '6']], ['2026-11-24', 'b', ['3']], ['2026-11-25', 'a', ['2']]])
})
test('an address that somebody mistyped shows what is to do', () => {
  expect(readOrders({ show: 'x', day: '2026-13-45', crew: 'y' })).toEqual({})
  expect(readOrders({ show: 'late', day: '2026-11-24' })).toEqual({ show: 'late', day: '2026-11-24' })
  expect(readJob({ order: '../x' })).toEqual({})
})
