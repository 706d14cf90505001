/** What citizens write back: into their case; what belongs to no one case is the desk's to sort. The same word twice is one. */
import type { AttachmentId, CaseId } from '../../../contracts/cases.ts'
import type { MessageId } from '../../../contracts/contact.ts'
import { isEnded } from '../../../contracts/moves.ts'
import { audit } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type Answerable, answeredBy, attach, type Files, isWithheld, noteAnswered, toBeTold } from '../cases/index.ts'
import { normalisePhone } from '../citizens/index.ts'
import { municipality } from '../identity/index.ts'
import * as store from './answers.store.ts'
import { notArrived } from './failing.ts'
import { addWord } from './ledger.ts'
import { meaningOf, numberIn, withoutQuote } from './meaning.ts'
import * as out from './messages.store.ts'
import { stopWriting } from './stopping.ts'

const mostWords = 4000
/** More than so many of one number in an hour is no conversation. */
const mostAnHour = 60

export type SmsIn = { from: string; text: string; /** The gateway's own number for it: makes twice once. */ id: string }
/**
 * @returns false: more came from this number than a person writes; ask again later.
 * @throws Refusal `message.no_number` for what came from no telephone number
 */
export async function smsAnswer(tx: Tx, given: SmsIn): Promise<boolean> {
  const { country } = await municipality(tx)
  const from = normalisePhone(given.from, country) ?? normalisePhone(`+${given.from}`, country)
  if (!from) throw new Refusal('message.no_number')
  if ((await store.receivedSince(tx, from, new Date(tx.now.getTime() - 60 * 60_000))) >= mostAnHour) return false
  const words = given.text.trim().slice(0, mostWords)
  const kind = meaningOf(words)
  const cases = await answeredBy(tx, from)
  const hers = kind === 'answer' ? whose(cases, words) : undefined
  const id = newId<string>()
  if (!(await store.insertReceived(tx, { id, channel: 'sms', externalId: given.id, address: from, subject: null, words, caseId: hers?.caseId ?? null, person: hers?.key ?? null, kind }))) return true
  await audit(tx, 'contact.received', { channel: 'sms', kind, caseId: hers?.caseId ?? null })
  if (kind !== 'answer') await stopWriting(tx, { id, address: from, why: kind, cases })
  else if (hers?.open) await intoCase(tx, hers, 'sms', words)
  else await toDesk(tx, id, from, hers, words)
  return true
}
/** The newest open case of the one person with this number, or the case she names. Two people with one number: nobody's, until somebody asks. */
function whose(cases: readonly Answerable[], words: string): Answerable | undefined {
  const named = numberIn(words)
  const found = named ? cases.find((one) => one.number === named) : undefined
  if (found) return found
  const open = cases.filter((one) => one.open)
  const people = new Set((open.length ? open : cases).map((one) => one.key))
  return people.size === 1 ? (open[0] ?? cases[0]) : undefined
}
async function intoCase(tx: Tx, { caseId }: Pick<Answerable, 'caseId'>, channel: 'sms' | 'mail', words: string, left = 0): Promise<void> {
  const noted = await noteAnswered(tx, caseId, { how: channel, words, left })
  await addWord(tx, { caseId, direction: 'in', channel, what: 'answered', trueNews: false, words: noted.withheld ? null : words })
}
/** Of a case that has ended the desk decides whether it is opened again. */
async function toDesk(tx: Tx, id: string, from: string, hers: Answerable | undefined, words: string): Promise<void> {
  if (hers) await intoCase(tx, hers, 'sms', words)
  const taskId = await store.putAnswerTask(tx, { reason: 'answer', phone: from, name: hers?.name ?? null, caseId: hers?.caseId ?? null, caseNumber: hers?.number ?? null, person: hers?.key ?? null })
  await store.giveToTask(tx, id, taskId)
  await publish(tx, 'task.changed', { taskId }, ['desk'])
}

export type MailIn = {
  /** Of its header; makes twice once. */
  messageId: string
  /** Behind the + of the address it came to. */ tag: string | null
  /** Message-IDs it answers. */ answers: readonly string[]
  from: string; subject: string | null; text: string; attachments: readonly { name: string; bytes: Buffer }[]
  /** Written by a program: an answer from a holiday, or a letter that came back. */
  automatic: boolean; bounce: boolean
}
/** A letter with more is somebody's archive. */
const mostAttachments = 10

