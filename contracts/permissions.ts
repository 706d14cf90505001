/** Roles, and what each may do. The server refuses by it, the console greys out by it. */
import { z } from 'zod'

export const Role = z.enum(['operator', 'officer', 'director', 'supervisor', 'administrator', 'auditor'])
export type Role = z.infer<typeof Role>

export const permissions = [
  'case.open', 'case.read', 'case.note', 'case.attach', 'case.take', 'case.return', 'case.pass', 'case.route', 'case.follow',
  'citizen.read', 'citizen.write',
  'call.take', 'call.read', 'recording.listen', 'board.read',
  'message.read', 'message.resend', 'task.read', 'task.work',
  'knowledge.read', 'knowledge.write', 'knowledge.publish',
  'setting.read', 'setting.write', 'staff.manage', 'audit.read', 'report.read',
] as const
export type Permission = (typeof permissions)[number]

export const roleMay: Record<Role, readonly Permission[]> = {
  operator: ['case.open', 'case.read', 'case.note', 'case.attach', 'case.route', 'case.follow', 'citizen.read', 'citizen.write',
    'call.take', 'call.read', 'board.read', 'message.read', 'task.read', 'task.work'],
  officer: ['case.read', 'case.note', 'case.attach', 'case.take', 'case.return', 'case.pass'],
  director: ['report.read', 'case.read', 'case.note', 'case.attach', 'case.take', 'case.return', 'case.pass', 'recording.listen'],
  supervisor: ['report.read', 'case.open', 'case.read', 'case.note', 'case.attach', 'case.route', 'case.follow', 'citizen.read', 'citizen.write',
    'call.take', 'call.read', 'recording.listen', 'board.read', 'message.read', 'message.resend', 'task.read', 'task.work'],
  // Sets the desk up and sees no citizen: whoever keeps the keys does not read the letters.
  administrator: ['setting.read', 'setting.write', 'staff.manage'],
  auditor: ['report.read', 'case.read', 'citizen.read', 'call.read', 'recording.listen', 'message.read', 'task.read', 'board.read', 'setting.read', 'audit.read'],
}

/** How far a person's eyes reach in the database; row security reads it. */
export type Scope = 'desk' | 'directorate' | 'settings' | 'none'
export function scopeOf(roles: readonly Role[]): Scope {
  if (roles.some((r) => r === 'operator' || r === 'supervisor' || r === 'auditor')) return 'desk'
  if (roles.some((r) => r === 'officer' || r === 'director')) return 'directorate'
  return roles.includes('administrator') ? 'settings' : 'none'
}
export const permissionsOf = (roles: readonly Role[]): ReadonlySet<Permission> => new Set(roles.flatMap((r) => roleMay[r]))
