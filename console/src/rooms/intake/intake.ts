/** The intake as it is filled: what is still missing, and what is sent in the end. Pure. */
import type { CallerCard } from '../../../../contracts/calls.ts'
import type { Channel, DraftBody, OpenCase } from '../../../../contracts/cases.ts'
import { type Citizen, Email } from '../../../../contracts/citizens.ts'
import type { PlaceHit } from '../../../../contracts/places.ts'
import type { Question, Route, Topic } from '../../../../contracts/routing.ts'
import type { z } from 'zod'
import { readPhone } from '../../../../ui/phone.ts'

export type Intake = Omit<Required<DraftBody>, 'reporter'> & { reporter: Required<NonNullable<DraftBody['reporter']>> }
export type Answer = Intake['answers'][string]

export const empty = (channel: Channel, phone: string | null = null, language: 'tr' | 'en' = 'tr'): Intake => ({
  kind: 'request', channel, said: '', topicId: null, source: { cause: null, words: '' }, answers: {},
  where: { placeId: null, placeLabel: '', street: '', words: '', lat: null, lon: null },
  reporter: { citizenId: null, name: '', phone: phone ?? '', anonymous: false, mayMessage: false, language, email: '', way: 'sms' },
  also: [], handOverTold: false, reference: '', paper: null,
})
/** A draft may have been written by an older console: what it lacks is empty. */
export const fromDraft = (body: DraftBody): Intake => {
  const blank = empty(body.channel ?? 'phone')
  return { ...blank, ...body, source: { ...blank.source, ...body.source }, where: { ...blank.where, ...body.where }, reporter: { ...blank.reporter, ...body.reporter } }
}
/** Nothing typed or chosen by a person: not worth keeping, and free to be left. */
export const untouched = (i: Intake) => JSON.stringify({ ...i, reporter: 0, channel: 0 }) === JSON.stringify({ ...empty(i.channel), reporter: 0, channel: 0 }) && !i.reporter.name && !i.reporter.anonymous

/** Fields in the order of the screen: Ctrl+Enter goes to the first that is missing. */
export type Gap =
  | { field: 'said' | 'where' | 'topic' | 'kind' | 'reporter' | 'phone' | 'email' | 'anonymous' | 'hand_over' | 'no_directorate' | 'paper' }
  | { field: 'answer'; question: Question }

/** Kinds that are about a spot; the others may do without one. */
const placed: readonly Intake['kind'][] = ['request', 'complaint', 'tip_off', 'emergency']
const hasWhere = ({ where: w }: Intake) => w.placeId !== null || w.words.trim() !== '' || w.street.trim() !== '' || w.lat !== null
export const answered = (a: Answer | undefined) => a !== undefined && a !== null && a !== ''

export function gaps(i: Intake, topic: Topic | undefined, route: Route | undefined): Gap[] {
  const found: Gap[] = []
  const { reporter: r } = i
  if (i.paper && !paperOf(i)) found.push({ field: 'paper' })
  if (!i.said.trim()) found.push({ field: 'said' })
  if (placed.includes(i.kind) && !hasWhere(i)) found.push({ field: 'where' })
  if (!i.topicId) found.push({ field: 'topic' })
  if (topic?.kinds && !topic.kinds.includes(i.kind)) found.push({ field: 'kind' })
  for (const question of topic?.questions ?? []) if (question.required && !answered(i.answers[question.key])) found.push({ field: 'answer', question })
  if (route?.notOurs && !route.lead && !i.handOverTold) found.push({ field: 'hand_over' })
  if (r.anonymous) { if (topic && !topic.anonymousAllowed) found.push({ field: 'anonymous' }) }
  else {
    if (!r.citizenId && !r.name.trim() && !r.phone.trim() && !r.email.trim()) found.push({ field: 'reporter' })
    if (r.phone.trim() && !readPhone(r.phone)) found.push({ field: 'phone' })
    // Asked only of who wants news.
    if (r.mayMessage && (r.email.trim() ? !Email.safeParse(r.email).success : r.way === 'mail')) found.push({ field: 'email' })
  }
  return found
}

type Sent = z.input<typeof OpenCase>
const words = (text: string) => text.trim() || undefined

