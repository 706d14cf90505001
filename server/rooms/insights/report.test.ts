import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '../../platform/actor.ts'
import { auditor, directorOf, supervisor, testDesk, type TestDesk } from '../../testing.ts'
import { aTown, opened, type Town } from '../cases/testing.ts'
import { spanBefore, spanOf } from './period.ts'
import { report } from './report.ts'

let desk: TestDesk
let town: Town
beforeAll(async () => { desk = await testDesk('2026-11-23T09:00:00+03:00'); town = await aTown(desk) })
afterAll(() => desk[Symbol.asyncDispose]())
const of = (day: string, period: 'day' | 'week' | 'month' = 'day', by = supervisor) => desk.as(by, (tx) => report(tx, { day, period }))

describe('which days a period has', () => {
  test.each([
    ['2026-11-23', 'day', '2026-11-23', '2026-11-23'], ['2026-11-29', 'week', '2026-11-23', '2026-11-29'], ['2026-11-23', 'week', '2026-11-23', '2026-11-29'],
    ['2028-02-11', 'month', '2028-02-01', '2028-02-29'], ['2026-12-31', 'month', '2026-12-01', '2026-12-31'],
  ] as const)('%s, %s', (day, period, from, to) => {
    expect(spanOf(day, period, 'Europe/Istanbul')).toMatchObject({ from, to })
  })
  test('a day begins at the municipality’s midnight, also where it has 23 hours', () => {
    expect(spanOf('2026-11-23', 'day', 'Europe/Istanbul').begins.toISOString()).toBe('2026-11-22T21:00:00.000Z')
    const short = spanOf('2026-03-29', 'day', 'Europe/Berlin')
    expect(short.ends.getTime() - short.begins.getTime()).toBe(23 * 3_600_000)
  })
  test('a day is measured against the same weekday, a month against the month before', () => {
    expect(spanBefore(spanOf('2026-11-23', 'day', 'Europe/Istanbul'), 'day', 'Europe/Istanbul').from).toBe('2026-11-16')
    expect(spanBefore(spanOf('2026-03-31', 'month', 'Europe/Istanbul'), 'month', 'Europe/Istanbul').from).toBe('2026-02-01')
  })
})

const call = (id: string, arrived: string, more: Record<string, unknown>) => desk.as(system('line'), async () => {
  const row = { id, direction: 'in', dialled: '153', arrived_at: arrived, result: 'answered', ...more }
  const names = Object.keys(row)
  await desk.look(`insert into calls.call (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`, Object.values(row))
})

test('every call of the day is in one figure, and a call over midnight belongs to the day it arrived', async () => {
  const at = (clock: string) => `2026-11-23T${clock}+03:00`
  await call('a.1', at('10:00:00'), { queued_at: at('10:00:10'), answered_at: at('10:00:20'), ended_at: at('10:02:20') })
  await call('a.2', at('10:10:00'), { queued_at: at('10:10:10'), answered_at: at('10:10:50'), ended_at: at('10:11:50') })
  await call('a.3', at('23:59:50'), { queued_at: '2026-11-24T00:00:05+03:00', answered_at: '2026-11-24T00:00:07+03:00', ended_at: '2026-11-24T00:01:07+03:00' })
  await call('a.4', at('11:00:00'), { result: 'abandoned_queue', queued_at: at('11:00:10'), ended_at: at('11:01:10') })
  await call('a.5', at('11:00:00'), { result: 'abandoned_notice', ended_at: at('11:00:03') })
  await call('a.6', at('12:00:00'), { result: 'voice_message', ended_at: at('12:01:00') })
  await call('a.7', at('12:00:00'), { result: 'live', queued_at: at('12:00:10') })
  await call('a.8', at('12:00:00'), { direction: 'out', result: 'out_answered', ended_at: at('12:01:00') })
  await call('a.9', '2026-11-22T23:59:59+03:00', { ended_at: at('00:01:00'), answered_at: at('00:00:30'), queued_at: at('00:00:00') })
  desk.clock.set('2026-11-24T08:00:00+03:00')
  const { calls, callsBefore, running } = await of('2026-11-23')
  expect(running).toBe(false)
  expect(calls).toMatchObject({ offered: 6, answered: 3, forwarded: 0, missed: { notice: 1, greeting: 0, queue: 1, ringing: 0, other: 0 }, messages: 1, callBacks: 0 })
  expect(calls!.answered + calls!.forwarded + Object.values(calls!.missed).reduce((a, b) => a + b) + calls!.messages + calls!.callBacks + calls!.refused).toBe(calls!.offered)
  expect(calls).toMatchObject({ waitMean: 52 / 3, waitLongest: 60, talkMean: 80, levelOfAnswered: 2 / 3, levelOfAll: 2 / 4 })
  expect(callsBefore).toMatchObject({ offered: 0, waitMean: null, levelOfAnswered: null })
})

