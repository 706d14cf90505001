import i18next from 'i18next'
import { describe, expect, test } from 'vitest'
import type { Topic } from '../../../../contracts/routing.ts'
import { RegisterStatutory, statutoryActNames } from '../../../../contracts/statutory.ts'
import { tr as words } from '../../texts/tr.ts'
import type { T } from '../../text.ts'
import { bodyOf, gapsIn } from './acts.ts'
import { clockWords } from './clock-words.ts'
import { daysSince, dayWords, longDay } from './days.ts'
import { blank, gapsOf, missingIn, toSend, untouched } from './draft.ts'
import { statutoryEntry, stepWords } from './entry.ts'
import { months, readStatutory } from './filters.ts'

const texts = i18next.createInstance()
await texts.init({ lng: 'tr', fallbackLng: false, showSupportNotice: false, resources: { tr: { translation: words } }, interpolation: { escapeValue: false } } as Parameters<typeof texts.init>[0])
const tr = texts.getFixedT('tr') as unknown as T
const id = '01890000-0000-7000-8000-000000000001', topicId = '01890000-0000-7000-8000-000000000002'
const topic = { id: topicId, kinds: null, emergency: false, questions: [{ key: 'deep', ask: { tr: 'Derin mi?', en: 'Deep?' }, type: 'yesno', required: true }] } as unknown as Topic
const whole = { ...blank(id, '2026-11-24'), name: ' Ayşe Yıldız ', address: 'Gül Sokak 4', signed: true, subject: 'Yol', topicId, answers: { deep: true }, phone: '0532 000 00 01' }

describe('the form', () => {
  test('names what is missing in the order of the screen', () => {
    expect(gapsOf(blank(id, '2026-11-24'), undefined, true)).toEqual(['signed', 'subject', 'topicId'])
    expect(gapsOf({ ...whole, signed: false, phone: '12', email: 'ayse', subject: ' ', receivedOn: null, answers: {} }, topic, true)).toEqual(['receivedOn', 'phone', 'email', 'told', 'subject', 'answers.deep'])
    expect(gapsOf(whole, topic, true)).toEqual([])
  })
  test('asks how they were told only once somebody has said that something is missing', () => {
    expect(missingIn({ name: ' ', signed: null, address: '' })).toEqual(['name', 'address'])
    expect(gapsOf({ ...whole, signed: false, told: 'by_hand' }, topic, true)).toEqual([])
  })
  test('sends what the desk takes, blanks left out', () => {
    const sent = toSend(whole, topic)
    expect(RegisterStatutory.safeParse(sent).error).toBeUndefined()
    expect(sent).toMatchObject({ name: 'Ayşe Yıldız', phone: '+905320000001', email: undefined, answers: { deep: true } })
    expect('told' in sent).toBe(false)
    expect(toSend({ ...whole, address: ' ', told: 'post' }, topic)).toMatchObject({ address: undefined, told: 'post' })
  })
  test('untouched, keeps nothing', () => { expect([untouched(blank(id, '2026-11-24')), untouched(whole)]).toEqual([true, false]) })
})

describe('an act', () => {
  const empty = { on: '2026-11-24', delivery: null, words: '', reason: '', reference: '', amount: '', ground: null, institutionId: null, institution: '', attachmentIds: [] }
  test.each(statutoryActNames)('%s asks for what it needs', (act) => {
    const wanted = { progress: ['delivery', 'words'], answer: ['delivery', 'words'], extend: ['delivery', 'reason'], cost: ['delivery', 'amount', 'words'], pay: [], reject: ['delivery', 'ground', 'words'], forward: ['delivery', 'institution'] }
    expect(gapsIn(act, empty)).toEqual(wanted[act])
  })
  test('takes a comma in an amount for a point, and sends nothing that it was not asked for', () => {
    expect(bodyOf('cost', { ...empty, delivery: 'post', amount: ' 125,50 ', words: 'Kopya', reason: 'x' })).toEqual({ on: '2026-11-24', delivery: 'post', words: 'Kopya', amount: '125.50' })
    expect(bodyOf('pay', { ...empty, delivery: 'post' })).toEqual({ on: '2026-11-24', reference: undefined })
  })
})

describe('in words', () => {
  test('the clock: days of work, the last day, days too late, standing, done', () => {
    const said = (level: Parameters<typeof clockWords>[1]['level'], left: number, late = false) => clockWords(tr, { level, left, dueOn: '2026-11-20' }, '2026-11-24', late)
    expect([said('near', 4), said('last', 0), said('overdue', 0), said('stopped', 0), said('ended', 0, true)]).toEqual([
      'Yasal süre: 4 iş günü', 'Yasal süre: bugün son gün', 'Yasal süre geçti: 4 gün', 'Yasal süre durdu: ücret bekleniyor', 'Yasal görev geç bitti'])
  })
  test('a step with everything it has, and one that nobody knows any more', () => {
    expect(stepWords(tr, 'tr', 'rejected', { ground: 'm4_missing', missing: ['name', 'signature'], delivery: 'none' })).toEqual({ title: 'İncelenmedi veya reddedildi. Dayanak: Ad, imza veya adres eksik', quote: null, lines: ['Eksik: ad soyad, imza', 'Bildirim: Bildirilemedi'] })
    expect(stepWords(tr, 'tr', 'answered', { words: 'Onarılacak', delivery: 'post', reference: 'E-1', papers: [{ name: 'yanit.pdf' }] })).toMatchObject({ quote: 'Onarılacak', lines: ['Bildirim: Posta', 'Sayı: E-1', 'Ekler: yanit.pdf'] })
    expect(stepWords(tr, 'tr', 'cost_notice', { amount: '1250.5' }).title).toBe('Ücret bildirildi: 1.250,50 TL')
    expect(stepWords(tr, 'tr', 'from_the_future', {}).title).toBe('Kayıt: from_the_future')
    expect(statutoryEntry(tr, 'tr', { step: 'forwarded', institution: { tr: 'Elektrik', en: 'Power' }, on: '2026-11-24' })).toMatchObject({ title: 'Yetkili yere gönderildi: Elektrik', lines: ['Günü: 24.11.2026'] })
    expect(stepWords(tr, 'tr', 'taken_back', { was: 'extended', reason: 'yanlış' })).toMatchObject({ title: 'Geri alındı: Süre uzatıldı', lines: ['Neden: yanlış'] })
  })
  test('days have no zone', () => {
    expect([dayWords('2028-02-29', 'tr'), longDay('2026-04-01', 'tr'), daysSince('2026-03-28', '2026-03-30')]).toEqual(['29.02.2028', '1 Nisan 2026 Çarşamba', 2])
  })
})
test('the address says what the list shows; nonsense in it is left out', () => {
  expect(readStatutory({ show: 'ended', statute: 'petition', overdue: 'true', month: '2026-02', q: ' 12 ', directorateId: 'x' })).toEqual({ show: 'ended', statute: 'petition', overdue: true, month: '2026-02', q: '12' })
  expect(readStatutory({ show: 'open', month: '2026-13', statute: 1 })).toEqual({})
  expect(months('2026-02-28', 3)).toEqual(['2026-02', '2026-01', '2025-12'])
})
