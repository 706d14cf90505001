/** What this room writes, and the rows it locks. It names only tables of the schema `cases`. */
import { sql } from 'kysely'
import type { CallId } from '../../../contracts/call-id.ts'
import type { CaseId, CaseStatus, Channel, Opened, TaskStatus, TimelineEntry } from '../../../contracts/cases.ts'
import type { WaitsFor } from '../../../contracts/moves.ts'
import type { CitizenId, Way } from '../../../contracts/citizens.ts'
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { Bilingual, Language } from '../../../contracts/kit.ts'
import type { InstitutionId, PlaceId } from '../../../contracts/places.ts'
import type { CaseKind, TopicId } from '../../../contracts/routing.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import type { Kept, KeptSource } from './intake.ts'

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`

/** The next number of a civil year. Sequences do not roll back: a gap, never the same twice. */
export async function nextNumber(tx: Tx, year: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select nextval(${`cases.number_${year}`}::regclass) as n`.execute(tx)
  return rows[0]!.n
}

/** True for the first to come with this id; a twin waits here until the first has ended. */
export async function claimSubmission(tx: Tx, id: CaseId, hash: string, by: string): Promise<boolean> {
  const { rows } = await sql`
    insert into cases.submission (id, hash, at, by) values (${id}, ${hash}, ${tx.now}, ${by}) on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}
export async function submission(tx: Tx, id: CaseId): Promise<{ hash: string; answer: Opened } | undefined> {
  const { rows } = await sql<{ hash: string; answer: Opened }>`select hash, answer from cases.submission where id = ${id}`.execute(tx)
  return rows[0]
}
export const answerSubmission = (tx: Tx, id: CaseId, answer: Opened) =>
  sql`update cases.submission set answer = ${json(answer)} where id = ${id}`.execute(tx)

export type KeptInstitution = { name: Bilingual; phone: string | null; reference: string | null; told: boolean }
export type NewCase = {
  id: CaseId; number: string; kind: CaseKind; channel: Channel; status: CaseStatus; topicId: TopicId; topic: Bilingual; personal: boolean
  said: string; source: KeptSource; answers: readonly Kept[]
  placeId: PlaceId | null; place: string | null; street: string | null; streetFolded: string | null; addressWords: string | null
  pin: { lat: number; lon: number; cell: string } | null; emergency: boolean; leadId: DirectorateId | null
  dueAt: string | Date | null; openedAt: Date; openedBy: string; institutionId: InstitutionId | null; institution: KeptInstitution | null; folded: string
  /** Of a past case; of a new one the end is noted when it comes. */
  closedAt?: Date
}
/** False when a case of this id is there already. */
export async function insertCase(tx: Tx, c: NewCase): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into cases.case (id, number, kind, channel, status, topic_id, topic, personal, said, source, answers, place_id, place, street, street_folded, address_words,
      lat, lon, h3, emergency, lead_id, due_at, opened_at, opened_by, changed_at, institution_id, institution, folded, closed_at)
    values (${c.id}, ${c.number}, ${c.kind}, ${c.channel}, ${c.status}, ${c.topicId}, ${json(c.topic)}, ${c.personal}, ${c.said}, ${json(c.source)}, ${json(c.answers)},
      ${c.placeId}, ${c.place}, ${c.street}, ${c.streetFolded}, ${c.addressWords}, ${c.pin?.lat ?? null}, ${c.pin?.lon ?? null}, ${c.pin?.cell ?? null}::bigint,
      ${c.emergency}, ${c.leadId}, ${c.dueAt}, ${c.openedAt}, ${c.openedBy}, ${c.openedAt}, ${c.institutionId}, ${c.institution ? json(c.institution) : null}, ${c.folded}, ${c.closedAt ?? null})
    on conflict (id) do nothing`.execute(tx)
  return numAffectedRows === 1n
}

export async function isThere(tx: Tx, id: CaseId): Promise<boolean> {
  const { rows } = await sql`select 1 from cases.case where id = ${id}`.execute(tx)
  return rows.length > 0
}

