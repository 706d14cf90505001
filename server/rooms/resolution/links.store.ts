/** Statements about the citizens' links. They name only tables of the schema `resolution`. */
import { sql } from 'kysely'
import type { CaseId } from '../../../contracts/cases.ts'
import type { Language } from '../../../contracts/kit.ts'
import type { Tx } from '../../platform/db.ts'

export type Purpose = 'agree' | 'confirm'
export type LinkRow = {
  id: string; caseId: CaseId; purpose: Purpose; /** What it asks about: a proposal, or a time that the work was said to be done. */ fact: string; person: string; language: Language
  madeAt: string; until: string; answeredAt: string | null; notHersAt: string | null
}
type NewLink = Pick<LinkRow, 'id' | 'caseId' | 'purpose' | 'fact' | 'person' | 'language'> & { hash: Buffer; salt: Buffer; until: Date }
/** Made once for a fact: asked for again, the one that is there lives as long as the longer wish. */
export async function keepLink(tx: Tx, l: NewLink): Promise<{ id: string; hash: Buffer; salt: Buffer; notHers: boolean }> {
  const { rows } = await sql<{ id: string; hash: Buffer; salt: Buffer; notHers: boolean }>`
    insert into resolution.link (id, hash, salt, case_id, purpose, fact, person, language, made_at, until)
    values (${l.id}, ${l.hash}, ${l.salt}, ${l.caseId}, ${l.purpose}, ${l.fact}, ${l.person}, ${l.language}, ${tx.now}, ${l.until})
    on conflict (purpose, fact) do update set until = greatest(link.until, excluded.until)
    returning id, hash, salt, not_hers_at is not null as "notHers"`.execute(tx)
  return rows[0]!
}
export const putHash = (tx: Tx, id: string, hash: Buffer) => sql`update resolution.link set hash = ${hash} where id = ${id}`.execute(tx)
/** Another has the old one: it opens nothing any more, and this one is hers. */
export const renew = (tx: Tx, id: string, hash: Buffer, salt: Buffer) => sql`update resolution.link set hash = ${hash}, salt = ${salt}, not_hers_at = null, answered_at = null where id = ${id}`.execute(tx)
export async function linkByHash(tx: Tx, hash: Buffer): Promise<LinkRow | undefined> {
  const { rows } = await sql<LinkRow>`
    select id, case_id as "caseId", purpose, fact, person, language, made_at as "madeAt", until, answered_at as "answeredAt", not_hers_at as "notHersAt"
    from resolution.link where hash = ${hash}`.execute(tx)
  return rows[0]
}
export const markAnswered = (tx: Tx, id: string) => sql`update resolution.link set answered_at = coalesce(answered_at, ${tx.now}) where id = ${id}`.execute(tx)
/** Her answer was taken back: the question is open again. */
export const openAgain = (tx: Tx, purpose: Purpose, fact: string) => sql`update resolution.link set answered_at = null where purpose = ${purpose} and fact = ${fact}`.execute(tx)
/** Of this number all links of the case fall silent. */
export const markNotHers = (tx: Tx, caseId: CaseId, person: string) => sql`
  update resolution.link set not_hers_at = ${tx.now} where case_id = ${caseId} and person = ${person} and not_hers_at is null`.execute(tx)
/** The newest question is the one that stands; older links only show how it is. */
export async function isNewest(tx: Tx, link: Pick<LinkRow, 'id' | 'caseId' | 'purpose' | 'madeAt'>): Promise<boolean> {
  const { rows } = await sql`
    select 1 from resolution.link where case_id = ${link.caseId} and purpose = ${link.purpose} and id <> ${link.id} and (made_at, id) > (${link.madeAt}, ${link.id}::uuid) limit 1`.execute(tx)
  return rows.length === 0
}
