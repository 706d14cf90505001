import { expect, test } from 'vitest'
import type { Separator } from '../../../contracts/imports.ts'
import { headerOf, separatorOf, TableReader } from './table.ts'

/** In pieces of this many letters: where the pieces end must not matter. */
function read(text: string, { separator = ',' as Separator, piece = 7 } = {}) {
  const reader = new TableReader(separator)
  const lines = []
  for (let at = 0; at < text.length; at += piece) lines.push(...reader.push(text.slice(at, at + piece)))
  return [...lines, ...reader.end()]
}
const cells = (text: string, more = {}) => read(text, more).map((l) => (l.wrong ? [l.wrong] : l.cells))

test.each([1, 2, 3, 5, 1000])('rows are the same however the text comes (pieces of %i)', (piece) => {
  const text = 'no,metin,yer\r\n1,"iki\nsatır, ""tırnak""",Saray\n\r\n2,,\r3,"son",x'
  expect(cells(text, { piece })).toEqual([['no', 'metin', 'yer'], ['1', 'iki\nsatır, "tırnak"', 'Saray'], [''], ['2', '', ''], ['3', 'son', 'x']])
})
test('a row is counted as a spreadsheet shows it, blank ones too', () => {
  expect(read('a\n\nb').map((l) => l.row)).toEqual([1, 2, 3])
})
test('a quote that never closes costs its own line and nothing after it', () => {
  expect(cells('1,"açık kaldı\n2,tamam\n3,tamam\n')).toEqual([['quotes'], ['2', 'tamam'], ['3', 'tamam']])
})
test('a quote that would swallow rows up to the next one is wrong, and the rows stay', () => {
  expect(cells('1,"kaçak,x\n2,a,b\n3,"c",d\n')).toEqual([['quotes'], ['2', 'a', 'b'], ['3', 'c', 'd']])
})
test('quotation marks inside a cell without quotes are letters', () => {
  expect(cells('1,5" boru patladı,x')).toEqual([['1', '5" boru patladı', 'x']])
})
test('half a file, cut in a quoted field: the last row is told as wrong', () => {
  const lines = read('1,"tamam"\n2,"yarım kal')
  expect(lines.map((l) => [l.wrong, l.ended])).toEqual([[null, true], ['quotes', false]])
})
test('half a file, cut in a plain field: the last row says that no line end came', () => {
  expect(read('1,a,b\n2,a').map((l) => [l.cells.length, l.ended])).toEqual([[3, true], [2, false]])
})
test('a line without end is given up and the memory with it', () => {
  const lines = read(`a,b\n${'x'.repeat(3_000_000)}\nc,d\n`, { piece: 100_000 })
  expect(lines.map((l) => l.wrong ?? l.cells.join())).toEqual(['a,b', 'too_long', 'c,d'])
  expect(lines.every((l) => l.cells.join('').length < 1000)).toBe(true)
})
test.each([[';', 'no;metin;yer\n1;a, b, c;x\n2;d, e;y\n'], [',', 'no,metin\n1,"a;b"\n2,c\n'], ['\t', 'no\tmetin\n1\ta, b; c\n'], ['|', 'no|metin|x\n1|a|b\n']])('the separator is what every row has alike: %j', (separator, text) => {
  expect(separatorOf(text)).toBe(separator)
})
test('a title above the table is no header', () => {
  expect(headerOf(read('2019 başvuruları,,,\n\nno,tarih,konu,yer\n1,2,3,4\n'))).toBe(3)
})
