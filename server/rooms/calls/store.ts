/** Every statement this room runs. It names only tables of the schema `calls`. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Bilingual } from '../../../contracts/kit.ts'
import type { CallId } from '../../../contracts/call-id.ts'
import type { CallResult, Presence } from '../../../contracts/calls.ts'
import type { CitizenId } from '../../../contracts/citizens.ts'
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import type { TopicId } from '../../../contracts/routing.ts'
import type { Tx } from '../../platform/db.ts'
import type { ReadCall } from './ledger.ts'
import type { CallRecord, Position, SwitchSettings } from './switch.ts'

// ---- the switch's record
export async function insertRecords(tx: Tx, records: readonly CallRecord[]): Promise<void> {
  const rows = records.map((r) => ({
    call_id: r.callId, leg_id: r.legId, event: r.event, at: r.at.toISOString(), channel: r.channel, number: r.number, extension: r.extension, app: r.app, peer: r.peer, facts: r.facts,
    digest: createHash('sha256').update(JSON.stringify([r.channel, r.extension, r.app, r.peer, r.facts])).digest('base64url').slice(0, 16),
  }))
  await sql`
    insert into calls.record (call_id, leg_id, event, at, digest, channel, number, extension, app, peer, facts)
    select call_id, leg_id, event, at, digest, channel, number, extension, app, peer, facts
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(call_id text, leg_id text, event text, at timestamptz, digest text, channel text, number text, extension text, app text, peer text, facts jsonb)
    on conflict do nothing`.execute(tx)
}
export async function recordsOf(tx: Tx, callId: string): Promise<CallRecord[]> {
  const { rows } = await sql<Omit<CallRecord, 'at'> & { at: string }>`
    select event, at, call_id as "callId", leg_id as "legId", channel, number, extension, app, peer, facts from calls.record where call_id = ${callId}`.execute(tx)
  return rows.map((r) => ({ ...r, at: new Date(r.at) }))
}
export const position = async (tx: Tx): Promise<Position | undefined> =>
  (await sql<{ reached: Position }>`select reached from calls.position for update`.execute(tx)).rows[0]?.reached
export const setPosition = (tx: Tx, reached: Position) =>
  sql`insert into calls.position (reached) values (${JSON.stringify(reached)}::jsonb) on conflict (one) do update set reached = excluded.reached`.execute(tx)

// ---- calls
/** Writes the row as read; true when something of it is new. */
export async function putCall(tx: Tx, c: ReadCall): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into calls.call as was (id, direction, from_number, dialled, queue, emergency, language, arrived_at, queued_at, rang_at, answered_at, ended_at, seat, staff_id, result, hung_up_by, recording, message)
    values (${c.id}, ${c.direction}, ${c.from}, ${c.dialled}, ${c.queue}, ${c.emergency}, ${c.language}, ${c.arrivedAt}, ${c.queuedAt}, ${c.rangAt}, ${c.answeredAt}, ${c.endedAt}, ${c.seat},
      (select staff_id from calls.seat where seat = ${c.seat}), ${c.result}, ${c.hungUpBy}, ${c.recording}, ${c.message})
    on conflict (id) do update set from_number = excluded.from_number, dialled = excluded.dialled, queue = excluded.queue, emergency = excluded.emergency, queued_at = excluded.queued_at, rang_at = excluded.rang_at,
      answered_at = excluded.answered_at, ended_at = excluded.ended_at, seat = excluded.seat, staff_id = coalesce(was.staff_id, excluded.staff_id), result = excluded.result,
      hung_up_by = excluded.hung_up_by, recording = excluded.recording, message = excluded.message
    where (was.queue, was.queued_at, was.rang_at, was.answered_at, was.ended_at, was.seat, was.result, was.hung_up_by, was.recording, was.message, was.emergency)
      is distinct from (excluded.queue, excluded.queued_at, excluded.rang_at, excluded.answered_at, excluded.ended_at, excluded.seat, excluded.result, excluded.hung_up_by, excluded.recording, excluded.message, excluded.emergency)
    returning id`.execute(tx)
  return rows.length > 0
}
/** Takes the right to make this call's task: true once, ever. */
export const claimTask = async (tx: Tx, callId: string): Promise<boolean> =>
  (await sql`update calls.call set tasked_at = ${tx.now} where id = ${callId} and tasked_at is null returning id`.execute(tx)).rows.length > 0
export const liveCalls = async (tx: Tx): Promise<{ id: CallId; lastSeen: string }[]> =>
  (await sql<{ id: CallId; lastSeen: string }>`
    select c.id, max(r.at) as "lastSeen" from calls.call c join calls.record r on r.call_id = c.id where c.ended_at is null group by c.id`.execute(tx)).rows

export type CallRow = {
  id: CallId; direction: 'in' | 'out'; from: string | null; dialled: string; queue: string | null; emergency: boolean; arrivedAt: string; queuedAt: string | null; rangAt: string | null
  answeredAt: string | null; endedAt: string | null; staffId: StaffId | null; result: CallResult; hungUpBy: 'caller' | 'operator' | 'system' | null; recording: string | null; message: string | null
  citizenId: CitizenId | null; lineTr: string | null; lineEn: string | null; code: string | null; codeTr: string | null; codeEn: string | null; topicId: TopicId | null; note: string | null
}
const shown = sql`c.id, c.direction, c.from_number as "from", c.dialled, c.queue, c.emergency, c.arrived_at as "arrivedAt", c.queued_at as "queuedAt", c.rang_at as "rangAt", c.answered_at as "answeredAt",
  c.ended_at as "endedAt", c.staff_id as "staffId", c.result, c.hung_up_by as "hungUpBy", c.recording, c.message, c.citizen_id as "citizenId", n.name_tr as "lineTr", n.name_en as "lineEn",
  w.code, wc.tr as "codeTr", wc.en as "codeEn", w.topic_id as "topicId", w.note`
const joined = sql`calls.call c left join calls.incoming_number n on n.number = c.dialled left join calls.wrap_up w on w.call_id = c.id left join calls.wrap_up_code wc on wc.code = w.code`
export const callById = async (tx: Tx, id: string): Promise<CallRow | undefined> =>
  (await sql<CallRow>`select ${shown} from ${joined} where c.id = ${id}`.execute(tx)).rows[0]

export type CallFilter = { result?: string; staffId?: string; digits?: string; from?: Date; to?: Date; after?: { at: string; id: string } }
export async function listCalls(tx: Tx, f: CallFilter, limit: number): Promise<CallRow[]> {
  const where = [
    ...(f.result ? [sql`c.result = ${f.result}`] : []), ...(f.staffId ? [sql`c.staff_id = ${f.staffId}`] : []),
    ...(f.digits ? [sql`(c.from_number like ${`%${f.digits}%`} or c.dialled like ${`%${f.digits}%`})`] : []),
    ...(f.from ? [sql`c.arrived_at >= ${f.from}`] : []), ...(f.to ? [sql`c.arrived_at < ${f.to}`] : []),
    ...(f.after ? [sql`(c.arrived_at, c.id) < (${f.after.at}::timestamptz, ${f.after.id})`] : []),
  ]
  return (await sql<CallRow>`select ${shown} from ${joined} where ${where.length ? sql.join(where, sql` and `) : sql`true`} order by c.arrived_at desc, c.id desc limit ${limit}`.execute(tx)).rows
}
/** The call on the line now is not one before. */
export const callsBefore = async (tx: Tx, from: string): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from (select 1 from calls.call where from_number = ${from} and ended_at is not null limit 1000) x`.execute(tx)).rows[0]!.n
export const putWrapUp = (tx: Tx, w: { callId: string; code: string; topicId: string | null; note: string | null; by: string }) =>
  sql`insert into calls.wrap_up (call_id, code, topic_id, note, by, at) values (${w.callId}, ${w.code}, ${w.topicId}, ${w.note}, ${w.by}, ${tx.now})
    on conflict (call_id) do update set code = excluded.code, topic_id = excluded.topic_id, note = excluded.note, by = excluded.by, at = excluded.at`.execute(tx)
