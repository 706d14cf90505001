/**
 * Makes one backup. The database first and the files after it: what a row speaks of was on disk before the row was
 * acknowledged, so every row of the copy finds its file.
 */
import { existsSync } from 'node:fs'
import { chmod, mkdir, open, statfs, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { backup as copySqlite, DatabaseSync } from 'node:sqlite'
import type pg from 'pg'
import { adminUrl } from '../../server/adapters/postgres/index.ts'
import { remembered, secretsOf } from '../keepsakes.ts'
import { lock } from '../lock.mjs'
import { isRunning } from '../supervisor.ts'
import { copyStanding, copyWorking, majorOf, sizeOfCluster, type Shelf } from './cluster.ts'
import { copyFile, folderFor, linked, unchanged, walk } from './copy.ts'
import { dumpInto, readable, readerOf, toolOf } from './dump.ts'
import { partsOf, switchStore, type House } from './house.ts'
import { ManifestWriter, type Closing, type FileEntry } from './manifest.ts'
import type { Progress } from './progress.ts'
import { tried } from './trial.ts'

export type Taken = Closing & { linked: number; vanished: number; words: string }
/** The backup before, whose unchanged files are shared. */
export type Before = { folder: string; files: Map<string, FileEntry> }
export type Order = {
  house: House
  /** An empty folder, not yet under its final name. */
  into: string
  before: Before | undefined
  trial: boolean
  progress: Progress
  say: (line: string) => void
}

export async function take(order: Order): Promise<Taken> {
  const { house, into, before, progress } = order
  const manifest = new ManifestWriter(into)
  const counts = { linked: 0, vanished: 0 }
  try {
    const { cases, ...facts } = await takeDatabase(order, manifest)
    progress.begin('files', 0)
    for (const part of partsOf(house)) {
      for await (const found of walk(part.folder, part.skip)) {
        const path = `${part.name}/${found.path}`
        const to = join(into, path)
        await folderFor(to)
        if (found.kind === 'folder') {
          await mkdir(to, { recursive: true, mode: 0o700 })
          await manifest.add({ folder: path, mode: found.mode })
          continue
        }
        const same = before?.files.get(path)
        if (before && same && unchanged(same, found) && (await linked(join(before.folder, path), to, found.size))) {
          counts.linked++
          progress.did(0)
          await manifest.add({ ...same, mode: found.mode })
          continue
        }
        const copied = await copyFile(join(part.folder, found.path), to, progress)
        if (copied) await manifest.add({ path, ...copied })
        else counts.vanished++
      }
    }
    await takeSwitchStore(order, manifest)
    const closing = await manifest.close(facts)
    return { ...closing, ...counts, words: await trialOf(order, facts.database, cases) }
  } catch (problem) {
    manifest.abandon()
    throw problem
  }
}

/** How many bytes a backup may need at most. */
export async function estimate(house: House, before: Before | undefined): Promise<number> {
  let bytes = house.external ? 0 : await sizeOfCluster(house.cluster)
  for (const part of partsOf(house))
    for await (const { path, size, mtime } of walk(part.folder, part.skip)) {
      const same = before?.files.get(`${part.name}/${path}`)
      if (!same || !unchanged(same, { size, mtime })) bytes += size
    }
  return bytes
}

type Facts = Pick<Closing, 'moment' | 'taken' | 'database'> & { cases?: number }

async function takeDatabase({ house, into, progress, say }: Order, manifest: ManifestWriter): Promise<Facts> {
  if (house.external) {
    const { reach, major } = await readerOf(house.external, house.env.DATABASE_BACKUP_URL)
    const tool = await toolOf('pg_dump', major)
    say(`Keeping the database ${reach.database} (pg_dump); the desk works on.`)
    const moment = new Date().toISOString()
    const file = join(into, 'database.dump')
    await dumpInto(file, reach, tool)
    const { size, sha256, mtime } = (await copyFile(file, undefined, progress))!
    await manifest.add({ path: 'database.dump', size, sha256, mtime, mode: 0o600 })
    return { moment, taken: 'live', database: { kind: 'dump', major } }
  }

  const shelf = shelfOf(into, manifest, progress)
  const database = { kind: 'cluster' as const, major: await majorOf(house.cluster) }
  progress.begin('database', await sizeOfCluster(house.cluster))
  await mkdir(join(into, 'database'), { mode: 0o700 })
  await manifest.add({ folder: 'database', mode: 0o700 })
  if (isRunning(house.runDir, 'postgres')) {
    say('Keeping the database; the desk works on.')
    const { ports } = remembered(house.state)
    if (!ports?.postgres) throw new Error('The house is just being started for the first time. Try again in a minute.')
    const { moment, cases } = await copyWorking(house.cluster, adminUrl(ports.postgres, secretsOf(house.state).databaseAdmin, 'akmasa'), shelf, countCases)
    return { moment, taken: 'live', database, cases }
  }
  // Nobody may start it under our hands.
  const release = await lock(house.lockFile, 30)
  if (!release) throw new Error('The house runs, but its database does not (it is being started, or fails to). Try again when it answers.')
  try {
    say('Keeping the database; the house stands still, and cannot be started meanwhile.')
    const moment = new Date().toISOString()
    await copyStanding(house.cluster, shelf)
    return { moment, taken: 'stopped', database }
  } finally {
    release()
  }
}

export async function countCases(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('cases."case"') is not null as there`)
  if (!rows[0]?.there) return 0
  return Number((await client.query<{ n: string }>('select count(*) as n from cases."case"')).rows[0]!.n)
}

function shelfOf(into: string, manifest: ManifestWriter, progress: Progress): Shelf {
  const under = (path: string) => `database/${path}`
  return {
    async folder(path, mode) {
      await mkdir(join(into, under(path)), { mode: 0o700 })
      await manifest.add({ folder: under(path), mode })
    },
    async file(from, path) {
      const copied = await copyFile(from, join(into, under(path)), progress)
      if (copied) await manifest.add({ path: under(path), ...copied })
      return copied !== undefined
    },
    async text(path, words) {
      const bytes = Buffer.from(words)
      await writeFile(join(into, under(path)), bytes, { mode: 0o600, flag: 'wx' })
      await manifest.add({ path: under(path), size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), mtime: Date.now(), mode: 0o600 })
    },
  }
}

/** SQLite copies itself page by page between the switch's own writes. */
async function takeSwitchStore({ house, into, progress }: Order, manifest: ManifestWriter): Promise<void> {
  const store = join(house.telephone, switchStore)
  if (!existsSync(store)) return
  const path = `telephone/${switchStore}`
  const to = join(into, path)
  await folderFor(to)
  await manifest.add({ folder: 'telephone/db', mode: 0o750 })
  const source = opened(store)
  try {
    await copySqlite(source, to)
  } finally {
    source.close()
  }
  await chmod(to, 0o600)
  const copy = new DatabaseSync(to, { readOnly: true })
  const verdict = copy.prepare('pragma integrity_check').get()?.integrity_check
  copy.close()
  if (verdict !== 'ok') throw new Error(`Asterisk’s own store (${store}) is damaged: ${String(verdict)}`)
  const { size, sha256, mtime } = (await copyFile(to, undefined, progress))!
  await manifest.add({ path, size, sha256, mtime, mode: 0o640 })
}

/** Only to read; unless the switch was killed in the middle of a write, which whoever opens it next takes back. */
function opened(store: string): DatabaseSync {
  const readOnly = new DatabaseSync(store, { readOnly: true, timeout: 10_000 })
  try {
    readOnly.prepare('select count(*) from sqlite_schema').get()
    return readOnly
  } catch {
    readOnly.close()
    return new DatabaseSync(store, { timeout: 10_000 })
  }
}

async function trialOf({ house, into, trial, progress, say }: Order, database: Closing['database'], cases: number | undefined): Promise<string> {
  if (database.kind === 'dump') {
    await readable(join(into, 'database.dump'), await toolOf('pg_restore', database.major))
    return 'The copy of the database was read to its end.'
  }
  if (!trial) return 'The copy of the database was not tried.'
  const copy = join(into, 'database')
  const { bavail, bsize } = await statfs(house.state)
  if (bavail * bsize < (await sizeOfCluster(copy)) * 1.2 + 64_000_000)
    return `The copy of the database was not tried: there is no room for that on the disk of ${house.state}.`
  say('Starting the copy of the database to see that it works.')
  const { tables, found } = await tried(copy, house.state, secretsOf(house.state).databaseAdmin, countCases, progress.callOff)
  if (cases !== undefined && found < cases) throw new Error(`The copy of the database holds ${found} cases, the original ${cases}.`)
  return `The copy of the database was started and read: ${tables} tables, ${found} cases.`
}

/** The names too must be on disk, not only the bytes. */
export async function onDisk(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
