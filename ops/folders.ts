/**
 * Where things stand. An ordinary user has everything in the one data folder. As root, PostgreSQL and Asterisk run as
 * system users who cannot reach every clone, so the state is under /var/lib and the data folder links to it.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { amRoot, cacheFolder } from '../server/adapters/host.ts'
import { lock } from './lock.mjs'
import { serviceAt } from './service-here.ts'

export type Folders = {
  /** What people look for: addresses, demo accounts, the server's files. */
  data: string
  /** Database, telephone, secrets, logs. */
  state: string
  runDir: string
  logDir: string
  /** Shared by all clones of this user. */
  cache: string
}

export type Around = {
  /** Where the state of all clones stands when system users must reach it; absent: in the data folder itself. */
  systemState?: string
  say: (line: string) => void
  /** Ends whatever still runs from a state that is to be set aside. */
  endLeftBehind: (runDir: string) => Promise<void>
  /** Only who brings a backup back may take a folder that holds half of one. */
  evenHalfRestored?: boolean
}

export const systemState = amRoot() ? '/var/lib/akmasa' : undefined

/** Where a data folder's state stands, and the lock its launcher holds. Nothing is made. */
export function standing(dataDir: string, system: string | undefined): { data: string; state: string; lockFile: string } {
  const data = resolve(dataDir)
  const state = stateOf(data, system)
  return { data, state, lockFile: state === data ? join(data, 'lock') : `${state}.lock` }
}

/** Left in the state for as long as a backup is being brought back into it. */
export const restoring = 'restoring'

/** Takes the data folder for this launcher alone; undefined when another one has it. */
export async function takeFolders(dataDir: string, around: Around): Promise<Folders | undefined> {
  const { data, state, lockFile } = standing(dataDir, around.systemState)
  mkdirSync(data, { recursive: true, mode: 0o700 }) // what citizens send stands in it
  // Two seconds: the lock of a launcher killed this instant is let go a moment later. Ours ends with us.
  const letGo = await lock(lockFile, 2)
  if (!letGo) return undefined
  const service = serviceAt({ data, state, runDir: join(state, 'run') })
  if (service.length > 0) {
    letGo()
    throw new Error(`A service runs from ${data} (process ${service.join(', ')}); two at once would spoil what it keeps. Stop it first:\n  systemctl stop akmasa.target akmasa-asterisk akmasa-disk-watch`)
  }

  if (state !== data) {
    if (existsSync(state) && linkOf(data) !== state) await setAside(state, around)
    mkdirSync(state, { recursive: true, mode: 0o755 })
    writeFileSync(join(state, 'home'), data)
    rmSync(join(data, 'state'), { force: true })
    symlinkSync(state, join(data, 'state'))
  }
  if (existsSync(join(state, restoring)) && !around.evenHalfRestored)
    throw new Error(`A backup was being brought back into ${data} and that was not finished. Run npm run restore again.`)
  return { data, state, runDir: join(state, 'run'), logDir: join(state, 'logs'), cache: cacheFolder() }
}

function stateOf(data: string, systemState: string | undefined): string {
  if (!systemState) return data
  const linked = linkOf(data)
  const home = linked === undefined ? undefined : homeOf(linked)
  // A clone that was moved keeps its state; one that was copied, link and all, gets its own.
  if (linked && home && (home === data || linkOf(home) !== linked)) return linked
  return join(systemState, createHash('sha256').update(data).digest('hex').slice(0, 12))
}

function linkOf(data: string): string | undefined {
  try {
    return readlinkSync(join(data, 'state'))
  } catch {
    return undefined
  }
}

function homeOf(state: string): string | undefined {
  try {
    return readFileSync(join(state, 'home'), 'utf8')
  } catch {
    return undefined
  }
}

/** The data folder was removed and a new one stands in its place: a fresh start, but nothing is destroyed. */
async function setAside(state: string, { say, endLeftBehind }: Around): Promise<void> {
  await endLeftBehind(join(state, 'run'))
  const aside = `${state}.until-${new Date().toISOString().replace(/\W/g, '').slice(0, 15)}`
  renameSync(state, aside)
  say(`An earlier data folder stood at this path. What it held is kept in ${aside}; this is a fresh start.`)
}
