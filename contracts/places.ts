import { z } from 'zod'
import { Bilingual, Flag, idOf, Latitude, Longitude, operation, words } from './kit.ts'

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

/** Which place a pin lies in. */
export const PlaceAt = z.object({
  place: Place.nullable(), /** As the typeahead shows it. */ label: z.string().nullable(),
  /** Is it the municipality's own to serve? Null: no borders are known that could say so. */
  ours: z.boolean().nullable(),
})
export type PlaceAt = z.infer<typeof PlaceAt>

/** What a list or a map file holds: one kind at a time. */
export const ListKind = z.enum(['place', 'street', 'landmark'])
export type ListKind = z.infer<typeof ListKind>
/** What a column of a list is taken for; `null`: for nothing. */
export const ListColumn = z.enum(['name', 'nameEn', 'kind', 'within', 'population', 'lat', 'lon', 'institution', 'synonyms'])
export type ListColumn = z.infer<typeof ListColumn>
/** What can be wrong with one row; each has words among the refusals. */
export const listProblems = [
  'list.name_missing', 'list.name_long', 'list.kind_unknown', 'list.within_unknown', 'list.within_ambiguous', 'list.within_needed', 'list.institution_unknown',
  'list.number', 'list.pin_half', 'list.pin_range', 'list.row_twice', 'list.cells', 'list.ambiguous',
  'borders.unnamed', 'borders.unknown', 'borders.ambiguous', 'borders.twice', 'borders.no_area', 'borders.too_fine', 'place.border_crosses', 'place.border_open',
] as const
const Cell = z.union([z.string(), z.number()]).nullable()
const Facts = z.record(z.string(), z.union([z.string(), z.number()]))
const What = z.enum(['new', 'same', 'changed', 'error'])
export const ListRow = z.object({
  /** As a spreadsheet counts, the header is 1. */
  line: z.number().int(), what: What, name: z.string(),
  /** The cells as read, by column; of what changes also as it was. */
  values: z.record(z.string(), Cell), was: z.record(z.string(), Cell).nullable(), problem: z.object({ code: z.enum(listProblems), facts: Facts }).nullable(),
})
export type ListRow = z.infer<typeof ListRow>
const counts = z.object({ new: z.number(), same: z.number(), changed: z.number(), error: z.number() })
export const ListPreview = z.object({
  encoding: z.enum(['utf-8', 'utf-16', 'windows-1254']), columns: z.array(z.object({ header: z.string(), as: ListColumn.nullable() })), counts,
  /** The first 2,000 and every wrong one (of these at most 1,000). */
  rows: z.array(ListRow),
})
export type ListPreview = z.infer<typeof ListPreview>
export const BorderRow = z.object({ /** Which feature of the file, from 1. */ at: z.number().int(), name: z.string(), placeId: PlaceId.nullable(), label: z.string().nullable(), what: What, problem: ListRow.shape.problem })
export type BorderRow = z.infer<typeof BorderRow>
export const BordersPreview = z.object({
  /** Properties that could hold the name, the likeliest first: how many of their values are names of our places. */
  properties: z.array(z.object({ name: z.string(), samples: z.array(z.string()), matched: z.number().int() })), property: z.string().nullable(), counts, rows: z.array(BorderRow),
  /** Places that have no border now and get none by this file. */
  without: z.array(z.object({ id: PlaceId, label: z.string() })),
})
export type BordersPreview = z.infer<typeof BordersPreview>
/** `batch` takes the whole import back (`undoBatch`); null: nothing changed. */
export const Imported = z.object({ batch: z.uuid().nullable(), new: z.number(), changed: z.number(), same: z.number(), skipped: z.number() })
export type Imported = z.infer<typeof Imported>
const mostListBytes = 5 * 1024 * 1024, mostBorderBytes = 30 * 1024 * 1024
const listRefusals = ['list.empty', 'list.not_text', 'list.broken', 'list.no_name', 'list.too_many_rows'] as const
const borderRefusals = ['borders.not_geojson', 'borders.empty', 'borders.projected', 'borders.swapped', 'borders.far', 'borders.no_name'] as const

export const placesApi = {
  placeAt: operation({
    method: 'GET', path: '/places/at', may: 'signed-in', query: z.object({ lat: z.coerce.number().pipe(Latitude), lon: z.coerce.number().pipe(Longitude) }),
    returns: PlaceAt, audit: 'none', summary: 'The place whose border holds the pin; of several the smallest.',
  }),
  previewPlaces: operation({
    method: 'POST', path: '/places/list/preview', may: 'setting.write', query: z.object({ kind: ListKind.default('place') }), upload: { maxBytes: mostListBytes }, returns: ListPreview, audit: 'none',
    refuses: listRefusals, summary: 'What a list (CSV: comma, semicolon or tab; UTF-8, UTF-16 or windows-1254) would change, row by row. Nothing is written.',
  }),
  importPlaces: operation({
    method: 'POST', path: '/places/list', may: 'setting.write', query: z.object({ kind: ListKind.default('place'), skipErrors: Flag.optional() }), upload: { maxBytes: mostListBytes }, returns: Imported,
    refuses: [...listRefusals, 'list.errors', 'setting.newer'], summary: 'Writes the list, all or nothing. The same list twice changes nothing; what it does not name stays.',
  }),
  previewBorders: operation({
    method: 'POST', path: '/places/borders/preview', may: 'setting.write', query: z.object({ property: z.string().max(120).optional() }), upload: { maxBytes: mostBorderBytes }, returns: BordersPreview, audit: 'none',
    refuses: borderRefusals, summary: 'Which border of a GeoJSON collection belongs to which place, by a property with the name.',
  }),
  importBorders: operation({
    method: 'POST', path: '/places/borders', may: 'setting.write', query: z.object({ property: z.string().max(120), skipErrors: Flag.optional() }), upload: { maxBytes: mostBorderBytes }, returns: Imported,
    refuses: [...borderRefusals, 'list.errors', 'setting.newer'], summary: 'Gives the places their borders, all or nothing.',
  }),
  findPlaces: operation({
    method: 'GET', path: '/places/search', may: 'signed-in', query: z.object({ q: z.string().max(80) }),
    returns: z.array(PlaceHit), audit: 'none', summary: 'Neighbourhoods, villages, hamlets, streets and landmarks by folded prefix; at most 12.',
  }),
  places: operation({ method: 'GET', path: '/places', may: 'signed-in', returns: z.array(Place), audit: 'none', summary: 'All places.' }),
  institutions: operation({ method: 'GET', path: '/institutions', may: 'signed-in', returns: z.array(Institution), audit: 'none', summary: 'Other bodies and how to reach them.' }),
}
