/** For the rooms above that ask a citizen something: how she is reached now, and the call that asks her. */
import type { CaseId } from '../../../contracts/cases.ts'
import type { CallTask, CallTaskId } from '../../../contracts/contact.ts'
import { audit } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { tellBy, toBeTold, type ToTell } from '../cases/index.ts'
import { municipality } from '../identity/index.ts'
import * as asking from './asking.store.ts'
import * as store from './store.ts'
import { changed } from './tasks.ts'
import { stop, stoppedOf } from './telling.store.ts'

export type Reach = { how: 'sms' | 'mail' | 'call' | 'nobody'; person: ToTell | undefined }
/** Whoever told the case, and how she is reached now, past the addresses that she or another has stopped. Undefined person: she gave no name. */
export async function reachTeller(tx: Tx, caseId: CaseId): Promise<Reach> {
  const person = (await toBeTold(tx, caseId))?.people.find((one) => one.what !== 'followed')
  if (!person) return { how: 'nobody', person }
  const { country } = await municipality(tx)
  const stopped = new Set((await stoppedOf(tx, person.key)).filter((one) => one.at >= person.since).map((one) => one.address))
  const left = { ...person, phone: stopped.has(person.phone ?? '') ? null : person.phone, email: stopped.has(person.email ?? '') ? null : person.email }
  const how = tellBy(left, country)
  return { how: how !== 'read_out' ? how : left.phone ? 'call' : 'nobody', person }
}
/** A call that asks whoever told the case; made once, as long as it is open. */
export async function oweAsking(tx: Tx, given: { caseId: CaseId; reason: CallTask['reason'] }): Promise<CallTaskId | undefined> {
  const word = await toBeTold(tx, given.caseId)
  const person = word?.people.find((one) => one.what !== 'followed')
  if (!word || !person) return undefined
  const id = await store.putTellTask(tx, { ...given, caseNumber: word.number, person: person.key, phone: person.phone, name: person.name, emergency: false })
  await changed(tx, id)
  return id
}
/** Her answer is here, or is needed no more: nobody calls her for it. */
export async function endAsking(tx: Tx, { caseId, reason, result }: { caseId: CaseId; reason: CallTask['reason']; result: 'reached' | 'no_need' }): Promise<void> {
  for (const id of await asking.openOf(tx, caseId, reason)) {
    await store.finishTask(tx, { id, result, note: null, citizenId: null, done: true })
    await changed(tx, id)
  }
}
/** Somebody has called her for it since then, and be it in vain; a stranger who answered was not she. */
export const askedSince = asking.triedSince
/**
 * Whoever has the number or the address now says that the case is not hers: nothing is written there any more, and the desk looks for the
 * person whose it is.
 */
export async function numberNotHers(tx: Tx, { caseId }: { caseId: CaseId }): Promise<void> {
  const word = await toBeTold(tx, caseId)
  const { how, person } = await reachTeller(tx, caseId)
  const address = how === 'mail' ? person?.email : person?.phone
  if (!word || !person || !address || (how !== 'mail' && how !== 'sms')) return
  await stop(tx, newId(), { person: person.key, address, why: 'wrong_number' })
  const id = await store.putTellTask(tx, { reason: 'check_number', caseId, caseNumber: word.number, person: person.key, phone: person.phone, name: person.name, emergency: word.emergency })
  await changed(tx, id)
  await audit(tx, 'contact.not_hers', { caseId, how })
}
