/** Looks at a certificate and its key before anyone has to meet them in a browser, and says in plain words what is wrong. */
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { Misunderstood } from '../settings.ts'

export class BadCertificate extends Misunderstood {}

export type Files = { certificate: string; key: string }
export type Checked = { until: Date; daysLeft: number; fingerprint: string; names: string }

/** @throws BadCertificate, with what to do. */
export function checkFiles({ certificate, key }: Files, names: readonly string[], now = new Date()): Checked {
  const read = (file: string, flag: string) => {
    try {
      return readFileSync(file, 'utf8')
    } catch (problem) {
      throw new BadCertificate(`${flag} ${file} cannot be read (${(problem as NodeJS.ErrnoException).code ?? problem}). Give the path of a PEM file that this user may read.`)
    }
  }
  return checkCertificate({ certificate: read(certificate, '--certificate'), key: read(key, '--key') }, names, now, certificate, key)
}

/** @param given both as PEM. @param names host names and addresses that people will type. */
export function checkCertificate(given: Files, names: readonly string[], now = new Date(), certificateFile = 'The certificate', keyFile = 'The key'): Checked {
  const certificate = parsed(certificateFile, () => new X509Certificate(given.certificate), 'a certificate in PEM form (-----BEGIN CERTIFICATE-----); a file that holds the whole chain begins with the server’s own')
  const key = parsed(keyFile, () => createPrivateKey(given.key), 'a private key in PEM form without a password (-----BEGIN PRIVATE KEY-----)')
  if (!certificate.checkPrivateKey(key)) throw new BadCertificate(`${keyFile} is not the key of ${certificateFile}. Give the two that were made together; in a file with a chain the server’s own certificate stands first.`)

  const [from, until] = [new Date(certificate.validFrom), new Date(certificate.validTo)]
  if (now > until) throw new BadCertificate(`${certificateFile} has expired on ${dayOf(until)}. Renew it, or leave out --certificate and --key for a local authority’s.`)
  if (now < from) throw new BadCertificate(`${certificateFile} is valid only from ${dayOf(from)} on. Look at this machine’s clock, which says ${dayOf(now)}.`)

  const uncovered = mustCover(names).filter((name) => !(isIP(name) ? certificate.checkIP(name) : certificate.checkHost(name)))
  if (uncovered.length > 0)
    throw new BadCertificate(`${certificateFile} is not for ${uncovered.join(', ')} but for ${certificate.subjectAltName?.replace(/DNS:|IP Address:/g, '') ?? 'no name at all'}. ` +
      'Start with --address and a name it is for, or get one that names the address.')
  return { until, daysLeft: Math.floor((until.getTime() - now.getTime()) / 86_400_000), fingerprint: certificate.fingerprint256, names: certificate.subjectAltName ?? '' }
}

/** Whoever gives a name beside the address it stands at means people to type the name: no public authority vouches for 10.0.0.5. */
const mustCover = (names: readonly string[]) => (names.some((name) => !isIP(name)) ? names.filter((name) => !isIP(name)) : names)

function parsed<T>(file: string, read: () => T, wanted: string): T {
  try {
    return read()
  } catch {
    throw new BadCertificate(`${file} is not ${wanted}.`)
  }
}
const dayOf = (date: Date) => date.toISOString().slice(0, 10)
