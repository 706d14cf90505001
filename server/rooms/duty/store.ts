/** Every statement this room runs. It names only tables of the schema `duty`. */
import { sql } from 'kysely'
import type { CaseId } from '../../../contracts/cases.ts'
import type { PagedWho, PageId, PageState } from '../../../contracts/duty.ts'
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import type { Bilingual, Language } from '../../../contracts/kit.ts'
import type { SettingValue } from '../../../contracts/settings.ts'
import type { Tx } from '../../platform/db.ts'
import type { Position } from './pager.ts'

export type Rules = SettingValue<'emergency_rules'>
export async function rules(tx: Tx): Promise<Rules> {
  const { rows } = await sql<Rules>`
    select steps, ring_seconds as "ringSeconds", again_seconds as "againSeconds", jsonb_build_object('tr', words_tr, 'en', words_en) as words from duty.rules`.execute(tx)
  return rows[0]!
}
export const putRules = (tx: Tx, r: Rules) => sql`
  update duty.rules set steps = ${JSON.stringify(r.steps)}::jsonb, ring_seconds = ${r.ringSeconds}, again_seconds = ${r.againSeconds}, words_tr = ${r.words.tr}, words_en = ${r.words.en}`.execute(tx)

export type Who = PagedWho | 'everyone' | 'named'
export type PageRow = {
  id: PageId; caseId: CaseId; number: string; reason: 'emergency' | 'late'; directorateId: DirectorateId | null; staffIds: StaffId[] | null; words: Bilingual | null; madeAt: string
  state: PageState; step: number; nextAt: string | null; staffId: StaffId | null; staffName: string | null; how: 'key' | 'console' | 'desk' | null; stoppedReason: string | null; settledAt: string | null
}
const shown = sql`
  p.id, p.case_id as "caseId", p.number, p.reason, p.directorate_id as "directorateId", p.staff_ids as "staffIds", p.words, p.made_at as "madeAt", p.state, p.step, p.next_at as "nextAt",
  p.staff_id as "staffId", p.staff_name as "staffName", p.how, p.stopped_reason as "stoppedReason", p.settled_at as "settledAt"`
const open = sql`p.state in ('ringing', 'nobody')`

type NewPage = Pick<PageRow, 'id' | 'caseId' | 'number' | 'reason' | 'directorateId' | 'staffIds' | 'words'>
/** A page that rings from now on. One of the same directorate that was stopped begins anew; undefined while there is an open or an accepted one. */
export async function putPage(tx: Tx, p: NewPage): Promise<PageRow | undefined> {
  const { rows } = await sql<PageRow>`
    insert into duty.page as p (id, case_id, number, reason, directorate_id, staff_ids, words, made_at, state, next_at)
    values (${p.id}, ${p.caseId}, ${p.number}, ${p.reason}, ${p.directorateId}, ${p.staffIds}::uuid[], ${p.words ? JSON.stringify(p.words) : null}::jsonb, ${tx.now}, 'ringing', ${tx.now})
    on conflict (case_id, directorate_id) where reason = 'emergency' do update set made_at = excluded.made_at, state = 'ringing', next_at = excluded.next_at, stopped_reason = null, settled_at = null
      where p.state = 'stopped'
    returning ${shown}`.execute(tx)
  return rows[0]
}
/** Holds it until the transaction ends. */
export async function lockPage(tx: Tx, id: string): Promise<PageRow | undefined> {
  return (await sql<PageRow>`select ${shown} from duty.page p where p.id = ${id} for update`.execute(tx)).rows[0]
}
/** Those whose next step is due, held; another process that looks takes others. */
export async function duePages(tx: Tx): Promise<PageRow[]> {
  return (await sql<PageRow>`select ${shown} from duty.page p where p.next_at <= ${tx.now} and ${open} order by p.next_at for update skip locked`.execute(tx)).rows
}
export async function openPages(tx: Tx, caseId?: CaseId): Promise<PageRow[]> {
  return (await sql<PageRow>`select ${shown} from duty.page p where ${open} and ${caseId ? sql`p.case_id = ${caseId}` : sql`true`} order by p.made_at, p.id`.execute(tx)).rows
}
/** All pages of cases of which one is open, or was settled since then. */
export async function shownPages(tx: Tx, since: Date): Promise<PageRow[]> {
  return (await sql<PageRow>`
    select ${shown} from duty.page p where exists (select 1 from duty.page o where o.case_id = p.case_id and o.reason = p.reason
      and (o.state in ('ringing', 'nobody') or o.settled_at > ${since})) order by p.made_at desc, p.id`.execute(tx)).rows
}
export const setStep = (tx: Tx, id: PageId, to: { state: 'ringing' | 'nobody'; step: number; nextAt: Date | null }) =>
  sql`update duty.page set state = ${to.state}, step = ${to.step}, next_at = ${to.nextAt} where id = ${id}`.execute(tx)
