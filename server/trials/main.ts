/**
 * `npm run trials -- --data DIR`: imports files that nobody here made into a scratch desk, and compares what came in with
 * the files, read another way. Known layouts stand below; a file of another layout is left alone.
 */
import { createReadStream, createWriteStream, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import pg from 'pg'
import { type ImportId, ImportMapping, type ImportPage, type MatchedField, partBytes } from '../../contracts/imports.ts'
import { permissionsOf } from '../../contracts/permissions.ts'
import { ensureDatabase, startPostgres, urlFor } from '../adapters/postgres/index.ts'
import { partsIn } from '../adapters/storage/parts.ts'
import { appRole, ownerRole } from '../migrations/roles.sql.ts'
import { type Actor, system } from '../platform/actor.ts'
import { wallClock } from '../platform/clock.ts'
import { type Db, openDb } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { migrate } from '../platform/migrate.ts'
import { municipality, setMunicipality } from '../rooms/identity/index.ts'
import { importPage, importValues, newImport, readFile, sendPart, startImport, workOff } from '../rooms/imports/index.ts'
import { topicIds } from '../rooms/routing/index.ts'
import { seedDemo } from '../setup.ts'
import { type Layout, layouts } from './layouts.ts'

const at = process.argv.indexOf('--data')
const data = at < 0 ? undefined : process.argv[at + 1]
if (!data || !existsSync(data)) {
  console.error('Usage: npm run trials -- --data DIR\nDIR holds the folders of known layouts: ' + layouts.map((l) => `${l.folder}/`).join(', '))
  process.exit(2)
}

const by: Actor = { id: newId(), may: permissionsOf(['supervisor']), scope: 'desk', directorateId: null }
const scratch = mkdtempSync(join(tmpdir(), 'akmasa-trials-'))
const server = await startPostgres()
let wrong = 0
try {
  for (const layout of layouts) {
    const folder = join(data, layout.folder)
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => layout.files.test(name)).sort() : []
    if (names.length === 0) { console.log(`${layout.folder}: no file of this layout`); continue }
    await using desk = await scratchDesk(layout)
    for (const name of names) wrong += (await tryOut(desk, layout, join(folder, name))) ? 0 : 1
  }
} finally {
  await server.stop()
  rmSync(scratch, { recursive: true, force: true })
}
console.log(wrong ? `${wrong} files are not as they should be` : 'Everything is as it should be')
process.exit(wrong ? 1 : 0)

async function scratchDesk(layout: Layout) {
  const database = `trial_${layout.folder}`, passwords = { owner: 'owner', app: 'app' }
  await ensureDatabase(server.adminUrl, database, passwords)
  await migrate(urlFor(server.adminUrl, { role: ownerRole, password: passwords.owner, database }))
  const db = openDb(urlFor(server.adminUrl, { role: appRole, password: passwords.app, database }), wallClock)
  await db.transaction(system('trials'), async (tx) => {
    await seedDemo(tx)
    // Pins far from the municipality are slips of the hand: so it sits where the file's town is.
    await setMunicipality(tx, { ...(await municipality(tx)), zone: layout.zone, ...layout.centre })
  })
  const look = new pg.Client({ connectionString: urlFor(server.adminUrl, { database }) })
  await look.connect()
  return { db, look, files: partsIn(join(scratch, 'imports')), async [Symbol.asyncDispose]() { await db.close(); await look.end() } }
}
type Desk = Awaited<ReturnType<typeof scratchDesk>>

async function received(desk: Desk, path: string): Promise<ImportPage> {
  const importId = newId<ImportId>()
  await desk.db.transaction(by, (tx) => newImport(tx, desk.files, { id: importId, name: basename(path), bytes: statSync(path).size }))
  const file = await open(path)
  try {
    for (let from = 0, part; ; from += part.bytesRead) {
      part = await file.read(Buffer.alloc(partBytes), 0, partBytes, from)
      if (part.bytesRead === 0) break
      const bytes = part.buffer.subarray(0, part.bytesRead)
      await desk.db.transaction(by, (tx) => sendPart(tx, desk.files, { importId, at: from, file: bytes }))
    }
  } finally { await file.close() }
  return readFile(desk.db, desk.files, { importId }, by)
}

async function mappingOf(desk: Desk, layout: Layout, page: ImportPage): Promise<ImportMapping> {
  const columns = layout.columns(page.file!.columns.map((c) => c.name))
  const values = (field: MatchedField) => desk.db.transaction(by, async (tx) => (columns[field] === undefined ? [] : (await importValues(tx, { importId: page.id, field, column: columns[field] })).values))
  const offered = async (field: MatchedField) => Object.fromEntries((await values(field)).flatMap(({ value, same }) => (same ? [[value, same]] : [])))
  const ids = await desk.db.transaction(by, topicIds)
  const topics = Object.fromEntries((await values('topic')).flatMap(({ value }) => { const id = ids.get(layout.topics[value] ?? ''); return id ? [[value, id]] : [] }))
  return ImportMapping.parse({
    columns, dates: layout.dates, topics,
    fallbackTopicId: ids.get(layout.fallback), statuses: await offered('status'), channels: await offered('channel'), system: layout.folder,
  })
}

