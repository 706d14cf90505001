/** A throw-away PostgreSQL that ends, and takes its folder with it, when the process that asked for it is gone. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { amRoot, cacheFolder, freePort, scratchFolder, systemUser } from '../host.ts'
import { adminUrl, notDurable, postgresCommand, prepareCluster, untilReady, type Cluster } from './cluster.ts'
import { installPostgres } from './install.ts'

export type RunningPostgres = { adminUrl: string; port: number; dir: string; stop(): Promise<void> }

/**
 * `sh` waits for our end of its standard input to close, which even kill -9 does; then it stops the server at once
 * and removes the folder. A handler in Node would not run.
 */
const tether = `
  "$@" </dev/null & server=$!
  cat >/dev/null
  kill -QUIT $server 2>/dev/null
  wait $server
  cd / && rm -rf "$SCRATCH"`

export async function startPostgres(): Promise<RunningPostgres> {
  const user = amRoot() ? await systemUser('akmasa-db') : undefined
  const scratch = await mkdtemp(join(scratchFolder(), 'akmasa-pg-'))
  if (user) await chown(scratch, user.uid, user.gid)
  const cluster: Cluster = { binaries: await installPostgres(cacheFolder()), dir: join(scratch, 'data'), user }
  const password = 'only-here'
  await prepareCluster(cluster, password)

  const port = await freePort()
  const command = await postgresCommand(cluster, port, notDurable)
  const child = spawn('/bin/sh', ['-c', tether, 'sh', command.file, ...command.args], {
    env: { ...command.env, SCRATCH: scratch },
    cwd: '/',
    uid: command.uid,
    gid: command.gid,
    // A terminal's Ctrl-C goes to the whole group; the server must outlive the tests that still use it.
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  let log = ''
  child.stderr.on('data', (chunk) => (log = (log + String(chunk)).slice(-4000)))
  const ended = once(child, 'exit')
  const url = adminUrl(port, password)
  const stop = async () => {
    child.stdin.end()
    await ended
  }
  try {
    await untilReady(url, 30)
  } catch (problem) {
    await stop()
    throw new Error(`PostgreSQL for the tests did not start:\n${log}`, { cause: problem })
  }
  return { adminUrl: url, port, dir: cluster.dir, stop }
}
