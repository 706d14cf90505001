import { describe, expect, test } from 'vitest'
import { normalisePhone } from '../citizens/index.ts'
import { phoneText, readLocation, readPin } from './cells.ts'

describe('pins', () => {
  test.each([
    '(38.5012, 42.2834)', 'POINT (42.2834 38.5012)', 'SRID=4326;POINT(42.2834 38.5012)', '38.5012,42.2834', '38.5012, 42.2834', '38.5012 42.2834', '38,5012; 42,2834', '38,5012;42,2834', '38,5012 42,2834', '38,5012,42,2834',
    '{"latitude": "38.5012", "longitude": "42.2834"}', 'https://harita.example/?lat=38.5012&lon=42.2834',
  ])('%s', (text) => { expect(readLocation(text)).toEqual({ lat: 38.5012, lon: 42.2834 }) })
  test('a decimal comma in columns of their own', () => { expect(readPin('38,5012', '42,2834')).toEqual({ lat: 38.5012, lon: 42.2834 }) })
  test('a latitude beyond 90 can only be the longitude', () => { expect(readLocation('-118.2437, 34.0522')).toEqual({ lat: 34.0522, lon: -118.2437 }) })
  test.each(['', '0,0', '(0.0, 0.0)', 'Saray Mahallesi', '38.5', '385012, 422834', '=38.5,42.3', '1e999,2'])('%j is no pin', (text) => { expect(readLocation(text)).toBeUndefined() })
})

describe('telephone numbers as spreadsheets leave them', () => {
  test.each(['0532 123 45 67', '5321234567', '5321234567.0', '5321234567,0', '5.321234567E+09', '5,321234567E+9', '+90 532 123 45 67', '0532 123 45 67 / 0505 000 00 00', '(0532) 123-45-67'])('%s', (text) => {
    expect(normalisePhone(phoneText(text), 'TR')).toBe('+905321234567')
  })
  test('a number the spreadsheet has rounded is told, not made up', () => { expect(['5.32E+09', '5,32123E+09'].map(phoneText)).toEqual(['rounded', 'rounded']) })
  test('what is cut is no number', () => { expect(normalisePhone(phoneText('532.0'), 'TR')).toBeUndefined() })
})
