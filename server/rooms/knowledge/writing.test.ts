import { describe, expect, test } from 'vitest'
import type { Article, ArticleId } from '../../../contracts/knowledge.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { auditor, directorOf, officerOf, operator, someone, supervisor } from '../../testing.ts'
import { announcements, articlePage, articles, findKnowledge } from './reading.ts'
import { answeringDesk } from './testing.ts'
import { discardDraft, pinArticle, publishArticle, restoreArticle, retireArticle, returnArticle, saveArticle, sendToReview, startArticle, undoPublish } from './writing.ts'

type House = Awaited<ReturnType<typeof answeringDesk>>
const page = (h: House, id: ArticleId, by: Actor) => h.desk.as(by, (tx) => articlePage(tx, { articleId: id }, by))
const found = (h: House) => h.desk.do(async (tx) => (await findKnowledge(tx, { q: 'su' })).map((hit) => hit.title.tr))
const seen = ({ id, revision }: Article) => ({ articleId: id, revision })
const act = <G>(h: House, by: Actor, what: (tx: Tx, given: G, by: Actor) => Promise<Article>, given: G) => h.desk.as(by, (tx) => what(tx, given, by))

describe('a review', () => {
  test('nobody reads out what was not published, and afterwards everybody finds it', async () => {
    await using h = await answeringDesk()
    const draft = await h.draft()
    expect(await found(h)).toEqual([])
    const sent = await act(h, h.officer, sendToReview, seen(draft))
    expect(await found(h)).toEqual([])
    await act(h, h.director, publishArticle, seen(sent))
    expect(await found(h)).toEqual(['Su kesintisi'])
    expect(await h.desk.events()).toEqual(['knowledge.changed', 'knowledge.changed', 'knowledge.changed'])
  })
  test('whoever wrote in a text does not review it, however little she wrote', async () => {
    await using h = await answeringDesk()
    const draft = await h.draft()
    const touched = await act(h, h.director, saveArticle, { ...seen(draft), content: h.content({ synonyms: ['su yok'] }) })
    const sent = await act(h, h.officer, sendToReview, seen(touched))
    expect(sent.can).not.toContain('publish')
    await expect(act(h, h.director, publishArticle, seen(sent))).rejects.toMatchObject({ code: 'knowledge.own_text' })
    await act(h, directorOf(h.waterWorks), publishArticle, seen(sent))
  })
  test('a supervisor alone publishes her own words with a reason, which is kept', async () => {
    await using h = await answeringDesk()
    const draft = await h.draft({ directorateId: null }, { by: supervisor })
    await expect(act(h, supervisor, publishArticle, seen(draft))).rejects.toMatchObject({ code: 'knowledge.reason_needed', field: 'reason' })
    const told = await act(h, supervisor, publishArticle, { ...seen(draft), reason: 'Gece, deprem' })
    expect(told.steps[0]).toMatchObject({ what: 'published', reason: 'Gece, deprem' })
  })
  test('a director publishes only what was sent to be reviewed', async () => {
    await using h = await answeringDesk()
    await expect(act(h, h.director, publishArticle, seen(await h.draft()))).rejects.toMatchObject({ code: 'knowledge.not_in_review' })
  })
  test('somebody else’s text is given back with a reason, her own is taken back without', async () => {
    await using h = await answeringDesk()
    const sent = await act(h, h.officer, sendToReview, seen(await h.draft()))
    await expect(act(h, h.officer, saveArticle, { ...seen(sent), content: h.content() })).rejects.toMatchObject({ code: 'knowledge.in_review' })
    await expect(act(h, h.director, returnArticle, seen(sent))).rejects.toMatchObject({ code: 'knowledge.reason_needed' })
    const back = await act(h, h.officer, returnArticle, seen(sent))
    expect(back.open?.status).toBe('draft')
  })
  test.each([
    ['no topic', { topicIds: [] }, 'topic'], ['nothing to read out', { readOut: { tr: ' ', en: '' } }, 'readOut'], ['too much to read out', { readOut: { tr: 'su '.repeat(61), en: '' } }, 'readOutLong'],
    ['half an English', { title: { tr: 'Su', en: 'Water' } }, 'english'], ['an end before its beginning', { validFrom: '2026-11-24T00:00:00Z', validUntil: '2026-11-23T00:00:00Z' }, 'order'],
  ])('a text with %s is not sent', async (_, more, gap) => {
    await using h = await answeringDesk()
    await expect(act(h, h.officer, sendToReview, seen(await h.draft(more)))).rejects.toMatchObject({ code: 'knowledge.incomplete', facts: { gap } })
  })
  test('an announcement nobody ends is not sent', async () => {
    await using h = await answeringDesk()
    await expect(act(h, h.officer, sendToReview, seen(await h.draft({}, { kind: 'announcement' })))).rejects.toMatchObject({ facts: { gap: 'until' } })
  })
})

