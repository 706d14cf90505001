/** Reads the settings and starts the roles asked for: web, worker, phone (all of them by default). */
import { citizensPages, listenersOf, makeDesk, operationsOf, timedOf } from './desk.ts'
import { deskPages } from './desk-pages.ts'
import { wallClock } from './platform/clock.ts'
import { readConfig } from './platform/config.ts'
import { openDb } from './platform/db.ts'
import { startHealthListener } from './platform/health.ts'
import { startJobs } from './platform/jobs.ts'
import { makeLog } from './platform/log.ts'
import { startWeb } from './platform/web.ts'
import { makeWatching } from './watching.ts'

const config = readConfig()
const log = makeLog()
const db = openDb(config.DATABASE_URL, wallClock)
const desk = makeDesk(config, db, log)
let liveSockets = () => 0
const { health, metrics } = makeWatching({ config, db, desk, log, liveSockets: () => liveSockets() })

const stops: (() => Promise<void>)[] = []
if (config.ROLES.has('web')) {
  const web = await startWeb({ config, db, log, operations: operationsOf(desk.rooms), authenticate: desk.authenticate, citizensPages: async (app) => { await citizensPages(config, db)(app); desk.messagesIn(app) }, deskPages: deskPages(config), health, seen: metrics.seen })
  liveSockets = web.liveSockets
  stops.push(() => web.stop())
}
if (config.ROLES.has('worker')) {
  const jobs = startJobs(db, listenersOf(desk.rooms), timedOf(desk.rooms), log)
  const sending = desk.startSending()
  const importing = desk.startImporting()
  const mail = desk.startMail()
  const paging = desk.startPaging()
  stops.push(() => paging.stop())
  stops.push(() => jobs.stop(), () => sending.stop(), () => importing.stop(), () => mail.stop())
}
if (config.ROLES.has('phone')) {
  const phone = desk.startPhone()
  stops.push(() => phone.stop())
}
if (config.HEALTH_PORT !== undefined) {
  const listener = await startHealthListener(config.HEALTH_PORT, health, metrics)
  stops.push(() => listener.stop())
}
log.info({ roles: [...config.ROLES], desk: config.DESK_PORT, citizens: config.CITIZENS_PORT }, 'ready')

let ending = false
async function end(): Promise<void> {
  if (ending) return
  ending = true
  // Whatever hangs must not hold the machine: everything acknowledged is on disk already.
  setTimeout(() => process.exit(0), 3000).unref()
  await Promise.allSettled(stops.map((stop) => stop()))
  await db.close().catch(() => {})
  process.exit(0)
}
process.on('SIGTERM', end)
process.on('SIGINT', end)
// A bug in one request must not end the calls of others; it is logged loudly and the process goes on.
process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled'))
