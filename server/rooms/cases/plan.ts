/** Who gets work from an intake, and in which state the case begins. Pure. */
import type { CaseStatus } from '../../../contracts/cases.ts'
import type { Directorate } from '../../../contracts/identity.ts'
import type { CaseKind, Route } from '../../../contracts/routing.ts'
import { answeredAtOnce } from './intake.ts'

export type Plan = { status: CaseStatus; lead: Directorate | null; supporting: Directorate[]; dueAt: string | null }

/**
 * @param also those the operator asked for by name: they get work even where nothing else would be done.
 * @param notOurs the case belongs to another body. @returns undefined when nobody at all would get it.
 */
export function planOf(kind: CaseKind, route: Route, also: readonly Directorate[], notOurs: boolean): Plan | undefined {
  const nothingToDo = notOurs || answeredAtOnce(kind)
  const wanted = nothingToDo || !route.lead ? [...also] : [route.lead, ...route.supporting, ...also]
  const [lead, ...rest] = wanted.filter((d, i) => wanted.findIndex((e) => e.id === d.id) === i)
  if (lead) return { status: 'routed', lead, supporting: rest, dueAt: route.dueAt }
  if (!nothingToDo) return undefined
  return { status: notOurs ? 'handed_over' : 'closed', lead: null, supporting: [], dueAt: null }
}
