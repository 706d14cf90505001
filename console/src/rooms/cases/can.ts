/** What I may do to a case now, by the contract's state tables; the server refuses by the same ones. */
import { caseCan, taskCan, type CaseRow } from '../../../../contracts/cases.ts'
import type { Permission } from '../../../../contracts/permissions.ts'

export type Act = 'take' | 'return' | 'pass' | 'route'
/** Why not, as a key and the state it is about. */
export type Reason = 'status' | 'noTask' | 'open' | 'taken' | 'returned' | 'passed'
export type May = { may: true } | { may: false; because: Reason }

/** Null for what is not mine to do at all: its button is not there. */
export function can(act: Act, row: Pick<CaseRow, 'status' | 'task'>, permissions: readonly Permission[]): May | null {
  if (!permissions.includes(`case.${act}`)) return null
  if (!caseCan[act].some((status) => status === row.status)) return { may: false, because: 'status' }
  if (act === 'route') return { may: true }
  if (!row.task) return { may: false, because: 'noTask' }
  return taskCan[act].some((status) => status === row.task) ? { may: true } : { may: false, because: row.task }
}
/** Whose turn it is. */
export const turnOf = (row: Pick<CaseRow, 'status'>) =>
  row.status === 'registered' || row.status === 'returned' ? 'us' : row.status === 'closed' || row.status === 'handed_over' ? 'nobody' : 'directorate'
