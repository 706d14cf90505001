import { expect, test } from 'vitest'
import { isMobile, readPhone, showPhone } from './phone.ts'

test.each([
  ['0532 000 00 00', '+905320000000'],
  ['+90 (532) 000-00-00', '+905320000000'],
  ['532.000.00.00', '+905320000000'],
  ['905320000000', '+905320000000'],
  ['0090 532 000 00 00', '+905320000000'],
  ['tel:+90-434-827-10-01', '+904348271001'],
  ['+49 30 123456', '+4930123456'],
  ['444 1 234', '4441234'],
  ['153', '153'],
])('%s pasted is stored as %s', (typed, stored) => expect(readPhone(typed)).toBe(stored))

test.each(['', '0532', '0532 000 00 0', 'Ayşe', '+90532', '999', '05320000000000'])('"%s" is no telephone number', (typed) => expect(readPhone(typed)).toBeNull())

test.each([
  ['+905320000000', '0532 000 00 00'],
  ['+904348271001', '0434 827 10 01'],
  ['4441234', '444 1 234'],
  ['153', '153'],
  ['+4930123456', '+4930123456'],
  [null, ''],
])('%s is shown as %s', (stored, shown) => expect(showPhone(stored)).toBe(shown))

test('only a mobile number can be written to', () => {
  expect(isMobile('+905320000000')).toBe(true)
  expect(isMobile('+904348271001')).toBe(false)
})
