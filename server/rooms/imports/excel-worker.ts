/** Turns one sheet of a workbook into separated text, in a thread of its own: a workbook is read whole, and one that is a bomb must burst here. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import readWorkbook from 'read-excel-file/node'

type Given = { from: string; to: string; sheet: string | null }
export type Converted = { sheets: string[]; sheet: string }

const pad = (n: number, width = 2) => String(n).padStart(width, '0')
/** Spreadsheets keep wall clocks without a zone; the library gives them as if they were UTC. */
const moment = (d: Date) => `${pad(d.getUTCFullYear(), 4)}-${pad(d.getUTCMonth() + 1)}-${pad(d.getUTCDate())} ${pad(d.getUTCHours())}:${pad(d.getUTCMinutes())}:${pad(d.getUTCSeconds())}`
const written = (value: unknown): string => (value === null || value === undefined ? '' : value instanceof Date ? moment(value) : String(value))
const cell = (value: unknown): string => {
  const text = written(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const { from, to, sheet } = workerData as Given
const workbook = await readWorkbook(from)
const chosen = workbook.find((one) => one.sheet === sheet) ?? workbook.find((one) => one.data.length > 0) ?? workbook[0]
if (!chosen) throw new Error('a workbook without sheets')
const file = openSync(to, 'w', 0o600)
try {
  let text = ''
  // Rows may be of different lengths; in separated text they are all as long as the longest.
  const width = chosen.data.reduce((most, row) => Math.max(most, row.length), 0)
  for (const row of chosen.data) {
    text += `${Array.from({ length: width }, (_, i) => cell(row[i])).join(',')}\n`
    if (text.length > 1_000_000) { writeSync(file, text); text = '' }
  }
  writeSync(file, text)
} finally { closeSync(file) }
parentPort?.postMessage({ sheets: workbook.map((one) => one.sheet), sheet: chosen.sheet } satisfies Converted)
