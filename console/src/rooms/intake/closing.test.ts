import { expect, test, vi } from 'vitest'
import type { CallId } from '../../../../contracts/call-id.ts'
import type { DraftId } from '../../../../contracts/cases.ts'
import { keepClosings, onlyAsked, type ClosingDesk, type Told } from './closing.ts'
import { empty } from './intake.ts'

const callId = 'c-1.1' as CallId
const told: Told = { callId, code: 'info', topicId: 't' as Told['topicId'], note: undefined, draftId: 'd' as DraftId, title: 'Su kesintisi' }
function desk(phone: ReturnType<ClosingDesk['phone']>) {
  const listeners = new Set<() => void>()
  const wrapUp = vi.fn(async (_told: Told): Promise<unknown> => undefined), settled = vi.fn(), discard = vi.fn()
  let now = phone
  const closings = keepClosings({ phone: () => now, watch: (l) => { listeners.add(l); return () => listeners.delete(l) }, wrapUp, settled, discard })
  return { closings, wrapUp, settled, discard, listeners, becomes: (next: typeof phone) => { now = next; for (const l of listeners) l() } }
}
const talking = { calls: [{ callId }], wrapUp: null }, over = { calls: [], wrapUp: { callId } }, done = { calls: [], wrapUp: null }

test('in talk it waits for the end of the call, then closes it once with its topic', async () => {
  const d = desk(talking)
  d.closings.close(told)
  expect(d.wrapUp).not.toHaveBeenCalled()
  expect(d.closings.of(callId)).toEqual(told)
  d.becomes(over)
  d.becomes(over)
  await vi.waitFor(() => expect(d.discard).toHaveBeenCalledWith('d'))
  expect(d.wrapUp).toHaveBeenCalledExactlyOnceWith(told)
  expect(d.settled).toHaveBeenCalledExactlyOnceWith(callId)
  expect([d.closings.of(callId), d.listeners.size]).toEqual([undefined, 0])
})
test('when the call is over it closes at once', async () => {
  const d = desk(over)
  d.closings.close(told)
  await vi.waitFor(() => expect(d.settled).toHaveBeenCalledWith(callId))
})
test('a case that came of the call after all leaves nothing to close', () => {
  const d = desk(talking)
  d.closings.close(told)
  d.becomes(done)
  expect([d.wrapUp.mock.calls.length, d.closings.of(callId), d.listeners.size]).toEqual([0, undefined, 0])
})
test('taken back while in talk, the operator is asked as ever', () => {
  const d = desk(talking)
  d.closings.close(told)
  d.closings.cancel(callId)
  d.becomes(over)
  expect(d.wrapUp).not.toHaveBeenCalled()
})
test('two answers in one call close it once, with the last one’s topic', async () => {
  const d = desk(talking)
  d.closings.close(told)
  d.closings.close({ ...told, topicId: 't2' as Told['topicId'] })
  d.becomes(over)
  await vi.waitFor(() => expect(d.settled).toHaveBeenCalled())
  expect(d.wrapUp).toHaveBeenCalledExactlyOnceWith({ ...told, topicId: 't2' })
})
test('a desk that does not know of the end yet is asked again at the next news, a few times and not for ever', async () => {
  const d = desk(over)
  d.wrapUp.mockRejectedValue(new Error('not found'))
  d.closings.close(told)
  for (let tries = 1; tries < 5; tries++) {
    await vi.waitFor(() => { d.becomes(over); expect(d.wrapUp.mock.calls.length).toBeGreaterThan(tries) })
  }
  await vi.waitFor(() => expect(d.closings.of(callId)).toBeUndefined())
  expect([d.wrapUp.mock.calls.length, d.settled.mock.calls.length, d.discard.mock.calls.length]).toEqual([5, 0, 0])
})

test('an intake holds only a question until something of a case is written in it', () => {
  const asked = { ...empty('phone', '+905000000301'), said: 'Su ne zaman gelecek?', topicId: 't' as Told['topicId'], kind: 'information' as const, where: { ...empty('phone').where, placeId: 'p' as never, placeLabel: 'Saray' } }
  expect(onlyAsked(asked)).toBe(true)
  expect(onlyAsked({ ...asked, reporter: { ...asked.reporter, citizenId: 'x' as never, name: 'Ayşe' } })).toBe(true)
  expect(onlyAsked({ ...asked, reporter: { ...asked.reporter, name: 'Ayşe' } })).toBe(false)
  expect(onlyAsked({ ...asked, answers: { since: 'dün' } })).toBe(false)
  expect(onlyAsked({ ...asked, where: { ...asked.where, words: 'Okulun önü' } })).toBe(false)
})
