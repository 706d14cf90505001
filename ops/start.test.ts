import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { scratchFolder } from '../server/adapters/host.ts'
import { root } from './install.mjs'
import { identify } from './processes.ts'
import { endLeftBehind } from './supervisor.ts'

const minutes = 60_000

function aDataFolder(): string {
  const data = mkdtempSync(join(scratchFolder(), 'akmasa-start-'))
  onTestFinished(async () => {
    const state = existsSync(join(data, 'state')) ? realpathSync(join(data, 'state')) : data
    await endLeftBehind(join(state, 'run'))
    for (const path of [state, `${state}.lock`, data]) rmSync(path, { recursive: true, force: true })
  })
  return data
}

/** `npm start`, without npm; in a group of its own, as a terminal gives it. */
function start(data: string, ...flags: string[]) {
  const child = spawn(process.execPath, [join(root, 'ops', 'start.mjs'), '--data', data, ...flags], {
    cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void (child.exitCode === null && process.kill(-child.pid!, 'SIGKILL')))
  let text = ''
  const lines = createInterface(child.stdout).on('line', (line) => (text += `${line}\n`))
  child.stderr.on('data', (chunk) => (text += String(chunk)))
  const ended = once(child, 'close').then(([code]) => code as number)
  const ready = new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => line.includes('is ready after') && resolve())
    void ended.then(() => reject(new Error(text)))
  })
  ready.catch(() => {})
  return { ready, ended, text: () => text, ctrlC: () => process.kill(-child.pid!, 'SIGINT') }
}

const endpoints = (data: string) => JSON.parse(readFileSync(join(data, 'endpoints.json'), 'utf8')) as Record<string, string>
const childrenOf = (data: string) => {
  const run = join(data, 'state', 'run')
  const dir = existsSync(run) ? run : join(data, 'run')
  return readdirSync(dir).map((name) => (JSON.parse(readFileSync(join(dir, name), 'utf8')) as { pid: number }).pid)
}

test('from nothing to a desk that answers; one launcher to a folder; Ctrl-C ends all of it within five seconds; the next start keeps the data', async () => {
  const data = aDataFolder()
  const first = start(data)
  const second = start(data)
  const winner = await Promise.race([first.ready.then(() => first), second.ready.then(() => second)].map((p) => p.catch(() => new Promise<never>(() => {}))))
  const loser = winner === first ? second : first
  expect([await loser.ended, loser.text()]).toEqual([1, expect.stringContaining('already running')])

  const { desk, citizens, sip, openapi } = endpoints(data)
  expect(sip).toMatch(/^sip:153@127\.0\.0\.1:\d+$/)
  for (const url of [`${desk}/health`, citizens!, openapi!]) expect((await fetch(url)).status).toBe(200)
  const accounts = join(data, 'demo-accounts.json')
  expect([statSync(accounts).mode & 0o777, readFileSync(accounts, 'utf8').length > 100]).toEqual([0o600, true])
  const passwords = readFileSync(accounts, 'utf8')
  const children = childrenOf(data)
  expect(children.length).toBe(4)

  const asked = Date.now()
  winner.ctrlC()
  expect(await winner.ended).toBe(0)
  expect(Date.now() - asked).toBeLessThan(5_000)
  expect(children.filter((pid) => identify(pid))).toEqual([])
  expect(existsSync(join(data, 'endpoints.json'))).toBe(false)

  const again = start(data)
  await again.ready
  expect(endpoints(data)).toEqual({ desk, citizens, sip, openapi })
  expect(readFileSync(accounts, 'utf8')).toBe(passwords)
  again.ctrlC()
  await again.ended

  // Begun as a demonstration it is never silently taken for a real one.
  const empty = start(data, '--empty')
  expect([await empty.ended, empty.text()]).toEqual([1, expect.stringContaining('holds the demo municipality')])
}, 3 * minutes)

test('settings that cannot be meant are answered in words, not by a start', async () => {
  const data = aDataFolder()
  const child = spawn(process.execPath, [join(root, 'ops', 'launch.ts'), '--data', data], {
    env: { ...process.env, DATABASE_URL: 'postgres://akmasa_app@127.0.0.1/akmasa' }, stdio: ['ignore', 'ignore', 'pipe'],
  })
  const [said] = (await once(child.stderr.setEncoding('utf8'), 'data')) as [string]
  expect(said).toContain('DATABASE_OWNER_URL is not')
  expect((await once(child, 'exit'))[0]).toBe(1)
})
