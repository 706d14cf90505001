/** Statements about crews, work orders and evidence. They name only tables of the schema `resolution`. */
import { type RawBuilder, sql } from 'kysely'
import type { AttachmentId, CaseId } from '../../../contracts/cases.ts'
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { Bilingual } from '../../../contracts/kit.ts'
import type { ActId, CrewId, Evidence, OrderChange, OrderId, OrderQuery, OrderStatus, Shot, TooLate } from '../../../contracts/work.ts'
import type { Tx } from '../../platform/db.ts'

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
const all = (conditions: readonly RawBuilder<unknown>[]) => (conditions.length ? sql.join([...conditions], sql` and `) : sql`true`)

export type OrderRow = OrderChange & {
  id: OrderId; caseId: CaseId; directorateId: DirectorateId; n: number; caseNumber: string; topic: Bilingual; emergency: boolean; status: OrderStatus
  place: string | null; street: string | null; addressWords: string | null; lat: number | null; lon: number | null; crewName: string | null; pastCrews: CrewId[]; evidence: Evidence
  reason: string | null; version: number; startedAt: string | null; endedAt: string | null; past: boolean
}
const shown = sql`o.id, o.case_id as "caseId", o.directorate_id as "directorateId", o.n, o.case_number as "caseNumber", o.topic, o.emergency, o.status, o.what,
  o.place, o.street, o.address_words as "addressWords", o.lat, o.lon, to_char(o.from_day, 'YYYY-MM-DD') as "from", to_char(o.to_day, 'YYYY-MM-DD') as "to",
  o.crew_id as "crewId", (select c.name from resolution.crew c where c.id = o.crew_id) as "crewName", o.past_crews as "pastCrews", o.notes, o.contact, o.evidence, o.reason, o.version,
  o.started_at as "startedAt", o.ended_at as "endedAt", o.past_by_move is not null as past`

export type NewOrder = Omit<OrderRow, 'n' | 'crewName' | 'pastCrews' | 'reason' | 'version' | 'startedAt' | 'endedAt' | 'past'> & { draftedFrom: string | null }
/** Whoever holds the case numbers its orders. False when this one is there, or was drafted before. */
export async function insertOrder(tx: Tx, o: NewOrder): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into resolution.work_order (id, case_id, directorate_id, n, case_number, topic, emergency, status, what, place, street, address_words, lat, lon, from_day, to_day, crew_id, notes, contact, evidence,
      drafted_from, made_at, made_by, changed_at)
    values (${o.id}, ${o.caseId}, ${o.directorateId}, coalesce((select max(n) from resolution.work_order where case_id = ${o.caseId}), 0) + 1, ${o.caseNumber}, ${json(o.topic)}, ${o.emergency}, ${o.status}, ${o.what},
      ${o.place}, ${o.street}, ${o.addressWords}, ${o.lat}, ${o.lon}, ${o.from}::date, ${o.to}::date, ${o.crewId}, ${o.notes}, ${o.contact ? json(o.contact) : null}, ${o.evidence},
      ${o.draftedFrom}, ${tx.now}, ${tx.by.id}, ${tx.now})
    on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}