export function reporterOf({ reporter: r }: Intake): Sent['reporter'] {
  if (r.anonymous) return { anonymous: true, language: r.language }
  return { citizenId: r.citizenId ?? undefined, name: words(r.name), phone: readPhone(r.phone) ?? undefined, anonymous: false, mayMessage: r.mayMessage, language: r.language, ...(r.mayMessage && { email: words(r.email), way: r.way }) }
}

/** A day and a time as sent; `9.05` and `905` are what people type. Undefined while something is missing. */
export function paperOf({ paper: p }: Intake): Sent['paper'] {
  const [, hours, minutes] = /^(\d{1,2})[:. ]?(\d{2})$/.exec(p?.time.trim() ?? '') ?? []
  if (!p || !hours || !minutes || Number(hours) > 23 || Number(minutes) > 59 || !/^\d{4}-\d{2}-\d{2}$/.test(p.day)) return undefined
  return { day: p.day, time: `${hours.padStart(2, '0')}:${minutes}`, sheet: words(p.sheet), wroteBy: words(p.wroteBy) }
}

/** As sent. The draft's id is the case's: sent twice, from here or from another seat, it is one case. */
export function toCase(i: Intake, ids: { id: string; callId: string | null }, topic: Topic | undefined, route: Route | undefined): Sent {
  const asked = new Set(topic?.questions.map((q) => q.key))
  return {
    id: ids.id as Sent['id'], callId: (ids.callId ?? undefined) as Sent['callId'], draftId: ids.id as Sent['draftId'],
    kind: i.kind, channel: i.channel, said: i.said.trim(), topicId: i.topicId as Sent['topicId'],
    source: { cause: topic?.causes.some((c) => c.key === i.source.cause) ? i.source.cause! : undefined, words: words(i.source.words) },
    answers: Object.fromEntries(Object.entries(i.answers).flatMap(([key, a]) => (asked.has(key) && answered(a) && a !== null ? [[key, typeof a === 'string' ? a.trim() : a]] : []))),
    where: { placeId: i.where.placeId ?? undefined, street: words(i.where.street), words: words(i.where.words), ...(i.where.lat !== null && i.where.lon !== null ? { lat: i.where.lat, lon: i.where.lon } : {}) },
    reporter: reporterOf(i), also: i.also, paper: paperOf(i),
    handOver: route?.notOurs && i.handOverTold ? { institutionId: route.notOurs.institution.id, told: true, reference: words(i.reference) } : undefined,
  }
}

/** A place chosen from the list: its street or landmark comes with it, what was typed beside it stays. */
export const atPlace = (i: Intake, hit: PlaceHit): Intake => ({
  ...i,
  where: { ...i.where, placeId: hit.placeId, placeLabel: hit.label, street: hit.street ?? i.where.street, words: hit.landmark ?? i.where.words, lat: hit.lat ?? i.where.lat, lon: hit.lon ?? i.where.lon },
})
export const onStreetOf = (i: Intake, c: Citizen): Intake => ({ ...i, where: { ...i.where, placeId: c.placeId, placeLabel: c.placeName ?? '', street: c.street ?? i.where.street, lat: null, lon: null } })
/** Who it may be, chosen by the operator. Null: somebody else with this telephone. */
export const spokenBy = (i: Intake, c: Citizen | null, card: CallerCard | undefined): Intake => ({
  ...i,
  reporter: c
    ? { ...i.reporter, citizenId: c.id, name: c.name ?? '', phone: card?.phone ?? c.phones[0] ?? i.reporter.phone, language: c.language, anonymous: false, email: c.email ?? '', way: c.way ?? 'sms' }
    : { ...i.reporter, citizenId: null, name: '', language: card?.language ?? i.reporter.language, email: '', way: 'sms' },
})
/** Another topic: answers and source belonged to the old one; those with the same key stay. */
export const aboutTopic = (i: Intake, topic: Topic): Intake => ({
  ...i, topicId: topic.id, kind: topic.emergency ? 'emergency' : i.kind,
  source: { ...i.source, cause: topic.causes.some((c) => c.key === i.source.cause) ? i.source.cause : null },
  answers: Object.fromEntries(Object.entries(i.answers).filter(([key]) => topic.questions.some((q) => q.key === key))),
  handOverTold: false, reference: '',
})
