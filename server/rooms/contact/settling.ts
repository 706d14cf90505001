/** What a finished call means for the words it carried, and for the number it was made to. */
import type { CallTaskResult } from '../../../contracts/contact.ts'
import type { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { noteTold } from '../cases/index.ts'
import { addWord } from './ledger.ts'
import * as out from './messages.store.ts'
import * as store from './store.ts'
import { stopAt } from './stopping.ts'

export async function settle(tx: Tx, task: store.TaskRow, result: z.infer<typeof CallTaskResult>, note?: string): Promise<void> {
  const messages = await out.ofTask(tx, task.id)
  const ids = messages.map((message) => message.id)
  if (result === 'wrong_number') return wrongNumber(tx, task, ids)
  // Called because she had waited long enough: what was said is the word she was owed.
  if (task.reason === 'silence' && task.caseId && result === 'reached') return void (await addWord(tx, { caseId: task.caseId, direction: 'out', channel: 'call', what: 'told', trueNews: true, words: note ?? null }))
  if (!messages.length || !task.caseId) return
  if (result === 'no_need') {
    await out.failed(tx, ids, 'no_need')
  } else {
    await out.said(tx, ids)
    await noteTold(tx, task.caseId, { how: 'call', what: 'told' })
    await addWord(tx, { caseId: task.caseId, direction: 'out', channel: 'call', what: 'told', trueNews: messages.some((message) => message.trueNews), words: messages.map((message) => message.text.replace(/https?:\/\/\S+/g, '…')).join('\n') })
  }
  for (const messageId of ids) await publish(tx, 'message.changed', { messageId }, ['desk'])
}

/** The number is another person's now: she is not written to there, and what she is owed waits until the desk has found another. */
async function wrongNumber(tx: Tx, task: store.TaskRow, ids: Parameters<typeof out.said>[1]): Promise<void> {
  const { caseId, person, phone } = task
  if (!caseId || !person) return
  if (phone) await stopAt(tx, person, phone, 'wrong_number')
  if (task.reason === 'check_number') return
  const taskId = await store.putTellTask(tx, { reason: 'check_number', caseId, caseNumber: task.caseNumber, person, phone, name: task.name, emergency: task.emergency })
  await store.giveToTask(tx, ids, taskId)
  await publish(tx, 'task.changed', { taskId }, ['desk'])
}
