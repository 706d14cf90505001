/** The one way to say something to the citizens of a case: once for a fact, to each by her own way, in her own language. */
import type { CaseId } from '../../../contracts/cases.ts'
import type { MessageId } from '../../../contracts/contact.ts'
import type { Language } from '../../../contracts/kit.ts'
import { audit } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { noteTold, tellBy, toBeTold, type ToTell, type Word } from '../cases/index.ts'
import { mayAdvertise } from '../citizens/index.ts'
import { municipality } from '../identity/index.ts'
import { addWord } from './ledger.ts'
import { rules } from './rules.store.ts'
import * as store from './store.ts'
import { changed } from './tasks.ts'
import * as telling from './telling.store.ts'
import { type Fields, filled, type GivenFields, inLanguage, momentText, phoneText } from './wording.ts'

/** Which gateways are connected. Without one its messages stand in the spool, for all to see. */
export type Ways = { sms: boolean; mail: boolean }
export type Tell = {
  caseId: CaseId
  /** What it tells of, the same however often it is said: `move:<moveId>` for moves. */
  fact: string
  /** Key of the template. */
  template: string
  /** Beside those of the case itself: number, topic, place, directorate, due. What differs by language is given in both. */
  fields?: GivenFields | undefined
  /** Fills `{link}`. */
  link?: string | undefined
  /** Whoever told it, those who joined, or all of them. */
  to?: 'reporter' | 'followers' | 'all' | undefined
  /** Passes quiet hours, and waits for no other message. */
  urgent?: boolean | undefined
  /** Not for a sign of life: it counts for the silence rule. */
  trueNews?: boolean | undefined
}
/** Said as soon as this transaction has been committed. False: this fact has been told. Anyone who sees the case may. */
export async function tellCitizens(tx: Tx, { caseId, fact, template, fields = {}, link, to = 'all', urgent = false, trueNews = true }: Tell): Promise<boolean> {
  const id = newId<string>()
  const made = await telling.insertTelling(tx, { id, fact, caseId, template, fields, link: link ?? null, to, urgent, trueNews, automatic: tx.by.scope === 'system' })
  if (made) await publish(tx, 'citizens.tell', { tellingId: id })
  return made
}

/** What one person is told. */
type Said = { fact: string; template: string; what: string; fields: GivenFields; urgent: boolean; atOnce: boolean; trueNews: boolean; tellingId: string | null; onTheLine: boolean; /** When the news came. */ at: Date; automatic: boolean; by?: string; /** The timeline says so already, for somebody else. */ noted?: boolean }

/** Heard twice it says nothing twice. */
export async function sayTelling(tx: Tx, tellingId: string, ways: Ways): Promise<void> {
  const found = await telling.telling(tx, tellingId)
  const word = found && (await toBeTold(tx, found.caseId))
  if (!found || !word) return
  const first = word.people.filter((person) => person.what !== 'followed')
  const asWell = found.to === 'followers' ? word.people.filter((person) => person.what === 'followed' && !first.some((one) => one.key === person.key)) : word.people
  let noted = false
  for (const person of found.to === 'reporter' ? first : onceEach(asWell))
    noted = (await say(tx, word, person, {
      fact: `${found.fact}:${person.key}`, template: found.template, what: found.template, fields: { ...found.fields, link: found.link }, urgent: found.urgent, atOnce: found.urgent,
      trueNews: found.trueNews, tellingId, onTheLine: false, at: new Date(found.at), automatic: found.automatic, by: found.by, noted,
    }, ways)) || noted
}
const onceEach = (people: readonly ToTell[]) => [...new Map(people.toReversed().map((person) => [person.key, person])).values()].reverse()

const templates = { registered: 'case-registered', followed: 'case-followed', handed_over: 'case-handed-over' } as const
/** Tells everyone who told or joined a case that she did. Heard twice it says nothing twice. */
export async function tellOf(tx: Tx, caseId: CaseId, ways: Ways): Promise<void> {
  const word = await toBeTold(tx, caseId)
  if (!word) return
  const told = await store.factsTold(tx, caseId)
  for (const person of word.people) {
    if (told.has(person.fact)) continue
    const onTheLine = wasOnTheLine(word, person)
    await say(tx, word, person, { fact: person.fact, template: templates[person.what], what: person.what, fields: {}, urgent: onTheLine, atOnce: true, trueNews: true, tellingId: null, onTheLine, at: tx.now, automatic: false }, ways)
  }
}
/** Somebody was there to be told the number by voice, and is awake; who wrote or sent word is called. */
const wasOnTheLine = (word: Word, person: ToTell): boolean => person.callId !== null || word.channel === 'phone' || word.channel === 'counter'