describe('versions', () => {
  test('an edit of a published text is a draft beside it; until it is published the former is told', async () => {
    await using h = await answeringDesk()
    const told = await h.told()
    const drafted = await act(h, h.officer, saveArticle, { ...seen(told), content: h.content({ title: { tr: 'Su geldi', en: '' } }) })
    expect([drafted.current?.content.title.tr, drafted.open?.content.title.tr]).toEqual(['Su kesintisi', 'Su geldi'])
    expect(await found(h)).toEqual(['Su kesintisi'])
    const again = await act(h, h.director, publishArticle, seen(await act(h, h.officer, sendToReview, seen(drafted))))
    expect(await found(h)).toEqual(['Su geldi'])
    expect(again.versions.map((v) => [v.number, v.status])).toEqual([[2, 'published'], [1, 'former']])
  })
  test('undoing a publish tells the former again; what was taken back stays on record and goes on as a draft', async () => {
    await using h = await answeringDesk()
    const told = await h.told()
    const drafted = await act(h, h.officer, saveArticle, { ...seen(told), content: h.content({ title: { tr: 'Su geldi', en: '' } }) })
    const second = await act(h, h.director, publishArticle, seen(await act(h, h.officer, sendToReview, seen(drafted))))
    const undone = await act(h, h.director, undoPublish, seen(second))
    expect(await found(h)).toEqual(['Su kesintisi'])
    expect(undone.versions.map((v) => [v.number, v.status])).toEqual([[3, 'draft'], [2, 'withdrawn'], [1, 'published']])
    expect(undone.open?.content.title.tr).toBe('Su geldi')
    const first = await act(h, h.director, undoPublish, seen(undone))
    expect(await found(h)).toEqual([])
    expect(first.state).toBe('draft')
  })
  test('what was once published cannot be changed, even past the application', async () => {
    await using h = await answeringDesk()
    await h.told()
    await expect(h.desk.look(`update knowledge.version set content = '{}'`)).rejects.toThrow('a published version does not change')
  })
  test('a draft given up leaves the published text; one never published goes with it and can come back', async () => {
    await using h = await answeringDesk()
    const drafted = await act(h, h.officer, saveArticle, { ...seen(await h.told()), content: h.content({ title: { tr: 'Su geldi', en: '' } }) })
    const kept = await act(h, h.officer, discardDraft, seen(drafted))
    expect([kept.open, kept.current?.number, kept.state]).toEqual([null, 1, 'published'])
    const gone = await act(h, h.officer, discardDraft, seen(await h.draft()))
    expect(gone.state).toBe('retired')
    const back = await act(h, h.director, restoreArticle, seen(gone))
    expect([back.state, back.open?.content.title.tr]).toEqual(['draft', 'Su kesintisi'])
  })
  test('a retired text is told to nobody and can be restored as it was', async () => {
    await using h = await answeringDesk()
    const retired = await act(h, h.director, retireArticle, { ...seen(await h.told()), reason: 'Eskidi' })
    expect(await found(h)).toEqual([])
    await expect(page(h, retired.id, operator)).rejects.toMatchObject({ code: 'knowledge.not_found' })
    await expect(act(h, h.officer, saveArticle, { ...seen(retired), content: h.content() })).rejects.toMatchObject({ code: 'knowledge.retired' })
    expect((await act(h, h.director, restoreArticle, seen(retired))).state).toBe('published')
    expect(await found(h)).toEqual(['Su kesintisi'])
  })
})

