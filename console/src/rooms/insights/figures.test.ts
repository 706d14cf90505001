import { describe, expect, test } from 'vitest'
import { answeredShare, csv, few, percent, timeWords, turnOf } from './figures.ts'
import { readReport, stepped } from './filters.ts'

describe('words for figures', () => {
  test('hours stay hours for two days, then they are days', () => {
    expect([timeWords(null, 'tr'), timeWords(4.26, 'tr'), timeWords(47, 'tr'), timeWords(96, 'en')]).toEqual(['–', '4,3 saat', '47 saat', '4 days'])
  })
  test('a share of nothing is no share', () => {
    expect(percent(null, 'tr')).toBe('–')
    expect(percent(0.873, 'tr')).toBe('%87')
    const none = { offered: 0, answered: 0, forwarded: 0 } as Parameters<typeof answeredShare>[0]
    expect(answeredShare(none)).toBeNull()
    expect(answeredShare({ ...none, offered: 4, answered: 2, forwarded: 1 })).toBe(0.75)
  })
  test('one to four cases are called few, none are none', () => {
    expect([0, 1, 4, 5].map((n) => few({ n, median: null, p25: null, p75: null, p90: null }))).toEqual([false, true, true, false])
    expect([turnOf(2, 1), turnOf(1, 2), turnOf(1, 1)]).toEqual(['more', 'less', 'same'])
  })
})
test('a spreadsheet gets words as words: no formula, quotes doubled, Turkish letters marked', () => {
  expect(csv([['Yer', 'Açılan'], ['=HYPERLINK("x")', 3], ['a;b', null]])).toBe('\uFEFFYer;Açılan\r\n"\'=HYPERLINK(""x"")";3\r\n"a;b";\r\n')
})
test('a number has a comma and one place at the most, so that it is no date', () => {
  expect(csv([[12.5, 96.0416, 0.04, 1234567]])).toBe('\uFEFF12,5;96;0;1234567\r\n')
})
test('an address keeps a day and a period, and nothing else', () => {
  expect(readReport({ day: '2026-11-23', period: 'week', x: 1 })).toEqual({ day: '2026-11-23', period: 'week' })
  expect(readReport({ day: '2026-13-40', period: 'year' })).toEqual({})
  expect([stepped('2026-03-31', 'month', -1), stepped('2026-12-31', 'day', 1), stepped('2026-11-23', 'week', -1), stepped('2026-01-31', 'month', 1)]).toEqual(['2026-02-01', '2027-01-01', '2026-11-16', '2026-02-01'])
})
