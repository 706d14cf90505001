import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:https'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { makeAuthority, makeServerCertificate } from '../../ops/tls/authority.ts'
import { freePort } from '../adapters/host.ts'
import { socketSource, switchSocket } from './http/came.ts'
import { silentLog } from './log.ts'
import { serveTls } from './tls.ts'

const address = '127.0.0.2'
const authority = makeAuthority('Deneme', [address])
let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'akmasa-tls-'))))
afterAll(() => rmSync(folder, { recursive: true }))

function files(name: string) {
  const at = { certificate: join(folder, `${name}.crt`), key: join(folder, `${name}.key`) }
  const put = () => {
    const made = makeServerCertificate(authority, [address])
    writeFileSync(at.certificate, made.certificate)
    writeFileSync(at.key, made.key)
  }
  return { ...at, put }
}
const app = () => {
  const made = Fastify()
  made.get('/', async (got) => ({ secure: got.protocol, host: got.host }))
  onTestFinished(() => made.close())
  return made
}
const get = (port: number) => new Promise<string>((resolve, reject) => {
  request({ host: address, port, ca: authority.certificate, agent: new Agent() }, (answer) => { let text = ''; answer.on('data', (part) => (text += String(part))).on('end', () => resolve(text)) }).on('error', reject).end()
})
const served = async (port: number) => {
  const socket = connect({ host: address, port, ca: authority.certificate, servername: '' })
  await once(socket, 'secureConnect')
  const { serialNumber } = socket.getPeerX509Certificate()!
  socket.destroy()
  return serialNumber
}

test('the same pages over TLS, on the addresses asked for', async () => {
  const at = files('same')
  at.put()
  const port = await freePort()
  const serving = await serveTls(app(), { ...at, addresses: [address], port }, silentLog)
  onTestFinished(() => serving.stop())
  expect(JSON.parse(await get(port))).toEqual({ secure: 'https', host: `${address}:${port}` })
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
})

test('a renewed certificate is taken up without a restart; one that cannot be used leaves the old one in use', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const at = files('renewed')
  at.put()
  const port = await freePort()
  const serving = await serveTls(app(), { ...at, addresses: [address], port }, silentLog)
  onTestFinished(() => serving.stop())
  const first = await served(port)

  writeFileSync(at.certificate, 'half of a certificate')
  vi.advanceTimersByTime(31_000)
  expect(await served(port)).toBe(first)
  at.put()
  vi.advanceTimersByTime(31_000)
  expect(await served(port)).not.toBe(first)
})

test('an address that is away, or a certificate that is missing, does not keep the desk from starting', async () => {
  const away = '203.0.113.77'
  expect(Object.values(networkInterfaces()).flat().some((one) => one?.address === away)).toBe(false)
  const at = files('missing')
  const port = await freePort()
  const serving = await serveTls(app(), { ...at, addresses: [away, address], port }, silentLog)
  onTestFinished(() => serving.stop())
  await expect(get(port)).rejects.toThrow()
})

describe('where a browser finds the switch', () => {
  const sockets = { plain: 'ws://127.0.0.1:4453/sip/ws', secure: 'wss://{host}:4653/sip/ws' }
  const behind = { ...sockets, secure: '/sip' }
  test.each([
    ['on this machine', sockets, false, '127.0.0.1:4153', 'ws://127.0.0.1:4453/sip/ws'],
    ['over TLS, at the name it came to', sockets, true, 'desk.tatvan.local:4553', 'wss://desk.tatvan.local:4653/sip/ws'],
    ['over TLS, at the address it came to', sockets, true, '192.0.2.10:4553', 'wss://192.0.2.10:4653/sip/ws'],
    ['over TLS, at an IPv6 address', sockets, true, '[fd00::1]:4553', 'wss://[fd00::1]:4653/sip/ws'],
    ['behind a reverse proxy, on its own address', behind, true, 'desk.example.org', 'wss://desk.example.org/sip'],
    ['behind a reverse proxy on another port', behind, true, 'desk.example.org:8443', 'wss://desk.example.org:8443/sip'],
    ['behind a reverse proxy, from this machine itself', behind, false, '127.0.0.1:4153', 'ws://127.0.0.1:4453/sip/ws'],
    ['over TLS when the switch has no TLS', { plain: sockets.plain }, true, '192.0.2.10', undefined],
    ['with a host that is none', sockets, true, "x; script-src 'unsafe-inline'", undefined],
  ])('%s', (_where, given, secure, host, found) => {
    expect(switchSocket(given, { secure, host })).toBe(found)
  })

  test('the page may open exactly that socket', () => {
    const asked = (headers: Record<string, string>, encrypted = true) => ({ headers, socket: encrypted ? { encrypted } : {} }) as never
    expect(socketSource(sockets, asked({ host: '192.0.2.10:4553' }))).toBe('wss://192.0.2.10:4653')
    expect(socketSource(behind, asked({ host: 'desk.example.org', 'x-forwarded-proto': 'https' }, false))).toBe('wss://desk.example.org')
    expect(socketSource(sockets, asked({ host: '127.0.0.1:4153' }, false))).toBe('ws://127.0.0.1:4453')
    expect(socketSource(sockets, asked({ host: "x; script-src 'unsafe-inline'" }))).toBe("'self'")
  })
})
