import { expect, test } from 'vitest'
import { institutions as demoInstitutions, landmarks, places as demoPlaces } from '../../demo/index.ts'
import { system } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { testDesk } from '../../testing.ts'
import type { PlaceId } from '../../../contracts/places.ts'
import { placeLabel } from './label.ts'
import { institutionOf, placeById, placeHits, places } from './places.ts'
import { placeIds, seedInstitutions, seedLandmarks, seedPlaces, seedStreets } from './seed.ts'

const setUp = system('set-up')
async function seeded() {
  const desk = await testDesk()
  await desk.as(setUp, async (tx) => {
    await seedInstitutions(tx, demoInstitutions)
    await seedPlaces(tx, demoPlaces)
    await seedLandmarks(tx, landmarks)
    await seedStreets(tx, [
      { place: 'saray-mahallesi', name: 'İskele Sokak' }, { place: 'saray-mahallesi', name: 'Işık Caddesi' }, { place: 'tug-mahallesi', name: 'Iğdır Sokağı', lat: 38.5, lon: 42.3 },
    ])
  })
  const found = (q: string) => desk.do((tx) => placeHits(tx, { q }))
  return { desk, found, labels: async (q: string) => (await found(q)).map((hit) => hit.label), [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose]() }
}

test.each([
  ['neighbourhood', 'Saray', null, 'Saray Mahallesi'],
  ['neighbourhood', 'Yeni Mahalle', null, 'Yeni Mahalle'],
  ['village', 'Adabağ', null, 'Adabağ Köyü'],
  ['hamlet', 'Yukarı', 'Adabağ', 'Yukarı mezrası, Adabağ Köyü'],
] as const)('a %s called %s is shown so that it is taken for no other', (kind, name, within, label) => {
  expect(placeLabel({ kind, name, within })).toBe(label)
})

test('a place is found as it is typed: any letters, any size of them, with or without Turkish ones', async () => {
  await using s = await seeded()
  for (const q of ['KARŞIYAKA', 'karşıyaka', 'karsiyaka', 'karsi', 'KARSIYAKA mah', 'karşıyaka mh.']) expect(await s.labels(q), q).toEqual(['Karşıyaka Mahallesi'])
  for (const q of ['IŞIK', 'ışık', 'isik', 'isik cad', 'ışık cd']) expect(await s.labels(q), q).toEqual(['Işık Caddesi, Saray Mahallesi'])
  for (const q of ['İskele', 'iskele sok', 'İSKELE SK', 'saray iskele']) expect(await s.labels(q), q).toContain('İskele Sokak, Saray Mahallesi')
  for (const q of ['Iğdır', 'ığdır', 'igdir']) expect(await s.found(q), q).toEqual([expect.objectContaining({ street: 'Iğdır Sokağı', kind: 'street', lat: 38.5, ours: true })])
})

test('every typed word must begin a word; nothing typed finds nothing', async () => {
  await using s = await seeded()
  expect(await s.labels('saray karsi')).toEqual([])
  expect(await s.labels('siyaka')).toEqual([])
  expect(await s.labels('  .,% _ ')).toEqual([])
})

test('neighbourhoods come before villages, these before hamlets, streets and landmarks; at most twelve', async () => {
  await using s = await seeded()
  const order = ['neighbourhood', 'village', 'hamlet', 'street', 'landmark']
  for (const q of ['a', 'k', 's', 'y', 'is']) {
    const ranks = (await s.found(q)).map((hit) => order.indexOf(hit.kind))
    expect(ranks, q).toEqual(ranks.toSorted())
    expect(ranks.length, q).toBeLessThanOrEqual(12)
  }
})

test('the words of its neighbourhood alone do not list a street', async () => {
  await using s = await seeded()
  expect((await s.found('saray')).map((hit) => hit.kind)).not.toContain('street')
})

test('hamlets of one name are told apart by their villages', async () => {
  await using s = await seeded()
  const hamlet = (parent: string) => ({ slug: `${parent}-yukari`, kind: 'hamlet' as const, name: 'Yukarı', parent, institution: 'il-ozel-idaresi' })
  await s.desk.as(setUp, (tx) => seedPlaces(tx, [...demoPlaces, hamlet('adabag-koyu'), hamlet('hanelmali-koyu')]))
  expect(await s.labels('yukarı')).toEqual(['Yukarı mezrası, Adabağ Köyü', 'Yukarı mezrası, Hanelmalı Köyü'])
  expect(await s.labels('yukarı hanel')).toEqual(['Yukarı mezrası, Hanelmalı Köyü'])
  const all = await s.desk.do(places)
  expect(new Set(all.map(placeLabel)).size).toBe(all.length)
})

test('a landmark is found by what people call it; tied to no place it serves as words', async () => {
  await using s = await seeded()
  expect(await s.found('vapur')).toEqual([{ placeId: null, kind: 'landmark', label: 'Feribot İskelesi', street: null, landmark: 'Feribot İskelesi', lat: null, lon: null, ours: true }])
  const placeId = (await s.desk.do(placeIds)).get('saray-mahallesi')
  await s.desk.as(setUp, (tx) => seedLandmarks(tx, landmarks.map((l) => (l.name.tr === 'Feribot İskelesi' ? { ...l, place: 'saray-mahallesi' } : l))))
  expect(await s.found('vapur')).toMatchObject([{ placeId, label: 'Feribot İskelesi, Saray Mahallesi' }])
})

test('a village says whose duty it is, a neighbourhood is ours', async () => {
  await using s = await seeded()
  const ids = await s.desk.do(placeIds)
  const [village, neighbourhood] = [ids.get('adabag-koyu')!, ids.get('saray-mahallesi')!]
  expect(await s.desk.do((tx) => institutionOf(tx, village))).toMatchObject({ slug: 'il-ozel-idaresi' })
  expect(await s.desk.do((tx) => institutionOf(tx, neighbourhood))).toBeUndefined()
  expect((await s.found('adabağ köy'))[0]).toMatchObject({ placeId: village, ours: false })
  expect(await s.desk.do((tx) => placeById(tx, newId<PlaceId>()))).toBeUndefined()
})

test('setting up twice changes rows and adds none', async () => {
  await using s = await seeded()
  const ids = await s.desk.do(placeIds)
  await s.desk.as(setUp, async (tx) => { await seedPlaces(tx, demoPlaces); await seedLandmarks(tx, landmarks); await seedStreets(tx, [{ place: 'saray-mahallesi', name: 'İskele Sokak' }]) })
  expect(await s.desk.do(placeIds)).toEqual(ids)
  expect(ids.size).toBe(118)
  expect(await s.desk.look('select 1 from places.street')).toHaveLength(3)
  expect(await s.desk.look('select 1 from places.landmark')).toHaveLength(landmarks.length)
})