/** @returns whether a word of it stands in the ledger now */
async function say(tx: Tx, word: Word, person: ToTell, said: Said, ways: Ways): Promise<boolean> {
  const how = await wayOf(tx, person, said)
  if (!how) return false
  const template = await templateFor(tx, said.template, how === 'sms' || how === 'mail' ? how : 'voice')
  if (template.commercial && !(await consents(tx, person))) return false
  const written = how === 'sms' || how === 'mail'
  // Nobody reads an address aloud.
  const fields = await fieldsOf(tx, word, person.language, written ? said.fields : { ...said.fields, link: null })
  const text = filled(template[person.language], fields) || filled(template[person.language], { ...fields, link: '…' })
  const id = newId<MessageId>()
  const first = { sms: ways.sms ? 'queued' : 'spooled', mail: ways.mail ? 'queued' : 'spooled', read_out: 'read_out', call: 'to_call', check: 'to_call' } as const
  const { bundleMinutes } = await rules(tx)
  const made = await store.insertMessage(tx, {
    id, fact: said.fact, channel: how === 'sms' || how === 'mail' ? how : 'voice', to: (how === 'mail' ? person.email : person.phone) ?? '', text, language: person.language, status: first[how],
    subject: how === 'mail' ? (template.subject ? filled(template.subject[person.language], fields) : `${word.number}: ${word.topic[person.language]}`) : null,
    caseId: word.caseId, caseNumber: word.number, person: person.key, template: said.template, urgent: said.urgent, trueNews: said.trueNews, tellingId: said.tellingId,
    dueAt: new Date(said.at.getTime() + (said.atOnce ? 0 : bundleMinutes * 60_000)),
  })
  if (!made) return false
  if (how === 'call' || how === 'check') {
    await oweCall(tx, word, person, id, how)
    return false
  }
  await audit(tx, 'contact.told', { caseId: word.caseId, messageId: id, how })
  if (!said.noted) await noteTold(tx, word.caseId, { how, what: said.what })
  // Whoever sees the case reads the ledger; by her own link only she herself answers.
  await addWord(tx, {
    caseId: word.caseId, direction: 'out', channel: how === 'read_out' ? (word.channel === 'counter' ? 'counter' : 'call') : how, what: said.what, trueNews: said.trueNews, messageId: id, words: fields.link ? text.replaceAll(fields.link, '…') : text,
    callId: how === 'read_out' ? person.callId : null, automatic: said.automatic, ...(said.by && { by: said.by }),
  })
  await publish(tx, 'message.queued', { messageId: id }, ['desk'])
  return true
}

type How = 'sms' | 'mail' | 'read_out' | 'call' | 'check'
/** By which way, past the addresses that she, or whoever has her number now, has stopped. Undefined: there is none. */
async function wayOf(tx: Tx, person: ToTell, said: Said): Promise<How | undefined> {
  const { country } = await municipality(tx)
  // Who gave the address anew since then may be written to again.
  const stopped = (await telling.stoppedOf(tx, person.key)).filter((one) => one.at >= person.since)
  const ends = (address: string | null) => stopped.some((one) => one.address === address)
  const how = tellBy({ ...person, phone: ends(person.phone) ? null : person.phone, email: ends(person.email) ? null : person.email }, country)
  if (how !== 'read_out') return how
  if (!person.phone) return undefined
  if (said.onTheLine) return 'read_out'
  return stopped.some((one) => one.address === person.phone && one.why === 'wrong_number') ? 'check' : 'call'
}
const consents = async (tx: Tx, person: ToTell): Promise<boolean> => /^[0-9a-f-]{36}$/.test(person.key) && mayAdvertise(tx, person.key as never)

/** A call that says it: one to a person about a case, with all there is to say. */
export async function oweCall(tx: Tx, word: Word, person: Pick<ToTell, 'key' | 'phone' | 'name'>, messageId: MessageId, how: 'call' | 'check'): Promise<void> {
  const taskId = await store.putTellTask(tx, {
    reason: how === 'call' ? 'tell' : 'check_number', caseId: word.caseId, caseNumber: word.number, person: person.key, phone: person.phone, name: person.name, emergency: word.emergency,
  })
  await store.giveToTask(tx, [messageId], taskId)
  await changed(tx, taskId)
}

/** Set-up writes them. Without one the job waits and tries again; an empty message would be worse. */
async function templateFor(tx: Tx, key: string, channel: 'sms' | 'mail' | 'voice'): Promise<store.Template> {
  const found = (await store.template(tx, key, channel)) ?? (await store.template(tx, key, 'sms'))
  if (!found) throw new Error(`no message template ${key}`)
  return found
}
async function fieldsOf(tx: Tx, word: Word, language: Language, more: GivenFields): Promise<Fields> {
  const { zone } = await municipality(tx)
  const phone = word.institution?.phone
  return {
    no: word.number, tarih: word.dueAt && momentText(new Date(word.dueAt), zone, language), konu: word.topic[language], yer: word.place, birim: word.lead?.[language] ?? null,
    kurum: word.institution?.name[language] ?? null, tel: phone ? phoneText(phone) : null, ...inLanguage(more, language),
  }
}
