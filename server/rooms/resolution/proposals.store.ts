/** Statements about proposals and their approvals. They name only tables of the schema `resolution`, and what others publish. */
import { sql } from 'kysely'
import type { CaseId, CaseStatus, MoveId, TaskStatus } from '../../../contracts/cases.ts'
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import type { Bilingual } from '../../../contracts/kit.ts'
import type { AgreedHow, Approval, PartBody, PartDraft, Plain, Proposal, ProposalId, ProposalKind, ProposalStatus, Wording } from '../../../contracts/proposals.ts'
import type { CaseKind, TopicId } from '../../../contracts/routing.ts'
import type { Tx } from '../../platform/db.ts'

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`

/** Ids of people beside their names: who decided is told to whoever comes too late. */
export type Read = Proposal & { byId: string }
const nameOf = (by: ReturnType<typeof sql>) => sql`(select s.name from identity.staff_published s where s.id::text = ${by})`
const shown = sql`
  p.id, p.case_id as "caseId", p.version, p.kind, p.status, p.plain, p.revision, p.at, p.by as "byId", p.submitted_at as "submittedAt", p.because,
  case when p.agreement is not null then p.agreement || jsonb_build_object('by', ${nameOf(sql`p.agreement ->> 'by'`)}) end as agreement,
  coalesce((select jsonb_agg(r.body || jsonb_build_object('directorateId', r.directorate_id, 'directorate', d.name, 'by', ${nameOf(sql`r.by`)}, 'at', r.at, 'proposed', r.proposed)
      order by t.part is distinct from 'lead', r.at, r.directorate_id)
    from resolution.part r join identity.directorate_published d on d.id = r.directorate_id left join cases.task_published t on t.case_id = p.case_id and t.directorate_id = r.directorate_id
    where r.proposal_id = p.id), '[]') as parts,
  coalesce((select jsonb_agg(jsonb_build_object('need', a.need, 'directorateId', a.directorate_id, 'status', a.status, 'by', ${nameOf(sql`a.by`)}, 'at', a.at, 'words', a.words) order by a.need desc, a.directorate_id)
    from resolution.approval a where a.proposal_id = p.id), '[]') as approvals`
export async function proposal(tx: Tx, id: ProposalId): Promise<Read | undefined> {
  return (await sql<Read>`select ${shown} from resolution.proposal p where p.id = ${id}`.execute(tx)).rows[0]
}
/** Newest first. */
export async function proposalsOf(tx: Tx, caseId: CaseId): Promise<Read[]> {
  return (await sql<Read>`select ${shown} from resolution.proposal p where p.case_id = ${caseId} order by p.version desc`.execute(tx)).rows
}
export async function current(tx: Tx, caseId: CaseId): Promise<Read | undefined> {
  return (await sql<Read>`select ${shown} from resolution.proposal p where p.case_id = ${caseId} and p.status <> 'withdrawn' order by p.version desc limit 1`.execute(tx)).rows[0]
}

export async function insertProposal(tx: Tx, p: { id: ProposalId; caseId: CaseId; kind: ProposalKind }): Promise<void> {
  await sql`
    insert into resolution.proposal (id, case_id, version, kind, status, at, by)
    select ${p.id}, ${p.caseId}, coalesce(max(version), 0) + 1, ${p.kind}, 'draft', ${tx.now}, ${tx.by.id} from resolution.proposal where case_id = ${p.caseId}`.execute(tx)
}
export const putPart = (tx: Tx, id: ProposalId, directorateId: DirectorateId, body: PartBody) => sql`
  insert into resolution.part (proposal_id, directorate_id, body, proposed, at, by) values (${id}, ${directorateId}, ${json(body)}, true, ${tx.now}, ${tx.by.id})
  on conflict (proposal_id, directorate_id) do update set body = excluded.body, proposed = true, at = excluded.at, by = excluded.by`.execute(tx)
export const takePartBack = (tx: Tx, id: ProposalId, directorateId: DirectorateId) => sql`
  update resolution.part set proposed = false where proposal_id = ${id} and directorate_id = ${directorateId}`.execute(tx)
export type Changes = { kind: ProposalKind; status: ProposalStatus; plain: Plain | null; revision: number; submittedAt: Date | string | null; because: string | null }
export const change = (tx: Tx, id: ProposalId, c: Changes) => sql`
  update resolution.proposal set kind = ${c.kind}, status = ${c.status}, plain = ${c.plain && json(c.plain)}, revision = ${c.revision}, submitted_at = ${c.submittedAt}, because = ${c.because}
  where id = ${id}`.execute(tx)
export const setAgreement = (tx: Tx, id: ProposalId, status: ProposalStatus, agreement: { how: AgreedHow; at: string; by: string } | null) => sql`
  update resolution.proposal set status = ${status}, agreement = ${agreement && json(agreement)} where id = ${id}`.execute(tx)

export const putApprovals = (tx: Tx, id: ProposalId, needs: readonly { need: Approval['need']; directorateId: DirectorateId }[], status: Approval['status']) => sql`
  insert into resolution.approval (proposal_id, need, directorate_id, status, at)
  select ${id}::uuid, n.need, n.directorate_id, ${status}, ${status === 'waiting' ? null : tx.now}::timestamptz
  from jsonb_to_recordset(${JSON.stringify(needs.map((n) => ({ need: n.need, directorate_id: n.directorateId })))}::jsonb) as n (need text, directorate_id uuid)`.execute(tx)
export const decide = (tx: Tx, id: ProposalId, need: Approval['need'], directorateId: DirectorateId, status: Approval['status'], words: string | null) => sql`
  update resolution.approval set status = ${status}, by = ${tx.by.id}, at = ${tx.now}, words = ${words} where proposal_id = ${id} and need = ${need} and directorate_id = ${directorateId}`.execute(tx)
export const dropApprovals = (tx: Tx, id: ProposalId) => sql`delete from resolution.approval where proposal_id = ${id}`.execute(tx)

// ---- how it stood before a move

type Stood = Changes & { agreement: unknown; proposed: string[]; approvals: { need: string; directorate_id: string; status: string; by: string | null; at: string | null; words: string | null }[] }
/** @param made it came with this move: without it there is none. */
export const noteStep = (tx: Tx, moveId: MoveId, id: ProposalId, made = false) => sql`
  insert into resolution.step (move_id, proposal_id, before)
  select ${moveId}::uuid, p.id, jsonb_build_object('kind', p.kind, 'status', case when ${made} then 'withdrawn' else p.status end, 'plain', p.plain, 'revision', p.revision, 'submittedAt', p.submitted_at, 'because', p.because, 'agreement', p.agreement,
    'proposed', coalesce((select jsonb_agg(r.directorate_id) from resolution.part r where r.proposal_id = p.id and r.proposed), '[]'),
    'approvals', coalesce((select jsonb_agg(to_jsonb(a) - 'proposal_id') from resolution.approval a where a.proposal_id = p.id), '[]'))
  from resolution.proposal p where p.id = ${id} on conflict do nothing`.execute(tx)
export async function stepsOf(tx: Tx, moveId: MoveId): Promise<{ proposalId: ProposalId; before: Stood }[]> {
  return (await sql<{ proposalId: ProposalId; before: Stood }>`select proposal_id as "proposalId", before from resolution.step where move_id = ${moveId} order by n desc`.execute(tx)).rows
}
export async function restore(tx: Tx, id: ProposalId, b: Stood): Promise<void> {
  await change(tx, id, b)
  // Counted on, never back: a change of words that comes now is none of those that were.
  await sql`
    update resolution.proposal set agreement = ${b.agreement ? json(b.agreement) : null},
      revision = greatest(revision, coalesce((select max(w.revision) from resolution.wording w where w.proposal_id = ${id}), 0)) + 1
    where id = ${id}`.execute(tx)
  await sql`update resolution.part set proposed = directorate_id = any(${b.proposed}::uuid[]) where proposal_id = ${id}`.execute(tx)
  await dropApprovals(tx, id)
  await sql`
    insert into resolution.approval (proposal_id, need, directorate_id, status, by, at, words)
    select ${id}::uuid, a.need, a.directorate_id, a.status, a.by, a.at, a.words
    from jsonb_to_recordset(${JSON.stringify(b.approvals)}::jsonb) as a (need text, directorate_id uuid, status text, by text, at timestamptz, words text)`.execute(tx)
}

// ---- words about it

export const insertWording = (tx: Tx, id: ProposalId, revision: number, before: Plain, after: Plain) => sql`
  insert into resolution.wording (proposal_id, revision, at, by, before, after) values (${id}, ${revision}, ${tx.now}, ${tx.by.id}, ${json(before)}, ${json(after)})`.execute(tx)
export async function wordings(tx: Tx, id: ProposalId): Promise<Wording[]> {
  return (await sql<Wording>`select w.at, ${nameOf(sql`w.by`)} as by, w.before, w.after from resolution.wording w where w.proposal_id = ${id} order by w.revision`.execute(tx)).rows
}
export const insertComment = (tx: Tx, commentId: string, id: ProposalId, words: string) => sql`
  insert into resolution.comment (id, proposal_id, at, by, words) values (${commentId}, ${id}, ${tx.now}, ${tx.by.id}, ${words}) on conflict do nothing`.execute(tx)
export async function comments(tx: Tx, caseId: CaseId): Promise<{ at: string; by: string | null; words: string }[]> {
  return (await sql<{ at: string; by: string | null; words: string }>`
    select c.at, ${nameOf(sql`c.by`)} as by, c.words from resolution.comment c join resolution.proposal p on p.id = c.proposal_id where p.case_id = ${caseId} order by c.at, c.id`.execute(tx)).rows
}

// ---- what is typed and not sent

export type Draft = { body: PartDraft; version: number; savedAt: string; by: string | null }
export async function draft(tx: Tx, caseId: CaseId, directorateId: string): Promise<Draft | undefined> {
  return (await sql<Draft>`
    select f.body, f.version, f.saved_at as "savedAt", ${nameOf(sql`f.by`)} as by from resolution.part_draft f where f.case_id = ${caseId} and f.directorate_id = ${directorateId}`.execute(tx)).rows[0]
}
/** Undefined: a newer one is there. */
export async function putDraft(tx: Tx, caseId: CaseId, directorateId: string, body: PartDraft, version: number): Promise<number | undefined> {
  return (await sql<{ version: number }>`
    insert into resolution.part_draft as f (case_id, directorate_id, body, version, saved_at, by) select ${caseId}::uuid, ${directorateId}::uuid, ${json(body)}, 1, ${tx.now}::timestamptz, ${tx.by.id}
    where ${version}::int = 0 or exists (select 1 from resolution.part_draft o where o.case_id = ${caseId} and o.directorate_id = ${directorateId})
    on conflict (case_id, directorate_id) do update set body = excluded.body, version = f.version + 1, saved_at = excluded.saved_at, by = excluded.by where f.version = ${version}
    returning version`.execute(tx)).rows[0]?.version
}
export const dropDraft = (tx: Tx, caseId: CaseId, directorateId: string) => sql`delete from resolution.part_draft where case_id = ${caseId} and directorate_id = ${directorateId}`.execute(tx)

// ---- of the case, as it publishes itself

export type Brief = { id: CaseId; number: string; kind: CaseKind; status: CaseStatus; topicId: TopicId; topic: Bilingual; emergency: boolean; place: string | null; leadId: DirectorateId | null; dueAt: string | null }
const brief = sql`c.id, c.number, c.kind, c.status, c.topic_id as "topicId", c.topic, c.emergency, c.place, c.lead_id as "leadId", c.due_at as "dueAt"`
export async function caseBrief(tx: Tx, id: CaseId): Promise<Brief | undefined> {
  return (await sql<Brief>`select ${brief} from cases.brief_published c where c.id = ${id}`.execute(tx)).rows[0]
}
export type TaskBrief = { directorateId: DirectorateId; directorate: Bilingual; part: 'lead' | 'supporting'; status: TaskStatus }
export async function tasks(tx: Tx, caseId: CaseId): Promise<TaskBrief[]> {
  return (await sql<TaskBrief>`
    select t.directorate_id as "directorateId", d.name as directorate, t.part, t.status from cases.task_published t join identity.directorate_published d on d.id = t.directorate_id
    where t.case_id = ${caseId} order by t.part, t.made_at, t.directorate_id`.execute(tx)).rows
}
/** All that wait for an approval and can be seen; what runs out first above. */
export async function waiting(tx: Tx): Promise<(Read & { of: Brief })[]> {
  const { rows } = await sql<Read & { of: Brief }>`
    select ${shown}, jsonb_build_object('id', c.id, 'number', c.number, 'kind', c.kind, 'status', c.status, 'topicId', c.topic_id, 'topic', c.topic, 'emergency', c.emergency, 'place', c.place, 'leadId', c.lead_id, 'dueAt', c.due_at) as of
    from resolution.proposal p join cases.brief_published c on c.id = p.case_id
    where p.status = 'submitted' and c.status = 'awaiting_approval' order by c.emergency desc, c.due_at nulls last, p.submitted_at, p.id limit 500`.execute(tx)
  return rows
}

// ---- who is away

export const putAbsence = (tx: Tx, staffId: string, until: string) => sql`
  insert into resolution.absence (staff_id, until, at) values (${staffId}, ${until}, ${tx.now}) on conflict (staff_id) do update set until = excluded.until, at = excluded.at`.execute(tx)
export const dropAbsence = (tx: Tx, staffId: string) => sql`delete from resolution.absence where staff_id = ${staffId}`.execute(tx)
export async function absences(tx: Tx, today: string): Promise<{ staffId: StaffId; name: string; until: string }[]> {
  return (await sql<{ staffId: StaffId; name: string; until: string }>`
    select a.staff_id as "staffId", s.name, a.until from resolution.absence a join identity.staff_published s on s.id = a.staff_id where a.until >= ${today}::date order by s.name`.execute(tx)).rows
}
