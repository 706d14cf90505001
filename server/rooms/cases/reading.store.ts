/** What this room reads for screens and for other rooms. It names only tables of the schema `cases`. */
import { type RawBuilder, sql } from 'kysely'
import type { CaseId, CaseStatus, Channel, InboxQuery, TaskStatus, Waits } from '../../../contracts/cases.ts'
import type { CallId } from '../../../contracts/call-id.ts'
import type { CitizenId } from '../../../contracts/citizens.ts'
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { Bilingual } from '../../../contracts/kit.ts'
import type { PlaceId } from '../../../contracts/places.ts'
import type { CaseKind, TopicId } from '../../../contracts/routing.ts'
import type { Tx } from '../../platform/db.ts'
import type { Kept, KeptSource } from './intake.ts'
import type { KeptInstitution, Teller } from './store.ts'

/** As the indexes say it: the planner takes them for no other words. */
const unfinished = sql`not in ('closed', 'rejected', 'duplicate', 'handed_over', 'cancelled', 'adopted', 'declined')`
const yes = sql<boolean>`true`
const all = (conditions: readonly RawBuilder<unknown>[]) => sql.join(conditions.length ? [...conditions] : [yes], sql` and `)

export type RowRead = {
  id: CaseId; number: string; kind: CaseKind; channel: Channel; topicId: TopicId; topic: Bilingual; status: CaseStatus; said: string
  placeId: PlaceId | null; place: string | null; street: string | null; lat: number | null; lon: number | null
  emergency: boolean; openedAt: string; dueAt: string | null; followers: number; leadId: DirectorateId | null
  task: TaskStatus | null; unread: boolean; mentioned: boolean; waits: Waits | null; reopened: number
}
const named = (by: string) => sql`exists (select 1 from cases.mention m where m.case_id = c.id and m.staff_id = ${by} and m.seen_at is null)`
const escalated = (by: string) => sql`exists (select 1 from duty.escalated_published e where e.case_id = c.id and e.staff_id = ${by})`
const shown = (by: string) => sql`
  c.id, c.number, c.kind, c.channel, c.topic_id as "topicId", c.topic, c.status, c.said, c.place_id as "placeId", c.place, c.street, c.lat, c.lon,
  c.emergency, c.opened_at as "openedAt", c.due_at as "dueAt", c.followers, c.lead_id as "leadId", my.status as task,
  (s.at is null or c.changed_at > s.at) as unread,
  ${named(by)} as mentioned, c.reopened,
  case when c.waits_for is not null then jsonb_build_object('for', c.waits_for, 'reason', c.waits_reason, 'since', c.waits_since, 'until', c.waits_until) end as waits`
const joined = (by: string, mine: string | null) => sql`
  cases.case c
  left join cases.task my on my.case_id = c.id and my.directorate_id = ${mine}::uuid
  left join cases.seen s on s.case_id = c.id and s.staff_id = ${by}`

/** `mine` is the reader's directorate; the desk's own people have none: what is unfinished anywhere is theirs. */
const inView = (view: InboxQuery['view'], mine: string | null): RawBuilder<unknown>[] => {
  if (view === 'mine') return mine ? [sql`my.status not in ('returned', 'passed')`] : []
  if (view === 'returned') return [sql`(c.status = 'returned' or exists (select 1 from cases.task t where t.case_id = c.id and t.status = 'returned'))`]
  return []
}

