/** The listeners' second door: the same pages and operations over TLS, on the addresses other computers reach us at. */
import { readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import type { Log } from './log.ts'

type Files = { certificate: string; key: string }
export type TlsWish = Files & { addresses: readonly string[]; port: number }

export function tlsWish(config: Config, port: number | undefined): TlsWish | undefined {
  const { TLS_ADDRESSES: addresses, TLS_CERTIFICATE: certificate, TLS_KEY: key } = config
  return port !== undefined && certificate && key && addresses.length > 0 ? { addresses, port, certificate, key } : undefined
}

const lookAgain = 30_000

/** @param attach gives each server what it serves besides requests. */
export async function serveTls(app: FastifyInstance, wish: TlsWish, log: Log, attach: (server: Server) => void = () => {}) {
  await app.ready()
  const servers = wish.addresses.map((host) => {
    const server = createServer((request, response) => app.routing(request, response))
    attach(server)
    server.on('error', (error) => log.warn({ err: error }, 'tls: this address is not served yet'))
    return { server, host }
  })
  let stamp = ''
  function takeCertificate(): void {
    const now = stampOf(wish)
    if (now === stamp) return
    try {
      const context = { cert: readFileSync(wish.certificate), key: readFileSync(wish.key), minVersion: 'TLSv1.2' } as const
      for (const { server } of servers) server.setSecureContext(context)
      stamp = now
    } catch (error) {
      // Half written, or a key that does not fit: what is in use serves on, and we look again.
      log.warn({ err: error }, 'tls: the certificate cannot be used')
    }
  }
  /** An address may be gone for a while, a cable is out or the network is not up yet: tried until it is there. */
  const listen = () => Promise.all(servers.filter(({ server }) => !server.listening).map(({ server, host }) => new Promise<void>((settled) => {
    server.once('error', () => settled()).listen({ host, port: wish.port }, settled)
  })))
  takeCertificate()
  await listen()
  const looking = setInterval(() => { takeCertificate(); void listen() }, lookAgain)
  looking.unref()

  return {
    async stop(): Promise<void> {
      clearInterval(looking)
      await Promise.all(servers.map(({ server }) => new Promise<void>((closed) => { server.close(() => closed()); server.closeAllConnections() })))
    },
  }
}

const stampOf = ({ certificate, key }: Files): string => [certificate, key].map((file) => {
  const { mtimeMs, size, ino } = statSync(file, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0, ino: 0 }
  return `${mtimeMs} ${size} ${ino}`
}).join()
