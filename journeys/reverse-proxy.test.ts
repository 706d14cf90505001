/** As in production: one TLS port of a real nginx for the desk, the citizens' side, and the telephone socket straight to the switch. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import WebSocket from 'ws'
import { browserArguments } from './support/browser.ts'
import { sippCall } from './support/caller.ts'
import { deskOf, ledgerFrom } from './support/desk.ts'
import { type House, startHouse, stateOf } from './support/house.ts'
import { invited } from './support/invited.ts'
import { type Ports, type Proxy, startNginx } from './support/nginx.ts'
import { answers, operatorHears, ready, seated, wrapsUp } from './support/operator.ts'
import { trustIn } from './support/second-computer.ts'
import { soon } from './support/soon.ts'

let house: House
let proxy: Proxy
let browser: Browser
let home: string
let desk: string
let authority: string

beforeAll(async () => {
  house = await startHouse({ env: { TRUSTED_PROXIES: '1', SECURE_COOKIES: '1', ASTERISK_WSS_URL: '/sip' } })
  const { ports } = JSON.parse(readFileSync(join(stateOf(house.data), 'state.json'), 'utf8')) as { ports: Ports }
  proxy = await startNginx(ports)
  authority = readFileSync(proxy.authority, 'utf8')
  desk = `https://${proxy.name}:${proxy.port}`
  home = mkdtempSync(join(tmpdir(), 'akmasa-home-'))
  await trustIn(home, proxy.authority)
  const names = [proxy.name, proxy.citizensName].map((name) => `MAP ${name} 127.0.0.1`).join()
  browser = await chromium.launch({ ...browserArguments(), env: { ...process.env, HOME: home }, args: [...browserArguments().args, `--host-resolver-rules=${names}`] })
})
afterAll(async () => {
  await browser?.close()
  await proxy?.[Symbol.asyncDispose]()
  await house?.[Symbol.asyncDispose]()
  if (home) rmSync(home, { recursive: true, force: true, maxRetries: 5 })
})

const get = (host: string, path: string, headers: Record<string, string> = {}) => new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
  const asked = request({ host: '127.0.0.1', port: proxy.port, servername: host, path, ca: authority, agent: false, headers: { host: `${host}:${proxy.port}`, ...headers } }, (answer) => {
    let text = ''
    answer.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, text }))
  })
  asked.on('error', reject).end()
})

test('an operator signs in and answers a call through the one port; her cookie goes by TLS alone', async () => {
  const seen = { ...house, endpoints: { ...house.endpoints, desk } }
  const account = await invited(house, browser, desk)
  const operator = await seated(browser, seen, account)
  expect(await operator.context.cookies(desk)).toMatchObject([{ name: 'akmasa', secure: true }])
  const seat = await operator.page.evaluate(async () => (await fetch('/api/seat', { method: 'POST', headers: { 'x-akmasa': '1', 'content-type': 'application/json' }, body: '{}' })).json() as Promise<{ socket: string }>)
  expect(seat.socket).toBe(`wss://${proxy.name}:${proxy.port}/sip`)
  await operator.page.reload()
  await operator.page.getByRole('banner').waitFor()
  const person = await seated(browser, seen, account)
  await operator.context.close()
  await ready(person)

  const ledger = await ledgerFrom(await deskOf(house, house.account('supervisor')))
  await using caller = await sippCall({ sip: house.endpoints.sip, from: '+905000000302', words: 'Merhaba. Sokak lambaları yanmıyor.' })
  await answers(person)
  await operatorHears(person)
  await person.page.keyboard.press('Shift+F2')
  expect(await caller.over).toBe(0)
  await wrapsUp(person)
  await soon(() => ledger.of('+905000000302')).toMatchObject({ result: 'answered', staffName: account.name })
  expect(person.errors).toEqual([])
})

test('nobody rings the line through the telephone socket without a password, though to the switch he comes from this machine', async () => {
  const socket = new WebSocket(`wss://${proxy.name}:${proxy.port}/sip`, 'sip', { ca: authority, lookup: (_host, _options, found) => found(null, [{ address: '127.0.0.1', family: 4 }]) })
  const said = new Promise<string>((resolve, reject) => {
    socket.on('error', reject).on('message', (answer: Buffer) => { const [first = ''] = answer.toString().split('\r\n'); if (!first.includes('100')) resolve(first) })
  })
  socket.on('open', () => socket.send([
    'INVITE sip:153@x SIP/2.0', 'Via: SIP/2.0/WSS x.invalid;branch=z9hG4bK1', 'Max-Forwards: 70', 'From: <sip:+905000000399@x>;tag=1', 'To: <sip:153@x>', 'Call-ID: 1', 'CSeq: 1 INVITE',
    'Contact: <sip:a@x.invalid;transport=ws>', 'Content-Length: 0', '', ''].join('\r\n')))
  expect(await said).toMatch(/^SIP\/2\.0 40[13] /)
  socket.terminate()
})

test('the browser is told to come by TLS alone, the unencrypted port only sends there, and what is for this machine stays here', async () => {
  const page = await get(proxy.name, '/')
  expect(page.headers['strict-transport-security']).toBe('max-age=31536000')
  expect(page.headers['content-security-policy']).toContain(`connect-src 'self' wss://${proxy.name}:${proxy.port};`)
  const plain = await fetch(`http://127.0.0.1:${proxy.plainPort}/x`, { redirect: 'manual', headers: { host: proxy.name } })
  expect(plain.status).toBe(301)
  expect((await get(proxy.name, '/health/ready')).status).toBe(404)
  expect((await get(proxy.citizensName, '/')).text).toContain('153')
})

test('a client cannot speak for this machine: an account of the demonstration opens nothing through the proxy', async () => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(desk)
  const { email, password } = house.account('operator')
  const code = await page.evaluate(async (body) => {
    const answer = await fetch('/api/session', { method: 'POST', headers: { 'x-akmasa': '1', 'content-type': 'application/json', 'x-forwarded-for': '127.0.0.1' }, body })
    return ((await answer.json()) as { code?: string }).code
  }, JSON.stringify({ email, password }))
  expect(code).toBe('identity.demo_loopback_only')
  await page.context().close()
})

test('the proxy’s log holds no query, where telephone numbers stand', async () => {
  await get(proxy.name, '/api/calls/caller?phone=05325550101')
  expect(proxy.logged()).toContain('GET /api/calls/caller 401')
  expect(proxy.logged()).not.toContain('05325550101')
})
test('nor a citizen’s link, by which anyone could answer for her', async () => {
  await get(proxy.citizensName, '/en/t/AAAAAAAAAAAAAAAAAAAAAA/not-fixed')
  expect(proxy.logged()).toContain('GET /en/t/... 404')
  expect(proxy.logged()).not.toContain('AAAAAAAAAAAAAAAAAAAAAA')
})
