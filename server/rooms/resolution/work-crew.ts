/** The crew's telephone. It reads with the crew's eyes: its own orders and nothing of any case. What it sends is written with its name. */
import type { AttachmentId } from '../../../contracts/cases.ts'
import type { Acted, CrewOrder, OrderId } from '../../../contracts/work.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db.ts'
import type { FileAnswer } from '../../platform/http/operations.ts'
import { Refusal } from '../../platform/refusal.ts'
import { attachment, type Files } from '../cases/index.ts'
import { type Act, act, type Hands, photo, type Picture } from './work-acts.ts'
import { shownToCrew } from './work-shown.ts'
import * as store from './work.store.ts'

const shift = 16 * 60 * 60_000
export async function myOrders(tx: Tx, _given: unknown, by: Actor): Promise<CrewOrder[]> {
  return shownToCrew(tx, await store.ordersOfMember(tx, by.id, new Date(tx.now.getTime() - shift)))
}
/** Once it is known to be an order of hers, the case behind it may move. */
const forHer = (by: Actor): Actor => ({ ...by, scope: 'system' })
const hers = (db: Db, orderId: OrderId, by: Actor): Promise<Hands> => db.transaction(by, async (tx) => {
  const order = await store.orderById(tx, orderId), crews = await store.crewsOfMember(tx, by.id)
  if (!order || !crews.some((crew) => crew === order.crewId || order.pastCrews.includes(crew))) throw new Refusal('order.not_found')
  return { crews }
})
export async function crewAct(db: Db, given: Act, by: Actor): Promise<Acted> {
  const hands = await hers(db, given.orderId, by)
  return db.transaction(forHer(by), (tx) => act(tx, given, hands))
}
export async function crewPhoto(db: Db, files: Files, given: Picture, by: Actor): Promise<Acted> {
  const hands = await hers(db, given.orderId, by)
  return db.transaction(forHer(by), (tx) => photo(tx, files, given, hands, by))
}
export async function crewPicture(db: Db, files: Files, given: { orderId: OrderId; attachmentId: AttachmentId }, by: Actor): Promise<FileAnswer> {
  await hers(db, given.orderId, by)
  return db.transaction(forHer(by), async (tx) => {
    const order = (await store.orderById(tx, given.orderId))!
    if (!(await store.photosOfOrders(tx, [order.id])).some((one) => one.id === given.attachmentId)) throw new Refusal('attachment.not_found')
    return attachment(tx, files, { caseId: order.caseId, attachmentId: given.attachmentId })
  })
}
