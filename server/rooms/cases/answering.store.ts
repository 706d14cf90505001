/** Statements that find whose answer came in. They name only tables of the schema `cases`. */
import { sql } from 'kysely'
import type { CaseId, CaseStatus } from '../../../contracts/cases.ts'
import type { Language } from '../../../contracts/kit.ts'
import type { Tx } from '../../platform/db.ts'

/** A case of somebody with this number, and who she is in it. */
export type Answerable = { caseId: CaseId; number: string; status: CaseStatus; key: string; name: string | null; phone: string | null; email: string | null; language: Language; open: boolean; at: string }
/** Cases told or joined with this number, the newest first. */
export async function byPhone(tx: Tx, phone: string): Promise<Answerable[]> {
  const { rows } = await sql<Answerable>`
    select c.id as "caseId", c.number, c.status, t.key, t.name, t.phone, t.email, t.language, cases.is_open(c.status) as open, t.at
    from (
      select r.case_id, coalesce(r.citizen_id::text, 'case.opened:' || r.case_id) as key, r.name, r.phone, r.email, r.language, o.opened_at as at
      from cases.reporter r join cases.case o on o.id = r.case_id where r.phone = ${phone} and not r.anonymous
      union all
      select f.case_id, coalesce(f.citizen_id::text, 'case.followed:' || f.id), f.name, f.phone, f.email, f.language, f.at from cases.follower f where f.phone = ${phone} and not f.anonymous
    ) t join cases.case c on c.id = t.case_id order by t.at desc, c.id desc limit 200`.execute(tx)
  return rows
}
export async function isWithheld(tx: Tx, caseId: CaseId): Promise<boolean> {
  return ((await sql`select 1 from cases.reporter where case_id = ${caseId} and withheld`.execute(tx)).rows.length) > 0
}
