import { z } from 'zod'
import { Bilingual, Done, idOf, Instant, Language, Latitude, Longitude, operation, Phone, words } from './kit.ts'
import { permissions, Role } from './permissions.ts'
import { PlaceId } from './places.ts'

export const StaffId = idOf('staff')
export type StaffId = z.infer<typeof StaffId>
export const DirectorateId = idOf('directorate')
export type DirectorateId = z.infer<typeof DirectorateId>

export const Directorate = z.object({ id: DirectorateId, slug: z.string(), name: Bilingual, does: Bilingual, /** Set when it is out of use: named where it stands already, given nothing new. */ retired: z.literal(true).optional() })
export type Directorate = z.infer<typeof Directorate>

/** The one municipality this desk serves. */
export const Municipality = z.object({
  name: Bilingual,
  /** IANA name; working time and case years are counted in it. */
  zone: z.string(),
  lat: Latitude, lon: Longitude,
  mainNumber: z.string(),
  demo: z.boolean(),
})
export type Municipality = z.infer<typeof Municipality>

export const Colleague = z.object({ id: StaffId, name: z.string(), roles: z.array(Role), directorateId: DirectorateId.nullable() })
export type Colleague = z.infer<typeof Colleague>

export const Me = z.object({
  id: StaffId, name: z.string(), email: z.string(), roles: z.array(Role), may: z.array(z.enum(permissions)),
  directorate: Directorate.nullable(), language: Language, municipality: Municipality, mustChangePassword: z.boolean(),
})
export type Me = z.infer<typeof Me>

export const SignIn = z.object({ email: z.email().max(200), password: z.string().min(1).max(200) })
export type SignIn = z.infer<typeof SignIn>
/** NIST SP 800-63B: length over composition. */
export const NewPassword = z.string().min(12).max(200)

export const Staff = Colleague.extend({
  email: z.string(), language: Language, phone: z.string().nullable(), left: z.boolean(),
  /** A link to set a password waits for its use until then; it may be over. */
  invitedUntil: Instant.nullable(),
})
export type Staff = z.infer<typeof Staff>
/** The console's own address, as its browser has it: where the link of a mail leads. */
const origin = z.url({ protocol: /^https?$/ }).max(300).refine((text) => new URL(text).origin === text, 'invalid_format')
export const InviteStaff = z.object({
  id: StaffId, name: words(120), email: z.email().max(200), roles: z.array(Role).min(1), directorateId: DirectorateId.nullable(),
  phone: Phone.nullable(), language: Language, /** For whom a muhtar speaks; nobody else has any. */ placeIds: z.array(PlaceId).max(200).default([]), origin,
})
export type InviteStaff = z.infer<typeof InviteStaff>
/** A link for one use, seen here and in the mail and nowhere else. */
export const Invite = z.object({ /** `/welcome#…`; behind the number sign, so that no server and no log ever sees it. */ path: z.string(), until: Instant, mailed: z.boolean() })
export type Invite = z.infer<typeof Invite>
export const InviteToken = z.string().min(20).max(100)
/** What a person has in hand: `caseTasks`, `callTasks`, `drafts`, `onCall`, `directs`, `deputises` … Only what is there is named. */
export const OpenWork = z.record(z.string(), z.number().int())
export type OpenWork = z.infer<typeof OpenWork>

export const identityApi = {
  signIn: operation({
    method: 'POST', path: '/session', may: 'public', body: SignIn, returns: Me, outside: true,
    refuses: ['identity.wrong_password', 'identity.locked', 'identity.demo_loopback_only', 'identity.too_many'],
    summary: 'Sign in. Ten wrong passwords lock an account for fifteen minutes.',
  }),
  signOut: operation({ method: 'DELETE', path: '/session', may: 'signed-in', returns: Done, summary: 'Sign out here.' }),
  me: operation({ method: 'GET', path: '/me', may: 'signed-in', returns: Me, audit: 'none', summary: 'Who I am and what I may do.' }),
  setLanguage: operation({ method: 'POST', path: '/me/language', may: 'signed-in', body: z.object({ language: Language }), returns: Done, summary: 'The language of my screens.' }),
  changePassword: operation({
    method: 'POST', path: '/me/password', may: 'signed-in', returns: Done, outside: true,
    body: z.object({ old: z.string().min(1).max(200), new: NewPassword }), refuses: ['identity.wrong_password', 'identity.locked'],
    summary: 'Change my password; other sessions of mine end.',
  }),
  directorates: operation({ method: 'GET', path: '/directorates', may: 'signed-in', returns: z.array(Directorate), audit: 'none', summary: 'All directorates.' }),
  colleagues: operation({
    method: 'GET', path: '/colleagues', may: 'case.read', query: z.object({ q: z.string().max(80).optional(), directorateId: DirectorateId.optional() }),
    returns: z.array(Colleague), audit: 'none', summary: 'People one can mention, by name.',
  }),
  staff: operation({ method: 'GET', path: '/staff', may: 'staff.manage', returns: z.array(Staff), audit: 'none', summary: 'All accounts.' }),
  inviteStaff: operation({
    method: 'POST', path: '/staff', may: 'staff.manage', body: InviteStaff, returns: Invite.extend({ staff: Staff }), outside: true,
    refuses: ['identity.email_taken', 'identity.directorate_needed', 'identity.place_needed', 'setting.unknown_reference', 'setting.retired_reference'],
    summary: 'Make an account. The person sets her own password by a link that is good once, for 72 hours.',
  }),
  resetStaff: operation({
    method: 'POST', path: '/staff/:staffId/reset', may: 'staff.manage', params: z.object({ staffId: StaffId }), body: z.object({ origin }), returns: Invite, outside: true,
    refuses: ['identity.not_found', 'identity.has_left', 'identity.own_reset'],
    summary: 'A new link. From now on the old password and the old links open nothing, and the person is signed out everywhere.',
  }),
  lookAtInvite: operation({
    method: 'POST', path: '/welcome/look', may: 'public', body: z.object({ token: InviteToken }), outside: true, audit: 'none',
    returns: z.object({ name: z.string(), email: z.string(), language: Language, municipality: Bilingual, until: Instant }), refuses: ['identity.invite_over', 'identity.too_many'],
    summary: 'Whose link this is.',
  }),
  acceptInvite: operation({
    method: 'POST', path: '/welcome', may: 'public', body: z.object({ token: InviteToken, password: NewPassword }), returns: Me, outside: true,
    refuses: ['identity.invite_over', 'identity.too_many', 'identity.demo_loopback_only'], summary: 'Sets the password and signs in. The link is used up.',
  }),
  openWorkOf: operation({
    method: 'GET', path: '/staff/:staffId/work', may: 'staff.manage', params: z.object({ staffId: StaffId }), audit: 'none', refuses: ['identity.not_found'],
    returns: z.object({ work: OpenWork, /** There is work that somebody must take over. */ handOver: z.boolean(), /** Who could. */ to: z.array(Colleague) }),
    summary: 'What a person has in hand, and who may take it over.',
  }),
  leaveStaff: operation({
    method: 'POST', path: '/staff/:staffId/leave', may: 'staff.manage', params: z.object({ staffId: StaffId }), body: z.object({ handOverTo: StaffId.nullable() }), returns: Staff,
    refuses: ['identity.not_found', 'identity.has_left', 'identity.hand_over_needed', 'identity.hand_over_wrong', 'staff.last_administrator'],
    summary: 'The person leaves: signed out, rung no more, open work with whoever is named. Her name stays where she acted.',
  }),
}
