/** Since when she has heard nothing new. Pure. */
export type Said = { at: string; direction: 'in' | 'out'; trueNews: boolean; automatic: boolean }

/**
 * The last true word; and once after it, not twice, a sign of life that a machine gave. What a person said that was no news
 * does not count, nor what she told us.
 * @param words in the order they were said. @param began the recording of the case.
 */
export function lastNews(words: readonly Said[], began: Date): Date {
  let last = began
  let signOfLife = false
  for (const word of words) {
    const at = new Date(word.at)
    if (word.direction !== 'out' || at < last) continue
    if (word.trueNews) { last = at; signOfLife = false } else if (word.automatic && !signOfLife) { last = at; signOfLife = true }
  }
  return last
}
