/** Past cases out of a file become cases, once: the file comes in, is read, its columns are matched with ours. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import {
  importCan, type ImportFile, type ImportId, type ImportMapping, type ImportPage, type ImportRow, type ImportValue, type MatchedField, mostFileBytes,
} from '../../../contracts/imports.ts'
import type { StaffId } from '../../../contracts/identity.ts'
import { done } from '../../../contracts/kit.ts'
import { type Actor, system } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { Refusal } from '../../platform/refusal.ts'
import { directoratesByIds, staffByIds } from '../identity/index.ts'
import { placesByIds } from '../places/index.ts'
import { topics } from '../routing/index.ts'
import { guessColumns } from './columns.ts'
import { type Paths, survey, type Wish } from './file.ts'
import { suggestions } from './matching.ts'
import * as store from './store.ts'

/** Where files lie while they are imported; the storage adapter implements it. */
export type ImportFiles = {
  paths(id: string): Paths
  /** On disk when it resolves. */
  write(id: string, at: number, bytes: Buffer): Promise<void>
  has(id: string): Promise<boolean>
  remove(id: string): Promise<void>
  /** Bytes left on the disk. */
  free(): Promise<number>
}
type Done = typeof done
type OfImport = { importId: ImportId }

/** The desk itself must go on whatever is imported. */
const leaveFree = 512 * 1024 * 1024

export async function listImports(tx: Tx): Promise<ImportRow[]> {
  return withNames(tx, await store.imports(tx))
}
async function withNames<R extends { madeBy: string }>(tx: Tx, rows: readonly R[]): Promise<R[]> {
  const people = await staffByIds(tx, rows.map((row) => row.madeBy as StaffId))
  return rows.map((row) => ({ ...row, madeBy: people.get(row.madeBy as StaffId)?.name ?? '' }))
}

/** @throws Refusal `import.not_found`, `import.cannot` */
async function held(tx: Tx, id: ImportId, to: keyof typeof importCan): Promise<store.Stored> {
  const found = await store.lockImport(tx, id)
  if (!found) throw new Refusal('import.not_found')
  if (!importCan[to].some((status) => status === found.status)) throw new Refusal('import.cannot', { status: found.status, to })
  return found
}
export const tell = (tx: Tx, importId: ImportId) => publish(tx, 'import.changed', { importId }, ['desk'])

export async function newImport(tx: Tx, files: ImportFiles, given: { id: ImportId; name: string; bytes: number }): Promise<ImportRow> {
  if (given.bytes === 0) throw new Refusal('import.empty')
  if (given.bytes > mostFileBytes) throw new Refusal('import.too_large', { megabytes: Math.round(mostFileBytes / 1024 / 1024) })
  if ((await files.free()) - (await store.promisedBytes(tx)) - given.bytes < leaveFree) throw new Refusal('import.no_space')
  const made = await store.insertImport(tx, given)
  const row = await store.importById(tx, given.id)
  // The same announcement twice is one import; another one's id is nobody's business.
  if (!row || (!made && (row.madeBy !== tx.by.id || row.bytes !== given.bytes))) throw new Refusal('import.not_found')
  await tell(tx, given.id)
  return pageless((await withNames(tx, [row]))[0]!)
}
const pageless = ({ file: _f, mapping: _m, sha256: _s, startedBy: _b, backTo: _t, problems: _p, ...row }: store.Stored): ImportRow => row

export async function sendPart(tx: Tx, files: ImportFiles, given: OfImport & { at: number; file: Buffer }): Promise<{ received: number }> {
  const found = await held(tx, given.importId, 'send')
  const end = given.at + given.file.length
  // What is here already may come again; a hole may not.
  if (given.at > found.received || end > found.bytes || given.file.length === 0) throw new Refusal('import.wrong_part', { received: found.received })
  await files.write(given.importId, given.at, given.file).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw new Refusal('import.no_space')
    throw error
  })
  const received = Math.max(found.received, end)
  await store.setReceived(tx, given.importId, received)
  return { received }
}

/** Reads it through, outside any transaction: a large file takes seconds. */
export async function readFile(db: Db, files: ImportFiles, given: OfImport & Wish, by: Actor): Promise<ImportPage> {
  const found = await db.transaction(by, (tx) => held(tx, given.importId, 'read'))
  if (found.received < found.bytes) throw new Refusal('import.incomplete', { received: found.received })
  if (!(await files.has(given.importId))) throw new Refusal('import.file_gone')
  const paths = files.paths(given.importId)
  const { importId: _id, ...wish } = given
  const { file, values } = await survey(paths, wish)
  const sha256 = await digestOf(paths.raw)
  return db.transaction(by, async (tx) => {
    await held(tx, given.importId, 'read')
    await store.setFile(tx, given.importId, sha256, file, values)
    await tell(tx, given.importId)
    return importPage(tx, given)
  })
}
async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

