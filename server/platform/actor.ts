/** Who acts. Every transaction carries one; row security in the database reads it. */
import type { Permission, Scope } from '../../contracts/permissions.ts'

export type Actor = {
  /** Staff id, or the name of a part of the system (`system:relay`), or `visitor`. */
  readonly id: string
  readonly may: ReadonlySet<Permission>
  readonly scope: Scope | 'system'
  /** The directorate a person works in; null for the desk's own people. */
  readonly directorateId: string | null
  /** Set for people: the session this request came by. */
  readonly sessionId?: string
}

export const visitor: Actor = { id: 'visitor', may: new Set(), scope: 'none', directorateId: null }
/** A part of the system acting by itself: sees all, is named in the audit. */
export const system = (part: string): Actor => ({ id: `system:${part}`, may: new Set(), scope: 'system', directorateId: null })
