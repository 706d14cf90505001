/** The database of a start: our own PostgreSQL, or the one whose addresses were given. */
import { join } from 'node:path'
import {
  adminUrl, ensureDatabase, faultsOf, installPostgres, postgresCommand, prepareCluster, untilReady, urlFor, type Cluster,
} from '../server/adapters/postgres/index.ts'
import { amRoot, systemUser } from '../server/adapters/host.ts'
import { administratorSql, appRole, ownerRole } from '../server/migrations/roles.sql.ts'
import { remember, remembered, type Secrets } from './keepsakes.ts'
import type { Folders } from './folders.ts'
import { Misunderstood, type ExternalDatabase } from './settings.ts'
import { keepAlive, type Child } from './supervisor.ts'

export type DatabaseUrls = { appUrl: string; ownerUrl: string }

const database = 'akmasa'

/** Starts or takes over the embedded PostgreSQL; `onChild` hears of the process before it is ready. */
export async function ownDatabase(
  folders: Folders,
  port: number,
  secrets: Secrets,
  say: (line: string) => void,
  onChild: (child: Child) => void,
  callOff: AbortSignal,
): Promise<DatabaseUrls> {
  const user = amRoot() ? await systemUser('akmasa-db') : undefined
  const prepare = async (): Promise<Cluster> => {
    const cluster = { binaries: await installPostgres(folders.cache), dir: join(folders.state, 'pg'), user }
    await prepareCluster(cluster, secrets.databaseAdmin)
    return cluster
  }
  const { binaries } = await prepare()
  callOff.throwIfAborted()
  onChild(
    await keepAlive(
      {
        name: 'postgres',
        command: async () => postgresCommand(await prepare(), port),
        version: `${binaries.bin} ${port}`,
        // Fast shutdown, then at once: it recovers from its log like after a crash.
        ending: [['SIGINT', 1200], ['SIGQUIT', 600]],
      },
      { ...folders, say },
    ),
  )
  const admin = adminUrl(port, secrets.databaseAdmin)
  await untilReady(admin, 60, callOff)
  await ensureDatabase(admin, database, { owner: secrets.databaseOwner, app: secrets.databaseApp })
  return {
    appUrl: urlFor(admin, { role: appRole, password: secrets.databaseApp, database }),
    ownerUrl: urlFor(admin, { role: ownerRole, password: secrets.databaseOwner, database }),
  }
}

/** Shows what the administrator runs once until both addresses have been seen to work. */
export async function externalDatabase(given: ExternalDatabase, state: string, say: (line: string) => void): Promise<DatabaseUrls> {
  const { host, pathname } = new URL(given.ownerUrl)
  const name = decodeURIComponent(pathname.slice(1)) || database
  const known = `${host}/${name}`
  const faults = await faultsOf(given.appUrl, given.ownerUrl)
  if (faults.length > 0 || remembered(state).database !== known) {
    say(`\nFor a PostgreSQL of your own its administrator runs this once, as a superuser:\n`)
    say(`${administratorSql(name).replace(/^/gm, '    ')}\n`)
  }
  if (faults.length > 0)
    throw new Misunderstood(`The database is not ready for use:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
  remember(state, { database: known })
  say(`Using the database ${name} on ${host}.`)
  return given
}
