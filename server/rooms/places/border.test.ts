import { expect, test } from 'vitest'
import type { Border } from '../../../contracts/settings.ts'
import { boxOf, contains, crossingOf, openAt } from './border.ts'

/** A star-shaped border of `n` corners that never crosses itself: its distance from the middle waves. */
const wavy = (n: number, spoil?: (at: number) => number): Border => ({
  type: 'Polygon', coordinates: [Array.from({ length: n + 1 }, (_, i): [number, number] => {
    const angle = (2 * Math.PI * ((spoil?.(i) ?? i) % n)) / n, reach = 0.1 + 0.01 * Math.sin(40 * angle)
    return [42 + reach * Math.cos(angle), 38 + reach * Math.sin(angle)]
  })],
})

test('a border drawn with 20,000 corners is looked through, and one exchanged pair of them is found', () => {
  expect(crossingOf(wavy(20_000))).toBeUndefined()
  const at = crossingOf(wavy(20_000, (i) => (i === 7000 ? 7001 : i === 7001 ? 7000 : i)))
  expect(at?.lat).toBeCloseTo(38 + 0.1 * Math.sin((2 * Math.PI * 7000) / 20_000), 1)
})

test.each([
  ['a hole that reaches over the rim', [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]], [[3, 1], [5, 1], [5, 2], [3, 2], [3, 1]]], true],
  ['a hole that touches the rim', [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]], [[4, 1], [3, 2], [2, 1], [4, 1]]], false],
  ['a corner on another side', [[[0, 0], [4, 0], [4, 4], [2, 0], [0, 4], [0, 0]]], false],
  ['a last side that crosses the second', [[[0, 0], [2, 0], [2, 2], [1, -1], [0, 0]]], true],
] as const)('%s: crossing %s', (_, coordinates, crosses) => {
  expect(crossingOf({ type: 'Polygon', coordinates } as unknown as Border) !== undefined).toBe(crosses)
})

test('two parts of one place may touch and overlap: only a part by itself is looked at', () => {
  const square = (at: number) => [[[at, 0], [at + 2, 0], [at + 2, 2], [at, 2], [at, 0]]]
  const both = { type: 'MultiPolygon', coordinates: [square(0), square(1)] } as unknown as Border
  expect(crossingOf(both)).toBeUndefined()
  expect(boxOf(both)).toEqual({ west: 0, south: 0, east: 3, north: 2 })
  expect([contains(both, { lat: 1, lon: 2.5 }), contains(both, { lat: 1, lon: 4 })]).toEqual([true, false])
  expect(openAt(both)).toBeUndefined()
})
