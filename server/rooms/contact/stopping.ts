/** Somebody answers that we shall not write there any more: we do not, and the desk looks who it was. */
import type { CitizenId } from '../../../contracts/citizens.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import type { Answerable } from '../cases/index.ts'
import { endMessages } from '../citizens/index.ts'
import * as answers from './answers.store.ts'
import { notArrived } from './failing.ts'
import { waitingFor } from './messages.store.ts'
import { stop } from './telling.store.ts'

/** From now on nothing goes there; what still waited to go is told by a call, once somebody knows to which number. */
export async function stopAt(tx: Tx, person: string, address: string, why: 'stop' | 'wrong_number'): Promise<void> {
  await stop(tx, newId(), { person, address, why })
  const waiting = await waitingFor(tx, address, person)
  await notArrived(tx, waiting, why, why === 'stop' ? 'call' : 'check')
  for (const messageId of waiting) await publish(tx, 'message.changed', { messageId }, ['desk'])
}

type Stopping = { id: string; address: string; why: 'stop' | 'wrong_number'; cases: readonly Answerable[] }
/** Of a telephone with several users all are meant: it is the holder who says so. */
export async function stopWriting(tx: Tx, { id, address, why, cases }: Stopping): Promise<void> {
  const people = new Set([...(await answers.writtenTo(tx, address)), ...cases.map((one) => one.key)])
  for (const person of people) {
    await stopAt(tx, person, address, why)
    // No messages at all is what she wants; a stranger's word is not hers.
    if (why === 'stop' && /^[0-9a-f-]{36}$/.test(person)) await endMessages(tx, person as CitizenId, 'sms')
  }
  const last = cases[0]
  const taskId = await answers.putAnswerTask(tx, { reason: 'check_number', phone: address, name: last?.name ?? null, caseId: last?.caseId ?? null, caseNumber: last?.number ?? null, person: last?.key ?? null })
  await answers.giveToTask(tx, id, taskId)
  await publish(tx, 'task.changed', { taskId }, ['desk'])
}