async function run(db: Db, desk: Desk, layout: Layout, path: string): Promise<{ page: ImportPage; seconds: number; mapping: ImportMapping }> {
  const began = performance.now()
  const page = await received(desk, path)
  const mapping = await mappingOf(desk, layout, page)
  await db.transaction(by, (tx) => startImport(tx, { importId: page.id, ...mapping }))
  await workOff(db, desk.files)
  return { page: await db.transaction(by, (tx) => importPage(tx, { importId: page.id })), seconds: (performance.now() - began) / 1000, mapping }
}

async function tryOut(desk: Desk, layout: Layout, path: string): Promise<boolean> {
  const plain = join(scratch, basename(path, '.gz'))
  await pipeline(createReadStream(path), createGunzip(), createWriteStream(plain))
  const { page, seconds, mapping } = await run(desk.db, desk, layout, plain)
  console.log(`${layout.folder}/${basename(path)}: ${page.rows} rows, ${page.cameIn} came in (${page.warned} with a warning), ${page.refused} did not, ${page.already} were here; ${seconds.toFixed(1)} s`)
  console.log(`  ${page.file!.encoding}, separator ${JSON.stringify(page.file!.separator)}, ${Object.keys(mapping.topics).length} topics matched`)
  const codes = await desk.look.query<{ code: string; n: string }>('select code, count(*) as n from imports.problem where import_id = $1 group by 1 order by 2 desc', [page.id])
  for (const { code, n } of codes.rows) console.log(`  ${code}: ${n}`)
  const faults = await faultsOf(desk, layout, page, mapping, plain)
  const again = await run(desk.db, desk, layout, plain)
  if (again.page.cameIn !== 0 || again.page.already + again.page.refused !== page.rows) faults.push(`a second time ${again.page.cameIn} came in`)
  else console.log(`  a second time: 0 came in, ${again.page.already} were here; ${again.seconds.toFixed(1)} s`)
  for (const fault of faults.slice(0, 10)) console.log(`  WRONG: ${fault}`)
  return faults.length === 0
}

/** The file read by a library instead of by us, row by row against what stands in the database. */
async function faultsOf(desk: Desk, layout: Layout, page: ImportPage, mapping: ImportMapping, plain: string): Promise<string[]> {
  const faults: string[] = []
  if (page.status !== 'done') faults.push(`it ended as ${page.status}: ${page.failure}`)
  for (const field of ['openedAt', 'closedAt'] as const) {
    const found = page.file!.columns[mapping.columns[field]!]!.dates
    console.log(`  ${field}: ${found.length > 1 ? `would be asked, ${found.join(' or ')}` : `found to be ${found[0]}`}`)
    if (!found.includes(mapping.dates[field]!)) faults.push(`${field} is not thought to be ${mapping.dates[field]}`)
  }
  if (page.cameIn < page.rows * 0.95) faults.push('most of it should have come in')
  if (page.rows !== page.cameIn + page.refused + page.already) faults.push('rows are not what came in and what did not')
  const stand = new Map((await desk.look.query<{ number: string; opened: string; lat: number | null; lon: number | null; status: string }>(
    `select p.number, to_char(c.opened_at at time zone $2, 'YYYY-MM-DD HH24:MI') as opened, c.lat, c.lon, c.status from cases.past p join cases.case c on c.id = p.case_id where p.import_id = $1`, [page.id, layout.zone])).rows.map((r) => [r.number, r]))
  if (stand.size !== page.cameIn) faults.push(`${stand.size} cases stand, ${page.cameIn} were counted`)
  const { number, openedAt, lat, lon } = mapping.columns
  let seen = 0
  let pins = 0
  for await (const cells of createReadStream(plain).pipe(parse({ from_line: 2, relax_column_count: true, bom: true })) as AsyncIterable<string[]>) {
    seen++
    const row = stand.get(cells[number!]!)
    if (!row) continue
    stand.delete(cells[number!]!)
    const written = layout.clock(cells[openedAt!]!)
    if (row.opened !== written) faults.push(`${row.number}: opened ${row.opened}, in the file ${written}`)
    if (written < layout.window[0] || written > layout.window[1]) faults.push(`${row.number}: ${written} is outside the file's window`)
    if (row.lat === null) continue
    pins++
    if (Math.abs(row.lat - Number(cells[lat!])) > 1e-9 || Math.abs(row.lon! - Number(cells[lon!])) > 1e-9) faults.push(`${row.number}: the pin is not the file's`)
    if (Math.abs(row.lat - layout.centre.lat) > 1 || Math.abs(row.lon! - layout.centre.lon) > 1) faults.push(`${row.number}: the pin is outside the town`)
  }
  if (seen !== page.rows) faults.push(`the library finds ${seen} rows, we ${page.rows}`)
  if (stand.size) faults.push(`${stand.size} cases that are not in the file`)
  console.log(`  compared with the file read by a library: ${seen} rows, ${pins} pins, ${faults.length} differences`)
  return faults
}
