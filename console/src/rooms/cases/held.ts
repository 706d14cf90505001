/**
 * The inbox never moves under the eye: rows on the screen keep their places while the desk's answer changes, and what
 * arrived waits to be asked for. Two exceptions: a brand-new emergency goes to the top at once, and on an empty list there
 * is nothing to move.
 */
import type { CaseRow } from '../../../../contracts/cases.ts'

export type HeldRow = CaseRow & {
  /** Not in the latest answer any more: done with, or filtered out. It stays until the list is shown anew. */
  gone: boolean
}
export type Held = { rows: HeldRow[]; arrivals: number }

/** `shown`: what is on the screen, in its order; `fresh`: the desk's latest answer for the same filters. */
export function hold(shown: readonly HeldRow[], fresh: readonly CaseRow[]): Held {
  if (shown.length === 0) return { rows: adopt(fresh), arrivals: 0 }
  const now = new Map(fresh.map((row) => [row.id, row]))
  const known = new Set(shown.map((row) => row.id))
  const kept = shown.map((row): HeldRow => { const next = now.get(row.id); return next ? { ...next, gone: false } : { ...row, gone: true } })
  const arrived = fresh.filter((row) => !known.has(row.id))
  const alarms = arrived.filter((row) => row.emergency && row.status !== 'closed').map((row): HeldRow => ({ ...row, gone: false }))
  return { rows: [...alarms, ...kept], arrivals: arrived.length - alarms.length }
}
/** The list as it is now, in its own order. */
export const adopt = (fresh: readonly CaseRow[]): HeldRow[] => fresh.map((row) => ({ ...row, gone: false }))
