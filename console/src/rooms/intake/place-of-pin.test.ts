import { expect, test } from 'vitest'
import type { Place } from '../../../../contracts/places.ts'
import { empty, type Intake } from './intake.ts'
import { filledByPin } from './place-of-pin.ts'

const id = '01990000-0000-7000-8000-000000000001' as Place['id']
const place = { place: { id, kind: 'neighbourhood', name: 'Saray', within: null, lat: null, lon: null, institution: null } as Place, label: 'Saray Mahallesi' }
const pinned = (more: Partial<Intake['where']> = {}): Intake => ({ ...empty('phone'), where: { ...empty('phone').where, lat: 38.5, lon: 42.3, ...more } })

test('a pin fills the place where none is chosen', () => {
  expect(filledByPin(pinned(), { lat: 38.5, lon: 42.3 }, place).where).toMatchObject({ placeId: id, placeLabel: 'Saray Mahallesi', lat: 38.5 })
})
test('a chosen place stays, and a pin that moved on meanwhile is not answered for', () => {
  const other = '01990000-0000-7000-8000-000000000002' as Place['id']
  for (const intake of [pinned({ placeId: other, placeLabel: 'Kale Mahallesi' }), pinned({ lat: 38.6 }), pinned({ lat: null, lon: null })])
    expect(filledByPin(intake, { lat: 38.5, lon: 42.3 }, place)).toBe(intake)
  expect(filledByPin(pinned(), { lat: 38.5, lon: 42.3 }, { place: null, label: null }).where.placeId).toBeNull()
})
test('a place that only an earlier pin filled in goes with it', () => {
  const byPin = pinned({ placeId: id, placeLabel: 'Saray Mahallesi' })
  const other = { place: { ...place.place, id: '01990000-0000-7000-8000-000000000003' as Place['id'] }, label: 'Tuğ Mahallesi' }
  expect(filledByPin(byPin, { lat: 38.5, lon: 42.3 }, other, id).where.placeLabel).toBe('Tuğ Mahallesi')
  expect(filledByPin(byPin, { lat: 38.5, lon: 42.3 }, { place: null, label: null }, id).where).toMatchObject({ placeId: null, placeLabel: '' })
})
