/** The promise: a case is opened, due, closed; its timeline says all that happened. */
import { createHash } from 'node:crypto'
import type { Opened, OpenCase } from '../../../contracts/cases.ts'
import type { Audience } from '../../../contracts/events.ts'
import { fold } from '../../../contracts/fold.ts'
import type { Reporter } from '../../../contracts/citizens.ts'
import type { Directorate } from '../../../contracts/identity.ts'
import type { Institution, Place } from '../../../contracts/places.ts'
import type { Topic } from '../../../contracts/routing.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { Refusal } from '../../platform/refusal.ts'
import { findOrMake, isMobile } from '../citizens/index.ts'
import { directoratesByIds, municipality } from '../identity/index.ts'
import { institutionById, placeAt, placeById, placeLabel } from '../places/index.ts'
import { route, topicById } from '../routing/index.ts'
import { endDraft } from './drafts.store.ts'
import { answeredAtOnce, checkAgainstTopic, checkPin, keptAnswers, keptSource } from './intake.ts'
import { cellOf } from './near.ts'
import { caseNumber, yearIn } from './number.ts'
import { keepPaper, writtenAt } from './paper.ts'
import { type Plan, planOf } from './plan.ts'
import * as store from './store.ts'

/**
 * Records a case. The same submit twice is one case with one answer; the twin waits for the first.
 * @param asked false: it came in writing, and nobody was there to answer what the topic asks.
 */
export async function openCase(tx: Tx, given: OpenCase, by: Actor, asked = true): Promise<Opened> {
  const hash = hashOf(given)
  if (!(await store.claimSubmission(tx, given.id, hash, by.id))) {
    const earlier = await store.submission(tx, given.id)
    if (earlier?.hash !== hash) throw new Refusal('case.id_reused', {}, 'id')
    return earlier.answer
  }
  const opened = await open(tx, given, by, asked)
  await store.answerSubmission(tx, given.id, opened)
  return opened
}

async function open(tx: Tx, given: OpenCase, by: Actor, asked: boolean): Promise<Opened> {
  const town = await municipality(tx)
  const { topic, place, also, handOver } = await named(tx, given)
  checkAgainstTopic(topic, given)
  const pin = checkPin(given.where, town)
  // Where the pin lies is kept; whose the case is follows what the operator was shown, who saw no place.
  const spot = place ?? (pin && (await placeAt(tx, pin)).place) ?? undefined
  const openedAt = given.paper ? writtenAt(given.paper, town.zone, tx.now) : tx.now
  const going = await route(tx, { topicId: topic.id, placeId: place?.id, kind: given.kind, also: given.also, ...(given.paper && { written: given.paper }) })
  const institution = handOver ?? going.notOurs?.institution ?? null
  const plan = planOf(given.kind, going, also, institution !== null)
  if (!plan) throw new Refusal('case.no_directorate', {}, 'topicId')
  const emergency = given.kind === 'emergency' || going.emergency
  const answers = keptAnswers(topic.questions, given.answers, asked && !emergency && !institution && !answeredAtOnce(given.kind))
  const teller = await tellerOf(tx, given.reporter, given.callId ?? null, given.channel)

  const year = yearIn(town.zone, tx.now)
  const number = caseNumber(year, await store.nextNumber(tx, year))
  const made = await store.insertCase(tx, {
    id: given.id, number, kind: given.kind, channel: given.channel, status: plan.status, topicId: topic.id, topic: topic.name, personal: topic.personal,
    said: given.said, source: keptSource(topic, given.source), answers, placeId: spot?.id ?? null, place: spot ? placeLabel(spot) : null,
    street: given.where.street ?? null, streetFolded: given.where.street ? fold(given.where.street) : null, addressWords: given.where.words ?? null,
    pin: pin ? { ...pin, cell: cellOf(pin) } : null, emergency, leadId: plan.lead?.id ?? null, dueAt: plan.dueAt, openedAt, openedBy: by.id,
    institutionId: institution?.id ?? null,
    institution: institution && { name: institution.name, phone: institution.phone, reference: given.handOver?.reference ?? null, told: given.handOver?.told ?? false },
    folded: foldedOf(number, topic, spot, given),
  })
  if (!made) throw new Refusal('case.id_reused', {}, 'id')
  await store.insertReporter(tx, given.id, teller, given.kind === 'tip_off')
  await giveWork(tx, given.id, plan)

  await store.addEntry(tx, given.id, { what: 'opened', at: openedAt, facts: { channel: given.channel, kind: given.kind }, audience: 'citizen' })
  if (given.paper) {
    await keepPaper(tx, given.id, given.paper)
    await store.addEntry(tx, given.id, { what: 'entered_from_paper', facts: { sheet: given.paper.sheet ?? null, wroteBy: given.paper.wroteBy ?? null } })
  }
  if (institution) await store.addEntry(tx, given.id, {
    what: 'handed_over', audience: 'citizen',
    facts: { institution: institution.name, phone: institution.phone, told: given.handOver?.told ?? false, reference: given.handOver?.reference ?? null, because: going.notOurs?.because ?? null },
  })
  if (plan.status === 'routed') await store.addEntry(tx, given.id, {
    what: 'routed', audience: 'citizen', facts: { lead: plan.lead?.name ?? null, supporting: plan.supporting.map((d) => d.name), dueAt: plan.dueAt },
  })
  if (plan.status === 'closed') await store.addEntry(tx, given.id, { what: 'closed', facts: { kind: given.kind }, audience: 'citizen' })
  if (given.draftId) await endDraft(tx, given.draftId, 'sent')
  await publish(tx, 'case.opened', { caseId: given.id, number, emergency }, audienceOf([plan.lead, ...plan.supporting].flatMap((d) => d?.id ?? [])))
  return {
    id: given.id, number, status: plan.status, dueAt: plan.dueAt, lead: plan.lead?.name ?? null, supporting: plan.supporting.map((d) => d.name),
    tell: tellBy(teller, town.country),
  }
}

