/** Which ports this installation uses: the default ones, the next free if taken, the same ever after. */
import { createSocket } from 'node:dgram'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { lock } from './lock.mjs'
import { identify, isAlive, type ProcessId } from './processes.ts'
import { anyRunning } from './supervisor.ts'

export type Ports = {
  desk: number
  citizens: number
  /** UDP and TCP. */
  sip: number
  postgres: number
  ami: number
  /** Asterisk's own web server: the browsers' SIP socket. */
  telephoneHttp: number
  /** Over TLS, on the addresses that other computers use; held even while there are none. */
  deskTls: number
  citizensTls: number
  telephoneTls: number
  /** First of the block. */
  rtp: number
}

/** Two ports a leg: enough for fifty calls, each with a caller and an operator. */
export const rtpBlock = 200

/** All below 32768, where the system begins to give out ports by itself. */
export const defaults: Ports = { desk: 4153, citizens: 4154, sip: 5153, postgres: 4253, ami: 4353, telephoneHttp: 4453, deskTls: 4553, citizensTls: 4554, telephoneTls: 4653, rtp: 14000 }

const free: Record<keyof Ports, (port: number) => Promise<boolean>> = {
  desk: tcpFree,
  citizens: tcpFree,
  postgres: tcpFree,
  ami: tcpFree,
  telephoneHttp: tcpFree,
  deskTls: tcpFreeEverywhere,
  citizensTls: tcpFreeEverywhere,
  telephoneTls: tcpFreeEverywhere,
  sip: async (port) => (await udpFree(port)) && (await tcpFree(port)),
  rtp: blockFree,
}

/**
 * Chooses, and holds the choice against other launchers of this machine's user while we live: between choosing and
 * listening there are seconds, and two first starts side by side would take the same.
 * `inUse` names those that our own children, left running, already listen on; `runDir` is where they are noted. Children
 * that outlive their launcher keep its claim: a switch does not listen on the ports of calls it does not carry yet.
 */
export async function choosePorts(cache: string, remembered: Partial<Ports>, inUse: ReadonlySet<keyof Ports>, runDir?: string): Promise<Ports> {
  const release = await lock(join(cache, 'ports.lock'), 60)
  if (!release) throw new Error(`${join(cache, 'ports.lock')} has been held by another start for a minute.`)
  try {
    const others = readClaims(cache).filter((claim) => (runDir === undefined || claim.runDir !== runDir) && holds(claim))
    const taken = new Set(others.flatMap((claim) => claim.ports))
    const chosen = { ...defaults }
    for (const name of Object.keys(defaults) as (keyof Ports)[]) {
      const wish = remembered[name]
      chosen[name] = wish !== undefined && inUse.has(name) ? wish : await next(name, wish ?? defaults[name], taken)
      taken.add(chosen[name])
    }
    const me = identify(process.pid)
    if (me) writeClaims(cache, [...others, { ...me, ports: Object.values(chosen), runDir }])
    return chosen
  } finally {
    release()
  }
}

async function next(name: keyof Ports, from: number, taken: ReadonlySet<number>): Promise<number> {
  const step = name === 'rtp' ? rtpBlock : 1
  for (let port = from; port < from + 300 * step && port < 32_768; port += step)
    if (!taken.has(port) && (await free[name](port))) return port
  throw new Error(`No free port for ${name} was found from ${from} on.`)
}

function tcpFreeEverywhere(port: number): Promise<boolean> {
  return tcpFree(port, '0.0.0.0')
}

function tcpFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)))
  })
}

function udpFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createSocket('udp4').once('error', () => (probe.close(), resolve(false)))
    probe.bind({ port, address: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)))
  })
}

async function blockFree(first: number): Promise<boolean> {
  const ports = Array.from({ length: rtpBlock }, (_, i) => first + i)
  return (await Promise.all(ports.map(udpFree))).every(Boolean)
}

type Claim = ProcessId & { ports: number[]; runDir?: string }

const holds = (claim: Claim): boolean => isAlive(claim) || (claim.runDir !== undefined && anyRunning(claim.runDir))

function readClaims(cache: string): Claim[] {
  const file = join(cache, 'ports.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Claim[]) : []
}

function writeClaims(cache: string, claims: Claim[]): void {
  const file = join(cache, 'ports.json')
  writeFileSync(`${file}.new`, JSON.stringify(claims))
  renameSync(`${file}.new`, file)
}
