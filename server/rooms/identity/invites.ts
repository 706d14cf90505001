/** Invitations: whoever makes an account never knows its password. A link for one use lets its person choose it. */
import { createHmac, randomBytes } from 'node:crypto'
import type { Invite, InviteStaff, Me, Staff, StaffId } from '../../../contracts/identity.ts'
import type { Bilingual, Language } from '../../../contracts/kit.ts'
import { type Actor, system } from '../../platform/actor.ts'
import { audit } from '../../platform/audit.ts'
import type { Db, Tx } from '../../platform/db.ts'
import type { Via } from '../../platform/http/operations.ts'
import type { Mailer } from '../../platform/mailer.ts'
import { Refusal } from '../../platform/refusal.ts'
import { change } from '../../platform/settings.ts'
import { emailOf, me, municipality, oneStaff, staffByIds } from './identity.ts'
import { inviteLetter } from './invite-words.ts'
import { hashPassword } from './password.ts'
import * as people from './people.store.ts'
import type { Sessions } from './session.ts'
import { signOut, staffSetting } from './settings.ts'
import { wrongTries } from './tries.ts'

const hours = 72
const asWelcome = system('welcome')
type Told = (problem: { staffId: StaffId; error: string }) => void

/** @param key keys the hash of links, as of sessions. @param notMailed told of each letter that could not go. */
export function invitesWith(key: string, sessions: Sessions, mailer: Mailer | undefined, notMailed: Told, address?: string) {
  const hashOf = (token: string): Buffer => createHmac('sha256', key).update(`invite ${token}`).digest()
  const guessed = wrongTries({ most: 30, seconds: 15 * 60 })

  async function make(tx: Tx, id: StaffId): Promise<{ token: string; until: Date }> {
    const token = randomBytes(32).toString('base64url')
    const until = new Date(tx.now.getTime() + hours * 3_600_000)
    await people.putInvite(tx, id, hashOf(token), until)
    return { token, until }
  }
  /** After the commit: a letter about what was never written would be worse than none. */
  async function send(staff: Staff, made: { token: string; until: Date; town: Bilingual }, origin: string, again: boolean): Promise<Invite> {
    const path = `/welcome#${made.token}`
    const { name, email, language } = staff
    const sent = mailer && (await mailer.send(inviteLetter({ name, email, language, municipality: made.town, link: (address ?? origin) + path, hours, again })))
    if (sent && !sent.sent) notMailed({ staffId: staff.id, error: sent.error })
    return { path, until: made.until.toISOString(), mailed: sent?.sent ?? false }
  }

  async function inviteStaff(db: Db, { origin, ...given }: InviteStaff, by: Actor): Promise<Invite & { staff: Staff }> {
    const made = await db.transaction(by, async (tx) => {
      const { id, ...row } = given
      const there = (await staffByIds(tx, [id])).get(id)
      // The same submit twice is one account. One of somebody else under this id is none of ours, nor is one in use: a
      // new link for that is a reset, which signs the person out and is kept as one.
      if (there && ((await oneStaff(tx, id))?.email !== emailOf(row.email) || (await people.hasCredential(tx, id)))) throw new Refusal('identity.email_taken', {}, 'email')
      if (!there) await atForm(() => change(tx, staffSetting, { id, version: 0, value: { ...row, left: false } }))
      return { ...(await make(tx, id)), town: (await municipality(tx)).name, staff: (await oneStaff(tx, id))! }
    })
    return { ...(await send(made.staff, made, origin, false)), staff: made.staff }
  }

  async function resetStaff(db: Db, { staffId, origin }: { staffId: StaffId; origin: string }, by: Actor): Promise<Invite> {
    // Whoever loses her own link on the way is locked out; she changes her password instead.
    if (staffId === by.id) throw new Refusal('identity.own_reset')
    const made = await db.transaction(by, async (tx) => {
      const person = await oneStaff(tx, staffId)
      if (!person) throw new Refusal('identity.not_found')
      if (person.left) throw new Refusal('identity.has_left')
      await signOut(tx, staffId, true)
      return { ...(await make(tx, staffId)), town: (await municipality(tx)).name, staff: person }
    })
    return send(made.staff, made, origin, true)
  }

  /** Whose link this is; each wrong one counts against the address it came from. */
  async function held(db: Db, token: string, via: Via): Promise<{ staffId: StaffId; until: string; hash: Buffer }> {
    const hash = hashOf(token)
    return guessed.watch(via.ip, async () => {
      const found = await db.transaction(asWelcome, (tx) => people.inviteBy(tx, hash))
      if (!found) throw new Refusal('identity.invite_over')
      return { ...found, hash }
    })
  }
  async function lookAtInvite(db: Db, { token }: { token: string }, _by: Actor, via: Via): Promise<{ name: string; email: string; language: Language; municipality: Bilingual; until: string }> {
    const { staffId, until } = await held(db, token, via)
    return db.transaction(asWelcome, async (tx) => {
      const person = await oneStaff(tx, staffId)
      if (!person) throw new Refusal('identity.invite_over')
      return { name: person.name, email: person.email, language: person.language, municipality: (await municipality(tx)).name, until }
    })
  }
  async function acceptInvite(db: Db, given: { token: string; password: string }, _by: Actor, via: Via): Promise<Me> {
    const { staffId, hash } = await held(db, given.token, via)
    const password = await hashPassword(given.password)
    return db.transaction(asWelcome, async (tx) => {
      if (!via.loopback && (await people.isDemo(tx, staffId))) throw new Refusal('identity.demo_loopback_only')
      if (!(await people.useInvite(tx, hash))) throw new Refusal('identity.invite_over')
      await people.setPassword(tx, staffId, password)
      await people.passwordIsHers(tx, staffId)
      await signOut(tx, staffId, false)
      const { token, expires } = await sessions.begin(tx, staffId)
      await audit(tx, 'identity.invite_accepted', { staffId })
      via.setSession(token, expires)
      return me(tx, staffId)
    })
  }
  return { inviteStaff, resetStaff, lookAtInvite, acceptInvite }
}

/** The form of an invitation has its fields bare: `email` where a setting says `value.email`. */
async function atForm<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal && error.field) throw new Refusal(error.code, error.facts, error.field.replace(/^value\./, ''))
    throw error
  }
}
