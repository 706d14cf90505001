/** Writes the demonstration's citizens: by number and name, so that a second time adds none. */
import type { CitizenId } from '../../../contracts/citizens.ts'
import type { Citizen } from '../../demo/types.ts'
import type { Tx } from '../../platform/db.ts'
import { placeIds } from '../places/index.ts'
import { changeCitizen, findOrMake } from './citizens.ts'
import { setMuhtar } from './muhtar.ts'

/** Places first. @returns the citizens' ids by slug. */
export async function seedCitizens(tx: Tx, rows: readonly Citizen[]): Promise<Map<string, CitizenId>> {
  const places = await placeIds(tx)
  const ids = new Map<string, CitizenId>()
  for (const { slug, name, phone, place, street, note, language, muhtarOf } of rows) {
    const found = await findOrMake(tx, { name, phone, language, anonymous: false, mayMessage: true }, { notice: 'demo', how: 'demo' })
    const citizenId = found!.citizen.id
    await changeCitizen(tx, { citizenId, name, placeId: places.get(place) ?? null, street, language, note })
    const own = muhtarOf && places.get(muhtarOf)
    if (own) await setMuhtar(tx, { citizenId, placeIds: [own] })
    ids.set(slug, citizenId)
  }
  return ids
}
