/** Topics: what the problem is and which directorates owe the answer. */
import type { Promised } from '../../../contracts/calendars.ts'
import type { Directorate } from '../../../contracts/identity.ts'
import type { Language } from '../../../contracts/kit.ts'
import type { Institution } from '../../../contracts/places.ts'
import type { CaseKind, Route, RouteQuestion, Topic, TopicHit, TopicId } from '../../../contracts/routing.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { instantOf, isOpen, onCallNow, promisedBy } from '../calendars/index.ts'
import { directoratesByIds, municipality } from '../identity/index.ts'
import { institutionById, institutionOf, institutions } from '../places/index.ts'
import { catalogue } from './catalogue.ts'
import { searchTopics } from './search.ts'
import type { StoredTopic } from './store.ts'

const shown = ({ institutionId: _id, everywhere: _everywhere, retired: _retired, ...topic }: StoredTopic, institution: Institution | undefined): Topic => ({ ...topic, institution: institution ?? null })

/** All that can be chosen, in the tree's order. */
export async function topics(tx: Tx): Promise<Topic[]> {
  const { topics: all } = await catalogue(tx)
  const byId = new Map((await institutions(tx, { retired: true })).map((institution) => [institution.id, institution]))
  return all.filter((topic) => !topic.retired).map((topic) => shown(topic, topic.institutionId ? byId.get(topic.institutionId) : undefined))
}
/** Also one that is out of use: its cases are still worked on. */
export async function topicById(tx: Tx, id: TopicId): Promise<Topic | undefined> {
  const topic = (await catalogue(tx)).byId.get(id)
  return topic && shown(topic, await institutionOfTopic(tx, topic))
}
const institutionOfTopic = async (tx: Tx, { institutionId }: StoredTopic) => (institutionId ? institutionById(tx, institutionId) : undefined)

export async function findTopics(tx: Tx, { q, language, kind }: { q: string; language: Language; kind?: CaseKind }): Promise<TopicHit[]> {
  return searchTopics((await catalogue(tx)).index, q, language, kind)
}

/** Nothing is left to be done for these, wherever they come from. */
const answeredAtOnce = (kind: CaseKind): boolean => kind === 'information' || kind === 'thanks'

/**
 * Where a case would go if it were sent now. Directorates asked for by name (`also`) get work even where nobody else would.
 * @throws Refusal `routing.unknown_topic`
 */
export async function route(tx: Tx, question: RouteQuestion): Promise<Route> {
  const topic = (await catalogue(tx)).byId.get(question.topicId)
  if (!topic || topic.retired) throw new Refusal('routing.unknown_topic', {}, 'topicId')

  const notOurs = await whoseElse(tx, topic, question)
  const ours = !notOurs && !answeredAtOnce(question.kind) && topic.leadId ? [topic.leadId, ...topic.supportingIds] : []
  const [lead, ...supporting] = await directoratesByIds(tx, [...ours, ...question.also])
  const emergency = topic.emergency || question.kind === 'emergency'
  if (!lead) return { lead: null, supporting: [], dueAt: null, open: false, onCall: null, notOurs, emergency }
  return { lead, supporting, notOurs, emergency, ...(await leadsTime(tx, lead, promisedFor(topic, question.kind), await countedFrom(tx, question))) }
}

async function whoseElse(tx: Tx, topic: StoredTopic, { placeId, kind }: RouteQuestion): Promise<Route['notOurs']> {
  const byTopic = await institutionOfTopic(tx, topic)
  if (byTopic) return { because: 'topic', institution: byTopic }
  // Whoever is in danger is helped first, whoever serves the place.
  const servedThere = topic.everywhere || topic.emergency || kind === 'emergency' || answeredAtOnce(kind)
  const byPlace = placeId && !servedThere ? await institutionOf(tx, placeId) : undefined
  return byPlace ? { because: 'place', institution: byPlace } : null
}

/** Some kinds of a topic are promised otherwise than the rest. */
export const promisedFor = ({ loop, promised }: Pick<Topic, 'loop' | 'promised'>, kind: CaseKind): Promised => loop.promisedFor[kind] ?? promised

async function leadsTime(tx: Tx, lead: Directorate, promised: Promised, from: Date): Promise<Pick<Route, 'dueAt' | 'open' | 'onCall'>> {
  const due = await promisedBy(tx, lead.id, promised, from)
  const open = await isOpen(tx, lead.id, tx.now)
  const [first] = open ? [] : await onCallNow(tx, lead.id)
  return { dueAt: due?.toISOString() ?? null, open, onCall: first ? { name: first.name, phone: first.phone } : null }
}
/** From when a promise counts: now, or what a paper sheet says in the municipality's civil time. */
async function countedFrom(tx: Tx, { written }: RouteQuestion): Promise<Date> {
  if (!written) return tx.now
  const [hours, minutes] = written.time.split(':').map(Number) as [number, number]
  return instantOf({ day: written.day, minute: hours * 60 + minutes }, (await municipality(tx)).zone)
}
