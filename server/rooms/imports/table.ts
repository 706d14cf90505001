/**
 * Rows out of separated text that comes in pieces. Pure.
 * Files of other systems are often broken: one quotation mark that is never closed must cost its own row and not all
 * that follow, so a row whose quotes are wrong is given back as wrong and reading goes on at the next line.
 */
import type { Separator } from '../../../contracts/imports.ts'

/** `row` counts from 1 as a spreadsheet would show it, blank rows too. `ended`: a line end came after it. */
export type Line = { row: number; cells: string[]; wrong: 'quotes' | 'too_long' | null; ended: boolean }
type Read = { cells: string[]; wrong: Line['wrong']; next: number; ended: boolean }

/** Longer than this is no row of a table. */
const mostChars = 1_000_000
const quote = 34, lineFeed = 10, carriageReturn = 13, space = 32

export class TableReader {
  #separator: number
  #rest = ''
  #row = 0
  /** Inside a line that is too long: nothing is kept until it ends. */
  #skipping = false

  constructor(separator: Separator) {
    this.#separator = separator.charCodeAt(0)
  }
  push(text: string): Line[] {
    this.#rest += text
    return this.#take(false)
  }
  /** Nothing more comes. */
  end(): Line[] {
    return this.#take(true)
  }

  #take(last: boolean): Line[] {
    const lines: Line[] = []
    const text = this.#rest
    let at = 0
    if (this.#skipping) {
      const next = lineEnd(text, 0, last)
      if (next === undefined) { this.#rest = text.endsWith('\r') ? '\r' : ''; return lines }
      this.#skipping = false
      at = next
    }
    while (at < text.length) {
      const read = readRow(text, at, this.#separator, last) ?? (text.length - at > mostChars ? spoilt(text, at, 'too_long', true) : undefined)
      if (!read) break
      if (read.wrong === 'too_long' && !read.ended) this.#skipping = true
      lines.push({ row: ++this.#row, cells: read.cells, wrong: read.wrong, ended: read.ended })
      at = read.next
    }
    this.#rest = text.slice(at)
    return lines
  }
}

/** Undefined: the row goes on in what has not come yet. */
function readRow(text: string, from: number, separator: number, last: boolean): Read | undefined {
  const cells: string[] = []
  let at = from
  for (;;) {
    if (text.charCodeAt(at) === quote) {
      const cell = readQuoted(text, at, last)
      if (cell === 'more') return last ? spoilt(text, from, 'quotes', true) : undefined
      at = cell.next
      while (text.charCodeAt(at) === space) at++
      const after = text.charCodeAt(at)
      if (Number.isNaN(after)) {
        if (!last) return undefined
      } else if (after !== separator && after !== lineFeed && after !== carriageReturn) return spoilt(text, from, 'quotes', last)
      cells.push(cell.text)
    } else {
      const start = at
      let code = text.charCodeAt(at)
      while (code === code && code !== separator && code !== lineFeed && code !== carriageReturn) code = text.charCodeAt(++at)
      cells.push(text.slice(start, at))
    }
    const code = text.charCodeAt(at)
    if (code === separator) { at++; continue }
    if (code === lineFeed) return { cells, wrong: null, next: at + 1, ended: true }
    if (code === carriageReturn) {
      if (at + 1 === text.length && !last) return undefined
      return { cells, wrong: null, next: text.charCodeAt(at + 1) === lineFeed ? at + 2 : at + 1, ended: true }
    }
    return last ? { cells, wrong: null, next: at, ended: false } : undefined
  }
}

function readQuoted(text: string, from: number, last: boolean): { text: string; next: number } | 'more' {
  let doubled = false
  for (let at = from + 1; ;) {
    at = text.indexOf('"', at)
    if (at < 0) return 'more'
    if (text.charCodeAt(at + 1) !== quote) {
      if (at + 1 === text.length && !last) return 'more'
      const inner = text.slice(from + 1, at)
      return { text: doubled ? inner.replaceAll('""', '"') : inner, next: at + 1 }
    }
    doubled = true
    at += 2
  }
}

/** The line as it stands, for whoever mends it; reading goes on after its end. */
function spoilt(text: string, from: number, wrong: 'quotes' | 'too_long', last: boolean): Read | undefined {
  const next = lineEnd(text, from, last)
  if (next === undefined && !last) return undefined
  const end = next ?? text.length
  return { cells: [text.slice(from, Math.min(end, from + 200)).trimEnd()], wrong: next === undefined && text.length - from > mostChars ? 'too_long' : wrong, next: end, ended: next !== undefined }
}

function lineEnd(text: string, from: number, last: boolean): number | undefined {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === lineFeed) return at + 1
    if (code === carriageReturn) {
      if (at + 1 === text.length && !last) return undefined
      return text.charCodeAt(at + 1) === lineFeed ? at + 2 : at + 1
    }
  }
  return undefined
}

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

const separators: readonly Separator[] = [',', ';', '\t', '|']
/** The separator by which most of the first rows have the same number of cells. */
export function separatorOf(beginning: string): Separator {
  let best: { separator: Separator; score: number } = { separator: ',', score: 0 }
  for (const separator of separators) {
    const widths = new TableReader(separator).push(beginning.endsWith('\n') ? beginning : `${beginning}\n`).filter((l) => !isBlank(l.cells)).slice(0, 50).map((l) => (l.wrong ? 1 : l.cells.length))
    const times = new Map<number, number>()
    for (const width of widths) if (width > 1) times.set(width, (times.get(width) ?? 0) + 1)
    for (const [width, count] of times) {
      // A sentence has commas too; what every row has alike counts for more than what one has many of.
      const score = (count / widths.length) ** 2 * Math.log2(width + 1)
      if (score > best.score) best = { separator, score }
    }
  }
  return best.separator
}

/** Titles and dates often stand above the table: the head is the first row that is about as full as the fullest. */
export function headerOf(lines: readonly Line[]): number {
  const filled = lines.slice(0, 20).map((line) => (line.wrong ? 0 : line.cells.filter((cell) => cell.trim() !== '').length))
  const most = Math.max(0, ...filled)
  const at = filled.findIndex((n) => n > 0 && n >= most * 0.6)
  return lines[at]?.row ?? 1
}
