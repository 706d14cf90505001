import pg from 'pg'
import { expect, test } from 'vitest'
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import { directorates as demoDirectorates, municipality as demoMunicipality } from '../../demo/index.ts'
import { type Actor, system } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { administrator, officerOf, operator, testDesk, type TestDesk } from '../../testing.ts'
import { colleagues, directoratesByIds, ensureFirstAdministrator, makeAccount, municipality, type NewAccount, setLanguage, staff, staffByIds } from './identity.ts'
import { directorateIds, seedDemoStaff, seedDirectorates, seedMunicipality } from './seed.ts'

const setUp = system('set-up')
async function seeded() {
  const desk = await testDesk('2026-03-06T16:00+03:00')
  await desk.as(setUp, async (tx) => {
    await seedMunicipality(tx, demoMunicipality, { country: 'TR', demo: true })
    await seedDirectorates(tx, demoDirectorates)
  })
  return desk
}
const account = (more: Partial<NewAccount> = {}): NewAccount => ({
  id: newId<StaffId>(), name: 'Işıl Öz', email: 'isil@desk.example', roles: ['operator'], directorateId: null, phone: null, language: 'tr', password: 'nine green bicycles', ...more,
})
async function addStaff(desk: TestDesk, given = account()): Promise<StaffId> {
  await makeAccount(desk.db, given, administrator)
  return given.id
}
const ofDirectorate = (desk: TestDesk, slug: string) => desk.do(async (tx) => (await directorateIds(tx)).get(slug)!)
/** Goes round the application: the same role, plain SQL. */
async function asApp<T>(desk: TestDesk, by: Pick<Actor, 'id' | 'scope' | 'directorateId'> | null, text: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: desk.database.appUrl })
  await client.connect()
  try {
    await client.query('begin')
    if (by) await client.query(`select set_config('desk.actor', $1, true), set_config('desk.scope', $2, true), set_config('desk.directorate', $3, true)`, [by.id, by.scope, by.directorateId ?? ''])
    return (await client.query(text, values)).rows as T[]
  } finally { await client.end() }
}

test('colleagues are found by the beginnings of their names’ words, with or without Turkish letters, and not after they left', async () => {
  await using desk = await seeded()
  const directorateId = await ofDirectorate(desk, 'zabita')
  await addStaff(desk)
  await addStaff(desk, account({ id: newId<StaffId>(), name: 'Şükrü Işık', email: 's@desk.example', roles: ['officer'], directorateId }))
  const found = (q?: string, of?: DirectorateId) => desk.do(async (tx) => (await colleagues(tx, { q, directorateId: of })).map((c) => c.name))
  expect(await found('ISI')).toEqual(['Işıl Öz', 'Şükrü Işık'])
  expect(await found('suk ışık')).toEqual(['Şükrü Işık'])
  expect(await found('ikr')).toEqual([])
  expect(await found(undefined, directorateId)).toEqual(['Şükrü Işık'])
  await desk.look(`update identity.staff set left_at = now() where name = 'Işıl Öz'`)
  expect(await found('isil')).toEqual([])
})

test('each chooses the language of her own screens, and of nobody else’s', async () => {
  await using desk = await seeded()
  const id = await addStaff(desk)
  await desk.as(operator, (tx) => setLanguage(tx, { language: 'en' }))
  expect(await desk.as(administrator, staff)).toMatchObject([{ language: 'tr' }])
  await desk.as({ ...operator, id }, (tx) => setLanguage(tx, { language: 'en' }))
  expect(await desk.as(administrator, staff)).toMatchObject([{ language: 'en' }])
})

test('a timeline still names who has left', async () => {
  await using desk = await seeded()
  const id = await addStaff(desk)
  await desk.look('update identity.staff set left_at = now()')
  expect((await desk.do((tx) => staffByIds(tx, [id, newId<StaffId>()]))).get(id)).toMatchObject({ name: 'Işıl Öz', left: true })
})

test('directorates come in the order asked for, each once, unknown ones left out', async () => {
  await using desk = await seeded()
  const [a, b] = [await ofDirectorate(desk, 'zabita'), await ofDirectorate(desk, 'itfaiye')]
  expect((await desk.do((tx) => directoratesByIds(tx, [a, newId<DirectorateId>(), b, a]))).map((d) => d.slug)).toEqual(['zabita', 'itfaiye'])
})

test('an empty desk gets one administrator with a password for one use, and never a second', async () => {
  await using desk = await seeded()
  const first = await ensureFirstAdministrator(desk.db)
  expect(first?.password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/)
  expect(await desk.look('select email, must_change_password from identity.staff')).toEqual([{ email: first!.email, must_change_password: true }])
  expect(await ensureFirstAdministrator(desk.db)).toBeUndefined()
})

test('before set-up the desk says that it is not ready, instead of guessing whose it is', async () => {
  await using desk = await testDesk()
  await expect(desk.do(municipality)).rejects.toMatchObject({ code: 'identity.municipality_unavailable' })
})

test('setting up twice changes rows and adds none', async () => {
  await using desk = await seeded()
  const people = [{ login: 'a', email: 'a@desk.example', name: 'Arda', role: 'officer' as const, directorate: 'zabita', password: 'one two three four' }]
  await seedDemoStaff(desk.db, people)
  await seedDemoStaff(desk.db, [{ ...people[0]!, name: 'Arda Er' }])
  await desk.as(setUp, (tx) => seedDirectorates(tx, demoDirectorates))
  expect(await desk.look('select name from identity.staff')).toEqual([{ name: 'Arda Er' }])
  expect(await desk.look('select 1 from identity.directorate')).toHaveLength(demoDirectorates.length)
})

test('in plain SQL, without an identity or with a citizen’s, no person of the desk is there', async () => {
  await using desk = await seeded()
  await addStaff(desk)
  for (const by of [null, { id: 'visitor', scope: 'none' as const, directorateId: null }])
    for (const table of ['staff', 'credential', 'session', 'staff_published']) expect(await asApp(desk, by, `select * from identity.${table}`)).toEqual([])
})

test('in plain SQL, hashes and sessions are the sign-in’s alone, and nobody makes herself an administrator', async () => {
  await using desk = await seeded()
  const id = await addStaff(desk)
  await desk.look(`insert into identity.session values ('\\x01', $1, now(), now())`, [id])
  for (const by of [operator, administrator, officerOf(newId<string>())])
    for (const table of ['credential', 'session']) expect(await asApp(desk, by, `select * from identity.${table}`)).toEqual([])
  for (const by of [operator, { ...operator, id }]) expect(await asApp(desk, by, `update identity.staff set roles = '{administrator}' returning id`)).toEqual([])
  await expect(asApp(desk, operator, `insert into identity.staff (id, name, name_folded, email, roles, language, must_change_password) values (gen_random_uuid(), 'x', 'x', 'x', '{administrator}', 'tr', false)`))
    .rejects.toThrow(/row-level security/)
})
