/**
 * Copies the embedded PostgreSQL's folder, while it works (its low-level backup interface) or while it stands still.
 * https://www.postgresql.org/docs/18/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { walk } from './copy.ts'

/** Where a copied file or folder goes. */
export type Shelf = {
  folder(path: string, mode: number): Promise<void>
  file(from: string, path: string): Promise<boolean>
  /** What is not copied but given to us. */
  text(path: string, words: string | Buffer): Promise<void>
}

/** Empty in a copy, but there. `pg_wal` gets the part of the log that belongs to it. */
const emptied = ['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans']
const dropped = /^(postmaster\.(pid|opts)|backup_label(\.old)?|tablespace_map(\.old)?|backup_manifest|current_logfiles|postgresql\.auto\.conf\.tmp|pg_internal\.init.*|pgsql_tmp.*)$/
const control = 'global/pg_control'

const leftBehind = (path: string) =>
  dropped.test(path.slice(path.lastIndexOf('/') + 1)) || path === control ||
  emptied.some((folder) => path.startsWith(`${folder}/`) && !(folder === 'pg_wal' && /^pg_wal\/(archive_status|summaries)$/.test(path)))

export async function sizeOfCluster(dir: string): Promise<number> {
  let bytes = 0
  for await (const { size } of walk(dir, leftBehind)) bytes += size
  return bytes
}

export const majorOf = async (dir: string): Promise<number> => Number(await readFile(join(dir, 'PG_VERSION'), 'utf8'))

/**
 * While it works. The log between begin and end is kept for us by a replication slot that goes with our connection.
 * @returns the instant up to which everything acknowledged is in the copy, and the number of cases then.
 */
export async function copyWorking(dir: string, adminUrl: string, shelf: Shelf, countCases: (client: pg.Client) => Promise<number>) {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 10_000, keepAlive: true })
  client.on('error', () => {}) // the query that waits says it
  await client.connect()
  try {
    await client.query(`set idle_session_timeout = 0`)
    const slot = `backup_${process.pid}_${Date.now()}`
    await client.query('select pg_create_physical_replication_slot($1, true, true)', [slot])
    // At once, with a checkpoint of its own, and not at the next regular one some minutes on.
    const start = await one<{ lsn: string; wal: string }>(client, 'select lsn, pg_walfile_name(lsn) as wal from pg_backup_start($1, true) as lsn', ['akmasa'])
    const before = await countCases(client)
    await copyFolder(dir, shelf, leftBehind)

    const atMost = await countCases(client)
    const moment = new Date().toISOString()
    const stop = await one<{ wal: string; label: string; tablespaces: string }>(
      client,
      'select pg_walfile_name(lsn) as wal, labelfile as label, spcmapfile as tablespaces from pg_backup_stop(false)',
    )
    if (stop.tablespaces.trim()) throw new Error('The database uses tablespaces outside its folder; back it up with PostgreSQL’s own tools.')
    const log = (await readdir(join(dir, 'pg_wal'))).filter((name) => name.endsWith('.history') || (isSegment(name) && name >= start.wal && name <= stop.wal))
    for (const name of log.toSorted()) await shelf.file(join(dir, 'pg_wal', name), `pg_wal/${name}`)
    const kept = await one<{ wal_status: string }>(client, 'select wal_status from pg_replication_slots where slot_name = $1', [slot])
    if (kept.wal_status === 'lost' || !log.includes(start.wal) || !log.includes(stop.wal))
      throw new Error('PostgreSQL has thrown away a part of its log that belongs to the copy (max_slot_wal_keep_size). Raise that setting and try again.')
    await shelf.text('backup_label', stop.label)
    return { moment, cases: Math.min(before, atMost) }
  } finally {
    await client.end().catch(() => {}) // the slot and a copy begun go with it
  }
}

/** While nobody may start it: with all of its log, which it needs if it was not ended in peace. */
export async function copyStanding(dir: string, shelf: Shelf): Promise<void> {
  await copyFolder(dir, shelf, (path) => leftBehind(path) && !path.startsWith('pg_wal/'))
}

async function copyFolder(dir: string, shelf: Shelf, skip: (path: string) => boolean): Promise<void> {
  for await (const { path, kind, mode } of walk(dir, skip)) {
    if (path.startsWith('pg_tblspc/')) throw new Error('The database uses tablespaces outside its folder; back it up with PostgreSQL’s own tools.')
    if (kind === 'folder') await shelf.folder(path, mode)
    else await shelf.file(join(dir, path), path)
  }
  // Last, as pg_basebackup does it; half a block of it would not start.
  await shelf.text(control, await settled(join(dir, control)))
}

/** Read until twice the same: it is written in place. */
async function settled(file: string): Promise<Buffer> {
  for (let before = await readFile(file); ; ) {
    const now = await readFile(file)
    if (now.equals(before)) return now
    before = now
  }
}

const isSegment = (name: string) => /^[0-9A-F]{24}$/.test(name)

async function one<T extends pg.QueryResultRow>(client: pg.Client, text: string, values: unknown[] = []): Promise<T> {
  return (await client.query<T>(text, values)).rows[0]!
}
