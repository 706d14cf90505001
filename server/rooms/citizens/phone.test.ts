import { expect, test } from 'vitest'
import { isMobile, normalisePhone } from './phone.ts'

test.each([
  ['0532 123 45 67', '+905321234567'], ['5321234567', '+905321234567'], ['905321234567', '+905321234567'], ['+90 (532) 123-45-67', '+905321234567'],
  ['00905321234567', '+905321234567'], ['(0434) 827 10 01', '+904348271001'], ['0850 123 45 67', '+908501234567'], ['+49 151 1234 5678', '+4915112345678'], ['004915112345678', '+4915112345678'],
])('%s is kept as %s', (written, kept) => {
  expect(normalisePhone(written, 'TR')).toBe(kept)
})

test.each([['153', '153'], ['112', '112'], ['11811', '11811'], ['444 1 234', '4441234'], ['0444 1 234', '4441234'], ['+90 444 1 234', '4441234']])(
  '%s has no international form and is kept as %s', (written, kept) => expect(normalisePhone(written, 'TR')).toBe(kept))

test.each([['anonymous'], ['Anonymous'], ['unknown'], ['restricted'], [''], ['   '], ['+'], ['0'], ['+90'], ['201'], ['1001'], ['8271001'], ['12345678'], ['90532123456'],
  ['05321234567890'], ['+999999999999'], ['sip:153@desk'], ['0532 ABC 45 67'], ["'; drop table"], ['1'.repeat(5000)]])('%s is no number', (written) => {
  expect(normalisePhone(written, 'TR')).toBeUndefined()
})

test('a range that tables do not know yet is a number all the same, for somebody called from it', () => {
  expect(normalisePhone('0500 000 03 01', 'TR')).toBe('+905000000301')
})

test.each([['+905321234567', true], ['+905000000301', true], ['+904348271001', false], ['+908501234567', false], ['153', false], ['4441234', false], ['+4915112345678', true], ['+12025550123', true]])(
  'can %s get an SMS: %s', (phone, can) => expect(isMobile(phone, 'TR')).toBe(can))
