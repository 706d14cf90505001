/** A thing while it is edited: what was read, what is typed, and how both meet again with what somebody else saved meanwhile. */
import { equal, type Value } from './paths.ts'

type Texts = { tr: string; en: string }
const hasBoth = (v: unknown): v is Texts => typeof v === 'object' && v !== null && 'tr' in v && 'en' in v && typeof v.tr === 'string' && typeof v.en === 'string'

/** Every pair of languages in it, however deep. */
function onTexts(value: unknown, change: (both: Texts) => Texts): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => onTexts(item, change))
  if (typeof value !== 'object' || value === null) return value
  const inside = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, onTexts(item, change)]))
  return hasBoth(inside) ? change(inside) : inside
}
/** English that says the same as Turkish was never written: it stands empty, and follows the Turkish. */
export const toForm = (value: Value): Value => onTexts(value, (both) => (both.en === both.tr ? { ...both, en: '' } : both)) as Value
/** What is sent: English left empty is the Turkish. */
export const toSend = (form: Value): Value => onTexts(trimmed(form), (both) => (both.en === '' ? { ...both, en: both.tr } : both)) as Value
function trimmed(value: unknown): unknown {
  if (typeof value === 'string') return value.trim()
  if (Array.isArray(value)) return value.map(trimmed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, trimmed(item)]))
}

export type Draft = {
  /** As the desk has it; null for what is not there yet. */
  base: Value | null
  version: number
  form: Value
}
export const begin = (base: Value | null, version: number, blank?: Value): Draft => ({ base, version, form: toForm(base ?? blank ?? {}) })
/** The fields that differ from what was read, by name. Of a new thing: all that is filled. */
export function changedFields({ base, form }: Draft, blank: Value = {}): string[] {
  const before = toSend(toForm(base ?? blank)), after = toSend(form)
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => !same(field, before[field], after[field]))
}
/** Of these lists the order says nothing. */
const unordered = ['roles', 'kinds', 'placeIds', 'people']
const inOrder = (field: string, value: unknown) => (unordered.includes(field) && Array.isArray(value) ? [...value].sort() : value)
const same = (field: string, a: unknown, b: unknown) => equal(inOrder(field, a), inOrder(field, b))

export type Clash = { field: string; mine: unknown; theirs: unknown; /** Both changed it; else one did, and hers is taken unasked. */ both: boolean; take: 'mine' | 'theirs' }
/** Where what is typed and what somebody saved meanwhile differ. What only one of the two changed is hers. */
export function clashes(base: Value, mine: Value, theirs: Value): Clash[] {
  return Object.keys({ ...mine, ...theirs }).flatMap((field): Clash[] => {
    if (same(field, mine[field], theirs[field])) return []
    const iDid = !same(field, mine[field], base[field]), theyDid = !same(field, theirs[field], base[field])
    return [{ field, mine: mine[field], theirs: theirs[field], both: iDid && theyDid, take: iDid ? 'mine' : 'theirs' }]
  })
}
/** Goes on from what they saved, with the fields chosen as mine laid over it. */
export function merged(theirs: Value, version: number, chosen: readonly Pick<Clash, 'field' | 'mine' | 'take'>[]): Draft {
  const over = Object.fromEntries(chosen.filter((c) => c.take === 'mine').map((c) => [c.field, c.mine]))
  return { base: theirs, version, form: toForm({ ...theirs, ...over }) }
}