export type Teller = {
  citizenId: CitizenId | null; name: string | null; phone: string | null; email: string | null; way: Way; anonymous: boolean; mayMessage: boolean; language: Language; callId: CallId | null
}
export const insertReporter = (tx: Tx, caseId: CaseId, r: Teller, withheld: boolean) => sql`
  insert into cases.reporter (case_id, citizen_id, name, phone, email, way, anonymous, may_message, language, call_id, withheld)
  values (${caseId}, ${r.citizenId}, ${r.name}, ${r.phone}, ${r.email}, ${r.way}, ${r.anonymous}, ${r.mayMessage}, ${r.language}, ${r.callId}, ${withheld})`.execute(tx)
/** False when she follows it already. */
export async function insertFollower(tx: Tx, caseId: CaseId, r: Teller, draftId: string | null): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into cases.follower (id, case_id, citizen_id, name, phone, email, way, anonymous, may_message, language, call_id, draft_id, at, by)
    values (${newId()}, ${caseId}, ${r.citizenId}, ${r.name}, ${r.phone}, ${r.email}, ${r.way}, ${r.anonymous}, ${r.mayMessage}, ${r.language}, ${r.callId}, ${draftId}, ${tx.now}, ${tx.by.id})
    on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}

export type NewTask = { directorateId: DirectorateId; part: 'lead' | 'supporting'; status?: TaskStatus; dueAt: string | Date | null }
/** Gives work; a directorate that had it before gets it again. What it has taken it keeps. */
export const putTasks = (tx: Tx, caseId: CaseId, tasks: readonly NewTask[], at: Date = tx.now) => sql`
  insert into cases.task (case_id, directorate_id, part, status, due_at, made_at)
  select ${caseId}::uuid, t.directorate_id, t.part, coalesce(t.status, 'open'), t.due_at, ${at}::timestamptz
  from jsonb_to_recordset(${JSON.stringify(tasks.map((t) => ({ directorate_id: t.directorateId, part: t.part, status: t.status, due_at: t.dueAt })))}::jsonb)
    as t (directorate_id uuid, part text, status text, due_at timestamptz)
  on conflict (case_id, directorate_id) do update set part = excluded.part, due_at = excluded.due_at,
    status = case when cases.task.status in ('open', 'returned', 'passed') then 'open' else 'taken' end,
    taken_by = case when cases.task.status not in ('open', 'returned', 'passed') then cases.task.taken_by end,
    taken_at = case when cases.task.status not in ('open', 'returned', 'passed') then cases.task.taken_at end`.execute(tx)

