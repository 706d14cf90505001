/** The desk corrects what a case is about, or where: it goes to whose it is then. */
import { fold } from '../../../contracts/fold.ts'
import type { CaseId, CaseStatus } from '../../../contracts/cases.ts'
import type { Where } from '../../../contracts/places.ts'
import type { Route, Topic, TopicId } from '../../../contracts/routing.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { Refusal } from '../../platform/refusal.ts'
import { municipality } from '../identity/index.ts'
import { placeAt, placeById, placeLabel } from '../places/index.ts'
import { route, topicById } from '../routing/index.ts'
import { audienceOf, foldedOf } from './cases.ts'
import { promiseAfter } from './clock.ts'
import { checkPin } from './intake.ts'
import { held, makeMove } from './moving.ts'
import { cellOf } from './near.ts'
import * as store from './store.ts'
import { about, type About, setAbout } from './topic.store.ts'

type Answer = { status: CaseStatus }

export async function changeTopic(tx: Tx, { caseId, topicId, reason }: { caseId: CaseId; topicId: TopicId; reason: string }): Promise<Answer> {
  const found = await held(tx, caseId, 'source')
  const topic = await topicById(tx, topicId), now = await about(tx, caseId)
  if (!topic) throw new Refusal('case.unknown_topic', {}, 'topicId')
  if (topicId === now.topicId) throw new Refusal('case.same_topic', {}, 'topicId')
  if (topic.kinds && !topic.kinds.includes(found.kind)) throw new Refusal('case.kind_not_allowed', { kind: found.kind }, 'topicId')
  const going = await route(tx, { topicId, kind: found.kind, also: [], ...(now.placeId && { placeId: now.placeId }) }).catch((error: unknown) => {
    throw error instanceof Refusal && error.code === 'routing.unknown_topic' ? new Refusal('case.unknown_topic', {}, 'topicId') : error
  })
  const place = now.placeId ? await placeById(tx, now.placeId) : undefined
  const next: About = {
    ...now, topicId, topic: topic.name, personal: topic.personal, emergency: found.kind === 'emergency' || going.emergency,
    // A cause of the other topic is none of this one: whoever proposes confirms it anew.
    foundSource: null, folded: foldedOf(found.number, topic, place, { said: now.said, where: whereOf(now) }),
  }
  const facts = { topicFrom: now.topic, topicTo: topic.name }
  if (going.notOurs) return handOver(tx, found.id, going.notOurs, reason, next, facts)
  return sendAnew(tx, found, going, reason, next, facts)
}

/** Where it is that the municipality does not serve it goes to whoever does; where the topic is ours everywhere it stays. */
export async function changePlace(tx: Tx, { caseId, where, reason }: { caseId: CaseId; where: Where; reason: string }): Promise<Answer> {
  const found = await held(tx, caseId, 'source')
  const now = await about(tx, caseId), topic = (await topicById(tx, now.topicId)) as Topic
  const place = where.placeId && (await placeById(tx, where.placeId))
  if (where.placeId && !place) throw new Refusal('case.unknown_place', {}, 'where.placeId')
  const pin = checkPin(where, await municipality(tx))
  const spot = place || (pin && (await placeAt(tx, pin)).place) || undefined
  if (!spot && !pin && !where.street && !where.words) throw new Refusal('case.unknown_place', {}, 'where.placeId')
  const next: About = {
    ...now, placeId: spot?.id ?? null, place: spot ? placeLabel(spot) : null, street: where.street ?? null, streetFolded: where.street ? fold(where.street) : null, addressWords: where.words ?? null,
    lat: pin?.lat ?? null, lon: pin?.lon ?? null, cell: pin ? cellOf(pin) : null, folded: foldedOf(found.number, topic, spot, { said: now.said, where }),
  }
  const facts = { placeFrom: now.place, placeTo: next.place }
  // Of a topic out of use its route is not asked any more: the case stays with whoever has it.
  const going = spot && (await route(tx, { topicId: now.topicId, placeId: spot.id, kind: found.kind, also: [] }).catch((error: unknown) => { if (error instanceof Refusal) return undefined; throw error }))
  if (going?.notOurs) return handOver(tx, caseId, going.notOurs, reason, next, facts)
  await store.addEntry(tx, caseId, { what: 'place_changed', facts: { ...facts, reason } })
  await setAbout(tx, caseId, next)
  await publish(tx, 'case.changed', { caseId, what: 'place_changed' }, audienceOf(found.dirs))
  return { status: found.status }
}

const whereOf = (a: About): Where => ({ ...(a.street && { street: a.street }), ...(a.addressWords && { words: a.addressWords }) })
async function handOver(tx: Tx, caseId: CaseId, { institution, because }: NonNullable<Route['notOurs']>, reason: string, next: About, facts: object): Promise<Answer> {
  const kept = { name: institution.name, phone: institution.phone, reference: null, told: false }
  const moved = await makeMove(tx, { caseId, move: 'hand_over', reason, facts: { ...facts, institution: kept.name, phone: kept.phone, reference: null, because }, set: { institution: { id: institution.id, kept }, about: next } })
  return { status: moved.to }
}
async function sendAnew(tx: Tx, found: store.CaseLocked, { lead, supporting, dueAt }: Route, reason: string, next: About, facts: object): Promise<Answer> {
  if (!lead) throw new Refusal('case.no_directorate', {}, 'topicId')
  // What was promised to her stays promised; a nearer promise holds too.
  const promised = found.waitsSince ? await promiseAfter(tx, found) : found.dueAt
  const soonest = [promised, dueAt].flatMap((at) => (at ? [new Date(at)] : [])).toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null
  const all = [lead, ...supporting], ids = all.map((d) => d.id)
  const moved = await makeMove(tx, {
    caseId: found.id, move: 'route', reason, set: { leadId: lead.id, dueAt: soonest, about: next },
    facts: { ...facts, lead: lead.name, supporting: supporting.map((d) => d.name), dueAt: soonest?.toISOString() ?? null },
    parts: async (tasks) => {
      await store.setTasks(tx, found.id, tasks.filter((task) => task.status !== 'passed' && !ids.includes(task.directorateId)).map((task) => task.directorateId), 'passed')
      await store.putTasks(tx, found.id, ids.map((id) => ({ directorateId: id, part: id === lead.id ? 'lead' : 'supporting', dueAt: soonest })))
    },
  })
  return { status: moved.to }
}
