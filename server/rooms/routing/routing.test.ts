import { expect, test } from 'vitest'
import type { CaseKind, TopicId } from '../../../contracts/routing.ts'
import { calendars, directorates, holidays, institutions, municipality, places, staff, topicGroups, topics as demoTopics } from '../../demo/index.ts'
import { system } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { testDesk } from '../../testing.ts'
import { seedCalendars, seedDirectorateCalendars, seedHolidays, seedOnCall } from '../calendars/index.ts'
import { directorateIds, seedDemoStaff, seedDirectorates, seedMunicipality } from '../identity/index.ts'
import { placeIds, seedInstitutions, seedPlaces } from '../places/index.ts'
import { findTopics, route, topicById, topics } from './routing.ts'
import { seedTopics, topicIds } from './seed.ts'

const setUp = system('set-up')
async function seeded(at = '2026-03-06T16:00+03:00', change: (topic: (typeof demoTopics)[number]) => (typeof demoTopics)[number] = (t) => t) {
  const desk = await testDesk(at)
  await desk.as(setUp, async (tx) => {
    await seedMunicipality(tx, municipality, { country: 'TR', demo: true })
    await seedDirectorates(tx, directorates)
    await seedInstitutions(tx, institutions)
    await seedPlaces(tx, places)
    await seedCalendars(tx, calendars)
    await seedHolidays(tx, holidays)
    await seedDirectorateCalendars(tx, directorates)
    await seedTopics(tx, topicGroups, demoTopics.map(change))
  })
  const ids = await desk.do(async (tx) => ({ topics: await topicIds(tx), places: await placeIds(tx), directorates: await directorateIds(tx) }))
  const where = (topic: string, more: { kind?: CaseKind; place?: string; also?: string[] } = {}) => desk.do((tx) => route(tx, {
    topicId: ids.topics.get(topic)!, kind: more.kind ?? 'complaint', placeId: more.place ? ids.places.get(more.place)! : undefined, also: (more.also ?? []).map((slug) => ids.directorates.get(slug)!),
  }))
  return { desk, ids, where, [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose]() }
}
const slugs = (rows: readonly { slug: string }[]) => rows.map((row) => row.slug)

test('a case goes to the topic’s lead and supporting directorates, and falls due by the lead’s calendar', async () => {
  await using s = await seeded()
  const topic = demoTopics.find((t) => t.slug === 'kaldirim-bozuk')!
  const to = await s.where('kaldirim-bozuk', { place: 'saray-mahallesi' })
  expect(to).toMatchObject({ lead: { slug: topic.lead }, notOurs: null, emergency: false, open: true, onCall: null })
  expect(slugs(to.supporting)).toEqual(topic.supporting)
  expect(topic.promised.unit).toBe('working')
  expect(new Date(to.dueAt!) > new Date('2026-03-09T08:00+03:00')).toBe(true)
})

test('directorates asked for by name join once, behind those the topic names', async () => {
  await using s = await seeded()
  const topic = demoTopics.find((t) => t.slug === 'yol-kar')!
  const to = await s.where('yol-kar', { also: ['zabita', topic.lead, ...topic.supporting, 'itfaiye'] })
  expect(slugs([to.lead!, ...to.supporting])).toEqual([topic.lead, ...topic.supporting, 'zabita', 'itfaiye'])
})

test('outside its hours the lead’s person on call is named, with the telephone', async () => {
  await using s = await seeded('2026-03-07T22:00+03:00')
  await seedDemoStaff(s.desk.db, staff.filter((person) => person.directorate === 'fen-isleri').map((person) => ({ ...person, password: 'nine green bicycles' })))
  await s.desk.as(setUp, (tx) => seedOnCall(tx, directorates))
  const director = staff.find((person) => person.directorate === 'fen-isleri' && person.role === 'director')!
  expect(await s.where('yol-kar')).toMatchObject({ open: false, onCall: { name: director.name, phone: director.mobile } })
  s.desk.clock.set('2026-03-09T10:00+03:00')
  expect(await s.where('yol-kar')).toMatchObject({ open: true, onCall: null })
})

test('a topic of another body is said to be theirs, wherever it is and however urgent', async () => {
  await using s = await seeded()
  for (const kind of ['complaint', 'emergency', 'information'] as const)
    expect(await s.where('elektrik-kesintisi', { kind, place: 'saray-mahallesi' })).toMatchObject({ lead: null, supporting: [], dueAt: null, notOurs: { because: 'topic', institution: { phone: '186' } } })
})

