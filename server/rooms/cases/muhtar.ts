/** The muhtar: speaks for a place, sees how far its cases are without anybody's name, and writes new ones down. */
import type { AttachmentId, CaseId, OpenCase, OpenPlaceCase, PlaceCase, PlaceCasePage } from '../../../contracts/cases.ts'
import type { Opened } from '../../../contracts/cases.ts'
import type { StaffId } from '../../../contracts/identity.ts'
import type { Attachment } from '../../../contracts/cases.ts'
import { done } from '../../../contracts/kit.ts'
import type { Place } from '../../../contracts/places.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { directoratesByIds, staffByIds } from '../identity/index.ts'
import { placesByIds } from '../places/index.ts'
import { attach, type Files } from './attachments.ts'
import { openCase } from './cases.ts'
import * as read from './muhtar.store.ts'
import { addNote } from './notes.ts'

const ninetyDays = 90 * 24 * 60 * 60_000
const since = (tx: Tx) => new Date(tx.now.getTime() - ninetyDays)
/** What she writes is written with the desk's hand and her name, once it is known that she may. */
const byTheDesk = (by: Actor): Actor => ({ ...by, scope: 'desk' })

export async function myPlaces(tx: Tx): Promise<Place[]> {
  return [...(await placesByIds(tx, await read.myPlaces(tx))).values()]
}
export const placeCases = async (tx: Tx): Promise<PlaceCase[]> => withLeads(tx, await read.placeCases(tx, since(tx)))
/** @throws Refusal `case.not_found` for what is not hers to see and for what is not there, alike. */
export async function placeCase(tx: Tx, { caseId }: { caseId: CaseId }): Promise<PlaceCasePage> {
  const found = await read.placeCase(tx, caseId, since(tx))
  if (!found) throw new Refusal('case.not_found')
  const [row] = await withLeads(tx, [found])
  return { ...row!, timeline: (await read.placeEntries(tx, caseId)).map((e) => ({ ...e, by: null, audience: 'citizen' as const })) as PlaceCasePage['timeline'] }
}
async function withLeads(tx: Tx, rows: readonly read.PlaceCaseRead[]): Promise<PlaceCase[]> {
  const names = new Map((await directoratesByIds(tx, rows.flatMap((row) => row.leadId ?? []))).map((d) => [d.id, d.name]))
  return rows.map(({ leadId, ...row }) => ({ ...row, lead: (leadId && names.get(leadId)) || null }))
}

/** In one of her places, by her name. @throws Refusal `case.not_your_place`, and whatever `openCase` refuses. */
export async function openPlaceCase(db: Db, given: OpenPlaceCase, by: Actor): Promise<Opened> {
  const me = await db.transaction(by, async (tx) => {
    if (!(await read.myPlaces(tx)).includes(given.where.placeId)) throw new Refusal('case.not_your_place', {}, 'where.placeId')
    return (await staffByIds(tx, [by.id as StaffId])).get(by.id as StaffId)
  })
  const whole: OpenCase = {
    ...given, channel: 'muhtar', source: given.source ?? {}, also: [],
    reporter: { name: me?.name, phone: me?.phone ?? undefined, anonymous: false, mayMessage: me?.phone != null, language: 'tr' },
  }
  return db.transaction(byTheDesk(by), (tx) => openCase(tx, whole, by))
}
/** More words to a case she wrote down. */
export async function notePlaceCase(db: Db, { caseId, id, words }: { caseId: CaseId; id: string; words: string }, by: Actor): Promise<typeof done> {
  await mine(db, caseId, by)
  return db.transaction(byTheDesk(by), (tx) => addNote(tx, { caseId, id: id as ReturnType<typeof newId<never>>, words, mentions: [] }, by))
}
export async function attachToPlaceCase(db: Db, files: Files, given: { caseId: CaseId; id: AttachmentId; name: string; file: Buffer }, by: Actor): Promise<Attachment> {
  await mine(db, given.caseId, by)
  return db.transaction(byTheDesk(by), (tx) => attach(tx, files, given, by))
}
const mine = (db: Db, caseId: CaseId, by: Actor) => db.transaction(by, async (tx) => {
  const found = await read.placeCase(tx, caseId, since(tx))
  if (!found?.mine) throw new Refusal('case.not_found')
})
