/** A throw-away PostgreSQL that ends, and takes its folder with it, when the process that asked for it is gone. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { amRoot, cacheFolder, freePort, fastScratchFolder, systemUser } from '../host.ts'
import { adminUrl, asUser, initdb, plainEnvironment, settings, untilReady, type Cluster } from './cluster.ts'
import { installPostgres } from './install.ts'

export type RunningPostgres = { adminUrl: string; port: number; dir: string; stop(): Promise<void> }

/** What a crash of the machine would lose is not worth waiting for. */
const notDurable = {
  fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off',
  max_connections: '300', shared_buffers: '128MB', wal_level: 'minimal', max_wal_senders: '0', log_line_prefix: '%p:',
  // In the folder too, and not in /dev/shm, where an end at once would leave it for ever.
  dynamic_shared_memory_type: 'mmap',
}

/**
 * `sh` waits for our end of its standard input to close, which even kill -9 does; then it ends its group, whether that
 * is still making the cluster or serving, and removes the folder. A handler in Node would not run. It says so again and
 * again: what a shell starts in the background ignores this signal until it has a handler of its own.
 */
const tether = `
  exec 3>&2 2>/dev/null # a word of the shell's own into a pipe that nobody reads any more would end it
  { "$INITDB" "$@" >/dev/null && exec "$POSTGRES" -D "$SCRATCH/data" $SETTINGS; } </dev/null 2>&3 3>&- & server=$!
  cat >/dev/null
  trap '' QUIT
  while :; do kill -QUIT 0; sleep 0.1; done & insistence=$!
  wait $server
  kill -KILL $insistence
  cd / && rm -rf "$SCRATCH"`

export async function startPostgres(): Promise<RunningPostgres> {
  const user = amRoot() ? await systemUser('akmasa-db') : undefined
  const binaries = await installPostgres(cacheFolder())
  const port = await freePort()
  const password = 'only-here'

  // From here to the spawn nothing is waited for: the folder must never stand without its tether.
  const scratch = mkdtempSync(join(fastScratchFolder(), 'akmasa-pg-'))
  const secret = join(scratch, 'password')
  writeFileSync(secret, password)
  if (user) for (const path of [scratch, secret]) chownSync(path, user.uid, user.gid)
  const cluster: Cluster = { binaries, dir: join(scratch, 'data'), user }
  const [INITDB, ...args] = initdb(cluster, secret).concat('--set', 'dynamic_shared_memory_type=mmap')
  const all = Object.entries({ ...settings, ...notDurable, port }).map(([name, value]) => `-c ${name}=${value}`)
  const child = spawn('/bin/sh', ['-c', tether, 'sh', ...args], {
    env: {
      ...plainEnvironment(cluster),
      SCRATCH: scratch,
      INITDB,
      POSTGRES: join(binaries.bin, 'postgres'),
      SETTINGS: all.join(' '), // split again by the shell
    },
    cwd: '/',
    ...asUser(cluster),
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
    await untilReady(url, 60)
  } catch (problem) {
    await stop()
    throw new Error(`PostgreSQL for the tests did not start:\n${log}`, { cause: problem })
  }
  return { adminUrl: url, port, dir: cluster.dir, stop }
}
