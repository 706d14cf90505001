/** Roles, and what each may do. The server refuses by it, the console greys out by it. */
import { z } from 'zod'

export const Role = z.enum(['operator', 'officer', 'director', 'supervisor', 'administrator', 'auditor', 'muhtar', 'deputy_mayor', 'crew'])
export type Role = z.infer<typeof Role>

export const permissions = [
  'case.open', 'case.read', 'case.note', 'case.attach', 'case.take', 'case.return', 'case.pass', 'case.route', 'case.follow',
  'citizen.read', 'citizen.write',
  'call.take', 'call.read', 'recording.listen', 'board.read',
  'message.read', 'message.resend', 'task.read', 'task.work',
  'knowledge.read', 'knowledge.write', 'knowledge.publish',
  'setting.read', 'setting.write', 'staff.manage', 'audit.read', 'report.read', 'day.read', 'place.read', 'place.open',
  'import.read', 'import.run',
  'case.work', 'case.decide', 'case.approve_above', 'case.agree', 'case.settle', 'case.close', 'silence.read',
  'order.read', 'order.write', 'order.work', 'statute.write', 'emergency.run', 'page.answer',
] as const
export type Permission = (typeof permissions)[number]

export const roleMay: Record<Role, readonly Permission[]> = {
  operator: ['case.open', 'case.read', 'case.note', 'case.attach', 'case.route', 'case.follow', 'citizen.read', 'citizen.write',
    'call.take', 'call.read', 'board.read', 'message.read', 'task.read', 'task.work', 'knowledge.read',
    'case.agree', 'case.settle', 'silence.read', 'order.read', 'statute.write', 'emergency.run', 'page.answer'],
  officer: ['knowledge.read', 'knowledge.write', 'case.read', 'case.note', 'case.attach', 'case.take', 'case.return', 'case.pass',
    'task.read', 'task.work', 'case.work', 'case.agree', 'silence.read', 'order.read', 'order.write', 'statute.write', 'page.answer'],
  director: ['knowledge.read', 'knowledge.write', 'knowledge.publish', 'report.read', 'case.read', 'case.note', 'case.attach', 'case.take', 'case.return', 'case.pass', 'recording.listen',
    'task.read', 'task.work', 'case.work', 'case.decide', 'case.agree', 'silence.read', 'order.read', 'order.write', 'statute.write', 'page.answer'],
  supervisor: ['day.read', 'import.read', 'import.run', 'knowledge.read', 'knowledge.write', 'knowledge.publish', 'report.read', 'case.open', 'case.read', 'case.note', 'case.attach', 'case.route', 'case.follow', 'citizen.read', 'citizen.write',
    'call.take', 'call.read', 'recording.listen', 'board.read', 'message.read', 'message.resend', 'task.read', 'task.work',
    'case.agree', 'case.settle', 'case.close', 'silence.read', 'order.read', 'statute.write', 'emergency.run', 'page.answer'],
  // Sets the desk up and sees no citizen: whoever keeps the keys does not read the letters.
  administrator: ['setting.read', 'setting.write', 'staff.manage'],
  auditor: ['import.read', 'knowledge.read', 'report.read', 'case.read', 'citizen.read', 'call.read', 'recording.listen', 'message.read', 'task.read', 'board.read', 'setting.read', 'audit.read', 'silence.read', 'order.read'],
  // Speaks for a place, and is no member of staff: sees how far its cases are, and nobody's name.
  muhtar: ['place.read', 'place.open'],
  // Approves what is above a director's limit; sees every case, and of a tip-off never who told it.
  deputy_mayor: ['knowledge.read', 'report.read', 'case.read', 'case.note', 'case.approve_above', 'silence.read', 'order.read', 'page.answer'],
  // Works outside by order; of a case she sees what stands on her order.
  crew: ['order.work'],
}

/** How far a person's eyes reach in the database; row security reads it. */
export type Scope = 'desk' | 'office' | 'directorate' | 'settings' | 'place' | 'crew' | 'none'
export function scopeOf(roles: readonly Role[]): Scope {
  if (roles.some((r) => r === 'operator' || r === 'supervisor' || r === 'auditor')) return 'desk'
  if (roles.includes('deputy_mayor')) return 'office'
  if (roles.some((r) => r === 'officer' || r === 'director')) return 'directorate'
  if (roles.includes('administrator')) return 'settings'
  if (roles.includes('crew')) return 'crew'
  return roles.includes('muhtar') ? 'place' : 'none'
}
export const permissionsOf = (roles: readonly Role[]): ReadonlySet<Permission> => new Set(roles.flatMap((r) => roleMay[r]))
