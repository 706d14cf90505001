/** The server of a start: set up once, then kept alive. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { errand } from './errand.ts'
import type { Folders } from './folders.ts'
import { root } from './install.mjs'
import type { Command } from './processes.ts'
import { fingerprint } from './sources.ts'
import { keepAlive, type Child } from './supervisor.ts'

export type ServerEnv = Record<string, string>

/** Migrates and seeds; safe to run again. */
export async function setUp(env: ServerEnv, ownerUrl: string, folders: Folders, callOff: AbortSignal): Promise<void> {
  await errand('setup', script('server/setup.ts', { ...env, DATABASE_OWNER_URL: ownerUrl }), folders.logDir, callOff)
}

export function startServer(env: ServerEnv, folders: Folders, say: (line: string) => void): Promise<Child> {
  const told = createHash('sha256').update(JSON.stringify(env)).digest('hex')
  return keepAlive(
    {
      name: 'server',
      command: async () => script('server/main.ts', env),
      version: fingerprint(['server', 'contracts', 'package-lock.json'], told),
      ending: [['SIGTERM', 2500]],
    },
    { ...folders, say },
  )
}

/** A program of the project, on the Node we run on ourselves. */
export function script(path: string, env: ServerEnv = {}): Command {
  // What npm tells its scripts is not meant for a server that outlives them.
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_') && name !== 'INIT_CWD')
  return {
    file: process.execPath,
    args: ['--enable-source-maps', join(root, path)],
    env: { ...Object.fromEntries(own), NODE_ENV: 'production', NO_COLOR: '1', ...env },
    cwd: root,
  }
}
