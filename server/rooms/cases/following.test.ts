import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseId } from '../../../contracts/cases.ts'
import { operator, testDesk, type TestDesk } from '../../testing.ts'
import { newId } from '../../platform/ids.ts'
import { type Around, type Follow, followCase, nearby } from './following.ts'
import { cellOf, cellsWithin, haversine } from './near.ts'
import { casePage } from './reading.ts'
import { aTown, opened, type Town } from './testing.ts'

describe('on the ground', () => {
  const centre = { lat: 38.5, lon: 42.28 }
  test('a degree of latitude is 111.2 km, and of longitude here 87.0 km', () => {
    expect(haversine(centre, { lat: 39.5, lon: 42.28 })).toBeCloseTo(111_195, -2)
    expect(haversine(centre, { lat: 38.5, lon: 43.28 })).toBeCloseTo(87_021, -2)
    expect(haversine(centre, centre)).toBe(0)
  })
  test.each([50, 250, 500, 1500])('the cells within %d m hold every pin that near, wherever in its cell the middle lies', (metres) => {
    for (let i = 0; i < 40; i++) {
      const middle = { lat: centre.lat + i * 0.00031, lon: centre.lon + i * 0.00017 }
      const cells = new Set(cellsWithin(middle, metres))
      for (let angle = 0; angle < 360; angle += 15) {
        const [north, east] = [Math.cos((angle * Math.PI) / 180) * metres, Math.sin((angle * Math.PI) / 180) * metres]
        expect(cells).toContain(cellOf({ lat: middle.lat + (north * 0.999) / 111_195, lon: middle.lon + (east * 0.999) / 87_021 }))
      }
    }
  })
})

describe('the same problem nearby', () => {
  let desk: TestDesk
  let town: Town
  let around: (more: Partial<Around>) => Promise<[string, string, number | null][]>
  const cases = new Map<CaseId, string>()
  beforeAll(async () => {
    desk = await testDesk()
    town = await aTown(desk)
    const pothole = async (name: string, where: object, more: Parameters<typeof opened>[2] = {}) => void cases.set((await opened(desk, town, { where, ...more })).id, name)
    const saray = town.place('saray')
    await pothole('here', { placeId: saray, lat: 38.5, lon: 42.28 })
    await pothole('200 m', { placeId: saray, lat: 38.5018, lon: 42.28 })
    await pothole('300 m, other place', { placeId: town.place('kale'), lat: 38.5027, lon: 42.28 })
    await pothole('street', { placeId: saray, street: 'Işık Sokak' })
    await pothole('street of that name elsewhere', { placeId: town.place('kale'), street: 'Işık Sokak' })
    await pothole('neighbourhood', { placeId: saray })
    await pothole('village', { placeId: town.place('adabag') }, { kind: 'emergency' })
    await pothole('hamlet', { placeId: town.place('mezra') })
    await pothole('another topic', { placeId: saray, lat: 38.5, lon: 42.28 }, { topicId: town.topic('pipe'), answers: {} })
    await pothole('tip-off', { placeId: saray, lat: 38.5, lon: 42.28 }, { kind: 'tip_off' })
    await pothole('closed', { placeId: saray, lat: 38.5, lon: 42.28 }, { kind: 'thanks', answers: {} })
    await pothole('debt', { placeId: saray }, { topicId: town.topic('debt'), answers: {} })
    around = async (more) => (await desk.do((tx) => nearby(tx, { topicId: town.topic('pothole'), ...more }))).map((n) => [cases.get(n.id)!, n.because, n.metres])
  })
  afterAll(() => desk[Symbol.asyncDispose]())

  test('with a pin: within the topic’s radius, nearest first; nothing else of the neighbourhood', async () => {
    expect(await around({ placeId: town.place('saray'), lat: 38.5, lon: 42.28 })).toEqual([['here', 'near', 0], ['200 m', 'near', 200]])
    expect(await around({ lat: 38.50181, lon: 42.28 })).toEqual([['200 m', 'near', 1], ['300 m, other place', 'near', 99], ['here', 'near', 201]])
  })
  test('with a street: that street of that place, however it is written', async () => {
    expect(await around({ placeId: town.place('saray'), street: 'ISIK SOKAK' })).toEqual([['street', 'street', null]])
  })
  test('with a neighbourhood alone: what is known there, marked as no nearer than that', async () => {
    const found = await around({ placeId: town.place('saray') })
    expect(found.map(([name]) => name).toSorted()).toEqual(['200 m', 'here', 'neighbourhood', 'street'])
    expect(new Set(found.map(([, because]) => because))).toEqual(new Set(['neighbourhood']))
  })
  test('in a village or hamlet: that one, not the village around it', async () => {
    expect(await around({ placeId: town.place('adabag') })).toEqual([['village', 'village', null]])
    expect(await around({ placeId: town.place('mezra') })).toEqual([['hamlet', 'village', null]])
  })
  test('never a matter of one person, and nothing without a where', async () => {
    expect(await desk.do((tx) => nearby(tx, { topicId: town.topic('debt'), placeId: town.place('saray') }))).toEqual([])
    expect(await around({})).toEqual([])
    expect(await desk.do((tx) => nearby(tx, { topicId: newId<never>(), placeId: town.place('saray') }))).toEqual([])
  })
})

