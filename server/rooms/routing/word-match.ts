/**
 * How alike a typed word and a known one are, both folded. Turkish hangs its grammar on the end of the word:
 * `copler`, `copu`, `copumuz` are all `cop`, and a softened `kopegi` is `kopek`.
 */

/** Endings of nouns and verbs as they look folded (ı, ü are i, u); one after another, nothing left over. */
const endings = new RegExp(`^(?:${[
  'l[ae]r', '[iu]m[iu]z', '[iu]n[iu]z', 'm[iu]z', 'n[iu]z', '[syn]?[iu]', '[iu]?[mn]', '[iu]?k', 'n?[dt][ae]n?', 'y?[ae]', 'y?l[ae]', '[iu]n[iu]', 'n[iu]n', 'c[iu]',
  's[iu]z', 'l[iu][kg]?', 'ki', 'd[iu]r', '[dt][iu][mnkg]?', 'm[iu]s', '[iu]?yor', 'y?[ae]c[ae][kg]', '[aeiu]r', 'm[ae][zk]?', 'y?[ae]n', '[iu][lnsp]', 't[iu]r', 's[ae]',
].join('|')})+$`)
const longestEnding = 14
const isEnding = (rest: string): boolean => rest === '' || (rest.length <= longestEnding && endings.test(rest))

/** Pairs a stem's last letter softens between: kopek, kopegi; dolap, dolabi; kanat, kanadi. */
const softened: Record<string, string> = { k: 'g', g: 'k', p: 'b', b: 'p', t: 'd', d: 't' }
function commonStem(a: string, b: string): number {
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i++
  const [x, y] = [a[i], b[i]]
  return x !== undefined && y !== undefined && softened[x] === y ? i + 1 : i
}

/**
 * From 0, nothing in common, to 1, the same word.
 * @param growing the word may still be being typed, so it may be any beginning of a known one.
 */
export function likeness(typed: string, known: string, growing = false): number {
  if (typed === known) return 1
  const stem = commonStem(typed, known)
  if (stem < 2) return 0
  const [extra, missing] = [typed.slice(stem), known.slice(stem)]
  const long = Math.max(typed.length, known.length)
  // Two or three letters are a stem only where nothing but endings follows: `su` in `suyumuz`, not in `suriyeli`.
  if (extra === '' && growing) return 0.5 + (0.4 * stem) / long
  if (typed.length >= 4 && missing === '') return isEnding(extra) ? 0.9 : stem >= 4 ? 0.4 + (0.4 * stem) / long : 0.2
  if (typed.length >= 4 && extra === '') return isEnding(missing) ? 0.9 : 0.4 + (0.4 * stem) / long
  return stem >= 4 && isEnding(extra) && isEnding(missing) ? 0.75 : 0
}
