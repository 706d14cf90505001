import { createServer } from 'node:net'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { choosePorts, rtpBlock } from './ports.ts'

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
