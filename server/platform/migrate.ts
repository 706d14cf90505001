/** Brings a database up to date: our own plain SQL, forward only, then the tables of the job queue. Run as the owner. */
import { fileURLToPath } from 'node:url'
import { Logger, runMigrations } from 'graphile-worker'
import { runner } from 'node-pg-migrate'
import pg from 'pg'

export async function migrate(ownerUrl: string): Promise<void> {
  const quiet = () => {}
  await runner({
    databaseUrl: ownerUrl, dir: fileURLToPath(new URL('../migrations', import.meta.url)), direction: 'up', checkOrder: true,
    migrationsSchema: 'migrate', migrationsTable: 'done', createMigrationsSchema: true, useGlob: false, ignorePattern: '(?!.*\\.sql$).*',
    logger: { debug: quiet, info: quiet, warn: (m: string) => console.warn(m), error: (m: string) => console.error(m) },
  })
  await jobTables(ownerUrl)
}

/** The queue's tables belong to the application's role: they have row security of their own, and hold ids only. */
async function jobTables(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1, options: '-c role=akmasa_app' })
  pool.on('error', () => {})
  pool.on('connect', (client) => { client.on('error', () => {}) })
  try {
    const { rows } = await owner.query<{ db: string }>('select quote_ident(current_database()) as db')
    const db = rows[0]!.db
    // Whoever serves must see whether the database is the one its code was written for.
    await owner.query('grant usage on schema migrate to akmasa_app; grant select on migrate.done to akmasa_app')
    await owner.query(`grant create on database ${db} to akmasa_app`)
    await runMigrations({ pgPool: pool, logger: new Logger(() => () => {}) }).finally(() => owner.query(`revoke create on database ${db} from akmasa_app`))
  } finally {
    await pool.end()
    await owner.end()
  }
}
