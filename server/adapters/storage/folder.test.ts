import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { folderOf } from './folder.ts'

let folder: string
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'files-')) })
afterEach(() => rm(folder, { recursive: true }))
const everything = async () => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((f) => f.isFile())

test('a file comes back as it was, and nobody else on the machine may read it', async () => {
  const files = folderOf(join(folder, 'made', 'when-needed'))
  const key = newId<string>()
  await files.put(key, Buffer.from([0, 255, 10, 13]))
  expect(await files.get(key)).toEqual(Buffer.from([0, 255, 10, 13]))
  const [only] = await everything()
  expect((await stat(join(only!.parentPath, only!.name))).mode & 0o077).toBe(0)
})

test('put twice, or by two at once, it is there once and whole, with nothing unfinished beside it', async () => {
  const files = folderOf(folder)
  const key = newId<string>()
  const bytes = Buffer.alloc(1_000_000, 7)
  await Promise.all([files.put(key, bytes), files.put(key, bytes)])
  await files.put(key, bytes)
  expect(await files.get(key)).toEqual(bytes)
  expect(await everything()).toHaveLength(1)
})

test('what is not there is undefined, and a key cannot climb out of the folder', async () => {
  const files = folderOf(folder)
  expect(await files.get(newId<string>())).toBeUndefined()
  await expect(files.put('../../etc/passwd', Buffer.from('x'))).rejects.toThrow('a key is a UUID')
  await expect(files.get('/etc/passwd')).rejects.toThrow('a key is a UUID')
})
