import { expect, test } from 'vitest'
import { system } from './platform/actor.ts'
import { seedDemo, seedDemoPeople, seedEmpty } from './setup.ts'
import { operator, testDesk } from './testing.ts'
import { findTopics } from './rooms/routing/index.ts'
import { placeHits } from './rooms/places/index.ts'

test('the demonstration municipality is whole: places, topics with directorates, accounts, weeks of work', async () => {
  await using desk = await testDesk()
  await desk.as(system('set-up'), seedDemo)
  const accounts = await seedDemoPeople(desk.db)
  expect(accounts.filter((a) => a.roles.includes('operator'))).toHaveLength(3)
  const count = async (table: string) => (await desk.look<{ n: number }>(`select count(*)::int as n from ${table}`))[0]!.n
  expect(await count('places.place')).toBe(118)
  expect(await count('routing.topic_directorate')).toBeGreaterThan(141)
  expect(await count('cases.case')).toBe(42)
  const hits = await desk.as(operator, (tx) => findTopics(tx, { q: 'bizim sokakta cop almiyorlar', language: 'tr' }))
  expect(hits.length).toBeGreaterThanOrEqual(3)
  expect(hits[0]!.name.tr).toMatch(/çöp/i)
  expect((await desk.as(operator, (tx) => placeHits(tx, { q: 'karsiyaka' })))[0]!.label).toContain('Karşıyaka')
})

test('an empty municipality has its line, its holidays and its reasons, and nothing of the demonstration', async () => {
  await using desk = await testDesk()
  await desk.as(system('set-up'), seedEmpty)
  expect(await desk.look('select number, queue from calls.incoming_number')).toEqual([{ number: '153', queue: 'main' }])
  expect(await desk.look(`select 1 from contact.template where tr like '%Tatvan%' or en like '%Tatvan%'`)).toEqual([])
  for (const table of ['identity.directorate', 'places.place', 'routing.topic', 'cases.case', 'identity.staff'])
    expect(await desk.look(`select 1 from ${table} limit 1`)).toEqual([])
})
