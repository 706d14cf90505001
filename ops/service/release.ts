/** Puts the code where the service runs it from: a folder for each version, and `current` leading to one of them. */
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readlink, rename, rm, stat, symlink } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { built } from '../build.ts'
import { root } from '../install.mjs'
import { fingerprint } from '../sources.ts'
import { tell } from './commands.ts'

/** All that runs, and what an administrator runs from there: backup, doctor, this installer. */
const parts = ['package.json', 'package-lock.json', 'README.md', 'LICENSE', 'contracts', 'ui', 'server', 'portal', 'console', 'ops', 'docs', 'node_modules']
const kept = 2

export const releaseName = (): string => fingerprint(['contracts', 'server', 'portal', 'console', 'ui', 'ops', 'package-lock.json'])

/** @returns whether another version than before is in use now. */
export async function makeRelease(prefix: string, around: { logDir: string; say: (line: string) => void; callOff: AbortSignal }): Promise<boolean> {
  const releases = join(prefix, 'releases')
  const home = join(releases, releaseName())
  await mkdir(releases, { recursive: true, mode: 0o755 })
  if (!existsSync(home)) {
    const [consoleDist, portalDist] = [await built('console', around), await built('portal', around)]
    around.say(`Copying the code to ${home}.`)
    const half = `${home}.part`
    await rm(half, { recursive: true, force: true })
    await mkdir(join(half, 'dist'), { recursive: true })
    // As the program does it: faster by far for the packages' many small files, and it shares blocks where the disk can.
    await tell('cp', ['-a', '--reflink=auto', ...parts.map((part) => join(root, part)).filter((path) => existsSync(path)), half])
    // Out of the builds' cache, which forgets what is not started for two weeks.
    for (const [name, dist] of [['console', consoleDist], ['portal', portalDist]] as const)
      if (dist) await cp(dist, join(half, 'dist', name), { recursive: true })
    // A clone belongs to whoever cloned it; what root runs must not.
    await tell('chown', ['-R', '-h', 'root:root', half])
    await tell('chmod', ['-R', 'u=rwX,go=rX', half])
    await rename(half, home)
  }
  const current = join(prefix, 'current')
  const before = await readlink(current).catch(() => undefined)
  const now = relative(prefix, home)
  if (before === now) return false
  await rm(`${current}.new`, { force: true })
  await symlink(now, `${current}.new`)
  await rename(`${current}.new`, current) // at no moment is there none
  await removeOld(releases, now)
  return true
}

async function removeOld(releases: string, current: string): Promise<void> {
  const found = await Promise.all((await readdir(releases)).map(async (name) => ({ path: join(releases, name), at: (await stat(join(releases, name))).mtimeMs })))
  const old = found.filter(({ path }) => !path.endsWith(current.slice('releases'.length))).toSorted((a, b) => b.at - a.at).slice(kept - 1)
  for (const { path } of old) await rm(path, { recursive: true, force: true })
}

/** The Node the service runs on: the packages' own as it stands in the release, else the host's. */
export function nodeIn(prefix: string): string {
  const inside = relative(root, process.execPath)
  return inside.startsWith('..') ? process.execPath : join(prefix, 'current', inside)
}