describe('cases', () => {
  test('opened, ended, late and silent are told as they stood at the end of that day, whatever came later', async () => {
    desk.clock.set('2026-11-16T09:00:00+03:00')
    const old = await opened(desk, town)
    await opened(desk, town, { kind: 'thanks', answers: {} })
    // Its promise of eight working hours ends at five that day; the citizen's last word is the registration.
    desk.clock.set('2026-11-21T12:00:00+03:00')
    await desk.look('update cases.case set status = $2, changed_at = $3 where id = $1', [old.id, 'closed', '2026-11-20T09:00:00+03:00'])
    expect((await of('2026-11-16')).cases).toMatchObject({ opened: 2, closed: 1, open: 1, late: 1, silent: 0, solution: { n: 0, median: null } })
    expect((await of('2026-11-19')).cases).toMatchObject({ opened: 0, closed: 0, open: 1, late: 1, silent: 1 })
    expect((await of('2026-11-20')).cases).toMatchObject({ closed: 1, open: 0, late: 0, solution: { n: 1, median: 96, p90: 96 } })
    const week = await of('2026-11-20', 'week')
    expect(week).toMatchObject({ from: '2026-11-16', to: '2026-11-22', running: true, cases: { opened: 2, closed: 2, solution: { n: 1 } } })
    expect(week.byDirectorate.find((d) => d.id === town.directorate('roads'))).toMatchObject({ name: { tr: 'roads' }, opened: 1, closed: 1 })
    expect(week.byPlace).toEqual([{ id: town.place('saray'), name: 'Saray Mahallesi', opened: 2, open: 0, late: 0 }])
    expect(week.byTopic).toMatchObject([{ name: { tr: 'pothole' }, opened: 2, usual: 0 }])
  })

  test('a director reads her own directorate’s figures and nothing of the line; the auditor all', async () => {
    desk.clock.set('2026-11-21T12:00:00+03:00')
    const water = directorOf(town.directorate('water')), finance = directorOf(town.directorate('finance'))
    expect(await of('2026-11-20', 'week', finance)).toMatchObject({ calls: null, callsBefore: null, cases: { opened: 0 }, byDirectorate: [], byPlace: [] })
    expect((await of('2026-11-20', 'week', water)).cases.opened).toBe(1) // supporting on the pothole
    expect((await of('2026-11-20', 'week', auditor)).calls).not.toBeNull()
  })

  test('a day that has not come is refused', async () => {
    desk.clock.set('2026-11-21T23:59:00+03:00')
    await expect(of('2026-11-22')).rejects.toMatchObject({ code: 'report.future', field: 'day' })
    desk.clock.set('2026-11-22T00:00:00+03:00')
    expect(await of('2026-11-22')).toMatchObject({ running: true })
  })
})

test('half a day is held against half the day a week before: nobody counts as silent by then who became so that evening', async () => {
  await using desk = await testDesk('2026-11-13T12:00:00+03:00')
  await opened(desk, await aTown(desk))
  desk.clock.set('2026-11-23T10:00:00+03:00')
  const now = await desk.as(supervisor, (tx) => report(tx, { day: '2026-11-23', period: 'day' }))
  expect([now.cases.silent, now.casesBefore]).toMatchObject([1, { open: 1, silent: 0 }])
})

test('a directorate that is out of use keeps its name in the figures of its cases', async () => {
  await using desk = await testDesk('2026-11-23T09:00:00+03:00')
  const town = await aTown(desk)
  await opened(desk, town)
  desk.clock.set('2026-11-23T10:00:00+03:00')
  await desk.look(`update identity.directorate set retired_at = now() where id = $1`, [town.directorate('roads')])
  expect((await desk.as(supervisor, (tx) => report(tx, { day: '2026-11-23', period: 'day' }))).byDirectorate.map((d) => d.name.tr)).toEqual(['roads'])
})

test('a report of long ago misses no case that lived then, however long it lasted, to the second', async () => {
  await using desk = await testDesk('2026-03-01T09:00:00+03:00')
  const town = await aTown(desk)
  const begins = Date.parse('2026-06-10T00:00:00+03:00'), day = 86_400_000, second = 1000
  // Opened and closed around the day, and around the thirty days by which a case is looked for.
  const lives = [-100 * day, -31 * day, -30 * day - second, -30 * day, -30 * day + second, -day, 0, day - second, day].flatMap((from) =>
    [null, -second, 0, second, day, 30 * day, 30 * day + second, 100 * day].filter((to) => to === null || to >= from).map((to) => ({ from: begins + from, to: to === null ? null : begins + to })))
  for (const { from, to } of lives) {
    const { id } = await opened(desk, town)
    await desk.look('update cases.case set opened_at = $2 where id = $1', [id, new Date(from)])
    if (to !== null) await desk.look(`update cases.case set status = 'closed', changed_at = $2 where id = $1`, [id, new Date(to)])
  }
  desk.clock.set('2026-11-23T09:00:00+03:00')
  const { cases, byPlace } = await desk.as(supervisor, (tx) => report(tx, { day: '2026-06-10', period: 'day' }))
  const open = lives.filter((l) => l.from < begins + day && (l.to === null || l.to >= begins + day)).length
  expect(cases).toMatchObject({ open, closed: lives.filter((l) => l.to !== null && l.to >= begins && l.to < begins + day).length, opened: lives.filter((l) => l.from >= begins && l.from < begins + day).length })
  expect(byPlace[0]!.open).toBe(open)
})
