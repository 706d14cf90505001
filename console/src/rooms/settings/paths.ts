/** Fields of a form by their path, as the desk names them when one is wrong: `questions.0.ask.tr`. */
export type Value = Record<string, unknown>
const isThing = (v: unknown): v is Value => typeof v === 'object' && v !== null && !Array.isArray(v)

export function getAt(value: unknown, path: string): unknown {
  return path === '' ? value : path.split('.').reduce<unknown>((at, key) => (Array.isArray(at) ? at[Number(key)] : isThing(at) ? at[key] : undefined), value)
}
/** The same value but for what stands at the path; what is not on the way stays the very object it was. */
export function setAt<V>(value: V, path: string, next: unknown): V {
  const [key, ...rest] = path.split('.')
  if (key === undefined || key === '') return next as V
  const below = rest.join('.')
  const put = (old: unknown) => (below ? setAt(old, below, next) : next)
  if (Array.isArray(value)) return value.map((item: unknown, i) => (i === Number(key) ? put(item) : item)) as V
  return { ...(value as Value), [key]: put((value as Value)[key]) } as V
}

export function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => equal(item, b[i]))
  if (!isThing(a) || !isThing(b)) return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => equal(a[key], b[key]))
}
export const isBoth = (v: unknown): v is { tr: string; en: string } => isThing(v) && typeof v.tr === 'string' && typeof v.en === 'string' && Object.keys(v).length === 2

/** One item up or down; the same list where it cannot go. */
export function moved<T>(list: readonly T[], at: number, step: 1 | -1): T[] {
  const to = at + step, next = [...list]
  if (to < 0 || to >= list.length) return next
  ;[next[at], next[to]] = [next[to]!, next[at]!]
  return next
}
