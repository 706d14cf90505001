/** The room's door. */
import { identityApi } from '../../../contracts/identity.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { mounted } from '../../platform/http/operations.ts'
import type { Room } from '../../platform/room.ts'
import { identityRoutes } from './routes.ts'
import { forgetOldSessions, sessionsWith } from './session.ts'

export { directorates, directoratesByIds, colleagues, ensureFirstAdministrator, municipality, setMunicipality, staffByIds } from './identity.ts'
export { directorateIds, seedDemoStaff, seedDirectorates, seedMunicipality } from './seed.ts'
export type { HomeTown } from './store.ts'

/** @param sessionKey keys the hash of session tokens; another key ends all sessions. */
export function makeIdentity(sessionKey: string): Room & { authenticate(db: Db, token: string): Promise<Actor | undefined> } {
  const sessions = sessionsWith(sessionKey)
  return {
    name: 'identity', operations: mounted('identity', identityApi, identityRoutes(sessions)), authenticate: sessions.authenticate,
    timed: { identity_forget_old_sessions: { cron: '20 3 * * *', run: forgetOldSessions } },
  }
}
