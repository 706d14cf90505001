/** Distances on the ground, and the cells that cover them. Pure. */
import { gridDisk, latLngToCell } from 'h3-js'

export type Pin = { lat: number; lon: number }
const earthRadius = 6_371_008.8
const rad = (degrees: number) => (degrees * Math.PI) / 180

/** Metres between two pins, along the great circle. */
export function haversine(a: Pin, b: Pin): number {
  const h = Math.sin(rad(b.lat - a.lat) / 2) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(rad(b.lon - a.lon) / 2) ** 2
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(h)))
}

const resolution = 10
/** Cells differ in size over the globe; the shortest edge of this resolution is a good deal below the 76 m of the mean. */
const ringMetres = 80
const mostRings = 30
const bigint = (cell: string) => BigInt(`0x${cell}`).toString()

/** The cell of a pin, as the decimal text of a bigint: it does not fit a JavaScript number. */
export const cellOf = (pin: Pin): string => bigint(latLngToCell(pin.lat, pin.lon, resolution))
/** Cells that together cover everything within `metres` of the pin, and somewhat more; up to 2.4 km. */
export const cellsWithin = (pin: Pin, metres: number): string[] =>
  gridDisk(latLngToCell(pin.lat, pin.lon, resolution), Math.min(mostRings, Math.ceil(metres / ringMetres) + 1)).map(bigint)
