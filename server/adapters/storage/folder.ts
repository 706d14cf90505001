/** Files of cases in a folder of this machine. A file is whole on disk before its name appears. */
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Files } from '../../rooms/cases/index.ts'

/** @param folder made when first needed, for this user alone. */
export function folderOf(folder: string): Files {
  const pathOf = (key: string) => {
    if (!/^[0-9a-f-]{36}$/i.test(key)) throw new Error('a key is a UUID')
    // The last digits of a UUIDv7 are random, so the folders fill evenly.
    return join(folder, key.slice(-2).toLowerCase(), key.toLowerCase())
  }
  return {
    async put(key, bytes) {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const unfinished = `${path}.${process.pid}.${crypto.randomUUID()}`
      try {
        const file = await open(unfinished, 'wx', 0o600)
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally { await file.close() }
        await rename(unfinished, path)
        await syncFolder(dirname(path))
      } catch (error) {
        await rm(unfinished, { force: true })
        throw error
      }
    },
    async get(key) {
      try {
        return await readFile(pathOf(key))
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
        throw error
      }
    },
  }
}

/** The name too must be on disk, not only the bytes. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try { await folder.sync() } finally { await folder.close() }
}
