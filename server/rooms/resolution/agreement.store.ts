/** Statements about the talks with citizens. They name only tables of the schema `resolution`. */
import { sql } from 'kysely'
import type { AnswerHow, DeskWhy, Talk, TalkId, TalkStatus, TryResult } from '../../../contracts/agreement.ts'
import type { CaseId } from '../../../contracts/cases.ts'
import type { CallTaskId } from '../../../contracts/contact.ts'
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { ProposalId } from '../../../contracts/proposals.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import type { TryRules } from './agreement-tries.ts'

export type TalkRow = {
  id: TalkId; caseId: CaseId; proposalId: ProposalId; kind: Talk['kind']; taskId: CallTaskId; directorateId: DirectorateId | null; status: TalkStatus; madeAt: string; nextAt: string | null; chosen: boolean
  linkSentAt: string | null; linkFact: string | null; answerBy: string | null; silenceAgrees: boolean; why: DeskWhy | null
  endedAt: string | null; how: AnswerHow | null; words: string | null; because: string | null; by: string | null
}
const shown = sql`
  id, case_id as "caseId", proposal_id as "proposalId", kind, task_id as "taskId", directorate_id as "directorateId", status, made_at as "madeAt", next_at as "nextAt", chosen, link_sent_at as "linkSentAt",
  link_fact as "linkFact", answer_by as "answerBy", silence_agrees as "silenceAgrees", why, ended_at as "endedAt", how, words, because, by`
export async function insertTalk(tx: Tx, t: Pick<TalkRow, 'caseId' | 'proposalId' | 'kind' | 'taskId' | 'directorateId' | 'status' | 'why'> & { nextAt: Date | null }): Promise<TalkId> {
  const id = newId<TalkId>()
  await sql`
    insert into resolution.talk (id, case_id, proposal_id, kind, task_id, directorate_id, status, made_at, next_at, why)
    values (${id}, ${t.caseId}, ${t.proposalId}, ${t.kind}, ${t.taskId}, ${t.directorateId}, ${t.status}, ${tx.now}, ${t.nextAt}, ${t.why})`.execute(tx)
  return id
}
/** The newest talk of a case. Whoever is to change it holds its case first. */
export async function talkOfCase(tx: Tx, caseId: CaseId): Promise<TalkRow | undefined> {
  return (await sql<TalkRow>`select ${shown} from resolution.talk where case_id = ${caseId} order by made_at desc, id desc limit 1`.execute(tx)).rows[0]
}
export async function talkOfTask(tx: Tx, taskId: CallTaskId): Promise<TalkRow | undefined> {
  return (await sql<TalkRow>`select ${shown} from resolution.talk where task_id = ${taskId}`.execute(tx)).rows[0]
}
export type Awaiting = { status: TalkStatus; nextAt: Date | null; chosen?: boolean; why?: DeskWhy | null }
export const setAwaiting = (tx: Tx, id: TalkId, a: Awaiting) => sql`
  update resolution.talk set status = ${a.status}, next_at = ${a.nextAt}, chosen = ${a.chosen ?? false}, why = ${a.why ?? null} where id = ${id}`.execute(tx)
export const toDesk = (tx: Tx, id: TalkId) => sql`update resolution.talk set directorate_id = null where id = ${id}`.execute(tx)
export const setLink = (tx: Tx, id: TalkId, l: { fact: string; answerBy: Date; silenceAgrees: boolean }) => sql`
  update resolution.talk set status = 'link', link_sent_at = ${tx.now}, link_fact = ${l.fact}, answer_by = ${l.answerBy}, silence_agrees = ${l.silenceAgrees}, next_at = ${l.answerBy}, chosen = false, why = null
  where id = ${id}`.execute(tx)
export type End = { status: TalkStatus; how: AnswerHow | null; words: string | null; because: string | null; callId: string | null }
export const endTalk = (tx: Tx, id: TalkId, e: End) => sql`
  update resolution.talk set status = ${e.status}, ended_at = ${tx.now}, how = ${e.how}, words = ${e.words}, because = ${e.because}, call_id = ${e.callId}, by = ${tx.by.id}, next_at = null
  where id = ${id}`.execute(tx)
/** As if she had not answered: whoever has it calls again. */
export const reopenTalk = (tx: Tx, id: TalkId) => sql`
  update resolution.talk set status = 'calling', ended_at = null, how = null, words = null, because = null, call_id = null, by = null, next_at = null, chosen = false, why = null where id = ${id}`.execute(tx)

export type TryRow = { id: string; at: string; by: string; result: TryResult; note: string | null }
/** False: this very try is there. */
export async function insertTry(tx: Tx, talkId: TalkId, t: Pick<TryRow, 'id' | 'result' | 'note'>): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into resolution.try (id, talk_id, at, by, result, note) values (${t.id}, ${talkId}, ${tx.now}, ${tx.by.id}, ${t.result}, ${t.note}) on conflict (id) do nothing`.execute(tx)
  return numAffectedRows === 1n
}
/** Oldest first. */
export async function tries(tx: Tx, talkId: TalkId): Promise<TryRow[]> {
  return (await sql<TryRow>`select id, at, by, result, note from resolution.try where talk_id = ${talkId} order by at, id`.execute(tx)).rows
}
/** Whose link has not been sent, or whose answer is overdue, or who was sent one that may have failed. Held by whoever looks; another passes them by. */
export async function awaited(tx: Tx, after: TalkId | null): Promise<{ id: TalkId; caseId: CaseId } | undefined> {
  const { rows } = await sql<{ id: TalkId; caseId: CaseId }>`
    select id, case_id as "caseId" from resolution.talk where status = 'link' and ${after ? sql`id > ${after}` : sql`true`} order by id limit 1`.execute(tx)
  return rows[0]
}

export async function rules(tx: Tx): Promise<TryRules> {
  return (await sql<TryRules>`select tries, windows, days_between as "daysBetween" from resolution.agreement_rules`.execute(tx)).rows[0]!
}
export const putRules = (tx: Tx, r: TryRules) => sql`
  update resolution.agreement_rules set tries = ${r.tries}, windows = ${JSON.stringify(r.windows)}::jsonb, days_between = ${r.daysBetween}, changed_at = ${tx.now}`.execute(tx)
