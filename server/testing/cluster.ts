/** Vitest's global set-up: one throw-away PostgreSQL per run, with a migrated database that every test may clone. */
import type { TestProject } from 'vitest/node'
import { cloneDatabase, ensureDatabase, startPostgres, urlFor, withClient } from '../adapters/postgres/index.ts'
import { appRole, ownerRole } from '../migrations/roles.sql.ts'
import { migrate } from '../platform/migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Signs in as the administrator of the run's cluster; may make and drop databases. */
    adminUrl: string
  }
}

export const template = 'akmasa_template'
const passwords = { owner: 'owner', app: 'app' }

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  try {
    await makeTemplate(server.adminUrl)
  } catch (problem) {
    await server.stop()
    throw problem
  }
  project.provide('adminUrl', server.adminUrl)
  return server.stop
}

async function makeTemplate(adminUrl: string): Promise<void> {
  await ensureDatabase(adminUrl, template, passwords)
  await migrate(urlFor(adminUrl, { role: ownerRole, password: passwords.owner, database: template }))
  // Cloning fails while anyone is connected; now nobody can be.
  await withClient(adminUrl, (client) => client.query(`alter database ${template} with is_template true allow_connections false`))
}

export type TestDatabase = AsyncDisposable & {
  name: string
  /** As the application: neither owner nor superuser, so row-level security holds. */
  appUrl: string
  ownerUrl: string
  /** As superuser, to look at what the application may not see. */
  adminUrl: string
}

/** A database of one's own, cloned from the template (about 40 ms); dropped when disposed of, whoever is connected. */
export async function testDatabase(adminUrl: string): Promise<TestDatabase> {
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  await cloneDatabase(adminUrl, template, name)
  return {
    name,
    appUrl: urlFor(adminUrl, { role: appRole, password: passwords.app, database: name }),
    ownerUrl: urlFor(adminUrl, { role: ownerRole, password: passwords.owner, database: name }),
    adminUrl: urlFor(adminUrl, { database: name }),
    [Symbol.asyncDispose]: () =>
      withClient(adminUrl, async (client) => void (await client.query(`drop database ${name} with (force)`))),
  }
}
