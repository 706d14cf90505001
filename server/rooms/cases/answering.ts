/** A citizen's answer comes back into her case: whose it is, and the timeline that says so. */
import type { CaseId } from '../../../contracts/cases.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import * as answering from './answering.store.ts'
import { audienceOf } from './cases.ts'
import * as store from './store.ts'

export type { Answerable } from './answering.store.ts'
/** Whoever told or joined cases with this number, the newest first. */
export const answeredBy = answering.byPhone
/** A tip-off: who told it, and what she says of herself, is the desk's alone. */
export const isWithheld = answering.isWithheld
/**
 * Her words stand on the timeline, and the case is unread for those who work on it.
 * @returns withheld: of a tip-off the words themselves are the desk's alone; somebody there says on what may be said.
 */
export async function noteAnswered(tx: Tx, caseId: CaseId, { words, ...facts }: { how: 'sms' | 'mail'; words: string; /** Attachments that are not taken. */ left: number }): Promise<{ withheld: boolean }> {
  const found = await store.lockCase(tx, caseId)
  const withheld = await answering.isWithheld(tx, caseId)
  if (!found) return { withheld }
  await store.addEntry(tx, caseId, { what: 'answered', facts: withheld ? facts : { ...facts, words } })
  await publish(tx, 'case.changed', { caseId, what: 'answered' }, audienceOf(found.dirs))
  return { withheld }
}
