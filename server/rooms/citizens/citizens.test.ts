import pg from 'pg'
import { expect, test } from 'vitest'
import type { CitizenId, Reporter } from '../../../contracts/citizens.ts'
import type { PlaceId } from '../../../contracts/places.ts'
import { citizens as demoCitizens, institutions, municipality, places } from '../../demo/index.ts'
import { system } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { administrator, auditor, officerOf, operator, testDesk, type TestDesk } from '../../testing.ts'
import { seedMunicipality } from '../identity/index.ts'
import { placeIds, seedInstitutions, seedPlaces } from '../places/index.ts'
import { changeCitizen, citizenById, findByPhone, findCitizens, findOrMake, mayMessage } from './citizens.ts'
import { seedCitizens } from './seed.ts'

const phone = '+905321234567'
const asked = { notice: 'kvkk-1', how: 'phone' }
const reporter = (more: Partial<Reporter>): Reporter => ({ anonymous: false, mayMessage: false, language: 'tr', ...more })
const found = (desk: TestDesk, more: Partial<Reporter>) => desk.do((tx) => findOrMake(tx, reporter(more), asked))
const idOf = async (desk: TestDesk, more: Partial<Reporter>) => (await found(desk, more))!.citizen.id
async function seeded() {
  const desk = await testDesk('2026-03-06T16:00+03:00')
  await desk.as(system('set-up'), async (tx) => {
    await seedMunicipality(tx, municipality, { country: 'TR', demo: true })
    await seedInstitutions(tx, institutions)
    await seedPlaces(tx, places)
  })
  return desk
}

test('an anonymous report makes nobody', async () => {
  await using desk = await seeded()
  expect(await found(desk, { anonymous: true, name: 'Ayşe', phone })).toBeUndefined()
  expect(await desk.look('select 1 from citizens.citizen')).toEqual([])
})

test('the same name from the same number is the same person, however it is written', async () => {
  await using desk = await seeded()
  const first = await found(desk, { name: 'Ayşe Işık', phone: '0532 123 45 67' })
  expect(first).toMatchObject({ phone, citizen: { name: 'Ayşe Işık', phones: [phone] } })
  expect(await idOf(desk, { name: 'AYŞE IŞIK', phone })).toBe(first!.citizen.id)
  expect(await idOf(desk, { name: 'ayse isik', phone })).toBe(first!.citizen.id)
})

test('a telephone has many users: another name, or none, is another person', async () => {
  await using desk = await seeded()
  const ayse = await idOf(desk, { name: 'Ayşe', phone })
  const ali = await idOf(desk, { name: 'Ali', phone })
  const someone = await idOf(desk, { phone })
  expect(new Set([ayse, ali, someone]).size).toBe(3)
  expect(await idOf(desk, { phone })).toBe(someone)
  expect((await desk.do((tx) => findByPhone(tx, phone))).map((c) => c.id).toSorted()).toEqual([ayse, ali, someone].toSorted())
})

test('names are not unique: without a number each is a new person', async () => {
  await using desk = await seeded()
  expect(await idOf(desk, { name: 'Ayşe' })).not.toBe(await idOf(desk, { name: 'Ayşe' }))
})

test('a person chosen on the screen gets the new number, and a name only where there was none', async () => {
  await using desk = await seeded()
  const citizenId = await idOf(desk, { phone })
  await found(desk, { citizenId, name: 'Ayşe', phone: '+905329999999' })
  await found(desk, { citizenId, name: 'Fatma' })
  expect(await desk.do((tx) => citizenById(tx, citizenId))).toMatchObject({ name: 'Ayşe', phones: expect.arrayContaining([phone, '+905329999999']) })
  await expect(found(desk, { citizenId: newId<CitizenId>() })).rejects.toMatchObject({ code: 'case.unknown_citizen', field: 'reporter.citizenId' })
})

test('a number that cannot be one is refused at its field', async () => {
  await using desk = await seeded()
  await expect(found(desk, { name: 'Ayşe', phone: '8271001' })).rejects.toMatchObject({ code: 'case.wrong_phone', field: 'reporter.phone' })
})

test('two operators writing down one caller at once make one person', async () => {
  await using desk = await seeded()
  const make = (tx: Tx) => findOrMake(tx, reporter({ name: 'Ayşe', phone }), asked)
  let second: Promise<unknown> | undefined
  await desk.do(async (tx) => {
    await make(tx)
    second = desk.do(make)
    await desk.someoneWaits()
  })
  await second
  expect(await desk.look('select 1 from citizens.citizen')).toHaveLength(1)
})

test('each change of mind about messages is kept with its time, text and way; silence is no', async () => {
  await using desk = await seeded()
  const citizenId = await idOf(desk, { name: 'Ayşe', phone })
  expect(await desk.do((tx) => mayMessage(tx, citizenId))).toBe(false)
  for (const given of [true, true, false, false, true]) await found(desk, { citizenId, mayMessage: given })
  expect(await desk.look('select given, notice, how, at from citizens.consent order by id')).toEqual(
    [true, false, true].map((given) => ({ given, notice: 'kvkk-1', how: 'phone', at: new Date('2026-03-06T16:00+03:00') })))
  expect(await desk.do((tx) => mayMessage(tx, citizenId))).toBe(true)
})

