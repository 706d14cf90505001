/**
 * A second computer: an invited operator signs in over TLS on an address that is not loopback, with the root certificate
 * that the desk offers, and answers a call there. And what else that computer reaches of this machine: nothing.
 */
import { X509Certificate } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { launch, person } from './support/browser.ts'
import { sippCall } from './support/caller.ts'
import { deskOf, ledgerFrom } from './support/desk.ts'
import { type House, startHouse, stateOf } from './support/house.ts'
import { invited } from './support/invited.ts'
import { shortenAnnouncements } from './support/machines.ts'
import { answers, operatorHears, ready, seated, wrapsUp } from './support/operator.ts'
import { type SecondComputer, secondComputer, whyNoSecondComputer } from './support/second-computer.ts'
import { faults } from './support/screens.ts'
import { soon } from './support/soon.ts'
import { loudness } from './support/sound.ts'

const why = whyNoSecondComputer()

describe.skipIf(why !== undefined)(`from a second computer${why ? ` (not run: ${why})` : ''}`, () => {
  let computer: SecondComputer
  let house: House
  let browser: Browser
  /** The house as the second computer sees it. */
  let seen: House
  let root: string

  beforeAll(async () => {
    computer = secondComputer()
    house = await startHouse({ flags: ['--address', computer.address] })
    shortenAnnouncements(house)
    seen = { ...house, endpoints: { ...house.endpoints, desk: house.endpoints.secure!.desk } }
    root = join(house.data, 'root-certificate.crt')
  })
  afterAll(async () => {
    await browser?.close()
    await house?.[Symbol.asyncDispose]()
    await computer?.[Symbol.asyncDispose]()
  })

  test('the desk offers its root certificate for installing; without it the browser does not trust the address', async () => {
    const { desk, rootCertificate } = house.endpoints.secure!
    await expect(computer.run('curl', '--silent', '--fail', `${desk}/health`)).rejects.toThrow()
    await computer.run('curl', '--silent', '--fail', '--insecure', '--output', root, `${desk}/root-certificate.crt`)
    // What the person compares by eye with what the administrator reads out.
    expect(new X509Certificate(readFileSync(root)).fingerprint256).toBe(rootCertificate)
    expect(house.printed()).toContain(rootCertificate)
    await computer.trust(root)
    browser = await launch(computer.chromium)
    const { page, context } = await person(browser)
    onTestFinished(() => context.close())
    await page.goto(desk)
    await page.getByRole('link', { name: 'Bu bilgisayara kök sertifikayı yükle' }).click()
    await page.getByRole('heading', { name: 'Güvenli bağlantı' }).waitFor()
    await page.getByText(rootCertificate!).waitFor()
    const found = await faults(page, '/root-certificate')
    await page.goto(`${desk}/root-certificate/en`)
    expect([...found, ...(await faults(page, '/root-certificate/en'))]).toEqual([])
  })

  test('an invited operator answers a call there, and both hear each other', async () => {
    const account = await invited(house, browser, seen.endpoints.desk)
    const operator = await seated(browser, seen, account)
    const [session] = await operator.context.cookies(seen.endpoints.desk)
    expect(session).toMatchObject({ name: 'akmasa', secure: true, httpOnly: true, sameSite: 'Strict' })
    await ready(operator)

    const supervisor = await deskOf(house, house.account('supervisor'))
    const ledger = await ledgerFrom(supervisor)
    await using caller = await sippCall({ sip: house.endpoints.sip, from: '+905000000301', words: 'Merhaba. Sokağımızda iki gündür su akmıyor, yardımcı olur musunuz?' })
    await answers(operator)
    await operatorHears(operator)
    expect(await mediaPeer(operator)).toBe(computer.address)
    // Five seconds of her voice, so that the second half of the recording is the talk and nothing else.
    await soon(() => packetsSent(operator), 'the operator is heard').toBeGreaterThan(250)
    await operator.page.keyboard.press('Shift+F2')
    expect(await caller.over).toBe(0)
    await wrapsUp(operator)

    await soon(() => ledger.of('+905000000301')).toMatchObject({ result: 'answered', hungUpBy: 'operator', staffName: account.name, recorded: true })
    const call = await ledger.of('+905000000301')
    const { citizen, desk } = loudness(await supervisor.bytes(`/calls/${call!.id}/recording?why=deneme`))
    expect(citizen).toBeGreaterThan(300) // her speech
    expect(desk).toBeGreaterThan(300) // the browser's microphone, which hums
    expect(operator.errors).toEqual([])
  })

  test('an account of the demonstration opens nothing from there, nor does its telephone', async () => {
    const page = await (await browser.newContext()).newPage()
    onTestFinished(() => page.context().close())
    const post = (url: string, body: unknown) => page.evaluate(async ([to, what]) => {
      const answer = await fetch(to!, { method: 'POST', headers: { 'x-akmasa': '1', 'content-type': 'application/json' }, body: what! })
      return ((await answer.json()) as { code?: string }).code
    }, [url, JSON.stringify(body)] as const)
    await page.goto(house.endpoints.secure!.desk)
    const { email, password } = house.account('operator')
    expect(await post('/api/session', { email, password })).toBe('identity.demo_loopback_only')
    await page.goto(house.endpoints.secure!.citizens)
    expect(await post('/public/test-phone', {})).toBe('call.demo_only')
  })

  test('of the switch that computer reaches the telephone socket and nothing else, and of this machine nothing unencrypted', async () => {
    const { ports } = JSON.parse(readFileSync(join(stateOf(house.data), 'state.json'), 'utf8')) as { ports: Record<string, number> }
    const authority = join(house.data, 'root-certificate.pem')
    writeFileSync(authority, new X509Certificate(readFileSync(root)).toString())
    const status = async (path: string) => Number(await computer.run('curl', '--silent', '--cacert', authority, '--output', '/dev/null', '--write-out', '%{http_code}', '--path-as-is', `https://${computer.address}:${ports.telephoneTls}${path}`))
    expect(await status('/sip/ws')).toBe(426) // a socket it would be: "upgrade required"
    const others = ['/', '/ws', '/ari', '/ari/asterisk/info', '/ari/api-docs/resources.json', '/httpstatus', '/static/', '/rawman?action=login', '/manager', '/mxml', '/metrics', '/sip/', '/sip/ari', '/sip/httpstatus', '/sip/static/', '/sip/../ari']
    for (const path of others) expect([path, await status(path)]).toEqual([path, 404])

    const closed = ['ami', 'postgres', 'desk', 'citizens', 'telephoneHttp', 'sip'].map((name) => ports[name]!)
    expect(closed.every(Number.isInteger)).toBe(true)
    // One of ours first, or a knock that never works would prove nothing.
    expect(await knock(computer, ports.deskTls!, 'tcp')).toBe('open')
    for (const port of closed) expect([port, await knock(computer, port, 'tcp')]).toEqual([port, 'ECONNREFUSED'])
    expect(await knock(computer, ports.sip!, 'udp')).toBe('ECONNREFUSED')
  })
})

