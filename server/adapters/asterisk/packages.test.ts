import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fetchTree } from './packages.ts'
import { locked } from './run.ts'

test('a cache is used as long as every file is what was fetched; a damaged one is not, and a failed fetch leaves nothing behind', async () => {
  const cacheDir = mkdtempSync(join(tmpdir(), 'akmasa-cache-'))
  try {
    let fetched = 0
    const wish = {
      cacheDir, name: 'tree-1', exact: [], wanted: [], check: async () => {}, log: () => {},
      download: async (into: string) => {
        if (++fetched > 2) throw new Error('no network')
        writeFileSync(join(into, 'program'), 'works')
      },
    }
    const root = await fetchTree(wish)
    expect(await fetchTree(wish)).toBe(root)
    expect(fetched).toBe(1)
    writeFileSync(join(root, 'program'), 'damaged')
    await fetchTree(wish)
    expect(fetched).toBe(2)
    writeFileSync(join(root, 'strange'), 'not ours')
    await expect(fetchTree(wish)).rejects.toThrow('no network')
    expect(readdirSync(cacheDir).filter((name) => name.startsWith('.'))).toEqual([])
  } finally {
    rmSync(cacheDir, { recursive: true })
  }
})

test('two starts at once fetch one after the other, and the lock of a killed one is free', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'akmasa-lock-'))
  try {
    const order: string[] = []
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    let begun = () => {}
    const first = locked(join(folder, 'lock'), async () => {
      order.push('first in')
      begun()
      await held
      order.push('first out')
    })
    await new Promise<void>((resolve) => (begun = resolve))
    const second = locked(join(folder, 'lock'), async () => void order.push('second in'))
    release()
    await Promise.all([first, second])
    expect(order).toEqual(['first in', 'first out', 'second in'])
    await expect(locked(join(folder, 'lock'), async () => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
    expect(await locked(join(folder, 'lock'), async () => 'free')).toBe('free')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
