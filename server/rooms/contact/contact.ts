/** Every word we say to a citizen, as the desk sees it: what went out, what waits, what failed and is tried again. */
import type { CaseId } from '../../../contracts/cases.ts'
import type { Message, MessageId } from '../../../contracts/contact.ts'
import { done } from '../../../contracts/kit.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { Refusal } from '../../platform/refusal.ts'
import { normalisePhone } from '../citizens/index.ts'
import { municipality } from '../identity/index.ts'
import { heardAgain } from './ledger.store.ts'
import * as out from './messages.store.ts'
import * as store from './store.ts'
import { changed } from './tasks.ts'
import { stoppedOf } from './telling.store.ts'

export const seedTemplates = async (tx: Tx, rows: readonly store.Template[]): Promise<void> => void (await store.putTemplates(tx, rows))

const pageLength = 50
type Asked = { status?: store.Status | undefined; channel?: Message['channel'] | undefined; q?: string | undefined; caseId?: CaseId | undefined; after?: string | undefined }
/** A case number, a telephone as people write it, or an e-mail. Whole: part of a number would have to be looked for in every message. */
async function wanted(tx: Tx, q: string | undefined): Promise<Pick<out.Wanted, 'number' | 'addresses'>> {
  if (!q) return {}
  if (/^20\d{2}-\d{6}$/.test(q)) return { number: q }
  return { addresses: [normalisePhone(q, (await municipality(tx)).country) ?? q, q.toLowerCase()] }
}
export async function messages(tx: Tx, { after, q, ...rest }: Asked): Promise<{ rows: Message[]; next: string | null; waiting: number }> {
  const found = await out.messages(tx, { ...rest, ...(await wanted(tx, q)), before: markOf(after), limit: pageLength + 1 })
  const rows = found.slice(0, pageLength)
  const last = found.length > pageLength ? rows.at(-1) : undefined
  return { rows, next: last ? `${last.at}_${last.id}` : null, waiting: await out.waiting(tx) }
}
function markOf(cursor: string | undefined): { at: string; id: string } | undefined {
  const [, at, id] = /^([0-9TZ:.-]+)_([0-9a-f-]{36})$/i.exec(cursor ?? '') ?? []
  return at && id && !Number.isNaN(Date.parse(at)) ? { at, id } : undefined
}

/** The call that was to say it instead falls away, unless it has more to say. */
export async function resendMessage(tx: Tx, { messageId }: { messageId: MessageId }, _by: Actor): Promise<typeof done> {
  const found = await out.lockMessage(tx, messageId)
  if (!found) throw new Refusal('message.not_found')
  if (found.status !== 'failed' || found.channel === 'voice') throw new Refusal('message.cannot', { status: found.status })
  if (found.person && (await stoppedOf(tx, found.person)).some((one) => one.address === found.to)) throw new Refusal('message.stopped')
  const ids = await out.again(tx, found)
  await heardAgain(tx, ids)
  if (found.caseId) await publish(tx, 'word.added', { caseId: found.caseId })
  if (found.taskId && (await out.endEmptyTask(tx, found.taskId))) await changed(tx, found.taskId)
  for (const id of ids) await publish(tx, 'message.changed', { messageId: id }, ['desk'])
  return done
}
