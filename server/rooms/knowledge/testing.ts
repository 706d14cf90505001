/** A desk whose municipality can be asked things, and people who write and review. */
import { type ArticleContent, type ArticleId, type ArticleKind } from '../../../contracts/knowledge.ts'
import { directorates, institutions, municipality, places, topicGroups, topics } from '../../demo/index.ts'
import { system, type Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { directorOf, officerOf, testDesk } from '../../testing.ts'
import { directorateIds, seedDirectorates, seedMunicipality } from '../identity/index.ts'
import { placeIds, seedInstitutions, seedPlaces } from '../places/index.ts'
import { seedTopics, topicIds } from '../routing/index.ts'
import { publishArticle, sendToReview, startArticle } from './writing.ts'

export const start = '2026-11-23T09:00:00+03:00'
export async function answeringDesk() {
  const desk = await testDesk(start)
  await desk.as(system('set-up'), async (tx) => {
    await seedMunicipality(tx, municipality, { country: 'TR', demo: true })
    await seedDirectorates(tx, directorates)
    await seedInstitutions(tx, institutions)
    await seedPlaces(tx, places)
    await seedTopics(tx, topicGroups, topics)
  })
  const ids = await desk.do(async (tx) => ({ topics: await topicIds(tx), places: await placeIds(tx), directorates: await directorateIds(tx) }))
  const waterWorks = ids.directorates.get('su-kanalizasyon')!
  const [officer, director] = [officerOf(waterWorks), directorOf(waterWorks)]
  const content = (more: Partial<ArticleContent> = {}): ArticleContent => ({
    directorateId: waterWorks, title: { tr: 'Su kesintisi', en: '' }, body: { tr: 'Ana boru yenileniyor.', en: '' }, readOut: { tr: 'Su akşam verilecek.', en: '' }, synonyms: ['sular kesik'],
    topicIds: [ids.topics.get('su-kesintisi')!], placeIds: [], validFrom: null, validUntil: null, ...more,
  })
  const draft = (more: Partial<ArticleContent> = {}, options: { by?: Actor; kind?: ArticleKind; question?: string } = {}) => {
    const by = options.by ?? officer
    return desk.as(by, (tx) => startArticle(tx, { id: newId<ArticleId>(), kind: options.kind ?? 'article', content: content(more), ...(options.question ? { question: options.question } : {}) }, by))
  }
  /** Written by the officer, reviewed by the director. */
  const told = async (more: Partial<ArticleContent> = {}, options: { kind?: ArticleKind; question?: string } = {}) => {
    const { id, revision } = await draft(more, options)
    const sent = await desk.as(officer, (tx) => sendToReview(tx, { articleId: id, revision }, officer))
    return desk.as(director, (tx) => publishArticle(tx, { articleId: id, revision: sent.revision }, director))
  }
  return { desk, ids, waterWorks, officer, director, content, draft, told, [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose]() }
}
