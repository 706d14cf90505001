/** When each step comes: counted from the due time, by the measure the promise was made with. */
import type { Promised } from '../../../contracts/calendars.ts'
import type { EscalationStep } from '../../../contracts/escalation.ts'
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { Tx } from '../../platform/db.ts'
import { workDaysAfter, workDaysBefore, workingMinutesBefore } from '../calendars/index.ts'

export type Timed = EscalationStep & { at: Date }
const hour = 3_600_000, day = 24 * hour
/**
 * The steps of one part with their moments, in order. A share is counted back from the due time, so that a pause takes nothing
 * from it. @param promised undefined where the topic promises nothing now: then a share says nothing and is left out
 */
export async function timed(tx: Tx, steps: readonly EscalationStep[], directorateId: DirectorateId | null, dueAt: Date, promised: Promised | undefined): Promise<Timed[]> {
  const all: Timed[] = []
  for (const step of steps) {
    const at = await momentOf(tx, step, directorateId, dueAt, promised)
    if (at) all.push({ ...step, at })
  }
  return all.sort((a, b) => a.at.getTime() - b.at.getTime())
}

async function momentOf(tx: Tx, { when, amount }: EscalationStep, directorateId: DirectorateId | null, dueAt: Date, promised: Promised | undefined): Promise<Date | undefined> {
  if (when === 'due') return dueAt
  if (when === 'hours') return new Date(dueAt.getTime() + amount * hour)
  if (when === 'working_days') {
    if (amount === 0) return dueAt
    if (amount < 0) return workDaysBefore(tx, directorateId, -amount, dueAt)
    return (await workDaysAfter(tx, directorateId, amount, dueAt, 'same_time')) ?? new Date(dueAt.getTime() + amount * day)
  }
  if (!promised) return undefined
  const left = promised.hours * 60 * (1 - amount / 100)
  return promised.unit === 'straight' ? new Date(dueAt.getTime() - left * 60_000) : workingMinutesBefore(tx, directorateId, left, dueAt)
}