export const setHas = (tx: Tx, id: PageId, who: { id: StaffId; name: string }, how: 'key' | 'console' | 'desk') => sql`
  update duty.page set state = 'has', staff_id = ${who.id}, staff_name = ${who.name}, how = ${how}, settled_at = ${tx.now}, next_at = null where id = ${id}`.execute(tx)
export const setStopped = (tx: Tx, id: PageId, reason: string) =>
  sql`update duty.page set state = 'stopped', stopped_reason = ${reason}, settled_at = ${tx.now}, next_at = null where id = ${id}`.execute(tx)
export const bringForward = (tx: Tx, id: PageId, to: Date) => sql`update duty.page set next_at = least(next_at, ${to}) where id = ${id}`.execute(tx)

// ---- rings
export type NewLeg = { staffId: StaffId; name: string; phone: string; language: Language }
export type LegRow = NewLeg & { ringId: string; leg: number; answeredAt: string | null; result: string | null }
export type RingRow = { id: string; pageId: PageId; step: number; who: Who; at: string; state: 'wanted' | 'rung' | 'over' }
const ringShown = sql`r.id, r.page_id as "pageId", r.step, r.who, r.at, r.state`
/** False: this step has been begun. */
export async function insertRing(tx: Tx, r: Pick<RingRow, 'id' | 'pageId' | 'step' | 'who'>, legs: readonly NewLeg[]): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into duty.ring (id, page_id, step, who, at, state, try_at) values (${r.id}, ${r.pageId}, ${r.step}, ${r.who}, ${tx.now}, 'wanted', ${tx.now}) on conflict do nothing`.execute(tx)
  if (numAffectedRows !== 1n) return false
  const rows = legs.map((leg, i) => ({ leg: i + 1, staff_id: leg.staffId, name: leg.name, phone: leg.phone, language: leg.language }))
  await sql`
    insert into duty.leg (ring_id, leg, staff_id, name, phone, language)
    select ${r.id}::uuid, leg, staff_id, name, phone, language from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l (leg int, staff_id uuid, name text, phone text, language text)`.execute(tx)
  return true
}
/** Steps that the switch has not been asked for, or in vain; nobody else asks before `until`. */
export async function claimWanted(tx: Tx, until: Date): Promise<RingRow[]> {
  return (await sql<RingRow>`
    update duty.ring r set try_at = ${until} where r.id in (select id from duty.ring where state = 'wanted' and try_at <= ${tx.now} for update skip locked) returning ${ringShown}`.execute(tx)).rows
}
export const ringIs = (tx: Tx, id: string, state: 'rung' | 'over') => sql`update duty.ring set state = ${state} where id = ${id} and state <> 'over'`.execute(tx)
/** The switch was not there: it is asked again at the next look. */
export const tryAgain = (tx: Tx, id: string) => sql`update duty.ring set try_at = ${tx.now} where id = ${id}`.execute(tx)
/** Of rings not over: those whose page is settled, those that were never rung before the next step came, and those older than any telephone rings. Whoever still listens to a step may have it. */
export async function rowsToEnd(tx: Tx, before: Date): Promise<(RingRow & { legs: number })[]> {
  return (await sql<RingRow & { legs: number }>`
    select ${ringShown}, (select count(*)::int from duty.leg l where l.ring_id = r.id) as legs
    from duty.ring r join duty.page p on p.id = r.page_id where r.state <> 'over' and (not ${open} or (r.state = 'wanted' and r.step < p.step - 1) or r.at < ${before})`.execute(tx)).rows
}
export async function ringById(tx: Tx, id: string): Promise<RingRow | undefined> {
  return (await sql<RingRow>`select ${ringShown} from duty.ring r where r.id = ${id}`.execute(tx)).rows[0]
}
/** The newest ring of each of these pages. */
export async function lastRings(tx: Tx, pageIds: readonly string[]): Promise<RingRow[]> {
  return (await sql<RingRow>`select distinct on (r.page_id) ${ringShown} from duty.ring r where r.page_id = any(${[...pageIds]}::uuid[]) order by r.page_id, r.step desc`.execute(tx)).rows
}
export async function legsOf(tx: Tx, ringIds: readonly string[]): Promise<LegRow[]> {
  return (await sql<LegRow>`
    select ring_id as "ringId", leg, staff_id as "staffId", name, phone, language, answered_at as "answeredAt", result from duty.leg where ring_id = any(${[...ringIds]}::uuid[]) order by leg`.execute(tx)).rows
}
/** True when it is news. */
export const legAnswered = async (tx: Tx, ringId: string, leg: number, at: Date): Promise<boolean> =>
  (await sql`update duty.leg set answered_at = ${at} where ring_id = ${ringId} and leg = ${leg} and answered_at is null returning 1 as x`.execute(tx)).rows.length > 0
/** What a person pressed stands over how her telephone ended. */
export const legResult = async (tx: Tx, ringId: string, leg: number, result: string): Promise<boolean> =>
  (await sql`update duty.leg set result = ${result} where ring_id = ${ringId} and leg = ${leg} and (result is null or (${result} = 'has' and result <> 'has')) returning 1 as x`.execute(tx)).rows.length > 0
export const wasRung = async (tx: Tx, pageId: PageId, staffId: string): Promise<boolean> =>
  (await sql`select 1 from duty.leg l join duty.ring r on r.id = l.ring_id where r.page_id = ${pageId} and l.staff_id = ${staffId} limit 1`.execute(tx)).rows.length > 0

// ---- what is said, and how far the record is read
export type MessageRow = { words: string | null; recording: Buffer | null }
export async function message(tx: Tx, caseId: CaseId): Promise<MessageRow | undefined> {
  return (await sql<MessageRow>`select words, recording from duty.message where case_id = ${caseId}`.execute(tx)).rows[0]
}
export async function messages(tx: Tx, caseIds: readonly CaseId[]): Promise<{ caseId: CaseId; words: string | null; recorded: boolean }[]> {
  return (await sql<{ caseId: CaseId; words: string | null; recorded: boolean }>`
    select case_id as "caseId", words, recording is not null as recorded from duty.message where case_id = any(${[...caseIds]}::uuid[])`.execute(tx)).rows
}
export const putMessage = (tx: Tx, caseId: CaseId, m: MessageRow) => sql`
  insert into duty.message (case_id, words, recording, by, at) values (${caseId}, ${m.words}, ${m.recording}, ${tx.by.id}, ${tx.now})
  on conflict (case_id) do update set words = excluded.words, recording = excluded.recording, by = excluded.by, at = excluded.at`.execute(tx)
export const position = async (tx: Tx): Promise<Position | undefined> =>
  (await sql<{ reached: Position }>`select reached from duty.position for update`.execute(tx)).rows[0]?.reached
export const setPosition = (tx: Tx, reached: Position) =>
  sql`insert into duty.position (reached) values (${JSON.stringify(reached)}::jsonb) on conflict (one) do update set reached = excluded.reached`.execute(tx)
