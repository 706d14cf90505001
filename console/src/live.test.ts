import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { backOff, grownOld, liveState, setLive, startLive, watchLive } from './live.ts'

class FakeSocket {
  onopen: (() => void) | null = null
  onmessage: ((m: { data: string }) => void) | null = null
  onclose: (() => void) | null = null
  closed = false
  close() { this.closed = true; this.onclose?.() }
}
let sockets: FakeSocket[]
beforeEach(() => { vi.useFakeTimers(); sockets = [] })
afterEach(() => vi.useRealTimers())
const open = () => { const s = new FakeSocket(); sockets.push(s); return s as unknown as WebSocket }
const start = () => {
  const heard: unknown[] = [], back = vi.fn()
  return { heard, back, live: startLive({ event: (e) => heard.push(e), back, open }) }
}

test('events are heard, the greeting is not one', () => {
  const { heard, live } = start()
  sockets[0]!.onopen!()
  sockets[0]!.onmessage!({ data: '{"event":"hello"}' })
  sockets[0]!.onmessage!({ data: '{"event":"case.changed","fact":{"caseId":"x","what":"note"}}' })
  expect(heard).toEqual([{ event: 'case.changed', fact: { caseId: 'x', what: 'note' } }])
  expect(live.state()).toBe('up')
})
test('a lost socket comes back by itself, and everything is asked for again exactly once', () => {
  const { back, live } = start()
  sockets[0]!.onopen!()
  expect(back).not.toHaveBeenCalled()
  sockets[0]!.onclose!()
  vi.advanceTimersByTime(10_000)
  expect(sockets).toHaveLength(2)
  sockets[1]!.onopen!()
  expect(back).toHaveBeenCalledTimes(1)
  expect(live.state()).toBe('up')
})
test('one blink is not an absence; two failures in a row are, and are shown', () => {
  const { live } = start()
  sockets[0]!.onopen!()
  sockets[0]!.onclose!()
  expect(live.state()).toBe('connecting')
  vi.advanceTimersByTime(10_000)
  sockets[1]!.onclose!()
  expect(live.state()).toBe('down')
})
test('trying now opens one socket, not two', () => {
  const { live } = start()
  sockets[0]!.onclose!()
  live.retry()
  expect(sockets).toHaveLength(2)
  vi.advanceTimersByTime(60_000)
  expect(sockets).toHaveLength(2)
})
test('an ended live socket stays closed', () => {
  const { live } = start()
  sockets[0]!.onopen!()
  live.end()
  vi.advanceTimersByTime(60_000)
  expect(sockets).toHaveLength(1)
  expect(sockets[0]!.closed).toBe(true)
})
test('whoever watches before the socket is there still hears of its end', () => {
  const seen: string[] = []
  const stop = watchLive(() => seen.push(liveState()))
  const { live } = start()
  setLive(live)
  sockets[0]!.onopen!()
  sockets[0]!.onclose!()
  vi.advanceTimersByTime(10_000)
  sockets[1]!.onclose!()
  expect(seen.at(-1)).toBe('down')
  stop()
  setLive(null)
})
test('waits grow to ten seconds and are spread', () => {
  expect([0, 1, 2, 10].map((n) => backOff(n, 1))).toEqual([500, 1000, 2000, 10_000])
  expect(backOff(10, 0)).toBe(5000)
})
test('a changed case makes its page and the lists old, and nothing else', () => {
  const old = grownOld({ event: 'case.changed', fact: { caseId: 'c' as never, what: 'note' } })
  expect(old).toEqual(expect.arrayContaining([['/cases'], ['/late'], ['/cases/:caseId', { caseId: 'c' }], ['/cases/:caseId/clock', { caseId: 'c' }]]))
  for (const [path, ids] of old.filter(([one]) => one !== '/cases' && one !== '/late')) expect([String(path).startsWith('/cases/:caseId'), ids]).toEqual([true, { caseId: 'c' }])
})
