/** Orders as screens and telephones see them, and who hears that one has changed. */
import type { StaffId } from '../../../contracts/identity.ts'
import type { Audience } from '../../../contracts/events.ts'
import { type CrewOrder, isLive, type Order, type Photo } from '../../../contracts/work.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { directoratesByIds, municipality, staffByIds } from '../identity/index.ts'
import { crews } from './crews.store.ts'
import * as store from './work.store.ts'

/** The civil day in the municipality's zone. */
export async function today(tx: Tx, at: Date = tx.now): Promise<string> {
  const { zone } = await municipality(tx)
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)
}
/** `2026-004217/2`: the second order of the case. */
export const numberOf = (row: Pick<store.OrderRow, 'caseNumber' | 'n'>): string => `${row.caseNumber}/${row.n}`
export const isLate = (row: Pick<store.OrderRow, 'status' | 'to'>, day: string): boolean => isLive(row.status) && row.to !== null && row.to < day

export async function shownPhotos(tx: Tx, rows: readonly store.PhotoRow[]): Promise<Photo[]> {
  const names = await staffByIds(tx, rows.map((row) => row.by as StaffId).filter(isPerson))
  return rows.map(({ id, shot, at, by }) => ({ id, shot, at, by: names.get(by as StaffId)?.name ?? null }))
}
export const isPerson = (id: string): id is StaffId => /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(id)

export async function shown(tx: Tx, rows: readonly store.OrderRow[]): Promise<Order[]> {
  const photos = await withPhotos(tx, rows), names = new Map((await directoratesByIds(tx, rows.map((row) => row.directorateId))).map((d) => [d.id, d.name])), day = await today(tx)
  return rows.map((row) => ({
    ...carried(row, photos.get(row.id) ?? []), caseId: row.caseId, caseNumber: row.caseNumber, directorateId: row.directorateId, directorate: names.get(row.directorateId) ?? { tr: '', en: '' },
    crew: row.crewId && { id: row.crewId, name: row.crewName ?? '' }, reason: row.reason, late: isLate(row, day), version: row.version,
  }))
}
export async function shownToCrew(tx: Tx, rows: readonly store.OrderRow[]): Promise<CrewOrder[]> {
  const photos = await withPhotos(tx, rows), day = await today(tx)
  return rows.map((row) => ({ ...carried(row, photos.get(row.id) ?? []), crew: row.crewName ?? '', late: isLate(row, day), reason: row.reason }))
}
const carried = (row: store.OrderRow, photos: Photo[]) => {
  const { id, status, topic, emergency, what, place, street, addressWords, lat, lon, from, to, notes, contact, evidence, startedAt, endedAt } = row
  return { id, number: numberOf(row), status, topic, emergency, what, place, street, addressWords, lat, lon, from, to, notes, contact, evidence, photos, startedAt, endedAt }
}
async function withPhotos(tx: Tx, rows: readonly store.OrderRow[]): Promise<Map<string | null, Photo[]>> {
  const found = await store.photosOfOrders(tx, rows.map((row) => row.id)), photos = await shownPhotos(tx, found)
  return Map.groupBy(photos, (photo) => found.find((row) => row.id === photo.id)!.orderId)
}

/** The directorate, the desk, and whoever holds it or held it until now. */
export async function changed(tx: Tx, row: Pick<store.OrderRow, 'id' | 'caseId' | 'directorateId' | 'crewId' | 'pastCrews'>): Promise<void> {
  const hold = new Set([row.crewId, ...row.pastCrews])
  const people = hold.size ? (await crews(tx, { directorateId: row.directorateId })).filter((crew) => hold.has(crew.id)).flatMap((crew) => crew.people) : []
  await publish(tx, 'order.changed', { orderId: row.id, caseId: row.caseId }, ['desk', `directorate:${row.directorateId}`, ...[...new Set(people)].map((id): Audience => `staff:${id}`)])
}
