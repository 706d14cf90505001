/** Every statement this room runs. It names only tables of the schema `statutory`, and the measures that cases publish. */
import { sql } from 'kysely'
import type { CaseId } from '../../../contracts/cases.ts'
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { Bilingual } from '../../../contracts/kit.ts'
import type { SettingValue } from '../../../contracts/settings.ts'
import type { Needed, StatutoryList, Statute, StatutoryChannel, StatutoryQuery, StatutoryState } from '../../../contracts/statutory.ts'
import type { CaseStatus } from '../../../contracts/moves.ts'
import type { Tx } from '../../platform/db.ts'
import type { Counted, Term, Turns } from './clock.ts'
import type { Standing, StepFacts } from './facts.ts'

export type Rules = SettingValue<'statutory_rules'>
export const rules = async (tx: Tx): Promise<Rules> => (await sql<Rules>`
  select petition_days as "petitionDays", information_days as "informationDays", extended_days as "extendedDays", payment_days as "paymentDays", silence_days as "silenceDays",
    warn_early as "warnEarly", warn_near as "warnNear", warn_last as "warnLast" from statutory.rules`.execute(tx)).rows[0]!
export const putRules = (tx: Tx, r: Rules) => sql`
  update statutory.rules set petition_days = ${r.petitionDays}, information_days = ${r.informationDays}, extended_days = ${r.extendedDays}, payment_days = ${r.paymentDays},
    silence_days = ${r.silenceDays}, warn_early = ${r.warnEarly}, warn_near = ${r.warnNear}, warn_last = ${r.warnLast}`.execute(tx)

