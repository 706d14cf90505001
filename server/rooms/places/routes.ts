import type { placesApi } from '../../../contracts/places.ts'
import type { Handlers } from '../../platform/http/operations.ts'
import { importBorders, importPlaces, previewBorders, previewPlaces } from './import.ts'
import { institutions, placeAt, placeHits, places } from './places.ts'

/** One handler per operation; leave one out and this file stops compiling. */
export const placesRoutes: Handlers<typeof placesApi> = {
  findPlaces: placeHits, places, institutions: (tx) => institutions(tx), placeAt, previewPlaces, importPlaces, previewBorders, importBorders,
}
