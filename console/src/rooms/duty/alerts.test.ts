import { expect, test } from 'vitest'
import type { Alert, Page } from '../../../../contracts/duty.ts'
import { calls, everyMs, inOrder, toneOf } from './alerts.ts'

const page = (state: Page['state'], more: Partial<Page> = {}): Page => ({
  id: 'p' as Page['id'], directorateId: null, directorate: null, state, madeAt: '2026-11-24T04:00:00Z', who: 'on_call', legs: [], nextAt: null, has: null, stoppedReason: null, settledAt: null, mine: false, ...more,
})
const alert = (number: string, since: string, pages: Page[], reason: Alert['reason'] = 'emergency'): Alert => ({
  caseId: number as Alert['caseId'], number, reason, topic: { tr: 'x', en: 'x' }, place: null, since, message: { words: null, recorded: false }, pages,
})

test('what nobody has stands first, then what rings, then what is in good hands; of the same the newest', () => {
  const all = [alert('calm', '5', [page('has'), page('stopped')]), alert('old', '1', [page('ringing'), page('has')]), alert('new', '2', [page('ringing')]), alert('nobody', '0', [page('has'), page('nobody')])]
  expect(inOrder(all).map((one) => one.number)).toEqual(['nobody', 'new', 'old', 'calm'])
  expect(all.map(toneOf)).toEqual(['calm', 'ringing', 'ringing', 'nobody'])
})
test('a promise that runs out is shown to whoever is woken for it, and to all once nobody has it', () => {
  const late = (more: Page) => inOrder([alert('late', '1', [more], 'late')]).length
  expect([late(page('ringing')), late(page('ringing', { mine: true })), late(page('nobody')), late(page('has'))]).toEqual([0, 1, 1, 0])
})
test('asked again soon only while something rings', () => {
  expect([everyMs(undefined), everyMs([alert('a', '1', [page('has')])]), everyMs([alert('a', '1', [page('nobody')])])]).toEqual([60_000, 60_000, 3000])
})
test('a console makes itself heard for whoever is rung, and at the desk for what nobody has', () => {
  const ringing = [alert('a', '1', [page('ringing')])], mine = [alert('a', '1', [page('ringing', { mine: true })])], nobody = [alert('a', '1', [page('nobody')])], late = [alert('a', '1', [page('nobody')], 'late')]
  expect([ringing, mine, nobody, late, [alert('a', '1', [page('has', { mine: true })])]].map((alerts) => [calls(alerts, true), calls(alerts, false)])).toEqual([[false, false], [true, true], [true, false], [false, false], [false, false]])
})
