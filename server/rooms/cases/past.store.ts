/** Rows of past cases, many at a time. It names only tables of the schema `cases`. */
import { sql } from 'kysely'
import type { CaseId, CaseStatus, Channel } from '../../../contracts/cases.ts'
import type { CitizenId } from '../../../contracts/citizens.ts'
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { Bilingual } from '../../../contracts/kit.ts'
import type { PlaceId } from '../../../contracts/places.ts'
import type { CaseKind, TopicId } from '../../../contracts/routing.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'

/** One batch at a time: between looking for keys and writing them nobody else writes any. */
export const lockPast = (tx: Tx) => sql`select pg_advisory_xact_lock(hashtextextended('cases.past', 0))`.execute(tx)

export async function pastKeys(tx: Tx, system: string, keys: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`select key from cases.past where system = ${system} and key = any(${[...keys]}::text[])`.execute(tx)
  return new Set(rows.map((row) => row.key))
}
/** The first of so many numbers in a row. */
export async function takeNumbers(tx: Tx, year: number, count: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into cases.past_number as n (year, last) values (${year}, ${count}) on conflict (year) do update set last = n.last + ${count} returning last`.execute(tx)
  return rows[0]!.last - count + 1
}

export type NewPast = {
  id: CaseId; number: string; status: CaseStatus; dueAt: string | null; leadId: DirectorateId | null; kind: CaseKind; channel: Channel; topicId: TopicId; topic: Bilingual; personal: boolean
  said: string; placeId: PlaceId | null; place: string | null; street: string | null; streetFolded: string | null; addressWords: string | null
  pin: { lat: number; lon: number; cell: string } | null; emergency: boolean; openedAt: Date; closedAt: Date | null; folded: string
  key: string; oldNumber: string | null; words: Record<string, string>
  tasks: { directorateId: DirectorateId; part: 'lead' | 'supporting'; status: 'open' | 'taken' }[]
  reporter: { citizenId: CitizenId | null; name: string | null; phone: string | null; anonymous: boolean; withheld: boolean }
}

/** Who opened and closed it is not known here; and it must not count as anybody's own work. */
const nobodyHere = 'import'

/** The same list of values in five tables; each statement takes all rows at once. */
export async function insertPast(tx: Tx, from: { importId: string; system: string; by: string }, rows: readonly NewPast[]): Promise<void> {
  const json = (values: unknown) => JSON.stringify(values)
  // `dirs` is written as the trigger on tasks would make it, so that it has nothing to change: a second version of
  // every row would double the work of the index of words.
  await sql`
    insert into cases.case (id, number, kind, channel, status, topic_id, topic, personal, said, source, answers, place_id, place, street, street_folded, address_words,
      lat, lon, h3, emergency, lead_id, dirs, due_at, opened_at, opened_by, changed_at, folded)
    select r.id, r.number, r.kind, r.channel, r.status, r.topic_id, r.topic, r.personal, r.said, '{"cause": null, "name": null, "words": null}', '[]', r.place_id, r.place, r.street, r.street_folded,
      r.address_words, r.lat, r.lon, r.h3, r.emergency, r.lead_id, r.dirs, r.due_at, r.opened_at, ${nobodyHere}, r.changed_at, r.folded
    from jsonb_to_recordset(${json(rows.map((c) => ({
      id: c.id, number: c.number, kind: c.kind, channel: c.channel, status: c.status, topic_id: c.topicId, topic: c.topic, personal: c.personal, said: c.said, place_id: c.placeId, place: c.place,
      street: c.street, street_folded: c.streetFolded, address_words: c.addressWords, lat: c.pin?.lat, lon: c.pin?.lon, h3: c.pin?.cell, emergency: c.emergency, lead_id: c.leadId,
      dirs: c.tasks.map((t) => t.directorateId).sort(), due_at: c.dueAt, opened_at: c.openedAt, changed_at: c.closedAt ?? c.openedAt, folded: c.folded,
    })))}::jsonb) as r (id uuid, number text, kind text, channel text, status text, topic_id uuid, topic jsonb, personal boolean, said text, place_id uuid, place text, street text,
      street_folded text, address_words text, lat float8, lon float8, h3 bigint, emergency boolean, lead_id uuid, dirs uuid[], due_at timestamptz, opened_at timestamptz, changed_at timestamptz, folded text)`.execute(tx)
  await sql`
    insert into cases.task (case_id, directorate_id, part, status, due_at, made_at)
    select r.case_id, r.directorate_id, r.part, r.status, r.due_at, r.made_at
    from jsonb_to_recordset(${json(rows.flatMap((c) => c.tasks.map((t) => ({ case_id: c.id, directorate_id: t.directorateId, part: t.part, status: t.status, due_at: c.dueAt, made_at: c.openedAt }))))}::jsonb)
      as r (case_id uuid, directorate_id uuid, part text, status text, due_at timestamptz, made_at timestamptz)`.execute(tx)
  await sql`
    insert into cases.reporter (case_id, citizen_id, name, phone, anonymous, may_message, language, withheld)
    select r.case_id, r.citizen_id, r.name, r.phone, r.anonymous, false, 'tr', r.withheld
    from jsonb_to_recordset(${json(rows.map((c) => ({ case_id: c.id, citizen_id: c.reporter.citizenId, name: c.reporter.name, phone: c.reporter.phone, anonymous: c.reporter.anonymous, withheld: c.reporter.withheld })))}::jsonb)
      as r (case_id uuid, citizen_id uuid, name text, phone text, anonymous boolean, withheld boolean)`.execute(tx)
  // The import stands in the facts: by it the taking back knows its own entries from what people did since.
  await sql`
    insert into cases.entry (id, case_id, at, by, what, facts, audience)
    select r.id, r.case_id, r.at, r.by, r.what, r.facts, 'internal'
    from jsonb_to_recordset(${json(rows.flatMap((c) => [
      { id: newId(), case_id: c.id, at: tx.now, by: from.by, what: 'imported', facts: { import: from.importId, oldNumber: c.oldNumber, system: from.system || null } },
      ...(c.closedAt ? [{ id: newId(), case_id: c.id, at: c.closedAt, by: nobodyHere, what: 'closed', facts: { import: from.importId } }] : []),
    ]))}::jsonb) as r (id uuid, case_id uuid, at timestamptz, by text, what text, facts jsonb)`.execute(tx)
  await sql`
    insert into cases.past (case_id, import_id, system, key, number, closed_at, words, at)
    select r.case_id, ${from.importId}, ${from.system}, r.key, r.number, r.closed_at, r.words, ${tx.now}
    from jsonb_to_recordset(${json(rows.map((c) => ({ case_id: c.id, key: c.key, number: c.oldNumber, closed_at: c.closedAt, words: c.words })))}::jsonb)
      as r (case_id uuid, key text, number text, closed_at timestamptz, words jsonb)`.execute(tx)
}

export type PastRead = { number: string | null; system: string; at: string; closedAt: string | null; words: Record<string, string> }
export async function pastOf(tx: Tx, caseId: CaseId): Promise<PastRead | undefined> {
  const { rows } = await sql<PastRead>`select number, system, at, closed_at as "closedAt", words from cases.past where case_id = ${caseId}`.execute(tx)
  return rows[0]
}

/** Deletes the next cases of an import that nobody has touched; `last` is where the next call begins, null at the end. */
export async function takeBackPast(tx: Tx, importId: string, after: string | null, most: number): Promise<{ deleted: number; kept: number; last: string | null }> {
  const { rows } = await sql<{ deleted: number; kept: number; last: string | null }>`select deleted, kept, last from cases.take_back_past(${importId}::uuid, ${after}::uuid, ${most})`.execute(tx)
  return rows[0]!
}
