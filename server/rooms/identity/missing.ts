/** What a municipality lacks of people before it can live with the desk. */
import { type Role, roleMay } from '../../../contracts/permissions.ts'
import type { Missing } from '../../../contracts/settings.ts'
import type { Tx } from '../../platform/db.ts'
import * as people from './people.store.ts'
import * as store from './store.ts'

/** What set-up writes of a municipality that has not said who it is: `seedEmpty`. */
const unnamed = { tr: 'Belediyemiz', en: 'Our municipality' }
const countrysCentre = { lat: 39, lon: 35 }
const answering = (Object.keys(roleMay) as Role[]).filter((role) => roleMay[role].includes('call.take'))

export const identityMissing = (mail: boolean) => async (tx: Tx): Promise<Missing[]> => {
  const found: Missing[] = []
  const lacks = (code: Missing['code'], hurts: Missing['hurts'], kind: Missing['kind'], thingId: string | null = null, facts: Missing['facts'] = {}) => void found.push({ code, hurts, kind, thingId, facts })
  const town = await store.municipality(tx)
  if (!town || town.name.tr === unnamed.tr) lacks('municipality_unnamed', 'half', 'municipality', 'municipality')
  else if (town.name.en === unnamed.en) lacks('municipality_unnamed_english', 'advice', 'municipality', 'municipality')
  if (town && town.lat === countrysCentre.lat && town.lon === countrysCentre.lon) lacks('municipality_centre', 'half', 'municipality', 'municipality')

  const here = await people.present(tx)
  const directorates = (await people.directorateValues(tx)).filter((d) => !d.value.retired)
  if (!directorates.length) lacks('no_directorates', 'stops', 'directorate')
  if (!here.some((person) => person.roles.some((role) => answering.includes(role as Role)))) lacks('no_operator', 'stops', 'staff')
  for (const { id, value } of directorates) {
    const who = here.filter((person) => person.directorateId === id)
    // Of nobody there nobody can be director: said once.
    if (!who.some((person) => person.roles.some((role) => roleMay[role as Role]?.includes('case.take')))) lacks('directorate_without_people', 'half', 'directorate', id, value.name)
    else if (!value.directorId) lacks('directorate_without_director', 'advice', 'directorate', id, value.name)
  }
  if (!mail) lacks('no_mail', 'advice', 'staff')
  return found
}
