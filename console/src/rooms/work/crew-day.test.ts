import { expect, test } from 'vitest'
import { CrewOrder } from '../../../../contracts/work.ts'
import { afterSent, asHere, geo, inOrder, nextStep, type Waiting } from './crew-day.ts'

const id = (n: number) => `01930000-0000-7000-8000-${String(n).padStart(12, '0')}`
const order = (more: Partial<CrewOrder> = {}): CrewOrder => CrewOrder.parse({
  id: id(1), number: '2026-000001/1', status: 'assigned', topic: { tr: 'Çukur', en: 'Pothole' }, emergency: false, what: 'Kapat', place: 'Saray', street: null, addressWords: null, lat: 38.5, lon: 42.28,
  from: '2026-11-24', to: '2026-11-24', notes: null, contact: null, evidence: 'before_and_after', photos: [], startedAt: null, endedAt: null, crew: 'Yol 1', late: false, reason: null, ...more,
})
const item = (seq: number, more: Partial<Waiting>): Waiting => ({ seq, id: id(100 + seq), staffId: 'a', orderId: id(1), number: '2026-000001/1', at: '2026-11-24T08:00:00.000Z', state: 'waiting', kind: 'act', act: 'note', ...more }) as Waiting

test('an order shows what will have become of it when everything is sent', () => {
  const here = asHere(order(), [item(1, { act: 'on_the_way' }), item(2, { act: 'started' }), item(3, { kind: 'photo', shot: 'before' }), item(4, { act: 'done', orderId: id(2) })])
  expect([here.status, here.unsent, here.missing, here.photos.map((photo) => photo.unsent)]).toEqual(['started', 3, ['after'], [true]])
})
test('what came too late or was refused changes nothing of it', () => {
  const here = asHere(order(), [item(1, { act: 'started', state: 'late' }), item(2, { kind: 'photo', shot: 'after', state: 'refused' })])
  expect([here.status, here.unsent, here.photos]).toEqual(['assigned', 0, []])
})
test('a photograph that has arrived and still stands in the list is one', () => {
  const photo = item(3, { kind: 'photo', shot: 'before' })
  const sent = afterSent(order({ status: 'started' }), photo, { status: 'started' })
  expect(asHere(sent, [photo]).photos).toHaveLength(1)
  expect(afterSent(sent, photo, { status: 'started' }).photos).toHaveLength(1)
})
test('the next step: the photograph of before comes before the work, the one of after before "done"', () => {
  expect(nextStep({ status: 'assigned', missing: ['before', 'after'] })).toEqual({ do: 'act', act: 'on_the_way' })
  expect(nextStep({ status: 'on_the_way', missing: ['before', 'after'] })).toEqual({ do: 'act', act: 'started' })
  expect(nextStep({ status: 'started', missing: ['before', 'after'] })).toEqual({ do: 'photo', shot: 'before' })
  expect(nextStep({ status: 'started', missing: ['after'] })).toEqual({ do: 'photo', shot: 'after' })
  expect(nextStep({ status: 'started', missing: [] })).toEqual({ do: 'act', act: 'done' })
  for (const status of ['done', 'cannot', 'cancelled'] as const) expect(nextStep({ status, missing: [] })).toBeNull()
})
test('what the crew is at stands first, what is over apart', () => {
  const day = [order({ id: id(1) as never }), order({ id: id(2) as never, status: 'started' }), order({ id: id(3) as never, status: 'done' }), order({ id: id(4) as never, status: 'on_the_way' })].map((one) => asHere(one, []))
  expect(inOrder(day).open.map((one) => one.id)).toEqual([id(2), id(4), id(1)])
  expect(inOrder(day).over.map((one) => one.id)).toEqual([id(3)])
})
test('the way there is a geo link, and without a pin there is none', () => {
  expect(geo(order())).toBe('geo:38.5,42.28?q=38.5,42.28(2026-000001%2F1)')
  expect(geo(order({ lat: null, lon: null }))).toBeNull()
})
