/** A desk for tests: a real database of its own, a clock that stands still, and people of every role. */
import { Logger, runOnce } from 'graphile-worker'
import { sql } from 'kysely'
import pg from 'pg'
import { inject } from 'vitest'
import { permissionsOf, type Role, scopeOf } from '../contracts/permissions.ts'
import { type Actor, system } from './platform/actor.ts'
import type { Clock } from './platform/clock.ts'
import { type Db, openDb, type Tx } from './platform/db.ts'
import { newId } from './platform/ids.ts'
import { relayOnce, tasksOf, whoHears } from './platform/jobs.ts'
import type { Room } from './platform/room.ts'
import { type TestDatabase, testDatabase } from './testing/cluster.ts'

/** A person of these roles who exists in no table; enough for whatever only asks who may. */
export const someone = (roles: readonly Role[], directorateId: string | null = null, id: string = newId<string>()): Actor =>
  ({ id, may: permissionsOf(roles), scope: scopeOf(roles), directorateId })
export const operator: Actor = someone(['operator'])
export const supervisor: Actor = someone(['supervisor'])
export const auditor: Actor = someone(['auditor'])
export const administrator: Actor = someone(['administrator'])
export const officerOf = (directorateId: string): Actor => someone(['officer'], directorateId)
export const directorOf = (directorateId: string): Actor => someone(['director'], directorateId)

export type TestDesk = AsyncDisposable & {
  readonly db: Db
  readonly database: TestDatabase
  readonly clock: Clock & { set(at: string | Date): void }
  /** As an operator. */
  do<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  as<T>(by: Actor, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Resolves once another transaction is stuck behind ours (a lock not granted). */
  someoneWaits(): Promise<void>
  /** Names of the events published so far, oldest first. */
  events(): Promise<string[]>
  /** Everything published has been heard by these rooms, and what they queued is done. */
  settle(...rooms: Room[]): Promise<void>
  /** As superuser: what is really in the tables. */
  look<T extends object>(text: string, values?: unknown[]): Promise<T[]>
}

/** @param at where the clock stands, as `2026-03-06T16:00+03:00`. */
export async function testDesk(at = '2026-11-23T09:00:00+03:00'): Promise<TestDesk> {
  const database = await testDatabase(inject('adminUrl'))
  let now = new Date(at)
  const clock = { now: () => now, set: (moment: string | Date) => { now = new Date(moment) } }
  const db = openDb(database.appUrl, clock, { max: 6 })
  const admin = new pg.Client({ connectionString: database.adminUrl })
  await admin.connect()
  const look = async <T extends object>(text: string, values: unknown[] = []) => (await admin.query<T>(text, values)).rows

  return {
    db, database, clock, look,
    do: (work) => db.transaction(operator, work),
    as: (by, work) => db.transaction(by, work),
    async someoneWaits() {
      for (;;) {
        const { length } = await look('select 1 from pg_stat_activity where datname = current_database() and wait_event_type = $1', ['Lock'])
        if (length > 0) return
      }
    },
    events: async () => (await look<{ name: string }>('select name from outbox.event order by xid, id')).map((row) => row.name),
    async settle(...rooms) {
      const heard = Object.fromEntries(rooms.map((room) => [room.name, room.listeners ?? {}]))
      // The horizon is the whole cluster's: another test's open transaction may hold it for a moment.
      for (;;) {
        await relayOnce(db, whoHears(heard))
        await runOnce({ pgPool: db.pool, taskList: tasksOf(db, heard, {}), noHandleSignals: true, logger: new Logger(() => () => {}) })
        const left = await db.transaction(system('test'), (tx) => sql`
          select 1 from outbox.event e, outbox.cursor c where c.consumer = 'jobs' and (e.xid, e.id) > (c.xid, c.id) limit 1`.execute(tx))
        if (left.rows.length === 0) return
      }
    },
    async [Symbol.asyncDispose]() {
      await db.close()
      await admin.end()
      await database[Symbol.asyncDispose]()
    },
  }
}
