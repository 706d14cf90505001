/** The contact ledger: every word between the municipality and the citizens of a case, by whatever way, in and out. */
import type { CallId } from '../../../contracts/call-id.ts'
import type { CaseId } from '../../../contracts/cases.ts'
import type { Ledger, MessageId, WordChannel, WordId } from '../../../contracts/contact.ts'
import type { StaffId } from '../../../contracts/identity.ts'
import type { Audience } from '../../../contracts/events.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { caseExists, tellBy, toBeTold } from '../cases/index.ts'
import { municipality, staffByIds } from '../identity/index.ts'
import * as store from './ledger.store.ts'
import { stoppedOf } from './telling.store.ts'

export type NewWord = {
  caseId: CaseId; direction: 'in' | 'out'; channel: WordChannel
  /** Key of what it told of: `agreed`, `asked`, `answered` … */
  what: string
  /** News, and not a sign of life alone: it counts for the silence rule. */
  trueNews: boolean
  words?: string | null; messageId?: MessageId; callId?: CallId | null; /** When it was said, if not now. */ at?: Date
  /** Said by a rule, and by nobody who looked at the case. */
  automatic?: boolean
  /** Who said it, where a part of the system hands it on. */
  by?: string
}
/** A line of the ledger. False: this message's line is there. */
export async function addWord(tx: Tx, w: NewWord): Promise<boolean> {
  const { caseId, direction, channel, what, trueNews } = w
  const made = await store.insertWord(tx, {
    id: newId<WordId>(), caseId, at: w.at ?? tx.now, direction, channel, what, trueNews, automatic: w.automatic ?? false,
    messageId: w.messageId ?? null, callId: w.callId ?? null, words: w.words ?? null, by: w.by ?? tx.by.id,
  })
  if (made) await publish(tx, 'word.added', { caseId }, ['desk', ...(tx.by.directorateId ? [`directorate:${tx.by.directorateId}` as Audience] : [])])
  return made
}
export type Talk = { caseId: CaseId; callId: CallId | null; words: string | null; /** Key of what it was about; `talked` without one. */ what?: string; /** She called us. */ direction?: 'in' | 'out'; trueNews?: boolean; at?: Date }
/** We talked with her: on the telephone, about this case. */
export const noteTalk = (tx: Tx, { what = 'talked', direction = 'out', trueNews = true, ...talk }: Talk): Promise<boolean> =>
  addWord(tx, { ...talk, what, direction, trueNews, channel: 'call' })

/** When a citizen of this case last had true news from us; null: never. Of many cases at once: the view `contact.word_published`. */
export const lastTrueWord = store.lastTrueWord

const uuid = /^[0-9a-f-]{36}$/i
export async function ledger(tx: Tx, { caseId }: { caseId: CaseId }, by: Actor): Promise<Ledger> {
  if (!(await caseExists(tx, caseId))) throw new Refusal('case.not_found')
  const rows = await store.words(tx, caseId)
  const people = await staffByIds(tx, rows.map((row) => row.by).filter((id) => uuid.test(id)) as StaffId[])
  return {
    words: together(rows).map((row) => ({ ...row, by: people.get(row.by as StaffId)?.name ?? null })),
    reach: by.scope === 'desk' || by.scope === 'system' ? await reach(tx, caseId) : null,
  }
}
/** News to two hundred who joined a case is one line, as long as it stands alike with all of them. */
function together(rows: readonly store.WordRow[]): (store.WordRow & { people: number })[] {
  const lines = new Map<string, store.WordRow & { people: number }>()
  for (const row of rows) {
    const alike = row.direction === 'out' ? JSON.stringify([row.at, row.channel, row.what, row.words, row.status, row.error, row.by]) : row.id
    const line = lines.get(alike)
    if (line) line.people++
    else lines.set(alike, { ...row, people: 1 })
  }
  return [...lines.values()]
}
/** How the people of a case are reached, each counted once. */
async function reach(tx: Tx, caseId: CaseId): Promise<NonNullable<Ledger['reach']>> {
  const { country } = await municipality(tx)
  const all = { sms: 0, mail: 0, call: 0, nobody: 0 }
  for (const person of (await toBeTold(tx, caseId))?.people ?? []) {
    const ended = (await stoppedOf(tx, person.key)).filter((one) => one.at >= person.since), stopped = new Set(ended.map((one) => one.address))
    const calls = person.phone !== null && !ended.some((one) => one.address === person.phone && one.why === 'wrong_number')
    const how = tellBy({ ...person, phone: stopped.has(person.phone ?? '') ? null : person.phone, email: stopped.has(person.email ?? '') ? null : person.email }, country)
    all[how === 'read_out' ? (calls ? 'call' : 'nobody') : how]++
  }
  return all
}
