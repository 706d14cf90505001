import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operator, testDesk, type TestDesk } from '../../testing.ts'
import { sheetOf, writtenAt } from './paper.ts'
import { casePage } from './reading.ts'
import { aTown, opened, type Town } from './testing.ts'

let desk: TestDesk, town: Town
beforeAll(async () => { desk = await testDesk('2026-11-24T09:00:00+03:00'); town = await aTown(desk) })
afterAll(() => desk[Symbol.asyncDispose]())
const page = (caseId: Awaited<ReturnType<typeof opened>>['id'], by = operator) => desk.as(by, (tx) => casePage(tx, { caseId }, by))

test('a sheet entered the next day keeps the time it was written at, and the promise counts from then', async () => {
  const entered = await opened(desk, town, { paper: { day: '2026-11-23', time: '10:00', sheet: 'K-017', wroteBy: 'Elif' } })
  const at = new Date('2026-11-23T10:00:00+03:00').toISOString()
  // Eight working hours from ten on Monday: seven until five, the last one on Tuesday.
  expect(entered.dueAt).toBe(new Date('2026-11-24T09:00:00+03:00').toISOString())
  expect(await page(entered.id)).toMatchObject({ openedAt: at, paper: { sheet: 'k 017', wroteBy: 'Elif', enteredAt: desk.clock.now().toISOString() } })
  const { timeline } = await page(entered.id)
  expect(timeline.map((e) => [e.what, e.at, e.audience])).toEqual([
    ['opened', at, 'citizen'], ['entered_from_paper', desk.clock.now().toISOString(), 'internal'], ['routed', desk.clock.now().toISOString(), 'citizen'],
  ])
  expect((await page((await opened(desk, town)).id)).paper).toBeNull()
})

test('a sheet entered before is told of, however its number is written', async () => {
  const first = await opened(desk, town, { paper: { day: '2026-11-23', time: '11:00', sheet: 'Masa 42' } })
  expect(await desk.do((tx) => sheetOf(tx, { sheet: 'masa-42' }))).toEqual([{ caseId: first.id, number: first.number }])
  expect(await desk.do((tx) => sheetOf(tx, { sheet: '43' }))).toEqual([])
  expect(await desk.as(town.officer('finance'), (tx) => sheetOf(tx, { sheet: 'masa-42' }))).toEqual([])
})

describe('times that cannot be', () => {
  const now = new Date('2026-11-24T09:00:00+03:00')
  const refused = (day: string, time: string, code: string) => expect(() => writtenAt({ day, time }, 'Europe/Istanbul', now)).toThrowError(expect.objectContaining({ code, field: 'paper.day' }))
  test('not to come, not older than sixty days', () => {
    refused('2026-11-24', '09:01', 'case.paper_future')
    refused('2026-09-24', '09:00', 'case.paper_old')
    expect(writtenAt({ day: '2026-11-24', time: '09:00' }, 'Europe/Istanbul', now)).toEqual(now)
  })
  test('nothing is kept of a refused one', async () => {
    const count = async () => (await desk.look<{ n: number }>('select count(*)::int as n from cases.case'))[0]!.n
    const before = await count()
    await expect(opened(desk, town, { paper: { day: '2027-01-01', time: '10:00' } })).rejects.toMatchObject({ code: 'case.paper_future' })
    expect(await count()).toBe(before)
  })
})