/** @returns false: it belongs to no case of ours, and is not taken. */
export async function mailAnswer(tx: Tx, files: Files, given: MailIn): Promise<boolean> {
  const hers = await ofLetter(tx, given)
  if (!hers) return false
  const words = (given.bounce ? given.text : withoutQuote(given.text)).slice(0, mostWords)
  const kind = given.bounce ? 'bounce' : given.automatic ? 'automatic' : 'answer'
  const id = newId<string>()
  if (!(await store.insertReceived(tx, { id, channel: 'mail', externalId: `${given.messageId} ${hers.caseId} ${hers.person}`, address: given.from, subject: given.subject, words, caseId: hers.caseId, person: hers.person, kind }))) return true
  await audit(tx, 'contact.received', { channel: 'mail', kind, caseId: hers.caseId })
  if (kind === 'bounce') await bounced(tx, given, hers)
  if (kind !== 'answer') return true
  const withheld = await isWithheld(tx, hers.caseId)
  // A file's name may be its sender's.
  const left = await keep(tx, files, hers.caseId, withheld ? given.attachments.map((one, i) => ({ ...one, name: `${i + 1}` })) : given.attachments)
  await intoCase(tx, hers, 'mail', words || given.subject || '…', left)
  const word = await toBeTold(tx, hers.caseId)
  // The words of a tip-off are the desk's to say on; of a case that has ended, the desk's to open again.
  if (withheld || (word && isEnded(word.status))) {
    const person = word?.people.find((one) => one.key === hers.person)
    const taskId = await store.putAnswerTask(tx, { reason: 'answer', phone: person?.phone ?? null, name: person?.name ?? null, caseId: hers.caseId, caseNumber: word?.number ?? null, person: hers.person })
    await store.giveToTask(tx, id, taskId)
    await publish(tx, 'task.changed', { taskId }, ['desk'])
  }
  return true
}
const uuid = /^<?([0-9a-f]{8}-[0-9a-f-]{27})@/i
async function ofLetter(tx: Tx, { tag, answers }: MailIn): Promise<{ caseId: CaseId; person: string } | undefined> {
  const byTag = tag ? await store.ofTag(tx, tag) : undefined
  if (byTag) return byTag
  for (const one of answers) {
    const bundle = uuid.exec(one)?.[1]
    const found = bundle && (await store.ofMail(tx, bundle))
    if (found) return found
  }
  return undefined
}
/** A letter that came back is no answer: what it said has not been heard. */
async function bounced(tx: Tx, { answers }: MailIn, hers: { caseId: CaseId; person: string }): Promise<void> {
  const named = answers.flatMap((one) => uuid.exec(one)?.[1] ?? [])
  const last = await out.lastMail(tx, hers.caseId, hers.person)
  for (const reference of named.length ? named : last ? [last] : []) {
    const ids = (await out.wentBy(tx, reference)).filter((one) => one.channel === 'mail').map((one) => one.id)
    await notArrived(tx, ids, 'bounced')
    for (const messageId of ids) await publish(tx, 'message.changed', { messageId }, ['desk'])
  }
}
/** Photographs and papers become the case's. @returns how many the case did not take */
async function keep(tx: Tx, files: Files, caseId: CaseId, attachments: MailIn['attachments']): Promise<number> {
  let kept = 0
  for (const { name, bytes } of attachments.slice(0, mostAttachments)) {
    try {
      await attach(tx, files, { caseId, id: newId<AttachmentId>(), name, file: bytes }, tx.by)
      kept++
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return attachments.length - kept
}

export type DeliveryReport = { reference: string; delivered: boolean; error: string | null }
/** What the gateway reports of a message it has taken. Reports of what nobody knows, or of what has ended otherwise, change nothing. */
export async function deliveryReport(tx: Tx, { reference, delivered, error }: DeliveryReport): Promise<void> {
  const went = await out.wentBy(tx, reference)
  const ids = went.map((one) => one.id)
  if (!ids.length || (!delivered && went.every((one) => one.status === 'delivered'))) return
  if (delivered) await out.delivered(tx, ids)
  else await notArrived(tx, ids, error ?? 'not delivered')
  for (const messageId of ids as MessageId[]) await publish(tx, 'message.changed', { messageId }, ['desk'])
}
