/** What the screens show of cases: lists and the page, each for the eyes that look. */
import type { CallId } from '../../../contracts/call-id.ts'
import type { CaseId, CasePage, Inbox, InboxQuery } from '../../../contracts/cases.ts'
import type { CitizenId } from '../../../contracts/citizens.ts'
import { foldedWords } from '../../../contracts/fold.ts'
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import { type Bilingual, done } from '../../../contracts/kit.ts'
import type { PlaceId } from '../../../contracts/places.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { civil, instantOf } from '../calendars/index.ts'
import { directoratesByIds, municipality, staffByIds } from '../identity/index.ts'
import { newestMove } from './moving.store.ts'
import * as paper from './paper.store.ts'
import { pastOf } from './past.store.ts'
import * as read from './reading.store.ts'
import * as store from './store.ts'
import { talksOf } from './talk.store.ts'
import { moveShown } from './undoing.ts'

const pageLength = 50
export async function inbox(tx: Tx, q: InboxQuery, by: Actor): Promise<Inbox> {
  const mine = mineOf(by), endOfDay = await midnight(tx)
  const found = await read.inboxRows(tx, { ...q, endOfDay, after: markOf(q.after), words: foldedWords(q.q ?? '').slice(0, 8), by: by.id, mine, limit: pageLength + 1 })
  const rows = found.slice(0, pageLength)
  const last = found.length > pageLength ? rows.at(-1) : undefined
  return { rows: await withLeads(tx, rows), next: last ? cursorOf(q.sort === 'newest' ? last.openedAt : last.dueAt, last.id) : null, counts: await read.inboxCounts(tx, by.id, mine, endOfDay) }
}
async function midnight(tx: Tx): Promise<Date> {
  const { zone } = await municipality(tx)
  return instantOf({ day: civil(tx.now, zone).day, minute: 1440 }, zone)
}
/** Whoever reads with the whole desk's eyes has no inbox of one directorate. */
const mineOf = (by: Actor): string | null => (by.scope === 'directorate' ? by.directorateId : null)

async function withLeads<R extends { leadId: DirectorateId | null }>(tx: Tx, rows: readonly R[]): Promise<(Omit<R, 'leadId'> & { lead: Bilingual | null })[]> {
  const names = await namesOf(tx, rows.flatMap((row) => row.leadId ?? []))
  return rows.map(({ leadId, ...row }) => ({ ...row, lead: (leadId && names.get(leadId)) || null }))
}
const namesOf = async (tx: Tx, ids: readonly DirectorateId[]) => new Map((await directoratesByIds(tx, ids)).map((d) => [d.id, d.name]))

export const cursorOf = (at: string | null, id: string): string => Buffer.from(JSON.stringify([at, id])).toString('base64url')
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** A mark that is not one of ours begins at the first page. */
export function markOf(cursor: string | undefined): read.Mark | undefined {
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString()) as unknown[]
    if (typeof id === 'string' && uuid.test(id) && (at === null || (typeof at === 'string' && !Number.isNaN(Date.parse(at))))) return { at, id }
  } catch { /* not ours */ }
  return undefined
}

/** @throws Refusal `case.not_found` for what is not there and for what may not be seen, alike. */
async function seen(tx: Tx, caseId: CaseId, by: Actor): Promise<read.CaseRead> {
  const found = await read.caseById(tx, caseId, by.id, mineOf(by))
  if (!found) throw new Refusal('case.not_found')
  return found
}

