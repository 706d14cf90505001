/** The work that waits behind the commit: the outbox, the job queue, and the connections it all goes through. */
import { statfs } from 'node:fs/promises'
import { type RawBuilder, sql } from 'kysely'
import { system } from './actor.ts'
import type { Db, Tx } from './db.ts'
import type { Probe } from './metrics.ts'

export type Waiting = { events: number; eventsSeconds: number; due: number; dueSeconds: number; failing: number; givenUp: number }

/** What has been published and not handed on, and what is due in the queue and not done; ages in seconds. */
export async function waitingWork(tx: Tx): Promise<Waiting> {
  const age = (of: RawBuilder<unknown>) => sql`coalesce(extract(epoch from ${tx.now}::timestamptz - ${of}), 0)::float8`
  const due = sql`attempts < max_attempts and run_at <= ${tx.now}`
  const { rows } = await sql<Waiting>`
    select o.*, j.* from
      (select count(*) as events, ${age(sql`min(e.at)`)} as "eventsSeconds" from outbox.event e, outbox.cursor c
        where c.consumer = 'jobs' and (e.xid, e.id) > (c.xid, c.id)) o,
      (select count(*) filter (where ${due}) as due, ${age(sql`min(run_at) filter (where ${due})`)} as "dueSeconds",
        count(*) filter (where attempts > 0 and attempts < max_attempts) as failing,
        count(*) filter (where attempts >= max_attempts) as "givenUp"
        from graphile_worker.jobs) j`.execute(tx)
  return rows[0]!
}

export const workProbe: Probe = {
  name: 'work', role: 'worker',
  measures: {
    akmasa_outbox_events: { help: 'Events that are committed and not handed to those who listen.' },
    akmasa_outbox_seconds: { help: 'Age of the oldest of them.' },
    akmasa_jobs: { help: 'Jobs: due now, failed and tried again, given up.', label: 'state' },
    akmasa_jobs_due_seconds: { help: 'For how long the oldest due job has waited.' },
  },
  async read(db) {
    const now = await db.transaction(system('measures'), waitingWork)
    return {
      akmasa_outbox_events: now.events, akmasa_outbox_seconds: now.eventsSeconds,
      akmasa_jobs: { due: now.due, failing: now.failing, given_up: now.givenUp }, akmasa_jobs_due_seconds: now.dueSeconds,
    }
  },
}

export const poolMeasures = { akmasa_db_connections: { help: 'Connections to the database: open, idle, and requests that wait for one.', label: 'state' } }
export const readPool = ({ pool }: Db) => ({ akmasa_db_connections: { open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount } })

/** @param folders by what they hold; one that is not there is left out. */
export async function diskFree(folders: Readonly<Record<string, string | undefined>>): Promise<Record<string, number>> {
  const found = await Promise.all(Object.entries(folders).map(async ([name, folder]) => {
    const at = folder === undefined ? undefined : await statfs(folder).catch(() => undefined)
    return at ? [[name, at.bavail * at.bsize] as const] : []
  }))
  return Object.fromEntries(found.flat())
}