export type Mark = { at: string | null; id: string }
export type InboxRead = Omit<InboxQuery, 'after' | 'q'> & { after: Mark | undefined; words: readonly string[]; by: string; mine: string | null; endOfDay: Date; limit: number }
export async function inboxRows(tx: Tx, q: InboxRead): Promise<RowRead[]> {
  const conditions = inView(q.view, q.mine)
  if (q.status?.length) conditions.push(sql`c.status = any(${q.status}::text[])`)
  else if (q.view !== 'all') conditions.push(sql`c.status ${unfinished}`)
  if (q.kind?.length) conditions.push(sql`c.kind = any(${q.kind}::text[])`)
  if (q.topicId) conditions.push(sql`c.topic_id = ${q.topicId}`)
  if (q.placeId) conditions.push(sql`c.place_id = ${q.placeId}`)
  if (q.part) conditions.push(sql`my.part = ${q.part}`)
  if (q.late !== undefined) conditions.push(sql`(coalesce(c.due_at < ${tx.now}, false) and cases.promise_runs(c.status)) = ${q.late}`)
  if (q.unread !== undefined) conditions.push(sql`(s.at is null or c.changed_at > s.at) = ${q.unread}`)
  if (q.today !== undefined) conditions.push(sql`(coalesce(c.due_at >= ${tx.now} and c.due_at < ${q.endOfDay}, false) and cases.promise_runs(c.status)) = ${q.today}`)
  if (q.emergency !== undefined) conditions.push(sql`c.emergency = ${q.emergency}`)
  if (q.mentioned !== undefined) conditions.push(sql`${named(q.by)} = ${q.mentioned}`)
  if (q.escalated !== undefined) conditions.push(sql`${escalated(q.by)} = ${q.escalated}`)
  if (q.words.length) conditions.push(matching(q.words))
  if (q.after) conditions.push(q.sort === 'newest' ? beforeMark(q.after) : afterMark(q.after))
  const order = q.sort === 'newest' ? sql`c.opened_at desc, c.id desc` : sql`c.due_at, c.id`
  const { rows } = await sql<RowRead>`select ${shown(q.by)} from ${joined(q.by, q.mine)} where ${all(conditions)} order by ${order} limit ${q.limit}`.execute(tx)
  return rows
}
const beforeMark = (mark: Mark) => sql`(c.opened_at, c.id) < (${mark.at}::timestamptz, ${mark.id}::uuid)`
/** Cases without a due time come last. */
const afterMark = (mark: Mark) => mark.at === null
  ? sql`c.due_at is null and c.id > ${mark.id}::uuid`
  : sql`(c.due_at is null or (c.due_at, c.id) > (${mark.at}::timestamptz, ${mark.id}::uuid))`

/** Newest of what matches that are looked at further. */
const mostMatches = 2000
/** Each typed word begins a word of the case. The longest is looked up; the rest only narrow. */
const matching = (words: readonly string[]) => {
  const [longest, ...others] = [...words].sort((a, b) => b.length - a.length).map((word) => `% ${word}%`)
  return sql`c.id = any(array(select cases.matching(${longest}, ${others}::text[], ${mostMatches})))`
}

