/** Roles and databases on a server we administer, and the check of one that somebody else does. */
import type pg from 'pg'
import { accessSql, appRole, databaseSql, definerRole, ownerRole, rolesSql, type Passwords } from '../../migrations/roles.sql.ts'
import { said } from '../host.ts'
import { withClient } from './cluster.ts'

const duplicates = new Set(['42710', '42P04'])

/** Makes the roles and the database where they are missing, and sets the passwords to the ones we keep. */
export async function ensureDatabase(adminUrl: string, database: string, passwords: Passwords): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query(`set log_min_messages = 'fatal'`) // what is there already is no error worth a line
    for (const statement of [...rolesSql(passwords), ...databaseSql(database)]) await runOnce(client, statement)
    for (const [role, password] of [[ownerRole, passwords.owner], [appRole, passwords.app]] as const)
      await client.query(`alter role ${role} password ${client.escapeLiteral(password)}`)
  })
}

/** A database copied from a template, with the access that a copy does not inherit. */
export async function cloneDatabase(adminUrl: string, template: string, database: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query(`create database ${client.escapeIdentifier(database)} owner ${ownerRole} template ${client.escapeIdentifier(template)} strategy file_copy`)
    for (const statement of accessSql(database)) await client.query(statement)
  })
}

async function runOnce(client: pg.Client, statement: string): Promise<void> {
  try {
    await client.query(statement)
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? String(problem.code) : ''
    if (!duplicates.has(code)) throw problem
  }
}

/** What is wrong with an external database, in plain words; empty when it will do. */
export async function faultsOf(appUrl: string, ownerUrl: string): Promise<string[]> {
  const [app, owner] = await Promise.all([look('DATABASE_URL', appUrl, appRole), look('DATABASE_OWNER_URL', ownerUrl, ownerRole)])
  if (app.seen && owner.seen && app.seen.database !== owner.seen.database)
    owner.faults.push('DATABASE_URL and DATABASE_OWNER_URL name different databases.')
  if (owner.seen && !owner.seen.definer) owner.faults.push(`${ownerRole} is not a member of ${definerRole}.`)
  if (owner.seen && !owner.seen.owns) owner.faults.push(`${ownerRole} does not own the database ${owner.seen.database}.`)
  return [...app.faults, ...owner.faults]
}

type Seen = {
  role: string; database: string; version: number; encoding: string
  beyond: boolean; definer: boolean; owns: boolean
}

async function look(name: string, url: string, expected: string): Promise<{ seen?: Seen; faults: string[] }> {
  try {
    const seen = await withClient(url, async (client) => {
      const found = await client.query<Seen>(`
        select current_user as role, current_database() as database,
          current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
          (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as beyond,
          exists (select from pg_roles where rolname = '${definerRole}' and pg_has_role(current_user, oid, 'member')) as definer,
          (select pg_get_userbyid(datdba) = current_user from pg_database where datname = current_database()) as owns`)
      return found.rows[0]!
    })
    const faults: string[] = []
    if (seen.version < 150_000) faults.push(`${name}: PostgreSQL 15 or later is needed, this is ${Math.floor(seen.version / 10_000)}.`)
    if (seen.encoding !== 'UTF8') faults.push(`${name}: the database is encoded ${seen.encoding}; it must be UTF8.`)
    if (seen.role !== expected) faults.push(`${name} signs in as ${seen.role}; it must be ${expected}.`)
    if (seen.beyond) faults.push(`${name}: ${seen.role} is a superuser or passes row-level security; it must not be.`)
    return { seen, faults }
  } catch (problem) {
    return { faults: [`${name} does not connect: ${said(problem)}`] }
  }
}
