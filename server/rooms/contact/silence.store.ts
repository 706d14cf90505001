/** Statements of the silence rule. They name tables of the schema `contact`, and of cases only what is published. */
import { sql } from 'kysely'
import type { CaseId, CaseStatus } from '../../../contracts/cases.ts'
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { Bilingual } from '../../../contracts/kit.ts'
import type { CaseKind, TopicId } from '../../../contracts/routing.ts'
import type { Owes } from '../../../contracts/silence.ts'
import type { Tx } from '../../platform/db.ts'
import type { Said } from './last-news.ts'

export type Reachable = {
  number: string; kind: CaseKind; topicId: TopicId; status: CaseStatus; emergency: boolean; leadId: DirectorateId | null; open: boolean; beganAt: string; reachable: boolean
  name: string | null; phone: string | null
}
export async function reachable(tx: Tx, id: CaseId): Promise<Reachable | undefined> {
  const { rows } = await sql<Reachable>`
    select number, kind, topic_id as "topicId", status, emergency, lead_id as "leadId", open, began_at as "beganAt", reachable, name, phone from cases.reachable_published where id = ${id}`.execute(tx)
  return rows[0]
}
export async function words(tx: Tx, caseId: CaseId): Promise<Said[]> {
  const { rows } = await sql<Said>`select at, direction, true_news as "trueNews", automatic from contact.word where case_id = ${caseId} order by at, id`.execute(tx)
  return rows
}

export type SilenceRow = { caseId: CaseId; since: string; askAt: string; callAt: string; dueAt: string; owes: Owes; askedAt: string | null; calledAt: string | null }
const shown = sql`s.case_id as "caseId", s.since, s.ask_at as "askAt", s.call_at as "callAt", s.due_at as "dueAt", s.owes, s.asked_at as "askedAt", s.called_at as "calledAt"`
export async function lock(tx: Tx, caseId: CaseId): Promise<SilenceRow | undefined> {
  return (await sql<SilenceRow>`select ${shown} from contact.silence s where case_id = ${caseId} for update`.execute(tx)).rows[0]
}
export type NewSilence = { caseId: CaseId; since: Date; askAt: Date; callAt: Date; dueAt: Date; owes: Owes; askedAt: string | null; calledAt: string | null }
export const put = (tx: Tx, s: NewSilence) => sql`
  insert into contact.silence (case_id, since, ask_at, call_at, due_at, owes, asked_at, called_at)
  values (${s.caseId}, ${s.since}, ${s.askAt}, ${s.callAt}, ${s.dueAt}, ${s.owes}, ${s.askedAt}, ${s.calledAt})
  on conflict (case_id) do update set since = excluded.since, ask_at = excluded.ask_at, call_at = excluded.call_at, due_at = excluded.due_at, owes = excluded.owes,
    asked_at = excluded.asked_at, called_at = excluded.called_at, stale = false`.execute(tx)
export const remove = (tx: Tx, caseId: CaseId) => sql`delete from contact.silence where case_id = ${caseId}`.execute(tx)
export const mark = (tx: Tx, caseId: CaseId, called: boolean) => sql`
  update contact.silence set asked_at = coalesce(asked_at, ${tx.now}), called_at = case when ${called} then coalesce(called_at, ${tx.now}) end where case_id = ${caseId}`.execute(tx)
/** Of whom something is to be asked now; another process passes them by. */
export async function due(tx: Tx, most: number): Promise<SilenceRow[]> {
  const { rows } = await sql<SilenceRow>`
    select ${shown} from contact.silence s
    where (asked_at is null and ask_at <= ${tx.now}) or (called_at is null and asked_at is not null and (call_at <= ${tx.now} or owes = 'desk'))
    order by due_at limit ${most} for update skip locked`.execute(tx)
  return rows
}
/** Open cases with somebody to tell that stand on no clock yet: past ones, and those of a process that died between. */
export async function unreckoned(tx: Tx, most: number): Promise<CaseId[]> {
  const { rows } = await sql<{ id: CaseId }>`
    select o.id from cases.open_published o join cases.reachable_published r on r.id = o.id and r.reachable
    where not exists (select from contact.silence s where s.case_id = o.id) order by o.opened_at limit ${most}`.execute(tx)
  return rows.map((row) => row.id)
}
export async function stale(tx: Tx, most: number): Promise<CaseId[]> {
  return (await sql<{ id: CaseId }>`select case_id as id from contact.silence where stale order by case_id limit ${most}`.execute(tx)).rows.map((row) => row.id)
}
export const markStale = (tx: Tx) => sql`update contact.silence set stale = true where not stale`.execute(tx)

export type Listed = SilenceRow & { number: string; topic: Bilingual; status: CaseStatus; place: string | null; emergency: boolean; leadId: DirectorateId | null }
export type Which = { owes?: Owes | undefined; over?: boolean | undefined; all?: boolean | undefined; directorateId?: DirectorateId | undefined; after?: { at: string; id: string } | undefined; limit: number }
const owesNow = sql`case when s.called_at is not null or s.owes = 'desk' then 'desk' else 'directorate' end`
export async function listed(tx: Tx, w: Which): Promise<Listed[]> {
  const { rows } = await sql<Listed>`
    select ${shown}, c.number, c.topic, c.status, c.place, c.emergency, c.lead_id as "leadId"
    from contact.silence s join cases.open_published c on c.id = s.case_id
    where ${w.all ? sql`true` : sql`s.ask_at <= ${tx.now}`} and ${w.owes ? sql`${owesNow} = ${w.owes}` : sql`true`}
      and ${w.over === undefined ? sql`true` : sql`(s.due_at <= ${tx.now}) = ${w.over}`} and ${w.directorateId ? sql`c.lead_id = ${w.directorateId}` : sql`true`}
      and ${w.after ? sql`(s.due_at, s.case_id) > (${w.after.at}::timestamptz, ${w.after.id}::uuid)` : sql`true`}
    order by s.due_at, s.case_id limit ${w.limit}`.execute(tx)
  return rows
}
export async function counts(tx: Tx): Promise<{ asked: number; over: number }> {
  const { rows } = await sql<{ asked: number; over: number }>`
    select count(*) filter (where ask_at <= ${tx.now}) as asked, count(*) filter (where due_at <= ${tx.now}) as over from contact.silence`.execute(tx)
  return rows[0]!
}
/** Whose citizen has waited longest of all. */
export async function longest(tx: Tx): Promise<Listed | undefined> {
  const { rows } = await sql<Listed>`
    select ${shown}, c.number, c.topic, c.status, c.place, c.emergency, c.lead_id as "leadId"
    from contact.silence s join cases.open_published c on c.id = s.case_id order by s.since, s.case_id limit 1`.execute(tx)
  return rows[0]
}
