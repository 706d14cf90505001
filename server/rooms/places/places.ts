/** Neighbourhoods, villages, streets, boundaries: turns a pin or words into a place. */
import { foldedWords } from '../../../contracts/fold.ts'
import type { Institution, InstitutionId, Place, PlaceHit, PlaceId } from '../../../contracts/places.ts'
import type { Tx } from '../../platform/db.ts'
import * as store from './store.ts'

export const places = (tx: Tx): Promise<Place[]> => store.places(tx)
export const institutions = (tx: Tx): Promise<Institution[]> => store.institutions(tx)
export const institutionById = (tx: Tx, id: InstitutionId): Promise<Institution | undefined> => store.institution(tx, id)

export async function placesByIds(tx: Tx, ids: readonly PlaceId[]): Promise<Map<PlaceId, Place>> {
  if (ids.length === 0) return new Map()
  return new Map((await store.placesByIds(tx, ids)).map((place) => [place.id, place]))
}
export const placeById = async (tx: Tx, id: PlaceId): Promise<Place | undefined> => (await store.placesByIds(tx, [id]))[0]
/** Who serves a place when the municipality does not. */
export const institutionOf = async (tx: Tx, id: PlaceId): Promise<Institution | undefined> => (await placeById(tx, id))?.institution ?? undefined

/** Places, streets and landmarks for what is being typed: neighbourhoods, then villages, hamlets, streets, landmarks. */
export async function placeHits(tx: Tx, { q }: { q: string }): Promise<PlaceHit[]> {
  const words = foldedWords(q)
  return words.length === 0 ? [] : store.hits(tx, words, 12)
}
