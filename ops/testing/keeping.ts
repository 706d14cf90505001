/** For tests: the backup and restore commands, as `npm run` starts them. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from '../install.mjs'

export type Run = { ended: Promise<{ code: number | null; said: string }>; said(): string; kill(): void }

export function start(what: 'backup' | 'restore', args: string[], env: Record<string, string> = {}): Run {
  // On the project's own Node and without the starter in between, so that a kill reaches it.
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'ops', 'backup', `${what}.ts`), ...args], {
    cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (said += chunk))
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, said }))
  return { ended, said: () => said, kill: () => child.kill('SIGKILL') }
}

export const run = (what: 'backup' | 'restore', args: string[], env?: Record<string, string>) => start(what, args, env).ended
