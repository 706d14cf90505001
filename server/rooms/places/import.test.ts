import { expect, test } from 'vitest'
import type { ListKind } from '../../../contracts/places.ts'
import { fold } from '../../../contracts/fold.ts'
import { institutions, municipality, places as demoPlaces } from '../../demo/index.ts'
import { system } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { change } from '../../platform/settings.ts'
import { administrator, testDesk } from '../../testing.ts'
import { testRooms } from '../../testing/rooms.ts'
import { seedMunicipality } from '../identity/index.ts'
import { importBorders, importPlaces, previewBorders, previewPlaces } from './import.ts'
import { places, placeHits } from './places.ts'
import { placeIds, seedInstitutions, seedPlaces } from './seed.ts'
import { placesSettings } from './settings.ts'

async function house({ seeded = true } = {}) {
  const desk = await testDesk()
  await desk.as(system('set-up'), async (tx) => {
    await seedMunicipality(tx, municipality, { country: 'TR', demo: false })
    await seedInstitutions(tx, institutions)
    if (seeded) await seedPlaces(tx, demoPlaces)
  })
  const file = (text: string | Buffer) => (typeof text === 'string' ? Buffer.from(text) : text)
  return {
    desk,
    preview: (text: string | Buffer, kind: ListKind = 'place') => desk.as(administrator, (tx) => previewPlaces(tx, { kind, file: file(text) })),
    bring: (text: string | Buffer, kind: ListKind = 'place', skipErrors = false) => desk.as(administrator, (tx) => importPlaces(tx, { kind, file: file(text), skipErrors })),
    async undo(batch: string) {
      const { handler } = (await testRooms(desk)).flatMap((room) => room.operations ?? []).find((one) => one.name === 'undoBatch')!
      return desk.as(administrator, (tx) => handler(tx, { batch }, administrator, undefined as never))
    },
    named: async (q: string) => (await desk.do((tx) => placeHits(tx, { q }))).map((hit) => hit.label),
    changes: async () => (await desk.look('select 1 from settings.change')).length,
    previewMap: (map: unknown, property?: string) => desk.as(administrator, (tx) => previewBorders(tx, { file: file(typeof map === 'string' ? map : JSON.stringify(map)), property })),
    bringMap: (map: unknown, property: string, skipErrors = false) => desk.as(administrator, (tx) => importBorders(tx, { file: file(JSON.stringify(map)), property, skipErrors })),
    [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose](),
  }
}
const whats = (rows: readonly { what: string; problem: { code: string } | null }[]) => rows.map((row) => row.problem?.code ?? row.what)
const list = 'Ad;Tür;Bağlı olduğu yer;Nüfus (2025);Enlem;Boylam;Kurum\nÇamlıca;Mahalle;;7.762;38,514;42,28;\nIşıklı;Köy;;310;;;İl Özel İdaresi\nYukarı;Mezra;Işıklı;;;;İl Özel İdaresi\n'

test('a list becomes places: villages and whose they are, hamlets in them, wherever they stand in the file', async () => {
  await using h = await house({ seeded: false })
  const upside = list.split('\n').filter(Boolean)
  const text = [upside[0], upside[3], upside[2], upside[1]].join('\r\n')
  const seen = await h.preview(text)
  expect(seen.columns.map((column) => column.as)).toEqual(['name', 'kind', 'within', 'population', 'lat', 'lon', 'institution'])
  expect(seen.counts).toEqual({ new: 3, same: 0, changed: 0, error: 0 })
  expect(seen.rows.map((row) => [row.line, row.name])).toEqual([[2, 'Yukarı'], [3, 'Işıklı'], [4, 'Çamlıca']])
  expect(await h.changes()).toBe(0)
  expect(await h.bring(text)).toMatchObject({ new: 3, changed: 0, same: 0, skipped: 0 })
  expect(await h.named('yukari')).toEqual(['Yukarı mezrası, Işıklı Köyü'])
  expect(await h.desk.do(places)).toContainEqual(expect.objectContaining({ name: 'Çamlıca', kind: 'neighbourhood', lat: 38.514, institution: null }))
})

test('the same list twice changes nothing, and a blank cell takes nothing away', async () => {
  await using h = await house({ seeded: false })
  await h.bring(list)
  const before = await h.changes()
  expect(await h.bring(list)).toEqual({ batch: null, new: 0, changed: 0, same: 3, skipped: 0 })
  expect(await h.bring('ad;tür;nüfus\nÇamlıca;mahalle;\nışıklı köyü;köy;\n')).toMatchObject({ same: 2 })
  expect(await h.changes()).toBe(before)
  const more = await h.preview('ad,tür,nüfus\nÇAMLICA,mahalle,8000\n')
  expect(more.rows[0]).toMatchObject({ what: 'changed', was: { population: 7762 } })
})

