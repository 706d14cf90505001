import { expect, test } from 'vitest'
import type { OwnDay } from '../../../../contracts/insights.ts'
import { sumsOf, widths } from './spells.ts'

const at = (clock: string) => `2026-11-23T${clock}:00.000Z`
const spell = (state: OwnDay['spells'][number]['state'], from: string, to: string | null, reason: string | null = null) => ({ state, reason, from: at(from), to: to && at(to) })
const day = [spell('away', '00:00', '08:00'), spell('ready', '08:00', '09:00'), spell('paused', '09:00', '09:30', 'tea'), spell('ready', '09:30', '10:00'), spell('on_call', '10:00', null)]
const now = new Date(at('10:30'))

test('the strip begins with the work and ends now; its parts are the whole', () => {
  expect(widths(day, now)).toEqual([{ state: 'ready', percent: 40 }, { state: 'paused', percent: 20 }, { state: 'ready', percent: 20 }, { state: 'on_call', percent: 20 }])
  expect(widths([spell('away', '00:00', null)], now)).toEqual([])
})
test('sums by what one did and why, the longest first', () => {
  expect(sumsOf(day, now)).toEqual([{ state: 'ready', reason: null, seconds: 5400 }, { state: 'paused', reason: 'tea', seconds: 1800 }, { state: 'on_call', reason: null, seconds: 1800 }])
})
