/** Writes the demonstration's past cases, each once: as if they had been opened at their time, but nobody is told again. */
import { createHash } from 'node:crypto'
import type { CaseId } from '../../../contracts/cases.ts'
import type { Citizen, CitizenId } from '../../../contracts/citizens.ts'
import { fold } from '../../../contracts/fold.ts'
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { Topic } from '../../../contracts/routing.ts'
import type { PastCase } from '../../demo/types.ts'
import type { Tx } from '../../platform/db.ts'
import { civil, instantOf, promisedBy } from '../calendars/index.ts'
import { citizensByIds } from '../citizens/index.ts'
import { colleagues, directorates, municipality } from '../identity/index.ts'
import { institutionOf, placeById, placeIds, placeLabel } from '../places/index.ts'
import { topicById, topicIds } from '../routing/index.ts'
import { foldedOf } from './cases.ts'
import { keptSource } from './intake.ts'
import { caseNumber, yearIn } from './number.ts'
import * as store from './store.ts'

/** Topics, places and citizens first; @param citizens their ids by slug. */
export async function seedCases(tx: Tx, rows: readonly PastCase[], citizens: ReadonlyMap<string, CitizenId>): Promise<void> {
  const { zone } = await municipality(tx)
  const names = new Map((await directorates(tx)).map((d) => [d.id, d.name]))
  const people = new Map((await citizensByIds(tx, [...citizens.values()])).map((c) => [c.id, c]))
  const by = (await colleagues(tx, {})).find((c) => c.roles.includes('operator'))?.id ?? tx.by.id
  const timed = rows.map((row, i) => ({ row, at: momentOf(tx.now, zone, row.daysAgo, i) })).sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const { row, at } of timed) await seedCase(tx, row, { at, by, year: yearIn(zone, at), names, citizen: people.get(citizens.get(row.citizen ?? '') as CitizenId) })
}

/** In working hours, no two at the same minute of one day; today's a little before now. */
function momentOf(now: Date, zone: string, daysAgo: number, i: number): Date {
  if (daysAgo === 0) return new Date(now.getTime() - (20 + 7 * (i % 20)) * 60_000)
  return instantOf({ day: civil(new Date(now.getTime() - daysAgo * 86_400_000), zone).day, minute: 8 * 60 + ((i * 37) % 520) }, zone)
}
/** The same row has the same id every time (RFC 9562, version 8), so that set-up may run again. */
export function seededCase(row: PastCase): CaseId {
  const hex = createHash('sha256').update(JSON.stringify([row.topic, row.place, row.citizen, row.daysAgo, row.said])).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as CaseId
}

type Past = { at: Date; by: string; year: number; names: ReadonlyMap<DirectorateId, Topic['name']>; citizen: Citizen | undefined }
async function seedCase(tx: Tx, row: PastCase, { at, by, year, names, citizen }: Past): Promise<void> {
  const id = seededCase(row)
  if (await store.isThere(tx, id)) return
  const topicId = (await topicIds(tx)).get(row.topic)
  const topic = topicId && (await topicById(tx, topicId))
  if (!topic) throw new Error(`past case: no topic ${row.topic}`)
  const placeId = (await placeIds(tx)).get(row.place)
  const place = placeId && (await placeById(tx, placeId))
  if (!place) throw new Error(`past case: no place ${row.place}`)
  const institution = row.status === 'handed_over' ? (topic.institution ?? (await institutionOf(tx, place.id)) ?? null) : null
  const leadId = row.status === 'handed_over' ? null : topic.leadId
  const dueAt = leadId ? ((await promisedBy(tx, leadId, topic.promised, at)) ?? null) : null
  const number = caseNumber(year, await store.nextNumber(tx, year))
  // Some take a morning, some a week: by the number, so that every set-up has the same.
  const closing = Math.min((3 + (Number(number.split('-')[1]) * 37) % 140) * 60, (tx.now.getTime() - at.getTime()) / 60_000)
  const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000)
  // At home, her street is the problem's street.
  const street = citizen?.placeId === place.id ? citizen.street : null
  const where = { words: row.landmark ?? undefined, street: street ?? undefined }

  await store.insertCase(tx, {
    id, number, kind: row.kind, channel: row.channel, status: row.status, topicId: topic.id, topic: topic.name, personal: topic.personal, said: row.said,
    source: keptSource(topic, {}), answers: [], placeId: place.id, place: placeLabel(place), street, streetFolded: street && fold(street),
    addressWords: row.landmark, pin: null, emergency: row.kind === 'emergency' || topic.emergency,
    leadId, dueAt, openedAt: at, openedBy: by, institutionId: institution?.id ?? null,
    institution: institution && { name: institution.name, phone: institution.phone, reference: null, told: true },
    folded: foldedOf(number, topic, place, { said: row.said, where }),
    ...(row.status === 'closed' && { closedAt: after(closing) }),
  })
  await store.insertReporter(tx, id, {
    citizenId: citizen?.id ?? null, name: citizen?.name ?? null, phone: citizen?.phones[0] ?? null, email: citizen?.email ?? null, way: citizen?.way ?? 'sms', anonymous: !citizen, mayMessage: !!citizen,
    language: citizen?.language ?? 'tr', callId: null,
  }, row.kind === 'tip_off')
  const say = (what: string, minutes: number, facts: Record<string, unknown> = {}, audience: 'citizen' | 'internal' = 'citizen') =>
    store.addEntry(tx, id, { what, facts, audience, at: minutes ? after(Math.min(minutes, (tx.now.getTime() - at.getTime()) / 60_000)) : at, by })
  await say('opened', 0, { channel: row.channel, kind: row.kind })
  if (institution) await say('handed_over', 0, { institution: institution.name, phone: institution.phone, told: true, reference: null, because: topic.institution ? 'topic' : 'place' })
  if (leadId) {
    const status = taskStatus[row.status]
    await store.putTasks(tx, id, [leadId, ...topic.supportingIds].map((directorateId, i) => ({
      directorateId, part: i === 0 ? 'lead' as const : 'supporting' as const, status: i === 0 || status === 'taken' ? status : 'open', dueAt,
    })), at)
    const lead = names.get(leadId)
    await say('routed', 0, { lead, supporting: topic.supportingIds.map((d) => names.get(d)), dueAt: dueAt?.toISOString() ?? null })
    if (row.status === 'under_review' || row.status === 'closed') await say('taken', 45, { directorate: lead })
    if (row.status === 'returned') await say('returned', 45, { directorate: lead, reason: 'Bizim görev alanımızda değil.' }, 'internal')
  }
  if (row.status === 'closed') await say('closed', closing)
}
const taskStatus: Record<PastCase['status'], store.TaskRow['status']> = { routed: 'open', under_review: 'taken', returned: 'returned', handed_over: 'open', closed: 'done' }
