/** The two web listeners of the desk and what they serve besides operations: pages, health, the description of the interface. */
import { existsSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import fixed from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { makeListener, type Authenticate } from './http/listener.ts'
import type { Mounted } from './http/operations.ts'
import { openApi } from './http/openapi.ts'
import { startLive } from './live.ts'
import type { Health } from './health.ts'
import { serveTls, tlsWish } from './tls.ts'
import type { Seen } from './http/request-log.ts'
import { type Config, switchSockets } from './config.ts'
import type { Db } from './db.ts'
import type { Log } from './log.ts'

export type Web = {
  config: Config; db: Db; log: Log; operations: readonly Mounted[]; authenticate: Authenticate
  /** Pages of the citizens' listener. */
  citizensPages: (app: FastifyInstance) => Promise<void>
  /** Pages of the desk's listener besides the console. */
  deskPages: (app: FastifyInstance) => Promise<void>
  health: Health
  seen?: (one: Seen) => void
}

export async function startWeb(web: Web) {
  const { config, db, log } = web
  const common = {
    db, log, seen: web.seen, operations: web.operations, authenticate: web.authenticate, secureCookies: config.SECURE_COOKIES, trustedProxies: config.TRUSTED_PROXIES,
    sockets: switchSockets(config),
    // A local authority's certificate is trusted only where its root is installed; whoever lost it must be able to come back.
    strictTransport: config.SECURE_COOKIES || (config.TLS_CERTIFICATE !== undefined && !config.ROOT_CERTIFICATE),
  }
  const desk = await makeListener({ ...common, door: 'desk' })
  const description = openApi()
  desk.get('/openapi.json', async () => description)
  desk.get('/health', async () => {
    await db.pool.query('select 1')
    return { up: true }
  })
  desk.get('/health/live', async () => web.health.live())
  desk.get('/health/ready', async (_request, reply) => {
    const now = await web.health.ready()
    return reply.code(now.ready ? 200 : 503).header('cache-control', 'no-store').send(now)
  })
  await web.deskPages(desk)
  if (config.CONSOLE_DIST) await serveConsole(desk, config.CONSOLE_DIST)

  const citizens = await makeListener({ ...common, door: 'citizens' })
  await web.citizensPages(citizens)

  const live = startLive(db, config.DATABASE_URL, log, async (request: IncomingMessage) => {
    const token = /(?:^|;\s*)akmasa=([^;]+)/.exec(request.headers.cookie ?? '')?.[1]
    const by = token ? await web.authenticate(decodeURIComponent(token), { ip: request.socket.remoteAddress ?? '' }) : undefined
    return by
  })
  live.attach(desk.server)
  await desk.listen({ host: config.BIND, port: config.DESK_PORT })
  await citizens.listen({ host: config.BIND, port: config.CITIZENS_PORT })
  const wishes = [[desk, tlsWish(config, config.DESK_TLS_PORT)], [citizens, tlsWish(config, config.CITIZENS_TLS_PORT)]] as const
  const overTls = await Promise.all(wishes.flatMap(([app, wish]) => (wish ? [serveTls(app, wish, log, app === desk ? live.attach : undefined)] : [])))
  return {
    desk, citizens, liveSockets: live.count,
    async stop() {
      desk.server.closeAllConnections()
      citizens.server.closeAllConnections()
      await Promise.all([live.stop(), ...overTls.map((one) => one.stop()), desk.close(), citizens.close()])
    },
  }
}

/** The console is one page; its files have hashed names and are kept by browsers, the page itself never. */
async function serveConsole(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return
  await app.register(fixed, { root: folder, wildcard: false, index: false, maxAge: '365d', immutable: true, globIgnore: ['index.html'] })
  app.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' || /\.\w{2,5}$/.test(request.url.split('?')[0]!)) return reply.code(404).send({ status: 404, code: 'page.not_found' })
    return reply.header('cache-control', 'no-cache').sendFile('index.html', folder, { cacheControl: false })
  })
}
