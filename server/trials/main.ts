/**
 * `npm run trials -- --data DIR`: imports files that nobody here made into a scratch desk, and compares what came in with
 * the files, read another way. Known layouts stand in layouts.ts; a file of another layout is left alone.
 */
import { createReadStream, createWriteStream, existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import { ImportMapping, type ImportPage, type MatchedField } from '../../contracts/imports.ts'
import { importValues } from '../rooms/imports/index.ts'
import { topicIds } from '../rooms/routing/index.ts'
import { type Layout, layouts } from './layouts.ts'
import { broughtIn, received, type ScratchDesk, scratchServer, supervisor } from './scratch.ts'

const at = process.argv.indexOf('--data')
const data = at < 0 ? undefined : process.argv[at + 1]
if (!data || !existsSync(data)) {
  console.error(`Usage: npm run trials -- --data DIR\nDIR holds the folders of known layouts: ${layouts.map((l) => `${l.folder}/`).join(', ')}`)
  process.exit(2)
}
process.exitCode = (await tryAll(data)) === 0 ? 0 : 1

async function tryAll(from: string): Promise<number> {
  await using server = await scratchServer()
  let tried = 0
  let wrong = 0
  for (const layout of layouts) {
    const folder = join(from, layout.folder)
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => layout.files.test(name)).sort() : []
    if (names.length === 0) { console.log(`${layout.folder}: no file of this layout`); continue }
    await using desk = await server.desk(layout.folder, layout)
    for (const name of names) {
      tried++
      if (!(await tryOut(desk, layout, join(folder, name), server.folder))) wrong++
    }
  }
  console.log(`${tried} files tried, ${wrong} not as they should be`)
  return tried === 0 ? 1 : wrong
}

async function mappingOf({ db }: ScratchDesk, layout: Layout, page: ImportPage): Promise<ImportMapping> {
  const columns = layout.columns(page.file!.columns.map((c) => c.name))
  const values = (field: MatchedField) => db.transaction(supervisor, async (tx) => (columns[field] === undefined ? [] : (await importValues(tx, { importId: page.id, field, column: columns[field] })).values))
  const offered = async (field: MatchedField) => Object.fromEntries((await values(field)).flatMap(({ value, same }) => (same ? [[value, same]] : [])))
  const ids = await db.transaction(supervisor, topicIds)
  const topics = Object.fromEntries((await values('topic')).flatMap(({ value }) => { const id = ids.get(layout.topics[value] ?? ''); return id ? [[value, id]] : [] }))
  return ImportMapping.parse({
    columns, dates: layout.dates, topics, fallbackTopicId: ids.get(layout.fallback), statuses: await offered('status'), channels: await offered('channel'), system: layout.folder,
  })
}

async function timed(desk: ScratchDesk, layout: Layout, path: string) {
  const began = performance.now()
  const read = await received(desk, path)
  const mapping = await mappingOf(desk, layout, read)
  const page = await broughtIn(desk, read.id, mapping)
  return { page, mapping, seconds: ((performance.now() - began) / 1000).toFixed(1) }
}

async function tryOut(desk: ScratchDesk, layout: Layout, path: string, scratch: string): Promise<boolean> {
  const plain = join(scratch, basename(path, '.gz'))
  await pipeline(createReadStream(path), createGunzip(), createWriteStream(plain))
  const { page, mapping, seconds } = await timed(desk, layout, plain)
  console.log(`${layout.folder}/${basename(path)}: ${page.rows} rows, ${page.cameIn} came in (${page.warned} with a warning), ${page.refused} did not, ${page.already} were here; ${seconds} s`)
  console.log(`  ${page.file!.encoding}, separator ${JSON.stringify(page.file!.separator)}, ${Object.keys(mapping.topics).length} topics matched, the rest to the fallback`)
  const codes = await desk.look.query<{ code: string; n: string }>('select code, count(*) as n from imports.problem where import_id = $1 group by 1 order by 2 desc', [page.id])
  for (const { code, n } of codes.rows) console.log(`  ${code}: ${n}`)
  const faults = await faultsOf(desk, layout, page, mapping, plain)
  const again = await timed(desk, layout, plain)
  if (again.page.cameIn !== 0 || again.page.already + again.page.refused !== page.rows) faults.push(`a second time ${again.page.cameIn} came in`)
  else console.log(`  a second time: 0 came in, ${again.page.already} were here; ${again.seconds} s`)
  for (const fault of faults.slice(0, 10)) console.log(`  WRONG: ${fault}`)
  return faults.length === 0
}

/** The file read by a library instead of by us, row by row against what stands in the database. */
async function faultsOf(desk: ScratchDesk, layout: Layout, page: ImportPage, mapping: ImportMapping, plain: string): Promise<string[]> {
  const faults: string[] = []
  if (page.status !== 'done') faults.push(`it ended as ${page.status}: ${page.failure}`)
  if (page.rows !== page.cameIn + page.refused + page.already) faults.push('rows are not what came in and what did not')
  if (page.cameIn < page.rows * 0.95) faults.push('most of it should have come in')
  for (const field of ['openedAt', 'closedAt'] as const) {
    const found = page.file!.columns[mapping.columns[field]!]!.dates
    console.log(`  ${field}: ${found.length > 1 ? `would be asked, ${found.join(' or ')}` : `found to be ${found[0]}`}`)
    if (!found.includes(mapping.dates[field]!)) faults.push(`${field} is not thought to be ${mapping.dates[field]}`)
  }
  const stand = new Map((await desk.look.query<{ number: string; opened: string; lat: number | null; lon: number | null }>(
    `select p.number, to_char(c.opened_at at time zone $2, 'YYYY-MM-DD HH24:MI') as opened, c.lat, c.lon from cases.past p join cases.case c on c.id = p.case_id where p.import_id = $1`, [page.id, layout.zone])).rows.map((r) => [r.number, r]))
  if (stand.size !== page.cameIn) faults.push(`${stand.size} cases stand, ${page.cameIn} were counted`)

  const { number, openedAt, lat, lon } = mapping.columns
  let rows = 0
  let pins = 0
  for await (const cells of createReadStream(plain).pipe(parse({ from_line: 2, relax_column_count: true, bom: true })) as AsyncIterable<string[]>) {
    rows++
    const row = stand.get(cells[number!]!)
    if (!row) continue
    stand.delete(row.number)
    const written = layout.clock(cells[openedAt!]!)
    if (row.opened !== written) faults.push(`${row.number}: opened ${row.opened}, in the file ${written}`)
    if (written < layout.window[0] || written > layout.window[1]) faults.push(`${row.number}: ${written} is outside the window`)
    if ((row.lat === null) !== (cells[lat!] === '')) faults.push(`${row.number}: a pin that the file has not, or the other way round`)
    if (row.lat === null) continue
    pins++
    if (Math.abs(row.lat - Number(cells[lat!])) > 1e-9 || Math.abs(row.lon! - Number(cells[lon!])) > 1e-9) faults.push(`${row.number}: the pin is not the file's`)
    if (Math.abs(row.lat - layout.centre.lat) > 1 || Math.abs(row.lon! - layout.centre.lon) > 1) faults.push(`${row.number}: the pin is outside the town`)
  }
  if (rows !== page.rows) faults.push(`the library finds ${rows} rows, we ${page.rows}`)
  if (stand.size) faults.push(`${stand.size} cases that are not in the file`)
  console.log(`  beside the file read by a library: ${rows} rows, ${pins} pins, ${faults.length} differences`)
  return faults
}
