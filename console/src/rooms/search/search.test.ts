import i18next from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { fold } from '../../../../contracts/fold.ts'
import { search } from '../../texts/tr/search.ts'
import type { T } from '../../text.ts'
import { readSearch } from './filters.ts'
import { marked, sayOf } from './say.ts'

let text: T
beforeAll(async () => {
  const texts = i18next.createInstance()
  await texts.init({ lng: 'tr', resources: { tr: { translation: { search } } }, interpolation: { escapeValue: false } })
  text = texts.getFixedT('tr') as unknown as T
})
const hit = { status: 'under_review' as const, lead: { tr: 'Fen İşleri Müdürlüğü', en: 'Public Works' }, dueAt: '2026-11-25T14:00:00.000Z', late: false, lastWordAt: null }
describe('what is read to the caller', () => {
  const say = (more: object) => sayOf(text, { ...hit, ...more }, 'tr', 'Europe/Istanbul')
  test('says who works on it and by when', () => {
    expect(say({})).toBe('Başvurunuz inceleniyor. İlgilenen: Fen İşleri Müdürlüğü. En geç yanıt: 25 Kasım 2026 Çarşamba 17:00.')
  })
  test('a passed promise is owned, a missing one not invented, and a closed case has none', () => {
    expect(say({ late: true })).toContain('geçti')
    expect(say({ dueAt: null })).toBe('Başvurunuz inceleniyor. İlgilenen: Fen İşleri Müdürlüğü.')
    expect(say({ status: 'closed' })).not.toContain('25 Kasım')
  })
})
test('words are marked however they are written, by their beginnings', () => {
  expect(marked('Işık direği IŞIKLI', ['isik'], fold).filter((p) => p.hit).map((p) => p.text)).toEqual(['Işık', 'IŞIKLI'])
  expect(marked('a-b çukur', ['cuk'], fold).map((p) => p.text).join('')).toBe('a-b çukur')
})
test('an address keeps what was looked for and how it was narrowed', () => {
  expect(readSearch({ q: ' ışık ', status: ['closed', 'x'], from: '2026-01-01', to: 'x' })).toEqual({ q: 'ışık', status: ['closed'], from: '2026-01-01' })
  expect(readSearch({})).toEqual({})
})
