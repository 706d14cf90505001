import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OpenPlaceCase, SearchQuery } from '../../../contracts/cases.ts'
import { operator, someone, testDesk, type TestDesk } from '../../testing.ts'
import { attachToPlaceCase, myPlaces, notePlaceCase, openPlaceCase, placeCase, placeCases } from './muhtar.ts'
import { addNote } from './notes.ts'
import { search } from './search.ts'
import { casePage } from './reading.ts'
import { attachmentId, aTown, caseId, filesInMemory, opened, type Town } from './testing.ts'

let desk: TestDesk, town: Town
const id = '019ab000-0000-7000-8000-0000000000b1'
const she = someone(['muhtar'], null, id)
beforeAll(async () => {
  desk = await testDesk('2026-11-23T09:00:00+03:00')
  town = await aTown(desk)
  await desk.look(`insert into identity.staff (id, name, name_folded, email, phone, roles, language, must_change_password) values ($1, 'Hasan Muhtar', 'hasan muhtar', 'hasan@example.org', '+905320000009', '{muhtar}', 'tr', false)`, [id])
  await desk.look('insert into identity.staff_place (staff_id, place_id) values ($1, $2)', [id, town.place('saray')])
})
afterAll(() => desk[Symbol.asyncDispose]())
const hers = () => desk.as(she, placeCases)
const numbers = async () => (await hers()).map((c) => c.number)
const her = (more: object = {}) => OpenPlaceCase.parse({ id: caseId(), kind: 'request', said: 'Camiye giden yol bozuk', topicId: town.topic('pothole'), answers: { deep: false }, where: { placeId: town.place('saray') }, ...more })

test('she sees the cases of her own place, and of them no name, no number, no word of the citizen', async () => {
  const here = await opened(desk, town), there = await opened(desk, town, { where: { placeId: town.place('kale') } })
  expect(await numbers()).toEqual([here.number])
  const [seen] = await hers()
  expect(seen).toMatchObject({ status: 'routed', lead: { tr: 'roads' }, mine: false, said: null })
  expect(JSON.stringify(await desk.as(she, (tx) => placeCase(tx, { caseId: here.id })))).not.toMatch(/Ayşe|905320000001|çukur/)
  await expect(desk.as(she, (tx) => placeCase(tx, { caseId: there.id }))).rejects.toMatchObject({ code: 'case.not_found' })
  expect((await desk.as(she, myPlaces)).map((p) => p.name)).toEqual(['Saray'])
})

test('a tip-off and a matter of one person are not hers to see; what ended is, for ninety days', async () => {
  const before = await numbers()
  await opened(desk, town, { kind: 'tip_off' })
  await opened(desk, town, { topicId: town.topic('debt'), answers: {} })
  expect(await numbers()).toEqual(before)
  const ended = await opened(desk, town, { kind: 'thanks', answers: {} })
  expect(await numbers()).toEqual([...before, ended.number])
  desk.clock.set('2027-02-22T09:00:00+03:00')
  expect(await numbers()).toEqual(before)
  await expect(desk.as(she, (tx) => placeCase(tx, { caseId: ended.id }))).rejects.toMatchObject({ code: 'case.not_found' })
  desk.clock.set('2026-11-23T10:00:00+03:00')
})

test('whatever she asks the database, every table that keeps row security is empty to her, but for her own account', async () => {
  const tables = await desk.look<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relrowsecurity and n.nspname not in ('identity', 'graphile_worker') and has_table_privilege('akmasa_app', c.oid, 'select')`)
  expect(tables.length).toBeGreaterThan(15)
  for (const { name } of tables) {
    const { rows } = await desk.as(she, (tx) => sql<{ n: number }>`select count(*)::int as n from ${sql.raw(name)}`.execute(tx))
    expect(rows[0]!.n, name).toBe(0)
  }
  const { rows } = await desk.as(she, (tx) => sql<{ id: string }>`select id from identity.staff`.execute(tx))
  expect(rows.map((r) => r.id)).toEqual([id])
  expect((await desk.as(she, (tx) => search(tx, SearchQuery.parse({ q: '2026' }), she))).rows).toEqual([])
  // And nobody else's eyes are sharpened by having her places.
  expect(await desk.as(someone(['officer'], town.directorate('finance'), id), placeCases)).toEqual([])
})

test('she writes a case down in her place and by her name; twice the same is one; elsewhere she may not', async () => {
  const given = her(), made = await openPlaceCase(desk.db, given, she)
  expect(await openPlaceCase(desk.db, given, she)).toEqual(made)
  expect(await desk.do((tx) => casePage(tx, { caseId: made.id }, operator))).toMatchObject({ channel: 'muhtar', openedBy: 'Hasan Muhtar', reporter: { name: 'Hasan Muhtar', phone: '+905320000009' } })
  expect((await hers()).find((c) => c.id === made.id)).toMatchObject({ mine: true, said: 'Camiye giden yol bozuk' })
  await expect(openPlaceCase(desk.db, her({ where: { placeId: town.place('kale') } }), she)).rejects.toMatchObject({ code: 'case.not_your_place', field: 'where.placeId' })
})

test('she adds words and a photo to her own case, and to nobody else’s', async () => {
  const files = filesInMemory(), own = await openPlaceCase(desk.db, her(), she), other = await opened(desk, town)
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  await notePlaceCase(desk.db, { caseId: own.id, id: caseId(), words: 'Yağmurdan sonra kötüleşti' }, she)
  await attachToPlaceCase(desk.db, files, { caseId: own.id, id: attachmentId(), name: 'yol.png', file: png }, she)
  const page = await desk.do((tx) => casePage(tx, { caseId: own.id }, operator))
  expect([page.attachments.map((a) => [a.name, a.by]), page.timeline.at(-2)?.by]).toEqual([[['yol.png', 'Hasan Muhtar']], 'Hasan Muhtar'])
  // What she added she finds again; what the desk notes there is not hers to read.
  await desk.do((tx) => addNote(tx, { caseId: own.id, id: caseId() as never, words: 'Muhtar yine aradı', mentions: [] }, operator))
  const seen = (await desk.as(she, (tx) => placeCase(tx, { caseId: own.id }))).timeline
  expect(seen.map((e) => e.what)).toEqual(['opened', 'routed', 'note', 'attached'])
  expect(seen[2]!.facts).toEqual({ words: 'Yağmurdan sonra kötüleşti' })
  await expect(notePlaceCase(desk.db, { caseId: other.id, id: caseId(), words: 'x' }, she)).rejects.toMatchObject({ code: 'case.not_found' })
  await expect(attachToPlaceCase(desk.db, files, { caseId: other.id, id: attachmentId(), name: 'x.png', file: png }, she)).rejects.toMatchObject({ code: 'case.not_found' })
})
