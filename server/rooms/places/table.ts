/** A list out of a file as people have it: any separator, any of the letters in use here. Pure. */
import { CsvError, parse } from 'csv-parse/sync'
import type { ListPreview } from '../../../contracts/places.ts'
import { Refusal } from '../../platform/refusal.ts'

export type Table = { encoding: ListPreview['encoding']; header: string[]; rows: { line: number; cells: string[] }[] }
export const mostRows = 20_000

/** @throws Refusal `list.empty`, `list.not_text`, `list.broken` with the line, `list.too_many_rows` */
export function tableOf(bytes: Buffer): Table {
  const { text, encoding } = textOf(bytes)
  if (!text.trim()) throw new Refusal('list.empty')
  const [header, ...rows] = recordsOf(text).filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (!header) throw new Refusal('list.empty')
  if (rows.length > mostRows) throw new Refusal('list.too_many_rows', { most: mostRows, rows: rows.length })
  return { encoding, header: header.cells, rows }
}

function textOf(bytes: Buffer): { text: string; encoding: Table['encoding'] } {
  const begins = (...mark: number[]) => mark.every((byte, i) => bytes[i] === byte)
  if (begins(0xff, 0xfe)) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' }
  if (begins(0xfe, 0xff)) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' }
  // A spreadsheet, a picture or an archive: text has no zero bytes.
  if (begins(0x50, 0x4b, 3, 4) || bytes.subarray(0, 64 * 1024).includes(0)) throw new Refusal('list.not_text')
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    // Turkish letters of the old code page are hardly ever valid UTF-8.
    return { text: new TextDecoder('windows-1254').decode(bytes), encoding: 'windows-1254' }
  }
}

function recordsOf(text: string): Table['rows'] {
  const first = text.slice(0, text.search(/[\r\n]|$/))
  const count = (mark: string) => first.split(mark).length
  const delimiter = [';', '\t', ','].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
  try {
    const read = parse(text, { delimiter, trim: true, relax_column_count: true, skip_empty_lines: true, info: true }) as unknown as { record: string[]; info: { lines: number } }[]
    return read.map(({ record, info }) => ({ line: info.lines, cells: record }))
  } catch (error) {
    if (error instanceof CsvError) throw new Refusal('list.broken', { line: Number(error.lines ?? 0) })
    throw error
  }
}
