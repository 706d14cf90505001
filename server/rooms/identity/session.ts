/** Sessions: a random token in the browser, its keyed hash here. Twelve hours unused end one, of a crew's telephone three days; seven days end any. */
import { createHmac, randomBytes } from 'node:crypto'
import { permissionsOf, scopeOf } from '../../../contracts/permissions.ts'
import type { StaffId } from '../../../contracts/identity.ts'
import { type Actor, system } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db.ts'
import * as store from './store.ts'

const minute = 60_000
const unused = 12 * 60 * minute
/** Whoever works outside signs in on Monday and not each morning in the rain; her telephone shows her own orders and nothing else. */
const unusedOutside = 72 * 60 * minute
const longest = 7 * 24 * 60 * minute
const before = (now: Date, ms: number) => new Date(now.getTime() - ms)

export type Sessions = ReturnType<typeof sessionsWith>
/** @param key SESSION_KEY; whoever reads the table without it opens no session. */
export function sessionsWith(key: string) {
  const idOf = (token: string): Buffer => createHmac('sha256', key).update(token).digest()
  return {
    async begin(tx: Tx, staffId: StaffId): Promise<{ token: string; expires: Date }> {
      const token = randomBytes(32).toString('base64url')
      await store.insertSession(tx, idOf(token), staffId)
      return { token, expires: before(tx.now, -longest) }
    },
    /** Who comes with this token; undefined when it opens nothing any more. One query. */
    authenticate: (db: Db, token: string): Promise<Actor | undefined> => db.transaction(system('session'), async (tx) => {
      const id = idOf(token)
      const found = await store.useSession(tx, id, { seen: before(tx.now, unused), seenOutside: before(tx.now, unusedOutside), made: before(tx.now, longest), touchedBefore: before(tx.now, minute) })
      if (!found) return undefined
      // A password that somebody else chose opens nothing but its own change.
      const roles = found.mustChangePassword ? [] : found.roles
      return { id: found.staffId, may: permissionsOf(roles), scope: scopeOf(roles), directorateId: roles.length ? found.directorateId : null, sessionId: id.toString('hex') }
    }),
  }
}

/** @param id as an Actor carries it. */
export const endSession = (tx: Tx, id: string) => store.deleteSession(tx, Buffer.from(id, 'hex'))
export const endOtherSessions = (tx: Tx, staffId: StaffId, kept: string | undefined) => store.deleteOtherSessions(tx, staffId, Buffer.from(kept ?? '', 'hex'))
export const forgetOldSessions = (db: Db) =>
  db.transaction(system('identity.sessions'), async (tx) => void (await store.deleteOldSessions(tx, before(tx.now, unusedOutside), before(tx.now, longest))))
