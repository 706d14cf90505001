/** Word to staff by e-mail: written beside what it tells of, sent afterwards; at least once, and once for a fact. */
import type { CaseId } from '../../../contracts/cases.ts'
import type { StaffId } from '../../../contracts/identity.ts'
import { system } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import type { Mailer } from '../../platform/mailer.ts'
import { oneStaff } from '../identity/index.ts'
import * as store from './escalation.store.ts'

export type Notice = { fact: string; staffId: StaffId; caseId: CaseId; subject: string; text: string }
/** Without a mail server it stands in the table. What wakes people is a call, and its SMS (`pageStaff`). */
export const writeNotice = (tx: Tx, notice: Notice, mailer: Mailer | undefined): Promise<boolean> =>
  store.insertNotice(tx, { ...notice, id: newId<string>(), status: mailer ? 'queued' : 'spooled' })

const minutes = (n: number) => n * 60_000
/** After each failure; then always the last, until a day is over: what is late is said anew by its next step. */
const waits = [1, 2, 5, 15, 30]
const lease = minutes(3), giveUp = minutes(24 * 60), batch = 10
const by = system('duty.notices')

/** Sends what is due, one after another; the network is spoken to between two transactions. @returns how many went out */
export async function sendNotices(db: Db, mailer: Mailer): Promise<number> {
  let went = 0
  for (;;) {
    const due = await db.transaction(by, (tx) => store.claimNotices(tx, batch, new Date(tx.now.getTime() + lease)))
    for (const notice of due) {
      const result = await send(db, notice, mailer)
      if (result.status === 'sent') went++
      await db.transaction(by, (tx) => {
        const late = tx.now.getTime() - Date.parse(notice.at) > giveUp
        const again = result.status === 'again' && !late
        return store.noteTry(tx, notice.id, {
          status: again ? 'queued' : result.status === 'sent' ? 'sent' : 'failed', error: result.error, nextTryAt: again ? new Date(tx.now.getTime() + minutes(waits[notice.tries - 1] ?? 30)) : null,
        })
      })
    }
    if (due.length < batch) return went
  }
}
type Result = { status: 'sent' | 'again' | 'never'; error: string | null }
async function send(db: Db, { staffId, subject, text }: store.DueNotice, mailer: Mailer): Promise<Result> {
  // The address of now: whoever left since then is told nothing.
  const person = await db.transaction(by, (tx) => oneStaff(tx, staffId))
  if (!person || person.left) return { status: 'never', error: 'left' }
  const mailed = await mailer.send({ to: person.email, subject, text }).catch((error: unknown) => ({ sent: false as const, error: error instanceof Error ? error.message : 'unknown' }))
  return mailed.sent ? { status: 'sent', error: null } : { status: 'again', error: mailed.error.slice(0, 300) }
}
