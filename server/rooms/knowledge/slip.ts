/** One slip of the finger apart: a letter too many, too few, another, or two exchanged; two slips in a long word. Pure. */
export function nearlySame(typed: string, known: string): boolean {
  const most = typed.length >= 8 ? 2 : 1
  if (typed.length < 4 || Math.abs(typed.length - known.length) > most) return false
  return distance(typed, known, most) <= most
}

/** Optimal string alignment, given up as soon as a whole row is farther than `most`. */
function distance(a: string, b: string, most: number): number {
  let before: number[] = [], above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1))
      if (!same && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1)
      row.push(least)
    }
    if (Math.min(...row) > most) return most + 1
    before = above
    above = row
  }
  return above[b.length]!
}
