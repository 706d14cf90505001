import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, createServer } from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import { listenAt, ownAddresses, readNames } from './addresses.ts'
import { makeAuthority, makeServerCertificate, mayVouchFor } from './authority.ts'
import { checkCertificate, checkFiles } from './certificate.ts'
import { certificateFor, reachOf } from './tls.ts'

const names = ['desk.tatvan.local', '192.0.2.10']
const authority = makeAuthority('Tatvan Belediyesi', names)
const inYears = (years: number) => new Date(Date.now() + years * 365 * 24 * 3600_000)
const hours = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 3600_000

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'akmasa-tls-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  return dir
}
const said: string[] = []
const certificates = (dir: string, more: { names?: string[]; now?: Date } = {}) => {
  said.length = 0
  return certificateFor({ names: more.names ?? names, addresses: [] }, dir, 'Tatvan Belediyesi', (line) => void said.push(line), more.now)
}

test('a client that has installed the root trusts the server by each of its names, and by no other', async () => {
  const pair = makeServerCertificate(authority, names)
  const server = createServer({ cert: pair.certificate, key: pair.key }, (socket) => void socket.end()).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const meets = async (servername: string, ca: string | undefined) => {
    const socket = connect({ host: '127.0.0.1', port: (server.address() as { port: number }).port, ca, servername: servername === '192.0.2.10' ? '' : servername,
      checkServerIdentity: (_host, cert) => (new X509Certificate(cert.raw)[servername === '192.0.2.10' ? 'checkIP' : 'checkHost'](servername) ? undefined : new Error('another name')) })
    return once(socket, 'secureConnect').then(() => 'trusted', (problem: Error) => problem.message).finally(() => socket.destroy())
  }
  for (const name of names) expect(await meets(name, authority.certificate)).toBe('trusted')
  expect(await meets('bank.example', authority.certificate)).toBe('another name')
  expect(await meets(names[0]!, undefined)).toMatch(/self-signed|unable to/)
})

test('the root stands ten years, a server’s certificate never longer than browsers bear, nor than its root', () => {
  const root = new X509Certificate(authority.certificate)
  expect(root.ca).toBe(true)
  expect(hours(root.validFrom, root.validTo) / 24 / 365.25).toBeCloseTo(10, 1)
  const server = new X509Certificate(makeServerCertificate(authority, names).certificate)
  expect(server.ca).toBe(false)
  expect(hours(server.validFrom, server.validTo)).toBeLessThanOrEqual(397 * 24)
  expect(server.verify(root.publicKey)).toBe(true)
  const late = new X509Certificate(makeServerCertificate(authority, names, inYears(9.5)).certificate)
  expect(late.validTo).toBe(root.validTo)
})

test('a stolen root vouches for no stranger: private networks and the names it was made for, nothing else', () => {
  for (const own of ['desk.tatvan.local', '192.0.2.10', '10.4.4.4', '172.31.0.1', 'yedek.local', 'fd00::7']) expect(mayVouchFor(authority.certificate, [own]), own).toBe(true)
  for (const strange of ['bank.example', '192.0.2.11', '172.32.0.1', '8.8.8.8', 'tatvan.local.bank.example', '2001:db8::1']) expect(mayVouchFor(authority.certificate, [strange]), strange).toBe(false)
})

test('a certificate that cannot serve is refused with what to do', () => {
  const pair = makeServerCertificate(authority, names)
  const refused = (change: Partial<typeof pair>, for_ = names, now = new Date()) => { try { checkCertificate({ ...pair, ...change }, for_, now) } catch (problem) { return String(problem) } return 'fine' }
  expect(refused({})).toBe('fine')
  expect(refused({}, names, inYears(2))).toMatch(/has expired on \d{4}-.*Renew it/)
  expect(refused({}, names, inYears(-1))).toMatch(/valid only from .*clock/)
  expect(refused({ key: makeServerCertificate(authority, names).key })).toMatch(/is not the key of/)
  expect(refused({}, ['baska.tatvan.local'])).toMatch(/is not for baska\.tatvan\.local but for desk\.tatvan\.local, 192\.0\.2\.10/)
  expect(refused({}, ['192.0.2.11'])).toMatch(/is not for 192\.0\.2\.11/)
  expect(refused({ certificate: 'nonsense' })).toMatch(/is not a certificate in PEM form/)
  expect(refused({ key: pair.certificate })).toMatch(/is not a private key in PEM form/)
  expect(() => checkFiles({ certificate: '/nowhere.crt', key: '/nowhere.key' }, names)).toThrow(/--certificate \/nowhere\.crt cannot be read \(ENOENT\)/)
})

