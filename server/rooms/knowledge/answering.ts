/** What was read out to citizens, and what nobody could answer. */
import { done } from '../../../contracts/kit.ts'
import { type ArticleId, type knowledgeApi, type Unanswered, withoutPersonal } from '../../../contracts/knowledge.ts'
import type { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { municipality } from '../identity/index.ts'
import { instantOf, nextDay } from '../calendars/index.ts'
import * as counting from './counting.store.ts'
import { questionKey } from './search.ts'
import * as store from './store.ts'

export async function answered(tx: Tx, given: { articleId: ArticleId; id: string; callId?: string; topicId?: string; helped: boolean }): Promise<typeof done> {
  const article = await store.articleById(tx, given.articleId)
  const versions = article ? await store.versionsOf(tx, article.id) : []
  // Retired or taken back while it was being read: it was read all the same.
  if (!versions.some((v) => v.publishedAt)) throw new Refusal('knowledge.not_found')
  await counting.putReading(tx, { id: given.id, articleId: given.articleId, callId: given.callId ?? null, topicId: given.topicId ?? null, helped: given.helped })
  return done
}

/** @returns the words as they are kept. */
export async function noAnswer(tx: Tx, given: { id: string; words: string; topicId?: string; placeId?: string; callId?: string }): Promise<{ words: string }> {
  const words = withoutPersonal(given.words)
  const key = questionKey(words)
  if (!key) throw new Refusal('knowledge.no_words', {}, 'words')
  await counting.insertQuestion(tx, { id: given.id, words, key, topicId: given.topicId ?? null, placeId: given.placeId ?? null, callId: given.callId ?? null })
  return { words }
}
export const unanswered = (tx: Tx): Promise<Unanswered[]> => counting.unanswered(tx, 200)
export async function dropQuestion(tx: Tx, { key }: { key: string }): Promise<typeof done> {
  await counting.dropQuestion(tx, key)
  return done
}

export async function figures(tx: Tx, { from, to }: { from: string; to: string }): Promise<z.input<typeof knowledgeApi.knowledgeFigures.returns>> {
  const { zone } = await municipality(tx)
  const days = { from: instantOf({ day: from, minute: 0 }, zone), to: instantOf({ day: nextDay(to), minute: 0 }, zone), zone }
  return {
    days: await counting.countsByDay(tx, days), topics: await counting.countsByTopic(tx, days), articles: await counting.countsByArticle(tx, days),
    questions: await counting.questionsBetween(tx, days),
  }
}