test('an import is one batch that is taken back whole; what was changed since stays', async () => {
  await using h = await house({ seeded: false })
  const { batch } = await h.bring(list)
  expect(await h.undo(batch!)).toEqual({ undone: 3, kept: 0 })
  expect(await h.desk.do(places)).toEqual([])
  const again = await h.bring(list)
  await h.bring('ad;tür;nüfus\nÇamlıca;mahalle;9000\n')
  expect(await h.undo(again.batch!)).toEqual({ undone: 2, kept: 1 })
  expect((await h.desk.do(places)).map((place) => place.name)).toEqual(['Çamlıca'])
})

test.each([
  ['windows-1254', Buffer.from([...'ad;t'].map((c) => c.charCodeAt(0)).concat([0xfc], [...'r\nI'].map((c) => c.charCodeAt(0)), [0xfe], [...'kl'].map((c) => c.charCodeAt(0)), [0xfd], [...';mahalle\n'].map((c) => c.charCodeAt(0))))],
  ['utf-8', Buffer.from('\uFEFFad\ttür\nIşklı\tmahalle')],
  ['utf-16', Buffer.from('\uFEFFad,tür\r\n"Işklı",mahalle\r\n', 'utf16le')],
] as const)('a list in %s is read as it was meant', async (encoding, bytes) => {
  await using h = await house({ seeded: false })
  expect(await h.preview(bytes)).toMatchObject({ encoding, rows: [{ name: 'Işklı', what: 'new' }] })
})

test('each wrong row says what is wrong with it, and nothing is written unless they are left out on purpose', async () => {
  await using h = await house()
  const wrong = [
    'ad;tür;bağlı;nüfus;enlem;boylam;kurum',
    ';mahalle;;;;;', 'Bir;kasaba;;;;;', 'Üst;mezra;Yokköy;;;;', 'İki;mahalle;;bin;;;', 'Üç;mahalle;;;38,5;;', 'Dört;mahalle;;;385,1;42;', 'Beş;mahalle;;;;;Deniz İşleri',
    'Altı;mahalle;;;;;', 'ALTI;mah;;;;;', 'Yedi;mahalle;;;;;;fazla', 'Saray;mahalle;;5000;;;', 'Sekiz;mahalle;',
  ].join('\n')
  const seen = await h.preview(wrong)
  expect(whats(seen.rows)).toEqual([
    'list.name_missing', 'list.kind_unknown', 'list.within_unknown', 'list.number', 'list.pin_half', 'list.pin_range', 'list.institution_unknown',
    'new', 'list.row_twice', 'list.cells', 'changed', 'list.cells',
  ])
  expect(seen.rows[8]!.problem!.facts).toEqual({ line: 9 })
  await expect(h.bring(wrong)).rejects.toMatchObject({ code: 'list.errors', facts: { errors: 10 } })
  expect(await h.changes()).toBe(0)
  expect(await h.bring(wrong, 'place', true)).toMatchObject({ new: 1, changed: 1, skipped: 10 })
})

test.each([
  ['', 'list.empty'], ['\n \r\n', 'list.empty'], ['PK\u0003\u0004…', 'list.not_text'], ['a\0b', 'list.not_text'], ['renk;boy\nmavi;uzun', 'list.no_name'], ['ad;tür\n"Yarım kalan;mahalle\nBaşka;köy', 'list.broken'],
])('a file that is no list (%j) is refused as %s', async (text, code) => {
  await using h = await house()
  await expect(h.preview(text)).rejects.toMatchObject({ code })
})

test('a list that is far too long is refused before anything is read', async () => {
  await using h = await house()
  await expect(h.preview(`ad\n${'x\n'.repeat(20_001)}`)).rejects.toMatchObject({ code: 'list.too_many_rows', facts: { rows: 20_001 } })
})

