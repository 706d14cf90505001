export const shows = ['open', 'mine', 'ended'] as const
export type Show = (typeof shows)[number]
export type PlaceFilters = { show?: Show }
export function readPlace(s: Record<string, unknown>): PlaceFilters {
  const show = shows.find((v) => v === s.show && v !== 'open')
  return show ? { show } : {}
}