export const insertListening = (tx: Tx, callId: string, staffId: string, why: string) =>
  sql`insert into calls.listening (call_id, staff_id, at, why) values (${callId}, ${staffId}, ${tx.now}, ${why})`.execute(tx)

// ---- seats
export type SeatRow = { staffId: StaffId; seat: string; name: string; wanted: 'ready' | 'paused' | 'away'; reason: string | null; state: Presence; since: string; callId: CallId | null; /** Calls out alone: in no queue. */ onlyOut: boolean }
const seatShown = sql`staff_id as "staffId", seat, name, wanted, reason, state, since, call_id as "callId", only_out as "onlyOut"`
export const seatOfStaff = async (tx: Tx, staffId: string): Promise<SeatRow | undefined> =>
  (await sql<SeatRow>`select ${seatShown} from calls.seat where staff_id = ${staffId}`.execute(tx)).rows[0]
export const seats = async (tx: Tx): Promise<SeatRow[]> => (await sql<SeatRow>`select ${seatShown} from calls.seat order by name`.execute(tx)).rows
/** A seat that calls out alone takes part in nothing, whatever it was before. */
export const insertSeat = (tx: Tx, s: { staffId: string; seat: string; name: string; onlyOut: boolean }) => sql`
  insert into calls.seat (staff_id, seat, name, since, only_out) values (${s.staffId}, ${s.seat}, ${s.name}, ${tx.now}, ${s.onlyOut})
  on conflict (staff_id) do update set name = excluded.name, only_out = excluded.only_out, wanted = case when excluded.only_out then 'away' else seat.wanted end,
    reason = case when not excluded.only_out then seat.reason end`.execute(tx)
export const setWanted = (tx: Tx, staffId: string, wanted: SeatRow['wanted'], reason: string | null) =>
  sql`update calls.seat set wanted = ${wanted}, reason = ${reason} where staff_id = ${staffId}`.execute(tx)
