/** A small municipality for tests of cases and of the rooms above them. */
import { type AttachmentId, type CaseId, OpenCase } from '../../../contracts/cases.ts'
import type { z } from 'zod'
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { InstitutionId, PlaceId } from '../../../contracts/places.ts'
import type { Question, TopicId } from '../../../contracts/routing.ts'
import type { Topic } from '../../demo/types.ts'
import { type Actor, system } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { officerOf, operator, type TestDesk } from '../../testing.ts'
import { seedCalendars } from '../calendars/index.ts'
import { seedDirectorates, seedMunicipality } from '../identity/index.ts'
import { seedInstitutions, seedPlaces } from '../places/index.ts'
import { seedTopics } from '../routing/index.ts'
import type { Files } from './attachments.ts'
import { openCase } from './cases.ts'

export { routeCase } from './moving.ts'

const both = (text: string) => ({ tr: text, en: `${text} (en)` })
const question = (key: string, type: Question['type'], required: boolean, choices?: Question['choices']): Question => ({ key, ask: both(key), type, required, ...(choices && { choices }) })
const topic = (slug: string, lead: string, more: Partial<Topic> = {}): Topic => ({
  slug, group: 'all', name: both(slug), synonyms: [], kinds: null, emergency: false, lead, supporting: [], promised: { hours: 8, unit: 'working' }, questions: [], causes: [],
  nearbyMetres: 250, personal: false, anonymousAllowed: true, institution: null, ...more,
})
const topics: Topic[] = [
  topic('pothole', 'roads', {
    supporting: ['water'], causes: [{ key: 'frost', name: both('Don') }],
    questions: [question('deep', 'yesno', true), question('lanes', 'number', false), question('since', 'date', false), question('note', 'text', false),
      question('size', 'choice', false, [{ key: 'small', label: both('Küçük') }, { key: 'large', label: both('Büyük') }])],
  }),
  topic('pipe', 'water'),
  topic('debt', 'finance', { personal: true, anonymousAllowed: false }),
  topic('licence', 'finance', { kinds: ['request'] }),
  topic('power', 'roads', { institution: 'electric' }),
]
/** As the screens ask for them. */
export { moveCase } from './moving.ts'
export { inbox } from './reading.ts'

export type Town = {
  directorate: (slug: 'roads' | 'water' | 'finance' | 'parks') => DirectorateId; officer: (slug: 'roads' | 'water' | 'finance' | 'parks') => Actor
  topic: (slug: 'pothole' | 'pipe' | 'debt' | 'licence' | 'power') => TopicId; place: (slug: 'saray' | 'kale' | 'adabag' | 'mezra') => PlaceId
  institution: (slug: 'electric' | 'province') => InstitutionId
}

export const seeding = system('set-up')
export async function aTown(desk: TestDesk): Promise<Town> {
  return desk.as(seeding, async (tx) => {
    await seedMunicipality(tx, {
      name: both('Tatvan Belediyesi'), province: 'Bitlis', provinceCode: '13', district: 'Tatvan', metropolitan: false, zone: 'Europe/Istanbul',
      centre: { lat: 38.5, lon: 42.28 }, mainNumber: '153', nightMobile: '+905000000100',
    }, { country: 'TR', demo: true })
    const directorates = await seedDirectorates(tx, ['roads', 'water', 'finance', 'parks'].map((slug) => ({ slug, name: both(slug), does: both(slug), calendar: 'office', onCall: false })))
    await seedCalendars(tx, [{ slug: 'office', name: both('Mesai'), keepsHolidays: false, week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }] }])
    const institutions = await seedInstitutions(tx, [{ slug: 'electric', phone: '186' }, { slug: 'province', phone: null }].map((i) => ({ ...i, name: both(i.slug), tell: both(i.slug) })))
    const places = await seedPlaces(tx, [
      { slug: 'saray', kind: 'neighbourhood', name: 'Saray', parent: null, institution: null }, { slug: 'kale', kind: 'neighbourhood', name: 'Kale', parent: null, institution: null },
      { slug: 'adabag', kind: 'village', name: 'Adabağ', parent: null, institution: 'province' }, { slug: 'mezra', kind: 'hamlet', name: 'Yukarı', parent: 'adabag', institution: null },
    ])
    const topicIds = await seedTopics(tx, [{ slug: 'all', name: both('all') }], topics)
    const officers: Record<string, Actor> = {}
    return {
      directorate: (slug) => directorates.get(slug)!, officer: (slug) => officers[slug] ??= officerOf(directorates.get(slug)!), topic: (slug) => topicIds.get(slug)!,
      place: (slug) => places.get(slug)!, institution: (slug) => institutions.get(slug)!,
    }
  })
}


export const caseId = () => newId<CaseId>()
export const attachmentId = () => newId<AttachmentId>()
/** A whole intake about a pothole; change what the test is about. */
export const aReport = (town: Town, more: Partial<z.input<typeof OpenCase>> = {}): OpenCase => OpenCase.parse({
  id: caseId(), kind: 'complaint', channel: 'phone', said: 'Okulun önünde derin bir çukur var', topicId: town.topic('pothole'), answers: { deep: true },
  where: { placeId: town.place('saray') }, reporter: { name: 'Ayşe Yıldız', phone: '+905320000001', mayMessage: true }, ...more,
})
export const opened = (desk: TestDesk, town: Town, more: Partial<z.input<typeof OpenCase>> = {}, by: Actor = operator) =>
  desk.as(by, (tx) => openCase(tx, aReport(town, more), by))

/** Files that live as long as the test. */
export function filesInMemory(): Files & { size(): number } {
  const kept = new Map<string, Buffer>()
  return { put: async (key, bytes) => void kept.set(key, bytes), get: async (key) => kept.get(key), size: () => kept.size }
}