test('streets and landmarks come by lists too, each in its place', async () => {
  await using h = await house()
  const streets = 'Mahalle;Sokak adı;Enlem;Boylam\nSaray Mahallesi;Çınar Sokak;;\nSaray;Lale Sok.;38.5;42.3\nYokmahalle;Gül Sokak;;\n'
  expect(whats((await h.preview(streets, 'street')).rows)).toEqual(['new', 'new', 'list.within_unknown'])
  await h.bring(streets, 'street', true)
  expect(await h.named('cinar')).toEqual(['Çınar Sokak, Saray Mahallesi'])
  expect(await h.bring(streets, 'street', true)).toMatchObject({ batch: null, same: 2 })
  const landmarks = 'ad,name_en,diğer adlar,mahalle\nEski Hamam,Old bath,"hamam, tarihî hamam",Saray Mahallesi\n'
  expect(await h.bring(landmarks, 'landmark')).toMatchObject({ new: 1 })
  expect(await h.named('tarihi ham')).toEqual(['Eski Hamam, Saray Mahallesi'])
  expect(await h.bring(landmarks, 'landmark')).toMatchObject({ batch: null, same: 1 })
})

const feature = (name: string | null, west: number, south: number, size = 0.01, more: object = {}) =>
  ({ type: 'Feature', properties: { mahalle_adi: name, no: 7, ...more }, geometry: { type: 'Polygon', coordinates: [[[west, south, 12], [west + size, south, 12], [west + size, south + size, 12], [west, south + size, 12], [west, south, 12]]] } })
const collection = (...features: object[]) => ({ type: 'FeatureCollection', features })

test('borders find their places by a property; the likeliest is chosen, and what matches nothing is listed', async () => {
  await using h = await house()
  const crossed = { ...feature('Tuğ', 42.4, 38.5), geometry: { type: 'Polygon', coordinates: [[[42, 38], [43, 39], [43, 38], [42, 39], [42, 38]]] } }
  const map = collection(feature('SARAY MAHALLESİ', 42.2, 38.5), feature('Aydınlar Mah.', 42.3, 38.5), feature('Bilinmeyen', 42.3, 38.4), feature(null, 42.3, 38.4), feature('saray mah', 42.3, 38.4), crossed)
  const seen = await h.previewMap(map)
  expect(seen.property).toBe('mahalle_adi')
  expect(whats(seen.rows)).toEqual(['new', 'new', 'borders.unknown', 'borders.unnamed', 'borders.twice', 'place.border_crosses'])
  expect(seen.without.length).toBe(116)
  await expect(h.bringMap(map, 'mahalle_adi')).rejects.toMatchObject({ code: 'list.errors' })
  const done = await h.bringMap(map, 'mahalle_adi', true)
  expect(done).toMatchObject({ new: 2, skipped: 4 })
  expect(await h.bringMap(map, 'mahalle_adi', true)).toMatchObject({ batch: null, same: 2 })
  const drawn = () => h.desk.look<{ name: string }>('select name from places.place where border is not null order by name')
  expect((await drawn()).map((row) => row.name)).toEqual(['Aydınlar', 'Saray'])
  await h.undo(done.batch!)
  expect(await drawn()).toEqual([])
})

test('a list changes a place and leaves its border', async () => {
  await using h = await house()
  await h.bringMap(collection(feature('Saray Mahallesi', 42.2, 38.5)), 'mahalle_adi')
  expect(await h.bring('ad;tür;nüfus\nSaray;mahalle;5000\n')).toMatchObject({ changed: 1 })
  expect(await h.desk.look('select 1 from places.place where border is not null and population = 5000')).toHaveLength(1)
})

test('the history of an import is that of each thing: whole, before and after, and who was not told saves over nothing', async () => {
  await using h = await house()
  await h.bringMap(collection(feature('Saray Mahallesi', 42.2, 38.5)), 'mahalle_adi')
  await h.bring('ad;tür;nüfus\nSaray;mahalle;5000\n')
  const [last] = await h.desk.look<{ version: number; before: { population: null; border: object }; after: { population: number; border: object } }>('select version, before, after from settings.change order by version desc limit 1')
  expect(last).toMatchObject({ version: 2, before: { population: null, name: 'Saray' }, after: { population: 5000, name: 'Saray' } })
  expect(last!.before.border).toEqual(last!.after.border)
  const place = placesSettings.find((one) => one.kind === 'place')!
  const id = (await h.desk.do(placeIds)).get('saray-mahallesi')!
  const value = await h.desk.as(administrator, (tx) => place.read(tx, id)) as object | undefined
  expect(value).toEqual(last!.after)
  await expect(h.desk.as(administrator, (tx) => change(tx, place, { id, version: 1, value }))).rejects.toMatchObject({ code: 'setting.newer', facts: { version: 2 } })
})

