/** What changed between two values of a thing, line by line, for people: never as JSON. */
import { equal, isBoth, type Value } from './paths.ts'

export type Line = {
  field: string
  /** One of a list, by its own name: a question, a cause. */
  item?: unknown
  language?: 'tr' | 'en'
  /** `is`: of what was made or deleted whole. */
  how: 'changed' | 'added' | 'removed' | 'reordered' | 'is'
  before: unknown
  after: unknown
}
type Keyed = { key: string }
const isKeyed = (v: unknown): v is Keyed[] => Array.isArray(v) && v.length > 0 && v.every((x) => typeof x === 'object' && x !== null && 'key' in x && typeof x.key === 'string')
const isWords = (v: unknown): v is string[] => Array.isArray(v) && v.every((x) => typeof x === 'string')
const isEmpty = (v: unknown) => v === null || v === undefined || v === '' || v === false || (Array.isArray(v) && v.length === 0)

/**
 * @param before null: it was made. @param after null: it was deleted.
 * @param order the fields as people read them; the database keeps no order of its own
 */
export function changesIn(before: Value | null, after: Value | null, order: readonly string[] = []): Line[] {
  const place = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length)
  const fields = Object.keys({ ...before, ...after }).sort((a, b) => place(a) - place(b))
  // Of what came or went whole, only what says something.
  if (!before || !after) return fields.flatMap((field) => {
    const value = (before ?? after)![field]
    return isEmpty(value) ? [] : [{ field, how: 'is', before: value, after: value }] satisfies Line[]
  })
  return fields.flatMap((field) => (equal(before[field], after[field]) ? [] : linesOf(field, before[field], after[field])))
}

function linesOf(field: string, before: unknown, after: unknown): Line[] {
  if (isBoth(before) && isBoth(after))
    return (['tr', 'en'] as const).flatMap((language): Line[] => (before[language] === after[language] ? [] : [{ field, language, how: 'changed', before: before[language], after: after[language] }]))
  if ((isKeyed(before) || isKeyed(after)) && Array.isArray(before) && Array.isArray(after)) return itemLines(field, before as Keyed[], after as Keyed[], (x) => x.key, true)
  if (isWords(before) && isWords(after)) return together(itemLines(field, before, after, (x) => x, false))
  return [{ field, how: 'changed', before, after }]
}

function itemLines<T>(field: string, before: readonly T[], after: readonly T[], keyOf: (item: T) => string, named: boolean): Line[] {
  const old = new Map(before.map((x) => [keyOf(x), x])), now = new Map(after.map((x) => [keyOf(x), x]))
  const lines: Line[] = []
  for (const [key, x] of old) if (!now.has(key)) lines.push({ field, how: 'removed', before: x, after: undefined })
  for (const [key, x] of now) {
    if (!old.has(key)) lines.push({ field, how: 'added', before: undefined, after: x })
    else if (!equal(old.get(key), x)) lines.push({ field, ...(named && { item: x }), how: 'changed', before: old.get(key), after: x })
  }
  const stayed = (list: readonly T[], other: ReadonlyMap<string, T>) => list.map(keyOf).filter((key) => other.has(key))
  if (!equal(stayed(before, now), stayed(after, old))) lines.push({ field, how: 'reordered', before, after })
  return lines
}
/** Words of a list in one line: all that came, all that went. */
function together(lines: readonly Line[]): Line[] {
  const of = (how: 'added' | 'removed') => lines.filter((l) => l.how === how).map((l) => (how === 'added' ? l.after : l.before))
  const one = (how: 'added' | 'removed'): Line[] => { const words = of(how); return words.length ? [{ field: lines[0]!.field, how, before: how === 'removed' ? words : undefined, after: how === 'added' ? words : undefined }] : [] }
  return [...one('removed'), ...one('added'), ...lines.filter((l) => l.how === 'reordered')]
}
