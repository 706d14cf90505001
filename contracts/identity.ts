import { z } from 'zod'
import { Bilingual, Done, idOf, Language, Latitude, Longitude, operation, Phone, words } from './kit.ts'
import { permissions, Role } from './permissions.ts'

export const StaffId = idOf('staff')
export type StaffId = z.infer<typeof StaffId>
export const DirectorateId = idOf('directorate')
export type DirectorateId = z.infer<typeof DirectorateId>

export const Directorate = z.object({ id: DirectorateId, slug: z.string(), name: Bilingual, does: Bilingual })
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

export const Staff = Colleague.extend({ email: z.string(), language: Language, phone: z.string().nullable(), left: z.boolean() })
export type Staff = z.infer<typeof Staff>
export const AddStaff = z.object({
  id: StaffId, name: words(120), email: z.email().max(200), roles: z.array(Role).min(1), directorateId: DirectorateId.nullable(),
  phone: Phone.nullable(), language: Language, password: NewPassword,
})
export type AddStaff = z.infer<typeof AddStaff>

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
  addStaff: operation({
    method: 'POST', path: '/staff', may: 'staff.manage', body: AddStaff, returns: Staff, outside: true,
    refuses: ['identity.email_taken', 'identity.directorate_needed'], summary: 'Make an account.',
  }),
}
