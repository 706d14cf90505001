/** Copies files while they are in use: one that grows is taken as far as it had come, one that vanishes is left out. */
import { createHash } from 'node:crypto'
import { open, link, lstat, mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileEntry } from './manifest.ts'
import type { Progress } from './progress.ts'

export type Found = { path: string; kind: 'file' | 'folder'; size: number; mtime: number; mode: number }

/** Everything below a folder but what `skip` names, folders before what is in them. Links and sockets are no data. */
export async function* walk(root: string, skip: (path: string) => boolean, below = ''): AsyncGenerator<Found> {
  const names = await readdir(join(root, below)).catch(unlessGone([]))
  for (const name of names.toSorted()) {
    const path = below ? `${below}/${name}` : name
    if (skip(path)) continue
    const info = await lstat(join(root, path)).catch(unlessGone(undefined))
    if (!info || !(info.isFile() || info.isDirectory())) continue
    const { size, mtimeMs, mode } = info
    yield { path, kind: info.isFile() ? 'file' : 'folder', size: info.isFile() ? size : 0, mtime: mtimeMs, mode: mode & 0o777 }
    if (info.isDirectory()) yield* walk(root, skip, path)
  }
}

const block = 1 << 20

export type Copied = Pick<FileEntry, 'size' | 'sha256' | 'mtime' | 'mode'>

/**
 * @param to absent: only read and summed.
 * @param mode of the copy.
 * @returns undefined when the original is gone.
 */
export async function copyFile(from: string, to: string | undefined, progress: Progress, mode = 0o600): Promise<Copied | undefined> {
  const source = await open(from).catch(unlessGone(undefined))
  if (!source) return undefined
  try {
    const { size, mtimeMs, mode: modeThere } = await source.stat()
    const target = to === undefined ? undefined : await open(to, 'wx', mode)
    try {
      if (target) await target.chmod(mode) // whatever the umask
      const sum = createHash('sha256')
      const buffer = Buffer.allocUnsafe(Math.min(block, Math.max(size, 1)))
      let done = 0
      while (done < size) {
        const { bytesRead } = await source.read(buffer, 0, Math.min(buffer.length, size - done), done)
        if (bytesRead === 0) break
        const part = buffer.subarray(0, bytesRead)
        sum.update(part)
        if (target) await target.writeFile(part)
        done += bytesRead
        progress.did(bytesRead)
      }
      return { size: done, sha256: sum.digest('hex'), mtime: mtimeMs, mode: modeThere & 0o777 }
    } finally {
      await target?.close()
    }
  } finally {
    await source.close()
  }
}

/**
 * The same file as in the backup before, under a second name. Its sum is believed: `--check` reads everything.
 * @returns whether that was possible; not across disks, nor on every file system.
 */
export async function linked(before: string, to: string, size: number): Promise<boolean> {
  try {
    if ((await lstat(before)).size !== size) return false
    await link(before, to)
    return true
  } catch {
    return false
  }
}

export async function folderFor(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
}

/** A time that was set again from its milliseconds comes back a fraction beside. */
export const unchanged = (one: Pick<FileEntry, 'size' | 'mtime'>, other: Pick<FileEntry, 'size' | 'mtime'>): boolean =>
  one.size === other.size && Math.abs(one.mtime - other.mtime) < 2

/** A file that is not there any more is no failure. */
export function unlessGone<T>(otherwise: T): (problem: unknown) => T {
  return (problem) => {
    if (problem instanceof Error && 'code' in problem && (problem.code === 'ENOENT' || problem.code === 'ENOTDIR')) return otherwise
    throw problem
  }
}
