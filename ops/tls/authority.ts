/**
 * A certificate authority of this installation's own, for networks where no public one can vouch for the desk: its root
 * is installed once on every computer of the desk. What it may vouch for is written into the root itself, so that whoever
 * stole its key could not play anybody's bank: private networks, and the names it was made for.
 */
import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isIP } from 'node:net'
import { AsnConvert, AsnSerializer, OctetString } from '@peculiar/asn1-schema'
import {
  AlgorithmIdentifier, AttributeTypeAndValue, AttributeValue, AuthorityKeyIdentifier, BasicConstraints, Certificate, ExtendedKeyUsage, Extension, Extensions,
  GeneralName, GeneralSubtree, GeneralSubtrees, id_ce_authorityKeyIdentifier, id_ce_basicConstraints, id_ce_extKeyUsage, id_ce_keyUsage, id_ce_nameConstraints,
  id_ce_subjectAltName, id_ce_subjectKeyIdentifier, id_kp_serverAuth, KeyIdentifier, KeyUsage, KeyUsageFlags, Name, NameConstraints, RelativeDistinguishedName,
  SubjectAlternativeName, SubjectKeyIdentifier, SubjectPublicKeyInfo, TBSCertificate, Validity, Version,
} from '@peculiar/asn1-x509'

/** A certificate and its key, both as PEM. */
export type Pair = { certificate: string; key: string }

const hour = 3600_000
const day = 24 * hour
export const authorityDays = 3652
/** Browsers of today refuse a server's certificate that is valid for more than 398 days. */
export const serverDays = 397

/** RFC 1918, RFC 6598, link-local and unique local addresses: what no two networks share. */
const privateNetworks = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '169.254.0.0/16', 'fc00::/7', 'fe80::/10']
const privateDomains = ['local', 'internal', 'home.arpa', 'lan']

/** A new authority that may vouch for these names and addresses, their subdomains, and private networks. */
export function makeAuthority(town: string, names: readonly string[], now = new Date()): Pair {
  const keys = keyPair()
  const subject = named(`${town}: Ak Masa`.slice(0, 64))
  const permitted = [
    ...[...new Set([...names.filter((name) => !isIP(name)), ...privateDomains])].map((dNSName) => new GeneralName({ dNSName })),
    ...[...names.filter((name) => isIP(name)).map((ip) => `${ip}/${isIP(ip) === 4 ? 32 : 128}`), ...privateNetworks].map((iPAddress) => new GeneralName({ iPAddress })),
  ]
  const extensions = [
    extension(id_ce_basicConstraints, new BasicConstraints({ cA: true, pathLenConstraint: 0 }), true),
    extension(id_ce_keyUsage, usage(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign), true),
    extension(id_ce_nameConstraints, new NameConstraints({ permittedSubtrees: new GeneralSubtrees(permitted.map((base) => new GeneralSubtree({ base }))) }), true),
    extension(id_ce_subjectKeyIdentifier, new SubjectKeyIdentifier(keyId(keys.publicKey))),
  ]
  return signed({ subject, issuer: subject, days: authorityDays, extensions, now }, keys, keys.privateKey)
}

/** A server's certificate; the PEM holds the root after it, so that a client sees who vouches. */
export function makeServerCertificate(authority: Pair, names: readonly string[], now = new Date()): Pair {
  const keys = keyPair()
  const root = AsnConvert.parse(derOf(authority.certificate), Certificate)
  const until = root.tbsCertificate.validity.notAfter.getTime().getTime()
  const issuerKey = AsnConvert.parse(root.tbsCertificate.extensions!.find((one) => one.extnID === id_ce_subjectKeyIdentifier)!.extnValue.buffer, SubjectKeyIdentifier)
  const alternatives = names.map((name) => new GeneralName(isIP(name) ? { iPAddress: name } : { dNSName: name }))
  const extensions = [
    extension(id_ce_basicConstraints, new BasicConstraints({ cA: false }), true),
    extension(id_ce_keyUsage, usage(KeyUsageFlags.digitalSignature), true),
    extension(id_ce_extKeyUsage, new ExtendedKeyUsage([id_kp_serverAuth])),
    extension(id_ce_subjectAltName, new SubjectAlternativeName(alternatives)),
    extension(id_ce_subjectKeyIdentifier, new SubjectKeyIdentifier(keyId(keys.publicKey))),
    extension(id_ce_authorityKeyIdentifier, new AuthorityKeyIdentifier({ keyIdentifier: new KeyIdentifier(issuerKey.buffer) })),
  ]
  // Not a name or an address: where there is no DNS name beside it, OpenSSL measures even that by the root's permitted domains.
  const made = signed({ subject: named('Ak Masa'), issuer: root.tbsCertificate.subject, days: serverDays, until, extensions, now }, keys, createPrivateKey(authority.key))
  return { ...made, certificate: made.certificate + authority.certificate }
}

