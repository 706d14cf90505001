import { expect, test } from 'vitest'
import type { CaseRow } from '../../../../contracts/cases.ts'
import { adopt, hold } from './held.ts'

const row = (id: string, more: Partial<CaseRow> = {}) => ({ id, number: `2026-00000${id}`, status: 'routed', emergency: false, unread: true, ...more }) as CaseRow
const ids = (rows: readonly CaseRow[]) => rows.map((r) => r.id as string)

test('rows on the screen keep their places, whatever order the desk answers in', () => {
  const { rows, arrivals } = hold(adopt([row('1'), row('2'), row('3')]), [row('3'), row('1'), row('2')])
  expect(ids(rows)).toEqual(['1', '2', '3'])
  expect(arrivals).toBe(0)
})
test('what arrived waits and is counted', () => {
  const { rows, arrivals } = hold(adopt([row('1')]), [row('4'), row('1'), row('5')])
  expect(ids(rows)).toEqual(['1'])
  expect(arrivals).toBe(2)
})
test('on an empty list nothing can move: the first case is there at once', () => {
  expect(hold([], [row('1'), row('2')])).toEqual({ rows: adopt([row('1'), row('2')]), arrivals: 0 })
})
test('a new emergency goes to the top at once and is not counted as waiting', () => {
  const { rows, arrivals } = hold(adopt([row('1'), row('2')]), [row('1'), row('2'), row('9', { emergency: true })])
  expect(ids(rows)).toEqual(['9', '1', '2'])
  expect(arrivals).toBe(0)
})
test('a row takes on what changed in it, in its place', () => {
  const { rows } = hold(adopt([row('1'), row('2')]), [row('2', { status: 'under_review', unread: false }), row('1')])
  expect(rows[1]).toMatchObject({ id: '2', status: 'under_review', unread: false, gone: false })
})
test('a row that left the list stays until the list is shown anew, and says so', () => {
  const { rows } = hold(adopt([row('1'), row('2')]), [row('2')])
  expect(rows.map((r) => r.gone)).toEqual([true, false])
  expect(hold(rows, [row('1'), row('2')]).rows[0]!.gone).toBe(false)
})