export async function orderById(tx: Tx, id: OrderId, hold = false): Promise<OrderRow | undefined> {
  return (await sql<OrderRow>`select ${shown} from resolution.work_order o where o.id = ${id} ${hold ? sql`for update` : sql``}`.execute(tx)).rows[0]
}
export async function ordersOf(tx: Tx, caseId: CaseId, directorateId?: DirectorateId): Promise<OrderRow[]> {
  const { rows } = await sql<OrderRow>`
    select ${shown} from resolution.work_order o where o.case_id = ${caseId} and ${directorateId ? sql`o.directorate_id = ${directorateId}` : sql`true`} order by o.n`.execute(tx)
  return rows
}
const mostOrders = 500
/** What waits for the directorate first, then by day, each day the most urgent first. */
export async function orders(tx: Tx, q: OrderQuery & { today: string }): Promise<OrderRow[]> {
  const conditions = [
    ...(q.status?.length ? [sql`o.status = any(${q.status}::text[])`] : []), ...(q.crewId ? [sql`o.crew_id = ${q.crewId}`] : []), ...(q.caseId ? [sql`o.case_id = ${q.caseId}`] : []),
    ...(q.directorateId ? [sql`o.directorate_id = ${q.directorateId}`] : []),
    ...(q.day ? [sql`(${q.day}::date between o.from_day and o.to_day or (o.to_day < ${q.day}::date and o.status not in ('done', 'cancelled')))`] : []),
    ...(q.late === undefined ? [] : [sql`(coalesce(o.to_day < ${q.today}::date, false) and o.status not in ('done', 'cancelled')) = ${q.late}`]),
  ]
  const { rows } = await sql<OrderRow>`
    select ${shown} from resolution.work_order o where ${all(conditions)}
    order by o.status = 'cannot' desc, o.status = 'draft' desc, o.emergency desc, o.to_day nulls first, o.place, o.street, o.id limit ${mostOrders}`.execute(tx)
  return rows
}
/** Of the crews this person works in: what lies with them, and what ended since `since`. */
export async function ordersOfMember(tx: Tx, staffId: string, since: Date): Promise<OrderRow[]> {
  const { rows } = await sql<OrderRow>`
    select ${shown} from resolution.work_order o
    where o.crew_id in (select m.crew_id from resolution.crew_member m where m.staff_id::text = ${staffId})
      and (o.status in ('assigned', 'on_the_way', 'started') or (o.status in ('done', 'cannot', 'cancelled') and o.changed_at >= ${since}))
    order by o.status in ('done', 'cannot', 'cancelled'), o.emergency desc, o.to_day, o.from_day, o.place, o.street, o.id limit 200`.execute(tx)
  return rows
}
/** Does it lie with a crew of hers, or did it once? */
export async function crewsOfMember(tx: Tx, staffId: string): Promise<CrewId[]> {
  return (await sql<{ id: CrewId }>`select m.crew_id as id from resolution.crew_member m where m.staff_id::text = ${staffId}`.execute(tx)).rows.map((row) => row.id)
}
/** Whoever lost it keeps sending to it for a while: a crew is remembered. */
export const writeOrder = (tx: Tx, id: OrderId, o: OrderChange & { status: OrderStatus; reason: string | null }) => sql`
  update resolution.work_order set what = ${o.what}, from_day = ${o.from}::date, to_day = ${o.to}::date, notes = ${o.notes}, contact = ${o.contact ? json(o.contact) : null}, status = ${o.status}, reason = ${o.reason},
    past_crews = case when crew_id is distinct from ${o.crewId}::uuid and crew_id is not null then array_append(array_remove(past_crews, crew_id), crew_id) else past_crews end,
    crew_id = ${o.crewId}, changed_at = ${tx.now}, version = version + 1
  where id = ${id}`.execute(tx)
export const setStatus = (tx: Tx, id: OrderId, status: OrderStatus, reason: string | null = null) => sql`
  update resolution.work_order set status = ${status}, reason = ${reason}, changed_at = ${tx.now}, version = version + 1,
    started_at = case when ${status} in ('started', 'done') then coalesce(started_at, ${tx.now}::timestamptz) when ${status} in ('draft', 'assigned') then null else started_at end,
    ended_at = case when ${status} in ('done', 'cannot', 'cancelled') then ${tx.now}::timestamptz end
  where id = ${id}`.execute(tx)

// ---- together with the moves of the case
/** @returns the orders that it ended */
export async function endBy(tx: Tx, caseId: CaseId, moveId: string, directorates: readonly DirectorateId[] | 'all', reason: string): Promise<OrderId[]> {
  const { rows } = await sql<{ id: OrderId }>`
    update resolution.work_order set status_before = status, status = 'cancelled', reason = ${reason}, ended_by_move = ${moveId}, ended_at = ${tx.now}, changed_at = ${tx.now}, version = version + 1
    where case_id = ${caseId} and status not in ('done', 'cancelled') and ${directorates === 'all' ? sql`true` : sql`directorate_id = any(${[...directorates]}::uuid[])`} returning id`.execute(tx)
  return rows.map((row) => row.id)
}
export async function bringBack(tx: Tx, moveId: string): Promise<OrderId[]> {
  const { rows } = await sql<{ id: OrderId }>`
    update resolution.work_order set status = status_before, status_before = null, reason = null, ended_by_move = null, ended_at = null, changed_at = ${tx.now}, version = version + 1
    where ended_by_move = ${moveId} and status = 'cancelled' returning id`.execute(tx)
  await sql`update resolution.work_order set past_by_move = null where past_by_move = ${moveId}`.execute(tx)
  return rows.map((row) => row.id)
}
export const makePast = (tx: Tx, caseId: CaseId, moveId: string) => sql`
  update resolution.work_order set past_by_move = ${moveId} where case_id = ${caseId} and past_by_move is null and status in ('done', 'cancelled')`.execute(tx)
