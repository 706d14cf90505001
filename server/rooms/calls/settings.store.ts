/** What the administration reads and writes of the line. It names only tables of the schema `calls`. */
import { sql } from 'kysely'
import type { SettingValue } from '../../../contracts/settings.ts'
import type { Tx } from '../../platform/db.ts'
import type { SpokenTexts, Unspoken } from './switch.ts'

const one = (column: 'number' | 'code' | 'key', key: string | undefined) => (key === undefined ? sql`true` : sql`${sql.ref(column)} = ${key}`)
const bilingual = sql`jsonb_build_object('tr', tr, 'en', en) as name`

type IncomingNumber = SettingValue<'incoming_number'>
export async function numbers(tx: Tx, number?: string): Promise<IncomingNumber[]> {
  const { rows } = await sql<IncomingNumber>`
    select number, jsonb_build_object('tr', name_tr, 'en', name_en) as name, greeting, queue, directorate_id as "directorateId", language, retired
    from calls.incoming_number where ${one('number', number)} order by length(number), number`.execute(tx)
  return rows
}
export const putNumber = (tx: Tx, n: IncomingNumber) => sql`
  insert into calls.incoming_number (number, name_tr, name_en, greeting, queue, directorate_id, language, retired)
  values (${n.number}, ${n.name.tr}, ${n.name.en}, ${n.greeting}, ${n.queue}, ${n.directorateId}, ${n.language}, ${n.retired})
  on conflict (number) do update set name_tr = excluded.name_tr, name_en = excluded.name_en, greeting = excluded.greeting, queue = excluded.queue,
    directorate_id = excluded.directorate_id, language = excluded.language, retired = excluded.retired`.execute(tx)
export const removeNumber = (tx: Tx, number: string) => sql`delete from calls.incoming_number where number = ${number}`.execute(tx)
/** Two who take the last two numbers out of use wait for one another. */
export const aloneWithNumbers = (tx: Tx) => sql`select pg_advisory_xact_lock(hashtext('calls.incoming_number'))`.execute(tx)

export async function line(tx: Tx): Promise<SettingValue<'line'>> {
  return (await sql<SettingValue<'line'>>`select mobile, own_number as "ownNumber" from calls.setting`.execute(tx)).rows[0]!
}
type Reason = SettingValue<'pause_reason'>
export async function pauseReasons(tx: Tx, code?: string): Promise<Reason[]> {
  return (await sql<Reason>`select code, ${bilingual}, position, retired from calls.pause_reason where ${one('code', code)} order by position, code`.execute(tx)).rows
}
export const putPauseReason = (tx: Tx, r: Reason) => sql`
  insert into calls.pause_reason (code, position, tr, en, retired) values (${r.code}, ${r.position}, ${r.name.tr}, ${r.name.en}, ${r.retired})
  on conflict (code) do update set position = excluded.position, tr = excluded.tr, en = excluded.en, retired = excluded.retired`.execute(tx)
export const removePauseReason = (tx: Tx, code: string) => sql`delete from calls.pause_reason where code = ${code}`.execute(tx)
type WrapUpCode = SettingValue<'wrap_up_code'>
export async function wrapUpCodes(tx: Tx, code?: string): Promise<WrapUpCode[]> {
  return (await sql<WrapUpCode>`select code, ${bilingual}, position, answers, retired from calls.wrap_up_code where ${one('code', code)} order by position, code`.execute(tx)).rows
}
export const putWrapUpCode = (tx: Tx, c: WrapUpCode) => sql`
  insert into calls.wrap_up_code (code, position, tr, en, answers, retired) values (${c.code}, ${c.position}, ${c.name.tr}, ${c.name.en}, ${c.answers}, ${c.retired})
  on conflict (code) do update set position = excluded.position, tr = excluded.tr, en = excluded.en, answers = excluded.answers, retired = excluded.retired`.execute(tx)
export const removeWrapUpCode = (tx: Tx, code: string) => sql`delete from calls.wrap_up_code where code = ${code}`.execute(tx)

/** The texts that are the municipality's own; all others are ours. */
export async function ownTexts(tx: Tx): Promise<SpokenTexts> {
  const { rows } = await sql<{ key: string; tr: string; en: string }>`select key, tr, en from calls.spoken_text order by key`.execute(tx)
  return Object.fromEntries(rows.map(({ key, tr, en }) => [key, { tr, en }]))
}
export const putText = (tx: Tx, t: SettingValue<'spoken_text'>) => sql`
  insert into calls.spoken_text (key, tr, en) values (${t.key}, ${t.tr}, ${t.en}) on conflict (key) do update set tr = excluded.tr, en = excluded.en`.execute(tx)
export const removeText = (tx: Tx, key: string) => sql`delete from calls.spoken_text where key = ${key}`.execute(tx)

export async function unspoken(tx: Tx): Promise<(Unspoken & { at: string })[]> {
  return (await sql<Unspoken & { at: string }>`select key, language, why, seconds, at from calls.unspoken order by at, key, language`.execute(tx)).rows
}
/** What failed before and fails still keeps its moment. */
export async function setUnspoken(tx: Tx, now: readonly Unspoken[]): Promise<void> {
  const rows = JSON.stringify(now)
  await sql`delete from calls.unspoken u where not exists (
    select from jsonb_to_recordset(${rows}::jsonb) as r (key text, language text) where r.key = u.key and r.language = u.language)`.execute(tx)
  await sql`
    insert into calls.unspoken (key, language, why, seconds, at)
    select key, language, why, seconds, ${tx.now}::timestamptz from jsonb_to_recordset(${rows}::jsonb) as r (key text, language text, why text, seconds float8)
    on conflict (key, language) do update set why = excluded.why, seconds = excluded.seconds`.execute(tx)
}

export const numbersWith = async (tx: Tx, what: 'greeting' | 'directorate', id: string): Promise<number> =>
  (await sql<{ n: number }>`select count(*) as n from calls.incoming_number where ${what === 'greeting' ? sql`greeting = ${id}` : sql`directorate_id = ${id}::uuid`}`.execute(tx)).rows[0]!.n
/** Calls that were wrapped up so or came by this number. */
export const callsWith = async (tx: Tx, what: 'topic' | 'wrap_up_code' | 'incoming_number', id: string): Promise<number> =>
  (await sql<{ n: number }>`select calls.count_using(${what}, ${id}) as n`.execute(tx)).rows[0]!.n
