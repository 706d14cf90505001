/** Neighbourhoods, villages, streets, boundaries: turns a pin or words into a place. */
import { foldedWords } from '../../../contracts/fold.ts'
import type { Institution, InstitutionId, Place, PlaceAt, PlaceHit, PlaceId } from '../../../contracts/places.ts'
import type { Tx } from '../../platform/db.ts'
import { contains, type Pin } from './border.ts'
import { placeLabel } from './label.ts'
import * as borders from './settings.store.ts'
import * as store from './store.ts'

export const places = (tx: Tx): Promise<Place[]> => store.places(tx)
/** Those one can send people to now; with `retired` also those that only stand where they were used. */
export const institutions = (tx: Tx, also: { retired?: true } = {}): Promise<Institution[]> => store.institutions(tx, also.retired ?? false)
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

/** The place whose border holds the pin. Borders overlap, a hamlet's lies in its village's: the smallest is meant. */
export async function placeAt(tx: Tx, pin: Pin): Promise<PlaceAt> {
  const around = (await borders.bordersAround(tx, pin)).find(({ border }) => contains(border, pin))
  const place = around && (await placeById(tx, around.id))
  if (place) return { place, label: placeLabel(place), ours: place.institution === null }
  // Outside every border is outside the municipality only when all of it is drawn.
  const { all, drawn } = await borders.ownBorders(tx)
  return { place: null, label: null, ours: drawn > 0 && drawn === all ? false : null }
}
