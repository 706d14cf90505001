/** Whatever happens to the case, what the law counts stays where it is. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseId } from '../../../contracts/cases.ts'
import { type CaseMove, caseMoves, type CaseStatus, moveOf } from '../../../contracts/moves.ts'
import { system } from '../../platform/actor.ts'
import { Refusal } from '../../platform/refusal.ts'
import { testDesk, type TestDesk } from '../../testing.ts'
import { makeMove, newestMove, undoNewest } from '../cases/index.ts'
import { answer, extend, noticeCost, pay, progress, reject, takeBack } from './acting.ts'
import { page } from './reading.ts'
import { aTownOfLaw, registered, stepId, type Town } from './testing.ts'
import { watch } from './watching.ts'

let desk: TestDesk
let town: Town
beforeAll(async () => { desk = await testDesk('2026-03-02T09:00:00+03:00'); town = await aTownOfLaw(desk) })
afterAll(() => desk[Symbol.asyncDispose]())

const refusedOrDone = async (work: () => Promise<unknown>): Promise<boolean> => {
  try { await work(); return true } catch (error) { if (error instanceof Refusal) return false; throw error }
}
const shown = async (caseId: CaseId) => (await desk.do((tx) => page(tx, { caseId }))).request!
const by = system('test')
/** One move of the case, by whoever the table lets make it. */
const moves = (caseId: CaseId, move: CaseMove, slug: 'roads' | 'water') => refusedOrDone(() => desk.as(by, (tx) => makeMove(tx, {
  caseId, move, directorateId: moveOf(move).whose === 'desk' ? null : town.directorate(slug), reason: 'neden', words: 'söz',
  ...(move === 'hold' || move === 'ask_info' ? { set: { waits: { for: 'citizen' as const, reason: 'neden', until: null } } } : {}),
})))

test('no move of the case, no hold, return, reopening or undoing moves the statutory last day', async () => {
  let made = 0, undone = 0
  await fc.assert(fc.asyncProperty(
    fc.constantFrom('petition' as const, 'information' as const),
    fc.array(fc.record({ pick: fc.nat(), slug: fc.constantFrom('roads' as const, 'water' as const), undo: fc.boolean(), hours: fc.integer({ min: 0, max: 60 }) }), { minLength: 5, maxLength: 25 }),
    async (statute, steps) => {
      desk.clock.set('2026-03-02T09:00:00+03:00')
      const { caseId, dueOn } = await registered(desk, town, { statute, topicId: town.topic('pothole'), answers: { deep: true } })
      for (const { pick, slug, undo, hours } of steps) {
        desk.clock.set(new Date(desk.clock.now().getTime() + hours * 3_600_000))
        const [{ status }] = await desk.look<{ status: CaseStatus }>('select status from cases.case where id = $1', [caseId]) as [{ status: CaseStatus }]
        const possible = caseMoves.filter((move) => moveOf(move).from.includes(status))
        if (await moves(caseId, possible[pick % possible.length]!, slug)) made++
        const last = undo ? await desk.as(by, (tx) => newestMove(tx, caseId)) : undefined
        if (last && (await refusedOrDone(() => desk.as(by, (tx) => undoNewest(tx, { caseId, moveId: last.id, reason: 'yanlış' }, { ...by, may: new Set(['case.close'] as const) }))))) undone++
        expect(await shown(caseId)).toMatchObject({ dueOn, state: 'open', endedOn: null })
      }
      await watch(desk.db)
      expect(await shown(caseId)).toMatchObject({ dueOn, state: 'open' })
    },
  ), { numRuns: 12, seed: 4982 })
  // Refusals alone would prove nothing.
  expect(made).toBeGreaterThan(20)
  expect(undone).toBeGreaterThan(5)
}, 60_000)

test('whatever is done by its own law in any order: a last day always stands unless payment is awaited, never before the receipt, and an end has a day', async () => {
  const acts = {
    progress: (caseId: CaseId, on: string) => desk.do((tx) => progress(tx, { caseId, id: stepId(), on, delivery: 'post', words: 'söz' })),
    answer: (caseId: CaseId, on: string) => desk.do((tx) => answer(tx, { caseId, id: stepId(), on, delivery: 'post', words: 'yanıt', attachmentIds: [] })),
    extend: (caseId: CaseId, on: string) => desk.do((tx) => extend(tx, { caseId, id: stepId(), on, delivery: 'post', reason: 'neden' })),
    cost: (caseId: CaseId, on: string) => desk.do((tx) => noticeCost(tx, { caseId, id: stepId(), on, delivery: 'post', amount: '10', words: 'kopya' })),
    pay: (caseId: CaseId, on: string) => desk.do((tx) => pay(tx, { caseId, id: stepId(), on })),
    reject: (caseId: CaseId, on: string) => desk.do((tx) => reject(tx, { caseId, id: stepId(), on, delivery: 'post', ground: 'm4_missing', words: 'eksik' })),
    watch: () => watch(desk.db),
    takeBack: async (caseId: CaseId) => { const last = (await shown(caseId)).steps.findLast((s) => !s.takenBack && s.what !== 'registered' && s.what !== 'taken_back'); if (last) await desk.do((tx) => takeBack(tx, { caseId, id: stepId(), step: last.id, reason: 'yanlış' })) },
  }
  await fc.assert(fc.asyncProperty(
    fc.constantFrom('petition' as const, 'information' as const),
    fc.array(fc.record({ act: fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])), days: fc.integer({ min: 0, max: 12 }) }), { maxLength: 14 }),
    async (statute, steps) => {
      desk.clock.set('2026-03-02T09:00:00+03:00')
      const { caseId } = await registered(desk, town, { statute })
      for (const { act, days } of steps) {
        desk.clock.set(new Date(desk.clock.now().getTime() + days * 86_400_000))
        await refusedOrDone(() => acts[act](caseId, desk.clock.now().toISOString().slice(0, 10)))
        const now = await shown(caseId)
        if (now.state === 'open') expect(now.dueOn).not.toBeNull()
        if (now.state === 'waits_payment') expect([now.dueOn, now.payBy !== null, now.level]).toEqual([null, true, 'stopped'])
        if (now.dueOn !== null) expect(now.dueOn > now.receivedOn).toBe(true)
        if (statute === 'petition') expect(now.dueOn).toBe('2026-04-01')
        expect(now.endedOn === null).toBe(now.state === 'open' || now.state === 'waits_payment')
      }
    },
  ), { numRuns: 25, seed: 3071 })
}, 60_000)
