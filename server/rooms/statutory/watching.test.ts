import { beforeEach, describe, expect, test } from 'vitest'
import type { CaseId } from '../../../contracts/cases.ts'
import type { SettingValue } from '../../../contracts/settings.ts'
import { testDesk, type TestDesk } from '../../testing.ts'
import { administrationOf } from '../../testing/administration.ts'
import { testRooms } from '../../testing/rooms.ts'
import { answer, extend, noticeCost, pay } from './acting.ts'
import { statutoryRoom } from './index.ts'
import { page } from './reading.ts'
import { aTownOfLaw, registered, stepId, type Town } from './testing.ts'
import { watch } from './watching.ts'

let desk: TestDesk
let town: Town
beforeEach(async () => { desk = await testDesk('2026-03-02T09:00:00+03:00'); town = await aTownOfLaw(desk); return () => desk[Symbol.asyncDispose]() })
const on = (day: string) => desk.clock.set(`${day}T10:00:00+03:00`)
const shown = async (caseId: CaseId) => (await desk.do((tx) => page(tx, { caseId }))).request!
const said = async (caseId: CaseId) => (await shown(caseId)).steps.filter((s) => s.what === 'warned' || s.what === 'overdue').map((s) => [s.on, s.what === 'overdue' ? 'overdue' : s.facts.left])
const watched = async (day: string) => { on(day); await watch(desk.db) }
const warned = () => desk.look<{ fact: { left: number }; audience: string[] }>(`select fact, audience from outbox.event where name = 'statute.warned' order by xid, id`)

describe('the lead directorate is warned', () => {
  test('ten, five and two working days before the last one, and when it has passed; each once, however often it is looked', async () => {
    const { caseId } = await registered(desk, town, { statute: 'information' })
    for (const day of ['2026-03-06', '2026-03-09', '2026-03-09', '2026-03-10', '2026-03-16', '2026-03-17', '2026-03-19', '2026-03-22', '2026-03-24', '2026-03-25', '2026-03-26']) { await watched(day); await watched(day) }
    expect(await said(caseId)).toEqual([['2026-03-09', 10], ['2026-03-16', 5], ['2026-03-19', 2], ['2026-03-25', 'overdue']])
    expect((await warned()).map((e) => e.fact.left)).toEqual([10, 5, 2, -1])
    expect((await warned())[0]!.audience).toEqual(['desk', `directorate:${town.directorate('water')}`])
    expect(await desk.look(`select audience from cases.entry where case_id = $1 and facts->>'step' in ('warned', 'overdue')`, [caseId])).toEqual(Array(4).fill({ audience: 'internal' }))
  })
  test('only of what is nearest, after the desk was away for days', async () => {
    const { caseId } = await registered(desk, town, { statute: 'information' })
    await watched('2026-03-20')
    expect(await said(caseId)).toEqual([['2026-03-20', 2]])
    await watched('2026-03-23')
    expect(await said(caseId)).toHaveLength(1)
  })
  test('anew after an extension, and never of what is answered', async () => {
    const { caseId } = await registered(desk, town, { statute: 'information' })
    await watched('2026-03-19')
    await desk.do((tx) => extend(tx, { caseId, id: stepId(), on: '2026-03-19', delivery: 'post', reason: 'Görüş bekleniyor' }))
    await watched('2026-03-31')
    expect(await said(caseId)).toEqual([['2026-03-19', 2], ['2026-03-31', 10]])
    await desk.do((tx) => answer(tx, { caseId, id: stepId(), on: '2026-03-31', delivery: 'post', words: 'Yanıt', attachmentIds: [] }))
    await watched('2026-05-01')
    expect(await said(caseId)).toHaveLength(2)
  })
})

describe('what it costs', () => {
  const noticed = async () => {
    const { caseId } = await registered(desk, town, { statute: 'information' })
    on('2026-03-10')
    await desk.do((tx) => noticeCost(tx, { caseId, id: stepId(), on: '2026-03-10', delivery: 'post', amount: '125', words: 'Kopya' }))
    return caseId
  }
  test('unpaid after fifteen working days, it counts as withdrawn; nobody is warned meanwhile', async () => {
    const caseId = await noticed()
    await watched('2026-04-01')
    expect(await shown(caseId)).toMatchObject({ state: 'waits_payment' })
    await watched('2026-04-02')
    await watched('2026-04-03')
    expect(await shown(caseId)).toMatchObject({ state: 'withdrawn', endedOn: '2026-04-02', late: false, steps: [{}, {}, { what: 'withdrawn' }] })
  })
  test('was paid on the last day and written down after: the request lives', async () => {
    const caseId = await noticed()
    await watched('2026-04-02')
    await desk.do((tx) => pay(tx, { caseId, id: stepId(), on: '2026-04-01' }))
    expect(await shown(caseId)).toMatchObject({ state: 'open', dueOn: '2026-04-15', endedOn: null })
  })
})

describe('a day off by decree', () => {
  test('moves what is counted in working days, says so, and leaves petitions where they are', async () => {
    const admin = administrationOf(desk, await testRooms(desk))
    const one = await registered(desk, town, { statute: 'information' }), other = await registered(desk, town)
    const decree: SettingValue<'holiday'> = { day: '2026-03-16', from: null, name: { tr: 'İdari izin', en: 'Leave by decree' }, decree: true }
    await admin.make('holiday', '2026-03-16', decree)
    await desk.settle(statutoryRoom)
    expect(await shown(one.caseId)).toMatchObject({ dueOn: '2026-03-25', steps: [{}, { what: 'recounted', facts: { before: '2026-03-24' } }] })
    expect(await shown(other.caseId)).toMatchObject({ dueOn: '2026-04-01', steps: [{}] })
    await desk.settle(statutoryRoom)
    expect((await shown(one.caseId)).steps).toHaveLength(2)
  })
})
test('numbers of the law that contradict one another are refused at their field; what is registered keeps its own', async () => {
  const admin = administrationOf(desk, await testRooms(desk))
  const { caseId } = await registered(desk, town)
  await expect(admin.edit('statutory_rules', 'statutory_rules', { extendedDays: 15 })).rejects.toMatchObject({ code: 'statute.extension_short', field: 'value.extendedDays' })
  await expect(admin.edit('statutory_rules', 'statutory_rules', { warnNear: 10 })).rejects.toMatchObject({ code: 'statute.warnings_order', field: 'value.warnNear' })
  await admin.edit('statutory_rules', 'statutory_rules', { petitionDays: 20 })
  expect(await shown(caseId)).toMatchObject({ dueOn: '2026-04-01' })
  expect(await registered(desk, town)).toMatchObject({ dueOn: '2026-03-22' })
})