/** The next number of the register; whoever asks after waits until this registration stands or falls. */
export async function nextNumber(tx: Tx, statute: Statute, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into statutory.register as r (statute, year, last) values (${statute}, ${year}, 1) on conflict (statute, year) do update set last = r.last + 1 returning last`.execute(tx)
  return rows[0]!.last
}

export type NewRequest = Term & {
  caseId: CaseId; number: string; channel: StatutoryChannel; hash: string; name: string | null; address: string | null; signed: boolean; email: string | null
  subject: string; said: string; missing: Needed[]; folded: string; silenceDays: number
}
export const insertRequest = (tx: Tx, r: NewRequest, now: Standing, counted: Counted) => sql`
  insert into statutory.request (case_id, number, statute, channel, received_on, registered_at, registered_by, hash, name, address, signed, email, subject, said, missing, folded,
    days, extended_days, payment_days, silence_days, state, due_on, work_days, extended_on, noticed_on, pay_by, ended_on)
  values (${r.caseId}, ${r.number}, ${r.statute}, ${r.channel}, ${r.receivedOn}, ${tx.now}, ${tx.by.id}, ${r.hash}, ${r.name}, ${r.address}, ${r.signed}, ${r.email}, ${r.subject}, ${r.said},
    ${r.missing}::text[], ${r.folded}, ${r.days}, ${r.extendedDays}, ${r.paymentDays}, ${r.silenceDays},
    ${now.state}, ${counted.dueOn}, ${counted.workDays}::date[], ${now.extendedOn}, ${now.noticedOn}, ${counted.payBy}, ${now.endedOn})`.execute(tx)
export async function hashOf(tx: Tx, caseId: CaseId): Promise<string | undefined> {
  return (await sql<{ hash: string }>`select hash from statutory.request where case_id = ${caseId}`.execute(tx)).rows[0]?.hash
}

export type Held = Term & Omit<Turns, 'paidOn'> & {
  caseId: CaseId; number: string; channel: StatutoryChannel; state: StatutoryState; dueOn: string | null; payBy: string | null; endedOn: string | null; workDays: string[]; warned: number | null
  name: string | null; address: string | null; signed: boolean; email: string | null; subject: string; said: string; missing: Needed[]; silenceDays: number; registeredAt: string; registeredBy: string
}
const whole = sql`
  r.case_id as "caseId", r.number, r.statute, r.channel, r.received_on as "receivedOn", r.registered_at as "registeredAt", r.registered_by as "registeredBy", r.name, r.address, r.signed, r.email,
  r.subject, r.said, r.missing, r.days, r.extended_days as "extendedDays", r.payment_days as "paymentDays", r.silence_days as "silenceDays", r.state, r.due_on as "dueOn", r.work_days::text[] as "workDays",
  r.extended_on as "extendedOn", r.noticed_on as "noticedOn", r.pay_by as "payBy", r.ended_on as "endedOn", r.warned`
/** Waits for whoever else works on this one. Undefined: not there, or not to be seen. */
export async function lockRequest(tx: Tx, caseId: CaseId): Promise<Held | undefined> {
  return (await sql<Held>`select ${whole} from statutory.request r where r.case_id = ${caseId} for update`.execute(tx)).rows[0]
}
export const putStanding = (tx: Tx, caseId: CaseId, now: Standing, counted: Counted) => sql`
  update statutory.request set state = ${now.state}, due_on = ${counted.dueOn}, work_days = ${counted.workDays}::date[], extended_on = ${now.extendedOn}, noticed_on = ${now.noticedOn},
    pay_by = ${counted.payBy}, ended_on = ${now.endedOn} where case_id = ${caseId}`.execute(tx)
export const putWarned = (tx: Tx, caseId: CaseId, warned: number | null) => sql`update statutory.request set warned = ${warned} where case_id = ${caseId}`.execute(tx)

/** False: a step of this id is there. */
export async function addStep(tx: Tx, caseId: CaseId, step: StepFacts): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into statutory.step (id, case_id, at, "on", by, what, facts) values (${step.id}, ${caseId}, ${tx.now}, ${step.on}, ${tx.by.id}, ${step.what}, ${JSON.stringify(step.facts)}::jsonb)
    on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}
export type StepRow = StepFacts & { at: string; by: string }
export const stepsOf = async (tx: Tx, caseId: CaseId): Promise<StepRow[]> =>
  (await sql<StepRow>`select id, at, "on", by, what, facts from statutory.step where case_id = ${caseId} order by n`.execute(tx)).rows

export type ListRow = Held & { caseNumber: string; caseStatus: CaseStatus; topic: Bilingual; place: string | null; leadId: DirectorateId | null }
const withCase = sql`${whole}, c.number as "caseNumber", c.status as "caseStatus", c.topic, c.place, c.lead_id as "leadId"
  from statutory.request r join cases.measure_published c on c.id = r.case_id`
export const requestOf = async (tx: Tx, caseId: CaseId): Promise<ListRow | undefined> => (await sql<ListRow>`select ${withCase} where r.case_id = ${caseId}`.execute(tx)).rows[0]

export type Mark = { day: string; id: string }
/** What has no last day now comes after all that has. */
const orderDay = (open: boolean) => (open ? sql`coalesce(r.due_on, date '9999-12-31')` : sql`r.received_on`)
export async function requests(tx: Tx, q: Omit<StatutoryQuery, 'after' | 'q'> & { today: string; words: readonly string[]; after: Mark | undefined; limit: number }): Promise<ListRow[]> {
  const open = q.show === 'open', day = orderDay(open)
  const conditions = [
    q.show === 'open' ? sql`r.ended_on is null` : q.show === 'ended' ? sql`r.ended_on is not null` : sql`true`,
    ...(q.statute ? [sql`r.statute = ${q.statute}`] : []),
    ...(q.directorateId ? [sql`c.lead_id = ${q.directorateId}`] : []),
    ...(q.overdue ? [sql`r.due_on < coalesce(r.ended_on, ${q.today}::date)`] : []),
    ...(q.month ? [sql`r.received_on >= ${`${q.month}-01`}::date and r.received_on < ${`${q.month}-01`}::date + interval '1 month'`] : []),
    ...q.words.map((word) => sql`r.folded like ${`% ${word.replace(/[\\%_]/g, '\\$&')}%`}`),
    ...(q.after ? [open ? sql`(${day}, r.case_id) > (${q.after.day}::date, ${q.after.id}::uuid)` : sql`(${day}, r.case_id) < (${q.after.day}::date, ${q.after.id}::uuid)`] : []),
  ]
  return (await sql<ListRow>`select ${withCase} where ${sql.join(conditions, sql` and `)} order by ${open ? sql`${day}, r.case_id` : sql`${day} desc, r.case_id desc`} limit ${q.limit}`.execute(tx)).rows
}
export const running = async (tx: Tx): Promise<ListRow[]> => (await sql<ListRow>`select ${withCase} where r.ended_on is null order by r.due_on nulls last limit 2000`.execute(tx)).rows

export async function counts(tx: Tx, today: string, soon: number): Promise<StatutoryList['counts']> {
  const { rows } = await sql<StatutoryList['counts']>`
    select count(*) filter (where ended_on is null)::int as open, count(*) filter (where ended_on is null and due_on < ${today}::date)::int as overdue,
      count(*) filter (where ended_on is null and due_on >= ${today}::date and (select count(*) from unnest(work_days) d where d > ${today}::date) <= ${soon})::int as soon,
      count(*) filter (where state = 'waits_payment')::int as waits, count(*) filter (where ended_on >= ${`${today.slice(0, 4)}-01-01`}::date)::int as "endedThisYear",
      count(*) filter (where ended_on >= ${`${today.slice(0, 4)}-01-01`}::date and due_on < ended_on)::int as "lateThisYear"
    from statutory.request`.execute(tx)
  return rows[0]!
}

/** Those that a warning may be due for, or whose payment did not come. */
export async function toWatch(tx: Tx, today: string, soon: number): Promise<CaseId[]> {
  const { rows } = await sql<{ id: CaseId }>`
    select case_id as id from statutory.request
    where ended_on is null and (pay_by < ${today}::date and state = 'waits_payment' or due_on is not null and coalesce(warned, 1000) > -1
      and (due_on < ${today}::date or (select count(*) from unnest(work_days) d where d > ${today}::date) <= ${soon})) order by due_on`.execute(tx)
  return rows.map((row) => row.id)
}
export const openIds = async (tx: Tx): Promise<CaseId[]> => (await sql<{ id: CaseId }>`select case_id as id from statutory.request where ended_on is null order by case_id`.execute(tx)).rows.map((row) => row.id)
