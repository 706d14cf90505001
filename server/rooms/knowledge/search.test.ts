import { describe, expect, test } from 'vitest'
import type { ArticleContent, ArticleId } from '../../../contracts/knowledge.ts'
import type { PlaceId } from '../../../contracts/places.ts'
import type { TopicId } from '../../../contracts/routing.ts'
import { articles as demoArticles } from '../../demo/index.ts'
import { newId } from '../../platform/ids.ts'
import { announcementsFor, findArticles, indexArticles, mostHits, questionKey, type Searchable } from './search.ts'
import { nearlySame } from './slip.ts'

const now = new Date('2026-11-23T09:00:00+03:00')
const [here, elsewhere] = [newId<PlaceId>(), newId<PlaceId>()]
const [water, tax] = [newId<TopicId>(), newId<TopicId>()]
const blank: ArticleContent = { directorateId: null, title: { tr: '', en: '' }, body: { tr: '', en: '' }, readOut: { tr: '', en: '' }, synonyms: [], topicIds: [], placeIds: [], validFrom: null, validUntil: null }
const text = (title: string, more: Partial<ArticleContent> = {}, rest: Partial<Searchable> = {}): Searchable =>
  ({ id: newId<ArticleId>(), kind: 'article', pinned: false, publishedAt: '2026-11-01T00:00:00Z', content: { ...blank, title: { tr: title, en: '' }, ...more }, ...rest })
const titles = (found: readonly { article: Searchable }[]) => found.map(({ article }) => article.content.title.tr)
const find = (articles: readonly Searchable[], asked: Parameters<typeof findArticles>[1]) => titles(findArticles(indexArticles(articles), asked, now))

describe('words', () => {
  const all = [text('Kaldırım onarımı'), text('Işık yanmıyor'), text('Çöp saatleri'), text('Su kesintisi'), text('Şikâyet yolları'), text('Nikâh belgeleri'), text('İskele yürüyüşü')]
  test.each([
    ['KALDIRIM', 'Kaldırım onarımı'], ['kaldırım', 'Kaldırım onarımı'], ['kaldirim', 'Kaldırım onarımı'], ['IŞIK', 'Işık yanmıyor'], ['ışık', 'Işık yanmıyor'], ['isik', 'Işık yanmıyor'],
    ['copler', 'Çöp saatleri'], ['çöp', 'Çöp saatleri'], ['suyumuz', 'Su kesintisi'], ['su', 'Su kesintisi'], ['sikayet', 'Şikâyet yolları'], ['nikah', 'Nikâh belgeleri'], ['NİKÂH', 'Nikâh belgeleri'],
    ['İSKELE', 'İskele yürüyüşü'], ['iskele', 'İskele yürüyüşü'],
  ])('%s finds %s', (typed, title) => expect(find(all, { q: typed })[0]).toBe(title))

  test('while it is typed, the beginning of a word finds it', () => {
    for (const typed of ['ka', 'kal', 'kaldı', 'kaldiri']) expect(find(all, { q: typed }), typed).toContain('Kaldırım onarımı')
  })
  test.each([['nikha', 'Nikâh belgeleri'], ['kaldrım', 'Kaldırım onarımı'], ['sikaeyt', 'Şikâyet yolları'], ['akldirim', 'Kaldırım onarımı']])('a slip of the finger, %s, still finds %s', (typed, title) => {
    expect(find(all, { q: typed })).toContain(title)
  })
  test('a slip is one letter, in a long word two; never another word', () => {
    expect([nearlySame('nikah', 'nikha'), nearlySame('belediye', 'beldeiy'), nearlySame('kopek', 'kopuk'), nearlySame('su', 'si')]).toEqual([true, true, true, false])
    expect([nearlySame('cenaze', 'cemaat'), nearlySame('pazar', 'mezar')]).toEqual([false, false])
  })
  test('nothing that matches is nothing found; nothing typed is nothing found', () => {
    for (const q of ['zzzqqq', '', '  ', '.,-', 'x']) expect(find(all, { q }), q).toEqual([])
  })
  test('the text of which every word was typed comes before one of which some were', () => {
    expect(find([text('Su faturası ödeme yeri'), text('Su kesintisi'), text('Su aboneliği')], { q: 'su kesintisi' })[0]).toBe('Su kesintisi')
  })
  test('a title says more than the body', () => {
    expect(find([text('Pazar yerleri', { body: { tr: 'Otopark yanındadır.', en: '' } }), text('Otopark ücretleri')], { q: 'otopark' })[0]).toBe('Otopark ücretleri')
  })
  test('a synonym that spoke is named, a title speaks for itself', () => {
    const index = indexArticles([text('Defin hizmetleri', { synonyms: ['cenaze arabası', 'gömme'] })])
    expect(findArticles(index, { q: 'cenaze' }, now)[0]?.because).toBe('cenaze arabası')
    expect(findArticles(index, { q: 'defin' }, now)[0]?.because).toBeNull()
  })
  test('at most twelve, whatever is typed', () => {
    expect(find(Array.from({ length: 40 }, (_, i) => text(`Su sayısı ${i}`)), { q: 'su' })).toHaveLength(mostHits)
  })
})

