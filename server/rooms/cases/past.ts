/** Cases that were not opened here: they come in with their own times, and nobody is told. */
import type { CaseId, CaseStatus, Channel } from '../../../contracts/cases.ts'
import { fold } from '../../../contracts/fold.ts'
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { PlaceId } from '../../../contracts/places.ts'
import type { CaseKind, Topic, TopicId } from '../../../contracts/routing.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { promisedBy } from '../calendars/index.ts'
import { knownByPhones } from '../citizens/index.ts'
import { directorates, municipality } from '../identity/index.ts'
import { placeLabel, placesByIds } from '../places/index.ts'
import { topics } from '../routing/index.ts'
import { foldedOf } from './cases.ts'
import { checkPin } from './intake.ts'
import { cellOf } from './near.ts'
import { yearIn } from './number.ts'
import * as store from './past.store.ts'

export { pastKeys, takeBackPast } from './past.store.ts'
export type PastCase = {
  /** What makes it the same row another time. */
  key: string; oldNumber: string | null
  openedAt: Date; closedAt: Date | null; status: 'open' | 'closed'; kind: CaseKind; channel: Channel; topicId: TopicId; said: string
  placeId: PlaceId | null; street: string | null; address: string | null; pin: { lat: number; lon: number } | null
  name: string | null; phone: string | null; directorateId: DirectorateId | null
  /** The old system's own words, by field. */
  words: Record<string, string>
}
/** @param by the person whose import it is */
export type From = { importId: string; system: string; by: string }

/** Is a pin near enough to the town to be meant? */
export function pinFits(pin: { lat: number; lon: number }, town: { lat: number; lon: number }): boolean {
  try { return checkPin(pin, town) !== undefined } catch { return false }
}

/** `E2019-000123`. */
const pastNumber = (year: number, n: number): string => `E${year}-${String(n).padStart(6, '0')}`

/**
 * Records past cases, each once: a key that is here already changes nothing, and neither does its twin in the same list.
 * Closed ones stay closed, without a promise. For open ones the promise begins now: it is ours from the day we have them.
 * No SMS, no event for a row; whoever imports tells once of all.
 */
export async function recordPast(tx: Tx, from: From, rows: readonly PastCase[]): Promise<{ made: number; already: number }> {
  await store.lockPast(tx)
  const known = await store.pastKeys(tx, from.system, rows.map((row) => row.key))
  const fresh = rows.filter(({ key }) => !known.has(key) && known.add(key))
  if (fresh.length === 0) return { made: 0, already: rows.length }

  const look = await lookUp(tx, fresh)
  const years = Map.groupBy(fresh, (row) => yearIn(look.zone, row.openedAt))
  const made: store.NewPast[] = []
  for (const [year, ofYear] of years) {
    const first = await store.takeNumbers(tx, year, ofYear.length)
    for (const [i, row] of ofYear.entries()) made.push(await asCase(tx, row, pastNumber(year, first + i), look))
  }
  await store.insertPast(tx, from, made)
  return { made: made.length, already: rows.length - made.length }
}

type Look = {
  zone: string; topics: ReadonlyMap<TopicId, Topic>; places: Awaited<ReturnType<typeof placesByIds>>; names: ReadonlyMap<DirectorateId, unknown>
  people: ReadonlyMap<string, store.NewPast['reporter']['citizenId']>; due: Map<string, string | null>
}
async function lookUp(tx: Tx, rows: readonly PastCase[]): Promise<Look> {
  const { zone } = await municipality(tx)
  const people = await knownByPhones(tx, [...new Set(rows.flatMap((row) => row.phone ?? []))])
  return {
    zone, due: new Map(),
    topics: new Map((await topics(tx)).map((topic) => [topic.id, topic])), names: new Map((await directorates(tx)).map((d) => [d.id, d.name])),
    places: await placesByIds(tx, [...new Set(rows.flatMap((row) => row.placeId ?? []))]),
    people: new Map(people.map((p) => [`${p.phone} ${p.folded ?? ''}`, p.citizenId])),
  }
}

async function asCase(tx: Tx, row: PastCase, number: string, look: Look): Promise<store.NewPast> {
  const topic = look.topics.get(row.topicId)
  if (!topic) throw new Refusal('import.unknown_topic')
  const place = row.placeId ? look.places.get(row.placeId) : undefined
  const leadId = row.directorateId && look.names.has(row.directorateId) ? row.directorateId : topic.institution ? null : topic.leadId
  const open = row.status === 'open'
  const status: CaseStatus = !open ? 'closed' : leadId ? 'routed' : 'registered'
  const dueAt = open && leadId ? await dueOf(tx, leadId, topic, look) : null
  const words = Object.values(row.words).join(' ')
  return {
    id: newId<CaseId>(), number, status, dueAt, leadId, kind: row.kind, channel: row.channel, topicId: topic.id, topic: topic.name, personal: topic.personal, said: row.said,
    placeId: place?.id ?? null, place: place ? placeLabel(place) : null, street: row.street, streetFolded: row.street && fold(row.street), addressWords: row.address,
    pin: row.pin && { ...row.pin, cell: cellOf(row.pin) }, emergency: row.kind === 'emergency', openedAt: row.openedAt, closedAt: row.closedAt,
    folded: `${foldedOf(number, topic, place, { said: row.said, where: { street: row.street ?? undefined, words: row.address ?? undefined } })} ${fold(`${row.oldNumber ?? ''} ${words}`)}`,
    key: row.key, oldNumber: row.oldNumber, words: row.words,
    // What was done there is done: a closed case only stays readable for those it belonged to.
    tasks: leadId ? [{ directorateId: leadId, part: 'lead' as const, status: open ? 'open' as const : 'taken' as const }] : [],
    reporter: {
      citizenId: (row.phone && look.people.get(`${row.phone} ${row.name ? fold(row.name) : ''}`)) || null,
      name: row.name, phone: row.phone, anonymous: !row.name && !row.phone, withheld: row.kind === 'tip_off',
    },
  }
}
async function dueOf(tx: Tx, leadId: DirectorateId, topic: Topic, look: Look): Promise<string | null> {
  const key = `${leadId} ${topic.id}`
  if (!look.due.has(key)) look.due.set(key, (await promisedBy(tx, leadId, topic.promised, tx.now))?.toISOString() ?? null)
  return look.due.get(key) ?? null
}
