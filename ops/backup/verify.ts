/** Reads a backup again and compares every sum. */
import { join } from 'node:path'
import { copyFile } from './copy.ts'
import { readManifest, type Manifest } from './manifest.ts'
import type { Progress } from './progress.ts'

export type Damage = { path: string; what: 'missing' | 'changed' }

export async function verify(backup: string, progress: Progress): Promise<{ manifest: Manifest; damage: Damage[] }> {
  const manifest = await readManifest(backup)
  const damage: Damage[] = []
  progress.begin('checking', manifest.closing.bytes)
  for (const { path, size, sha256 } of manifest.files.values()) {
    const read = await copyFile(join(backup, path), undefined, progress)
    if (!read) damage.push({ path, what: 'missing' })
    else if (read.size !== size || read.sha256 !== sha256) damage.push({ path, what: 'changed' })
  }
  return { manifest, damage }
}

/** At most ten of them by name. */
export function told(damage: readonly Damage[]): string {
  const lines = damage.slice(0, 10).map(({ path, what }) => `  ${what === 'missing' ? 'missing' : 'changed'}  ${path}`)
  return [...lines, ...(damage.length > 10 ? [`  … and ${damage.length - 10} more`] : [])].join('\n')
}