export type Counts = { open: number; late: number; today: number; unread: number; emergency: number; mentioned: number; escalated: number }
export async function inboxCounts(tx: Tx, by: string, mine: string | null, endOfDay: Date): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select count(*) as open, count(*) filter (where c.due_at < ${tx.now} and cases.promise_runs(c.status)) as late,
      count(*) filter (where c.due_at >= ${tx.now} and c.due_at < ${endOfDay} and cases.promise_runs(c.status)) as today,
      count(*) filter (where s.at is null or c.changed_at > s.at) as unread, count(*) filter (where c.emergency) as emergency,
      (select count(distinct m.case_id) from cases.mention m join cases.case of on of.id = m.case_id where m.staff_id = ${by} and m.seen_at is null) as mentioned,
      (select count(distinct e.case_id) from duty.escalated_published e where e.staff_id = ${by}) as escalated
    from ${joined(by, mine)} where ${all([...inView('mine', mine), sql`c.status ${unfinished}`])}`.execute(tx)
  return rows[0]!
}

export type CaseRead = RowRead & {
  source: KeptSource; answers: Kept[]; addressWords: string | null; institution: KeptInstitution | null; openedBy: string
  part: 'lead' | 'supporting' | null; foundSource: (KeptSource & { by: string; at: string }) | null; duplicateOf: { id: CaseId; number: string } | null
}
export async function caseById(tx: Tx, id: CaseId, by: string, mine: string | null): Promise<CaseRead | undefined> {
  const { rows } = await sql<CaseRead>`
    select ${shown(by)}, c.source, c.answers, c.address_words as "addressWords", c.institution, c.opened_by as "openedBy",
      case when my.status not in ('returned', 'passed') then my.part end as part, c.found_source as "foundSource",
      (select jsonb_build_object('id', o.id, 'number', o.number) from cases.case o where o.id = c.duplicate_of) as "duplicateOf"
    from ${joined(by, mine)} where c.id = ${id}`.execute(tx)
  return rows[0]
}
/** Undefined where it is kept from the reader. */
export async function reporterOf(tx: Tx, caseId: CaseId): Promise<Teller | undefined> {
  const { rows } = await sql<Teller>`
    select citizen_id as "citizenId", name, phone, email, way, anonymous, may_message as "mayMessage", language, call_id as "callId"
    from cases.reporter where case_id = ${caseId}`.execute(tx)
  return rows[0]
}
export async function followersOf(tx: Tx, caseId: CaseId): Promise<(Teller & { id: string; at: string })[]> {
  const { rows } = await sql<Teller & { id: string; at: string }>`
    select id, citizen_id as "citizenId", name, phone, email, way, anonymous, may_message as "mayMessage", language, call_id as "callId", at
    from cases.follower where case_id = ${caseId} order by at, id`.execute(tx)
  return rows
}
export type EntryRead = { id: string; at: string; by: string; what: string; facts: Record<string, unknown>; audience: 'internal' | 'citizen' }
export async function entriesOf(tx: Tx, caseId: CaseId): Promise<EntryRead[]> {
  const { rows } = await sql<EntryRead>`select id, at, by, what, facts, audience from cases.entry where case_id = ${caseId} order by at, id`.execute(tx)
  return rows
}

export type NearRead = {
  id: CaseId; number: string; said: string; topic: Bilingual; status: CaseStatus; openedAt: string; dueAt: string | null; followers: number
  placeId: PlaceId | null; place: string | null; street: string | null; streetFolded: string | null; lat: number | null; lon: number | null
}
/** Unfinished cases of a topic in these cells or in this place; matters of one person and tip-offs are nobody's to hear of. */
export async function casesNear(tx: Tx, topicId: TopicId, cells: readonly string[], placeId: PlaceId | undefined): Promise<NearRead[]> {
  const { rows } = await sql<NearRead>`
    select id, number, said, topic, status, opened_at as "openedAt", due_at as "dueAt", followers, place_id as "placeId", place, street,
      street_folded as "streetFolded", lat, lon
    from cases.case
    where topic_id = ${topicId} and status ${unfinished} and not personal and kind <> 'tip_off'
      and (h3 = any(${[...cells]}::bigint[]) or place_id = ${placeId ?? null}::uuid)
    order by opened_at desc limit 500`.execute(tx)
  return rows
}

export type PersonsCase = {
  id: CaseId; number: string; topic: Bilingual; said: string; status: CaseStatus; openedAt: string; dueAt: string | null; place: string | null
  late: boolean; leadId: DirectorateId | null
}
const forCaller = (tx: Tx) => sql`
  c.id, c.number, c.topic, c.said, c.status, c.opened_at as "openedAt", c.due_at as "dueAt", c.place, c.lead_id as "leadId",
  (cases.promise_runs(c.status) and coalesce(c.due_at < ${tx.now}, false)) as late`
/** Cases these people told or follow: unfinished ones first, then the newest. */
export async function casesOfCitizens(tx: Tx, citizenIds: readonly CitizenId[], limit: number): Promise<PersonsCase[]> {
  const theirs = (table: RawBuilder<unknown>) => sql`select case_id from ${table} where citizen_id = any(${[...citizenIds]}::uuid[])`
  const { rows } = await sql<PersonsCase>`
    select ${forCaller(tx)} from cases.case c where c.id in (${theirs(sql`cases.reporter`)} union ${theirs(sql`cases.follower`)})
    order by c.status ${unfinished} desc, c.opened_at desc limit ${limit}`.execute(tx)
  return rows
}
/** Emergencies, then what falls due first. */
export async function openCasesOfPlaces(tx: Tx, placeIds: readonly PlaceId[], but: readonly CaseId[], limit: number): Promise<PersonsCase[]> {
  const { rows } = await sql<PersonsCase>`
    select ${forCaller(tx)} from cases.case c
    where c.place_id = any(${[...placeIds]}::uuid[]) and c.status ${unfinished} and not c.personal and c.kind <> 'tip_off' and c.id <> all(${[...but]}::uuid[])
    order by c.emergency desc, c.due_at, c.opened_at desc limit ${limit}`.execute(tx)
  return rows
}
export async function casesOfCalls(tx: Tx, callIds: readonly CallId[]): Promise<{ callId: CallId; id: CaseId; number: string }[]> {
  const { rows } = await sql<{ callId: CallId; id: CaseId; number: string }>`
    select t.call_id as "callId", c.id, c.number
    from (select call_id, case_id from cases.reporter union select call_id, case_id from cases.follower union select call_id, case_id from cases.talk) t join cases.case c on c.id = t.case_id
    where t.call_id = any(${[...callIds]}::text[]) order by c.opened_at`.execute(tx)
  return rows
}

export async function calls(tx: Tx, ids: readonly CallId[]): Promise<{ callId: CallId; at: string; seconds: number | null; recorded: boolean }[]> {
  const { rows } = await sql<{ callId: CallId; at: string; seconds: number | null; recorded: boolean }>`
    select id as "callId", arrived_at as at, seconds, recorded from calls.call_published where id = any(${[...ids]}::text[]) order by arrived_at`.execute(tx)
  return rows
}
