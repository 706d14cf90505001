import { describe, expect, test } from 'vitest'
import type { TopicId } from '../../../contracts/routing.ts'
import { directorates, topicGroups, topics as demoTopics } from '../../demo/index.ts'
import { newId } from '../../platform/ids.ts'
import { indexTopics, searchTopics } from './search.ts'
import { likeness } from './word-match.ts'

const groups = new Map(topicGroups.map((group) => [group.slug, group.name]))
const leads = new Map(directorates.map(({ slug }) => [slug as string, newId<NonNullable<Parameters<typeof indexTopics>[0][number]['leadId']>>()]))
const slugs = new Map<TopicId, string>()
const index = indexTopics(demoTopics.map((topic) => {
  const id = newId<TopicId>()
  slugs.set(id, topic.slug)
  return { id, name: topic.name, group: groups.get(topic.group)!, synonyms: [...topic.synonyms], kinds: topic.kinds && [...topic.kinds], emergency: topic.emergency, leadId: leads.get(topic.lead)! }
}))
const found = (q: string, kind?: Parameters<typeof searchTopics>[3], language: 'tr' | 'en' = 'tr') => searchTopics(index, q, language, kind)
const slugsFor = (...given: Parameters<typeof found>) => found(...given).map((hit) => slugs.get(hit.topicId))

describe('words', () => {
  test.each([
    ['kaldirim', 'kaldirim'], ['isik', 'isik'], ['copler', 'cop'], ['suyumuz', 'su'], ['kopekler', 'kopek'], ['kopegi', 'kopek'], ['kopekler', 'kopegi'], ['sokagimizda', 'sokak'],
    ['agaclar', 'agac'], ['yollarimiz', 'yol'], ['patladi', 'patlak'], ['akiyor', 'ak'], ['sivrisinekler', 'sivrisinek'], ['elektrikler', 'elektrik'], ['dolabi', 'dolap'],
  ])('%s is %s', (typed, known) => expect(likeness(typed, known)).toBeGreaterThan(0.5))

  test.each([['suriyeli', 'su'], ['kardes', 'kar'], ['karton', 'kar'], ['yolcu', 'yorgun'], ['copluk', 'corba'], ['su', 'sut'], ['ev', 'evlat'], ['kapi', 'kopek']])(
    '%s is not %s', (typed, known) => expect(likeness(typed, known)).toBeLessThan(0.5))

  test('while it is being typed, a word is any that it begins', () => {
    for (const part of ['ko', 'kop', 'kope', 'kopek']) expect(likeness(part, 'kopek', true)).toBeGreaterThan(0.5)
    expect(likeness('ko', 'kopek')).toBe(0)
    expect(likeness('k', 'kopek', true)).toBe(0)
  })
})

test.each([['KALDIRIM', 'kaldırım'], ['IŞIK', 'ışık'], ['copler', 'çöpler'], ['SUYUMUZ AKMIYOR', 'suyumuz akmıyor'], ['kopek', 'köpek'], ['İSKELE', 'iskele']])(
  '%s and %s find the same', (a, b) => {
    expect(found(a)).not.toEqual([])
    expect(found(a)).toEqual(found(b))
  })

/** What people say, and the topic an operator would look for. */
test.each([
  ['suyumuz akmıyor', 'su-kesintisi'], ['su borusu patladı sokağa akıyor', 'su-borusu-patlak'], ['musluktan sarı su akıyor', 'su-kalitesi'], ['sokagimiz kardan kapali', 'yol-kar'],
  ['diyaliz hastamız var ambulans giremiyor', 'hasta-yolu-kar'], ['yollar buz tuttu arabalar kayıyor', 'buzlanma'], ['çöp kamyonu iki haftadır gelmiyor', 'cop-alinmadi'],
  ['köpekler çocuğa saldırdı', 'kopek-saldirisi'], ['sokak lambaları yanmıyor', 'sokak-lambasi'], ['yolda kocaman çukur var lastiğim patladı', 'yol-cukuru'],
  ['rögar kapağı yok çocuk düşecek', 'rogar-kapagi'], ['kanalizasyon taştı pis su eve giriyor', 'ev-su-basti'], ['kaldirimlar kirik yurunmuyor', 'kaldirim-bozuk'],
  ['ağaç devrildi yolu kapattı', 'agac-devrildi'], ['kömür yardımı almak istiyorum', 'yakacak-yardimi'], ['komşu kaçak kat çıkıyor', 'kacak-yapi'], ['gaz kokusu var apartmanda', 'gaz-kokusu'],
  ['asansörde kaldım', 'kurtarma'], ['no water since morning', 'su-kesintisi'], ['stray dogs', 'basibos-kopek'],
])('%s offers %s among the first three', (said, slug) => {
  expect(slugsFor(said).slice(0, 3)).toContain(slug)
})

test.each([
  ['durağın önünde çukur açılmış', 'yol-cukuru'], ['Okulun önünde büyük bir çukur var', 'yol-cukuru'], ['caminin önündeki yolda çukur var', 'yol-cukuru'], ['okulun önünde lamba yanmıyor', 'sokak-lambasi'],
])('what lies before a stop or a school is not about the stop: %s is %s', (said, slug) => {
  expect(slugsFor(said)[0]).toBe(slug)
})

test('at least three are offered as soon as anything matches, at most six, none twice', () => {
  for (const said of ['su', 'çöp', 'nikah', 'mezar', 'diyaliz', 'snow', 'sokağımızda çukur var, su doluyor, arabalar giremiyor, çöp de alınmıyor, köpekler dolaşıyor']) {
    const hits = found(said)
    expect(hits.length, said).toBeGreaterThanOrEqual(3)
    expect(hits.length, said).toBeLessThanOrEqual(6)
    expect(new Set(hits.map((hit) => hit.topicId)).size, said).toBe(hits.length)
  }
})

test('nothing that matches is nothing offered', () => {
  for (const said of ['', '   ', '.,-', 'zzzzqqq', 'bir ve bu', 'x']) expect(found(said), said).toEqual([])
})

test('each is offered with the words that spoke for it, as they stand in the topic', () => {
  for (const { topicId, because } of found('çöpler alınmadı').slice(0, 3)) {
    const topic = demoTopics.find(({ slug }) => slug === slugs.get(topicId))!
    expect([topic.name.tr, ...topic.synonyms, groups.get(topic.group)!.tr]).toContain(because)
  }
  const [english] = found('snow', undefined, 'en')
  expect(english!.because).toMatch(/snow/i)
})

test('a topic that does not take this kind is not offered for it', () => {
  for (const said of ['su', 'çöp', 'bilgi', 'ruhsat'])
    for (const kind of ['information', 'complaint', 'thanks'] as const)
      for (const slug of slugsFor(said, kind)) expect(demoTopics.find((topic) => topic.slug === slug)!.kinds ?? [kind]).toContain(kind)
})

test('endless words do not take endless time', () => {
  const said = `${'ininininininininininininininin'.repeat(30)}x ${Array.from({ length: 150 }, (_, i) => `su${'in'.repeat(i % 12)}x${i}`).join(' ')}`.slice(0, 2000)
  expect(Array.isArray(found(said))).toBe(true)
})