/** True when the state is another than before. */
export const setState = async (tx: Tx, staffId: string, state: Presence, callId: string | null): Promise<boolean> =>
  (await sql`update calls.seat set state = ${state}, call_id = ${callId}, since = case when state = ${state} then since else ${tx.now} end
    where staff_id = ${staffId} and (state, call_id) is distinct from (${state}, ${callId}) returning 1 as x`.execute(tx)).rows.length > 0
/** The newest call each person answered in the last day: whether it is over, and whether something came of it. */
export const lastAnswered = async (tx: Tx): Promise<{ staffId: StaffId; callId: CallId; ended: boolean; wrapped: boolean; direction: string }[]> =>
  (await sql<{ staffId: StaffId; callId: CallId; ended: boolean; wrapped: boolean; direction: string }>`
    select s.staff_id as "staffId", c.id as "callId", c.ended_at is not null as ended, exists (select from calls.wrap_up w where w.call_id = c.id) as wrapped, c.direction
    from calls.seat s cross join lateral (select * from calls.call where staff_id = s.staff_id and answered_at is not null and arrived_at > ${tx.now}::timestamptz - interval '1 day'
      order by arrived_at desc limit 1) c`.execute(tx)).rows

// ---- settings
const named = (rows: { code: string; tr: string; en: string; answers?: boolean }[]) => rows.map(({ tr, en, ...rest }) => ({ ...rest, name: { tr, en } as Bilingual }))
export const pauseReasons = async (tx: Tx) => named((await sql<{ code: string; tr: string; en: string }>`select code, tr, en from calls.pause_reason where not retired order by position, code`.execute(tx)).rows)
export const wrapUpCodes = async (tx: Tx) => named((await sql<{ code: string; tr: string; en: string; answers: boolean }>`select code, tr, en, answers from calls.wrap_up_code where not retired order by position, code`.execute(tx)).rows) as { code: string; name: Bilingual; answers: boolean }[]
export async function lineOf(tx: Tx, dialled: string): Promise<{ name: Bilingual; directorateId: DirectorateId | null; language: 'tr' | 'en' } | undefined> {
  const row = (await sql<{ tr: string; en: string; directorateId: DirectorateId | null; language: 'tr' | 'en' }>`
    select name_tr as tr, name_en as en, directorate_id as "directorateId", language from calls.incoming_number where number = ${dialled}`.execute(tx)).rows[0]
  return row && { name: { tr: row.tr, en: row.en }, directorateId: row.directorateId, language: row.language }
}
/** Every queue a caller can come to, the emergencies' one always among them. */
export const queues = async (tx: Tx): Promise<string[]> =>
  (await sql<{ queue: string }>`select queue from calls.incoming_number union select 'emergency' order by 1`.execute(tx)).rows.map((r) => r.queue)
export async function switchSettings(tx: Tx): Promise<Omit<SwitchSettings, 'ownName'>> {
  const numbers = (await sql<SwitchSettings['numbers'][number]>`
    select number as dialled, greeting, queue, coalesce(directorate_id::text, '') as directorate, language from calls.incoming_number where not retired order by number`.execute(tx)).rows
  const setting = (await sql<{ mobile: string | null; ownNumber: string }>`select mobile, own_number as "ownNumber" from calls.setting`.execute(tx)).rows[0]!
  return { numbers, ...setting }
}

// ---- seeding
export type IncomingNumber = { number: string; name: Bilingual; greeting: string; queue: string; directorateId: string | null; language: 'tr' | 'en' }
export const putNumber = (tx: Tx, n: IncomingNumber) =>
  sql`insert into calls.incoming_number (number, name_tr, name_en, greeting, queue, directorate_id, language) values (${n.number}, ${n.name.tr}, ${n.name.en}, ${n.greeting}, ${n.queue}, ${n.directorateId}, ${n.language}) on conflict do nothing`.execute(tx)
export const putSetting = (tx: Tx, s: { mobile: string | null; ownNumber: string }) => sql`update calls.setting set mobile = ${s.mobile}, own_number = ${s.ownNumber}`.execute(tx)
export const putPauseReason = (tx: Tx, position: number, r: { code: string; name: Bilingual }) =>
  sql`insert into calls.pause_reason (code, position, tr, en) values (${r.code}, ${position}, ${r.name.tr}, ${r.name.en}) on conflict do nothing`.execute(tx)
export const putWrapUpCode = (tx: Tx, position: number, r: { code: string; name: Bilingual; answers: boolean }) =>
  sql`insert into calls.wrap_up_code (code, position, tr, en, answers) values (${r.code}, ${position}, ${r.name.tr}, ${r.name.en}, ${r.answers}) on conflict do nothing`.execute(tx)
/** For those who may hear a call without seeing whose it was; asked only after `mayHear`. */
export const recordingOf = async (tx: Tx, id: string): Promise<{ recording: string | null; message: string | null; arrivedAt: string } | undefined> =>
  (await sql<{ recording: string | null; message: string | null; arrivedAt: string }>`select recording, null as message, arrived_at as "arrivedAt" from calls.recording_published where id = ${id}`.execute(tx)).rows[0]
