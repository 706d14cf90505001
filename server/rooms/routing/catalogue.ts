/** All topics, kept in memory between their changes: folding two thousand words anew at each key stroke would be felt. */
import type { TopicId } from '../../../contracts/routing.ts'
import type { Tx } from '../../platform/db.ts'
import { indexTopics, type TopicIndex } from './search.ts'
import type { StoredTopic } from './store.ts'
import * as store from './store.ts'

export type Catalogue = { topics: readonly StoredTopic[]; byId: ReadonlyMap<TopicId, StoredTopic>; index: TopicIndex }

/** Versions name their content whatever database they come from, so one map serves them all; a few, for tests have many. */
const kept = new Map<string, Catalogue>()
const mostKept = 4

export async function catalogue(tx: Tx): Promise<Catalogue> {
  // The version first: what is read after it can only be newer, and a newer version is asked for next time anyway.
  const version = await store.version(tx)
  const known = kept.get(version)
  if (known) return known
  const topics = await store.leaves(tx)
  const made = { topics, byId: new Map(topics.map((topic) => [topic.id, topic])), index: indexTopics(topics.filter((topic) => !topic.retired)) }
  kept.set(version, made)
  for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old)
  return made
}