describe('two at once', () => {
  test('the later is told who was earlier, and nothing is written over', async () => {
    await using h = await answeringDesk()
    const draft = await h.draft()
    await act(h, h.director, saveArticle, { ...seen(draft), content: h.content({ title: { tr: 'Müdürün başlığı', en: '' } }) })
    await expect(act(h, h.officer, saveArticle, { ...seen(draft), content: h.content({ title: { tr: 'Görevlinin başlığı', en: '' } }) })).rejects.toMatchObject({ code: 'knowledge.newer' })
    expect((await page(h, draft.id, h.officer)).open?.content.title.tr).toBe('Müdürün başlığı')
  })
  test('of two saves in the same moment the second waits for the first and is told', async () => {
    await using h = await answeringDesk()
    const draft = await h.draft()
    const save = (title: string) => (tx: Tx) => saveArticle(tx, { ...seen(draft), content: h.content({ title: { tr: title, en: '' } }) }, h.officer)
    let second: Promise<unknown> | undefined
    await h.desk.as(h.officer, async (tx) => {
      await save('Birinci')(tx)
      second = expect(h.desk.as(h.officer, save('İkinci'))).rejects.toMatchObject({ code: 'knowledge.newer' })
      await h.desk.someoneWaits() // the race, held still
    })
    await second
    expect((await page(h, draft.id, h.officer)).open?.content.title.tr).toBe('Birinci')
  })
  test('the same beginning twice is one draft; another’s id begins nothing', async () => {
    await using h = await answeringDesk()
    const begin = (by: Actor) => h.desk.as(by, (tx) => startArticle(tx, { id: draft.id, kind: 'article', content: h.content() }, by))
    const draft = await h.draft()
    expect((await begin(h.officer)).versions).toHaveLength(1)
    await expect(begin(h.director)).rejects.toMatchObject({ code: 'knowledge.id_reused' })
  })
})

describe('whose it is', () => {
  test('another directorate neither sees a draft nor writes in a published text; the supervisor does both, the auditor looks', async () => {
    await using h = await answeringDesk()
    const stranger = officerOf(h.ids.directorates.get('zabita')!)
    const draft = await h.draft()
    for (const by of [stranger, operator]) await expect(page(h, draft.id, by)).rejects.toMatchObject({ code: 'knowledge.not_found' })
    for (const by of [supervisor, auditor]) expect((await page(h, draft.id, by)).open).not.toBeNull()
    const told = await h.told()
    expect((await page(h, told.id, stranger)).versions).toEqual([])
    await expect(act(h, stranger, saveArticle, { ...seen(told), content: h.content() })).rejects.toMatchObject({ code: 'knowledge.not_yours' })
    expect((await page(h, told.id, auditor)).can).toEqual([])
    expect((await page(h, told.id, supervisor)).can).toEqual(['save', 'undo', 'retire', 'pin'])
  })
  test('nobody of a directorate makes a text another directorate’s, or the desk’s', async () => {
    await using h = await answeringDesk()
    for (const directorateId of [h.ids.directorates.get('zabita')!, null])
      await expect(h.draft({ directorateId })).rejects.toMatchObject({ code: 'knowledge.not_yours' })
  })
  test('topics, places and directorates that are not there are refused at their field', async () => {
    await using h = await answeringDesk()
    await expect(h.draft({ topicIds: [newId()] })).rejects.toMatchObject({ code: 'knowledge.unknown_topic', field: 'content.topicIds' })
    await expect(h.draft({ placeIds: [newId()] })).rejects.toMatchObject({ code: 'knowledge.unknown_place' })
    await expect(h.draft({ directorateId: newId() }, { by: supervisor })).rejects.toMatchObject({ code: 'knowledge.unknown_directorate' })
  })
  test('an operator’s list has what is told, an officer’s also her directorate’s drafts', async () => {
    await using h = await answeringDesk()
    await h.told()
    await h.draft({ title: { tr: 'Taslak', en: '' } })
    const list = (by: Actor) => h.desk.as(by, async (tx) => (await articles(tx, { sort: 'changed' }, by)).rows.map((r) => r.title.tr))
    expect([await list(operator), (await list(h.officer)).sort(), await list(officerOf(h.ids.directorates.get('zabita')!))]).toEqual([['Su kesintisi'], ['Su kesintisi', 'Taslak'], ['Su kesintisi']])
  })
})

