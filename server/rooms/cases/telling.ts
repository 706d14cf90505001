/** Who is owed word about a case; the contact room asks, and tells back what it said. */
import type { CallId } from '../../../contracts/call-id.ts'
import type { CaseId, CaseStatus, Channel, Opened } from '../../../contracts/cases.ts'
import type { Bilingual, Language } from '../../../contracts/kit.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { directoratesByIds, municipality } from '../identity/index.ts'
import { audienceOf, tellBy } from './cases.ts'
import { caseById, followersOf, reporterOf } from './reading.store.ts'
import * as store from './store.ts'

/** One person to be told one thing. `fact` is the same however often it is asked. */
export type ToTell = {
  fact: string; what: 'registered' | 'handed_over' | 'followed'; tell: Opened['tell']; phone: string | null; name: string | null; language: Language; callId: CallId | null
}
export type Word = {
  caseId: CaseId; number: string; status: CaseStatus; channel: Channel; emergency: boolean; dueAt: string | null
  topic: Bilingual; place: string | null; lead: Bilingual | null; institution: { name: Bilingual; phone: string | null } | null; people: ToTell[]
}

/** Everyone who told or joined the case and wants to be known, with what there is to say; undefined for no such case. */
export async function toBeTold(tx: Tx, caseId: CaseId): Promise<Word | undefined> {
  const found = await caseById(tx, caseId, tx.by.id, null)
  if (!found) return undefined
  const { country } = await municipality(tx)
  const reporter = await reporterOf(tx, caseId)
  const person = (fact: string, what: ToTell['what'], t: store.Teller): ToTell[] => t.anonymous ? []
    : [{ fact, what, tell: tellBy(t, country), phone: t.phone, name: t.name, language: t.language, callId: t.callId }]
  const people = [
    ...(reporter ? person(`case.opened:${caseId}`, found.institution && !found.leadId ? 'handed_over' : 'registered', reporter) : []),
    ...(await followersOf(tx, caseId)).flatMap((follower) => person(`case.followed:${follower.id}`, 'followed', follower)),
  ]
  const lead = found.leadId ? (await directoratesByIds(tx, [found.leadId]))[0] : undefined
  const { number, status, channel, emergency, dueAt, topic, place, institution } = found
  return { caseId, number, status, channel, emergency, dueAt, topic, place, institution, lead: lead?.name ?? null, people }
}

/** The timeline says that the citizen was told, and how; never whom, nor at which number. */
export async function noteTold(tx: Tx, caseId: CaseId, facts: { how: 'sms' | 'read_out' | 'call'; what: ToTell['what'] }): Promise<void> {
  const found = await store.lockCase(tx, caseId)
  if (!found) return
  await store.addEntry(tx, caseId, { what: 'told', facts, audience: 'citizen', quiet: true })
  await publish(tx, 'case.changed', { caseId, what: 'told' }, audienceOf(found.dirs))
}