export type CaseLocked = {
  id: CaseId; number: string; kind: CaseKind; channel: Channel; status: CaseStatus; topicId: TopicId; emergency: boolean; personal: boolean
  leadId: DirectorateId | null; dirs: DirectorateId[]; dueAt: string | null; openedAt: string; reopened: number; duplicateOf: CaseId | null; foundSource: unknown
  waitsFor: WaitsFor | null; waitsReason: string | null; waitsSince: string | null; waitsUntil: string | null; institutionId: string | null; institution: KeptInstitution | null
}
/** Waits for anyone else holding this case, then holds it until the transaction ends. Undefined: not there, or not to be seen. */
export async function lockCase(tx: Tx, id: CaseId): Promise<CaseLocked | undefined> {
  const { rows } = await sql<CaseLocked>`
    select id, number, kind, channel, status, topic_id as "topicId", emergency, personal, lead_id as "leadId", dirs, due_at as "dueAt", opened_at as "openedAt", reopened,
      duplicate_of as "duplicateOf", found_source as "foundSource", waits_for as "waitsFor", waits_reason as "waitsReason", waits_since as "waitsSince", waits_until as "waitsUntil",
      institution_id as "institutionId", institution
    from cases.case where id = ${id} for update`.execute(tx)
  return rows[0]
}
export type TaskRow = { directorateId: DirectorateId; part: 'lead' | 'supporting'; status: TaskStatus; dueAt: string | null; takenBy: string | null; takenAt: string | null; firstSeenAt: string | null; assignedTo: string | null }
export async function tasksOf(tx: Tx, caseId: CaseId): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    select directorate_id as "directorateId", part, status, due_at as "dueAt", taken_by as "takenBy", taken_at as "takenAt", first_seen_at as "firstSeenAt", assigned_to as "assignedTo"
    from cases.task where case_id = ${caseId} order by part, made_at, directorate_id`.execute(tx)
  return rows
}
export const setTasks = (tx: Tx, caseId: CaseId, directorateIds: readonly DirectorateId[], status: TaskStatus) => sql`
  update cases.task set status = ${status} where case_id = ${caseId} and directorate_id = any(${[...directorateIds]}::uuid[])`.execute(tx)
export const taskSeen = (tx: Tx, caseId: CaseId, directorateId: string) => sql`
  update cases.task set first_seen_at = ${tx.now} where case_id = ${caseId} and directorate_id = ${directorateId} and first_seen_at is null`.execute(tx)

export async function countFollower(tx: Tx, id: CaseId): Promise<void> {
  await sql`update cases.case set followers = followers + 1 where id = ${id}`.execute(tx)
}

export type NewEntry = { id?: string; what: string; facts?: Record<string, unknown>; audience?: TimelineEntry['audience']; at?: Date; by?: string; /** Nothing anyone must read. */ quiet?: true }
/** Adds to the timeline; the case becomes unread for all but the one who acts. False: an entry of this id is there. */
export async function addEntry(tx: Tx, caseId: CaseId, entry: NewEntry): Promise<boolean> {
  const at = entry.at ?? tx.now
  const { numAffectedRows } = await sql`
    insert into cases.entry (id, case_id, at, by, what, facts, audience)
    values (${entry.id ?? newId()}, ${caseId}, ${at}, ${entry.by ?? tx.by.id}, ${entry.what}, ${json(entry.facts ?? {})}, ${entry.audience ?? 'internal'})
    on conflict do nothing`.execute(tx)
  if (numAffectedRows !== 1n) return false
  if (entry.quiet) return true
  await sql`update cases.case set changed_at = greatest(changed_at, ${at}) where id = ${caseId}`.execute(tx)
  await markSeen(tx, caseId)
  return true
}
export async function entryCase(tx: Tx, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ caseId: string }>`select case_id as "caseId" from cases.entry where id = ${id}`.execute(tx)
  return rows[0]?.caseId
}
/** Parts of the system read nothing, so they have nothing seen. */
export async function markSeen(tx: Tx, caseId: CaseId): Promise<void> {
  if (tx.by.scope === 'system') return
  await sql`
    insert into cases.seen (staff_id, case_id, at) values (${tx.by.id}, ${caseId}, ${tx.now})
    on conflict (staff_id, case_id) do update set at = excluded.at`.execute(tx)
}
export const mentionsSeen = (tx: Tx, caseId: CaseId) => sql`
  update cases.mention set seen_at = ${tx.now} where case_id = ${caseId} and staff_id = ${tx.by.id} and seen_at is null`.execute(tx)
export const insertMentions = (tx: Tx, entryId: string, caseId: CaseId, staffIds: readonly string[]) => sql`
  insert into cases.mention (entry_id, case_id, staff_id) select ${entryId}::uuid, ${caseId}::uuid, unnest(${[...staffIds]}::text[])`.execute(tx)

export type AttachmentRow = { id: string; caseId: CaseId; name: string; type: string; bytes: number; sha256: string; at: string; by: string }
const attachmentShown = sql`id, case_id as "caseId", name, type, bytes, sha256, at, by`
export async function insertAttachment(tx: Tx, a: Omit<AttachmentRow, 'at' | 'by'>): Promise<AttachmentRow | undefined> {
  const { rows } = await sql<AttachmentRow>`
    insert into cases.attachment (id, case_id, name, type, bytes, sha256, at, by)
    values (${a.id}, ${a.caseId}, ${a.name}, ${a.type}, ${a.bytes}, ${a.sha256}, ${tx.now}, ${tx.by.id})
    on conflict do nothing returning ${attachmentShown}`.execute(tx)
  return rows[0]
}
export async function attachmentById(tx: Tx, id: string): Promise<AttachmentRow | undefined> {
  const { rows } = await sql<AttachmentRow>`select ${attachmentShown} from cases.attachment where id = ${id}`.execute(tx)
  return rows[0]
}
export async function attachmentsOf(tx: Tx, caseId: CaseId): Promise<AttachmentRow[]> {
  const { rows } = await sql<AttachmentRow>`select ${attachmentShown} from cases.attachment where case_id = ${caseId} order by at, id`.execute(tx)
  return rows
}
