/** What the demonstration's citizens have been told so far: without it its desk would seem never to have said a word. */
import type { PastCase } from '../../demo/types.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { caseExists, seededCase } from '../cases/index.ts'
import { insertWord } from './ledger.store.ts'

const hour = 3_600_000
/** Nobody writes to people who gave no name; every seventh of the others waits for news, so that the list shows what it is for. */
export async function seedWords(tx: Tx, rows: readonly PastCase[]): Promise<void> {
  for (const [i, row] of rows.filter((one) => one.citizen !== null).entries()) {
    const caseId = seededCase(row), waits = i % 7 === 3
    if (!(await caseExists(tx, caseId)) || row.status === 'closed') continue
    const told = new Date(tx.now.getTime() - (waits ? 80 : 4 + (i % 5) * 3) * hour)
    await insertWord(tx, { id: newId(), caseId, at: told, direction: 'out', channel: 'sms', what: 'registered', trueNews: true, automatic: true, messageId: null, callId: null, words: null, by: tx.by.id })
  }
}
