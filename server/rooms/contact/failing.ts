/** A message that did not arrive: it was no word, and somebody calls instead. */
import type { MessageId } from '../../../contracts/contact.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { toBeTold } from '../cases/index.ts'
import { notHeard } from './ledger.store.ts'
import * as out from './messages.store.ts'
import { oweCall } from './telling.ts'

export async function notArrived(tx: Tx, ids: readonly MessageId[], error: string, how: 'call' | 'check' = 'call'): Promise<void> {
  await out.failed(tx, ids, error.slice(0, 300))
  await notHeard(tx, ids)
  for (const id of ids) {
    const message = await out.lockMessage(tx, id)
    if (!message?.caseId) continue
    // The silence is longer than it seemed.
    await publish(tx, 'word.added', { caseId: message.caseId })
    if (!message.person) continue
    const word = await toBeTold(tx, message.caseId)
    const person = word?.people.find((one) => one.key === message.person)
    if (word && person) await oweCall(tx, word, person, id, how)
  }
}
