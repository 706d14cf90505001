/** The server as its own process over a test's database, with the roles asked for: what systemd or the launcher would start. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from '../adapters/host.ts'

const root = resolve(import.meta.dirname, '../..')
export type LogLine = Record<string, unknown> & { msg: string }
export type TestServer = AsyncDisposable & { desk: string; health: string; lines: readonly LogLine[]; pid: number; said(is: (line: LogLine) => boolean): Promise<LogLine> }

/** @param env beside what every server needs; ports are free ones unless given. */
export async function testServer(databaseUrl: string, roles: string, env: Record<string, string> = {}): Promise<TestServer> {
  const data = mkdtempSync(join(tmpdir(), 'akmasa-server-'))
  const [deskPort, citizensPort, healthPort] = [await freePort(), await freePort(), await freePort()]
  const child = spawn(process.execPath, [join(root, 'server/main.ts')], {
    cwd: root, stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH, DATABASE_URL: databaseUrl, DATA_DIR: data, SESSION_KEY: 'a key of a test, long enough to be taken', ROLES: roles,
      DESK_PORT: String(deskPort), CITIZENS_PORT: String(citizensPort), HEALTH_PORT: String(healthPort), ...env,
    },
  })
  const lines: LogLine[] = []
  const waiting = new Set<() => void>()
  createInterface(child.stdout).on('line', (text) => {
    lines.push(JSON.parse(text) as LogLine)
    for (const look of waiting) look()
  })
  const over = once(child, 'close')
  const said = (is: (line: LogLine) => boolean) => new Promise<LogLine>((resolve, reject) => {
    const look = () => { const found = lines.find(is); if (found) { waiting.delete(look); resolve(found) } }
    waiting.add(look)
    look()
    void over.then(() => reject(new Error(`the server has ended:\n${lines.map((line) => JSON.stringify(line)).join('\n')}`)))
  })
  await said((line) => line.msg === 'ready')
  return {
    desk: `http://127.0.0.1:${deskPort}`, health: `http://127.0.0.1:${healthPort}`, lines, pid: child.pid!, said,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM')
      await over
      rmSync(data, { recursive: true, force: true })
    },
  }
}
