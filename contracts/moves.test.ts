import { describe, expect, test } from 'vitest'
import { type CaseMove, caseMoves, CaseStatus, endedStates, isEnded, joined, moveOf, openStates, type TaskStatus, turnOf } from './moves.ts'
import { CaseKind } from './routing.ts'

const part = (status: TaskStatus, lead = true) => ({ part: lead ? 'lead' as const : 'supporting' as const, status })

describe('the table of moves', () => {
  test('no state is without a next step: every open one can be left by somebody’s hand, every ended one be opened again', () => {
    for (const status of openStates) expect(caseMoves.filter((name) => moveOf(name).from.includes(status) && moveOf(name).may.length > 0), status).not.toEqual([])
    for (const status of endedStates) expect(moveOf('reopen').from).toContain(status)
  })
  test('every state but the first is reached by a move or by joining the parts', () => {
    const byJoin = new Set<CaseStatus>()
    const states: TaskStatus[] = ['open', 'taken', 'proposed', 'ready', 'working', 'done', 'returned', 'passed']
    for (const a of states) for (const b of states) byJoin.add(joined([part(a), part(b, false)]))
    const reached = new Set<CaseStatus>([...byJoin, ...caseMoves.flatMap((name) => { const { to } = moveOf(name); return to === 'joined' || to === 'before' ? [] : [to] })])
    expect(CaseStatus.options.filter((status) => !reached.has(status))).toEqual(['registered'])
  })
  test('every kind comes to an end from every open state', () => {
    for (const kind of CaseKind.options) for (const status of openStates) {
      const ends = caseMoves.filter((name) => { const move = moveOf(name); return move.from.includes(status) && (!move.kinds || move.kinds.includes(kind)) && move.to !== 'joined' && move.to !== 'before' && isEnded(move.to) })
      expect(ends, `${kind} ${status}`).not.toEqual([])
    }
  })
  test('only what somebody may press or a rule does stands in it; what an emergency alone does asks for no agreement', () => {
    for (const name of caseMoves) expect(moveOf(name).whose === 'rule', name).toBe(moveOf(name).may.length === 0)
    expect(caseMoves.filter((name: CaseMove) => moveOf(name).emergency)).toEqual(['begin_at_once'])
  })
})

describe('the join rule', () => {
  test.each([
    ['all open: routed', ['open', 'open'], 'routed'], ['one taken: under review', ['open', 'taken'], 'under_review'], ['one proposed of two: under review', ['proposed', 'taken'], 'under_review'],
    ['all proposed: one solution', ['proposed', 'proposed'], 'proposed'], ['all agreed: planned', ['ready', 'ready'], 'planned'], ['one works: in progress', ['ready', 'working'], 'in_progress'],
    ['one done of two: in progress', ['done', 'ready'], 'in_progress'], ['all done: resolved', ['done', 'done'], 'resolved'], ['who gave it back is not waited for', ['proposed', 'returned'], 'proposed'],
    ['the lead gave it back: the desk’s', ['returned', 'taken'], 'returned'], ['nobody left: the desk’s', ['passed', 'returned'], 'returned'],
  ] as [string, [TaskStatus, TaskStatus], CaseStatus][])('%s', (_name, [lead, supporting], status) => {
    expect(joined([part(lead), part(supporting, false)])).toBe(status)
  })
  test('a case that nobody was ever given is registered; one whose lead passed it on has another lead', () => {
    expect(joined([])).toBe('registered')
    expect(joined([part('passed'), part('open')])).toBe('routed')
  })
})

test('whose turn it is: nobody’s only when the case has ended', () => {
  for (const status of CaseStatus.options) expect(turnOf(status) === 'nobody', status).toBe(isEnded(status))
})