test('a village is served by another body: for what is ours elsewhere, not for danger, thanks or a question', async () => {
  await using s = await seeded()
  const there = (topic: string, kind?: CaseKind) => s.where(topic, { place: 'adabag-koyu', ...(kind ? { kind } : {}) })
  expect(await there('kaldirim-bozuk')).toMatchObject({ lead: null, notOurs: { because: 'place', institution: { slug: 'il-ozel-idaresi' } } })
  expect(await there('yangin')).toMatchObject({ lead: { slug: 'itfaiye' }, notOurs: null, emergency: true })
  expect(await there('kaldirim-bozuk', 'emergency')).toMatchObject({ lead: { slug: 'fen-isleri' }, notOurs: null, emergency: true })
  for (const kind of ['information', 'thanks'] as const) expect(await there('kaldirim-bozuk', kind)).toMatchObject({ lead: null, notOurs: null })
})

test('a topic marked as served everywhere is ours in the villages too', async () => {
  await using s = await seeded(undefined, (topic) => (topic.slug === 'emlak-vergisi' ? { ...topic, everywhere: true } : topic))
  expect(await s.where('emlak-vergisi', { place: 'adabag-koyu' })).toMatchObject({ notOurs: null, lead: { slug: demoTopics.find((t) => t.slug === 'emlak-vergisi')!.lead } })
})

test('where nothing is to be done nobody gets work, unless somebody is asked for by name', async () => {
  await using s = await seeded()
  expect(await s.where('yol-kar', { kind: 'information' })).toMatchObject({ lead: null, supporting: [], dueAt: null, notOurs: null })
  const asked = await s.where('elektrik-kesintisi', { also: ['fen-isleri', 'zabita'] })
  expect(asked).toMatchObject({ lead: { slug: 'fen-isleri' }, supporting: [{ slug: 'zabita' }], notOurs: { because: 'topic' } })
  expect(asked.dueAt).not.toBeNull()
})

test('an unknown topic is refused at its field', async () => {
  await using s = await seeded()
  await expect(s.desk.do((tx) => route(tx, { topicId: newId<TopicId>(), kind: 'complaint', also: [] }))).rejects.toMatchObject({ code: 'routing.unknown_topic', field: 'topicId' })
  expect(await s.desk.do((tx) => topicById(tx, newId<TopicId>()))).toBeUndefined()
})

test('topics are served as they were written: the tree’s order, questions, causes, directorates, institution', async () => {
  await using s = await seeded()
  const all = await s.desk.do(topics)
  expect(slugs(all)).toEqual(topicGroups.flatMap((group) => slugs(demoTopics.filter((topic) => topic.group === group.slug))))
  for (const topic of all) {
    const { lead, supporting, group, institution, everywhere: _everywhere, ...written } = demoTopics.find(({ slug }) => slug === topic.slug)!
    expect(topic).toMatchObject({ ...written, group: topicGroups.find(({ slug }) => slug === group)!.name, leadId: s.ids.directorates.get(lead), supportingIds: supporting.map((slug) => s.ids.directorates.get(slug)) })
    expect(topic.institution?.slug ?? null).toBe(institution)
    expect(await s.desk.do((tx) => topicById(tx, topic.id))).toEqual(topic)
  }
})

test('a change of a topic is found by the next search, and not before it is committed', async () => {
  await using s = await seeded()
  const find = () => s.desk.do(async (tx) => (await findTopics(tx, { q: 'zürafa', language: 'tr' })).map((hit) => hit.because))
  expect(await find()).toEqual([])
  const renamed = demoTopics.map((topic) => (topic.slug === 'basibos-kopek' ? { ...topic, synonyms: [...topic.synonyms, 'zürafa kaçtı'] } : topic))
  await s.desk.as(setUp, async (tx) => {
    await seedTopics(tx, topicGroups, renamed)
    expect(await find()).toEqual([])
  })
  expect((await find())[0]).toBe('zürafa kaçtı')
})

test('a change that is taken back was never there', async () => {
  await using s = await seeded()
  const find = () => s.desk.do((tx) => findTopics(tx, { q: 'zürafa', language: 'tr' }))
  await expect(s.desk.as(setUp, async (tx) => {
    await seedTopics(tx, topicGroups, demoTopics.map((topic) => ({ ...topic, synonyms: ['zürafa'] })))
    expect(await findTopics(tx, { q: 'zürafa', language: 'tr' })).not.toEqual([])
    throw new Error('taken back')
  })).rejects.toThrow('taken back')
  expect(await find()).toEqual([])
})

test('setting up twice changes rows and adds none', async () => {
  await using s = await seeded()
  const again = await s.desk.as(setUp, (tx) => seedTopics(tx, topicGroups, demoTopics))
  expect(again).toEqual(s.ids.topics)
  expect(await s.desk.look('select 1 from routing.topic')).toHaveLength(demoTopics.length + topicGroups.length)
})
