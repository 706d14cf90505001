/** What I may do to a case now, by the contract's table of moves; the server refuses by the same one. */
import type { CasePage, CaseRow } from '../../../../contracts/cases.ts'
import { type CaseMove, mayMove, turnOf as turnOfStatus, type WhyNot } from '../../../../contracts/moves.ts'
import type { Permission } from '../../../../contracts/permissions.ts'

export type May = { may: true } | { may: false; because: WhyNot }
export type Reader = { may: readonly Permission[]; directorate: unknown }
type Shown = Pick<CasePage, 'status' | 'kind' | 'emergency' | 'task' | 'part'>

/** Null for what is not mine to do at all, or never with such a case: its button is not there. */
export function can(move: CaseMove, row: Shown, me: Reader): May | null {
  const part = row.task && row.part ? { part: row.part, status: row.task } : null
  const answer = mayMove(move, { status: row.status, kind: row.kind, emergency: row.emergency, part }, { may: new Set(me.may), desk: !me.directorate })
  return !answer.may && ['permission', 'kind', 'emergency', 'no_part', 'lead'].includes(answer.because) ? null : answer
}
/** Whose turn it is. */
export const turnOf = (row: Pick<CaseRow, 'status'>) => turnOfStatus(row.status)

/** In the order of a case's life; the first that may be made now is the page's one primary button. */
export const buttons = ['take', 'begin_at_once', 'got_info', 'resume', 'answer', 'adopt', 'decline', 'ask_info', 'hold', 'pass', 'return', 'route', 'duplicate', 'hand_over', 'cancel', 'redo', 'reopen', 'close'] as const satisfies readonly CaseMove[]
export type Pressed = (typeof buttons)[number]
const primary: readonly Pressed[] = ['take', 'begin_at_once', 'got_info', 'resume', 'answer', 'adopt']
const seldom: readonly Pressed[] = ['duplicate', 'hand_over', 'cancel', 'redo', 'reopen', 'close', 'decline']

export type Offered = { move: Pressed; /** Why not now. */ because: WhyNot | null }
/** What stands in the row, and what in the menu at its end: the rare ones, and there too, with the reason, what a directorate may do at other times. */
export function offered(row: Shown, me: Reader): { main: Pressed | null; row: Pressed[]; menu: Offered[] } {
  const all = buttons.flatMap((move): Offered[] => {
    const answer = can(move, row, me)
    return answer ? [{ move, because: answer.may ? null : answer.because }] : []
  })
  const now = all.filter((one) => !one.because).map((one) => one.move)
  const main = now.find((move) => primary.includes(move)) ?? null
  const explained: readonly Pressed[] = ['take', 'return', 'pass', 'route']
  return { main, row: now.filter((move) => move === main || !seldom.includes(move)), menu: all.filter((one) => (one.because ? explained.includes(one.move) : one.move !== main && seldom.includes(one.move))) }
}
