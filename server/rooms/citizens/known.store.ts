/** Who is known by many numbers at once. It names only tables of the schema `citizens`. */
import { sql } from 'kysely'
import type { CitizenId } from '../../../contracts/citizens.ts'
import type { Tx } from '../../platform/db.ts'

export type KnownPerson = { phone: string; citizenId: CitizenId; folded: string | null }
/** @param phones as `normalisePhone` writes them */
export async function knownByPhones(tx: Tx, phones: readonly string[]): Promise<KnownPerson[]> {
  if (phones.length === 0) return []
  const { rows } = await sql<KnownPerson>`
    select p.e164 as phone, c.id as "citizenId", c.name_folded as folded from citizens.phone p join citizens.citizen c on c.id = p.citizen_id
    where p.e164 = any(${[...phones]}::text[])`.execute(tx)
  return rows
}