/** Whether the authority may vouch for all of these: a browser refuses what its root does not permit. */
export function mayVouchFor(root: string, names: readonly string[]): boolean {
  const found = AsnConvert.parse(derOf(root), Certificate).tbsCertificate.extensions?.find((one) => one.extnID === id_ce_nameConstraints)
  if (!found) return true
  const permitted = [...(AsnConvert.parse(found.extnValue.buffer, NameConstraints).permittedSubtrees ?? [])].map(({ base }) => base)
  return names.every((name) => permitted.some(({ dNSName, iPAddress }) =>
    isIP(name) ? iPAddress !== undefined && within(name, iPAddress) : dNSName !== undefined && (name === dNSName || name.endsWith(`.${dNSName}`))))
}

function within(ip: string, network: string): boolean {
  const [base = '', bits] = network.split('/')
  const [a, b] = [bytesOf(ip), bytesOf(base)]
  if (a.length !== b.length) return false
  return Array.from({ length: Number(bits) }, (_, i) => ((a[i >> 3]! ^ b[i >> 3]!) >> (7 - (i & 7))) & 1).every((differs) => differs === 0)
}
/** The same address has many spellings in IPv6; its bytes have one. */
function bytesOf(ip: string): Buffer {
  const wire = AsnConvert.serialize(new GeneralName({ iPAddress: ip }))
  return Buffer.from(wire).subarray(2)
}

// ---- the certificate itself

const ecdsaWithSha256 = '1.2.840.10045.4.3.2'
type Keys = { publicKey: KeyObject; privateKey: KeyObject }
type Wish = { subject: Name; issuer: Name; days: number; until?: number; extensions: Extension[]; now: Date }

const keyPair = (): Keys => generateKeyPairSync('ec', { namedCurve: 'P-256' })
const publicInfo = (key: KeyObject) => AsnConvert.parse(key.export({ type: 'spki', format: 'der' }), SubjectPublicKeyInfo)
/** RFC 7093, method 1: the leftmost 160 bits of SHA-256. */
const keyId = (key: KeyObject) => plain(createHash('sha256').update(Buffer.from(publicInfo(key).subjectPublicKey)).digest().subarray(0, 20))
const usage = (flags: number) => new KeyUsage(flags)
const extension = (extnID: string, value: object, critical = false) => new Extension({ extnID, critical, extnValue: new OctetString(AsnSerializer.serialize(value)) })
const named = (text: string) => new Name([new RelativeDistinguishedName([new AttributeTypeAndValue({ type: '2.5.4.3', value: new AttributeValue({ utf8String: text }) })])])

function signed({ subject, issuer, days, until = Infinity, extensions, now }: Wish, keys: Keys, signer: KeyObject): Pair {
  const serial = randomBytes(16)
  serial[0] = (serial[0]! & 0x7f) | 0x40 // positive, and never shorter
  const signature = new AlgorithmIdentifier({ algorithm: ecdsaWithSha256 })
  const tbsCertificate = new TBSCertificate({
    version: Version.v3, serialNumber: plain(serial), signature, issuer, subject, extensions: new Extensions(extensions),
    // An hour back: the clocks of an office differ.
    validity: new Validity({ notBefore: new Date(now.getTime() - hour), notAfter: new Date(Math.min(now.getTime() + days * day - 2 * hour, until)) }),
    subjectPublicKeyInfo: publicInfo(keys.publicKey),
  })
  const signatureValue = plain(sign('sha256', Buffer.from(AsnConvert.serialize(tbsCertificate)), signer))
  const der = AsnConvert.serialize(new Certificate({ tbsCertificate, signatureAlgorithm: signature, signatureValue }))
  return { certificate: pem(der), key: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string }
}

const plain = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer
const pem = (der: ArrayBuffer) => `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64').replace(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`
/** The first block of a PEM text. */
const derOf = (text: string): ArrayBuffer => plain(Buffer.from(/-----BEGIN [^-]+-----([^-]+)-----END/.exec(text)?.[1] ?? '', 'base64'))
