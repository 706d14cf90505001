/** Where the channels bring what citizens write to us. */
import { system } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Files } from '../cases/index.ts'
import { type DeliveryReport, deliveryReport, type MailIn, mailAnswer, type SmsIn, smsAnswer } from './answers.ts'

const by = system('contact.inbox')
/** Each in a transaction of its own: once it resolves the word is kept. */
export const makeInbox = (db: Db, files: Files) => ({
  async sms(given: SmsIn): Promise<'taken' | 'too_many' | 'no_number'> {
    try {
      return (await db.transaction(by, (tx) => smsAnswer(tx, given))) ? 'taken' : 'too_many'
    } catch (error) {
      if (error instanceof Refusal && error.code === 'message.no_number') return 'no_number'
      throw error
    }
  },
  delivery: (report: DeliveryReport): Promise<void> => db.transaction(by, (tx) => deliveryReport(tx, report)),
  mail: (letter: MailIn): Promise<boolean> => db.transaction(by, (tx) => mailAnswer(tx, files, letter)),
})
