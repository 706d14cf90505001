/** A fingerprint of source files, to know whether what was built or is running is still what stands here. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.mjs'

const skipped = new Set(['node_modules', 'dist', '.vite', 'testing', 'coverage'])

export function fingerprint(paths: string[], ...also: string[]): string {
  const hash = createHash('sha256').update(also.join('\n'))
  for (const path of paths) for (const file of filesUnder(join(root, path))) hash.update(`${file}\n`).update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !skipped.has(name) && !name.includes('.test.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(path, entry.name)) : entry.isFile() ? [join(path, entry.name)] : []))
}