describe('the caller', () => {
  test('the chosen topic brings its texts without a word typed', () => {
    expect(find([text('Vergi taksitleri', { topicIds: [tax] }), text('Kesintiler', { topicIds: [water] })], { topicId: water })).toEqual(['Kesintiler'])
  })
  test('of two alike the one of the caller’s topic, then of the caller’s place, comes first; that of another place last', () => {
    const all = [text('Su verilmesi', { placeIds: [elsewhere] }), text('Su verilmesi genel'), text('Su verilmesi burada', { placeIds: [here] }), text('Su verilmesi konu', { topicIds: [water] })]
    const found = find(all, { q: 'su verilmesi', placeId: here })
    expect([found[0], found.at(-1)]).toEqual(['Su verilmesi burada', 'Su verilmesi'])
    expect(find(all, { q: 'su verilmesi', topicId: water })[0]).toBe('Su verilmesi konu')
  })
  test('a pinned text is first where it has to do with the question, and not where it has not', () => {
    const all = [text('Su kesintisi nedir'), text('Büyük su kesintisi bugün sürüyor', {}, { pinned: true }), text('Nikâh')]
    expect(find(all, { q: 'su kesintisi' })[0]).toBe('Büyük su kesintisi bugün sürüyor')
    expect(find(all, { q: 'nikah' })).toEqual(['Nikâh'])
  })
})

describe('the clock', () => {
  const valid = (from: string | null, until: string | null) => text('Su', { validFrom: from, validUntil: until })
  test.each([
    ['always', null, null, 1], ['until later', null, '2026-11-23T09:00:01+03:00', 1], ['until this very moment', null, '2026-11-23T09:00:00+03:00', 0],
    ['from this very moment', '2026-11-23T09:00:00+03:00', null, 1], ['from later', '2026-11-23T09:00:01+03:00', null, 0],
  ])('a text valid %s is found %#', (_, from, until, times) => {
    expect(find([valid(from, until)], { q: 'su' })).toHaveLength(times)
    expect(announcementsFor(indexArticles([{ ...valid(from, until), kind: 'announcement' }]), undefined, now)).toHaveLength(times)
  })
})

test('announcements: of the place, then pinned, then for everywhere; another place’s only where it is pinned', () => {
  const a = (title: string, placeIds: PlaceId[], pinned = false) => text(title, { placeIds }, { kind: 'announcement', pinned })
  const index = indexArticles([a('everywhere', []), a('elsewhere', [elsewhere]), a('pinned elsewhere', [elsewhere], true), a('here', [here]), text('an answer')])
  expect(titles(announcementsFor(index, here, now))).toEqual(['here', 'pinned elsewhere', 'everywhere'])
  expect(titles(announcementsFor(index, undefined, now))).toEqual(['pinned elsewhere', 'everywhere'])
})

describe('the demonstration’s texts', () => {
  const index = indexArticles(demoArticles.map((a) => text(a.title.tr, { title: a.title, readOut: a.readOut, body: a.body, synonyms: [...a.synonyms] })))
  const found = (asked: Parameters<typeof findArticles>[1]) => titles(findArticles(index, asked, now))
  test.each([
    ['evlenmek istiyoruz hangi belgeler lazım', 'Nikâh'], ['emlak vergisinin ikinci taksidi ne zaman', 'Emlak vergisi'], ['perşembe pazarı kuruluyor mu', 'Pazar'], ['babam vefat etti cenaze aracı', 'Cenaze'],
    ['copler kacta alinir', 'Çöp'], ['sokağımız kardan kapalı ne zaman açılır', 'Kar temizliği'], ['dükkan açacağım ne yapmam lazım', 'İşyeri'], ['arsama ev yapabilir miyim', 'İmar'],
  ])('%s', (said, title) => expect(found({ said }).slice(0, 3).some((t) => t.startsWith(title)), found({ said }).join(' | ')).toBe(true))
})

test('the same question is one, whatever its letters and the order of its words', () => {
  expect(new Set(['Pazar kaçta kuruluyor?', 'pazar kacta kuruluyor', 'KAÇTA KURULUYOR PAZAR'].map(questionKey)).size).toBe(1)
  expect(questionKey('pazar nerede')).not.toBe(questionKey('pazar kaçta'))
  expect(questionKey('?')).toBe('')
})
