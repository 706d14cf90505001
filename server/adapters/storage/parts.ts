/** Files that come in parts, in a folder of this machine: written where they belong, so that a part sent twice is one part. */
import { mkdir, open, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImportFiles } from '../../rooms/imports/index.ts'

/** @param folder made when first needed, for this user alone. */
export function partsIn(folder: string): ImportFiles {
  const pathOf = (id: string, kind: 'raw' | 'text') => {
    if (!/^[0-9a-f-]{36}$/i.test(id)) throw new Error('a key is a UUID')
    return join(folder, `${id.toLowerCase()}.${kind}`)
  }
  const paths = (id: string) => ({ raw: pathOf(id, 'raw'), text: pathOf(id, 'text') })
  return {
    paths,
    async write(id, at, bytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = await open(pathOf(id, 'raw'), at === 0 ? 'w' : 'r+', 0o600)
      try {
        await file.write(bytes, 0, bytes.length, at)
        await file.sync()
      } finally { await file.close() }
    },
    async has(id) {
      return stat(pathOf(id, 'raw')).then(() => true, () => false)
    },
    async remove(id) {
      const { raw, text } = paths(id)
      await Promise.all([rm(raw, { force: true }), rm(text, { force: true })])
    },
    async free() {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const { bavail, bsize } = await statfs(folder)
      return bavail * bsize
    },
  }
}
