import { expect, test, vi } from 'vitest'

// The texts look at the page's language.
vi.stubGlobal('document', { documentElement: {} })
const { text } = await import('../../text.ts')
const { entryWords } = await import('./entry-words.ts')
const words = (what: string, facts: Record<string, unknown>) => entryWords(text, 'tr', { what, facts }, () => '24.11.2026 17:00')
const fen = { tr: 'Fen İşleri Müdürlüğü', en: 'Public Works' }, zabita = { tr: 'Zabıta Müdürlüğü', en: 'Market Police' }

test('every entry the desk writes reads as a sentence, with its facts', () => {
  expect(words('opened', { channel: 'phone', kind: 'complaint' }).title).toBe('Başvuru alındı. Kanal: Telefon')
  expect(words('routed', { lead: fen, supporting: [zabita], dueAt: 'x' })).toEqual({ title: 'Yönlendirildi. Sorumlu: Fen İşleri Müdürlüğü', lines: ['Destek: Zabıta Müdürlüğü', 'Son tarih: 24.11.2026 17:00'], quote: null })
  expect(words('returned', { directorate: fen, reason: 'Bizim değil' }).lines).toEqual(['Neden: Bizim değil'])
  expect(words('passed', { from: fen, to: zabita, reason: 'r' }).title).toBe('Devredildi. Veren: Fen İşleri Müdürlüğü. Alan: Zabıta Müdürlüğü')
  expect(words('note', { words: 'Bakın', mentions: ['Ayşe Yılmaz'] })).toMatchObject({ quote: 'Bakın', lines: ['Anılanlar: Ayşe Yılmaz'] })
  expect(words('told', { how: 'sms' }).title).toBe('Vatandaşa SMS yazıldı')
  expect(words('handed_over', { institution: zabita, told: true, reference: '77' }).lines).toEqual(['Vatandaşa söylendi', 'Oradaki numarası: 77'])
})
test('an entry of a later or an earlier desk is still shown, with the word it was kept under', () => {
  expect(words('surveyed', { reason: 'x' })).toEqual({ title: 'Kayıt: surveyed', lines: ['Neden: x'], quote: null })
  expect(words('routed', {}).title).toBe('Yönlendirildi. Sorumlu: Bilinmiyor')
})
test('the timeline says who was rung, who has it and how, and why it was stopped', () => {
  const directorate = fen
  expect(words('paged', { directorate, who: 'on_call', people: ['Ali', 'Veli'] })).toEqual({ title: 'Arandı: Ali, Veli', lines: ['Fen İşleri Müdürlüğü'], quote: null })
  expect(words('page_accepted', { directorate, name: 'Ali', how: 'key' })).toEqual({ title: 'İş üzerinde: Ali', lines: ['Fen İşleri Müdürlüğü', 'telefonda tuşladı'], quote: null })
  expect(words('page_nobody', { directorate }).title).toBe('Kimse üzerine almadı')
  expect(words('page_stopped', { reason: 'case_ended' }).lines).toEqual(['başvuru sona erdi'])
  expect(words('page_stopped', { reason: 'Yanlış ihbar' }).lines).toEqual(['Neden: Yanlış ihbar'])
})
