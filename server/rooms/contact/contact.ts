/** Every word we say to a citizen: what, to whom, by which way, and once. */
import type { CaseId } from '../../../contracts/cases.ts'
import type { Message, MessageId } from '../../../contracts/contact.ts'
import { audit } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { noteTold, toBeTold, type ToTell, type Word } from '../cases/index.ts'
import { municipality } from '../identity/index.ts'
import * as store from './store.ts'
import { changed } from './tasks.ts'
import { type Fields, filled, momentText, phoneText } from './wording.ts'

/** Where a message begins: queued for the gateway, or, with none connected, in the spool for all to see. */
export type First = 'queued' | 'spooled'

/** Tells everyone who is owed word of a case and has not had it. Heard twice it says nothing twice. */
export async function tellOf(tx: Tx, caseId: CaseId, first: First): Promise<void> {
  const word = await toBeTold(tx, caseId)
  if (!word) return
  const told = await store.factsTold(tx, caseId)
  for (const person of word.people) if (!told.has(person.fact)) await tell(tx, word, person, first)
}

async function tell(tx: Tx, word: Word, person: ToTell, first: First): Promise<void> {
  if (!person.phone) return
  const how = person.tell === 'sms' ? 'sms' : onTheLine(word, person) ? 'read_out' : 'call'
  if (how === 'call') {
    const id = await store.putTask(tx, {
      reason: 'tell_number', phone: person.phone, name: person.name, callId: null, recorded: false, emergency: false, caseId: word.caseId, caseNumber: word.number,
    })
    if (id) await changed(tx, id)
    return
  }
  const channel = how === 'sms' ? 'sms' : 'voice'
  const id = newId<MessageId>()
  const made = await store.insertMessage(tx, {
    id, fact: person.fact, channel, to: person.phone, text: await textOf(tx, word, person, channel), language: person.language,
    status: how === 'sms' ? first : 'read_out', caseId: word.caseId, caseNumber: word.number,
  })
  if (!made) return
  await audit(tx, 'contact.told', { caseId: word.caseId, messageId: id, how })
  await noteTold(tx, word.caseId, { how, what: person.what })
  await publish(tx, 'message.queued', { messageId: id }, ['desk'])
}

/** Somebody was there to be told the number by voice; who wrote or sent word is called. */
const onTheLine = (word: Word, person: ToTell): boolean => person.callId !== null || word.channel === 'phone' || word.channel === 'counter'

const templates = { registered: 'case-registered', followed: 'case-followed', handed_over: 'case-handed-over' } as const
async function textOf(tx: Tx, word: Word, person: ToTell, channel: 'sms' | 'voice'): Promise<string> {
  const { zone } = await municipality(tx)
  const { language } = person
  const phone = word.institution?.phone
  const fields: Fields = {
    no: word.number, tarih: word.dueAt && momentText(new Date(word.dueAt), zone, language), konu: word.topic[language], yer: word.place, birim: word.lead?.[language] ?? null,
    kurum: word.institution?.name[language] ?? null, tel: phone ? phoneText(phone) : null,
  }
  const key = templates[person.what]
  const template = (await store.template(tx, key, channel)) ?? (await store.template(tx, key, 'sms')) ?? (await store.template(tx, 'case-registered', channel))
  // Set-up writes them. Without one the job waits and tries again; an empty message would be worse.
  if (!template) throw new Error(`no message template ${key}`)
  return filled(template[language], fields)
}

export const seedTemplates = async (tx: Tx, rows: readonly store.Template[]): Promise<void> => void (await store.putTemplates(tx, rows))

const pageLength = 50
export async function messages(tx: Tx, q: { status?: store.Status | undefined; caseId?: CaseId | undefined; after?: string | undefined }): Promise<{ rows: Message[]; next: string | null; waiting: number }> {
  const found = await store.messages(tx, { ...q, before: markOf(q.after), limit: pageLength + 1 })
  const rows = found.slice(0, pageLength)
  const last = found.length > pageLength ? rows.at(-1) : undefined
  return { rows, next: last ? `${last.at}_${last.id}` : null, waiting: await store.waiting(tx) }
}
function markOf(cursor: string | undefined): { at: string; id: string } | undefined {
  const [, at, id] = /^([0-9TZ:.-]+)_([0-9a-f-]{36})$/i.exec(cursor ?? '') ?? []
  return at && id && !Number.isNaN(Date.parse(at)) ? { at, id } : undefined
}
