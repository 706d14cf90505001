import { describe, expect, test } from 'vitest'
import { bundled, fitting } from './bundle.ts'
import { meaningOf, numberIn, withoutQuote } from './meaning.ts'
import { isQuiet } from './quiet.ts'

test.each([
  ['STOP', 'stop'], ['stop.', 'stop'], ['İPTAL', 'stop'], ['Dur!', 'stop'], ['Yanlış numara', 'wrong_number'], ['YANLIŞ NUMARA kardeşim', 'wrong_number'], ['numaranız yanlış', 'wrong_number'],
  ['Wrong number', 'wrong_number'], ['Bu numara artık bana ait, Ayşe değilim', 'wrong_number'],
  ['Durmadan akıyor', 'answer'], ['Evet, dur levhası kırık', 'answer'], ['Tamam', 'answer'],
  ['Size yanlış numara vermişim, sokağın doğru kapı numarası on dört, kırmızı demir kapılı evin tam karşısındaki çukur', 'answer'],
] as const)('%s means %s', (words, meaning) => { expect(meaningOf(words)).toBe(meaning) })

test('a case number in her words is found', () => { expect([numberIn('2026-004217 için yazıyorum'), numberIn('12026-0042171')]).toEqual(['2026-004217', undefined]) })

describe('of an answer by e-mail the letter it answers is left out', () => {
  test.each([
    ['Evet, uygun.\n\n23 Kas 2026 Pzt, 14:05 tarihinde Alo 153 <a@b> şunu yazdı:\n> Salı günü gelelim mi?', 'Evet, uygun.'],
    ['Yes.\r\n\r\nOn Mon, 23 Nov 2026 at 14:05, Alo 153 <a@b> wrote:\r\n> Shall we come?', 'Yes.'],
    ['Olur\n\nKimden: Alo 153\nGönderilme: Pazartesi\nKime: Ayşe', 'Olur'],
    ['Olur\n________________________________\nbaşka', 'Olur'],
    ['> Salı mı?\nÇarşamba olsun', 'Çarşamba olsun'],
    ['Kapı numarası 12.\nTelefonum aynı.', 'Kapı numarası 12.\nTelefonum aynı.'],
  ])('%j', (text, words) => { expect(withoutQuote(text)).toBe(words) })
})

describe('a bundle', () => {
  test('opens with our name once', () => { expect(bundled(['Belediye: bir.', 'Belediye: iki.'])).toBe('Belediye: bir.\niki.') })
  test('of texts that open differently has each whole', () => { expect(bundled(['A: bir.', 'Acil. Su yok.'])).toBe('A: bir.\nAcil. Su yok.') })
  test('alone is itself', () => { expect(bundled(['A: bir.'])).toBe('A: bir.') })
  test('takes as many as fit, and one at the least', () => {
    expect(fitting(['x'.repeat(150), 'y'.repeat(150), 'z'.repeat(300)], 2)).toBe(2)
    expect(fitting(['x'.repeat(2000), 'y'], 2)).toBe(1)
  })
})

test.each([[1290, true], [0, true], [479, true], [480, false], [1289, false]])('minute %d of the day, between 21:30 and 08:00, is quiet: %s', (minute, quiet) => {
  expect(isQuiet(minute, { from: 1290, to: 480 })).toBe(quiet)
})
test('quiet hours within one day, and none', () => {
  expect([isQuiet(720, { from: 700, to: 780 }), isQuiet(780, { from: 700, to: 780 }), isQuiet(0, { from: 0, to: 0 })]).toEqual([true, false, false])
})