export async function importPage(tx: Tx, { importId }: OfImport): Promise<ImportPage> {
  const found = await store.importById(tx, importId)
  if (!found) throw new Refusal('import.not_found')
  const [row] = await withNames(tx, [found])
  return {
    ...pageless(row!), file: found.file, mapping: found.mapping, problems: found.problems,
    guess: found.file ? guessColumns(found.file.columns) : null, same: found.sha256 ? await store.sameBytes(tx, importId, found.sha256) : [],
  }
}

export async function importValues(tx: Tx, { importId, field, column }: OfImport & { field: MatchedField; column: number }): Promise<{ values: ImportValue[]; tooMany: boolean }> {
  const found = await store.importById(tx, importId)
  if (!found?.file || column >= found.file.columns.length) throw new Refusal('import.not_found')
  const counts = await store.columnValues(tx, importId, column)
  if (!counts) return { values: [], tooMany: true }
  const values = Object.entries(counts).sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'tr'))
  const suggested = await suggestions(tx, field, values.map(([value]) => value))
  return { tooMany: false, values: values.map(([value, count]) => ({ value, count, ...suggested(value) })) }
}

/**
 * The mapping fits the file and names only what is there.
 * @throws Refusal at the field it is about
 */
export async function checkMapping(tx: Tx, file: ImportFile, mapping: ImportMapping): Promise<void> {
  const used = new Map<number, string>()
  for (const [field, column] of Object.entries(mapping.columns)) {
    if (column >= file.columns.length || used.has(column)) throw new Refusal('import.column_twice', { column: file.columns[column]?.name ?? String(column + 1) }, `columns.${field}`)
    used.set(column, field)
  }
  if (mapping.columns.openedAt === undefined) throw new Refusal('import.opened_needed', {}, 'columns.openedAt')
  for (const field of ['openedAt', 'closedAt'] as const)
    if (mapping.columns[field] !== undefined && !mapping.dates[field]) throw new Refusal('import.date_form_needed', {}, `dates.${field}`)
  const known = new Set((await topics(tx)).map((topic) => topic.id))
  if ([...Object.values(mapping.topics), ...(mapping.fallbackTopicId ? [mapping.fallbackTopicId] : [])].some((id) => !known.has(id))) throw new Refusal('import.unknown_topic', {}, 'fallbackTopicId')
  const placeIds = [...new Set(Object.values(mapping.places))]
  if ((await placesByIds(tx, placeIds)).size < placeIds.length) throw new Refusal('import.unknown_place', {}, 'places')
  const directorateIds = [...new Set(Object.values(mapping.directorates))]
  if ((await directoratesByIds(tx, directorateIds)).length < directorateIds.length) throw new Refusal('import.unknown_directorate', {}, 'directorates')
}

export async function startImport(tx: Tx, { importId, ...mapping }: OfImport & ImportMapping): Promise<Done> {
  const found = await held(tx, importId, 'start')
  if (!found.file) throw new Refusal('import.cannot', { status: found.status, to: 'start' })
  if (found.file.rows === 0) throw new Refusal('import.no_rows')
  await checkMapping(tx, found.file, mapping)
  await store.setRunning(tx, importId, mapping)
  await tell(tx, importId)
  return done
}
export async function resumeImport(tx: Tx, files: ImportFiles, { importId }: OfImport): Promise<Done> {
  const found = await held(tx, importId, 'resume')
  if (!found.mapping || !(await files.has(importId))) throw new Refusal('import.file_gone')
  await store.setRunning(tx, importId, found.mapping)
  await tell(tx, importId)
  return done
}
export async function cancelImport(tx: Tx, { importId }: OfImport): Promise<Done> {
  await held(tx, importId, 'cancel')
  await store.setStatus(tx, importId, 'canceled')
  await tell(tx, importId)
  return done
}
export async function takeBackImport(tx: Tx, { importId }: OfImport): Promise<Done> {
  await held(tx, importId, 'takeBack')
  await store.setTakingBack(tx, importId)
  await tell(tx, importId)
  return done
}
export async function discardImport(tx: Tx, files: ImportFiles, { importId }: OfImport): Promise<Done> {
  await held(tx, importId, 'discard')
  await store.deleteImport(tx, importId)
  await files.remove(importId)
  await tell(tx, importId)
  return done
}

/** A person's file does not lie about for ever: two weeks after nobody went on with it, it goes. */
export async function forgetFiles(db: Db, files: ImportFiles): Promise<void> {
  const left = await db.transaction(system('imports'), (tx) => store.leftLying(tx, new Date(tx.now.getTime() - 14 * 86_400_000)))
  for (const { id, status } of left) {
    await files.remove(id)
    if (status === 'receiving' || status === 'read') await db.transaction(system('imports'), (tx) => store.deleteImport(tx, id))
  }
}
