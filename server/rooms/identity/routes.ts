import type { identityApi } from '../../../contracts/identity.ts'
import type { Handlers } from '../../platform/http/operations.ts'
import { addStaff, colleagues, directorates, me, setLanguage, staff } from './identity.ts'
import type { Sessions } from './session.ts'
import { signInWith } from './sign-in.ts'

/** One handler per operation; leave one out and this file stops compiling. */
export const identityRoutes = (sessions: Sessions): Handlers<typeof identityApi> => ({
  ...signInWith(sessions), me: (tx, _given, by) => me(tx, by.id), setLanguage, directorates, colleagues, staff, addStaff,
})
