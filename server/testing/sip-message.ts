/** SIP messages as text, read and told apart. */
import { randomBytes } from 'node:crypto'
import type { Socket } from 'node:dgram'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

export type Message = {
  code: number
  method: string
  uri: string
  headers: Map<string, string[]>
  body: string
}

export const ip = '127.0.0.1'
export const random = (bytes = 6) => randomBytes(bytes).toString('hex')
export const bind = async (socket: Socket): Promise<number> => {
  socket.bind(0, ip)
  await once(socket, 'listening')
  return (socket.address() as AddressInfo).port
}

export const uriOf = (contact: string) => /<([^>]+)>/.exec(contact)?.[1] ?? contact

const short: Record<string, string> = { v: 'via', f: 'from', t: 'to', i: 'call-id', m: 'contact', c: 'content-type', l: 'content-length' }

export function parse(text: string): Message | undefined {
  const [head = '', body = ''] = text.split('\r\n\r\n')
  const [start = '', ...lines] = head.split('\r\n')
  const words = start.split(' ')
  if (words.length < 3) return undefined
  const headers = new Map<string, string[]>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    const full = short[name] ?? name
    headers.set(full, [...(headers.get(full) ?? []), line.slice(colon + 1).trim()])
  }
  const answer = start.startsWith('SIP/2.0')
  return { code: answer ? Number(words[1]) : 0, method: answer ? '' : words[0]!, uri: answer ? '' : words[1]!, headers, body }
}
