/** A PostgreSQL of the municipality's own: by its own tools, pg_dump and pg_restore, in one snapshot. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { faultsOf, urlFor } from '../../server/adapters/postgres/index.ts'
import { run } from '../../server/adapters/asterisk/run.ts'
import { administratorSql } from '../../server/migrations/roles.sql.ts'
import { Misunderstood, type ExternalDatabase } from '../settings.ts'
import { asItsUser, byAddress, type Reach } from './reach.ts'

const version = `current_setting('server_version_num')::int / 10000 as major`

/** Row-level security hides rows even from the tables' owner, so reading all of them takes a role that may pass it. */
const readerSql = (database: string) => [
  `create role akmasa_backup login bypassrls password 'CHOOSE-ONE';`,
  'grant pg_read_all_data to akmasa_backup;',
  `grant connect on database "${database}" to akmasa_backup;`,
].join('\n    ')

/** Who may read every row of it. */
export async function readerOf(external: ExternalDatabase, given: string | undefined): Promise<{ reach: Reach; major: number }> {
  const reach = given ? byAddress(given) : ((await asItsUser(external.ownerUrl)) ?? byAddress(external.ownerUrl))
  const seen = await reach.ask(`
    select ${version}, (select rolsuper or (rolbypassrls and pg_has_role(oid, 'pg_read_all_data', 'usage')) from pg_roles where rolname = current_user) as everything`)
  if (!seen.everything)
    throw new Misunderstood(`To keep every row, backup needs a role that may read every row. Once, as a superuser:\n\n    ${readerSql(reach.database)}\n\nThen give its address: DATABASE_BACKUP_URL=postgres://akmasa_backup:…@host:5432/database`)
  return { reach, major: Number(seen.major) }
}

/** Where it comes back: a database that has been made, with its roles, and holds nothing yet. */
export async function emptyOne(external: ExternalDatabase, given: string | undefined): Promise<{ reach: Reach; major: number }> {
  const faults = await faultsOf(external.appUrl, external.ownerUrl)
  const name = decodeURIComponent(new URL(external.ownerUrl).pathname.slice(1))
  if (faults.length > 0)
    throw new Misunderstood(`The database is not ready:\n${faults.map((fault) => `  - ${fault}`).join('\n')}\n\nWhat its administrator runs once:\n\n${administratorSql(name).replace(/^/gm, '    ')}`)
  const reach = given ? byAddress(urlFor(given, { database: name })) : await asItsUser(external.ownerUrl)
  if (!reach)
    throw new Misunderstood('To put everything back with its owners a superuser is needed: give DATABASE_ADMIN_URL=postgres://superuser:…@host:5432/ beside DATABASE_URL and DATABASE_OWNER_URL.')
  const seen = await reach.ask(`
    select ${version}, (select rolsuper from pg_roles where rolname = current_user) as super,
      (select count(*)::int from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')) as schemas`)
  if (!seen.super) throw new Misunderstood('DATABASE_ADMIN_URL must sign in as a superuser; this one is none.')
  if (seen.schemas !== 0) {
    const makeAnother = administratorSql(name).split('\n').filter((line) => line.includes(' database ')).join('\n    ')
    throw new Misunderstood(`The database ${name} is not empty. Stop what uses it, set it aside and make a new one, as a superuser:\n\n    alter database "${name}" rename to "${name}_before";\n    ${makeAnother}`)
  }
  return { reach, major: Number(seen.major) }
}

/** @throws when there is no tool that can read a server of this version, with the package that has it. */
export async function toolOf(name: 'pg_dump' | 'pg_restore', major: number): Promise<string> {
  const home = '/usr/lib/postgresql' // where Debian keeps every version
  const versions = existsSync(home) ? readdirSync(home).map(Number).filter((version) => version >= major).toSorted((a, b) => a - b) : []
  for (const candidate of [...versions.map((version) => join(home, String(version), 'bin', name)), name]) {
    const { code, out } = await run(candidate, ['--version'])
    if (code === 0 && Number(/ (\d+)/.exec(out)?.[1]) >= major) return candidate
  }
  throw new Misunderstood(`${name} of PostgreSQL ${major} or later is needed on this machine. As root: apt-get install postgresql-client-${major}`)
}

export async function dumpInto(file: string, reach: Reach, tool: string): Promise<void> {
  const { file: program, args, env } = reach.words(tool, ['--format=custom'])
  const child = spawn(program, args, { env, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
  await ended(child, 'pg_dump', pipeline(child.stdout, createWriteStream(file, { mode: 0o600, flags: 'wx' })))
}

/** Reads all of it, without a server. */
export async function readable(file: string, tool: string): Promise<void> {
  const child = spawn(tool, ['--file=-', file], { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.resume()
  await ended(child, 'pg_restore')
}

/** All of it or nothing. */
export async function restoreFrom(file: string, reach: Reach, tool: string): Promise<void> {
  const { file: program, args, env } = reach.words(tool, ['--single-transaction', '--exit-on-error'])
  const child = spawn(program, args, { env, cwd: '/', stdio: ['pipe', 'ignore', 'pipe'] })
  await ended(child, 'pg_restore', pipeline(createReadStream(file), child.stdin))
}

async function ended(child: ChildProcess, name: string, flow: Promise<void> = Promise.resolve()): Promise<void> {
  let words = ''
  child.stderr?.on('data', (chunk) => (words = (words + String(chunk)).slice(-2000)))
  const flowed = flow.then(() => undefined, (problem: unknown) => problem)
  const [code] = (await once(child, 'close')) as [number | null]
  const problem = await flowed
  // A full disk ends the tool too, and then the disk is what to tell of.
  if (problem && !(problem instanceof Error && 'code' in problem && problem.code === 'EPIPE')) throw problem
  if (code !== 0) throw new Error(`${name} has failed: ${words.trim()}`)
}
