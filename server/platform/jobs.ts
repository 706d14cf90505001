/** Work after the commit: the relay that hands events to listeners, and timed jobs. At least once; handlers are idempotent. */
import { Logger, parseCronItems, run, type Runner, type TaskList } from 'graphile-worker'
import { sql } from 'kysely'
import type { EventName } from '../../contracts/events.ts'
import { system } from './actor.ts'
import type { Db, Tx } from './db.ts'
import type { Listeners } from './events.ts'
import type { Log } from './log.ts'

/** A timed job; `cron` in UTC, five fields as in crontab(5). */
export type TimedJob = { cron: string; run: (db: Db) => Promise<void> }
type Heard = { event: EventName; room: string; fact: unknown }
type EventRow = { xid: string; id: number; name: EventName; fact: unknown }

const relayBatch = 500
/**
 * Moves events from the outbox to the jobs of those who listen, in order, missing none: only rows below the horizon
 * (every transaction that could still commit an earlier row has ended). One relay at a time, by the lock on the cursor.
 */
export async function relayOnce(db: Db, listeners: ReadonlyMap<EventName, readonly string[]>): Promise<number> {
  return db.transaction(system('relay'), async (tx) => {
    const cursor = (await sql<{ xid: string; id: number }>`select xid::text, id from outbox.cursor where consumer = 'jobs' for update`.execute(tx)).rows[0]
    if (!cursor) throw new Error('outbox.cursor has no row for jobs')
    // A statement of its own: its snapshot must be later than the lock.
    const found = await sql<EventRow>`
      select xid::text, id, name, fact from outbox.event
      where (xid, id) > (${cursor.xid}::xid8, ${cursor.id}) and xid < pg_snapshot_xmin(pg_current_snapshot())
      order by xid, id limit ${relayBatch}`.execute(tx)
    const last = found.rows.at(-1)
    if (!last) return 0
    for (const row of found.rows)
      for (const room of listeners.get(row.name) ?? [])
        await sql`select graphile_worker.add_job('hear', json_build_object('event', ${row.name}::text, 'room', ${room}::text, 'fact', ${JSON.stringify(row.fact)}::json))`.execute(tx)
    await sql`update outbox.cursor set xid = ${last.xid}::xid8, id = ${last.id} where consumer = 'jobs'`.execute(tx)
    await sql`select pg_notify('desk_events', ${`${last.xid}:${last.id}`})`.execute(tx)
    return found.rows.length
  })
}

/** Which rooms listen to which event. */
export function whoHears(heard: Record<string, Listeners>): Map<EventName, string[]> {
  const rooms = new Map<EventName, string[]>()
  for (const [room, listeners] of Object.entries(heard))
    for (const name of Object.keys(listeners) as EventName[]) rooms.set(name, [...(rooms.get(name) ?? []), room])
  return rooms
}

/** What the queue can be asked to do: hand one event to one room, or a timed job. */
export function tasksOf(db: Db, heard: Record<string, Listeners>, timed: Record<string, TimedJob>): TaskList {
  return {
    hear: async (payload) => {
      const { event, room, fact } = payload as Heard
      const listeners = Object.entries(heard[room]?.[event] ?? {})
      for (const [name, listen] of listeners)
        await db.transaction(system(`${room}.${name}`), (tx) => (listen as (tx: Tx, fact: unknown) => Promise<void>)(tx, fact))
    },
    ...Object.fromEntries(Object.entries(timed).map(([name, job]) => [name, () => job.run(db)])),
  }
}

/** Runs the relay and the jobs until stopped; survives the database's going away. */
export function startJobs(db: Db, heard: Record<string, Listeners>, timed: Record<string, TimedJob>, log: Log) {
  const rooms = whoHears(heard)
  const tasks = tasksOf(db, heard, timed)

  const stop = new AbortController()
  let wake = () => {}
  db.onPublished(() => wake())
  const pause = (ms: number) => new Promise<void>((go) => {
    const timer = setTimeout(go, ms)
    wake = () => { clearTimeout(timer); go() }
    stop.signal.addEventListener('abort', wake, { once: true })
  })
  const relaying = (async () => {
    let backOff = 100
    while (!stop.signal.aborted) {
      try {
        const moved = await relayOnce(db, rooms)
        backOff = 100
        if (moved < relayBatch) await pause(moved > 0 ? 10 : 100)
      } catch (error) {
        log.warn({ err: error }, 'relay: trying again')
        await pause((backOff = Math.min(backOff * 2, 3000)))
      }
    }
  })()
  const running = (async () => {
    let runner: Runner | undefined
    while (!stop.signal.aborted) {
      try {
        runner = await run({
          pgPool: db.pool, taskList: tasks, concurrency: 4, pollInterval: 500, noHandleSignals: true,
          parsedCronItems: parseCronItems(Object.entries(timed).map(([task, job]) => ({ task, match: job.cron, options: { backfillPeriod: 0 } }))),
          logger: new Logger(() => (level, message) => { if (level === 'error') log.warn({ message }, 'jobs') }),
        })
        const ended = runner.promise.catch((error: unknown) => log.warn({ err: error }, 'jobs: trying again'))
        const stopped = new Promise<void>((go) => stop.signal.addEventListener('abort', () => go(), { once: true }))
        await Promise.race([ended, stopped])
        if (stop.signal.aborted) await runner.stop().catch(() => {})
      } catch (error) {
        log.warn({ err: error }, 'jobs: trying again')
      }
      if (!stop.signal.aborted) await new Promise((go) => setTimeout(go, 500))
    }
  })()
  return { async stop() { stop.abort(); wake(); await Promise.all([relaying, running]) } }
}