/** What the intake names by id, found. */
async function named(tx: Tx, given: OpenCase): Promise<{ topic: Topic; place: Place | undefined; also: Directorate[]; handOver: Institution | undefined }> {
  const topic = await topicById(tx, given.topicId)
  if (!topic) throw new Refusal('case.unknown_topic', {}, 'topicId')
  const place = given.where.placeId && (await placeById(tx, given.where.placeId))
  if (given.where.placeId && !place) throw new Refusal('case.unknown_place', {}, 'where.placeId')
  const also = await directoratesByIds(tx, given.also)
  if (given.also.some((id) => !also.some((d) => d.id === id && !d.retired))) throw new Refusal('case.unknown_directorate', {}, 'also')
  const handOver = given.handOver && (await institutionById(tx, given.handOver.institutionId))
  if (given.handOver && !handOver) throw new Refusal('case.unknown_institution', {}, 'handOver.institutionId')
  return { topic, place: place || undefined, also, handOver }
}

/** Who tells us, as this case keeps it. Of somebody who wants no name known, nothing is kept but the call. */
export async function tellerOf(tx: Tx, reporter: Reporter, callId: store.Teller['callId'], how: string): Promise<store.Teller> {
  const { language } = reporter
  const found = await findOrMake(tx, reporter, { notice: 'intake', how })
  if (!found) return { citizenId: null, name: null, phone: null, email: null, way: 'sms', anonymous: true, mayMessage: false, language, callId }
  const { citizen, phone } = found
  return { citizenId: citizen.id, name: reporter.name ?? citizen.name, phone, email: reporter.email ?? citizen.email ?? null, way: reporter.way ?? citizen.way ?? 'sms', anonymous: false, mayMessage: reporter.mayMessage, language, callId }
}

/** To be written to needs a yes; an SMS a mobile telephone, an e-mail an address. Who has the other way only gets it by that; everybody else is told by voice. */
export function tellBy({ phone, email, way, mayMessage }: Pick<store.Teller, 'phone' | 'email' | 'way' | 'mayMessage'>, country: string): Opened['tell'] {
  if (!mayMessage || way === 'call') return 'read_out'
  const sms = phone !== null && isMobile(phone, country)
  if (way === 'mail') return email ? 'mail' : sms ? 'sms' : 'read_out'
  return sms ? 'sms' : email ? 'mail' : 'read_out'
}

const giveWork = async (tx: Tx, caseId: OpenCase['id'], plan: Plan): Promise<void> => {
  const tasks: store.NewTask[] = plan.supporting.map((d) => ({ directorateId: d.id, part: 'supporting', dueAt: plan.dueAt }))
  if (plan.lead) tasks.unshift({ directorateId: plan.lead.id, part: 'lead', dueAt: plan.dueAt })
  if (tasks.length) await store.putTasks(tx, caseId, tasks)
}

export const audienceOf = (directorateIds: readonly string[]): Audience[] => ['desk', ...[...new Set(directorateIds)].map((id) => `directorate:${id}` as const)]

/** Every word after a space; the running number also without its zeros, as people say it. */
export function foldedOf(number: string, topic: Pick<Topic, 'name'>, place: Place | undefined, given: Pick<OpenCase, 'said' | 'where'>): string {
  const said = [topic.name.tr, topic.name.en, place && placeLabel(place), given.where.street, given.where.words, given.said]
  return ` ${fold([number, String(Number(number.split('-')[1])), ...said].filter(Boolean).join(' '))}`
}

/** The same intake gives the same hash, in whatever order its fields came. */
function hashOf(given: OpenCase): string {
  const sorted = (value: unknown): unknown => Array.isArray(value) ? value.map(sorted)
    : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, sorted(v)]))
    : value
  return createHash('sha256').update(JSON.stringify(sorted(given))).digest('hex')
}