test('who gives a name beside the address wants the name covered: no public authority vouches for an address of an office', () => {
  const pair = makeServerCertificate(makeAuthority('x', ['desk.example.org']), ['desk.example.org'])
  expect(checkCertificate(pair, ['desk.example.org', '10.0.0.5']).daysLeft).toBeGreaterThan(300)
  expect(() => checkCertificate(pair, ['10.0.0.5'])).toThrow(/is not for 10\.0\.0\.5/)
})

test('made once and kept: the same root for every start, its key for nobody else, the server’s renewed before it ends', () => {
  const dir = folder()
  const first = certificates(dir)
  expect(said).toEqual(['A root certificate for this network was made.'])
  expect(statSync(join(dir, 'tls/authority.key')).mode & 0o777).toBe(0o600)
  expect(statSync(first.key).mode & 0o777).toBe(0o600)
  const served = readFileSync(first.certificate, 'utf8')

  expect(certificates(dir)).toEqual(first)
  expect([readFileSync(first.certificate, 'utf8'), said]).toEqual([served, []])

  const later = certificates(dir, { now: new Date(Date.now() + 370 * 24 * 3600_000) })
  expect(later.fingerprint).toBe(first.fingerprint)
  expect(readFileSync(later.certificate, 'utf8')).not.toBe(served)
})

test('a name more needs no new root while the root may vouch for it; otherwise it is made anew, and said so', () => {
  const dir = folder()
  const first = certificates(dir)
  expect(certificates(dir, { names: [...names, '10.1.2.3'] }).fingerprint).toBe(first.fingerprint)
  expect(new X509Certificate(readFileSync(first.certificate)).checkIP('10.1.2.3')).toBe('10.1.2.3')
  expect(certificates(dir, { names: ['desk.example.org'] }).fingerprint).not.toBe(first.fingerprint)
  expect(said.join()).toMatch(/may not vouch for desk\.example\.org.*Install it again/)
})

test('half a pair, as a start killed in between leaves it, is made whole', () => {
  const dir = folder()
  const first = certificates(dir)
  writeFileSync(first.key, makeServerCertificate(authority, names).key, { mode: 0o600 })
  expect(certificates(dir).fingerprint).toBe(first.fingerprint)
  checkFiles(first, names)
})

test('an address is one that other computers can use, and of this machine', async () => {
  expect(readNames('Desk.Tatvan.local, 10.0.0.5,10.0.0.5')).toEqual(['desk.tatvan.local', '10.0.0.5'])
  for (const wrong of ['', ' , ', 'http://10.0.0.5', '10.0.0.5:4153', '127.0.0.1', 'localhost', '0.0.0.0', '::1', 'a b', '-x']) expect(() => readNames(wrong), wrong).toThrow(/--address/)
  await expect(listenAt(['203.0.113.77'])).rejects.toThrow(/203\.0\.113\.77 is not an address of this machine/)
  await expect(listenAt(['nobody.invalid'])).rejects.toThrow(/does not lead to this machine/)
  for (const own of ownAddresses().slice(0, 1)) expect(await listenAt([own])).toEqual([own])
})

test('remembered until told otherwise; a cable that is out stops no start, a mistake typed now does', async () => {
  const before = { names: ['203.0.113.77'], addresses: ['203.0.113.77'] }
  expect(await reachOf({}, undefined)).toBeUndefined()
  expect(await reachOf({}, before)).toMatchObject(before)
  expect(await reachOf({ address: 'none' }, before)).toBeUndefined()
  await expect(reachOf({ address: '203.0.113.78' }, before)).rejects.toThrow(/is not an address of this machine/)
})
