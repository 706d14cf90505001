/** What a muhtar reads: only the two views made for her. */
import { sql } from 'kysely'
import type { CaseId, CaseStatus } from '../../../contracts/cases.ts'
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { Bilingual } from '../../../contracts/kit.ts'
import type { PlaceId } from '../../../contracts/places.ts'
import type { CaseKind } from '../../../contracts/routing.ts'
import type { Tx } from '../../platform/db.ts'

export type PlaceCaseRead = {
  id: CaseId; number: string; kind: CaseKind; topic: Bilingual; status: CaseStatus; placeId: PlaceId; place: string | null; street: string | null; emergency: boolean
  leadId: DirectorateId | null; dueAt: string | null; openedAt: string; closedAt: string | null; followers: number; mine: boolean; said: string | null
}
const shown = sql`id, number, kind, topic, status, place_id as "placeId", place, street, emergency, lead_id as "leadId", due_at as "dueAt", opened_at as "openedAt", closed_at as "closedAt", followers, mine, said`

/** Unfinished ones, what falls due first; then what ended since, newest first. */
export async function placeCases(tx: Tx, endedSince: Date): Promise<PlaceCaseRead[]> {
  const { rows } = await sql<PlaceCaseRead>`
    select ${shown} from cases.place_case_published where closed_at is null or closed_at >= ${endedSince}
    order by closed_at is not null, case when closed_at is null then due_at end, opened_at desc limit 500`.execute(tx)
  return rows
}
export async function placeCase(tx: Tx, id: CaseId, endedSince: Date): Promise<PlaceCaseRead | undefined> {
  const { rows } = await sql<PlaceCaseRead>`select ${shown} from cases.place_case_published where id = ${id} and (closed_at is null or closed_at >= ${endedSince})`.execute(tx)
  return rows[0]
}
export type PlaceEntryRead = { id: string; at: string; what: string; facts: Record<string, unknown> }
export const placeEntries = async (tx: Tx, caseId: CaseId): Promise<PlaceEntryRead[]> =>
  (await sql<PlaceEntryRead>`select id, at, what, facts from cases.place_entry_published where case_id = ${caseId} order by at, id`.execute(tx)).rows
export const myPlaces = async (tx: Tx): Promise<PlaceId[]> => (await sql<{ ids: PlaceId[] }>`select identity.my_places() as ids`.execute(tx)).rows[0]!.ids
