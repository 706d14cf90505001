/** The certificates that stand between a browser and the desk: ours, the local authority's, and the reverse proxy's. */
import { X509Certificate } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { bad, type Finding, ok, warn } from './finding.ts'
import type { Patient } from './patient.ts'

const soon = 21
const day = 86_400_000

/** @param sites folder of the reverse proxy's enabled sites. */
export function certificateFindings({ env }: Patient, now: Date, sites = '/etc/nginx/sites-enabled'): Finding[] {
  const ofProxy = proxyFiles(sites)
  const certificates = [...new Set([env.TLS_CERTIFICATE, env.ROOT_CERTIFICATE, ...ofProxy.certificates].filter((one) => one !== undefined))]
  const keys = [...new Set([env.TLS_KEY, ...ofProxy.keys].filter((one) => one !== undefined))]
  if (certificates.length === 0) return [env.TRUSTED_PROXIES && env.TRUSTED_PROXIES !== '0' ? warn('certificates', 'certificate.none') : ok('certificates', 'certificate.not_needed')]
  return [...certificates.map((file) => certificateFinding(file, now)), ...keys.flatMap(keyFinding)]
}

function certificateFinding(file: string, now: Date): Finding {
  try {
    const found = new X509Certificate(readFileSync(file))
    const names = (found.subjectAltName ?? found.subject).replace(/DNS:|IP Address:|CN=/g, '')
    const [from, until] = [new Date(found.validFrom).getTime(), new Date(found.validTo).getTime()]
    const days = Math.floor((until - now.getTime()) / day)
    if (now.getTime() < from) return bad('certificates', 'certificate.early', { file, days: Math.ceil((from - now.getTime()) / day) })
    if (days < 0) return bad('certificates', 'certificate.expired', { file, names, days: -days })
    return days < soon ? warn('certificates', 'certificate.soon', { file, names, days }) : ok('certificates', 'certificate.good', { file, names, days })
  } catch (problem) {
    return bad('certificates', 'certificate.unreadable', { file, why: (problem as NodeJS.ErrnoException).code ?? 'PEM?' })
  }
}

function keyFinding(file: string): Finding[] {
  try {
    return (statSync(file).mode & 0o007) !== 0 ? [bad('certificates', 'certificate.key_open', { file })] : []
  } catch (problem) {
    const why = (problem as NodeJS.ErrnoException).code ?? ''
    return why === 'EACCES' ? [] : [bad('certificates', 'certificate.unreadable', { file, why })] // not for us to read: as it should be
  }
}

function proxyFiles(sites: string): { certificates: string[]; keys: string[] } {
  const texts = existsSync(sites) ? readdirSync(sites).map((name) => { try { return readFileSync(join(sites, name), 'utf8') } catch { return '' } }).filter((text) => /akmasa|ak masa/i.test(text)) : []
  const all = (directive: string) => texts.flatMap((text) => [...text.matchAll(new RegExp(`^\\s*${directive}\\s+([^;\\s]+)\\s*;`, 'gm'))].map((one) => one[1]!))
  return { certificates: all('ssl_certificate'), keys: all('ssl_certificate_key') }
}
