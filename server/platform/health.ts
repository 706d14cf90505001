/** Is the process up, and is all there that it needs? Asked by the service, the reverse proxy, `npm run doctor` and Prometheus. */
import { existsSync, readdirSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Db } from './db.ts'
import { type Metrics, within } from './metrics.ts'

export const roles = ['web', 'worker', 'phone'] as const
export type Role = (typeof roles)[number]

/** `why` is a code and never an error's own words: the answer may be read by anyone. */
export type Part = { ok: true } | { ok: false; why: string }
export type Check = () => Promise<Part>
export type Readiness = { ready: boolean; parts: Record<string, Part> }
export type Health = { live(): { up: true; roles: string[]; since: string }; ready(): Promise<Readiness> }

const patience = 2000

/** @param checks by the part's name. A check that fails or is late is a part that is not there. */
export function makeHealth(asked: ReadonlySet<string>, checks: Readonly<Record<string, Check>>, since: Date): Health {
  let looking: Promise<Readiness> | undefined
  async function look(): Promise<Readiness> {
    const parts = await Promise.all(Object.entries(checks).map(async ([name, check]): Promise<[string, Part]> =>
      [name, await within(patience, check()).catch((): Part => ({ ok: false, why: 'away' }))]))
    return { ready: parts.every(([, part]) => part.ok), parts: Object.fromEntries(parts) }
  }
  return {
    live: () => ({ up: true, roles: [...asked], since: since.toISOString() }),
    // Nobody signs in to ask this: however many ask at once, the database is asked once.
    ready: () => (looking ??= look().finally(() => { looking = undefined })),
  }
}

/** The migrations of this code, by name. Read once: an update may exchange the files under a running process. */
export const ownMigrations = (): string[] =>
  readdirSync(fileURLToPath(new URL('../migrations', import.meta.url))).filter((name) => name.endsWith('.sql')).map((name) => name.slice(0, -4)).sort()

/** Which migrations the database lacks, and which it has that this code does not know. */
export async function schemaOf(db: Db, own: readonly string[]): Promise<{ behind: string[]; ahead: string[] }> {
  const { rows } = await db.pool.query<{ name: string }>('select name from migrate.done')
  const done = new Set(rows.map((row) => row.name))
  return { behind: own.filter((name) => !done.has(name)), ahead: [...done].filter((name) => !own.includes(name)).sort() }
}

export function databaseChecks(db: Db): Record<'database' | 'schema', Check> {
  const own = ownMigrations()
  return {
    database: async () => { await db.pool.query('select 1'); return { ok: true } },
    schema: async () => {
      const { behind, ahead } = await schemaOf(db, own)
      return behind.length > 0 ? { ok: false, why: 'behind' } : ahead.length > 0 ? { ok: false, why: 'newer' } : { ok: true }
    },
  }
}

export const consoleCheck = (folder: string | undefined): Check => async () =>
  folder && existsSync(join(folder, 'index.html')) ? { ok: true } : { ok: false, why: 'not_built' }

/** Health and measures on a port of their own, on loopback only: a process without a web role has them too, and no proxy shows them. */
export async function startHealthListener(port: number, health: Health, metrics: Metrics): Promise<{ port: number; stop(): Promise<void> }> {
  const json = (response: ServerResponse, status: number, body: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(body))
  const server = createServer((request, response) => {
    const answer = async () => {
      const path = request.method === 'GET' ? request.url?.split('?')[0] : undefined
      if (path === '/health/live') return json(response, 200, health.live())
      if (path === '/health/ready') {
        const now = await health.ready()
        return json(response, now.ready ? 200 : 503, now)
      }
      if (path === '/metrics') return response.writeHead(200, { 'content-type': metrics.type }).end(await metrics.text())
      return json(response, 404, { status: 404, code: 'page.not_found' })
    }
    answer().catch(() => response.headersSent ? response.destroy() : json(response, 500, { status: 500, code: 'unexpected' }))
  })
  await new Promise<void>((listening, failed) => server.once('error', failed).listen(port, '127.0.0.1', listening))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop: () => new Promise<void>((go) => { server.close(() => go()); server.closeAllConnections() }),
  }
}
