/** Work orders: what a directorate has its crews do about a case, when, and with which evidence. */
import type { CaseId } from '../../../contracts/cases.ts'
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import { isActive } from '../../../contracts/moves.ts'
import { type ActId, isLive, missingShots, type Order, type OrderChange, type OrderEvent, type OrderId, type OrderQuery, type Photo, type Shot, withCrew } from '../../../contracts/work.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { addToTimeline, type CaseAtWork, caseAtWork, makeMove } from '../cases/index.ts'
import { staffByIds } from '../identity/index.ts'
import { topicById } from '../routing/index.ts'
import * as crewStore from './crews.store.ts'
import { tellDays } from './work-days.ts'
import { changed, isPerson, numberOf, shown, shownPhotos, today } from './work-shown.ts'
import * as store from './work.store.ts'

/** Held until the transaction ends, the case before its order: everybody comes in this order. */
export async function held(tx: Tx, orderId: OrderId): Promise<{ order: store.OrderRow; found: CaseAtWork }> {
  const seen = await store.orderById(tx, orderId)
  const found = seen && (await caseAtWork(tx, seen.caseId))
  const order = found && (await store.orderById(tx, orderId, true))
  if (!found || !order) throw new Refusal('order.not_found')
  return { order, found }
}
/** Mine to change: my directorate's own. */
async function mine(tx: Tx, orderId: OrderId, by: Actor) {
  const both = await held(tx, orderId)
  if (both.order.directorateId !== by.directorateId) throw new Refusal('order.not_found')
  return both
}
const one = async (tx: Tx, id: OrderId): Promise<Order> => (await shown(tx, [(await store.orderById(tx, id))!]))[0]!
const note = (tx: Tx, orderId: OrderId, what: string, words?: string) => store.insertEvent(tx, { id: newId<ActId>(), orderId, what, words })

export async function orders(tx: Tx, q: OrderQuery, by: Actor): Promise<Order[]> {
  const own = by.scope === 'directorate' && !q.caseId ? { directorateId: by.directorateId as DirectorateId } : {}
  return shown(tx, await store.orders(tx, { ...q, ...own, today: await today(tx) }))
}
export async function orderEvents(tx: Tx, { orderId }: { orderId: OrderId }): Promise<OrderEvent[]> {
  if (!(await store.orderById(tx, orderId))) throw new Refusal('order.not_found')
  const rows = await store.eventsOf(tx, orderId), names = await staffByIds(tx, rows.map((row) => row.by).filter(isPerson))
  return rows.map(({ id, at, by, what, words, late }) => ({ id, at, by: names.get(by as StaffId)?.name ?? null, what, words, late }))
}
export type Work = { orders: Order[]; evidence: Order['evidence']; photos: Photo[]; missing: Shot[]; mayFinish: boolean }
export async function partWork(tx: Tx, { caseId }: { caseId: CaseId }, by: Actor): Promise<Work> {
  const found = await caseAtWork(tx, caseId)
  if (!found) throw new Refusal('case.not_found')
  const rows = await store.ordersOf(tx, caseId), own = by.directorateId as DirectorateId | null
  const evidence = await evidenceOf(tx, found), photos = await store.photosOfPart(tx, caseId, own)
  const part = found.tasks.find((task) => task.directorateId === own), ours = rows.filter((row) => row.directorateId === own && !row.past && row.status !== 'cancelled')
  const missing = ours.length ? [] : missingShots(evidence, photos)
  const mayFinish = part !== undefined && ['ready', 'working'].includes(part.status) && ours.every((row) => row.status === 'done') && missing.length === 0
  return { orders: await shown(tx, rows), evidence, photos: await shownPhotos(tx, photos), missing, mayFinish }
}
export const evidenceOf = async (tx: Tx, found: Pick<CaseAtWork, 'topicId'>): Promise<Order['evidence']> => (await topicById(tx, found.topicId))?.loop.evidence ?? 'none'

/** A crew of this directorate that goes out, and days that make sense. */
async function check(tx: Tx, given: OrderChange, directorateId: DirectorateId): Promise<void> {
  if ((given.from === null) !== (given.to === null) || (given.from && given.to && given.from > given.to)) throw new Refusal('order.dates', {}, 'to')
  if (!given.crewId) return
  const [crew] = await crewStore.crews(tx, { id: given.crewId })
  if (!crew || crew.retired || crew.directorateId !== directorateId) throw new Refusal('order.unknown_crew', {}, 'crewId')
  if (!given.from) throw new Refusal('order.crew_needs_dates', {}, 'from')
}
const nobody = (contact: OrderChange['contact']) => (contact?.name || contact?.phone ? contact : null)

