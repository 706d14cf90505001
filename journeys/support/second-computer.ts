/** A second computer on this machine: a network namespace with a cable to it, and a browser in it that trusts what was installed there. */
import { execFile, execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const ip = (...args: string[]) => execFileSync('ip', args, { stdio: 'pipe' })

/** Undefined when this user and this kernel can have namespaces; else why not. */
export function whyNoSecondComputer(): string | undefined {
  if (process.getuid?.() !== 0) return 'a network namespace needs root'
  const probe = `akprobe${process.pid}`
  try {
    ip('netns', 'add', probe)
    ip('netns', 'del', probe)
    return undefined
  } catch (problem) {
    return `no network namespace can be made here (${problem instanceof Error ? problem.message.split('\n')[0] : problem})`
  }
}

/** Of the three ranges kept for documentation (RFC 5737), one that this machine is not in itself. */
function freeNetwork(): string {
  const taken = Object.values(networkInterfaces()).flatMap((all) => all ?? []).map((one) => one.address.split('.').slice(0, 3).join('.'))
  const found = ['192.0.2', '198.51.100', '203.0.113'].find((network) => !taken.includes(network))
  if (!found) throw new Error('all three documentation networks are in use on this machine')
  return found
}

export type SecondComputer = AsyncDisposable & {
  /** This machine's address on the cable: what the second computer types. */
  readonly address: string
  /** Runs a program there; its output. */
  run(command: string, ...args: string[]): Promise<string>
  /** Installs a root certificate (a DER file) for the person who uses the browser. */
  trust(certificate: string): Promise<void>
  /** A program that starts Chromium there. */
  readonly chromium: string
}

/** As the page of the root certificate says it is done on Linux, for the person whose home this is. */
export async function trustIn(home: string, certificate: string): Promise<void> {
  const store = join(home, '.pki/nssdb')
  mkdirSync(store, { recursive: true })
  await run('certutil', ['-d', `sql:${store}`, '-A', '-t', 'C,,', '-n', 'Ak Masa', '-i', certificate])
}

export function secondComputer(): SecondComputer {
  const network = freeNetwork()
  const name = `akmasa${process.pid}`
  const [here, there] = [`akh${process.pid}`, `akt${process.pid}`]
  const address = `${network}.10`
  const home = mkdtempSync(join(tmpdir(), 'akmasa-second-'))
  ip('netns', 'add', name)
  try {
    ip('link', 'add', here, 'type', 'veth', 'peer', 'name', there, 'netns', name)
    ip('addr', 'add', `${address}/24`, 'dev', here)
    ip('link', 'set', here, 'up')
    ip('-n', name, 'addr', 'add', `${network}.20/24`, 'dev', there)
    ip('-n', name, 'link', 'set', there, 'up')
    ip('-n', name, 'link', 'set', 'lo', 'up')
  } catch (problem) {
    ip('netns', 'del', name)
    throw problem
  }
  const chromium = join(home, 'chromium')
  writeFileSync(chromium, `#!/bin/sh\nHOME='${home}' exec ip netns exec ${name} '${process.env.CHROMIUM ?? '/usr/bin/chromium'}' "$@"\n`)
  chmodSync(chromium, 0o755)

  return {
    address, chromium,
    run: async (command, ...args) => (await run('ip', ['netns', 'exec', name, command, ...args], { env: { ...process.env, HOME: home } })).stdout,
    trust: (certificate) => trustIn(home, certificate),
    async [Symbol.asyncDispose]() {
      ip('netns', 'del', name) // the cable goes with it
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
