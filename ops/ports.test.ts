import { execFileSync, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { choosePorts, rtpBlock } from './ports.ts'
import { identify } from './processes.ts'

function aCache() {
  const dir = mkdtempSync(join(tmpdir(), 'akmasa-ports-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  return dir
}

test('two first starts at the same time never choose the same port', async () => {
  const cache = aCache()
  const both = await Promise.all([choosePorts(cache, {}, new Set()), choosePorts(cache, {}, new Set())])
  const all = both.flatMap((ports) => Object.values(ports))
  expect(new Set(all).size).toBe(all.length)
  expect(Math.abs(both[0].rtp - both[1].rtp)).toBeGreaterThanOrEqual(rtpBlock)
})

test('a remembered port is kept while it is free or ours, and given up to a stranger', async () => {
  const before = await choosePorts(aCache(), {}, new Set())
  const again = await choosePorts(aCache(), before, new Set())
  expect(again).toEqual(before)

  const taken = createServer().listen(before.desk, '127.0.0.1')
  await once(taken, 'listening')
  onTestFinished(() => void taken.close())
  expect((await choosePorts(aCache(), before, new Set(['desk']))).desk).toBe(before.desk)
  expect((await choosePorts(aCache(), before, new Set())).desk).toBeGreaterThan(before.desk)
})

test('children that outlive their launcher keep its ports: another start takes none of them', async () => {
  const cache = aCache()
  const runDir = aCache()
  // A launcher, in a process of its own, that ends at once; its child lives on.
  const child = spawn('sleep', ['600'])
  onTestFinished(() => void child.kill())
  await once(child, 'spawn')
  writeFileSync(join(runDir, 'asterisk.json'), JSON.stringify({ ...identify(child.pid!), version: '1' }))
  const script = `import { choosePorts } from ${JSON.stringify(join(import.meta.dirname, 'ports.ts'))}; console.log(JSON.stringify(await choosePorts(${JSON.stringify(cache)}, {}, new Set(), ${JSON.stringify(runDir)})))`
  const theirs = JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })) as Awaited<ReturnType<typeof choosePorts>>
  const ours = await choosePorts(cache, {}, new Set(), aCache())
  expect(Object.values(ours).filter((port) => Object.values(theirs).includes(port))).toEqual([])
  child.kill()
  await once(child, 'exit')
  expect((await choosePorts(cache, theirs, new Set(), aCache())).rtp).toBe(theirs.rtp)
})
