/** All that is published, kept in memory between changes: an operator's search must not wait for two thousand rows. */
import type { Tx } from '../../platform/db.ts'
import { indexArticles, type KnowledgeIndex } from './search.ts'
import * as store from './store.ts'

/** States name their content whatever database they come from, so one map serves them all; a few, for tests have many. */
const kept = new Map<string, KnowledgeIndex>()
const mostKept = 4

export async function catalogue(tx: Tx): Promise<KnowledgeIndex> {
  // The state first: what is read after it can only be newer, and a newer state is asked for next time anyway.
  const state = await store.publishedState(tx)
  const known = kept.get(state)
  if (known) return known
  const made = indexArticles(await store.published(tx))
  kept.set(state, made)
  for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old)
  return made
}
