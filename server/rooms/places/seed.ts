/** Writes a municipality's own places at set-up: by slug, so that a second time changes them and adds none. */
import type { InstitutionId, PlaceId } from '../../../contracts/places.ts'
import type { Institution, Landmark, Place } from '../../demo/types.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { placeLabel, searchWords } from './label.ts'
import * as store from './store.ts'

export const placeIds = async (tx: Tx): Promise<Map<string, PlaceId>> => (await store.slugs(tx, 'place')) as Map<string, PlaceId>
export const institutionIds = async (tx: Tx): Promise<Map<string, InstitutionId>> => (await store.slugs(tx, 'institution')) as Map<string, InstitutionId>

export async function seedInstitutions(tx: Tx, rows: readonly Institution[]): Promise<Map<string, InstitutionId>> {
  await store.putInstitutions(tx, rows.map(({ slug, name, phone, tell }) => ({ id: newId<InstitutionId>(), slug, name, phone, tell })))
  return institutionIds(tx)
}

type Pin = { lat?: number; lon?: number }
/** Institutions first: places name theirs by slug. @returns the places' ids by slug. */
export async function seedPlaces(tx: Tx, rows: readonly (Place & Pin)[]): Promise<Map<string, PlaceId>> {
  const nameOf = new Map(rows.map((row) => [row.slug, row.name]))
  await store.putPlaces(tx, rows.map(({ slug, kind, name, parent, institution, lat, lon }) => {
    const within = parent === null ? null : (nameOf.get(parent) ?? null)
    const label = placeLabel({ kind, name, within })
    return { id: newId<PlaceId>(), slug, kind, name, label, folded: searchWords(label), within: parent, institution, lat, lon }
  }))
  return placeIds(tx)
}
export const seedLandmarks = async (tx: Tx, rows: readonly (Landmark & Pin)[]): Promise<void> =>
  void (await store.putLandmarks(tx, rows.map(({ slug, name, synonyms, place, lat, lon }) =>
    ({ id: newId(), slug, name, folded: searchWords(name.tr, name.en, ...synonyms), synonyms, place, lat, lon }))))
/** Streets by the slug of their place. */
export const seedStreets = async (tx: Tx, rows: readonly ({ place: string; name: string } & Pin)[]): Promise<void> =>
  void (await store.putStreets(tx, rows.map((row) => ({ ...row, id: newId(), folded: searchWords(row.name) }))))
