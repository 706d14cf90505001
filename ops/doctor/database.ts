/** The database: there, of our version, with the walls we rely on; and what its clock and the work in it tell. */
import { said } from '../../server/adapters/host.ts'
import { withClient } from '../../server/adapters/postgres/index.ts'
import { system } from '../../server/platform/actor.ts'
import type { Clock } from '../../server/platform/clock.ts'
import { openDb, type Db } from '../../server/platform/db.ts'
import { ownMigrations, schemaOf } from '../../server/platform/health.ts'
import { type Waiting, waitingWork } from '../../server/platform/work-probe.ts'
import { bad, type Finding, ok, warn } from './finding.ts'

/** How far clocks of two machines may be apart before promised times suffer. */
const secondsApart = 2
/** What is written carries the server's moment, so a slow network is no reason for a row from the future. */
const secondsAhead = 60

type Facts = {
  version: string; number: number; megabytes: number; role: string; beyond: boolean; open: string[]; used: number; most: number; at: string
}

export async function databaseFindings(url: string | undefined, clock: Clock): Promise<Finding[]> {
  if (!url) return [bad('database', 'database.away', { why: 'DATABASE_URL' })]
  let facts: Facts
  let before: number
  try {
    [before, facts] = await withClient(url, async (client) => {
      const asked = clock.now().getTime()
      return [asked, (await client.query<Facts>(question)).rows[0]!]
    })
  } catch (problem) {
    return [bad('database', 'database.away', { why: said(problem) })]
  }
  const { version, number, megabytes, role, beyond, open, used, most } = facts
  const findings = [
    number < 150_000 ? bad('database', 'database.old', { version }) : ok('database', 'database.answers', { version, size: megabytes }),
    beyond ? bad('database', 'database.role_too_strong', { role }) : ok('database', 'database.role', { role }),
    open.length > 0 ? bad('database', 'database.rows_open', { tables: open.join(', ') }) : ok('database', 'database.rows'),
    used > most * 0.8 ? warn('database', 'database.connections_many', { used, most }) : ok('database', 'database.connections', { used, most }),
  ]
  const apart = Math.round((new Date(facts.at).getTime() - before) / 1000)
  findings.push(Math.abs(apart) > secondsApart ? bad('time', 'time.differs', { seconds: Math.abs(apart) }) : ok('time', 'time.same'))

  const db = openDb(url, clock, { max: 1 })
  try {
    const schema = await schemaFinding(db)
    findings.push(schema)
    // The tables of another version may be other tables.
    if (schema.level === 'ok') findings.push(...(await clockOfRows(db, clock)), await zoneFinding(db, clock), ...workFindings(await db.transaction(system('doctor'), waitingWork)))
  } finally {
    await db.close()
  }
  return findings
}

/** Personal data stands in these at least; others that have row security must force it too. */
const personal = ['audit.entry', 'identity.staff', 'citizens.citizen', 'citizens.phone', 'cases.case', 'cases.entry', 'contact.message', 'contact.call_task', 'calls.call', 'calls.record']
const question = `
  select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
    (pg_database_size(current_database()) / 1000000)::int as megabytes, current_user as role,
    (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as beyond,
    array(select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('graphile_worker')
        and ((c.relrowsecurity and not c.relforcerowsecurity)
          or (n.nspname || '.' || c.relname = any(array[${personal.map((name) => `'${name}'`).join(', ')}]) and not c.relrowsecurity)) order by 1)::text[] as open,
    (select count(*)::int from pg_stat_activity where backend_type = 'client backend' or backend_type is null) as used,
    current_setting('max_connections')::int as most, clock_timestamp() as at`

async function schemaFinding(db: Db): Promise<Finding> {
  try {
    const { behind, ahead } = await schemaOf(db, ownMigrations())
    if (behind.length > 0) return bad('database', 'database.behind', { missing: behind.join(', ') })
    return ahead.length > 0 ? bad('database', 'database.newer', { unknown: ahead.join(', ') }) : ok('database', 'database.schema')
  } catch {
    return bad('database', 'database.behind', { missing: ownMigrations().join(', ') }) // never migrated at all
  }
}

async function clockOfRows(db: Db, clock: Clock): Promise<Finding[]> {
  const { rows } = await db.pool.query<{ at: string | null }>('select max(at) as at from (select at from outbox.event order by xid desc, id desc limit 100) newest')
  const ahead = rows[0]?.at ? Math.round((new Date(rows[0].at).getTime() - clock.now().getTime()) / 1000) : 0
  return ahead > secondsAhead ? [bad('time', 'time.behind_rows', { seconds: ahead })] : []
}

/** Two time zone tables, the database's and ours: whoever updates one forgets the other. */
async function zoneFinding(db: Db, clock: Clock): Promise<Finding> {
  const now = clock.now()
  const { rows } = await db.pool.query<{ zone: string; local: string }>(
    `select zone, to_char($1::timestamptz at time zone zone, 'YYYY-MM-DD HH24:MI') as local from identity.municipality`, [now])
  const found = rows[0] ?? { zone: 'Europe/Istanbul', local: '' }
  const here = new Intl.DateTimeFormat('sv-SE', { timeZone: found.zone, dateStyle: 'short', timeStyle: 'short' }).format(now)
  return found.local && found.local !== here
    ? bad('time', 'time.zone_differs', { zone: found.zone, database: found.local, here })
    : ok('time', 'time.zone', { zone: found.zone, local: here })
}

const outboxTooLong = 60
const jobsTooLong = 300
export function workFindings({ events, eventsSeconds, due, dueSeconds, givenUp }: Waiting): Finding[] {
  const [outbox, jobs] = [Math.round(eventsSeconds), Math.round(dueSeconds)]
  const stuck = [
    ...(outbox > outboxTooLong ? [bad('work', 'work.outbox_stuck', { count: events, seconds: outbox })] : []),
    ...(jobs > jobsTooLong ? [bad('work', 'work.jobs_stuck', { count: due, seconds: jobs })] : []),
    ...(givenUp > 0 ? [warn('work', 'work.given_up', { count: givenUp })] : []),
  ]
  if (stuck.length > 0) return stuck
  return [events + due > 0 ? ok('work', 'work.busy', { count: events + due, seconds: Math.max(outbox, jobs) }) : ok('work', 'work.flows')]
}
