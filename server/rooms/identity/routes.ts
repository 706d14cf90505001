import type { identityApi } from '../../../contracts/identity.ts'
import type { Handlers } from '../../platform/http/operations.ts'
import { colleagues, directorates, me, setLanguage, staff } from './identity.ts'
import type { invitesWith } from './invites.ts'
import type { leavingWith } from './leaving.ts'
import type { Sessions } from './session.ts'
import { signInWith } from './sign-in.ts'

/** One handler per operation; leave one out and this file stops compiling. */
export const identityRoutes = (sessions: Sessions, invites: ReturnType<typeof invitesWith>, leaving: ReturnType<typeof leavingWith>): Handlers<typeof identityApi> => ({
  ...signInWith(sessions), ...invites, ...leaving, me: (tx, _given, by) => me(tx, by.id), setLanguage, directorates, colleagues: (tx, { q, directorateId }) => colleagues(tx, { q, directorateId }), staff,
})
