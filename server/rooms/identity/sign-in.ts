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
import { gate, minutes, wrongTries } from './tries.ts'

const tries = 10
const lockedSeconds = 15 * 60
const asSignIn = system('sign-in')

export function signInWith(sessions: Sessions) {
  const perAddress = wrongTries({ most: 30, seconds: lockedSeconds })
  // One password of an account is looked at at a time: a try under way is counted as failed until it proved right, and
  // ten right ones at once would look like ten wrong ones.
  const ofAccount = gate(1)
  // E-mails of nobody lock like those of somebody, so that the refusal does not tell them apart.
  const perNobody = new RateLimiterMemory({ points: tries - 1, duration: lockedSeconds })

  const signIn = (db: Db, given: SignIn, _by: Actor, via: Via): Promise<Me> => perAddress.watch(via.ip, async () => {
    const email = emailOf(given.email)
    const { known, right, locked } = await ofAccount(email, () => looked(db, { email }, given.password), () => new Refusal('identity.too_many', minutes(lockedSeconds * 1000)))
    if (locked) {
      await verifyNobody(given.password)
      throw new Refusal('identity.locked', minutes(locked))
    }
    if (!known || !right) {
      if (!known) await consume(perNobody, email, 'identity.locked')
      return refuseWrong(db, known)
    }
    if (known.demo && !via.loopback) throw new Refusal('identity.demo_loopback_only')
    return db.transaction(asSignIn, async (tx) => {
      const { token, expires } = await sessions.begin(tx, known.staffId)
      await audit(tx, 'identity.signed_in', { staffId: known.staffId })
      via.setSession(token, expires)
      return me(tx, known.staffId)
    })
  })

  async function signOut(tx: Tx, _given: unknown, by: Actor, via: Via): Promise<typeof done> {
    if (by.sessionId) await endSession(tx, by.sessionId)
    via.setSession(null)
    return done
  }

  async function changePassword(db: Db, given: { old: string; new: string }, by: Actor): Promise<typeof done> {
    const { known, right, locked } = await ofAccount(by.id, () => looked(db, { id: by.id }, given.old), () => new Refusal('identity.too_many', minutes(lockedSeconds * 1000)))
    if (locked) throw new Refusal('identity.locked', minutes(locked))
    if (!known || !right) return refuseWrong(db, known, 'old')
    const hash = await hashPassword(given.new)
    await db.transaction(asSignIn, async (tx) => {
      await store.changeHash(tx, known.staffId, hash)
      await endOtherSessions(tx, known.staffId, by.sessionId)
    })
    return done
  }
  return { signIn, signOut, changePassword }
}

type Looked = { known?: store.CredentialRow | undefined; right: boolean; locked?: number | undefined }
/** Counts the try, looks at the password, and forgets the count when it is right. */
async function looked(db: Db, who: { email: string } | { id: string }, password: string): Promise<Looked> {
  const { credential: known, locked } = await db.transaction(asSignIn, (tx) => takeTry(tx, who))
  if (locked) return { right: false, locked }
  const right = await (known?.hash && !known.left ? verifyPassword(known.hash, password) : verifyNobody(password))
  if (known && right) await db.transaction(asSignIn, (tx) => store.forgetTries(tx, known.staffId))
  return { known, right }
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
