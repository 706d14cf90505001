/**
 * The clocks of the two laws, counted in days. Nothing of the case is asked: no pause, hold or return of ours moves them.
 * The day of receipt is not counted; the last day ends at midnight. Only the extension and the cost notice of law 4982 change them.
 */
import type { Statute } from '../../../contracts/statutory.ts'

/** How long, as it stood when the request was registered. */
export type Term = { statute: Statute; receivedOn: string; days: number; extendedDays: number; paymentDays: number }
export type Turns = { extendedOn: string | null; noticedOn: string | null; paidOn: string | null }
/** @returns so many working days after this one, in order; undefined where there is no calendar, or it never works so long. */
export type WorkDays = (after: string, count: number) => Promise<string[] | undefined>
/** @property dueOn null while the clock stands. @property payBy the last day for paying. */
export type Counted = { dueOn: string | null; workDays: string[]; payBy: string | null }

export const plusDays = (day: string, count: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** @returns undefined where working days are to be counted and there is nothing to count them by. */
export async function count(term: Term, turns: Turns, workDays: WorkDays): Promise<Counted | undefined> {
  return term.statute === 'petition' ? ofPetition(term, workDays) : ofInformation(term, turns, workDays)
}

/**
 * 3071 m.7: thirty days by the clock, holidays included. That the last day moves on when it falls on a holiday is said of the
 * citizen's own time limits (2577 m.8); of ours we keep the earlier day, which is never too late.
 */
async function ofPetition({ receivedOn, days }: Term, workDays: WorkDays): Promise<Counted> {
  const dueOn = plusDays(receivedOn, days)
  // Only for the warnings: without a calendar every day counts as one of work.
  const worked = (await workDays(receivedOn, days)) ?? Array.from({ length: days }, (_, i) => plusDays(receivedOn, i + 1))
  return { dueOn, workDays: worked.filter((day) => day <= dueOn), payBy: null }
}

/**
 * 4982 m.11: fifteen working days, thirty when extended. The cost notice stops the clock, and the payment lets it go on with what
 * was left: the day of the notice is not used up. (The law says that the term is cut; whoever reads that as a new term from the
 * payment on has more time, and nobody less.) Half a working day, as before a feast, is a day of work: the office is open.
 */
async function ofInformation(term: Term, { extendedOn, noticedOn, paidOn }: Turns, workDays: WorkDays): Promise<Counted | undefined> {
  const limit = extendedOn ? term.extendedDays : term.days
  const whole = await workDays(term.receivedOn, limit)
  if (!whole) return undefined
  if (!noticedOn) return { dueOn: whole.at(-1)!, workDays: whole, payBy: null }
  const used = whole.filter((day) => day < noticedOn)
  const payBy = (await workDays(noticedOn, term.paymentDays))?.at(-1)
  if (!payBy) return undefined
  if (!paidOn) return { dueOn: null, workDays: used, payBy }
  const rest = await workDays(paidOn, limit - used.length)
  return rest && { dueOn: rest.at(-1)!, workDays: [...used, ...rest], payBy }
}

/** Working days after today, the last one included. */
export const leftOf = (workDays: readonly string[], dueOn: string | null, today: string): number => (dueOn === null ? 0 : workDays.filter((day) => day > today).length)
