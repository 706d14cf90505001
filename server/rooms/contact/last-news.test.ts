import { expect, test } from 'vitest'
import { lastNews, type Said } from './last-news.ts'

const began = new Date('2026-11-23T06:00:00Z')
const said = (hour: number, more: Partial<Said> = {}): Said => ({ at: `2026-11-23T${String(hour).padStart(2, '0')}:00:00Z`, direction: 'out', trueNews: true, automatic: true, ...more })
const hours = (words: Said[]) => lastNews(words, began).getUTCHours()

test('counts from the recording until something true is said', () => {
  expect(hours([])).toBe(6)
  expect(hours([said(7), said(9)])).toBe(9)
})
test('a sign of life by a machine counts once, and never twice in a row', () => {
  const life = { trueNews: false }
  expect(hours([said(7), said(8, life)])).toBe(8)
  expect(hours([said(7), said(8, life), said(9, life), said(10, life)])).toBe(8)
  expect(hours([said(7), said(8, life), said(9), said(10, life)])).toBe(10)
})
test('what she said herself, and a talk without news, are no word of ours', () => {
  expect(hours([said(7), said(8, { direction: 'in' })])).toBe(7)
  expect(hours([said(7), said(8, { trueNews: false, automatic: false })])).toBe(7)
})
