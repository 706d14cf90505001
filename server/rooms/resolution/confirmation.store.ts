/** Statements about confirmation and satisfaction. They name only tables of the schema `resolution`. */
import { sql } from 'kysely'
import type { CaseId, MoveId } from '../../../contracts/cases.ts'
import type { Confirmation, ConfirmationId } from '../../../contracts/confirmation.ts'
import type { Tx } from '../../platform/db.ts'

export type Round = Omit<Confirmation, 'satisfaction'> & { caseId: CaseId; moveId: string; remindAt: string | null; askedMoveId: string | null; answerMoveId: string | null }
const shown = sql`
  c.id, c.case_id as "caseId", c.move_id as "moveId", c.asked_at as "askedAt", c.asked_by as "askedBy", c.until, c.remind_at as "remindAt", c.reminded_at as "remindedAt", c.answer, c.how,
  c.answered_at as "answeredAt", c.by, c.words, c.attachment_id as photo, c.asked_move_id as "askedMoveId", c.answer_move_id as "answerMoveId"`
export type NewRound = Pick<Round, 'id' | 'caseId' | 'moveId' | 'askedBy' | 'askedMoveId'> & { until: Date | null; remindAt: Date | null }
/** False when she has been asked about this one. */
export async function insertRound(tx: Tx, r: NewRound): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into resolution.confirmation (id, case_id, move_id, asked_at, asked_by, until, remind_at, asked_move_id)
    values (${r.id}, ${r.caseId}, ${r.moveId}, ${tx.now}, ${r.askedBy}, ${r.until}, ${r.remindAt}, ${r.askedMoveId})
    on conflict (move_id) do nothing`.execute(tx)
  return numAffectedRows === 1n
}
export async function rounds(tx: Tx, caseId: CaseId): Promise<(Round & { satisfaction: Confirmation['satisfaction'] })[]> {
  const { rows } = await sql<Round & { satisfaction: Confirmation['satisfaction'] }>`
    select ${shown}, case when s.mark is not null then jsonb_build_object('mark', s.mark, 'words', s.words, 'at', to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as satisfaction
    from resolution.confirmation c left join resolution.satisfaction s on s.confirmation_id = c.id
    where c.case_id = ${caseId} order by c.asked_at desc, c.id desc`.execute(tx)
  return rows
}
export async function newestRound(tx: Tx, caseId: CaseId): Promise<Round | undefined> {
  return (await sql<Round>`select ${shown} from resolution.confirmation c where c.case_id = ${caseId} order by c.asked_at desc, c.id desc limit 1 for update`.execute(tx)).rows[0]
}
export async function roundOfMove(tx: Tx, moveId: string): Promise<Round | undefined> {
  return (await sql<Round>`select ${shown} from resolution.confirmation c where c.move_id = ${moveId}`.execute(tx)).rows[0]
}
export async function roundAnsweredBy(tx: Tx, moveId: MoveId): Promise<Round | undefined> {
  return (await sql<Round>`select ${shown} from resolution.confirmation c where c.answer_move_id = ${moveId}`.execute(tx)).rows[0]
}
export type AnswerRow = { answer: NonNullable<Round['answer']>; how: NonNullable<Round['how']>; words: string | null; photo: string | null; answerMoveId: string }
export const putAnswer = (tx: Tx, id: ConfirmationId, a: AnswerRow) => sql`
  update resolution.confirmation set answer = ${a.answer}, how = ${a.how}, words = ${a.words}, attachment_id = ${a.photo}, answer_move_id = ${a.answerMoveId}, answered_at = ${tx.now}, by = ${tx.by.id},
    until = null, remind_at = null where id = ${id}`.execute(tx)
/** The question is open again. */
export const clearAnswer = (tx: Tx, id: ConfirmationId, until: Date | null) => sql`
  update resolution.confirmation set answer = null, how = null, words = null, attachment_id = null, answer_move_id = null, answered_at = null, by = null, until = ${until} where id = ${id}`.execute(tx)
export const setUntil = (tx: Tx, id: ConfirmationId, until: Date | null) => sql`update resolution.confirmation set until = ${until}, remind_at = null where id = ${id}`.execute(tx)
export const forgetRound = (tx: Tx, id: ConfirmationId) => sql`delete from resolution.confirmation where id = ${id}`.execute(tx)
export const markReminded = (tx: Tx, id: ConfirmationId) => sql`update resolution.confirmation set reminded_at = ${tx.now}, remind_at = null where id = ${id}`.execute(tx)

/** Questions whose time has come: to be closed, or to be asked once more. */
export async function dueRounds(tx: Tx, limit: number): Promise<Pick<Round, 'id' | 'caseId'>[]> {
  const { rows } = await sql<Pick<Round, 'id' | 'caseId'>>`
    select id, case_id as "caseId" from resolution.confirmation where answer is null and (until <= ${tx.now} or remind_at <= ${tx.now}) order by until limit ${limit}`.execute(tx)
  return rows
}

/** Cases whose newest answer is that it is not fixed. */
export async function notFixed(tx: Tx): Promise<{ caseId: CaseId; at: string }[]> {
  const { rows } = await sql<{ caseId: CaseId; at: string }>`
    select c.case_id as "caseId", c.answered_at as at from resolution.confirmation c
    where c.answer = 'not_fixed' and not exists (
      select 1 from resolution.confirmation n where n.case_id = c.case_id and (n.asked_at, n.id) > (c.asked_at, c.id))
    order by c.answered_at desc limit 500`.execute(tx)
  return rows
}

export async function putSatisfaction(tx: Tx, s: { confirmationId: ConfirmationId; caseId: CaseId; mark: number; words: string | null; how: 'link' | 'call' | 'counter' }): Promise<void> {
  await sql`
    insert into resolution.satisfaction (confirmation_id, case_id, mark, words, how, at, by)
    values (${s.confirmationId}, ${s.caseId}, ${s.mark}, ${s.words}, ${s.how}, ${tx.now}, ${tx.by.id})
    on conflict (confirmation_id) do update set mark = excluded.mark, words = coalesce(excluded.words, satisfaction.words), how = excluded.how, at = excluded.at, by = excluded.by`.execute(tx)
}
export async function satisfactionOf(tx: Tx, id: ConfirmationId): Promise<{ mark: number; words: string | null } | undefined> {
  return (await sql<{ mark: number; words: string | null }>`select mark, words from resolution.satisfaction where confirmation_id = ${id}`.execute(tx)).rows[0]
}
