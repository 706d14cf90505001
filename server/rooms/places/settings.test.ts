import { expect, test } from 'vitest'
import type { InstitutionId, PlaceId } from '../../../contracts/places.ts'
import type { Border, SettingKind, SettingValue } from '../../../contracts/settings.ts'
import { institutions, landmarks, places as demoPlaces } from '../../demo/index.ts'
import { system } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { change } from '../../platform/settings.ts'
import { administrator, testDesk } from '../../testing.ts'
import { places, placeAt, placeById, placeHits } from './places.ts'
import { institutionIds, placeIds, seedInstitutions, seedLandmarks, seedPlaces, seedStreets } from './seed.ts'
import { placesMissing, placesSettings, placesUses } from './settings.ts'

const kindOf = (kind: SettingKind) => placesSettings.find((one) => one.kind === kind)!
async function house({ seeded = true } = {}) {
  const desk = await testDesk()
  if (seeded) await desk.as(system('set-up'), async (tx) => {
    await seedInstitutions(tx, institutions)
    await seedPlaces(tx, demoPlaces)
    await seedLandmarks(tx, landmarks)
    await seedStreets(tx, [{ place: 'saray-mahallesi', name: 'İskele Sokak' }])
  })
  const save = <K extends SettingKind>(kind: K, id: string, value: SettingValue<K>) => desk.as(administrator, (tx) => change(tx, kindOf(kind), { id, version: undefined, value }))
  const read = <K extends SettingKind>(kind: K, id: string) => desk.as(administrator, (tx) => kindOf(kind).read(tx, id)) as Promise<SettingValue<K> | undefined>
  const edit = async <K extends SettingKind>(kind: K, id: string, to: Partial<SettingValue<K>>) => save(kind, id, { ...(await read(kind, id))!, ...to })
  const ids = await desk.do(placeIds)
  return { desk, save, read, edit, id: (slug: string) => ids.get(slug)!, [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose]() }
}
const blank: SettingValue<'place'> = { kind: 'neighbourhood', name: 'Yenikent', withinId: null, institutionId: null, population: null, lat: null, lon: null, border: null, retired: false }
const square = (west: number, south: number, size: number): Border =>
  ({ type: 'Polygon', coordinates: [[[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]] })

test('a place made by hand is listed, found by its words, and an unchanged save is no change', async () => {
  await using h = await house()
  const id = newId<PlaceId>()
  expect(await h.save('place', id, { ...blank, population: 1200, lat: 38.5, lon: 42.3, border: square(42.2, 38.4, 0.2) })).toBe(1)
  expect(await h.edit('place', id, {})).toBe(1)
  expect(await h.desk.do((tx) => placeHits(tx, { q: 'yenikent mah' }))).toMatchObject([{ placeId: id, label: 'Yenikent Mahallesi', ours: true, lat: 38.5 }])
  expect(await h.read('place', id)).toEqual({ ...blank, population: 1200, lat: 38.5, lon: 42.3, border: square(42.2, 38.4, 0.2) })
})

test('what is retired is offered nowhere, and still answers where it stands already', async () => {
  await using h = await house()
  const saray = h.id('saray-mahallesi')
  await h.edit('place', saray, { retired: true })
  expect((await h.desk.do(places)).map((place) => place.id)).not.toContain(saray)
  for (const q of ['saray mah', 'iskele sok']) expect((await h.desk.do((tx) => placeHits(tx, { q }))).map((hit) => hit.placeId), q).not.toContain(saray)
  expect(await h.desk.do((tx) => placeById(tx, saray))).toMatchObject({ name: 'Saray' })
  await h.edit('place', saray, { retired: false })
  expect((await h.desk.do((tx) => placeHits(tx, { q: 'iskele sok' })))[0]?.placeId).toBe(saray)
})

test('a border that crosses itself is refused with where it does; an open one and half a pin too', async () => {
  await using h = await house()
  const id = newId<PlaceId>()
  const bow: Border = { type: 'Polygon', coordinates: [[[42, 38], [43, 39], [43, 38], [42, 39], [42, 38]]] }
  await expect(h.save('place', id, { ...blank, border: bow })).rejects.toMatchObject({ code: 'place.border_crosses', facts: { lat: 38.5, lon: 42.5 }, field: 'value.border' })
  const open: Border = { type: 'Polygon', coordinates: [[[42, 38], [43, 38], [43, 39], [42, 39]]] }
  await expect(h.save('place', id, { ...blank, border: open })).rejects.toMatchObject({ code: 'place.border_open' })
  await expect(h.save('place', id, { ...blank, lat: 38 })).rejects.toMatchObject({ code: 'place.pin_half', field: 'value.lon' })
  expect(await h.read('place', id)).toBeUndefined()
})

test('a place never lies in itself, however far around', async () => {
  await using h = await house()
  const [a, b] = [newId<PlaceId>(), newId<PlaceId>()]
  await h.save('place', a, { ...blank, kind: 'village', name: 'Birinci' })
  await h.save('place', b, { ...blank, kind: 'hamlet', name: 'İkinci', withinId: a })
  for (const withinId of [a, b]) await expect(h.edit('place', a, { withinId })).rejects.toMatchObject({ code: 'place.within_itself', field: 'value.withinId' })
})

test('a village’s new name goes with its hamlets', async () => {
  await using h = await house()
  const hamlet = newId<PlaceId>()
  await h.save('place', hamlet, { ...blank, kind: 'hamlet', name: 'Yukarı', withinId: h.id('adabag-koyu') })
  await h.edit('place', h.id('adabag-koyu'), { name: 'Güzelbağ' })
  expect(await h.desk.do((tx) => placeHits(tx, { q: 'yukari guzel' }))).toMatchObject([{ label: 'Yukarı mezrası, Güzelbağ Köyü' }])
})

test('a name is taken within its kind and place alone; two who take it at once do not both get it', async () => {
  await using h = await house()
  await expect(h.save('place', newId(), { ...blank, name: 'SARAY' })).rejects.toMatchObject({ code: 'setting.name_taken', field: 'value.name' })
  await h.save('place', newId(), { ...blank, kind: 'village', name: 'Saray Üstü' })
  // The first has written the name and not committed it; the second waits, and finds it taken.
  const [did, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const first = h.desk.as(administrator, async (tx) => {
    await change(tx, kindOf('place'), { id: newId(), version: undefined, value: { ...blank, name: 'Yepyeni' } })
    did.resolve()
    await go.promise
  })
  await did.promise
  const second = h.save('place', newId(), { ...blank, name: 'Yepyeni' })
  const ended = second.then(() => {}, () => {})
  await Promise.race([h.desk.someoneWaits(), ended])
  go.resolve()
  await Promise.all([first, ended])
  await expect(second).rejects.toMatchObject({ code: 'setting.name_taken' })
  await expect(h.save('street', newId(), { placeId: h.id('saray-mahallesi'), name: 'iskele sk', lat: null, lon: null, retired: false })).resolves.toBe(1)
  await expect(h.save('street', newId(), { placeId: h.id('saray-mahallesi'), name: 'ISKELE SOKAK', lat: null, lon: null, retired: false })).rejects.toMatchObject({ code: 'setting.name_taken' })
})

test('what is pointed at must be there and in use, unless it was pointed at before', async () => {
  await using h = await house()
  const of = (await h.desk.do(institutionIds)).get('il-ozel-idaresi')!
  await expect(h.save('place', newId(), { ...blank, institutionId: newId<InstitutionId>() })).rejects.toMatchObject({ code: 'setting.unknown_reference', field: 'value.institutionId' })
  await h.edit('institution', of, { retired: true })
  await expect(h.save('place', newId(), { ...blank, institutionId: of })).rejects.toMatchObject({ code: 'setting.retired_reference', field: 'value.institutionId' })
  await expect(h.edit('place', h.id('adabag-koyu'), { population: 300 })).resolves.toBe(1)
})

test('a pin finds the smallest place around it, and says when it lies outside the municipality', async () => {
  await using h = await house({ seeded: false })
  const at = (lat: number, lon: number) => h.desk.do((tx) => placeAt(tx, { lat, lon }))
  expect(await at(38.5, 42.3)).toEqual({ place: null, label: null, ours: null })
  const [town, quarter, village, ozel] = [newId<PlaceId>(), newId<PlaceId>(), newId<PlaceId>(), newId<InstitutionId>()]
  const words = { tr: 'İl Özel İdaresi', en: 'Provincial administration' }
  await h.save('institution', ozel, { name: words, phone: null, tell: words, position: 0, retired: false })
  await h.save('place', town, { ...blank, name: 'Merkez', border: square(42, 38, 1) })
  await h.save('place', quarter, { ...blank, name: 'Sahil', border: square(42.2, 38.2, 0.2) })
  await h.save('place', village, { ...blank, kind: 'village', name: 'Uzak', institutionId: ozel, border: { type: 'MultiPolygon', coordinates: [square(44, 38, 0.5).coordinates, square(45, 38, 0.5).coordinates] as never } })
  expect(await at(38.3, 42.3)).toMatchObject({ place: { id: quarter }, label: 'Sahil Mahallesi', ours: true })
  expect(await at(38.8, 42.8)).toMatchObject({ place: { id: town } })
  expect(await at(38.2, 45.2)).toMatchObject({ place: { id: village }, ours: false })
  expect(await at(40, 40)).toEqual({ place: null, label: null, ours: false })
  await h.edit('place', quarter, { retired: true })
  expect(await at(38.3, 42.3)).toMatchObject({ place: { id: town } })
})

test('a hole in a border is not inside it', async () => {
  await using h = await house({ seeded: false })
  const id = newId<PlaceId>()
  await h.save('place', id, { ...blank, border: { type: 'Polygon', coordinates: [square(42, 38, 1).coordinates[0] as never, square(42.4, 38.4, 0.2).coordinates[0] as never] } })
  expect(await h.desk.do((tx) => placeAt(tx, { lat: 38.5, lon: 42.5 }))).toMatchObject({ place: null })
  expect(await h.desk.do((tx) => placeAt(tx, { lat: 38.1, lon: 42.1 }))).toMatchObject({ place: { id } })
})

test('where a place and an institution are used is counted', async () => {
  await using h = await house()
  const of = (await h.desk.do(institutionIds)).get('il-ozel-idaresi')!
  expect(await h.desk.as(administrator, (tx) => placesUses.place!(tx, h.id('saray-mahallesi')))).toMatchObject({ streets: 1 })
  expect(await h.desk.as(administrator, (tx) => placesUses.institution!(tx, of))).toEqual({ places: 96 })
})

test('a municipality without places is told so', async () => {
  await using h = await house({ seeded: false })
  expect(await h.desk.as(administrator, placesMissing)).toMatchObject([{ code: 'no_places', hurts: 'half' }])
  await h.save('place', newId(), blank)
  expect(await h.desk.as(administrator, placesMissing)).toEqual([])
})

test('a landmark’s other names find it, also after it was edited', async () => {
  await using h = await house()
  const [row] = await h.desk.look<{ id: string }>("select id from places.landmark where name ->> 'tr' = 'Feribot İskelesi'")
  const before = (await h.read('landmark', row!.id))!
  expect(before.synonyms.length).toBeGreaterThan(0)
  await h.edit('landmark', row!.id, { name: { tr: 'Feribot Limanı', en: 'Ferry port' } })
  for (const q of ['vapur', 'limani']) expect((await h.desk.do((tx) => placeHits(tx, { q })))[0]?.label, q).toBe('Feribot Limanı')
})
