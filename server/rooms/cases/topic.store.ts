/** What a case is about and where: read and written whole, because a move that changes it can be taken back. */
import { sql } from 'kysely'
import type { CaseId } from '../../../contracts/cases.ts'
import type { Bilingual } from '../../../contracts/kit.ts'
import type { PlaceId } from '../../../contracts/places.ts'
import type { TopicId } from '../../../contracts/routing.ts'
import type { Tx } from '../../platform/db.ts'

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
export type About = {
  topicId: TopicId; topic: Bilingual; personal: boolean; emergency: boolean; foundSource: unknown; said: string
  placeId: PlaceId | null; place: string | null; street: string | null; streetFolded: string | null; addressWords: string | null; lat: number | null; lon: number | null; cell: string | null; folded: string
}
export async function about(tx: Tx, id: CaseId): Promise<About> {
  return (await sql<About>`
    select topic_id as "topicId", topic, personal, emergency, found_source as "foundSource", said, place_id as "placeId", place, street, street_folded as "streetFolded", address_words as "addressWords",
      lat, lon, h3::text as cell, folded from cases.case where id = ${id}`.execute(tx)).rows[0]!
}
export const setAbout = (tx: Tx, id: CaseId, a: Omit<About, 'said'>) => sql`
  update cases.case set topic_id = ${a.topicId}, topic = ${json(a.topic)}, personal = ${a.personal}, emergency = ${a.emergency}, found_source = ${a.foundSource ? json(a.foundSource) : null},
    place_id = ${a.placeId}, place = ${a.place}, street = ${a.street}, street_folded = ${a.streetFolded}, address_words = ${a.addressWords}, lat = ${a.lat}, lon = ${a.lon}, h3 = ${a.cell}::bigint,
    folded = ${a.folded}, changed_at = greatest(changed_at, ${tx.now}::timestamptz)
  where id = ${id}`.execute(tx)
