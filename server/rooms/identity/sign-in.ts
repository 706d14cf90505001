/** Signing in and out, and changing one's password. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Me, SignIn } from '../../../contracts/identity.ts'
import { done } from '../../../contracts/kit.ts'
import { type Actor, system } from '../../platform/actor.ts'
import { audit } from '../../platform/audit.ts'
import type { Db, Tx } from '../../platform/db.ts'
import type { Via } from '../../platform/http/operations.ts'
import { Refusal } from '../../platform/refusal.ts'
import { emailOf, me } from './identity.ts'
import { hashPassword, verifyNobody, verifyPassword } from './password.ts'
import { endOtherSessions, endSession, type Sessions } from './session.ts'
import * as store from './store.ts'

const tries = 10
const lockedSeconds = 15 * 60
const minutes = (ms: number) => ({ minutes: Math.max(1, Math.ceil(ms / 60_000)) })
const asSignIn = system('sign-in')

export function signInWith(sessions: Sessions) {
  // A whole town hall may sit behind one address: only wrong passwords are counted against it.
  const perAddress = new RateLimiterMemory({ points: 30, duration: lockedSeconds })
  // E-mails of nobody lock like those of somebody, so that the refusal does not tell them apart.
  const perNobody = new RateLimiterMemory({ points: tries - 1, duration: lockedSeconds })

  async function signIn(db: Db, given: SignIn, _by: Actor, via: Via): Promise<Me> {
    await consume(perAddress, via.ip, 'identity.too_many')
    const email = emailOf(given.email)
    const found = await db.transaction(asSignIn, (tx) => takeTry(tx, { email }))
    if (found.locked) {
      await verifyNobody(given.password)
      throw new Refusal('identity.locked', minutes(found.locked))
    }
    const known = found.credential
    const right = await (known && !known.left ? verifyPassword(known.hash, given.password) : verifyNobody(given.password))
    if (!known || !right) {
      if (!known) await consume(perNobody, email, 'identity.locked')
      return refuseWrong(db, known)
    }
    if (known.demo && !via.loopback) throw new Refusal('identity.demo_loopback_only')
    await perAddress.reward(via.ip)
    return db.transaction(asSignIn, async (tx) => {
      await store.forgetTries(tx, known.staffId)
      const { token, expires } = await sessions.begin(tx, known.staffId)
      await audit(tx, 'identity.signed_in', { staffId: known.staffId })
      via.setSession(token, expires)
      return me(tx, known.staffId)
    })
  }

  async function signOut(tx: Tx, _given: unknown, by: Actor, via: Via): Promise<typeof done> {
    if (by.sessionId) await endSession(tx, by.sessionId)
    via.setSession(null)
    return done
  }

  async function changePassword(db: Db, given: { old: string; new: string }, by: Actor): Promise<typeof done> {
    const { credential, locked } = await db.transaction(asSignIn, (tx) => takeTry(tx, { id: by.id }))
    if (locked) throw new Refusal('identity.locked', minutes(locked))
    if (!credential || !(await verifyPassword(credential.hash, given.old))) return refuseWrong(db, credential, 'old')
    const hash = await hashPassword(given.new)
    await db.transaction(asSignIn, async (tx) => {
      await store.changeHash(tx, credential.staffId, hash)
      await store.forgetTries(tx, credential.staffId)
      await endOtherSessions(tx, credential.staffId, by.sessionId)
    })
    return done
  }
  return { signIn, signOut, changePassword }
}

type Try = { credential?: store.CredentialRow; locked?: number }
/** One try at an account: its credential, or for how many milliseconds it is locked, or neither when there is none. */
async function takeTry(tx: Tx, who: { email: string } | { id: string }): Promise<Try> {
  const credential = await store.takeTry(tx, who, tries, new Date(tx.now.getTime() + lockedSeconds * 1000))
  if (credential) return { credential }
  const until = await store.lockedUntil(tx, who)
  return until ? { locked: new Date(until).getTime() - tx.now.getTime() } : {}
}

/** The last wrong password allowed says at once that it locked the account. */
async function refuseWrong(db: Db, credential: store.CredentialRow | undefined, field?: string): Promise<never> {
  if (!credential?.lockedUntil) throw new Refusal('identity.wrong_password', {}, field)
  await db.transaction(asSignIn, (tx) => audit(tx, 'identity.locked', { staffId: credential.staffId }))
  throw new Refusal('identity.locked', minutes(lockedSeconds * 1000))
}

async function consume(limiter: RateLimiterMemory, key: string, code: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (error) {
    if (error instanceof RateLimiterRes) throw new Refusal(code, minutes(error.msBeforeNext))
    throw error
  }
}
