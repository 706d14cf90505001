/** What the switch's web server answers: the browsers' telephone socket, and nothing more. */
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import WebSocket from 'ws'
import { makeAuthority, makeServerCertificate } from '../../../ops/tls/authority.ts'
import { testSwitch, type TestSwitch } from '../../testing/switch.ts'
import { freePort } from '../host.ts'
import { renewCertificate, type SwitchTls } from './config.ts'

/** Another address of this machine, as far as the switch can tell. */
const address = '127.0.0.2'
const authority = makeAuthority('Deneme', [address])
let folder: string
let tls: SwitchTls
let line: TestSwitch

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'akmasa-sockets-'))
  tls = { address, port: await freePort(), certificate: join(folder, 'server.crt'), key: join(folder, 'server.key') }
  putCertificate()
  line = await testSwitch({ tls })
})
afterAll(async () => {
  await line?.[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

function putCertificate(): void {
  const made = makeServerCertificate(authority, [address])
  writeFileSync(tls.certificate, made.certificate)
  writeFileSync(tls.key, made.key)
}
const served = async () => {
  const socket = connect({ host: address, port: tls.port, ca: authority.certificate, servername: '' })
  await once(socket, 'secureConnect')
  const { serialNumber } = socket.getPeerX509Certificate()!
  socket.destroy()
  return serialNumber
}
const overTls = (path: string) => new Promise<number>((resolve, reject) => {
  request({ host: address, port: tls.port, path, ca: authority.certificate, agent: false }, (answer) => { answer.resume(); resolve(answer.statusCode!) }).on('error', reject).end()
})
const said = (url: string, words?: string) => new Promise<string>((resolve, reject) => {
  const socket = new WebSocket(url, 'sip', { ca: authority.certificate })
  socket.on('error', reject).on('open', () => { if (words) socket.send(words); else { socket.close(); resolve('open') } })
  socket.on('message', (answer: Buffer) => {
    const [first = ''] = answer.toString().split('\r\n')
    if (!first.includes('100 Trying')) { socket.close(); resolve(first) }
  })
})
const elsewhere = ['/', '/ws', '/ari', '/ari/asterisk/info', '/httpstatus', '/static/', '/static/mantest.html', '/rawman', '/manager', '/mxml', '/arawman', '/amanager', '/phoneprov', '/metrics', '/media/x', '/uploads',
  '/sip', '/sip/', '/sip/ari', '/sip/ari/asterisk/info', '/sip/httpstatus', '/sip/static/', '/sip/rawman', '/sip/manager', '/sip/mxml', '/sip/media/x', '/sip/..', '/sip/../ari', '/sip%2fari']

test('over TLS the telephone socket is there, and nothing else at all', async () => {
  expect(await said(`wss://${address}:${tls.port}/sip/ws`)).toBe('open')
  expect(await Promise.all(elsewhere.map(async (path) => [path, await overTls(path)]))).toEqual(elsewhere.map((path) => [path, 404]))
})

test('without TLS it is the same, and on loopback alone', async () => {
  expect(await said(line.access.socket)).toBe('open')
  const at = `http://127.0.0.1:${line.ports.http}`
  for (const path of elsewhere.filter((one) => !one.includes('..'))) expect([path, (await fetch(at + path)).status]).toEqual([path, 404])
  await expect(fetch(`http://${address}:${line.ports.http}/sip/ws`)).rejects.toThrow()
})

// Loopback is where callers come from while there is no carrier, and where a reverse proxy comes from: the worst case.
test.each(['trunk', 'nobody', '+905000000301'])('nobody rings the line through the socket by calling himself %s', async (name) => {
  const invite = [
    `INVITE sip:153@${address} SIP/2.0`, `Via: SIP/2.0/WSS x.invalid;branch=z9hG4bK${name}`, 'Max-Forwards: 70', `From: <sip:${name}@${address}>;tag=1`, `To: <sip:153@${address}>`,
    `Call-ID: ${name}-1`, 'CSeq: 1 INVITE', `Contact: <sip:${name}@x.invalid;transport=ws>`, 'Content-Length: 0', '', '',
  ].join('\r\n')
  expect(await said(`wss://${address}:${tls.port}/sip/ws`, invite)).toMatch(/^SIP\/2\.0 40[13] /)
})

test('a renewed certificate is taken up without a restart, and whoever is connected stays so', async () => {
  const before = await served()
  const open = new WebSocket(`wss://${address}:${tls.port}/sip/ws`, 'sip', { ca: authority.certificate })
  await once(open, 'open')
  putCertificate()
  await renewCertificate({ root: line.root, runDir: line.runDir, user: line.user, tls })
  await expect.poll(served).not.toBe(before)
  const pong = once(open, 'pong')
  open.ping()
  await pong
  open.terminate()
})
