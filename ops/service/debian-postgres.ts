/** Debian's own PostgreSQL: installed if absent, with our roles and one database in it. */
import { databaseSql, ownerRole, appRole, rolesSql } from '../../server/migrations/roles.sql.ts'
import type { Secrets } from '../keepsakes.ts'
import type { ExternalDatabase } from '../settings.ts'
import { asks, installPackages, systemdRuns, tell } from './commands.ts'

const database = 'akmasa'
type Cluster = { version: string; name: string; port: string; status: string }

/** Safe to run again: what is there is left, the passwords are set to the ones we keep. */
export async function debianDatabase(secrets: Secrets, say: (line: string) => void): Promise<ExternalDatabase> {
  if ((await clusters()).length === 0) await installPackages(['postgresql'], say)
  const cluster = (await clusters()).find((one) => Number(one.version) >= 15)
  if (!cluster) throw new Error('This Debian has no PostgreSQL cluster of version 15 or later. Make one (pg_createcluster 15 main), or give --database and --database-owner.')
  if (!cluster.status.startsWith('online')) {
    if (systemdRuns()) await tell('systemctl', ['enable', '--now', `postgresql@${cluster.version}-${cluster.name}.service`])
    else await tell('pg_ctlcluster', [cluster.version, cluster.name, 'start'])
    say(`PostgreSQL ${cluster.version} (${cluster.name}) is started.`)
  }
  const passwords = { owner: secrets.databaseOwner, app: secrets.databaseApp }
  const ask = (sql: string) => psql(cluster.port, sql)

  const roles = new Set((await ask(`select rolname from pg_roles where rolname like 'akmasa%'`)).split('\n'))
  const missing = rolesSql(passwords).filter((one) => { const [, role] = /^create role (\w+)/.exec(one) ?? []; return role === undefined || !roles.has(role) })
  for (const statement of missing) await ask(statement)
  for (const [role, password] of [[ownerRole, passwords.owner], [appRole, passwords.app]] as const) await ask(`alter role ${role} password '${password}'`)
  const there = (await ask(`select 1 from pg_database where datname = '${database}'`)).trim() === '1'
  for (const statement of databaseSql(database).slice(there ? 1 : 0)) await ask(statement)
  say(there ? `The database ${database} is there.` : `The database ${database} is made in PostgreSQL ${cluster.version} (${cluster.name}).`)

  const at = (role: string, password: string) => `postgres://${role}:${password}@127.0.0.1:${cluster.port}/${database}`
  return { appUrl: at(appRole, passwords.app), ownerUrl: at(ownerRole, passwords.owner) }
}

async function clusters(): Promise<Cluster[]> {
  const listed = (await asks('pg_lsclusters', ['-h'])) ?? ''
  return listed.trim().split('\n').filter(Boolean).map((one) => { const [version = '', name = '', port = '', status = ''] = one.split(/\s+/); return { version, name, port, status } })
    .toSorted((a, b) => Number(b.version) - Number(a.version))
}

/** As PostgreSQL's administrator, whom Debian knows by his user; by standard input, so that no password stands on a command line. */
const psql = (port: string, sql: string) =>
  tell('runuser', ['-u', 'postgres', '--', 'psql', '-XAtq', '-v', 'ON_ERROR_STOP=1', '-p', port, '-d', 'postgres'],
    // Nor in the server's log.
    `set log_statement = 'none'; set log_min_error_statement = 'panic'; set log_min_duration_statement = -1;\n${sql};\n`)
