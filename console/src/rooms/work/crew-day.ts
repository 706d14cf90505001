/** The crew's orders with what has not been sent yet laid over them. Pure. */
import { afterAct, type CrewOrder, missingShots, type OrderAct, type Shot, type TooLate, withCrew } from '../../../../contracts/work.ts'

type Item = {
  /** Made here, so that the same thing sent twice is one. */
  id: string; staffId: string; orderId: string; number: string; at: string
  /** `waiting`: not sent; `late`: taken, and too late to change anything; `refused`: the desk said no and will again. */
  state: 'waiting' | 'late' | 'refused'; because?: TooLate; code?: string
}
export type ActItem = Item & { kind: 'act'; act: OrderAct; words?: string }
export type PhotoItem = Item & { kind: 'photo'; shot: Shot; type: string; bytes: ArrayBuffer | null }
export type Waiting = (ActItem | PhotoItem) & { seq: number }

export type DayPhoto = { id: string; shot: Shot; at: string; unsent: boolean }
export type DayOrder = Omit<CrewOrder, 'photos'> & { photos: DayPhoto[]; missing: Shot[]; unsent: number }
/** An order as it will be when everything has been sent. */
export function asHere(order: CrewOrder, items: readonly Waiting[]): DayOrder {
  const own = items.filter((item) => item.orderId === order.id && item.state === 'waiting')
  const status = own.reduce((so, item) => (item.kind === 'act' ? afterAct(so, item.act) : so), order.status)
  const sent = order.photos.map(({ id, shot, at }): DayPhoto => ({ id, shot, at, unsent: false }))
  const here = own.flatMap((item): DayPhoto[] => (item.kind === 'photo' && !sent.some((photo) => photo.id === item.id) ? [{ id: item.id, shot: item.shot, at: item.at, unsent: true }] : []))
  const photos = [...sent, ...here]
  return { ...order, status, photos, missing: missingShots(order.evidence, photos), unsent: own.length }
}
/** What was taken, on the order that is kept here; the desk's own answer comes later. */
export function afterSent(order: CrewOrder, item: Waiting, answer: { status: CrewOrder['status'] }): CrewOrder {
  if (item.kind === 'act' || order.photos.some((photo) => photo.id === item.id)) return { ...order, status: answer.status }
  return { ...order, status: answer.status, photos: [...order.photos, { id: item.id as CrewOrder['photos'][number]['id'], shot: item.shot, at: item.at, by: null }] }
}

export type Step = { do: 'act'; act: OrderAct } | { do: 'photo'; shot: Shot } | null
/** The one thing to do next, at the bottom under the thumb: the photograph of before comes before the work, the other one after it. */
export function nextStep(order: Pick<DayOrder, 'status' | 'missing'>): Step {
  if (order.status === 'assigned') return { do: 'act', act: 'on_the_way' }
  if (order.status === 'on_the_way') return { do: 'act', act: 'started' }
  if (order.status !== 'started') return null
  const shot = order.missing[0]
  return shot ? { do: 'photo', shot } : { do: 'act', act: 'done' }
}
/** What she is at comes first; then the desk's order; what is over last. */
export function inOrder(orders: readonly DayOrder[]): { open: DayOrder[]; over: DayOrder[] } {
  const under = (order: DayOrder) => (order.status === 'started' ? 0 : order.status === 'on_the_way' ? 1 : 2)
  return { open: orders.filter((order) => withCrew(order.status)).sort((a, b) => under(a) - under(b)), over: orders.filter((order) => !withCrew(order.status)) }
}
/** Opens the telephone's own navigation (RFC 5870). */
export const geo = (order: Pick<CrewOrder, 'lat' | 'lon' | 'number'>): string | null =>
  order.lat === null || order.lon === null ? null : `geo:${order.lat},${order.lon}?q=${order.lat},${order.lon}(${encodeURIComponent(order.number)})`
