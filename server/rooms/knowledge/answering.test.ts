import { expect, test } from 'vitest'
import { gapsOf, type ArticleContent, type ArticleId } from '../../../contracts/knowledge.ts'
import { newId } from '../../platform/ids.ts'
import { articles as demoArticles } from '../../demo/index.ts'
import { system } from '../../platform/actor.ts'
import { operator, someone } from '../../testing.ts'
import { answered, dropQuestion, figures, noAnswer, unanswered } from './answering.ts'
import { articlePage, findKnowledge } from './reading.ts'
import { seedKnowledge } from './seed.ts'
import { answeringDesk } from './testing.ts'
import { retireArticle } from './writing.ts'

type House = Awaited<ReturnType<typeof answeringDesk>>
const read = (h: House, articleId: ArticleId, more: { id?: string; callId?: string; helped?: boolean; by?: typeof operator } = {}) => {
  const by = more.by ?? operator
  return h.desk.as(by, (tx) => answered(tx, { id: more.id ?? newId(), articleId, helped: more.helped ?? true, topicId: h.ids.topics.get('su-kesintisi')!, ...(more.callId ? { callId: more.callId } : {}) }))
}
const count = (h: House, articleId: ArticleId) => h.desk.do(async (tx) => (await articlePage(tx, { articleId }, operator)).count)
const ask = (h: House, words: string) => h.desk.do((tx) => noAnswer(tx, { id: newId(), words }))
const questions = (h: House) => h.desk.as(h.officer, async (tx) => (await unanswered(tx)).map((q) => [q.words, q.times]))

test('“Okundu” pressed twice counts once, with a call and without one', async () => {
  await using h = await answeringDesk()
  const { id } = await h.told()
  const press = { id: newId() }
  await Promise.all([read(h, id, press), read(h, id, press)])
  expect(await count(h, id)).toEqual({ reads: 1, helped: 1 })
  // The page was loaded again in mid-call: another press, the same call.
  await read(h, id, { callId: 'c-1.1' })
  await read(h, id, { callId: 'c-1.1', helped: false })
  expect(await count(h, id)).toEqual({ reads: 2, helped: 1 })
  await read(h, id, { callId: 'c-2.1' })
  expect(await count(h, id)).toEqual({ reads: 3, helped: 2 })
})

test('nobody changes what somebody else counted', async () => {
  await using h = await answeringDesk()
  const { id } = await h.told()
  const press = { id: newId(), callId: 'c-1.1' }
  await read(h, id, press)
  await read(h, id, { ...press, helped: false, by: someone(['operator']) })
  expect(await count(h, id)).toEqual({ reads: 1, helped: 1 })
})

test('a text retired while it was being read is counted all the same; one never published is not', async () => {
  await using h = await answeringDesk()
  const told = await h.told()
  await h.desk.as(h.director, (tx) => retireArticle(tx, { articleId: told.id, revision: told.revision }, h.director))
  await read(h, told.id)
  await expect(read(h, (await h.draft()).id)).rejects.toMatchObject({ code: 'knowledge.not_found' })
})

test('figures count by the municipality’s days, by topic and by article', async () => {
  await using h = await answeringDesk()
  const { id } = await h.told()
  h.desk.clock.set('2026-11-23T23:59:00+03:00')
  await read(h, id)
  h.desk.clock.set('2026-11-24T00:01:00+03:00')
  await read(h, id, { helped: false })
  await ask(h, 'Pazar nerede?')
  const of = (from: string, to: string) => h.desk.do((tx) => figures(tx, { from, to }))
  expect(await of('2026-11-23', '2026-11-24')).toEqual({
    days: [{ day: '2026-11-23', reads: 1, helped: 1 }, { day: '2026-11-24', reads: 1, helped: 0 }], topics: [{ topicId: h.ids.topics.get('su-kesintisi'), reads: 2, helped: 1 }],
    articles: [{ id, title: { tr: 'Su kesintisi', en: '' }, reads: 2, helped: 1 }], questions: 1,
  })
  expect((await of('2026-11-23', '2026-11-23')).days).toHaveLength(1)
})

test('a question nobody could answer keeps neither digits nor addresses, and at most 120 letters', async () => {
  await using h = await answeringDesk()
  expect((await ask(h, '0532 000 00 00 numaralı Ayşe ayse@ornek.tr soruyor')).words).toBe('#### ### ## ## numaralı Ayşe … soruyor')
  expect((await ask(h, 'uzun '.repeat(79))).words.length).toBeLessThanOrEqual(120)
  await expect(ask(h, '?!')).rejects.toMatchObject({ code: 'knowledge.no_words' })
})

test('the same question in other letters and order is one line, the most asked first', async () => {
  await using h = await answeringDesk()
  for (const words of ['Kütüphane nerede?', 'Pazar kaçta kuruluyor?', 'PAZAR KACTA KURULUYOR', 'kaçta kuruluyor pazar']) await ask(h, words)
  expect(await questions(h)).toEqual([['kaçta kuruluyor pazar', 3], ['Kütüphane nerede?', 1]])
})

test('an answered question leaves the list when its answer is published, comes back when it is asked again or the answer is retired', async () => {
  await using h = await answeringDesk()
  await ask(h, 'Pazar kaçta kuruluyor?')
  const [{ key } = { key: '' }] = await h.desk.as(h.officer, unanswered)
  const draft = await h.draft({}, { question: key })
  expect(draft.question).toBe('Pazar kaçta kuruluyor?')
  expect((await h.desk.as(h.officer, unanswered))[0]?.draftId).toBe(draft.id)
  const told = await h.told({}, { question: key })
  expect(await questions(h)).toEqual([])
  h.desk.clock.set('2026-11-24T09:00:00+03:00')
  await ask(h, 'pazar kacta kuruluyor')
  expect(await questions(h)).toEqual([['pazar kacta kuruluyor', 1]])
  await h.desk.as(h.director, (tx) => retireArticle(tx, { articleId: told.id, revision: told.revision }, h.director))
  expect(await questions(h)).toEqual([['pazar kacta kuruluyor', 2]])
})

test('words that should not have been kept are deleted', async () => {
  await using h = await answeringDesk()
  await ask(h, 'Ayşe Hanım’ın evi nerede?')
  const [{ key } = { key: '' }] = await h.desk.as(h.officer, unanswered)
  await h.desk.as(h.officer, (tx) => dropQuestion(tx, { key }))
  expect(await h.desk.look('select 1 from knowledge.question')).toEqual([])
})

test('the demonstration’s texts are all told, and setting up twice adds none', async () => {
  await using h = await answeringDesk()
  for (let i = 0; i < 2; i++) await h.desk.as(system('set-up'), (tx) => seedKnowledge(tx, demoArticles))
  const rows = await h.desk.look<{ kind: 'article'; content: ArticleContent }>('select kind, content from knowledge.article a join knowledge.version v on v.article_id = a.id')
  expect(rows).toHaveLength(demoArticles.length)
  expect(rows.filter((row) => gapsOf(row.kind, row.content).length > 0).map((row) => row.content.title.tr)).toEqual([])
  expect((await h.desk.do((tx) => findKnowledge(tx, { q: 'nikah' })))[0]?.title.tr).toMatch(/^Nikâh/)
})