describe('who joins a case', () => {
  let desk: TestDesk
  let town: Town
  beforeAll(async () => { desk = await testDesk(); town = await aTown(desk) })
  afterAll(() => desk[Symbol.asyncDispose]())
  const follow = (caseId: CaseId, more: Partial<Omit<Follow, 'reporter'>> & { reporter?: Partial<Follow['reporter']> } = {}) => desk.do((tx) => followCase(tx, {
    caseId, ...more, reporter: { name: 'Dilan', phone: '+905320000066', anonymous: false, mayMessage: true, language: 'tr', ...more.reporter },
  }, operator))
  const followers = async (caseId: CaseId) => (await desk.do((tx) => casePage(tx, { caseId }, operator))).followers

  test('is given its number, counted once though she calls again, and told of to all concerned without a name', async () => {
    const first = await opened(desk, town)
    const answer = await follow(first.id, { said: 'bizde de var' })
    expect(answer).toEqual({ ...first, tell: 'sms' })
    await follow(first.id)
    expect(await followers(first.id)).toBe(1)
    const shown = await desk.as(town.officer('roads'), (tx) => casePage(tx, { caseId: first.id }, town.officer('roads')))
    expect(shown.timeline.filter((e) => e.what === 'followed')).toMatchObject([{ facts: { words: 'bizde de var' } }])
    expect(JSON.stringify(shown)).not.toContain('Dilan')
    expect(shown.unread).toBe(true)
  })
  test('is not counted when it is her own case', async () => {
    const own = await opened(desk, town, { reporter: { name: 'Dilan', phone: '+905320000066' } })
    await follow(own.id)
    expect(await followers(own.id)).toBe(0)
  })
  test('without a name is counted each time, but the same intake sent twice once', async () => {
    const { id } = await opened(desk, town)
    const draftId = newId<never>()
    for (const draft of [draftId, draftId, newId<never>()]) await follow(id, { draftId: draft, reporter: { anonymous: true } })
    expect(await followers(id)).toBe(2)
  })
  test('joins nothing that is closed or not there', async () => {
    const closed = await opened(desk, town, { kind: 'thanks', answers: {} })
    await expect(follow(closed.id)).rejects.toMatchObject({ code: 'case.cannot' })
    await expect(follow(newId<never>())).rejects.toMatchObject({ code: 'case.not_found' })
    await expect(follow((await opened(desk, town)).id, { reporter: { phone: '+90532' } })).rejects.toMatchObject({ code: 'case.wrong_phone' })
  })
  test('at the same moment as herself at another seat is counted once', async () => {
    const { id } = await opened(desk, town)
    let twin: Promise<unknown> | undefined
    await desk.do(async (tx) => {
      await followCase(tx, { caseId: id, reporter: { name: 'Dilan', phone: '+905320000066', anonymous: false, mayMessage: false, language: 'tr' } }, operator)
      twin = follow(id)
      await desk.someoneWaits()
    })
    await twin
    expect(await followers(id)).toBe(1)
  })
})
