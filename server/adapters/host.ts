/** What the machine gives us: system users, a cache shared by clones, free ports. */
import { execFile } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, statfsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type SystemUser = { name: string; uid: number; gid: number }

export const amRoot = () => process.getuid?.() === 0

/**
 * A system user of this name, made if absent. Only root can; an ordinary user runs everything as himself.
 * Two starts may race: `useradd` locks the user database, so the loser waits or finds the name taken.
 */
export async function systemUser(name: string): Promise<SystemUser> {
  const args = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin']
  const until = Date.now() + 15_000
  for (;;) {
    const found = await lookUp(name)
    if (found) return found
    try {
      await run('useradd', [...args, name], { env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` } })
    } catch (problem) {
      if (await lookUp(name)) continue
      if (Date.now() > until) throw new Error(`The system user ${name} could not be made: ${said(problem)}`)
      await delay(200)
    }
  }
}

async function lookUp(name: string): Promise<SystemUser | undefined> {
  for (const line of (await readFile('/etc/passwd', 'utf8')).split('\n')) {
    const [user, , uid, gid] = line.split(':')
    if (user === name) return { name, uid: Number(uid), gid: Number(gid) }
  }
  return undefined
}

/** Where big things are kept for all clones of this machine's user. */
export function cacheFolder(): string {
  if (amRoot()) return made('/var/cache/akmasa')
  const own = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'akmasa')
  try {
    return made(own)
  } catch {
    // A user without a home of his own, such as a build's.
    return made(join(tmpdir(), `akmasa-cache-${process.getuid?.() ?? 0}`))
  }
}

function made(dir: string): string {
  mkdirSync(dir, { recursive: true, mode: 0o755 })
  accessSync(dir, constants.W_OK)
  return dir
}

/** A folder for scratch that system users can reach too: TMPDIR may be root's own (0700). */
export function scratchFolder(): string {
  return [tmpdir(), '/tmp', '/var/tmp'].find((dir) => existsSync(dir) && (!amRoot() || openToAll(dir))) ?? '/tmp'
}

/** In memory where there is plenty: copying a small test database takes 17 ms there, on a disk 450. */
export function fastScratchFolder(): string {
  const memory = '/dev/shm'
  try {
    const { bavail, bsize } = statfsSync(memory)
    accessSync(memory, constants.W_OK)
    if (bavail * bsize > 2_000_000_000) return memory
  } catch {
    // No such folder, or not ours to write to.
  }
  return scratchFolder()
}

/** Whether users other than the owner may pass through every folder down to this one. */
export function openToAll(dir: string): boolean {
  const passable = (statSync(dir).mode & 0o001) !== 0
  return passable && (dir === '/' || openToAll(dirname(dir)))
}

/** A TCP port on loopback that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

/** What a failed command said for itself, in one line. */
export function said(problem: unknown): string {
  const stderr = problem instanceof Error && 'stderr' in problem ? String(problem.stderr) : ''
  return (stderr || (problem instanceof Error ? problem.message : String(problem))).trim().split('\n').slice(-3).join(' ')
}