export async function casePage(tx: Tx, { caseId }: { caseId: CaseId }, by: Actor): Promise<CasePage> {
  const found = await seen(tx, caseId, by)
  const [row] = await withLeads(tx, [found])
  const { source, foundSource, answers, institution, ...rest } = row!
  const newest = await newestMove(tx, caseId)
  const tasks = await store.tasksOf(tx, caseId)
  const entries = await read.entriesOf(tx, caseId)
  const attachments = await store.attachmentsOf(tx, caseId)
  // Undefined where the database keeps it from the reader.
  const reporter = await read.reporterOf(tx, caseId)
  const people = await namesOfPeople(tx, [found.openedBy, ...tasks.flatMap((t) => [t.takenBy, t.assignedTo].flatMap((id) => id ?? [])), ...(newest ? [newest.by] : []), ...(foundSource ? [foundSource.by] : []), ...entries.map((e) => e.by), ...attachments.map((a) => a.by)])
  const names = await namesOf(tx, tasks.map((t) => t.directorateId))
  return {
    ...rest, source: { cause: source.name, words: source.words },
    foundSource: foundSource && { cause: foundSource.name, words: foundSource.words, by: people.get(foundSource.by) ?? null, at: foundSource.at },
    newestMove: newest ? moveShown(newest, people) : null, answers: answers.map(({ ask, answer, labels }) => ({ ask, answer, labels })),
    institution: institution && { name: institution.name, phone: institution.phone, reference: institution.reference },
    reporter: reporter ? { citizenId: reporter.citizenId, name: reporter.name, phone: reporter.phone, anonymous: reporter.anonymous, mayMessage: reporter.mayMessage, email: reporter.email, way: reporter.way } : null,
    reporterWithheld: !reporter,
    tasks: tasks.flatMap(({ takenBy, assignedTo, ...t }) => {
      const directorate = names.get(t.directorateId)
      return directorate ? [{ ...t, directorate, takenBy: (takenBy && people.get(takenBy)) || null, assignedTo: assignedTo ? { id: assignedTo as StaffId, name: people.get(assignedTo) ?? '' } : null }] : []
    }),
    timeline: entries.map((e) => ({ ...e, id: e.id as CasePage['timeline'][number]['id'], by: people.get(e.by) ?? null })),
    attachments: attachments.map((a) => ({ id: a.id as CasePage['attachments'][number]['id'], name: a.name, type: a.type, bytes: a.bytes, at: a.at, by: people.get(a.by) ?? '' })),
    calls: await callsOf(tx, found, reporter),
    openedBy: people.get(found.openedBy) ?? '', paper: await paper.ofCase(tx, caseId), past: (await pastOf(tx, caseId)) ?? null,
  }
}
async function callsOf(tx: Tx, found: read.CaseRead, reporter: store.Teller | undefined): Promise<CasePage['calls']> {
  const ids = [...[reporter, ...(await read.followersOf(tx, found.id))].flatMap((teller) => teller?.callId ?? []), ...(await talksOf(tx, found.id))]
  if (ids.length === 0) return []
  const told = new Map((await read.calls(tx, ids)).map((call) => [call.callId, call]))
  return [...new Set(ids)].map((callId) => told.get(callId) ?? { callId, at: found.openedAt, seconds: null, recorded: false })
}
/** Names by id. Parts of the system have none. */
async function namesOfPeople(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const people = await staffByIds(tx, ids.filter((id) => uuid.test(id)) as StaffId[])
  return new Map([...people].map(([id, person]) => [id as string, person.name]))
}

export async function markSeen(tx: Tx, { caseId }: { caseId: CaseId }, by: Actor): Promise<typeof done> {
  await seen(tx, caseId, by)
  await store.markSeen(tx, caseId)
  await store.mentionsSeen(tx, caseId)
  const mine = mineOf(by)
  if (mine) await store.taskSeen(tx, caseId, mine)
  return done
}

export type CallersCase = Omit<read.PersonsCase, 'leadId'> & { lead: Bilingual | null }
/** For the operator's screen: what these people told us or follow; unfinished first, then the newest. */
export const casesOfCaller = async (tx: Tx, citizenIds: readonly CitizenId[], limit: number): Promise<CallersCase[]> =>
  citizenIds.length ? withLeads(tx, await read.casesOfCitizens(tx, citizenIds, limit)) : []

/** For a muhtar who calls: open cases of her places, those left out that she was told of already. Nobody's own matter, no tip-off. */
export const openCasesOfPlaces = async (tx: Tx, placeIds: readonly PlaceId[], but: readonly CaseId[], limit: number): Promise<CallersCase[]> =>
  placeIds.length ? withLeads(tx, await read.openCasesOfPlaces(tx, placeIds, but, limit)) : []

/** The cases that came by these calls, or were joined in them, as far as the reader may know that they did. */
export const casesOfCalls = async (tx: Tx, callIds: readonly CallId[]): Promise<{ callId: CallId; id: CaseId; number: string }[]> =>
  callIds.length ? read.casesOfCalls(tx, callIds) : []
/** A directorate hears the calls of its own cases; never that of a tip-off, which it cannot tell from any other. */
export const mayHear = async (tx: Tx, callId: CallId): Promise<boolean> => (await casesOfCalls(tx, [callId])).length > 0
