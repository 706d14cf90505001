/** The room's door. */
import { identityApi, type StaffId } from '../../../contracts/identity.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { mounted } from '../../platform/http/operations.ts'
import type { Mailer } from '../../platform/mailer.ts'
import type { Room } from '../../platform/room.ts'
import { invitesWith } from './invites.ts'
import { type InHand, leavingWith } from './leaving.ts'
import { identityMissing } from './missing.ts'
import { identityRoutes } from './routes.ts'
import { forgetOldSessions, sessionsWith } from './session.ts'
import { identitySettings, identityUses } from './settings.ts'

export { allDirectorates, directorates, directoratesByIds, colleagues, ensureFirstAdministrator, municipality, oneStaff, setMunicipality, staffByIds } from './identity.ts'
export { directorateIds, seedDemoStaff, seedDirectorates, seedMunicipality } from './seed.ts'
export type { HomeTown } from './store.ts'
export { type Here, leaders, type Leaders, peopleHere } from './leaders.store.ts'

export type Outside = {
  /** Keys the hash of session tokens and of invitations; another key ends all of them. */
  sessionKey: string
  /** Undefined: no mail server; whoever invites hands the link over herself. */
  mailer?: Mailer | undefined
  /** Where staff reach the desk, when the installation says so; else links lead to where the inviter is. */
  address?: string | undefined
  inHand: InHand
  notMailed(problem: { staffId: StaffId; error: string }): void
}
export function makeIdentity({ sessionKey, mailer, address, inHand, notMailed }: Outside): Room & { authenticate(db: Db, token: string): Promise<Actor | undefined> } {
  const sessions = sessionsWith(sessionKey)
  return {
    name: 'identity', authenticate: sessions.authenticate,
    operations: mounted('identity', identityApi, identityRoutes(sessions, invitesWith(sessionKey, sessions, mailer, notMailed, address), leavingWith(inHand))),
    settings: identitySettings, uses: identityUses, missing: identityMissing(mailer !== undefined),
    timed: { identity_forget_old_sessions: { cron: '20 3 * * *', run: forgetOldSessions } },
  }
}