/** Drafted anew when it is agreed anew. */
export const forgetDrafting = (tx: Tx, ids: readonly OrderId[]) => sql`update resolution.work_order set drafted_from = null where id = any(${[...ids]}::uuid[])`.execute(tx)

// ---- what was done to them
export type EventRow = { id: ActId; orderId: OrderId; at: string; by: string; what: string; words: string | null; late: TooLate | null }
export async function insertEvent(tx: Tx, e: { id: ActId; orderId: OrderId; at?: Date | undefined; what: string; words?: string | null | undefined; late?: TooLate | null }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into resolution.order_event (id, order_id, received_at, at, by, what, words, late)
    values (${e.id}, ${e.orderId}, ${tx.now}, ${e.at ?? tx.now}, ${tx.by.id}, ${e.what}, ${e.words ?? null}, ${e.late ?? null}) on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}
const eventShown = sql`id, order_id as "orderId", at, by, what, words, late`
export async function eventById(tx: Tx, id: string): Promise<EventRow | undefined> {
  return (await sql<EventRow>`select ${eventShown} from resolution.order_event where id = ${id}`.execute(tx)).rows[0]
}
export async function eventsOf(tx: Tx, orderId: OrderId): Promise<EventRow[]> {
  return (await sql<EventRow>`select ${eventShown} from resolution.order_event where order_id = ${orderId} order by n`.execute(tx)).rows
}

export type PhotoRow = { id: AttachmentId; orderId: OrderId | null; directorateId: DirectorateId; shot: Shot; at: string; by: string }
const photoShown = sql`attachment_id as id, order_id as "orderId", directorate_id as "directorateId", shot, at, by`
export async function insertEvidence(tx: Tx, e: { attachmentId: AttachmentId; caseId: CaseId; directorateId: DirectorateId; orderId: OrderId | null; shot: Shot; at?: Date | undefined }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into resolution.evidence (attachment_id, case_id, directorate_id, order_id, shot, at, by)
    values (${e.attachmentId}, ${e.caseId}, ${e.directorateId}, ${e.orderId}, ${e.shot}, ${e.at ?? tx.now}, ${tx.by.id}) on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}
export const reuseEvidence = (tx: Tx, attachmentId: AttachmentId, orderId: OrderId, shot: Shot) => sql`update resolution.evidence set order_id = ${orderId}, shot = ${shot} where attachment_id = ${attachmentId}`.execute(tx)
export async function photosOfOrders(tx: Tx, ids: readonly OrderId[]): Promise<PhotoRow[]> {
  if (!ids.length) return []
  return (await sql<PhotoRow>`select ${photoShown} from resolution.evidence where order_id = any(${[...ids]}::uuid[]) order by at, attachment_id`.execute(tx)).rows
}
export async function photosOfPart(tx: Tx, caseId: CaseId, directorateId: DirectorateId | null): Promise<PhotoRow[]> {
  return (await sql<PhotoRow>`select ${photoShown} from resolution.evidence where case_id = ${caseId} and order_id is null and directorate_id = ${directorateId}::uuid order by at, attachment_id`.execute(tx)).rows
}

// ---- the days she was told
export type Days = { from: string; to: string }
const days = sql`to_char(from_day, 'YYYY-MM-DD') as "from", to_char(to_day, 'YYYY-MM-DD') as "to"`
export async function toldDays(tx: Tx, caseId: CaseId): Promise<Days | undefined> {
  return (await sql<Days>`select ${days} from resolution.told_days where case_id = ${caseId}`.execute(tx)).rows[0]
}
export const putToldDays = (tx: Tx, caseId: CaseId, { from, to }: Days) => sql`
  insert into resolution.told_days (case_id, from_day, to_day) values (${caseId}, ${from}::date, ${to}::date)
  on conflict (case_id) do update set from_day = excluded.from_day, to_day = excluded.to_day`.execute(tx)
/** From the first day of any order of the case to the last of all; undefined while one has no day. */
export async function plannedDays(tx: Tx, caseId: CaseId): Promise<Days | undefined> {
  const { rows } = await sql<{ from: string | null; to: string | null; whole: boolean }>`
    select to_char(min(from_day), 'YYYY-MM-DD') as "from", to_char(max(to_day), 'YYYY-MM-DD') as "to", coalesce(bool_and(to_day is not null and status <> 'cannot'), false) as whole
    from resolution.work_order where case_id = ${caseId} and status <> 'cancelled' and past_by_move is null`.execute(tx)
  const found = rows[0]
  return found?.whole && found.from && found.to ? { from: found.from, to: found.to } : undefined
}
