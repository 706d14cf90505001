/** How a browser came to us; and by which socket, therefore, it reaches the telephone switch, which it does without us. */
import type { IncomingMessage } from 'node:http'

export type Came = {
  /** Over TLS, ours or a trusted proxy's. */
  secure: boolean
  /** As it was typed: name or address, with the port if it is not the usual one. */
  host: string
}

export type SwitchSockets = {
  /** For this machine: `ws://127.0.0.1:4453/sip/ws`. */
  plain?: string
  /** Over TLS, where no browser opens an unencrypted socket: `wss://{host}:4653/sip/ws`, or `/sip` on our own address, by which a reverse proxy hands it on. */
  secure?: string
}

/** Undefined: from where this browser stands the switch cannot be reached. */
export function switchSocket({ plain, secure }: SwitchSockets, came: Came): string | undefined {
  if (!came.secure) return plain
  // It becomes part of a header: what does not look like a host is none.
  if (!secure || !/^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i.test(came.host)) return undefined
  return secure.startsWith('/') ? `wss://${came.host}${secure}` : secure.replace('{host}', came.host.replace(/:\d+$/, ''))
}

/** The same as a source for the content security policy, which is written before anyone knows what the proxy said. */
export function socketSource(sockets: SwitchSockets, request: IncomingMessage): string {
  const secure = 'encrypted' in request.socket || request.headers['x-forwarded-proto'] === 'https'
  const url = switchSocket(sockets, { secure, host: request.headers.host ?? '' })
  return url ? new URL(url).origin : "'self'"
}