test('people are found by the beginnings of their names’ words or by part of a number, at most ten', async () => {
  await using desk = await seeded()
  await found(desk, { name: 'Şükrü Işıkçı', phone })
  await found(desk, { name: 'Işıl Öz', phone: '+904348271001' })
  for (let i = 0; i < 12; i++) await found(desk, { name: `Deniz ${i}` })
  const names = async (q: string) => (await desk.do((tx) => findCitizens(tx, { q }))).map((c) => c.name)
  expect(await names('ISIK')).toEqual(['Şükrü Işıkçı'])
  expect(await names('isi suk')).toEqual(['Şükrü Işıkçı'])
  expect(await names('ışı')).toEqual(['Işıl Öz', 'Şükrü Işıkçı'])
  expect(await names('ikci')).toEqual([])
  for (const q of ['0532 123', '+90 532 123 45 67', '00905321234567', '4567']) expect(await names(q), q).toEqual(['Şükrü Işıkçı'])
  expect(await names('90')).toEqual([])
  expect(await names('%')).toEqual([])
  expect(await names('deniz')).toHaveLength(10)
})

test('what we know of a person can be corrected, her place by its row', async () => {
  await using desk = await seeded()
  const citizenId = await idOf(desk, { name: 'Ayşe', phone })
  const placeId = (await desk.do(placeIds)).get('saray-mahallesi')!
  const to = { citizenId, name: 'Ayşe Öz', placeId, street: 'İskele Sokak 3', language: 'en' as const, note: 'İki kez arandı.' }
  await desk.do((tx) => changeCitizen(tx, to))
  const { citizenId: id, ...known } = to
  expect(await desk.do((tx) => citizenById(tx, id))).toMatchObject({ ...known, placeName: 'Saray Mahallesi' })
  await expect(desk.do((tx) => changeCitizen(tx, { ...to, placeId: newId<PlaceId>() }))).rejects.toMatchObject({ code: 'case.unknown_place', field: 'placeId' })
  await expect(desk.do((tx) => changeCitizen(tx, { ...to, citizenId: newId<CitizenId>() }))).rejects.toMatchObject({ code: 'citizen.not_found' })
})

test('the demonstration’s citizens are made once', async () => {
  await using desk = await seeded()
  const seed = () => desk.as(system('set-up'), (tx) => seedCitizens(tx, demoCitizens))
  expect(await seed()).toEqual(await seed())
  expect(await desk.look('select 1 from citizens.citizen')).toHaveLength(demoCitizens.length)
})

test('round the application, in plain SQL, a directorate, an administrator or nobody sees no citizen, nor makes one', async () => {
  await using desk = await seeded()
  await found(desk, { name: 'Ayşe', phone, mayMessage: true })
  const client = new pg.Client({ connectionString: desk.database.appUrl })
  await client.connect()
  const as = async (by: typeof operator | null, text: string) => {
    await client.query('begin')
    try {
      if (by) await client.query(`select set_config('desk.actor', $1, true), set_config('desk.scope', $2, true), set_config('desk.directorate', $3, true)`, [by.id, by.scope, by.directorateId ?? ''])
      return (await client.query(text)).rows.length
    } finally { await client.query('rollback') }
  }
  const reads = ['select 1 from citizens.citizen', 'select 1 from citizens.phone', 'select 1 from citizens.consent', `select citizens.named('ayse', '{}', 9)`, `select citizens.numbered('532', 9)`,
    `update citizens.citizen set note = 'x' returning 1`]
  for (const text of reads) {
    for (const by of [operator, auditor]) expect(await as(by, text), text).toBe(1)
    for (const by of [null, administrator, officerOf(newId<string>())]) expect(await as(by, text), text).toBe(0)
  }
  const insert = `insert into citizens.citizen (id, language, made_at, changed_at) values (gen_random_uuid(), 'tr', now(), now())`
  await expect(as(officerOf(newId<string>()), insert)).rejects.toThrow(/row-level security/)
  await expect(as(operator, 'delete from citizens.citizen')).rejects.toThrow(/permission denied/)
  await client.end()
})

test('how she wants to hear from us is what she said last; who was not asked keeps what she said before', async () => {
  await using desk = await seeded()
  const phone = '+905320000077'
  const known = async () => { const [one] = await desk.do((tx) => findByPhone(tx, phone)); return { email: one?.email, way: one?.way } }
  const id = await idOf(desk, { name: 'Berfin', phone })
  expect(await known()).toEqual({ email: null, way: 'sms' })
  await found(desk, { name: 'Berfin', phone, email: 'berfin@example.org', way: 'mail' })
  expect(await known()).toEqual({ email: 'berfin@example.org', way: 'mail' })
  await found(desk, { name: 'Berfin', phone, way: 'call' })
  await found(desk, { name: 'Berfin', phone })
  expect(await known()).toEqual({ email: 'berfin@example.org', way: 'call' })
  const details = { citizenId: id, name: 'Berfin', placeId: null, street: null, language: 'tr', note: null } as const
  await desk.do((tx) => changeCitizen(tx, details))
  expect(await known()).toEqual({ email: 'berfin@example.org', way: 'call' })
  await desk.do((tx) => changeCitizen(tx, { ...details, email: null, way: 'sms' }))
  expect(await known()).toEqual({ email: null, way: 'sms' })
})
