import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SearchQuery } from '../../../contracts/cases.ts'
import type { Actor } from '../../platform/actor.ts'
import { administrator, auditor, operator, testDesk, type TestDesk } from '../../testing.ts'
import { readings, search } from './search.ts'
import { aTown, opened, type Town } from './testing.ts'

let desk: TestDesk, town: Town
type Opened = Awaited<ReturnType<typeof opened>>
let hole: Opened, leak: Opened, tip: Opened, debt: Opened
beforeAll(async () => {
  desk = await testDesk('2026-11-23T09:00:00+03:00')
  town = await aTown(desk)
  const reporter = (name: string, phone: string) => ({ reporter: { name, phone, mayMessage: true } })
  hole = await opened(desk, town, { said: 'Okulun önünde ışık yok, çukur var', where: { placeId: town.place('saray'), street: 'İskele Caddesi' }, ...reporter('Ayşe Şahin Yıldız', '+905320000001') })
  desk.clock.set('2026-11-23T10:00:00+03:00')
  leak = await opened(desk, town, { topicId: town.topic('pipe'), answers: {}, said: 'Su borusu patladı', where: { placeId: town.place('kale') }, ...reporter('Çağrı Öztürk', '+905320000002') })
  desk.clock.set('2026-11-23T11:00:00+03:00')
  tip = await opened(desk, town, { kind: 'tip_off', said: 'Kaçak kazı yapıyorlar', ...reporter('Gizli Kişi', '+905320000003') })
  debt = await opened(desk, town, { topicId: town.topic('debt'), answers: {}, kind: 'request', said: 'Emlak borcum', ...reporter('Ayşe Şahin Yıldız', '+905320000001') })
})
afterAll(() => desk[Symbol.asyncDispose]())
const find = (q: string, by: Actor = operator, more: object = {}) => desk.as(by, (tx) => search(tx, SearchQuery.parse({ q, ...more }), by))
const numbers = async (q: string, by?: Actor, more?: object) => (await find(q, by, more)).rows.map((c) => c.number)

describe('what a typed text could be', () => {
  test.each([
    ['2026-000017', ['2026-000017'], null], ['2026/17', ['2026-000017'], null], ['# 2026-17', ['2026-000017'], null], ['e2019-000123', ['E2019-000123'], null], ['0532 000 00 01', [], '05320000001'],
    ['ışık', [], null], ['12', expect.arrayContaining(['2026-000012', '2017-000012']), null], ['no: 4217', expect.arrayContaining(['2026-004217', '2025-004217']), '4217'],
  ])('%s', (typed, numbers, digits) => {
    expect(readings(typed, 2026)).toEqual({ numbers, digits })
  })
})

test('a case is found by its number, whole or the running part alone, however it is written', async () => {
  const n = String(Number(leak.number.split('-')[1]))
  for (const q of [leak.number, leak.number.replace('-', ' '), `#${leak.number}`, n]) expect(await numbers(q), q).toEqual([leak.number])
  expect((await find(leak.number)).rows[0]).toMatchObject({ because: 'number', status: 'routed', late: false, lead: { tr: 'water' } })
})

test.each(['05320000001', '0532 000 00 01', '+90 532 000 00 01', '90532 0000001', '20000001'])('by the telephone, written as %s: hers, newest first', async (q) => {
  expect(await numbers(q)).toEqual([debt.number, hole.number])
})

test.each([['Şahin', 2], ['sahin', 2], ['SAHIN', 2], ['şah', 2], ['ayşe yıl', 2], ['yildiz ayse', 2], ['cagri', 1], ['ÖZTÜRK', 1], ['hin', 0]])('by the name, typed %s', async (q, count) => {
  const found = await find(q)
  expect(found.rows).toHaveLength(count)
  expect(found.people.map((p) => p.open)).toEqual(count ? [count] : [])
})

test.each(['ışık', 'isik', 'IŞIK', 'iskele', 'İSKELE cad', 'cukur saray', 'okulun'])('by street, place or words: %s', async (q) => {
  expect(await numbers(q)).toContain(hole.number)
})
test('the words looked for come back folded, and places are offered beside', async () => {
  const found = await find('SARAY')
  expect(found.words).toEqual(['saray'])
  expect(found.places.map((p) => p.label)).toEqual(['Saray Mahallesi'])
})

test('what is not theirs a directorate does not find, by whatever it types; nor who told it a tip-off', async () => {
  const water = town.officer('water'), finance = town.officer('finance')
  expect(await numbers('Su borusu', water)).toEqual([leak.number])
  expect(await numbers(debt.number, water)).toEqual([])
  expect(await numbers('emlak', water)).toEqual([])
  expect(await numbers('0532 000 00 01', finance)).toEqual([debt.number])
  expect((await find('0532 000 00 01', finance)).people).toEqual([])
  expect(await numbers(tip.number, water)).toEqual([tip.number]) // supporting: the case, not its teller
  expect(await numbers('0532 000 00 03', water)).toEqual([])
  expect(await numbers('Gizli', water)).toEqual([])
  expect(await numbers('0532 000 00 03', auditor)).toEqual([tip.number])
  expect((await find(leak.number, administrator)).rows).toEqual([])
})

test('narrowed by state, topic, place and days; paged without loss', async () => {
  expect(await numbers('Ayşe', operator, { topicId: town.topic('debt') })).toEqual([debt.number])
  expect(await numbers('Ayşe', operator, { placeId: town.place('saray'), status: 'routed' })).toEqual([debt.number, hole.number])
  expect(await numbers('Ayşe', operator, { to: '2026-11-22' })).toEqual([])
  expect(await numbers('Ayşe', operator, { from: '2026-11-23', to: '2026-11-23' })).toHaveLength(2)
  for (let i = 0; i < 25; i++) await opened(desk, town, { said: `Kuyruk ${i}`, reporter: { anonymous: true } })
  const first = await find('kuyruk'), second = await find('kuyruk', operator, { after: first.next! })
  expect([first.rows.length, second.rows.length, second.next, first.total]).toEqual([20, 5, null, 25])
  expect(new Set([...first.rows, ...second.rows].map((c) => c.id)).size).toBe(25)
})

test.each(['%', '_', '\\', "'; drop table cases.case; --", 'a', '🙂', '٣'])('nonsense finds nothing and breaks nothing: %s', async (q) => {
  expect((await find(q)).rows).toEqual([])
})
