/** Sends what is queued through the gateway. The network is spoken to between two transactions, never inside one. */
import type { MessageId } from '../../../contracts/contact.ts'
import { system } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import * as store from './store.ts'

export type Sms = { id: MessageId; to: string; text: string }
/** `later`: try again, the gateway is away or busy; `never`: it will not take this one. */
export type Sent = { sent: true; reference: string | null } | { sent: false; again: 'later' | 'never'; error: string }
/** An SMS gateway. The id goes along so that a gateway that knows it can refuse the same message twice. */
export type Sender = { send(sms: Sms): Promise<Sent> }

/** How long to wait after each failure, in minutes; after the last one the message has failed, for all to see. */
const waits = [1, 2, 5, 15, 30, 60, 120, 240]
/** A sender that dies leaves its message to the next one after this long. */
const leaseMinutes = 2
const minutes = (n: number) => n * 60_000
const batch = 10

/** Sends what is due, one after another. @returns how many went out. */
export async function sendDue(db: Db, sender: Sender): Promise<number> {
  let went = 0
  for (;;) {
    const due = await db.transaction(system('contact.sender'), (tx) => store.claimDue(tx, batch, new Date(tx.now.getTime() + minutes(leaseMinutes))))
    for (const { tries, ...sms } of due) {
      const result: Sent = await sender.send(sms).catch((error: unknown) => ({ sent: false, again: 'later', error: error instanceof Error ? error.message : 'unknown' }))
      if (result.sent) went++
      await db.transaction(system('contact.sender'), async (tx) => {
        const wait = !result.sent && result.again === 'later' ? waits[tries - 1] : undefined
        await store.noteTry(tx, sms.id, result.sent ? { status: 'sent', reference: result.reference, error: null, nextTryAt: null }
          : { status: wait === undefined ? 'failed' : 'queued', reference: null, error: result.error.slice(0, 300), nextTryAt: wait === undefined ? null : new Date(tx.now.getTime() + minutes(wait)) })
        await publish(tx, 'message.changed', { messageId: sms.id }, ['desk'])
      })
    }
    if (due.length < batch) return went
  }
}

/**
 * Sends as soon as something is queued by this process, and each few seconds what others queued or what waits to be tried again.
 * @param failed told of what went wrong; the loop itself goes on.
 * @param everyMs how often to look unasked.
 */
export function startSending(db: Db, sender: Sender, failed: (error: unknown) => void, everyMs = 5000): { stop(): Promise<void> } {
  let stopped = false
  let asked = false
  let wake = () => {}
  const ask = () => { asked = true; wake() }
  db.onPublished(ask)
  const sending = (async () => {
    while (!stopped) {
      asked = false
      await sendDue(db, sender).catch(failed)
      if (asked || stopped) continue
      await new Promise<void>((go) => {
        const timer = setTimeout(go, everyMs)
        wake = () => { clearTimeout(timer); go() }
      })
    }
  })()
  return { async stop() { stopped = true; ask(); await sending } }
}
