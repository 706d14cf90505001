import { expect, test } from 'vitest'
import { fieldsIn, messageFields, smsParts, suffixedField, withExamples } from './message-text.ts'

test.each([
  ['', 'gsm7', 0, 160],
  ['a'.repeat(160), 'gsm7', 1, 0],
  ['a'.repeat(161), 'gsm7', 2, 145],
  ['a'.repeat(306), 'gsm7', 2, 0],
  ['a'.repeat(307), 'gsm7', 3, 152],
  ['€'.repeat(80), 'gsm7', 1, 0],
  // The 77th would begin in the first part and end in the second.
  ['€'.repeat(81), 'gsm7', 2, 143],
  ['öüÖÜÇ'.repeat(32), 'gsm7', 1, 0],
  ['ş' + 'a'.repeat(153), 'gsm7-turkish', 1, 0],
  ['ş' + 'a'.repeat(154), 'gsm7-turkish', 2, 142],
  ['ğ'.repeat(77), 'gsm7-turkish', 1, 1],
  ['ğ'.repeat(78), 'gsm7-turkish', 2, 141],
  ['â' + 'a'.repeat(69), 'ucs2', 1, 0],
  ['â' + 'a'.repeat(70), 'ucs2', 2, 63],
  ['😀'.repeat(35), 'ucs2', 1, 0],
  // Two units each, and 67 is odd: none is cut in two.
  ['😀'.repeat(36), 'ucs2', 2, 61],
] as const)('%s is counted as the standard packs it', (text, alphabet, parts, left) => {
  expect(smsParts(text)).toEqual({ alphabet, parts, left })
})

test('the fields of a template are found, filled with examples, and an ending on one is seen', () => {
  expect(fieldsIn('{no} ve {tarih}: { x}')).toEqual(['no', 'tarih', ' x'])
  expect(withExamples('Numara: {no} {bilinmez}', 'tr')).toBe(`Numara: ${messageFields.no.tr} {bilinmez}`)
  for (const bad of ["{no}'e", '{no}’a', '{yer}de', '{birim}ne']) expect(suffixedField(bad), bad).toBeTruthy()
  for (const good of ['{no}.', '{no}, {yer}', '{no} numaralı', "'{no}'"]) expect(suffixedField(good), good).toBeUndefined()
})
