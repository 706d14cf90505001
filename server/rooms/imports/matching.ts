/** Which of our topics, places, directorates a word of the file may mean. It offers; a person decides. */
import { fold } from '../../../contracts/fold.ts'
import type { ImportValue, MatchedField } from '../../../contracts/imports.ts'
import type { Tx } from '../../platform/db.ts'
import { directorates } from '../identity/index.ts'
import { placeLabel, places } from '../places/index.ts'
import { findTopics, topics } from '../routing/index.ts'
import { channelLike, statusLike } from './columns.ts'

type Suggested = Pick<ImportValue, 'same' | 'near'>
const none: Suggested = { same: null, near: null }

/** `Yeni Mah.` and `Yeni Mahallesi` are the same word of a place. */
const placeWords = (name: string) => fold(name).replace(/\b(mahallesi|mahalle|mah|mh|koyu|koy|mezrasi|mezra)\b/g, ' ').replace(/\s+/g, ' ').trim()
const unitWords = (name: string) => fold(name).replace(/\b(mudurlugu|mudurluk|mud|directorate)\b/g, ' ').replace(/\s+/g, ' ').trim()

export async function suggestions(tx: Tx, field: MatchedField, values: readonly string[]): Promise<(value: string) => Suggested> {
  switch (field) {
    case 'status': return (value) => ({ ...none, same: statusLike(value) })
    case 'channel': return (value) => ({ ...none, same: channelLike(value) })
    case 'topic': return forTopics(tx, values)
    case 'place': return byName(await places(tx), (p) => [p.name, placeLabel(p)], placeWords)
    case 'directorate': return byName(await directorates(tx), (d) => [d.name.tr, d.name.en], unitWords)
  }
}

/** The same name of exactly one of ours: two villages of one name are for a person to tell apart. */
function byName<T extends { id: string }>(ours: readonly T[], namesOf: (one: T) => string[], words: (name: string) => string): (value: string) => Suggested {
  const named = new Map<string, Set<string>>()
  for (const one of ours) for (const name of namesOf(one)) named.set(words(name), (named.get(words(name)) ?? new Set()).add(one.id))
  return (value) => {
    const found = [...(named.get(words(value)) ?? [])]
    return found.length === 1 ? { same: found[0]!, near: null } : { same: null, near: found[0] ?? null }
  }
}

async function forTopics(tx: Tx, values: readonly string[]): Promise<(value: string) => Suggested> {
  const byNames = byName(await topics(tx), (t) => [t.name.tr, t.name.en], fold)
  const near = new Map<string, string | null>()
  for (const value of values) if (!byNames(value).same) near.set(value, (await findTopics(tx, { q: value, language: 'tr' }))[0]?.topicId ?? null)
  return (value) => ({ same: byNames(value).same, near: near.get(value) ?? null })
}
