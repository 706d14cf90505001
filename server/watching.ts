/** What a process of the desk tells of itself: health and measures of the roles it has. */
import type { Desk } from './desk.ts'
import type { Config } from './platform/config.ts'
import type { Db } from './platform/db.ts'
import { type Check, consoleCheck, databaseChecks, makeHealth, type Role } from './platform/health.ts'
import type { Log } from './platform/log.ts'
import { makeMetrics, type Probe } from './platform/metrics.ts'
import { diskFree, poolMeasures, readPool, workProbe } from './platform/work-probe.ts'

type Watched = { config: Config; db: Db; desk: Desk; log: Log; liveSockets: () => number }

export function makeWatching({ config, db, desk, log, liveSockets }: Watched) {
  const has = (role: Role) => config.ROLES.has(role)
  const checks: Record<string, Check> = { ...databaseChecks(db), ...(has('web') && { console: consoleCheck(config.CONSOLE_DIST) }), ...(has('phone') && desk.lineChecks) }
  const health = makeHealth(config.ROLES, checks, new Date())

  const own: Probe[] = [
    // First, or it would count the other probes.
    { name: 'pool', measures: poolMeasures, read: async () => readPool(db) },
    { name: 'ready', measures: { akmasa_ready: { help: '1 for each part that this process needs and has.', label: 'part' } },
      read: async () => ({ akmasa_ready: Object.fromEntries(Object.entries((await health.ready()).parts).map(([name, part]) => [name, part.ok ? 1 : 0])) }) },
    { name: 'disk', measures: { akmasa_disk_free_bytes: { help: 'Free space where this is kept.', label: 'of' } },
      read: async () => ({ akmasa_disk_free_bytes: await diskFree({ data: config.DATA_DIR, recordings: config.ASTERISK_SPOOL }) }) },
    ...(has('web') ? [{ name: 'live', measures: { akmasa_live_sockets: { help: 'Browsers that hear of changes at once.' } }, read: async () => ({ akmasa_live_sockets: liveSockets() }) }] : []),
  ]
  const ofRooms = [workProbe, ...desk.rooms.flatMap((room) => room.probes ?? [])].filter(({ role }) => role && has(role))
  return { health, metrics: makeMetrics(db, [...own, ...ofRooms], log) }
}
