import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CitizenId } from '../../../contracts/citizens.ts'
import type { PlaceId } from '../../../contracts/places.ts'
import { institutions, municipality, places } from '../../demo/index.ts'
import { system } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { administrator, auditor, officerOf, someone, testDesk, type TestDesk } from '../../testing.ts'
import { seedMunicipality } from '../identity/index.ts'
import { placeIds, seedInstitutions, seedPlaces } from '../places/index.ts'
import { citizenById, findOrMake } from './citizens.ts'
import { citizensRoom } from './index.ts'
import { setMuhtar } from './muhtar.ts'

let desk: TestDesk
let saray: PlaceId, kale: PlaceId
beforeAll(async () => {
  desk = await testDesk('2026-11-23T09:00:00+03:00')
  await desk.as(system('set-up'), async (tx) => {
    await seedMunicipality(tx, municipality, { country: 'TR', demo: true })
    await seedInstitutions(tx, institutions)
    await seedPlaces(tx, places)
  })
  const ids = await desk.do(placeIds)
  saray = ids.get('saray-mahallesi')!
  kale = ids.get('kale-mahallesi')!
})
afterAll(() => desk[Symbol.asyncDispose]())

const person = async (name: string) => (await desk.do((tx) => findOrMake(tx, { name, anonymous: false, mayMessage: false, language: 'tr' }, { notice: 'kvkk-1', how: 'phone' })))!.citizen.id
const set = (citizenId: CitizenId, ...ids: PlaceId[]) => desk.do((tx) => setMuhtar(tx, { citizenId, placeIds: ids }))
const of = async (id: CitizenId) => (await desk.do((tx) => citizenById(tx, id)))!.muhtarOf.map((p) => p.label)

test('a place has one muhtar: the former one’s time ends there, and nowhere else', async () => {
  const [hasan, elif] = [await person('Hasan'), await person('Elif')]
  await set(hasan, saray, kale)
  desk.clock.set('2026-11-24T09:00:00+03:00')
  expect((await set(elif, saray)).before).toEqual([{ citizenId: elif, name: 'Elif', placeIds: [] }, { citizenId: hasan, name: 'Hasan', placeIds: [saray, kale].toSorted() }])
  expect([await of(hasan), await of(elif)]).toEqual([['Kale Mahallesi'], ['Saray Mahallesi']])
  const kept = await desk.look<{ until: Date | null }>('select until from citizens.muhtar where citizen_id = $1 and place_id = $2', [hasan, saray])
  expect(kept).toEqual([{ until: new Date('2026-11-24T09:00:00+03:00') }])
})

test('what was before, set back in its order, is as it was; the same twice changes nothing', async () => {
  const [ali, veli] = [await person('Ali'), await person('Veli')]
  await set(ali, saray, kale)
  const { before } = await set(veli, saray, saray)
  const rows = () => desk.look('select * from citizens.muhtar order by citizen_id, place_id, since')
  const once = await rows()
  await set(veli, saray)
  expect(await rows()).toEqual(once)
  for (const { citizenId, placeIds: was } of before) await set(citizenId, ...was)
  expect([await of(ali), await of(veli)]).toEqual([['Kale Mahallesi', 'Saray Mahallesi'], []])
  await set(ali)
  expect(await of(ali)).toEqual([])
})

test('of two made at once for one place the later one holds', async () => {
  const [first, second] = [await person('Birinci'), await person('İkinci')]
  let late: Promise<unknown> | undefined
  await desk.do(async (tx) => {
    await setMuhtar(tx, { citizenId: first, placeIds: [kale] })
    late = set(second, kale)
    await desk.someoneWaits()
  })
  expect(await late).toMatchObject({ before: [{ citizenId: second }, { citizenId: first, placeIds: [kale] }] })
  expect([await of(first), await of(second)]).toEqual([[], ['Kale Mahallesi']])
})

test('nobody is muhtar of a place that is not there, and nobody unknown is one', async () => {
  await expect(set(await person('Can'), newId<PlaceId>())).rejects.toMatchObject({ code: 'case.unknown_place', field: 'placeIds' })
  await expect(set(newId<CitizenId>(), saray)).rejects.toMatchObject({ code: 'citizen.not_found' })
})

test('who is muhtar is the desk’s to read; an administrator learns how many, a directorate and a muhtar nothing', async () => {
  const she = await person('Derya')
  await set(she, saray)
  const uses = (by: Parameters<typeof desk.as>[0]) => desk.as(by, (tx) => citizensRoom.uses!.place!(tx, saray))
  const rows = (by: Parameters<typeof desk.as>[0]) => desk.as(by, async (tx) => (await sql`select 1 from citizens.muhtar where until is null and place_id = ${saray}`.execute(tx)).rows.length)
  expect([await rows(auditor), await rows(administrator), await rows(officerOf(newId<string>())), await rows(someone(['muhtar']))]).toEqual([1, 0, 0, 0])
  expect((await uses(administrator)).muhtars).toBeGreaterThan(0)
  expect((await uses(someone(['muhtar']))).muhtars).toBe(0)
})
