/** Writes a municipality's first texts at set-up, published as they are; an article that is there already is not touched. */
import type { ArticleContent, ArticleId } from '../../../contracts/knowledge.ts'
import type { Article } from '../../demo/types.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { directorateIds } from '../identity/index.ts'
import { placeIds } from '../places/index.ts'
import { topicIds } from '../routing/index.ts'
import * as store from './store.ts'

/** Directorates, places and topics first: texts name theirs by slug. */
export async function seedKnowledge(tx: Tx, rows: readonly Article[]): Promise<void> {
  const [directorates, places, topics] = [await directorateIds(tx), await placeIds(tx), await topicIds(tx)]
  const known = <T>(map: ReadonlyMap<string, T>, slug: string): T => {
    const found = map.get(slug)
    if (found === undefined) throw new Error(`an article names ${slug}, which is not there`)
    return found
  }
  const titles = new Set((await store.published(tx)).map((a) => a.content.title.tr))
  const hour = 3_600_000
  const at = (hours: number | null) => (hours === null ? null : new Date(Math.floor(tx.now.getTime() / hour) * hour + hours * hour).toISOString())
  for (const row of rows) {
    if (titles.has(row.title.tr)) continue
    const content: ArticleContent = {
      directorateId: row.directorate === null ? null : known(directorates, row.directorate), title: row.title, readOut: row.readOut, body: row.body, synonyms: [...row.synonyms],
      topicIds: row.topics.map((slug) => known(topics, slug)), placeIds: row.places.map((slug) => known(places, slug)), validFrom: at(row.fromHours), validUntil: at(row.untilHours),
    }
    const id = newId<ArticleId>()
    await store.insertArticle(tx, { id, kind: row.kind, directorateId: content.directorateId, question: null, questionWords: null })
    await store.insertVersion(tx, id, { number: 1, status: 'published', content, writers: [tx.by.id], published: true })
    await store.insertStep(tx, id, 'published', 1)
  }
}
