/** The whole product as a newcomer starts it, in a folder of its own: `npm start`, its addresses, its children, and its end. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, watch } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { endLeftBehind } from '../../ops/supervisor.ts'

export const root = resolve(import.meta.dirname, '../..')
export type Endpoints = { desk: string; citizens: string; sip: string; openapi: string; secure?: { desk: string; citizens: string; rootCertificate?: string } }
export type Account = { email: string; password: string; name: string; roles: string[]; directorate: string | null }

export type House = AsyncDisposable & {
  readonly data: string
  readonly endpoints: Endpoints
  readonly accounts: readonly Account[]
  /** The first account with this role (and directorate, by slug). */
  account(role: string, directorate?: string): Account
  /** What it has printed so far. */
  printed(): string
  stop(): Promise<void>
  /** kill -9 of the launcher: what it started lives on, and nobody starts it again until the next start. */
  abandon(): Promise<void>
}

/** Database, telephone and logs; as root they stand elsewhere and the data folder links to them. */
export const stateOf = (data: string): string => (existsSync(join(data, 'state')) ? realpathSync(join(data, 'state')) : data)

/** Resolves when `look` finds something; looks again at every change of the folder, and now and then in case one is missed. */
export async function appears<T>(folder: string, look: () => T | undefined, unless: () => string | undefined): Promise<T> {
  const ready = look()
  if (ready !== undefined) return ready
  return new Promise<T>((found, lost) => {
    const end = () => { watcher?.close(); clearInterval(now) }
    const check = () => {
      const seen = look()
      if (seen !== undefined) { end(); found(seen); return }
      const why = unless()
      if (why !== undefined) { end(); lost(new Error(why)) }
    }
    const watcher = existsSync(folder) ? watch(folder, check) : undefined
    const now = setInterval(check, 200)
  })
}
const readJson = <T>(file: string): T | undefined => {
  try { return JSON.parse(readFileSync(file, 'utf8')) as T } catch { return undefined }
}

/** @param data a folder to use again; without it, one that goes with the house. */
export async function startHouse(options: { data?: string; flags?: string[]; env?: Record<string, string> } = {}): Promise<House> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'akmasa-house-'))
  const launcher: ChildProcess = spawn('node', ['ops/start.mjs', '--data', data, ...(options.flags ?? [])], {
    cwd: root, env: { ...process.env, ...options.env }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  launcher.stdout!.on('data', (chunk) => { said += chunk })
  launcher.stderr!.on('data', (chunk) => { said += chunk })
  // Closed, not only ended: the launcher behind `npm start` holds the same pipes.
  const over = new Promise<void>((go) => launcher.once('close', () => go()))
  let gone = false
  void over.then(() => { gone = true })
  // A leftover of an earlier start of the same folder must not be taken for the answer of this one.
  const endpoints = await appears(data, () => (said.includes('http://') ? readJson<Endpoints>(join(data, 'endpoints.json')) : undefined), () => (gone ? `it ended before it was ready:\n${said}` : undefined))
  const accounts = readJson<{ accounts: Account[] }>(join(data, 'demo-accounts.json'))?.accounts ?? []
  const stop = async () => {
    if (!gone) launcher.kill('SIGINT')
    await over
  }
  return {
    data, endpoints, accounts,
    account(role, directorate) {
      const found = accounts.find((a) => a.roles.includes(role) && (directorate === undefined || a.directorate === directorate))
      if (!found) throw new Error(`no demo account with the role ${role}${directorate ? ` in ${directorate}` : ''}`)
      return found
    },
    printed: () => said,
    stop,
    async abandon() {
      launcher.kill('SIGKILL')
      await over
    },
    async [Symbol.asyncDispose]() {
      await stop()
      const state = stateOf(data)
      await endLeftBehind(join(state, 'run'))
      if (options.data) return
      for (const folder of new Set([state, `${state}.lock`, data])) rmSync(folder, { recursive: true, force: true })
    },
  }
}
