import { afterAll, beforeAll, expect, test } from 'vitest'
import { InboxQuery } from '../../../contracts/cases.ts'
import { calendars, citizens, directorates, institutions, municipality, pastCases, places, topicGroups, topics } from '../../demo/index.ts'
import { operator, testDesk, type TestDesk } from '../../testing.ts'
import { seedCalendars, seedDirectorateCalendars } from '../calendars/index.ts'
import { seedCitizens } from '../citizens/index.ts'
import { seedDirectorates, seedMunicipality } from '../identity/index.ts'
import { seedInstitutions, seedPlaces } from '../places/index.ts'
import { seedTopics } from '../routing/index.ts'
import { casePage, inbox } from './reading.ts'
import { seedCases } from './seed.ts'
import { seeding } from './testing.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
  const seed = () => desk.as(seeding, async (tx) => {
    await seedMunicipality(tx, municipality, { country: 'TR', demo: true })
    await seedDirectorates(tx, directorates)
    await seedCalendars(tx, calendars)
    await seedDirectorateCalendars(tx, directorates)
    await seedInstitutions(tx, institutions)
    await seedPlaces(tx, places)
    await seedTopics(tx, topicGroups, topics)
    await seedCases(tx, pastCases, await seedCitizens(tx, citizens))
  })
  await seed()
  await seed()
})
afterAll(() => desk[Symbol.asyncDispose]())

test('each past case of the demonstration stands once, however often it is set up, numbered in the order of time', async () => {
  const rows = await desk.look<{ number: string }>('select number from cases.case order by opened_at')
  expect(rows).toHaveLength(pastCases.length)
  for (const year of ['2025', '2026']) {
    const numbers = rows.map((row) => row.number).filter((number) => number.startsWith(year))
    expect(numbers).toEqual(numbers.toSorted())
  }
  expect(await desk.events()).toEqual([])
})

test('they look as if the desk had lived: states, tasks, timelines and due times fit one another', async () => {
  const { rows } = await desk.do((tx) => inbox(tx, InboxQuery.parse({ view: 'all', sort: 'newest' }), operator))
  expect(rows.length).toBeGreaterThan(20)
  expect(new Set(rows.map((row) => row.status)).size).toBeGreaterThan(3)
  for (const row of rows) {
    const page = await desk.do((tx) => casePage(tx, { caseId: row.id }, operator))
    expect(Date.parse(row.openedAt)).toBeLessThanOrEqual(desk.clock.now().getTime())
    expect(page.timeline[0]?.what).toBe('opened')
    for (const entry of page.timeline) expect(Date.parse(entry.at)).toBeLessThanOrEqual(desk.clock.now().getTime())
    expect(page.institution !== null).toBe(row.status === 'handed_over')
    if (row.status !== 'handed_over') expect(page.tasks.filter((task) => task.part === 'lead')).toHaveLength(1)
  }
})
