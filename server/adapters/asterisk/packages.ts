/** Fetches Debian packages into a folder of ours: a private package state, no root, the host's own system untouched. */
import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, readFile, readlink, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { locked, must, run } from './run.ts'

export type Log = (line: string) => void
export type Fetch = {
  cacheDir: string
  /** Folder name in the cache, with a version in it, so that a newer set never meets an older one. */
  name: string
  /** Packages by name, fetched alone without what they depend on: small and fast. None: straight to the solver. */
  exact: string[]
  /** What to ask the solver for, with all it depends on, if the exact set was renamed or does not link any more. */
  wanted: string[]
  /** Throws when the unpacked tree would not run. */
  check: (root: string) => Promise<void>
  log: Log
  /** Fills the tree; from the Debian mirror unless told otherwise. Answers what it was made of. */
  download?: (root: string, wish: Fetch) => Promise<Manifest['packages'] | void>
}
type Manifest = { packages: Record<string, string>; files: Record<string, string> }

const release = 'forky'
const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg'

/** The Debian name of this machine and the folder its libraries stand in. */
export async function machine(): Promise<{ arch: string; libs: string; loader: string }> {
  const arch = (await must('dpkg', ['--print-architecture'])).trim()
  if (arch === 'amd64') return { arch, libs: 'usr/lib/x86_64-linux-gnu', loader: 'ld-linux-x86-64.so.2' }
  if (arch === 'arm64') return { arch, libs: 'usr/lib/aarch64-linux-gnu', loader: 'ld-linux-aarch64.so.1' }
  throw new Error(`the packages are prepared for amd64 and arm64, this machine is ${arch}`)
}

/** The unpacked tree, from the cache when what stands there is what was fetched, else from the Debian mirror. */
export async function fetchTree(wish: Fetch): Promise<string> {
  await mkdir(wish.cacheDir, { recursive: true })
  const { arch } = await machine()
  const home = join(wish.cacheDir, `${wish.name}-${arch}`)
  return locked(join(wish.cacheDir, `${wish.name}-${arch}.lock`), async () => {
    if (await intact(home)) return join(home, 'root')

    const fresh = await mkdtemp(join(wish.cacheDir, '.fetching-'))
    try {
      await chmod(fresh, 0o755) // the switch runs as another user than the one who fetches
      const root = join(fresh, 'root')
      await mkdir(root)
      const packages = (await (wish.download ?? fromMirror)(root, wish)) ?? {}
      const manifest: Manifest = { packages, files: await fingerprints(root) }
      await writeFile(join(fresh, 'manifest.json'), JSON.stringify(manifest, null, 1))
      await rm(home, { recursive: true, force: true })
      await rename(fresh, home)
    } finally {
      await rm(fresh, { recursive: true, force: true })
    }
    return join(home, 'root')
  })
}

async function fromMirror(root: string, wish: Fetch): Promise<Manifest['packages']> {
  const { arch } = await machine()
  const apt = join(root, '../apt')
  const env = { ...process.env, APT_CONFIG: await privateApt(apt, arch), LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' }
  wish.log('reading the package index')
  await must('apt-get', ['-q', 'update', '--error-on=any'], { env })

  wish.log(`fetching ${wish.name}`)
  try {
    if (wish.exact.length === 0) throw new Error('all of it is wanted')
    await must('apt-get', ['-q', 'download', ...wish.exact], { env, cwd: join(apt, 'archives') })
    return await unpack(join(apt, 'archives'), root, wish)
  } catch (problem) {
    if (wish.exact.length > 0) wish.log(`the short list no longer fits (${firstLine(problem)}); fetching with everything it depends on`)
    await must('apt-get', ['-q', '-y', '--download-only', '--no-install-recommends', 'install', ...wish.wanted], { env })
    return await unpack(join(apt, 'archives'), root, wish)
  } finally {
    await rm(apt, { recursive: true, force: true })
  }
}

async function unpack(archives: string, root: string, wish: Fetch): Promise<Manifest['packages']> {
  await rm(root, { recursive: true, force: true })
  await mkdir(root)
  const packages: Manifest['packages'] = {}
  for (const file of (await readdir(archives)).filter((name) => name.endsWith('.deb')).sort()) {
    packages[file] = await sha256(join(archives, file))
    await must('dpkg-deb', ['-x', join(archives, file), root])
  }
  await wish.check(root)
  return packages
}

/**
 * A package state of our own beside the host's. APT_CONFIG is read after the host's settings and adds to them,
 * so its proxies, certificates and date rules stay in force, and the archive's signature decides as always.
 */
async function privateApt(apt: string, arch: string): Promise<string> {
  await mkdir(join(apt, 'lists/partial'), { recursive: true })
  await mkdir(join(apt, 'archives/partial'), { recursive: true })
  await mkdir(join(apt, 'log'))
  await writeFile(join(apt, 'status'), '')
  await writeFile(join(apt, 'sources.list'), `deb [arch=${arch} signed-by=${keyring}] ${await mirror()} ${release} main\n`)
  await writeFile(join(apt, 'apt.conf'), `
Dir::State::lists "${apt}/lists"; Dir::State::status "${apt}/status"; Dir::State::extended_states "${apt}/extended";
Dir::Cache "${apt}"; Dir::Cache::archives "${apt}/archives"; Dir::Log "${apt}/log";
Dir::Etc::sourcelist "${apt}/sources.list"; Dir::Etc::sourceparts "-";
Dir::Etc::preferences "-"; Dir::Etc::preferencesparts "-";
APT::Architecture "${arch}"; APT::Architectures { "${arch}"; };
APT::Install-Recommends "false"; Acquire::Languages "none"; Acquire::Retries "3"; Debug::NoLocking "true";
`)
  return join(apt, 'apt.conf')
}

/** The mirror this host already uses for Debian itself. Before the first `apt-get update` no list says whose it is: then by its address. */
async function mirror(): Promise<string> {
  const known = await run('apt-get', ['indextargets', '--format', '$(ORIGIN) $(SITE)', 'Created-By: Packages'])
  const sites = known.out.split('\n').flatMap((line) => { const [, origin = '', site] = /^(\S*) (\S+)$/.exec(line) ?? []; return site ? [{ origin, site }] : [] })
    .filter(({ site }) => !site.includes('security'))
  const found = sites.find(({ origin }) => origin === 'Debian') ?? sites.find(({ site }) => /\/debian\/?$/.test(site))
  if (!found) throw new Error('apt on this machine names no Debian mirror; add one to its sources')
  return found.site
}

/** True when every file of the tree is still the one that was unpacked. About 0.2 s for the switch. */
async function intact(home: string): Promise<boolean> {
  try {
    const { files } = JSON.parse(await readFile(join(home, 'manifest.json'), 'utf8')) as Manifest
    const now = await fingerprints(join(home, 'root'))
    const names = Object.keys(files)
    return names.length === Object.keys(now).length && names.every((name) => files[name] === now[name])
  } catch {
    return false
  }
}

async function fingerprints(root: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = path.slice(root.length + 1)
    if (entry.isFile()) found[name] = await sha256(path)
    else if (entry.isSymbolicLink()) found[name] = `-> ${await readlink(path)}`
  }
  return found
}

const sha256 = async (file: string) => createHash('sha256').update(await readFile(file)).digest('hex')
export const firstLine = (problem: unknown) =>
  (problem instanceof Error ? problem.message : String(problem)).trim().split('\n').at(-1)!.slice(0, 300)
