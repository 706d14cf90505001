/** Passwords: argon2id, with the least OWASP's password storage cheat sheet asks for (19 MiB, two passes, one lane). */
import { randomBytes, randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** One keyboard sends `ü` as one sign, another as two. */
const plain = (password: string) => password.normalize('NFC')

export const hashPassword = (password: string): Promise<string> => hash(plain(password), cost)
export const verifyPassword = (hashed: string, password: string): Promise<boolean> => verify(hashed, plain(password))

let nobodys: Promise<string> | undefined
/** As long as a real check takes, so that the clock does not tell which e-mails exist. */
export async function verifyNobody(password: string): Promise<false> {
  nobodys ??= hashPassword(randomBytes(16).toString('hex'))
  await verifyPassword(await nobodys, password)
  return false
}

/** For one use, to be typed once by hand: 99 bits, no signs that look alike. */
export function oneTimePassword(): string {
  const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
  return Array.from({ length: 20 }, (_, i) => (i > 0 && i % 5 === 0 ? '-' : '') + signs[randomInt(signs.length)]).join('')
}
