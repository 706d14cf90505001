import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
  const left = await keepAlive(running('sleep 1000'), around) // this launcher is never stopped, as if it had died
  const pid = left.pid()!
  await using taken = stopping(await keepAlive(running('sleep 1000'), around))
  expect([taken.adopted, taken.pid()]).toEqual([true, pid])
})

test('a child of another version is ended before its successor starts', async () => {
  const around = aFolder()
  const left = await keepAlive(running('sleep 1000', '1'), aside(around))
  const old = left.pid()!
  moveNote(around)
  await using taken = stopping(await keepAlive(running('sleep 1000', '2'), around))
  expect([taken.adopted, alive(old), alive(taken.pid())]).toEqual([false, false, true])
  await left.stop()
})

test('a pid that meanwhile belongs to somebody else is neither taken over nor ended', async () => {
  const around = aFolder()
  const stranger = await keepAlive({ ...running('sleep 1000'), name: 'stranger' }, around)
  const note = JSON.parse(readFileSync(join(around.runDir, 'stranger.json'), 'utf8')) as object
  writeFileSync(join(around.runDir, 'child.json'), JSON.stringify({ ...note, started: 'long ago' }))

  await using child = stopping(await keepAlive(running('sleep 1000'), around))
  expect([child.adopted, alive(stranger.pid())]).toEqual([false, true])
  await stranger.stop()
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
