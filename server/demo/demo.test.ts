import { expect, test } from 'vitest'
import { Holiday, Promised } from '../../contracts/calendars.ts'
import { OpenCase, Source } from '../../contracts/cases.ts'
import { SignIn } from '../../contracts/identity.ts'
import { Bilingual, Phone } from '../../contracts/kit.ts'
import { Answers, Question } from '../../contracts/routing.ts'
import * as demo from './index.ts'
import { slugOf } from './slug.ts'

const slugsOf = (rows: readonly { slug: string }[]) => rows.map((row) => row.slug)
const keysOf = (rows: readonly { key: string }[]) => rows.map((row) => row.key)
const repeated = (keys: readonly string[]) => keys.filter((key, i) => keys.indexOf(key) !== i)
const unknown = (used: readonly (string | null)[], rows: readonly { slug: string }[]) => {
  const known = new Set(slugsOf(rows))
  return used.filter((slug) => slug !== null && !known.has(slug))
}

/** Every {tr, en} anywhere in the data, with the path to it. */
function texts(value: unknown, path = 'demo'): { path: string; tr: string; en: string }[] {
  if (typeof value !== 'object' || value === null) return []
  const here = 'tr' in value && 'en' in value ? [{ path, tr: String(value.tr), en: String(value.en) }] : []
  return [...here, ...Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`))]
}

const countOf = (kind: string) => demo.places.filter((place) => place.kind === kind).length

test('the district has 22 neighbourhoods, 57 villages and 39 hamlets', () => {
  expect([countOf('neighbourhood'), countOf('village'), countOf('hamlet')]).toEqual([22, 57, 39])
})

test('every hamlet belongs to a village, and only the neighbourhoods are the municipality’s own to serve', () => {
  const villages = new Set(demo.places.filter((place) => place.kind === 'village').map((place) => place.slug))
  for (const place of demo.places) {
    expect(place.institution).toBe(place.kind === 'neighbourhood' ? null : 'il-ozel-idaresi')
    expect(place.parent !== null && villages.has(place.parent)).toBe(place.kind === 'hamlet')
  }
})

test.each(Object.entries({
  places: demo.places, landmarks: demo.landmarks, calendars: demo.calendars, directorates: demo.directorates,
  institutions: demo.institutions, groups: demo.topicGroups, topics: demo.topics, queues: demo.queues,
  citizens: demo.citizens,
}))('%s: slugs are unique and plain', (_, rows) => {
  const slugs = slugsOf(rows)
  expect(slugs.length).toBeGreaterThan(0)
  expect(repeated(slugs)).toEqual([])
  expect(slugs.filter((slug) => slugOf(slug) !== slug)).toEqual([])
})

test('whatever a row points at exists', () => {
  const { topics, directorates, institutions, places } = demo
  expect(unknown(topics.map((topic) => topic.group), demo.topicGroups)).toEqual([])
  expect(unknown(topics.flatMap((topic) => [topic.lead, ...topic.supporting]), directorates)).toEqual([])
  expect(unknown(topics.map((topic) => topic.institution), institutions)).toEqual([])
  expect(unknown(places.map((place) => place.institution), institutions)).toEqual([])
  expect(unknown(places.map((place) => place.parent), places)).toEqual([])
  expect(unknown(demo.landmarks.map((landmark) => landmark.place), places)).toEqual([])
  expect(unknown(directorates.map((directorate) => directorate.calendar), demo.calendars)).toEqual([])
  expect(unknown(demo.incomingNumbers.map((number) => number.queue), demo.queues)).toEqual([])
  expect(unknown(demo.incomingNumbers.map((number) => number.directorate), directorates)).toEqual([])
  expect(unknown(demo.staff.map((person) => person.directorate ?? null), directorates)).toEqual([])
  expect(unknown(demo.citizens.flatMap((citizen) => [citizen.place, citizen.muhtarOf ?? null]), places)).toEqual([])
  expect(unknown(demo.staff.map((person) => person.speaksFor ?? null), places)).toEqual([])
  expect(unknown(demo.pastCases.map((past) => past.topic), topics)).toEqual([])
  expect(unknown(demo.pastCases.map((past) => past.place), places)).toEqual([])
  expect(unknown(demo.pastCases.map((past) => past.landmark), demo.landmarks)).toEqual([])
  expect(unknown(demo.pastCases.map((past) => past.citizen), demo.citizens)).toEqual([])
})

test('the tree has at least 110 leaves, and no group and no directorate without one', () => {
  expect(demo.topics.length).toBeGreaterThanOrEqual(110)
  const groups = new Set(demo.topics.map((topic) => topic.group))
  expect(demo.topicGroups.filter((group) => !groups.has(group.slug))).toEqual([])
  const leads = new Set(demo.topics.map((topic) => topic.lead))
  expect(demo.directorates.filter((directorate) => !leads.has(directorate.slug))).toEqual([])
})

test('every leaf has synonyms, questions, causes, a promise, and a lead apart from those who support it', () => {
  for (const topic of demo.topics) {
    const { slug, synonyms, questions, causes, supporting, lead, promised } = topic
    const between = (count: number, least: number, most: number) => count >= least && count <= most
    expect(between(synonyms.length, 4, 10) && between(questions.length, 1, 4) && between(causes.length, 2, 5), slug).toBe(true)
    expect(repeated([...synonyms, topic.name.tr].map(slugOf)), slug).toEqual([])
    expect(synonyms.filter((word) => word.trim() !== word || word === ''), slug).toEqual([])
    expect(repeated(keysOf(questions)), slug).toEqual([])
    for (const question of questions) {
      if (question.type !== 'choice') continue
      expect(question.choices?.length, slug).toBeGreaterThanOrEqual(2)
      expect(repeated(keysOf(question.choices ?? [])), slug).toEqual([])
    }
    expect(repeated(keysOf(causes)), slug).toEqual([])
    expect(repeated([lead, ...supporting]), slug).toEqual([])
    expect(supporting.length, slug).toBeLessThanOrEqual(3)
    expect(promised.hours, slug).toBeGreaterThan(0)
  }
})

test('an emergency is promised in hours that pass, not in working hours', () => {
  const slow = demo.topics.filter((topic) => topic.emergency && (topic.promised.unit !== 'straight' || topic.promised.hours > 12))
  expect(slugsOf(slow)).toEqual([])
})

test('both languages are there, and hold the same fields', () => {
  const all = texts({ ...demo })
  expect(all.length).toBeGreaterThan(1000)
  const fields = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()
  for (const { path, tr, en } of all) {
    expect(tr.trim(), path).not.toBe('')
    expect(en.trim(), path).not.toBe('')
    expect(fields(tr), path).toEqual(fields(en))
  }
})

test('every row fits the contracts it will be served by', () => {
  for (const text of texts({ ...demo })) Bilingual.parse(text)
  for (const holiday of demo.holidays) Holiday.parse(holiday)
  for (const { promised, questions, causes } of demo.topics) {
    Promised.parse(promised)
    for (const question of questions) Answers.parse({ [Question.parse(question).key]: true })
    for (const cause of causes) Source.parse({ cause: cause.key })
  }
  for (const { phone } of [...demo.institutions, ...demo.citizens]) Phone.nullable().parse(phone)
  for (const { email, mobile } of demo.staff) {
    SignIn.shape.email.parse(email)
    Phone.optional().parse(mobile)
  }
  for (const { kind, channel, said } of demo.pastCases) OpenCase.pick({ kind: true, channel: true, said: true }).parse({ kind, channel, said })
})

test('no Turkish ending hangs on a field', () => {
  expect(demo.messages.filter((message) => /\}[’'\p{L}]/u.test(message.tr))).toEqual([])
})

test('what a citizen is told is short and plain', () => {
  const told = [
    ...demo.messages.filter((message) => message.key !== 'on-call').map((message) => message.tr),
    ...demo.incomingNumbers.map((line) => line.greeting.tr),
    ...demo.institutions.map((institution) => institution.tell.tr),
    ...demo.topics.flatMap((topic) => topic.questions.map((question) => question.ask.tr)),
  ]
  for (const text of told) {
    expect(text).not.toMatch(/en kısa sürede|tarafınız|ivedi|gereği yapıl|mağdur|!/i)
    for (const sentence of text.split(/[.?:\n]/)) expect(sentence.trim().split(/\s+/).length, sentence).toBeLessThanOrEqual(15)
  }
})

test('each message has one text for one channel, and a mail has a subject', () => {
  expect(repeated(demo.messages.map((message) => `${message.key} ${message.channel}`))).toEqual([])
  expect(demo.messages.filter((message) => message.key !== 'mail-foot' && (message.channel === 'mail') !== (message.subject !== null))).toEqual([])
})

test('every directorate has a director and an officer, and whoever is on call has a mobile', () => {
  for (const { slug, onCall } of demo.directorates) {
    const people = demo.staff.filter((person) => person.directorate === slug)
    expect(people.map((person) => person.role).filter((role) => role !== 'crew').sort()).toEqual(['director', 'officer'])
    expect(people.some((person) => person.mobile !== undefined)).toBe(onCall)
  }
  expect(repeated(demo.staff.map((person) => person.email))).toEqual([])
  expect(repeated(demo.staff.map((person) => person.name))).toEqual([])
})

test('codes of wrap-up, pauses and returns are unique', () => {
  for (const rows of [demo.wrapUpCodes, demo.pauseReasons, demo.returnReasons])
    expect(repeated(rows.map((row) => row.code))).toEqual([])
})

test('all telephone numbers are made up', () => {
  const numbers = [
    ...demo.staff.map((person) => person.mobile), ...demo.citizens.map((citizen) => citizen.phone),
    ...demo.incomingNumbers.map((line) => line.number), demo.municipality.nightMobile,
  ]
  expect(numbers.filter((number) => number && number !== '153' && !/^\+90(500|434)000\d{4}$/.test(number))).toEqual([])
  expect(repeated(demo.citizens.map((citizen) => citizen.phone))).toEqual([])
})

test('past cases are of a kind their topic allows, and named where the topic needs a name', () => {
  for (const past of demo.pastCases) {
    const topic = demo.topics.find(({ slug }) => slug === past.topic)
    expect(topic?.kinds ?? [past.kind], past.said).toContain(past.kind)
    if (!topic?.anonymousAllowed) expect(past.citizen, past.said).not.toBeNull()
    expect(past.said).not.toBe('')
  }
})

test('what is not ours was handed over, and nothing of ours was', () => {
  for (const past of demo.pastCases) {
    const topic = demo.topics.find(({ slug }) => slug === past.topic)
    const placeServedBy = demo.places.find(({ slug }) => slug === past.place)?.institution ?? null
    const elsewhere = topic?.institution ?? (topic?.everywhere ? null : placeServedBy)
    expect(past.status === 'handed_over', past.said).toBe(elsewhere !== null)
  }
})
