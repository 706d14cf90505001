/** The room's door. */
import { placesApi } from '../../../contracts/places.ts'
import { mounted } from '../../platform/http/operations.ts'
import type { Room } from '../../platform/room.ts'
import { placesRoutes } from './routes.ts'
import { placesMissing, placesSettings, placesUses } from './settings.ts'

export { institutionById, institutionOf, institutions, placeAt, placeById, placeHits, places, placesByIds } from './places.ts'
export { placeLabel } from './label.ts'
export { institutionIds, placeIds, seedInstitutions, seedLandmarks, seedPlaces, seedStreets } from './seed.ts'
export const placesRoom: Room = { name: 'places', operations: mounted('places', placesApi, placesRoutes), settings: placesSettings, uses: placesUses, missing: placesMissing }
