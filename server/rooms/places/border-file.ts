/** Borders out of a GeoJSON file (RFC 7946): whose is each, and is it sound. Pure. */
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { fold } from '../../../contracts/fold.ts'
import type { BorderRow, BordersPreview, PlaceId } from '../../../contracts/places.ts'
import { Border, type SettingValue } from '../../../contracts/settings.ts'
import { Refusal } from '../../platform/refusal.ts'
import { boxOf, type Pin } from './border.ts'
import { placeLabel } from './label.ts'
import { placesByName } from './list.ts'
import { checkBorder, mostCorners } from './settings.ts'

export type BorderPlan = Pick<BordersPreview, 'properties' | 'property' | 'without'> & { rows: (BorderRow & { border: Border | null })[] }
type Known = { id: string; value: SettingValue<'place'> }
type Given = { property: string | undefined; places: readonly Known[]; drawn: ReadonlyMap<string, Border>; centre: Pin }
type Ring = [number, number][]

/** Heights and other third numbers are allowed, and of no use here. */
const Ring = z.array(z.array(z.number()).min(2))
const Geometry = z.union([
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring) }), z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring)) }), z.object({ type: z.string() }),
])
const File = z.object({
  crs: z.object({ properties: z.object({ name: z.string() }) }).nullish(),
  features: z.array(z.object({ properties: z.record(z.string(), z.unknown()).nullish(), geometry: Geometry.nullish() })),
})
type Feature = z.infer<typeof File>['features'][number]

/** @throws Refusal `borders.not_geojson`, `borders.empty`, `borders.projected`, `borders.swapped`, `borders.far`, `borders.no_name` */
export function borderPlan(file: Buffer, { property: asked, places, drawn, centre }: Given): BorderPlan {
  const features = featuresOf(file)
  checkWhere(features, centre)
  const byName = placesByName(places)
  const properties = propertiesOf(features, (text) => byName.find(text).length > 0)
  if (asked !== undefined && !properties.some((one) => one.name === asked)) throw new Refusal('borders.no_name', { property: asked })
  const property = asked ?? properties[0]?.name ?? null
  const labels = new Map(places.map((one) => [one.id, placeLabel({ ...one.value, within: one.value.withinId && byName.nameOf(one.value.withinId) })]))

  const seen = new Map<string, number>()
  const rows = features.map((feature, i): BorderPlan['rows'][number] => {
    const name = property === null ? '' : textOf(feature.properties?.[property])
    const row = { at: i + 1, name, placeId: null, label: null, border: null }
    const wrong = (code: NonNullable<BorderRow['problem']>['code'], facts: Record<string, string | number> = {}) => ({ ...row, what: 'error' as const, problem: { code, facts } })
    if (!name) return wrong('borders.unnamed')
    const [place, another] = byName.find(name)
    if (!place) return wrong('borders.unknown')
    if (another) return wrong('borders.ambiguous')
    const found = { ...row, placeId: place.id as PlaceId, label: labels.get(place.id)! }
    const twin = seen.get(place.id)
    if (twin !== undefined) return { ...found, what: 'error', problem: { code: 'borders.twice', facts: { at: twin } } }
    seen.set(place.id, i + 1)
    const read = borderOf(feature)
    if ('code' in read) return { ...found, what: 'error', problem: read }
    const before = drawn.get(place.id)
    return { ...found, border: read, what: !before ? 'new' : isDeepStrictEqual(before, read) ? 'same' : 'changed', problem: null }
  })
  const given = new Set(rows.flatMap((row) => (row.border && row.placeId) || []))
  const without = places.filter((one) => !drawn.has(one.id) && !given.has(one.id as PlaceId)).map((one) => ({ id: one.id as PlaceId, label: labels.get(one.id)! }))
  return { properties, property, rows, without }
}

function featuresOf(file: Buffer): Feature[] {
  let read: unknown
  try { read = JSON.parse(file.toString('utf8').replace(/^\uFEFF/, '')) } catch { throw new Refusal('borders.not_geojson') }
  if (typeof read === 'object' && read !== null && 'type' in read && read.type === 'Feature') read = { features: [read] }
  const parsed = File.safeParse(read)
  if (!parsed.success) throw new Refusal('borders.not_geojson')
  if (parsed.data.features.length === 0) throw new Refusal('borders.empty')
  const crs = parsed.data.crs?.properties.name
  if (crs && !/CRS:?84|(?:^|\D)4326$|WGS ?84$/i.test(crs)) throw new Refusal('borders.projected', { crs: crs.slice(0, 80) })
  return parsed.data.features
}

