/** Sends what is queued through the gateways. The network is spoken to between two transactions, never inside one. */
import { randomBytes } from 'node:crypto'
import type { CaseId } from '../../../contracts/cases.ts'
import type { MessageId } from '../../../contracts/contact.ts'
import { system } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import type { Mailer } from '../../platform/mailer.ts'
import { civil } from '../calendars/index.ts'
import { municipality } from '../identity/index.ts'
import { bundled, fitting } from './bundle.ts'
import { notArrived } from './failing.ts'
import * as out from './messages.store.ts'
import { isQuiet } from './quiet.ts'
import { rules } from './rules.store.ts'
import { mostParts } from './settings.ts'
import * as store from './store.ts'
import { tagOf } from './telling.store.ts'

export type Sms = { id: MessageId; to: string; text: string }
/** `later`: try again, the gateway is away or busy; `never`: it will not take this one. */
export type Sent = { sent: true; reference: string | null } | { sent: false; again: 'later' | 'never'; error: string }
/** An SMS gateway. The id goes along so that a gateway that knows it can refuse the same message twice. */
export type Sender = { send(sms: Sms): Promise<Sent> }
/** Letters to citizens; `answers` is where they are answered, `cevap@masa.example.bel.tr`: the tag comes between name and @. */
export type Post = { mailer: Mailer; answers?: string | undefined }
/** The gateways that are connected. */
export type Senders = { sms?: Sender | undefined; mail?: Post | undefined }

/** How long to wait after each failure, in minutes; then always the last, until the municipality's rule gives up. */
const waits = [1, 2, 5, 15, 30]
/** A sender that dies leaves its messages to the next one after this long: longer than a batch takes that hangs at every one. */
const leaseMinutes = 5
const minutes = (n: number) => n * 60_000
const batch = 10

/** What goes out as one. */
type Bundle = {
  id: MessageId; ids: MessageId[]; channel: 'sms' | 'mail'; to: string; text: string; subject: string; language: 'tr' | 'en'; tries: number; since: string; caseId: CaseId | null; tag: string | null
}

/** Sends what is due, one after another. @returns how many messages went out. */
export async function sendDue(db: Db, senders: Senders): Promise<number> {
  let went = 0
  for (;;) {
    const due = await db.transaction(system('contact.sender'), (tx) => claim(tx, senders))
    for (const one of due) {
      const result = await send(one, senders).catch((error: unknown): Sent => ({ sent: false, again: 'later', error: error instanceof Error ? error.message : 'unknown' }))
      if (result.sent) went += one.ids.length
      await db.transaction(system('contact.sender'), (tx) => note(tx, one, result))
    }
    if (due.length < batch) return went
  }
}

/** Takes what is due for a while, and joins what goes to the same person. */
async function claim(tx: Tx, senders: Senders): Promise<Bundle[]> {
  const channels = (['sms', 'mail'] as const).filter((channel) => senders[channel] !== undefined)
  const { quietFrom, quietTo } = await rules(tx)
  const quiet = quietFrom !== quietTo && isQuiet(civil(tx.now, (await municipality(tx)).zone).minute, { from: quietFrom, to: quietTo })
  const taken = new Set<MessageId>()
  const bundles: Bundle[] = []
  for (const head of await out.due(tx, { channels, quiet, limit: batch })) {
    if (taken.has(head.id)) continue
    const all = (await out.beside(tx, head)).filter((one) => !taken.has(one.id))
    // What went out together once goes together again: the gateway knows it by its id.
    const members = head.bundle || head.channel === 'mail' ? all : all.slice(0, fitting(all.map((one) => one.text), mostParts))
    if (!members.some((one) => one.id === head.id)) members.splice(0, members.length, head)
    const id = (head.bundle ?? members[0]!.id) as MessageId
    for (const one of members) taken.add(one.id)
    await out.take(tx, members.map((one) => one.id), id, new Date(tx.now.getTime() + minutes(leaseMinutes)))
    bundles.push(await bundleOf(tx, id, members, senders))
  }
  return bundles
}
async function bundleOf(tx: Tx, id: MessageId, members: readonly out.Waiting[], senders: Senders): Promise<Bundle> {
  const first = members[0]!
  const { channel, to, language, caseId, person } = first
  const tag = channel === 'mail' && senders.mail?.answers && caseId && person ? await tagOf(tx, randomBytes(16).toString('hex'), caseId, person) : null
  const foot = tag ? await store.template(tx, 'mail-foot', 'mail') : undefined
  const text = channel === 'sms' ? bundled(members.map((one) => one.text)) : [...members.map((one) => one.text), ...(foot ? [foot[language]] : [])].join('\n\n')
  const subject = first.subject ?? ''
  return { id, ids: members.map((one) => one.id), channel, to, text, subject, language, tries: Math.max(...members.map((one) => one.tries)) + 1, since: first.since, caseId, tag }
}

async function send(one: Bundle, { sms, mail }: Senders): Promise<Sent> {
  if (one.channel === 'sms') return sms!.send({ id: one.id, to: one.to, text: one.text })
  const { mailer, answers } = mail!
  const [name, host] = (answers ?? '').split('@')
  const replyTo = one.tag && host ? `${name}+${one.tag}@${host}` : undefined
  // A program that answers by itself leaves a letter marked so alone (RFC 3834).
  const sent = await mailer.send({ to: one.to, subject: one.subject, text: one.text, automatic: true, ...(host && { messageId: `<${one.id}@${host}>` }), ...(replyTo && { replyTo, envelopeFrom: replyTo }) })
  return sent.sent ? { sent: true, reference: one.id } : { sent: false, again: sent.again ?? 'later', error: sent.error }
}

async function note(tx: Tx, one: Bundle, result: Sent): Promise<void> {
  const { giveUpHours } = await rules(tx)
  const next = new Date(tx.now.getTime() + minutes(waits[Math.min(one.tries, waits.length) - 1]!))
  const givenUp = !result.sent && (result.again === 'never' || next.getTime() - Date.parse(one.since) > giveUpHours * 60 * 60_000)
  if (result.sent) await out.noteTry(tx, one.ids, { status: 'sent', reference: result.reference, error: null, nextTryAt: null })
  else if (!givenUp) await out.noteTry(tx, one.ids, { status: 'queued', reference: null, error: result.error.slice(0, 300), nextTryAt: next })
  else await notArrived(tx, one.ids, result.error)
  for (const messageId of one.ids) await publish(tx, 'message.changed', { messageId }, ['desk'])
}

/**
 * Sends as soon as something is queued by this process, and each few seconds what others queued or what waits to be tried again.
 * @param failed told of what went wrong; the loop itself goes on.
 * @param everyMs how often to look unasked.
 */
export function startSending(db: Db, senders: Senders, failed: (error: unknown) => void, everyMs = 5000): { stop(): Promise<void> } {
  let stopped = false
  let asked = false
  let wake = () => {}
  const ask = () => { asked = true; wake() }
  db.onPublished(ask)
  const sending = (async () => {
    while (!stopped) {
      asked = false
      await sendDue(db, senders).catch(failed)
      if (asked || stopped) continue
      await new Promise<void>((go) => {
        const timer = setTimeout(go, everyMs)
        wake = () => { clearTimeout(timer); go() }
      })
    }
  })()
  return { async stop() { stopped = true; ask(); await sending } }
}
