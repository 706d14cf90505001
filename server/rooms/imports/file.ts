/** A file as it lies on the disk: what it is, what stands in its columns, its rows one after another. Never whole in memory. */
import { type ImportFile, mostColumns } from '../../../contracts/imports.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type ColumnValues, Columns } from './columns.ts'
import { contentOf, encodingOf, headOf, textOf } from './encoding.ts'
import { convertWorkbook } from './excel.ts'
import { headerOf, isBlank, type Line, separatorOf, TableReader } from './table.ts'

export type Wish = { encoding?: ImportFile['encoding'] | undefined; separator?: ImportFile['separator'] | undefined; headerRow?: number | undefined; sheet?: string | undefined }
export type Surveyed = { file: ImportFile; values: ColumnValues[] }
export type Paths = {
  /** As it came. */
  raw: string
  /** Separated text made of a workbook. */
  text: string
}

/** Where the table stands: in the file itself, or in the text made of it. */
export const tablePath = (paths: Paths, file: Pick<ImportFile, 'kind'>): string => (file.kind === 'xlsx' ? paths.text : paths.raw)

/**
 * Reads a file from end to end. What is not wished for is found out.
 * @throws Refusal `import.not_a_table`, `import.old_excel`, `import.excel_unreadable`, `import.too_many_columns`
 */
export async function survey(paths: Paths, wish: Wish): Promise<Surveyed> {
  const head = await headOf(paths.raw)
  const content = contentOf(head)
  if (content === 'old_excel') throw new Refusal('import.old_excel')
  if (content === 'unknown') throw new Refusal('import.not_a_table')
  const book = content === 'zip' ? await convertWorkbook(paths.raw, paths.text, wish.sheet ?? null) : null
  const encoding = book ? 'utf-8' : (wish.encoding ?? (await encodingOf(paths.raw, head)))
  const beginning = new TextDecoder(encoding).decode(book ? await headOf(paths.text) : head)
  const separator = book ? ',' : (wish.separator ?? separatorOf(beginning))
  const headerRow = wish.headerRow ?? headerOf(firstLines(beginning, separator))

  let columns = new Columns([])
  let width = 0
  let rows = 0
  let last: Line | undefined
  for await (const lines of linesOf(book ? paths.text : paths.raw, encoding, separator))
    for (const line of lines) {
      if (line.row < headerRow || isBlank(line.cells)) continue
      if (line.row === headerRow) {
        if (line.wrong) throw new Refusal('import.not_a_table')
        // Empty cells at the end are no columns.
        width = line.cells.findLastIndex((cell) => cell.trim() !== '') + 1
        if (width > mostColumns) throw new Refusal('import.too_many_columns', { most: mostColumns })
        columns = new Columns(line.cells.slice(0, width))
        continue
      }
      rows++
      last = line
      if (!line.wrong) columns.see(line.cells)
    }
  return {
    values: columns.values(),
    file: {
      kind: book ? 'xlsx' : 'csv', encoding, separator, headerRow, sheets: book?.sheets ?? [], sheet: book?.sheet ?? null, columns: columns.columns(), rows,
      cut: last !== undefined && (last.wrong === 'quotes' ? !last.ended : !last.ended && last.cells.length < width),
    },
  }
}

function firstLines(text: string, separator: ImportFile['separator']): Line[] {
  const reader = new TableReader(separator)
  return [...reader.push(text), ...reader.end()]
}

async function* linesOf(path: string, encoding: ImportFile['encoding'], separator: ImportFile['separator']): AsyncGenerator<Line[]> {
  const reader = new TableReader(separator)
  // Zero bytes mean nothing in a table, and the database takes none.
  for await (const text of textOf(path, encoding)) yield reader.push(text.replaceAll('\0', ''))
  yield reader.end()
}

/** Rows of data from the `skip`th on, as many at a time. */
export async function* rowsOf(path: string, file: ImportFile, size: number, skip = 0): AsyncGenerator<Line[]> {
  let batch: Line[] = []
  let seen = 0
  for await (const lines of linesOf(path, file.encoding, file.separator))
    for (const line of lines) {
      if (line.row <= file.headerRow || isBlank(line.cells) || seen++ < skip) continue
      batch.push(line)
      if (batch.length === size) { yield batch; batch = [] }
    }
  if (batch.length) yield batch
}
