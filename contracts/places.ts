import { z } from 'zod'
import { Bilingual, idOf, Latitude, Longitude, operation, words } from './kit.ts'

export const PlaceId = idOf('place')
export type PlaceId = z.infer<typeof PlaceId>
export const InstitutionId = idOf('institution')
export type InstitutionId = z.infer<typeof InstitutionId>

/** Another body that owes the answer where the municipality does not. */
export const Institution = z.object({ id: InstitutionId, slug: z.string(), name: Bilingual, phone: z.string().nullable(), tell: Bilingual })
export type Institution = z.infer<typeof Institution>

export const PlaceKind = z.enum(['neighbourhood', 'village', 'hamlet'])
export type PlaceKind = z.infer<typeof PlaceKind>
export const Place = z.object({
  id: PlaceId, kind: PlaceKind, name: z.string(),
  /** The village a hamlet belongs to, when known. */
  within: z.string().nullable(),
  lat: Latitude.nullable(), lon: Longitude.nullable(),
  /** Whose duty it is; null: the municipality's own. */
  institution: Institution.nullable(),
})
export type Place = z.infer<typeof Place>

/** One line of the typeahead: a place, or a street or landmark in it. */
export const PlaceHit = z.object({
  /** Null for a landmark that nobody has tied to a place yet: it serves as words. */
  placeId: PlaceId.nullable(), kind: z.enum(['neighbourhood', 'village', 'hamlet', 'street', 'landmark']),
  /** What to show: `Yeni Mahalle`, or `İskele, Saray Mahallesi`. */
  label: z.string(), street: z.string().nullable(), landmark: z.string().nullable(),
  lat: Latitude.nullable(), lon: Longitude.nullable(), ours: z.boolean(),
})
export type PlaceHit = z.infer<typeof PlaceHit>

/** Where the problem is, as far as it is known. */
export const Where = z.object({
  placeId: PlaceId.optional(), street: words(120).optional(),
  /** Address or landmark in the caller's words. */
  words: words(300).optional(),
  lat: Latitude.optional(), lon: Longitude.optional(),
})
export type Where = z.infer<typeof Where>

export const placesApi = {
  findPlaces: operation({
    method: 'GET', path: '/places/search', may: 'signed-in', query: z.object({ q: z.string().max(80) }),
    returns: z.array(PlaceHit), audit: 'none', summary: 'Neighbourhoods, villages, hamlets, streets and landmarks by folded prefix; at most 12.',
  }),
  places: operation({ method: 'GET', path: '/places', may: 'signed-in', returns: z.array(Place), audit: 'none', summary: 'All places.' }),
  institutions: operation({ method: 'GET', path: '/institutions', may: 'signed-in', returns: z.array(Institution), audit: 'none', summary: 'Other bodies and how to reach them.' }),
}