test.each([
  ['no JSON at all', 'neighbourhoods', 'borders.not_geojson'],
  ['JSON of another kind', { rows: [] }, 'borders.not_geojson'],
  ['nothing in it', collection(), 'borders.empty'],
  ['metres instead of degrees', collection(feature('Saray', 420_000, 4_260_000, 100)), 'borders.projected'],
  ['another reference system', { ...collection(feature('Saray', 42.2, 38.5)), crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::5254' } } }, 'borders.projected'],
  ['latitude first', collection(feature('Saray', 38.5, 42.2)), 'borders.swapped'],
  ['another continent', collection(feature('Saray', -118.2, 34)), 'borders.far'],
] as const)('a map with %s is refused in one word', async (_, map, code) => {
  await using h = await house()
  await expect(h.previewMap(map)).rejects.toMatchObject({ code })
})

test('the usual name of the reference system is no obstacle; a property that is not there is', async () => {
  await using h = await house()
  const map = { ...collection(feature('Saray Mahallesi', 42.2, 38.5)), crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } } }
  expect((await h.previewMap(map)).counts).toMatchObject({ new: 1 })
  await expect(h.previewMap(map, 'ilce')).rejects.toMatchObject({ code: 'borders.no_name' })
})

test('places of the demonstration are recognised as they are listed: nothing new, nothing twice', async () => {
  await using h = await house()
  const words = { neighbourhood: 'mahalle', village: 'köy', hamlet: 'mezra' }
  const known = new Map(demoPlaces.map((place) => [place.slug, place.name]))
  const text = ['kind,name,parent', ...demoPlaces.map((place) => `${words[place.kind]},${fold(place.name).toUpperCase()},${place.parent ? known.get(place.parent) : ''}`)].join('\n')
  expect((await h.preview(text)).counts).toEqual({ new: 0, same: 118, changed: 0, error: 0 })
  expect((await h.desk.do(placeIds)).size).toBe(118)
})

test('two imports one upon the other are taken back one after the other, the later first, each in one line of the history', async () => {
  await using h = await house()
  const listed = await h.bring('sokak;mahalle\nGül Sokak;Saray\nLale Sokak;Saray', 'street')
  const pinned = await h.bring('sokak;mahalle;enlem;boylam\nGül Sokak;Saray;38,5;42,2\nLale Sokak;Saray;38,5;42,3', 'street')
  expect(await h.undo(pinned.batch!)).toEqual({ undone: 2, kept: 0 })
  expect(await h.undo(pinned.batch!)).toEqual({ undone: 0, kept: 2 })
  expect(await h.named('sokak')).toEqual(['Gül Sokak, Saray Mahallesi', 'Lale Sokak, Saray Mahallesi'])
  expect(await h.undo(listed.batch!)).toEqual({ undone: 2, kept: 0 })
  expect(await h.named('sokak')).toEqual([])
  expect(await h.desk.look('select batch, count(*)::int as n from settings.change group by batch order by min(version), count(*)')).toHaveLength(4)
})

test('streets that cannot all go back go back one by one: a name that is taken again stays', async () => {
  await using h = await house()
  const saray = (await h.desk.do(placeIds)).get('saray-mahallesi')!
  const { batch } = await h.bring('sokak;mahalle\nGül Sokak;Saray\nLale Sokak;Saray', 'street')
  const street = placesSettings.find((one) => one.kind === 'street')!
  const [gul] = await h.desk.look<{ id: string }>(`select id from places.street where name = 'Gül Sokak'`)
  const away = newId<string>()
  // Gone by a second import, so that it is the newest; and somebody made the street anew meanwhile.
  await h.desk.as(administrator, async (tx) => {
    for (const { id } of await h.desk.look<{ id: string }>('select id from places.street where name like $1', ['% Sokak'])) await change(tx, street, { id, version: undefined, value: undefined, batch: away })
  })
  await h.desk.as(administrator, (tx) => change(tx, street, { id: newId<string>(), version: 0, value: { placeId: saray, name: 'Gül Sokak', lat: null, lon: null, retired: false } }))
  expect(await h.undo(away)).toEqual({ undone: 1, kept: 1 })
  expect(await h.desk.look('select 1 from places.street where id = $1', [gul!.id])).toEqual([])
  expect(await h.named('lale')).toEqual(['Lale Sokak, Saray Mahallesi'])
  expect(await h.undo(batch!)).toEqual({ undone: 1, kept: 1 })
})
