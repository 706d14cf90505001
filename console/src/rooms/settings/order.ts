/** The order of a list, kept in its rows' `position`. */
type Placed = { id: string; position: number }

/** New positions for those rows that need one: the places the list had are dealt out again, made distinct where they were not. */
export function positionsFor(before: readonly Placed[], after: readonly string[]): Placed[] {
  const places: number[] = []
  for (const { position } of [...before].sort((a, b) => a.position - b.position)) places.push(Math.max(position, (places.at(-1) ?? -1) + 1))
  const old = new Map(before.map((row) => [row.id, row.position]))
  return after.map((id, i) => ({ id, position: places[i]! })).filter((row) => old.get(row.id) !== row.position)
}
