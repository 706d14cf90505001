/** Whether a copy of the database can be used: a copy of the copy is started and all of it is read. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { constants } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { adminUrl, installPostgres, untilReady, withClient } from '../../server/adapters/postgres/index.ts'
import { asUser, plainEnvironment } from '../../server/adapters/postgres/cluster.ts'
import { amRoot, cacheFolder, freePort, systemUser, type SystemUser } from '../../server/adapters/host.ts'
import { walk } from './copy.ts'

/** Nothing of the original's: neither its port nor its archive, and no need to wait for the disk. */
const apart = {
  listen_addresses: '127.0.0.1', unix_socket_directories: '', archive_mode: 'off', fsync: 'off', autovacuum: 'off',
  shared_buffers: '32MB', default_transaction_read_only: 'on', logging_collector: 'off', dynamic_shared_memory_type: 'mmap',
}

/**
 * Ends the server when we end, however that is (kill -9 of us runs no handler of ours), and ends itself when the server
 * does. It says so again and again: what a shell starts in the background ignores this signal until it has a handler.
 */
const tether = `
  exec 3<&0
  "$@" </dev/null >/dev/null 3<&- & server=$!
  { cat <&3 >/dev/null; while kill -QUIT $server; do sleep 0.1; done; } 2>/dev/null &
  wait $server`

/**
 * @param copy the database's folder in the backup.
 * @param beside where the scratch copy is made; a folder that the database's user may pass through.
 * @returns how many tables were read, and what `look` found.
 */
export async function tried<T>(copy: string, beside: string, password: string, look: (client: pg.Client) => Promise<T>, callOff = new AbortController().signal): Promise<{ tables: number; found: T }> {
  const user = amRoot() ? await systemUser('akmasa-db') : undefined
  const binaries = await installPostgres(cacheFolder())
  const scratch = await mkdtemp(join(beside, 'trial-'))
  let log = ''
  try {
    const dir = join(scratch, 'pg')
    await copyFor(user, copy, dir)
    if (user) await chown(scratch, user.uid, user.gid)
    const port = await freePort()
    const settings = Object.entries(apart).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const cluster = { binaries, dir, user }
    const child = spawn('/bin/sh', ['-c', tether, 'sh', join(binaries.bin, 'postgres'), '-D', dir, '-p', String(port), ...settings], {
      env: plainEnvironment(cluster), cwd: '/', ...asUser(cluster), detached: true, stdio: ['pipe', 'ignore', 'pipe'],
    })
    child.stderr.on('data', (chunk) => (log = (log + String(chunk)).slice(-2000)))
    const ended = once(child, 'exit')
    const gone = new AbortController()
    child.once('exit', () => gone.abort(new Error('it ended at once')))
    try {
      const url = adminUrl(port, password, 'akmasa')
      await untilReady(url, 600, AbortSignal.any([gone.signal, callOff]))
      return await withClient(url, async (client) => ({ tables: await readAll(client, callOff), found: await look(client) }))
    } finally {
      child.stdin.end()
      await ended
    }
  } catch (problem) {
    callOff.throwIfAborted()
    const word = problem instanceof Error ? problem.message : String(problem)
    throw new Error(`The copy of the database was started for a trial and that failed: ${word}\n${log}`, { cause: problem })
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** What a trial that was killed has left. */
export async function removeTrials(beside: string): Promise<void> {
  for (const name of await readdir(beside)) if (name.startsWith('trial-')) await rm(join(beside, name), { recursive: true, force: true })
}

/** Every page of every table, each with its checksum. */
async function readAll(client: pg.Client, callOff: AbortSignal): Promise<number> {
  await client.query('set enable_indexscan = off; set enable_indexonlyscan = off; set enable_bitmapscan = off')
  const { rows } = await client.query<{ name: string }>(`select oid::regclass::text as name from pg_class where relkind in ('r', 'm', 't') order by oid`)
  for (const { name } of rows) {
    callOff.throwIfAborted()
    await client.query(`select count(*) from ${name}`)
  }
  return rows.length
}

async function copyFor(user: SystemUser | undefined, from: string, to: string): Promise<void> {
  const ours = async (path: string, mode: number) => {
    await chmod(path, mode)
    if (user) await chown(path, user.uid, user.gid)
  }
  await mkdir(to)
  await ours(to, 0o700)
  for await (const { path, kind } of walk(from, () => false)) {
    const target = join(to, path)
    if (kind === 'folder') await mkdir(target)
    else await copyFile(join(from, path), target, constants.COPYFILE_FICLONE)
    await ours(target, kind === 'folder' ? 0o700 : 0o600)
  }
}
