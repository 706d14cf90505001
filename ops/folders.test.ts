import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { takeFolders } from './folders.ts'
import { lock } from './lock.mjs'

function aPlace() {
  const place = mkdtempSync(join(tmpdir(), 'akmasa-folders-'))
  onTestFinished(() => rmSync(place, { recursive: true }))
  const said: string[] = []
  const around = { systemState: join(place, 'var'), say: (line: string) => void said.push(line), endLeftBehind: async () => {} }
  return { place, said, around }
}

/** Takes the folder as another launcher would, one after the other: its lock is gone with it. */
const stateIn = async (data: string, around: ReturnType<typeof aPlace>['around']) => {
  const script = `import { takeFolders } from '${import.meta.dirname}/folders.ts'
    const said = []
    const folders = await takeFolders(${JSON.stringify(data)}, { systemState: ${JSON.stringify(around.systemState)}, say: (line) => said.push(line), endLeftBehind: async () => {} })
    console.log(JSON.stringify({ state: folders?.state, said })); process.exit()`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [out] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string]
  await once(child, 'exit')
  return JSON.parse(out) as { state?: string; said: string[] }
}

test('a data folder has one launcher at a time; the second is told so', async () => {
  const { place } = aPlace()
  const alone = { say: () => {}, endLeftBehind: async () => {} }
  expect(await takeFolders(join(place, 'data'), alone)).toMatchObject({ state: join(place, 'data') })
  expect(await takeFolders(join(place, 'data'), alone)).toBeUndefined()
})

test('a lock is free again the moment its holder is killed', async () => {
  const { place } = aPlace()
  const file = join(place, 'lock')
  const holder = spawn(process.execPath, ['--input-type=module', '-e', `
    import { lock } from '${import.meta.dirname}/lock.mjs'
    globalThis.held = await lock('${file}', 0); console.log('held'); setInterval(() => {}, 1000)`], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(holder.stdout, 'data')
  expect(await lock(file, 0)).toBeUndefined()
  holder.kill('SIGKILL')
  const release = await lock(file, 20)
  expect(release).toBeDefined()
  release?.()
})

test('a moved data folder keeps its state, a copied one gets its own', async () => {
  const { place, around } = aPlace()
  const { state } = await stateIn(join(place, 'one'), around)
  renameSync(join(place, 'one'), join(place, 'moved'))
  expect((await stateIn(join(place, 'moved'), around)).state).toBe(state)

  cpSync(join(place, 'moved'), join(place, 'copy'), { recursive: true, verbatimSymlinks: true })
  expect((await stateIn(join(place, 'copy'), around)).state).not.toBe(state)
  expect((await stateIn(join(place, 'moved'), around)).state).toBe(state)
})

test('a data folder removed and made anew is a fresh start, and what was there is kept aside', async () => {
  const { place, around } = aPlace()
  const { state } = await stateIn(join(place, 'data'), around)
  writeFileSync(join(state!, 'precious'), 'cases')
  rmSync(join(place, 'data'), { recursive: true })
  mkdirSync(join(place, 'data'))

  const fresh = await stateIn(join(place, 'data'), around)
  expect(fresh.state).toBe(state)
  expect(existsSync(join(state!, 'precious'))).toBe(false)
  const aside = readdirSync(around.systemState).find((name) => name.includes('.until-'))!
  expect(existsSync(join(around.systemState, aside, 'precious'))).toBe(true)
  expect(fresh.said[0]).toContain(aside)
})

test.each(['desk', 'switch'])('where the %s of a service runs, neither a start nor a restore begins; a launcher’s own children are none', async (part) => {
  const { place } = aPlace()
  const data = join(place, 'data'), alone = { say: () => {}, endLeftBehind: async () => {}, evenHalfRestored: true }
  const words = part === 'desk' ? ['server/main.ts'] : ['-C', join(data, 'tel/etc/asterisk.conf')]
  const running = spawn('sh', ['-c', 'echo up; read gone', ...words], { stdio: ['pipe', 'pipe', 'inherit'], detached: true, env: { ...process.env, DATA_DIR: data } })
  await once(running.stdout, 'data')
  await expect(takeFolders(data, alone)).rejects.toThrow(`A service runs from ${data} (process ${running.pid})`)
  mkdirSync(join(data, 'run'), { recursive: true })
  writeFileSync(join(data, 'run/server.json'), JSON.stringify({ pid: running.pid }))
  // Refused, it held no lock either.
  expect(await takeFolders(data, alone)).toMatchObject({ data })
  running.stdin.end()
  await once(running, 'exit')
})
