/** A word to one of our own people: no citizen is told anything by it, so it is in no ledger. */
import type { CaseId } from '../../../contracts/cases.ts'
import type { MessageId } from '../../../contracts/contact.ts'
import type { Language } from '../../../contracts/kit.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { insertMessage } from './store.ts'

/** Goes out by SMS at once, at any hour. False: this fact has been told. */
export async function textStaff(tx: Tx, { fact, phone, text, language, caseId, number }: { fact: string; phone: string; text: string; language: Language; caseId: CaseId; number: string }): Promise<boolean> {
  const id = newId<MessageId>()
  const made = await insertMessage(tx, { id, fact, channel: 'sms', to: phone, text, language, status: 'queued', caseId, caseNumber: number, template: 'to-staff', urgent: true, trueNews: false })
  if (made) await publish(tx, 'message.queued', { messageId: id }, ['desk'])
  return made
}
