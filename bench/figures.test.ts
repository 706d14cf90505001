import { expect, test } from 'vitest'
import { ratio, spread } from './figures.ts'

test('a spread is told by nearest rank, whatever the order', () => {
  expect(spread([5, 1, 3, 2, 4])).toEqual({ n: 5, p50: 3, p95: 5, max: 5 })
  expect(spread(Array.from({ length: 100 }, (_, i) => 100 - i))).toEqual({ n: 100, p50: 50, p95: 95, max: 100 })
  expect(spread([7.26])).toEqual({ n: 1, p50: 7.3, p95: 7.3, max: 7.3 })
})

test('a ratio says how many times as much ours is', () => {
  expect(ratio(30, 20)).toBe(1.5)
})