test('an expired text leaves by the clock alone, and one to come arrives by it', async () => {
  await using h = await answeringDesk()
  const told = await h.told({ validFrom: '2026-11-23T10:00:00+03:00', validUntil: '2026-11-23T12:00:00+03:00' }, { kind: 'announcement' })
  const at = async (time: string) => {
    h.desk.clock.set(`2026-11-23T${time}:00+03:00`)
    return [(await page(h, told.id, operator)).state, (await found(h)).length, (await h.desk.do((tx) => announcements(tx, {}))).length]
  }
  expect([await at('09:59'), await at('10:00'), await at('11:59'), await at('12:00')]).toEqual([['scheduled', 0, 0], ['published', 1, 1], ['published', 1, 1], ['expired', 0, 0]])
})

test('a pinned announcement of another place is told to all, unpinned only there', async () => {
  await using h = await answeringDesk()
  const [saray, tug] = [h.ids.places.get('saray-mahallesi')!, h.ids.places.get('tug-mahallesi')!]
  const told = await h.told({ placeIds: [saray], validUntil: '2026-12-01T00:00:00Z' }, { kind: 'announcement' })
  const seenAt = (placeId?: typeof saray) => h.desk.do(async (tx) => (await announcements(tx, placeId ? { placeId } : {})).map((a) => [a.here, a.pinned, a.places[0]]))
  expect([await seenAt(saray), await seenAt(tug), await seenAt()]).toEqual([[[true, false, 'Saray Mahallesi']], [], []])
  await act(h, h.director, pinArticle, { ...seen(told), pinned: true })
  expect([await seenAt(tug), await seenAt()]).toEqual([[[false, true, 'Saray Mahallesi']], [[false, true, 'Saray Mahallesi']]])
})

test('a person without a permission is told so before anything else', async () => {
  await using h = await answeringDesk()
  const told = await h.told()
  await expect(act(h, someone(['officer'], h.waterWorks), retireArticle, seen(told))).rejects.toMatchObject({ code: 'permission.needed' })
})

test('lists: by state, words, topic and place, what ends first, and the next page', async () => {
  await using h = await answeringDesk()
  const saray = h.ids.places.get('saray-mahallesi')!
  await h.told({ title: { tr: 'Işıklı park', en: '' }, synonyms: [], validUntil: '2026-12-02T00:00:00Z' })
  await h.told({ title: { tr: 'Su saati', en: '' }, placeIds: [saray], validUntil: '2026-12-01T00:00:00Z' })
  await h.draft({ title: { tr: 'Taslak', en: '' } })
  const list = (given: Omit<Parameters<typeof articles>[1], 'sort'> & { sort?: 'changed' | 'read' | 'expiring' }) =>
    h.desk.as(h.officer, async (tx) => (await articles(tx, { sort: 'changed', ...given }, h.officer)).rows.map((r) => r.title.tr).sort())
  expect(await list({ q: 'isikli' })).toEqual(['Işıklı park'])
  expect(await list({ state: 'draft' })).toEqual(['Taslak'])
  expect(await list({ placeId: h.ids.places.get('tug-mahallesi')! })).toEqual(['Işıklı park', 'Taslak'])
  expect(await list({ topicId: h.ids.topics.get('nikah')! })).toEqual([])
  expect((await h.desk.as(h.officer, (tx) => articles(tx, { sort: 'expiring' }, h.officer))).rows.map((r) => r.title.tr)).toEqual(['Su saati', 'Işıklı park'])
})
