/** What is done on the spot: on the way, started, done, cannot; photographs; and what it makes of the directorate's part. */
import type { AttachmentId, CaseId } from '../../../contracts/cases.ts'
import type { DirectorateId } from '../../../contracts/identity.ts'
import { done } from '../../../contracts/kit.ts'
import { type ActId, type Acted, afterAct, type CrewId, isLive, missingShots, type OrderAct, type OrderId, type Shot, tooLate, type TooLate } from '../../../contracts/work.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { addToTimeline, attach, type CaseAtWork, caseAtWork, checkMover, type Files, type MakeMove, makeMove, type Moved, papersOf } from '../cases/index.ts'
import { evidenceOf, held } from './work.ts'
import { changed, numberOf } from './work-shown.ts'
import * as store from './work.store.ts'

export type Act = { orderId: OrderId; id: ActId; act: OrderAct; words?: string | undefined; at?: string | undefined }
/** Whoever acts: one of these crews, or the directorate for its crew. */
export type Hands = { crews: readonly CrewId[] } | { directorateId: string | null }

const mayHold = (order: store.OrderRow, hands: Hands): boolean =>
  'crews' in hands ? hands.crews.some((crew) => crew === order.crewId || order.pastCrews.includes(crew)) : hands.directorateId === order.directorateId
/** A directorate without crews does its drafts itself. */
const statusFor = (order: store.OrderRow, hands: Hands) => (order.status === 'draft' && 'directorateId' in hands ? 'assigned' : order.status)
const late = (order: store.OrderRow, hands: Hands, what: OrderAct | Shot): TooLate | null =>
  tooLate(statusFor(order, hands), what) ?? ('crews' in hands && !hands.crews.some((crew) => crew === order.crewId) ? 'given_away' : null)
const month = 30 * 24 * 60 * 60_000
/** A telephone's clock is believed within the last month, and never about the future. */
const happened = (tx: Tx, at: string | undefined): Date | undefined => {
  const said = at === undefined ? Number.NaN : Date.parse(at)
  return said > tx.now.getTime() - month && said < tx.now.getTime() ? new Date(said) : undefined
}

/** The same id twice is one act. What comes too late is kept with the order and on the case, and changes nothing. */
export async function act(tx: Tx, given: Act, hands: Hands): Promise<Acted> {
  const { order, found } = await held(tx, given.orderId)
  if (!mayHold(order, hands)) throw new Refusal('order.not_found')
  const earlier = await store.eventById(tx, given.id)
  if (earlier) {
    if (earlier.orderId !== order.id) throw new Refusal('order.not_found')
    return { late: earlier.late, status: order.status }
  }
  if (given.act === 'cannot' && !given.words) throw new Refusal('order.words_needed', {}, 'words')
  if (given.act === 'note' && !given.words) throw new Refusal('order.words_needed', {}, 'words')
  const tooLateFor = late(order, hands, given.act), facts = { number: numberOf(order), crew: order.crewName }
  const event = { id: given.id, orderId: order.id, at: happened(tx, given.at), what: given.act, words: given.words, late: tooLateFor }
  if (tooLateFor) {
    await store.insertEvent(tx, event)
    // Said once more is no news.
    if (tooLateFor !== 'done' || given.words) await addToTimeline(tx, order.caseId, { what: 'order_late', facts: { ...facts, act: given.act, because: tooLateFor, words: given.words ?? null }, audience: 'internal' })
    await changed(tx, order)
    return { late: tooLateFor, status: order.status }
  }
  if (given.act === 'done') refuseMissing(missingShots(order.evidence, await store.photosOfOrders(tx, [order.id])), numberOf(order))
  await store.insertEvent(tx, event)
  const becomes = afterAct(statusFor(order, hands), given.act), status = becomes === 'on_the_way' && !order.crewId ? order.status : becomes
  if (status !== order.status) await store.setStatus(tx, order.id, status, given.act === 'cannot' ? given.words : null)
  if (given.act === 'cannot') await addToTimeline(tx, order.caseId, { what: 'order_cannot', facts: { ...facts, reason: given.words }, audience: 'internal' })
  else if (given.act === 'done' || given.act === 'note') await addToTimeline(tx, order.caseId, { what: `order_${given.act}`, facts: { ...facts, words: given.words ?? null }, audience: 'internal' })
  await changed(tx, order)
  if (status !== order.status) await settlePart(tx, found, order.directorateId)
  return { late: null, status }
}
export function refuseMissing(missing: readonly Shot[], number: string): void {
  if (missing.length) throw new Refusal(missing.length === 2 ? 'order.both_missing' : missing[0] === 'before' ? 'order.before_missing' : 'order.after_missing', { number })
}

