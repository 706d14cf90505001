/** A PostgreSQL cluster of our own: made once, configured anew at each start, reached over loopback with a password. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { said, type SystemUser } from '../host.ts'
import type { Binaries } from './install.ts'

const run = promisify(execFile)

export const adminRole = 'akmasa_admin'

export type Cluster = {
  binaries: Binaries
  /** The data folder; its parent must be one that `user` may pass through. */
  dir: string
  /** Whom it runs as; PostgreSQL refuses root. Absent: as ourselves. */
  user?: SystemUser
}

export type Command = {
  file: string
  args: string[]
  env: NodeJS.ProcessEnv
  cwd: string
  uid?: number
  gid?: number
}

/** Makes the cluster if it is not there. Half-made ones never stand under the final name. */
export async function prepareCluster(cluster: Cluster, adminPassword: string): Promise<void> {
  if (existsSync(join(cluster.dir, 'PG_VERSION'))) return
  await mkdir(dirname(cluster.dir), { recursive: true })
  const half = await mkdtemp(`${cluster.dir}.new-`)
  const secret = join(half, 'password')
  await writeFile(secret, adminPassword, { mode: 0o600 })
  for (const path of [half, secret]) if (cluster.user) await chown(path, cluster.user.uid, cluster.user.gid)
  try {
    const [file, ...args] = initdb({ ...cluster, dir: join(half, 'data') }, secret)
    await run(file!, args, { env: plainEnvironment(cluster), cwd: half, ...asUser(cluster) })
    await rename(join(half, 'data'), cluster.dir)
  } catch (problem) {
    throw new Error(`PostgreSQL could not make its data folder: ${said(problem)}`)
  } finally {
    await rm(half, { recursive: true, force: true })
  }
}

export function initdb({ binaries, dir }: Cluster, passwordFile: string): string[] {
  return [join(binaries.bin, 'initdb'), '-D', dir, '-U', adminRole, '--pwfile', passwordFile, '-A', 'scram-sha-256', '--no-instructions']
    // Never left to the environment: under LC_ALL=C it would become SQL_ASCII, and character classes stop at z.
    .concat('-E', 'UTF8', '--locale=C.UTF-8', '--lc-messages=C', '--locale-provider=icu', '--icu-locale=und')
}

export const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  wal_compression: 'on',
  checkpoint_timeout: '15min',
  idle_in_transaction_session_timeout: '30s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_destination: 'stderr',
  log_line_prefix: '%m [%p] ',
  // The log must never repeat what anyone said: neither a failing statement's values nor the key it clashed on.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
}

/** Writes the settings and says how to start it. An administrator's own go below the include and win. */
export async function postgresCommand(cluster: Cluster, port: number): Promise<Command> {
  const ours = join(cluster.dir, 'akmasa.conf')
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`)
  await writeFile(ours, `# Written at every start; put your own settings into postgresql.conf.\n${lines.join('\n')}\n`)
  await chmod(ours, 0o600)
  if (cluster.user) await chown(ours, cluster.user.uid, cluster.user.gid)

  const conf = join(cluster.dir, 'postgresql.conf')
  const include = "include_if_exists = 'akmasa.conf'\n"
  const given = await readFile(conf, 'utf8')
  if (!given.includes(include)) await writeFile(conf, `${given}\n${include}`)

  await forgetTheDead(cluster.dir)
  return {
    file: join(cluster.binaries.bin, 'postgres'),
    args: ['-D', cluster.dir, '-p', String(port)],
    env: plainEnvironment(cluster),
    cwd: cluster.dir,
    ...asUser(cluster),
  }
}

/**
 * A postmaster that was killed and whose parent does not collect it (a container's first process often does not)
 * still has its pid, and PostgreSQL would take it for alive. A pid that cannot be replaces it; the rest of the file
 * stays, by which PostgreSQL sees whether anything still uses the old one's memory.
 */
async function forgetTheDead(dir: string): Promise<void> {
  const file = join(dir, 'postmaster.pid')
  try {
    const [pid, ...rest] = (await readFile(file, 'utf8')).split('\n')
    const stat = await readFile(`/proc/${pid}/stat`, 'latin1')
    if (stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z')) await writeFile(file, ['2147483647', ...rest].join('\n'))
  } catch {
    // No such file or no such process: nothing stands in the way.
  }
}

/** Nothing of the caller's: PGDATA, PGPORT or a locale would be obeyed. */
export function plainEnvironment(cluster: Cluster): NodeJS.ProcessEnv {
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC', LD_LIBRARY_PATH: cluster.binaries.lib }
}

export const asUser = ({ user }: Cluster) => (user ? { uid: user.uid, gid: user.gid } : {})

export function adminUrl(port: number, password: string, database = 'postgres'): string {
  return `postgres://${adminRole}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
}

/** The same server, another role or database. */
export function urlFor(url: string, change: { role?: string; password?: string; database?: string }): string {
  const other = new URL(url)
  if (change.role !== undefined) other.username = change.role
  if (change.password !== undefined) other.password = encodeURIComponent(change.password)
  if (change.database !== undefined) other.pathname = `/${change.database}`
  return other.href
}

/** Resolves once it answers a question; rejects when the time is over or `giveUp` aborts. */
export async function untilReady(url: string, seconds = 60, giveUp?: AbortSignal): Promise<void> {
  const until = Date.now() + seconds * 1000
  for (;;) {
    giveUp?.throwIfAborted()
    try {
      return await withClient(url, async (client) => void (await client.query('select 1')))
    } catch (problem) {
      const hopeless = problem instanceof Error && 'code' in problem && problem.code === '28P01' // wrong password
      if (hopeless || Date.now() > until) throw new Error(`PostgreSQL does not answer: ${said(problem)}`)
      await delay(50)
    }
  }
}

/** A connection for the length of `work`. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  // A server that dies under us also raises the error on the query that waits; unheard, this one would end Node.
  client.on('error', () => {})
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}
