import { describe, expect, test } from 'vitest'
import { filled, momentText, phoneText } from './wording.ts'

describe('a template', () => {
  test('is filled with what is known', () => {
    expect(filled('Numaranız: {no}. İlk yanıt en geç: {tarih}.', { no: '2026-000017', tarih: 'yarın' })).toBe('Numaranız: 2026-000017. İlk yanıt en geç: yarın.')
  })
  test('leaves out the sentence that asks for what is not', () => {
    expect(filled('Aldık. Numaranız: {no}. İlk yanıt en geç: {tarih}. Bilgi: 153', { no: '2026-000017', tarih: null })).toBe('Aldık. Numaranız: 2026-000017. Bilgi: 153')
    expect(filled('Kurum: {kurum}.\n\nTelefon: {tel}.\nNumara: {no}', { no: '1', kurum: 'İl Özel İdaresi' })).toBe('Kurum: İl Özel İdaresi.\n\n\nNumara: 1')
  })
  test('takes a value as it is, whatever signs are in it', () => {
    expect(filled('Konu: {konu}.', { konu: 'Sok. {no} $& 5. kat', no: 'x' })).toBe('Konu: Sok. {no} $& 5. kat.')
  })
})

test.each([
  ['tr', '2026-11-23T11:05:00Z', '23 Kasım 2026 Pazartesi 14:05'], ['en', '2026-11-23T11:05:00Z', 'Monday 23 November 2026 14:05'],
  ['tr', '2026-12-31T21:00:00Z', '1 Ocak 2027 Cuma 00:00'], ['tr', '2026-08-05T05:03:00Z', '5 Ağustos 2026 Çarşamba 08:03'],
] as const)('a moment in %s is said by the municipality’s clocks: %s', (language, at, text) => {
  expect(momentText(new Date(at), 'Europe/Istanbul', language)).toBe(text)
})

test.each([['+905320000000', '0532 000 00 00'], ['+904348270000', '0434 827 00 00'], ['186', '186'], ['4441234', '4441234'], ['+4930123456', '+4930123456']])('%s is written %s', (e164, text) => {
  expect(phoneText(e164)).toBe(text)
})
