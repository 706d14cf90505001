/** Tells browsers what happened, after the jobs know of it: one LISTEN a process, a cursor of its own, ids only. */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { sql } from 'kysely'
import pg from 'pg'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Audience, EventName } from '../../contracts/events.ts'
import { type Actor, system } from './actor.ts'
import type { Db } from './db.ts'
import type { Log } from './log.ts'

type Row = { xid: string; id: number; name: EventName; fact: unknown; audience: Audience[] }
type Ear = { socket: WebSocket; hears: ReadonlySet<Audience> }
const heardBy = (by: Actor): ReadonlySet<Audience> => new Set<Audience>([
  'everyone', `staff:${by.id}`, ...(by.scope === 'desk' ? ['desk' as const] : []), ...(by.directorateId ? [`directorate:${by.directorateId}` as const] : []),
])

export function startLive(db: Db, url: string, log: Log, who: (request: IncomingMessage) => Promise<Actor | undefined>) {
  const ears = new Set<Ear>()
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 })
  let cursor: { xid: string; id: number } | undefined
  let stopped = false
  let listening: pg.Client | undefined

  async function catchUp(): Promise<void> {
    await db.transaction(system('live'), async (tx) => {
      if (!cursor) {
        cursor = (await sql<{ xid: string; id: number }>`select xid::text, id from outbox.cursor where consumer = 'jobs'`.execute(tx)).rows[0]!
        return
      }
      const { rows } = await sql<Row>`
        select e.xid::text, e.id, e.name, e.fact, e.audience from outbox.event e, outbox.cursor c
        where c.consumer = 'jobs' and (e.xid, e.id) > (${cursor.xid}::xid8, ${cursor.id}) and (e.xid, e.id) <= (c.xid, c.id)
        order by e.xid, e.id limit 1000`.execute(tx)
      for (const row of rows) tell(row)
      cursor = rows.at(-1) ?? cursor
      if (rows.length === 1000) setImmediate(catchingUp)
    })
  }
  let busy: Promise<void> | undefined
  let again = false
  function catchingUp(): void {
    if (busy) { again = true; return }
    busy = catchUp().catch((error: unknown) => log.warn({ err: error }, 'live: trying again')).finally(() => {
      busy = undefined
      if (again && !stopped) { again = false; catchingUp() }
    })
  }
  function tell({ name, fact, audience }: Row): void {
    const line = JSON.stringify({ event: name, fact })
    for (const ear of ears) {
      if (!audience.some((a) => ear.hears.has(a)) || ear.socket.readyState !== ear.socket.OPEN) continue
      ear.socket.send(line)
      // Told who this was when it opened; it opens anew as who she is now, or not at all.
      if (name === 'session.ended') ear.socket.close(4401)
    }
  }
  async function listen(): Promise<void> {
    while (!stopped) {
      const client = new pg.Client({ connectionString: url, application_name: 'akmasa live' })
      const ended = new Promise<void>((go) => { client.on('error', () => go()); client.on('end', () => go()) })
      try {
        await client.connect()
        await client.query('listen desk_events')
        listening = client
        if (stopped) return void (await client.end()) // told to stop while it was connecting: nobody else ends this one
        client.on('notification', catchingUp)
        catchingUp()
        await ended
      } catch { /* tried again below */ }
      await client.end().catch(() => {})
      if (!stopped) await new Promise((go) => setTimeout(go, 500))
    }
  }
  const loop = listen()
  // A socket that went silently is noticed and let go.
  const pulse = setInterval(() => { for (const { socket } of ears) { if (ended.has(socket)) socket.terminate(); else { ended.add(socket); socket.ping() } } }, 30_000)
  const ended = new WeakSet<WebSocket>()

  return {
    /** Browsers that listen now. */
    count: () => ears.size,
    /** Answers upgrades of `/live`; anything else is refused. */
    attach(server: Server): void {
      server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
        const foreign = request.headers.origin !== undefined && URL.canParse(request.headers.origin) && new URL(request.headers.origin).host !== request.headers.host
        if (request.url !== '/live' || foreign) return void socket.end('HTTP/1.1 404 Not Found\r\n\r\n')
        who(request).catch(() => undefined).then((by) => {
          if (!by) return void socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n')
          sockets.handleUpgrade(request, socket, head, (open) => {
            const ear: Ear = { socket: open, hears: heardBy(by) }
            ears.add(ear)
            open.on('pong', () => ended.delete(open))
            open.on('close', () => ears.delete(ear))
            open.on('error', () => open.terminate())
            open.send(JSON.stringify({ event: 'hello' }))
          })
        })
      })
    },
    async stop(): Promise<void> {
      stopped = true
      clearInterval(pulse)
      for (const { socket } of ears) socket.close(1001)
      sockets.close()
      await listening?.end().catch(() => {})
      await loop
      await busy
    },
  }
}
