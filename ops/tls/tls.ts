/** What a start needs to serve other computers: where to listen and with which certificate. */
import { X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listenAt, readNames } from './addresses.ts'
import { makeAuthority, makeServerCertificate, mayVouchFor, type Pair } from './authority.ts'
import { checkCertificate, checkFiles, type Files } from './certificate.ts'

/** What is remembered of it: asked for once, kept until told otherwise. */
export type Reach = { names: string[]; /** The municipality's own certificate; absent: the local authority's. */ own?: Files; /** Where it last listened. */ addresses?: string[] }
export type Asked = { address?: string; certificate?: string; key?: string }

export type Tls = Files & {
  names: string[]
  addresses: string[]
  /** PEM of the local authority's root; absent with a certificate of the municipality's own. */
  root?: string
  /** SHA-256 of the root, for comparing by eye. */
  fingerprint?: string
}

/** Of what was asked now and what is remembered. @throws BadAddress, BadCertificate */
export async function reachOf(asked: Asked, before: Reach | undefined): Promise<Reach | undefined> {
  if (asked.address === 'none') return undefined
  const names = asked.address !== undefined ? readNames(asked.address) : before?.names
  if (!names) return undefined
  const own = asked.certificate === 'none' ? undefined : asked.certificate && asked.key ? { certificate: asked.certificate, key: asked.key } : before?.own
  if (own) checkFiles(own, names)
  try {
    return { names, own, addresses: await listenAt(names) }
  } catch (problem) {
    // Asked for now, it is a mistake. Remembered, the cable may be out: the desk itself must start, and listens when it is back.
    if (asked.address !== undefined || !before?.addresses) throw problem
    return { names, own, addresses: before.addresses }
  }
}

const renewWhenLeft = 30 * 24 * 3600_000

/** The certificate to serve with, made or renewed if it is the local authority's to make. */
export function certificateFor(reach: Reach, state: string, town: string, say: (line: string) => void, now = new Date()): Tls {
  const at = { names: reach.names, addresses: reach.addresses ?? [] }
  if (reach.own) {
    const { daysLeft } = checkFiles(reach.own, reach.names, now)
    if (daysLeft < 21) say(`The certificate ${reach.own.certificate} ends in ${daysLeft} days. Renew it; the new files are taken up by themselves.`)
    return { ...at, ...reach.own }
  }
  const folder = join(state, 'tls')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const files = (name: string): Files => ({ certificate: join(folder, `${name}.crt`), key: join(folder, `${name}.key`) })
  const [authority, server] = [files('authority'), files('server')]

  let root = kept(authority)
  const why = root && whyNewRoot(root, reach.names, now)
  if (!root || why) {
    root = makeAuthority(town, reach.names, now)
    keep(authority, root)
    say(why ? `A new root certificate was made, because ${why}. Install it again on every computer of the desk.` : 'A root certificate for this network was made.')
  }
  const current = kept(server)
  if (!current || !stillGood(current, root, reach.names, now)) keep(server, makeServerCertificate(root, reach.names, now))
  return { ...at, ...server, root: authority.certificate, fingerprint: new X509Certificate(root.certificate).fingerprint256 }
}

function whyNewRoot(root: Pair, names: readonly string[], now: Date): string | undefined {
  if (new Date(new X509Certificate(root.certificate).validTo).getTime() - now.getTime() < renewWhenLeft) return 'the old one is about to end'
  if (!mayVouchFor(root.certificate, names)) return `the old one may not vouch for ${names.join(', ')}`
  return undefined
}

function stillGood(server: Pair, root: Pair, names: readonly string[], now: Date): boolean {
  try {
    const certificate = new X509Certificate(server.certificate)
    for (const name of names) checkCertificate(server, [name], now)
    return certificate.verify(new X509Certificate(root.certificate).publicKey) && new Date(certificate.validTo).getTime() - now.getTime() > renewWhenLeft
  } catch {
    return false
  }
}

function kept({ certificate, key }: Files): Pair | undefined {
  if (!existsSync(certificate) || !existsSync(key)) return undefined
  const pair = { certificate: readFileSync(certificate, 'utf8'), key: readFileSync(key, 'utf8') }
  try {
    // A start killed between the two files leaves a pair that does not fit.
    checkCertificate(pair, [], new Date(new X509Certificate(pair.certificate).validFrom))
    return pair
  } catch {
    return undefined
  }
}

function keep(files: Files, pair: Pair): void {
  for (const which of ['key', 'certificate'] as const) {
    writeFileSync(`${files[which]}.new`, pair[which], { mode: which === 'key' ? 0o600 : 0o644 })
    renameSync(`${files[which]}.new`, files[which])
  }
}

/** Changes whenever the files do. */
export const stampOf = ({ certificate, key }: Files): string =>
  [certificate, key].map((file) => { try { const { mtimeMs, size, ino } = statSync(file); return `${mtimeMs}:${size}:${ino}` } catch { return 'gone' } }).join(' ')
