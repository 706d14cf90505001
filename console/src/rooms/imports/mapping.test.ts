import { expect, test } from 'vitest'
import type { ImportFile, ImportValue } from '../../../../contracts/imports.ts'
import { beginning, matchOf, toMapping, withColumn, withMatch } from './mapping.ts'

const column = (name: string, dates: ImportFile['columns'][number]['dates'] = []) => ({ name, samples: [], filled: 1, dates })
const file: ImportFile = {
  kind: 'csv', encoding: 'utf-8', separator: ';', headerRow: 1, sheets: [], sheet: null, rows: 1, cut: false,
  columns: [column('No'), column('Tarih', ['dmy']), column('Bitiş', ['mdy', 'dmy']), column('Konu'), column('Tür')],
}
const topicId = '019a0000-0000-7000-8000-000000000001', other = '019a0000-0000-7000-8000-000000000002'
const value = (text: string, same: string | null): ImportValue => ({ value: text, count: 1, same, near: null })
const empty = beginning({ guess: null })

test('a column serves one field: given to another it leaves the first, and takes the form of the date with it', () => {
  const first = withColumn(empty, 'openedAt', 1, file)
  expect(withColumn(first, 'closedAt', 1, file)).toMatchObject({ columns: { closedAt: 1 }, dates: { closedAt: 'dmy' } })
  expect(Object.keys(withColumn(first, 'closedAt', 1, file).columns)).toEqual(['closedAt'])
})
test('the form of a date is taken where the file tells it, and asked where it does not', () => {
  expect(withColumn(empty, 'openedAt', 1, file).dates).toEqual({ openedAt: 'dmy' })
  expect(withColumn(empty, 'openedAt', 2, file).dates).toEqual({})
  expect(withColumn(withColumn(empty, 'openedAt', 1, file), 'openedAt', 2, file).dates).toEqual({})
})
test('a value of the same name is matched by itself, and stays words when one says so', () => {
  const chosen = withColumn(empty, 'topic', 3, file), road = value('Yol', topicId)
  expect(matchOf(chosen, 'topic', road)).toBe(topicId)
  expect(toMapping(chosen, { topic: [road] }).topics).toEqual({ Yol: topicId })
  expect(toMapping(withMatch(chosen, 'topic', 'Yol', null), { topic: [road] }).topics).toEqual({})
  expect(toMapping(withMatch(chosen, 'topic', 'Yol', other), { topic: [road] }).topics).toEqual({ Yol: other })
})
test('what was matched in one column says nothing of another', () => {
  const chosen = withMatch(withColumn(empty, 'topic', 3, file), 'topic', 'Yol', other)
  expect(matchOf(withColumn(chosen, 'topic', 4, file), 'topic', value('Yol', null))).toBeNull()
})
test('a field without a column sends no matches', () => {
  expect(toMapping(withColumn(withColumn(empty, 'topic', 3, file), 'topic', null, file), { topic: [value('Yol', topicId)] }).topics).toEqual({})
})
