/** A new account as it is typed, and what is wrong with it before it is sent. */
import { readPhone } from '@akmasa/ui'
import { AddStaff, type DirectorateId, type StaffId } from '../../../../contracts/identity.ts'
import type { Language } from '../../../../contracts/kit.ts'
import type { Role } from '../../../../contracts/permissions.ts'

export type Typed = { name: string; email: string; roles: readonly Role[]; directorateId: string | null; phone: string; language: Language }
export const blank: Typed = { name: '', email: '', roles: [], directorateId: null, phone: '', language: 'tr' }
export type Wrong = Partial<Record<'name' | 'email' | 'roles' | 'directorateId' | 'phone', 'nameNeeded' | 'emailWrong' | 'rolesNeeded' | 'directorateNeeded' | 'phoneWrong'>>

/** Officers and directors act for one directorate; the others for the desk or the system. */
export const needsDirectorate = (roles: readonly Role[]) => roles.includes('officer') || roles.includes('director')

/** The desk checks all of it again; this only saves a journey. */
export function wrongIn(typed: Typed): Wrong {
  const phone = typed.phone.trim()
  return {
    ...(AddStaff.shape.name.safeParse(typed.name).success ? {} : { name: 'nameNeeded' }),
    ...(AddStaff.shape.email.safeParse(typed.email.trim()).success ? {} : { email: 'emailWrong' }),
    ...(typed.roles.length ? {} : { roles: 'rolesNeeded' }),
    ...(needsDirectorate(typed.roles) && !typed.directorateId ? { directorateId: 'directorateNeeded' } : {}),
    ...(phone && !readPhone(phone) ? { phone: 'phoneWrong' } : {}),
  }
}
/** A directorate chosen before the roles changed is not sent along. */
export function toSend(typed: Typed, id: StaffId, password: string): AddStaff {
  return {
    id, password, name: typed.name.trim(), email: typed.email.trim(), roles: [...typed.roles], language: typed.language,
    directorateId: needsDirectorate(typed.roles) ? (typed.directorateId as DirectorateId | null) : null, phone: readPhone(typed.phone.trim()),
  }
}
