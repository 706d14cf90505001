import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { freePort, scratchFolder } from '../server/adapters/host.ts'
import { untilReady, withClient } from '../server/adapters/postgres/index.ts'
import { endLeftBehind, isRunning } from './supervisor.ts'
import { until } from './testing/wait.ts'

/** A launcher of a real PostgreSQL and one more child; ready when it says so. */
async function launcherIn(state: string, port: number) {
  const launcher = spawn(process.execPath, [join(import.meta.dirname, 'testing', 'little-launcher.ts'), state, String(port)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  onTestFinished(() => void launcher.kill('SIGKILL'))
  const [line] = (await once(createInterface(launcher.stdout), 'line')) as [string]
  return { launcher, ...(JSON.parse(line) as { ownerUrl: string; adopted: boolean[] }) }
}

async function aState() {
  const state = mkdtempSync(join(scratchFolder(), 'akmasa-launcher-'))
  chmodSync(state, 0o755)
  onTestFinished(async () => {
    await endLeftBehind(join(state, 'run'))
    rmSync(state, { recursive: true })
  })
  return { state, port: await freePort() }
}

const pidOf = (state: string, name: string) => (JSON.parse(readFileSync(join(state, 'run', `${name}.json`), 'utf8')) as { pid: number }).pid

const write = (url: string, what: string) =>
  withClient(url, async (client) => {
    await client.query('create table if not exists kept (what text)')
    await client.query('insert into kept values ($1)', [what])
  })
const kept = (url: string) =>
  withClient(url, async (client) => (await client.query<{ what: string }>('select what from kept')).rows.map((row) => row.what))

test('a killed launcher leaves its children serving, and the next start takes over the same ones', async () => {
  const { state, port } = await aState()
  const first = await launcherIn(state, port)
  const pids = ['postgres', 'sleeper'].map((name) => pidOf(state, name))
  first.launcher.kill('SIGKILL')
  await once(first.launcher, 'exit')
  await write(first.ownerUrl, 'while nobody watched')

  const second = await launcherIn(state, port)
  expect(second.adopted).toEqual([true, true])
  expect(['postgres', 'sleeper'].map((name) => pidOf(state, name))).toEqual(pids)

  second.launcher.kill('SIGTERM')
  await once(second.launcher, 'exit')
  expect(['postgres', 'sleeper'].filter((name) => isRunning(join(state, 'run'), name))).toEqual([])
  const third = await launcherIn(state, port)
  expect(await kept(third.ownerUrl)).toEqual(['while nobody watched'])
})

test('a PostgreSQL that is killed comes back alone with all that was acknowledged, also when taken over', async () => {
  const { state, port } = await aState()
  const first = await launcherIn(state, port)
  await write(first.ownerUrl, 'before the first')
  const sleeper = pidOf(state, 'sleeper')

  const killPostgres = async () => {
    const pid = pidOf(state, 'postgres')
    process.kill(pid, 'SIGKILL')
    await until(() => existsSync(join(state, 'run', 'postgres.json')) && pidOf(state, 'postgres') !== pid)
    await untilReady(first.ownerUrl)
  }
  await killPostgres()
  await write(first.ownerUrl, 'before the second')

  first.launcher.kill('SIGKILL')
  await once(first.launcher, 'exit')
  await launcherIn(state, port)
  await killPostgres()

  expect(await kept(first.ownerUrl)).toEqual(['before the first', 'before the second'])
  expect(pidOf(state, 'sleeper')).toBe(sleeper)
})