export type Picture = { orderId: OrderId; id: AttachmentId; shot: Shot; at?: string | undefined; file: Buffer }
const fileNames = { before: 'once', after: 'sonra' } as const
/** Evidence lies with the case and with the order. It is kept also when it comes too late. */
export async function photo(tx: Tx, files: Files, given: Picture, hands: Hands, by: Actor): Promise<Acted> {
  const { order } = await held(tx, given.orderId)
  if (!mayHold(order, hands)) throw new Refusal('order.not_found')
  const tooLateFor = late(order, hands, given.shot)
  await keep(tx, files, { caseId: order.caseId, id: given.id, name: `is-emri-${numberOf(order).replace('/', '-')}-${fileNames[given.shot]}`, file: given.file }, by)
  const made = await store.insertEvidence(tx, { attachmentId: given.id, caseId: order.caseId, directorateId: order.directorateId, orderId: order.id, shot: given.shot, at: happened(tx, given.at) })
  if (made) await changed(tx, order)
  return { late: tooLateFor, status: order.status }
}
async function keep(tx: Tx, files: Files, given: { caseId: CaseId; id: AttachmentId; name: string; file: Buffer }, by: Actor): Promise<void> {
  const { type } = await attach(tx, files, given, by)
  if (!type.startsWith('image/')) throw new Refusal('order.no_picture')
}
/** A file of the case serves as evidence. */
export async function useAsEvidence(tx: Tx, { orderId, attachmentId, shot }: { orderId: OrderId; attachmentId: AttachmentId; shot: Shot }, by: Actor): Promise<typeof done> {
  const { order } = await held(tx, orderId)
  if (order.directorateId !== by.directorateId) throw new Refusal('order.not_found')
  if (!(await papersOf(tx, order.caseId, [attachmentId])).length) throw new Refusal('attachment.not_found')
  const made = await store.insertEvidence(tx, { attachmentId, caseId: order.caseId, directorateId: order.directorateId, orderId, shot })
  if (!made) await store.reuseEvidence(tx, attachmentId, orderId, shot)
  await changed(tx, order)
  return done
}
export async function partEvidence(tx: Tx, files: Files, given: { caseId: CaseId; id: AttachmentId; shot: Shot; at?: string | undefined; file: Buffer }, by: Actor): Promise<typeof done> {
  const found = await caseAtWork(tx, given.caseId)
  if (!found) throw new Refusal('case.not_found')
  await keep(tx, files, { caseId: given.caseId, id: given.id, name: `${found.number}-${fileNames[given.shot]}`, file: given.file }, by)
  await store.insertEvidence(tx, { attachmentId: given.id, caseId: given.caseId, directorateId: by.directorateId as DirectorateId, orderId: null, shot: given.shot })
  return done
}

/** By hand, where no order says it: nothing of the part may be open, and its evidence must be there. */
export async function finishPart(tx: Tx, { caseId, words }: { caseId: CaseId; words?: string | undefined }, by: Actor): Promise<typeof done> {
  await checkMover(tx, caseId, 'finish', by)
  const found = (await caseAtWork(tx, caseId))!, directorateId = by.directorateId as DirectorateId
  const own = (await store.ordersOf(tx, caseId, directorateId)).filter((row) => !row.past && row.status !== 'cancelled')
  const open = own.filter((row) => isLive(row.status))
  if (open.length) throw new Refusal('order.still_open', { count: open.length, number: numberOf(open[0]!) })
  if (!own.length) refuseMissing(missingShots(await evidenceOf(tx, found), await store.photosOfPart(tx, caseId, directorateId)), found.number)
  await makeMove(tx, { caseId, move: 'finish', directorateId, words })
  return done
}

/** The first order that is started begins the part, the last one done finishes it; a case that waits goes on when it waits no more. */
export async function settlePart(tx: Tx, given: Pick<CaseAtWork, 'id'>, directorateId: DirectorateId): Promise<void> {
  const found = await caseAtWork(tx, given.id), part = found?.tasks.find((task) => task.directorateId === directorateId)
  const own = (await store.ordersOf(tx, given.id, directorateId)).filter((row) => !row.past && row.status !== 'cancelled')
  if (!found || !part || !own.length) return
  const move = (name: MakeMove['move']) => ifItCan(() => makeMove(tx, { caseId: found.id, move: name, directorateId }))
  let working = part.status === 'working'
  if (own.some((row) => row.status === 'started' || row.status === 'done')) {
    if (part.status === 'ready') working = (await move('begin')) !== undefined
    else if (found.emergency && (part.status === 'open' || part.status === 'taken')) working = (await move('begin_at_once')) !== undefined
  }
  if (!working || !own.every((row) => row.status === 'done')) return
  const photos = await store.photosOfOrders(tx, own.map((row) => row.id))
  if (own.every((row) => !missingShots(row.evidence, photos.filter((one) => one.orderId === row.id)).length)) await move('finish')
}
/** What a crew did stands, whatever state the case is in. Refused before anything is written. */
async function ifItCan(make: () => Promise<Moved>): Promise<Moved | undefined> {
  try {
    return await make()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'case.cannot') return undefined
    throw error
  }
}
