/** Borders as GeoJSON has them: do they cross themselves, what box do they fill, does a pin lie inside. Pure. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { Border } from '../../../contracts/settings.ts'

export type Pin = { lat: number; lon: number }
export type Box = { west: number; south: number; east: number; north: number }
type Point = readonly [lon: number, lat: number]
type Rings = readonly (readonly Point[])[]

const polygonsOf = (border: Border): readonly Rings[] => (border.type === 'Polygon' ? [border.coordinates] : border.coordinates)

export function boxOf(border: Border): Box {
  const box = { west: 180, south: 90, east: -180, north: -90 }
  for (const rings of polygonsOf(border)) for (const ring of rings) for (const [lon, lat] of ring) {
    box.west = Math.min(box.west, lon)
    box.east = Math.max(box.east, lon)
    box.south = Math.min(box.south, lat)
    box.north = Math.max(box.north, lat)
  }
  return box
}
export const contains = (border: Border, { lat, lon }: Pin): boolean => booleanPointInPolygon([lon, lat], border)
export const cornersOf = (border: Border): number => polygonsOf(border).reduce((sum, rings) => sum + rings.reduce((n, ring) => n + ring.length, 0), 0)

/** The first corner of a ring that does not return to where it began (RFC 7946, 3.1.6). */
export function openAt(border: Border): Pin | undefined {
  const open = polygonsOf(border).flat().find((ring) => { const [a, b] = [ring[0]!, ring.at(-1)!]; return a[0] !== b[0] || a[1] !== b[1] })
  return open && { lon: open[0]![0], lat: open[0]![1] }
}

type Side = { ring: number; at: number; last: number; a: Point; b: Point; west: number; east: number; south: number; north: number }
/**
 * Where two sides of one polygon cross, if any do. Swept from west to east: each side meets only those whose extent
 * reaches it, since comparing all with all took minutes for a border drawn with 20,000 corners. Touching is no crossing.
 */
export function crossingOf(border: Border): Pin | undefined {
  for (const rings of polygonsOf(border)) {
    const sides = rings.flatMap((ring, r) => ring.slice(1).map((b, at): Side => {
      const a = ring[at]!
      return { ring: r, at, last: ring.length - 2, a, b, west: Math.min(a[0], b[0]), east: Math.max(a[0], b[0]), south: Math.min(a[1], b[1]), north: Math.max(a[1], b[1]) }
    })).sort((s, t) => s.west - t.west)
    let active: Side[] = []
    for (const side of sides) {
      active = active.filter((other) => other.east >= side.west)
      for (const other of active) {
        if (other.south > side.north || other.north < side.south || neighbours(side, other)) continue
        const pin = crossing(side.a, side.b, other.a, other.b)
        if (pin) return pin
      }
      active.push(side)
    }
  }
  return undefined
}
const neighbours = (s: Side, t: Side) => s.ring === t.ring && (Math.abs(s.at - t.at) <= 1 || (Math.min(s.at, t.at) === 0 && Math.max(s.at, t.at) === s.last))

/** Twice the signed area: on which side of a–b does c lie. */
const turn = (a: Point, b: Point, c: Point) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
function crossing(a: Point, b: Point, c: Point, d: Point): Pin | undefined {
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)]
  if (abc * abd >= 0 || cda * cdb >= 0) return undefined
  const t = cda / (cda - cdb)
  return { lon: a[0] + t * (b[0] - a[0]), lat: a[1] + t * (b[1] - a[1]) }
}
