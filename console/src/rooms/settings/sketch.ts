/** Borders and pins as a drawing a hundred units wide or high: north up, and a degree as long one way as the other. */
type Ring = [number, number][]
type Border = { type: string; coordinates: unknown }
type Pin = { lat: number; lon: number }
const ringsOf = ({ type, coordinates }: Border): Ring[] => (type === 'Polygon' ? (coordinates as Ring[]) : (coordinates as Ring[][]).flat())
const round = (n: number) => Math.round(n * 100) / 100

/** @returns the drawing's frame, and where in it a corner (longitude first) lies */
function ground(corners: readonly (readonly [number, number])[]): { box: string; place: (corner: readonly [number, number]) => { x: number; y: number } } {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lon, lat] of corners) {
    west = Math.min(west, lon); east = Math.max(east, lon); south = Math.min(south, lat); north = Math.max(north, lat)
  }
  // A degree of longitude is shorter the further from the equator.
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const width = (east - west) * narrow, height = north - south, unit = 100 / (Math.max(width, height) || 1)
  return { box: `-3 -3 ${round(width * unit) + 6} ${round(height * unit) + 6}`, place: ([lon, lat]) => ({ x: round((lon - west) * narrow * unit), y: round((north - lat) * unit) }) }
}
export function sketch(border: Border, pin: Pin | null): { path: string; box: string; at: { x: number; y: number } | null } {
  const rings = ringsOf(border), corner: [number, number] | null = pin && [pin.lon, pin.lat]
  const { box, place } = ground(corner ? [...rings.flat(), corner] : rings.flat())
  const path = rings.map((ring) => `M${ring.map((c) => { const { x, y } = place(c); return `${x} ${y}` }).join('L')}Z`).join('')
  return { path, box, at: corner && place(corner) }
}
export function scatter(pins: readonly Pin[]): { box: string; at: { x: number; y: number }[] } {
  if (!pins.length) return { box: '0 0 1 1', at: [] }
  const corners = pins.map((p) => [p.lon, p.lat] as const), { box, place } = ground(corners)
  return { box, at: corners.map(place) }
}
