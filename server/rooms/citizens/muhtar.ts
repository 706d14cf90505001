/** Who is muhtar of what: a place has one at a time, and who it was before stays known. */
import type { CitizenId } from '../../../contracts/citizens.ts'
import type { PlaceId } from '../../../contracts/places.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { placesByIds } from '../places/index.ts'
import { citizenById } from './citizens.ts'
import * as store from './muhtar.store.ts'

/** @returns whose places change, as they were: she first, then whoever gives a place up to her. */
export async function setMuhtar(tx: Tx, given: { citizenId: CitizenId; placeIds: PlaceId[] }): Promise<{ before: store.Standing[] }> {
  const placeIds = [...new Set(given.placeIds)]
  if (!(await citizenById(tx, given.citizenId))) throw new Refusal('citizen.not_found')
  if ((await placesByIds(tx, placeIds)).size < placeIds.length) throw new Refusal('case.unknown_place', {}, 'placeIds')
  await store.lock(tx)
  const before = await store.standing(tx, given.citizenId, placeIds)
  await store.end(tx, given.citizenId, placeIds)
  await store.begin(tx, given.citizenId, placeIds)
  return { before }
}
