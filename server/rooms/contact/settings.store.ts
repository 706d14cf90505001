/** What the administration reads and writes of the message templates. It names only tables of the schema `contact`. */
import { sql } from 'kysely'
import type { SettingValue } from '../../../contracts/settings.ts'
import type { Tx } from '../../platform/db.ts'

export type Template = SettingValue<'message_template'>
export async function templates(tx: Tx, one?: { key: string; channel: string }): Promise<Template[]> {
  const { rows } = await sql<Template>`
    select key, channel, subject, tr, en, commercial from contact.template where ${one ? sql`key = ${one.key} and channel = ${one.channel}` : sql`true`} order by key, channel`.execute(tx)
  return rows
}