/** What a new order carries of its case. */
export const ofCase = (found: CaseAtWork) => {
  const { id: caseId, number: caseNumber, topic, emergency, place, street, addressWords, lat, lon } = found
  return { caseId, caseNumber, topic, emergency, place, street, addressWords, lat, lon }
}
export async function makeOrder(tx: Tx, { caseId, id, ...given }: OrderChange & { caseId: CaseId; id: OrderId }, by: Actor): Promise<Order> {
  const found = await caseAtWork(tx, caseId), directorateId = by.directorateId as DirectorateId
  if (!found) throw new Refusal('case.not_found')
  const there = await store.orderById(tx, id)
  if (there?.caseId === caseId) return one(tx, id)
  const part = found.tasks.find((task) => task.directorateId === directorateId)
  const agreed = part && isActive(part.status) && (found.emergency || ['ready', 'working'].includes(part.status)) && part.status !== 'done'
  if (!agreed) throw new Refusal('order.no_part', { number: found.number })
  await check(tx, given, directorateId)
  await store.insertOrder(tx, { ...given, ...ofCase(found), id, directorateId, contact: nobody(given.contact), status: given.crewId ? 'assigned' : 'draft', evidence: await evidenceOf(tx, found), draftedFrom: null })
  const row = (await store.orderById(tx, id))!
  await note(tx, id, 'made')
  await planned(tx, row)
  return one(tx, id)
}
export async function changeOrder(tx: Tx, { orderId, version, ...given }: OrderChange & { orderId: OrderId; version: number }, by: Actor): Promise<Order> {
  const { order } = await mine(tx, orderId, by)
  if (order.version !== version) throw new Refusal('order.newer', { number: numberOf(order) })
  if (!isLive(order.status)) throw new Refusal('order.over', { number: numberOf(order) })
  await check(tx, given, order.directorateId)
  // Another crew begins anew; the same one goes on where it was.
  const goesOn = order.crewId === given.crewId && withCrew(order.status)
  const status = goesOn ? order.status : given.crewId ? 'assigned' : 'draft'
  await store.writeOrder(tx, orderId, { ...given, contact: nobody(given.contact), status, reason: null })
  await note(tx, orderId, 'changed')
  const row = (await store.orderById(tx, orderId))!
  if (row.crewId !== order.crewId || row.from !== order.from || row.to !== order.to || status !== order.status) await planned(tx, row)
  else await changed(tx, row)
  return one(tx, orderId)
}
/** Crew and days stand on the case; whom it concerns hears of other days. */
async function planned(tx: Tx, row: store.OrderRow): Promise<void> {
  if (row.crewId) await addToTimeline(tx, row.caseId, { what: 'order_assigned', facts: { number: numberOf(row), crew: row.crewName, from: row.from, to: row.to }, audience: 'internal' })
  await changed(tx, row)
  await tellDays(tx, row.caseId, row.directorateId)
}
export async function cancelOrder(tx: Tx, { orderId, reason }: { orderId: OrderId; reason: string }, by: Actor): Promise<Order> {
  const { order } = await mine(tx, orderId, by)
  if (!isLive(order.status)) throw new Refusal('order.over', { number: numberOf(order) })
  await store.setStatus(tx, orderId, 'cancelled', reason)
  await note(tx, orderId, 'cancelled', reason)
  await addToTimeline(tx, order.caseId, { what: 'order_cancelled', facts: { number: numberOf(order), reason }, audience: 'internal' })
  await changed(tx, order)
  await tellDays(tx, order.caseId, order.directorateId)
  return one(tx, orderId)
}
/** Said to be done, and is not: the part is opened again with it. */
export async function takeBackDone(tx: Tx, { orderId, reason }: { orderId: OrderId; reason: string }, by: Actor): Promise<Order> {
  const { order, found } = await mine(tx, orderId, by)
  if (order.status !== 'done' || order.past) throw new Refusal('order.not_done', { number: numberOf(order) })
  const part = found.tasks.find((task) => task.directorateId === order.directorateId)
  if (part?.status === 'done') {
    if (found.status !== 'in_progress' && found.status !== 'resolved') throw new Refusal('order.case_past', { number: found.number })
    await makeMove(tx, { caseId: found.id, move: 'redo', directorateId: order.directorateId, reason, facts: { number: numberOf(order) } })
  } else await addToTimeline(tx, found.id, { what: 'order_taken_back', facts: { number: numberOf(order), reason }, audience: 'internal' })
  await store.setStatus(tx, orderId, order.crewId ? 'started' : 'draft', reason)
  await note(tx, orderId, 'taken_back', reason)
  await changed(tx, order)
  return one(tx, orderId)
}
