import i18next from 'i18next'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { OpenPlaceCase } from '../../../../contracts/cases.ts'
import type { Topic } from '../../../../contracts/routing.ts'
import { muhtar } from '../../texts/tr/muhtar.ts'
import type { T } from '../../text.ts'
import { aboutTopic, blank, forPlaces, gapsOf, keep, kept, toSend, untouched } from './draft.ts'
import { readPlace } from './filters.ts'
import { dueOf, isLate, stateOf, titleOf } from './say.ts'

const id = '019ab000-0000-7000-8000-000000000001', placeId = '019ab000-0000-7000-8000-000000000002', topicId = '019ab000-0000-7000-8000-000000000003'
const both = (text: string) => ({ tr: text, en: text })
const topic = (more: Partial<Topic> = {}) => ({
  id: topicId, name: both('Çukur'), kinds: null, emergency: false, personal: false,
  questions: [{ key: 'deep', ask: both('Derin mi?'), type: 'yesno', required: true }, { key: 'note', ask: both('Not'), type: 'text', required: false }], ...more,
}) as Topic
const whole = { ...blank(id), said: ' Yol bozuk ', topicId, placeId, answers: { deep: false, note: '  ', gone: 'x' } }

describe('what she writes', () => {
  test('lacks, in the order of the page, whatever the desk would refuse', () => {
    expect(gapsOf(blank(id), undefined, true)).toEqual(['said', 'topicId', 'where.placeId'])
    expect(gapsOf({ ...whole, answers: {} }, topic(), true)).toEqual(['answers.deep'])
    // In an emergency nothing is asked for first.
    expect(gapsOf({ ...whole, answers: {} }, topic(), false)).toEqual([])
    expect(gapsOf(whole, topic({ kinds: ['complaint'] }), true)).toEqual(['kind'])
    expect(gapsOf(whole, topic(), true)).toEqual([])
  })
  test('is sent as the contract has it: trimmed, answers of this topic only, empty ones left out', () => {
    expect(OpenPlaceCase.parse(toSend(whole, topic()))).toEqual({ id, kind: 'request', said: 'Yol bozuk', topicId, answers: { deep: false }, where: { placeId } })
  })
  test('about another topic keeps what both ask, and takes a kind that it allows', () => {
    expect(aboutTopic(whole, topic({ questions: [{ key: 'note', ask: both('Not'), type: 'text', required: false }], kinds: ['tip_off', 'complaint'] }))).toMatchObject({ kind: 'complaint', answers: { note: '  ' } })
    expect(aboutTopic(whole, topic({ emergency: true })).kind).toBe('emergency')
  })
  test('is never somebody’s own matter, nor of a kind that is not hers to bring', () => {
    expect([forPlaces(topic()), forPlaces(topic({ personal: true })), forPlaces(topic({ kinds: ['tip_off', 'information'] })), forPlaces(topic({ kinds: ['request'] }))]).toEqual([true, false, false, true])
  })
})

describe('kept in her browser', () => {
  const shelf = new Map<string, string>()
  beforeEach(() => {
    shelf.clear()
    vi.stubGlobal('localStorage', { getItem: (k: string) => shelf.get(k) ?? null, setItem: (k: string, v: string) => void shelf.set(k, v), removeItem: (k: string) => void shelf.delete(k) })
    return () => vi.unstubAllGlobals()
  })
  test('under the same id until it is sent, and for nobody else who signs in there', () => {
    keep('she', whole)
    expect([kept('she'), kept('another')]).toEqual([whole, undefined])
    keep('she', null)
    expect(shelf.size).toBe(0)
  })
  test('not while nothing is written, and nothing broken is taken for a draft', () => {
    keep('she', { ...blank(id), placeId })
    expect([untouched({ ...blank(id), placeId }), shelf.size]).toEqual([true, 0])
    for (const text of ['{', '[]', '{"id":1}']) { shelf.set('akmasa.muhtar.she', text); expect(kept('she')).toBeUndefined() }
  })
})

describe('what she is told', () => {
  let t: T
  beforeAll(async () => {
    const texts = i18next.createInstance()
    await texts.init({ lng: 'tr', resources: { tr: { translation: { muhtar } } }, interpolation: { escapeValue: false } })
    t = texts.getFixedT('tr') as unknown as T
  })
  const now = new Date('2026-11-23T09:00:00Z'), lead = both('Fen İşleri Müdürlüğü')
  const of = (more: object) => ({ status: 'routed' as const, lead, dueAt: '2026-11-25T14:00:00.000Z', closedAt: null, ...more })
  test('names who has it, and never an empty name', () => {
    expect(stateOf(t, of({}), 'tr')).toBe('Müdürlüğe iletildi, sırada: Fen İşleri Müdürlüğü')
    expect(stateOf(t, of({ lead: null }), 'tr')).toBe('Kaydedildi, ilgili müdürlüğe yönlendiriliyor.')
    expect(stateOf(t, of({ status: 'closed', lead: null }), 'tr')).toBe('Kapatıldı.')
  })
  test('owns a promise that has passed, invents none, and of an ended one tells the end', () => {
    expect(dueOf(t, of({}), now, 'tr', 'Europe/Istanbul')).toBe('En geç: 25 Kasım 2026 Çarşamba 17:00 (2 gün sonra)')
    expect(dueOf(t, of({ dueAt: '2026-11-20T14:00:00.000Z' }), now, 'tr', 'Europe/Istanbul')).toContain('Söz verilen zaman geçti')
    expect(dueOf(t, of({ dueAt: null }), now, 'tr', 'Europe/Istanbul')).toBe('Belirlenmiş bir süre yok.')
    const over = of({ status: 'closed', dueAt: '2026-11-20T14:00:00.000Z', closedAt: '2026-11-21T22:00:00.000Z' })
    expect([dueOf(t, over, now, 'tr', 'Europe/Istanbul'), isLate(over, now)]).toEqual(['Bitti: 22.11.2026', false])
  })
  test('calls her place what it is', () => {
    expect([titleOf([{ kind: 'neighbourhood' }]), titleOf([{ kind: 'hamlet' }]), titleOf([{ kind: 'village' }, { kind: 'village' }]), titleOf([])]).toEqual(['muhtar.title.neighbourhood', 'muhtar.title.village', 'muhtar.title.several', 'muhtar.title.several'])
  })
  test('an address keeps what was shown', () => {
    expect([readPlace({ show: 'mine' }), readPlace({ show: 'open' }), readPlace({ show: 'x' })]).toEqual([{ show: 'mine' }, {}, {}])
  })
})
