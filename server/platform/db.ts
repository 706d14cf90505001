/** Transactions that carry who acts and the one moment they happen at. There is no other way to the database. */
import { AsyncLocalStorage } from 'node:async_hooks'
import {
  CompiledQuery, type DatabaseConnection, Kysely, PostgresAdapter, PostgresDriver, PostgresIntrospector, PostgresQueryCompiler, type Transaction,
} from 'kysely'
import pg from 'pg'
import type { Actor } from './actor.ts'
import type { Clock } from './clock.ts'
/** Statements are plain SQL with typed rows (docs/adr/0006); the query builder knows no table. */
type DB = Record<never, never>

/** An open transaction and the one moment it happens at. Whatever writes asks for one. */
export type Tx = Transaction<DB> & { readonly now: Date; readonly by: Actor }

export type Db = {
  transaction<T>(by: Actor, work: (tx: Tx) => Promise<T>): Promise<T>
  readonly pool: pg.Pool
  /** Called after each commit of a transaction that published an event. */
  onPublished(wake: () => void): void
  close(): Promise<void>
}

/** Instants leave the database as the wire has them, `2026-11-23T20:51:00.000Z`; bigints as numbers (ours stay below 2^53). */
const parse: Record<number, (text: string) => unknown> = {
  [pg.types.builtins.TIMESTAMPTZ]: (t) => new Date(t).toISOString(),
  [pg.types.builtins.INT8]: Number,
  [pg.types.builtins.DATE]: (t) => t,
}
const types = { getTypeParser: ((oid: number, format?: 'text') => parse[oid] ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser }

const identity = new AsyncLocalStorage<Actor>()
const published = new AsyncLocalStorage<{ any: boolean }>()
/** For `publish`: this transaction has something for the relay. */
export const markPublished = (): void => { const mark = published.getStore(); if (mark) mark.any = true }

const quoted = (text: string) => pg.escapeLiteral(text)
/** Begin and identity in one message: measured 1.1 to 1.4 times the throughput of two. */
function beginAs(by: Actor): string {
  return `begin; select set_config('desk.actor', ${quoted(by.id)}, true), set_config('desk.scope', ${quoted(by.scope)}, true), `
    + `set_config('desk.directorate', ${quoted(by.directorateId ?? '')}, true)`
}
class IdentityDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const by = identity.getStore()
    if (!by) throw new Error('a transaction without an actor')
    await connection.executeQuery(CompiledQuery.raw(beginAs(by)))
  }
}

export function openDb(url: string, clock: Clock, options: { max?: number } = {}): Db {
  const pool = new pg.Pool({
    connectionString: url, max: options.max ?? 12, types, application_name: 'akmasa',
    // A writer that hangs would hold back relay and seal for everyone: bound it.
    options: '-c timezone=UTC -c statement_timeout=20000 -c idle_in_transaction_session_timeout=20000',
    connectionTimeoutMillis: 10_000,
  })
  // A connection that dies while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => { client.on('error', () => {}) })
  const kysely = new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(), createDriver: () => new IdentityDriver({ pool }),
      createIntrospector: (db) => new PostgresIntrospector(db), createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  const wakers: (() => void)[] = []
  return {
    pool,
    onPublished: (wake) => { wakers.push(wake) },
    async transaction(by, work) {
      const mark = { any: false }
      const result = await identity.run(by, () => published.run(mark, () => kysely.transaction().execute((trx) =>
        work(Object.defineProperties(trx, { now: { value: clock.now() }, by: { value: by } }) as Tx))))
      if (mark.any) for (const wake of wakers) wake()
      return result
    },
    close: () => kysely.destroy(),
  }
}

/** Is this the database's being away, rather than a mistake of ours? (SQLSTATE classes 08, 57P0x, 53 and refused sockets.) */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return /^(08|53|57P0)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'].includes(code)
    || /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(error.message)
}
