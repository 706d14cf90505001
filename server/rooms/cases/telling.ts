/** Who is owed word about a case; the contact room asks, and tells back what it said. */
import type { CallId } from '../../../contracts/call-id.ts'
import type { CaseId, CaseStatus, Channel } from '../../../contracts/cases.ts'
import type { Way } from '../../../contracts/citizens.ts'
import type { Bilingual, Language } from '../../../contracts/kit.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { directoratesByIds } from '../identity/index.ts'
import { audienceOf } from './cases.ts'
import { caseById, followersOf, reporterOf } from './reading.store.ts'
import * as store from './store.ts'

/** One person of a case who wants to be known. `fact` is that she told or joined it, the same however often it is asked. */
export type ToTell = {
  /** The same person in every case, as far as we know her. */
  key: string; fact: string; what: 'registered' | 'handed_over' | 'followed'
  phone: string | null; email: string | null; way: Way; mayMessage: boolean; name: string | null; language: Language; callId: CallId | null
  /** When she gave these ways to reach her. */
  since: string
}
export type Word = {
  caseId: CaseId; number: string; status: CaseStatus; channel: Channel; emergency: boolean; dueAt: string | null; openedAt: string
  topic: Bilingual; place: string | null; lead: Bilingual | null; institution: { name: Bilingual; phone: string | null } | null
  /** Whoever told it first, then those who joined. */
  people: ToTell[]
}

/** Everyone who told or joined the case and wants to be known, with what there is to say; undefined for no such case. */
export async function toBeTold(tx: Tx, caseId: CaseId): Promise<Word | undefined> {
  const found = await caseById(tx, caseId, tx.by.id, null)
  if (!found) return undefined
  const reporter = await reporterOf(tx, caseId)
  const person = (fact: string, what: ToTell['what'], since: string, t: store.Teller): ToTell[] => t.anonymous ? []
    : [{ key: t.citizenId ?? fact, fact, what, phone: t.phone, email: t.email, way: t.way, mayMessage: t.mayMessage, name: t.name, language: t.language, callId: t.callId, since }]
  const people = [
    ...(reporter ? person(`case.opened:${caseId}`, found.institution && !found.leadId ? 'handed_over' : 'registered', found.openedAt, reporter) : []),
    ...(await followersOf(tx, caseId)).flatMap((follower) => person(`case.followed:${follower.id}`, 'followed', follower.at, follower)),
  ]
  const lead = found.leadId ? (await directoratesByIds(tx, [found.leadId]))[0] : undefined
  const { number, status, channel, emergency, dueAt, openedAt, topic, place, institution } = found
  return { caseId, number, status, channel, emergency, dueAt, openedAt, topic, place, institution, lead: lead?.name ?? null, people }
}

/** The timeline says that she waits for a word, and who owes it. */
export async function noteOwed(tx: Tx, caseId: CaseId, facts: { owes: 'directorate' | 'desk'; dueAt: string }): Promise<void> {
  const found = await store.lockCase(tx, caseId)
  if (!found) return
  await store.addEntry(tx, caseId, { what: 'word_owed', facts })
  await publish(tx, 'case.changed', { caseId, what: 'word_owed' }, audienceOf(found.dirs))
}

/** The timeline says that the citizen was told, and how; never whom, nor at which number. */
export async function noteTold(tx: Tx, caseId: CaseId, facts: { how: 'sms' | 'mail' | 'read_out' | 'call'; what: string }): Promise<void> {
  const found = await store.lockCase(tx, caseId)
  if (!found) return
  await store.addEntry(tx, caseId, { what: 'told', facts, audience: 'citizen', quiet: true })
  await publish(tx, 'case.changed', { caseId, what: 'told' }, audienceOf(found.dirs))
}
