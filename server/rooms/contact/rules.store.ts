/** The municipality's rules of contact: one row. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'

/** Minutes of the civil day; equal: never quiet. */
export type Rules = { quietFrom: number; quietTo: number; bundleMinutes: number; giveUpHours: number }
export async function rules(tx: Tx): Promise<Rules> {
  const { rows } = await sql<Rules>`
    select quiet_from as "quietFrom", quiet_to as "quietTo", bundle_minutes as "bundleMinutes", give_up_hours as "giveUpHours" from contact.rules`.execute(tx)
  return rows[0]!
}
export const putRules = (tx: Tx, r: Rules) => sql`
  update contact.rules set quiet_from = ${r.quietFrom}, quiet_to = ${r.quietTo}, bundle_minutes = ${r.bundleMinutes}, give_up_hours = ${r.giveUpHours}, changed_at = ${tx.now}`.execute(tx)
