/** Builds the browsers' parts when their sources have changed. Each build has a folder of its own, named by them. */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { errand } from './errand.ts'
import { root } from './install.mjs'
import { fingerprint } from './sources.ts'

export type Part = 'console' | 'portal'
type Around = { logDir: string; say: (line: string) => void; callOff: AbortSignal }

const builds = join(root, 'node_modules', '.cache', 'akmasa')

/** The folder with the built files; undefined for a part that needs no build. */
export async function built(part: Part, around: Around): Promise<string | undefined> {
  if (!existsSync(join(root, part, 'vite.config.ts'))) return undefined
  const home = join(builds, `${part}-${fingerprint([part, 'ui', 'contracts', 'package-lock.json'])}`)
  if (existsSync(home)) return home

  around.say(`Building the ${part}.`)
  await mkdir(builds, { recursive: true })
  const half = await mkdtemp(`${home}.`)
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  try {
    const args = [vite, 'build', '--outDir', half, '--emptyOutDir', '--logLevel', 'warn']
    await errand(`build-${part}`, { file: process.execPath, args, env: { ...process.env, NO_COLOR: '1' }, cwd: join(root, part) }, around.logDir, around.callOff)
    await rename(half, home)
  } catch (problem) {
    await rm(half, { recursive: true, force: true })
    if (!existsSync(home)) throw problem // else another start was building the same, and was first
  }
  await removeOld(part)
  return home
}

/** Consoles that are open still ask for parts of the build they came from: the last few stay. */
async function removeOld(part: Part): Promise<void> {
  const names = (await readdir(builds)).filter((name) => name.startsWith(`${part}-`))
  const aged = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(builds, name))).mtimeMs })))
  for (const { name } of aged.sort((a, b) => b.at - a.at).slice(4)) await rm(join(builds, name), { recursive: true, force: true })
}