const ringsOf = ({ geometry }: Feature): number[][][] =>
  !geometry || !('coordinates' in geometry) ? [] : geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
const kilometres = (a: Pin, b: Pin) => Math.hypot(a.lat - b.lat, (a.lon - b.lon) * Math.cos((b.lat * Math.PI) / 180)) * 111.2

/** Degrees at all, longitude first, and somewhere near the town: the ways such files go wrong. */
function checkWhere(features: readonly Feature[], centre: Pin): void {
  const firsts = features.flatMap((feature) => ringsOf(feature).flatMap((ring) => (ring[0] ? [ring[0]] : [])))
  if (!firsts.length) return
  if (features.some((feature) => ringsOf(feature).some((ring) => ring.some(([x = 0, y = 0]) => Math.abs(x) > 180 || Math.abs(y) > 180)))) throw new Refusal('borders.projected', { crs: '?' })
  const middle = (i: 0 | 1) => firsts.map((point) => point[i]!).sort((a, b) => a - b)[firsts.length >> 1]!
  const [x, y] = [middle(0), middle(1)]
  const asIs = kilometres({ lat: y, lon: x }, centre), swapped = kilometres({ lat: x, lon: y }, centre)
  if (features.some((feature) => ringsOf(feature).some((ring) => ring.some((point) => Math.abs(point[1]!) > 90))) || (swapped < 150 && asIs > 3 * swapped && asIs > 150)) throw new Refusal('borders.swapped')
  if (asIs > 1000) throw new Refusal('borders.far', { kilometres: Math.round(asIs) })
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '')
function propertiesOf(features: readonly Feature[], known: (text: string) => boolean): BordersPreview['properties'] {
  const values = new Map<string, string[]>()
  for (const { properties } of features)
    for (const [name, value] of Object.entries(properties ?? {})) if (textOf(value) && name.length <= 120) values.set(name, [...(values.get(name) ?? []), textOf(value)])
  const likely = (name: string) => Number(/^(name|ad|adi|mahalle|isim)/.test(fold(name)))
  return [...values].map(([name, texts]) => ({ name, samples: [...new Set(texts)].slice(0, 3).map((text) => text.slice(0, 80)), matched: texts.filter(known).length }))
    .sort((a, b) => b.matched - a.matched || likely(b.name) - likely(a.name)).slice(0, 50)
}

/** Six decimals are eleven centimetres; where so fine a drawing would cross itself by that, it stays as it came. */
function borderOf(feature: Feature): Border | { code: 'borders.no_area' | 'borders.too_fine' | 'place.border_crosses' | 'place.border_open'; facts: Record<string, string | number> } {
  const { geometry } = feature
  const polygons = !geometry || !('coordinates' in geometry) ? [] : geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const made = (decimals: number): Border | undefined => {
    const cleaned = polygons.map((rings) => rings.map((ring) => clean(ring, decimals))).flatMap((rings) => (rings[0] && rings[0].length >= 4 ? [rings.filter((ring) => ring.length >= 4)] : []))
    return cleaned.length === 0 ? undefined : cleaned.length === 1 ? { type: 'Polygon', coordinates: cleaned[0]! } : { type: 'MultiPolygon', coordinates: cleaned }
  }
  const border = made(6)
  if (!border) return { code: 'borders.no_area', facts: {} }
  const first = problemOf(border)
  if (!first) return border
  const raw = made(15)!
  return problemOf(raw) ? first : raw
}
function problemOf(border: Border): ReturnType<typeof borderOf> & { code: string } | undefined {
  try { checkBorder(border) } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'place.border_fine') return { code: 'borders.too_fine', facts: { most: mostCorners } }
    return { code: error.code as 'place.border_crosses' | 'place.border_open', facts: error.facts as Record<string, number> }
  }
  const box = boxOf(border)
  if (box.east === box.west || box.north === box.south) return { code: 'borders.no_area', facts: {} }
  return Border.safeParse(border).success ? undefined : { code: 'borders.too_fine', facts: { most: mostCorners } }
}
function clean(ring: readonly number[][], decimals: number): Ring {
  const points = ring.map(([x = 0, y = 0]): [number, number] => [Number(x.toFixed(decimals)), Number(y.toFixed(decimals))])
  return points.filter((point, i) => i === 0 || point[0] !== points[i - 1]![0] || point[1] !== points[i - 1]![1])
}
