/** Bare things to compare with: a page that paints, a row that is inserted and told to browsers, and nothing around them. */
import { createServer } from 'node:http'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import pg from 'pg'
import { WebSocketServer } from 'ws'
import { withClient } from '../../server/adapters/postgres/index.ts'

const page = (body: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>bare</title><main></main>${body}`
const list = `<script>
new WebSocket('ws://' + location.host).onmessage = (m) => {
  const row = document.createElement('p')
  row.textContent = m.data
  document.querySelector('main').append(row)
}
</script>`

export type Bare = AsyncDisposable & {
  /** Where the bare pages are: `/ring` and `/list`. */
  url: string
  /** Signs in to the database of the bare table. */
  database: string
}

export const database = 'bare'
export const insert = { name: 'insert', text: 'insert into report (id, said, place, phone, at) values ($1, $2, $3, $4, now())' }

export async function startBare(cluster: string): Promise<Bare> {
  const url = new URL(cluster)
  url.pathname = `/${database}`
  await withClient(cluster, (client) => client.query(`create database ${database}`))
  await withClient(url.href, (client) => client.query('create table report (id uuid primary key, said text not null, place text, phone text, at timestamptz not null); create index on report (at)'))

  const folder = mkdtempSync(join(tmpdir(), 'akmasa-bare-'))
  await build({
    configFile: false, root: import.meta.dirname, logLevel: 'error', publicDir: false,
    build: { outDir: folder, emptyOutDir: true, lib: { entry: join(import.meta.dirname, 'ring.ts'), formats: ['iife'], name: 'bare', fileName: () => 'ring.js' } },
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const script = readFileSync(join(folder, 'ring.js'), 'utf8')
  rmSync(folder, { recursive: true })

  const web = createServer((asked, answer) => {
    const isScript = asked.url === '/ring.js'
    answer.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8')
    answer.end(isScript ? script : page(asked.url === '/ring' ? '<script src="/ring.js"></script>' : list))
  }).listen(0, '127.0.0.1')
  await once(web, 'listening')
  const sockets = new WebSocketServer({ server: web })
  const ear = new pg.Client({ connectionString: url.href })
  await ear.connect()
  await ear.query('listen report')
  ear.on('notification', ({ payload }) => { for (const socket of sockets.clients) socket.send(payload ?? '') })

  return {
    url: `http://127.0.0.1:${(web.address() as AddressInfo).port}`,
    database: url.href,
    async [Symbol.asyncDispose]() {
      await ear.end()
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
      web.close()
      web.closeAllConnections()
    },
  }
}
