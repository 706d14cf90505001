/** The same problem told by another: found while she speaks, and joined instead of written down again. */
import type { CallId } from '../../../contracts/call-id.ts'
import type { CaseId, DraftId, Nearby, Opened } from '../../../contracts/cases.ts'
import type { Reporter } from '../../../contracts/citizens.ts'
import { fold } from '../../../contracts/fold.ts'
import { isActive } from '../../../contracts/moves.ts'
import type { PlaceId } from '../../../contracts/places.ts'
import type { TopicId } from '../../../contracts/routing.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { directoratesByIds, municipality } from '../identity/index.ts'
import { placeById } from '../places/index.ts'
import { topicById } from '../routing/index.ts'
import { audienceOf, tellBy, tellerOf } from './cases.ts'
import { endDraft } from './drafts.store.ts'
import { held } from './moving.ts'
import { cellsWithin, haversine, type Pin } from './near.ts'
import { casesNear, followersOf, type NearRead, reporterOf } from './reading.store.ts'
import * as store from './store.ts'

export type Around = { topicId: TopicId; placeId?: PlaceId | undefined; street?: string | undefined; lat?: number | undefined; lon?: number | undefined }
const most = 10
const rank = { near: 0, street: 1, village: 2, neighbourhood: 3 } as const

/** Unfinished cases of the topic that may be the same problem, the likeliest first, each with why. */
export async function nearby(tx: Tx, around: Around): Promise<Nearby[]> {
  const topic = await topicById(tx, around.topicId)
  if (!topic || topic.personal) return []
  const place = around.placeId && (await placeById(tx, around.placeId))
  const pin = around.lat !== undefined && around.lon !== undefined ? { lat: around.lat, lon: around.lon } : undefined
  if (!place && !pin) return []
  const street = around.street ? fold(around.street) : ''
  const found = await casesNear(tx, topic.id, pin ? cellsWithin(pin, topic.nearbyMetres) : [], around.placeId)

  const because = (row: NearRead, metres: number | null): Nearby['because'] | undefined => {
    if (metres !== null && metres <= topic.nearbyMetres) return 'near'
    if (!place || row.placeId !== place.id) return undefined
    if (street && row.streetFolded === street) return 'street'
    // Two pins far apart are two problems, in a village too.
    if (place.kind !== 'neighbourhood') return metres === null ? 'village' : undefined
    return pin || street ? undefined : 'neighbourhood'
  }
  return found.flatMap(({ placeId: _p, streetFolded: _s, ...row }) => {
    const metres = metresTo(pin, row)
    const why = because({ placeId: _p, streetFolded: _s, ...row }, metres)
    return why ? [{ ...row, metres: metres === null ? null : Math.round(metres), because: why }] : []
  }).sort((a, b) => rank[a.because] - rank[b.because] || (a.metres ?? 0) - (b.metres ?? 0)).slice(0, most)
}
const metresTo = (pin: Pin | undefined, row: { lat: number | null; lon: number | null }): number | null =>
  pin && row.lat !== null && row.lon !== null ? haversine(pin, { lat: row.lat, lon: row.lon }) : null

export type Follow = { caseId: CaseId; reporter: Reporter; callId?: CallId | undefined; draftId?: DraftId | undefined; said?: string | undefined }
/** The caller joins this case. Whoever told it, or follows it already, is not counted again. */
export async function followCase(tx: Tx, given: Follow, _by: Actor): Promise<Opened> {
  const found = await held(tx, given.caseId, 'follow')
  const { country } = await municipality(tx)
  const teller = await tellerOf(tx, given.reporter, given.callId ?? null, given.callId ? 'phone' : 'counter')
  const first = await reporterOf(tx, found.id)
  const same = (other: store.Teller | undefined) => !!other && !teller.anonymous
    && (teller.citizenId !== null ? other.citizenId === teller.citizenId : teller.phone !== null && other.phone === teller.phone)
  const there = same(first) || (await followersOf(tx, found.id)).some(same)
  if (!there && (await store.insertFollower(tx, found.id, teller, given.draftId ?? null))) {
    await store.countFollower(tx, found.id)
    await store.addEntry(tx, found.id, { what: 'followed', facts: given.said ? { words: given.said } : {} })
    await publish(tx, 'case.changed', { caseId: found.id, what: 'followed' }, audienceOf(found.dirs))
  }
  if (given.draftId) await endDraft(tx, given.draftId, 'sent')

  const tasks = (await store.tasksOf(tx, found.id)).filter((task) => isActive(task.status))
  const names = await directoratesByIds(tx, [...(found.leadId ? [found.leadId] : []), ...tasks.map((task) => task.directorateId)])
  return {
    id: found.id, number: found.number, status: found.status, dueAt: found.dueAt, lead: names.find((d) => d.id === found.leadId)?.name ?? null,
    supporting: names.filter((d) => d.id !== found.leadId).map((d) => d.name), tell: tellBy(teller, country),
  }
}