/** Where the browser's sound goes to and comes from. */
const mediaPeer = (operator: Awaited<ReturnType<typeof seated>>): Promise<string | undefined> => operator.page.evaluate(async () => {
  const [connection] = (window as unknown as { connections: RTCPeerConnection[] }).connections.slice(-1)
  const stats = await connection!.getStats()
  for (const pair of stats.values()) if (pair.type === 'candidate-pair' && pair.nominated && pair.state === 'succeeded') return stats.get(pair.remoteCandidateId)?.address as string
  return undefined
})

const packetsSent = (operator: Awaited<ReturnType<typeof seated>>): Promise<number> => operator.page.evaluate(async () => {
  const [connection] = (window as unknown as { connections: RTCPeerConnection[] }).connections.slice(-1)
  for (const report of (await connection!.getStats()).values()) if (report.type === 'outbound-rtp') return report.packetsSent as number
  return 0
})

const knock = async (computer: SecondComputer, port: number, by: 'tcp' | 'udp'): Promise<string> => {
  const tcp = `require('node:net').connect(${port}, '${computer.address}').on('connect', () => end('open'))`
  const udp = `const s = require('node:dgram').createSocket('udp4'); s.connect(${port}, '${computer.address}', () => { s.send('OPTIONS sip:x SIP/2.0'); }); s.on('message', () => end('open')); s`
  const script = `const end = (what) => { console.log(what); process.exit() }; setTimeout(() => end('silent'), 5000); ${by === 'tcp' ? tcp : udp}.on('error', (e) => end(e.code))`
  return (await computer.run(process.execPath, '-e', script)).trim()
}
