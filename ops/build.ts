/** Builds the browsers' parts when their sources have changed. Each build has a folder of its own, named by them. */
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder } from '../server/adapters/host.ts'
import { errand } from './errand.ts'
import { root } from './install.mjs'
import { fingerprint } from './sources.ts'

export type Part = 'console' | 'portal'
type Around = { logDir: string; say: (line: string) => void; callOff: AbortSignal }

/** Not in `node_modules`: a re-install would take the console from under a running server. */
const builds = join(cacheFolder(), 'builds')
const keptFor = 14 * 24 * 3600_000

/** The folder with the built files; undefined for a part that needs no build. */
export async function built(part: Part, around: Around): Promise<string | undefined> {
  if (!existsSync(join(root, part, 'vite.config.ts'))) return undefined
  const home = join(builds, `${part}-${fingerprint([part, 'ui', 'contracts', 'package-lock.json'])}`)
  if (existsSync(home)) {
    await utimes(home, new Date(), new Date())
    return home
  }

  around.say(`Building the ${part}.`)
  await mkdir(builds, { recursive: true })
  const half = await mkdtemp(`${home}.`)
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  try {
    const args = [vite, 'build', '--outDir', half, '--emptyOutDir', '--logLevel', 'warn']
    await errand(`build-${part}`, { file: process.execPath, args, env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' }, cwd: join(root, part) }, around.logDir, around.callOff)
    await chmod(half, 0o755) // mkdtemp's is 0700
    await rename(half, home)
  } catch (problem) {
    await rm(half, { recursive: true, force: true })
    if (!existsSync(home)) throw problem // else another start was building the same, and was first
  }
  await removeOld()
  return home
}

/** Other clones use theirs, and consoles that are open still ask for parts of the build they came from. */
async function removeOld(): Promise<void> {
  for (const name of await readdir(builds)) {
    const { mtimeMs } = await stat(join(builds, name))
    if (Date.now() - mtimeMs > keptFor) await rm(join(builds, name), { recursive: true, force: true })
  }
}
