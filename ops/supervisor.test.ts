import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { identify, isAlive } from './processes.ts'
import { endLeftBehind, keepAlive, type ChildPlan } from './supervisor.ts'
import { until } from './testing/wait.ts'

const said: string[] = []
const alive = (pid: number | undefined) => pid !== undefined && identify(pid) !== undefined

function aFolder() {
  const dir = mkdtempSync(join(tmpdir(), 'akmasa-supervisor-'))
  onTestFinished(async () => {
    await endLeftBehind(join(dir, 'run'))
    rmSync(dir, { recursive: true })
  })
  return { runDir: join(dir, 'run'), logDir: join(dir, 'logs'), say: (line: string) => void said.push(line) }
}

function running(script: string, version = '1'): ChildPlan {
  const command = async () => ({ file: '/bin/sh', args: ['-c', script], env: { PATH: '/usr/bin:/bin' }, cwd: '/' })
  return { name: 'child', command, version, ending: [['SIGTERM', 300]] }
}

/** A child as a launcher leaves it that was killed. */
function leftBehind({ runDir }: { runDir: string }, note: { version?: string; started?: string } = {}, script = 'exec sleep 1000'): number {
  const { pid } = spawn('/bin/sh', ['-c', script], { detached: true, stdio: 'ignore' })
  mkdirSync(runDir)
  writeFileSync(join(runDir, 'child.json'), JSON.stringify({ ...identify(pid!), version: '1', ending: [['SIGTERM', 300]], ...note }))
  return pid!
}

afterEach(() => void said.splice(0))

test('a child that is killed is started again, and what it had started itself is gone', async () => {
  const around = aFolder()
  await using child = stopping(await keepAlive(running('sleep 1000 & echo helper $!; wait'), around))
  const first = child.pid()!
  const helper = Number(await until(() => /helper (\d+)/.exec(readFileSync(join(around.logDir, 'child.log'), 'utf8'))?.[1]))
  process.kill(first, 'SIGKILL')

  await until(() => child.pid() !== undefined && child.pid() !== first)
  expect(alive(helper)).toBe(false)
  expect(said).toEqual(['child has ended unasked; it is started again.'])
})

test('a child that never lives long is tried more and more slowly, and the screen is not filled with it', async () => {
  const around = aFolder()
  await using _ = stopping(await keepAlive(running('echo try; exit 1'), around))
  await until(() => said.length === 4)
  expect(said[3]).toContain('ends again and again')
  expect(readFileSync(join(around.logDir, 'child.log'), 'utf8').match(/try/g)).toHaveLength(4)
})

test('the next launcher takes over the child that lives, and restarts it when it dies', async () => {
  const around = aFolder()
  const pid = leftBehind(around)
  await using child = stopping(await keepAlive(running('sleep 1000'), around))
  expect([child.adopted, child.pid()]).toEqual([true, pid])

  process.kill(pid, 'SIGKILL')
  await until(() => child.pid() !== undefined && child.pid() !== pid)
  expect(alive(child.pid())).toBe(true)
})

test('a child of another version is ended before its successor starts', async () => {
  const around = aFolder()
  const old = leftBehind(around, { version: '0' })
  await using child = stopping(await keepAlive(running(`kill -0 ${old} 2>/dev/null && echo both; sleep 1000`), around))
  expect([child.adopted, alive(old), alive(child.pid())]).toEqual([false, false, true])
  expect(readFileSync(join(around.logDir, 'child.log'), 'utf8')).toBe('')
})

test('a pid that meanwhile belongs to somebody else is neither taken over nor ended', async () => {
  const around = aFolder()
  const stranger = leftBehind(around, { started: 'long ago' })
  onTestFinished(() => void process.kill(stranger))
  await using child = stopping(await keepAlive(running('sleep 1000'), around))
  expect([child.adopted, alive(stranger)]).toEqual([false, true])
})

test('what a dead launcher left is ended without knowing what it was, with all it had started', async () => {
  const around = aFolder()
  const words = join(around.runDir, '..', 'words')
  const left = leftBehind(around, {}, `(trap '' TERM; exec sleep 1000) & echo helper $! > ${words}; exec sleep 1000`)
  const helper = Number(await until(() => existsSync(words) && /helper (\d+)/.exec(readFileSync(words, 'utf8'))?.[1]))
  await endLeftBehind(around.runDir)
  await until(() => !alive(helper) && !alive(left))
})

test('a child that will not end when asked is killed, with all it started', async () => {
  const around = aFolder()
  const child = await keepAlive(running(`trap '' TERM; sleep 1000 & echo helper $!; while :; do wait; done`), around)
  const helper = Number(await until(() => /helper (\d+)/.exec(readFileSync(join(around.logDir, 'child.log'), 'utf8'))?.[1]))
  const id = identify(child.pid()!)!
  await child.stop()
  await until(() => !alive(helper))
  expect(isAlive(id)).toBe(false)
})

const stopping = <T extends { stop(): Promise<void> }>(child: T) => Object.assign(child, { [Symbol.asyncDispose]: () => child.stop() })
