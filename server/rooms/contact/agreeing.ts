/** For the room of solutions: the call in which a solution is discussed, and whether its citizen can be written to. */
import type { CallId } from '../../../contracts/call-id.ts'
import type { CaseId } from '../../../contracts/cases.ts'
import type { CallTaskId } from '../../../contracts/contact.ts'
import type { Audience } from '../../../contracts/events.ts'
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { Language } from '../../../contracts/kit.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { tellBy, tellerOf } from '../cases/index.ts'
import { municipality } from '../identity/index.ts'
import * as store from './agreeing.store.ts'
import { addWord } from './ledger.ts'
import { isQuiet, type Quiet } from './quiet.ts'
import { rules } from './rules.store.ts'
import { takeCallTask } from './tasks.ts'
import { stop, stoppedOf } from './telling.store.ts'

export { caseOfTask, type TalkTask, talkTask } from './agreeing.store.ts'
export type { Quiet } from './quiet.ts'

/** Whoever told the case, as she is reached now. */
export type Reporter = { key: string; name: string | null; phone: string | null; language: Language; /** An SMS or a letter reaches her. */ writable: boolean }
/** Undefined: nobody who wants to be known, or the reader may not know her. */
export async function reporterOf(tx: Tx, caseId: CaseId): Promise<Reporter | undefined> {
  const teller = await tellerOf(tx, caseId)
  if (!teller || teller.anonymous) return undefined
  const { country } = await municipality(tx)
  const key = teller.citizenId ?? `case.opened:${caseId}`
  const stopped = new Set(tx.by.scope === 'directorate' ? [] : (await stoppedOf(tx, key)).map((one) => one.address))
  const phone = teller.phone && !stopped.has(teller.phone) ? teller.phone : null
  const email = teller.email && !stopped.has(teller.email) ? teller.email : null
  return { key, name: teller.name, phone, language: teller.language, writable: tellBy({ ...teller, phone, email }, country) !== 'read_out' }
}

const audience = (directorateId: DirectorateId | null): Audience[] => ['desk', ...(directorateId ? [`directorate:${directorateId}` as const] : [])]
const changed = (tx: Tx, taskId: CallTaskId, directorateId: DirectorateId | null) => publish(tx, 'task.changed', { taskId }, audience(directorateId))

/** The call in which the solution is discussed. */
export async function oweTalk(tx: Tx, owed: store.NewTalk): Promise<CallTaskId> {
  const id = await store.putTalk(tx, owed)
  await changed(tx, id, owed.directorateId)
  return id
}
type Of = Pick<store.TalkTask, 'id' | 'directorateId'>
/** Not reached, or later as she asked: it sleeps until then. */
export async function sleepTalk(tx: Tx, task: Of, until: Date | null, result: string): Promise<void> {
  await store.sleep(tx, task.id, until, result)
  await changed(tx, task.id, task.directorateId)
}
export async function closeTalk(tx: Tx, task: Of, result: string, note: string | null = null): Promise<void> {
  await store.close(tx, task.id, result, note)
  await changed(tx, task.id, task.directorateId)
}
export async function reopenTalk(tx: Tx, task: Of): Promise<void> {
  await store.reopen(tx, task.id)
  await changed(tx, task.id, task.directorateId)
}
/** The desk has it from now on. */
export async function talkToDesk(tx: Tx, task: Of): Promise<void> {
  await store.toDesk(tx, task.id)
  await changed(tx, task.id, task.directorateId)
}
export async function talkFor(tx: Tx, task: Of, forStaff: string | null): Promise<void> {
  await store.giveTo(tx, task.id, forStaff)
  await changed(tx, task.id, task.directorateId)
}
/** She is reached by another number. Null: by none that we know. */
export async function talkNumber(tx: Tx, task: Of, phone: string | null): Promise<void> {
  await store.setPhone(tx, task.id, phone)
  await changed(tx, task.id, task.directorateId)
}
export const talksMeantFor = store.meantFor
/** The number is another person's now: she is not written to there any more. Asked with the desk's eyes. */
export const notHerNumber = async (tx: Tx, person: string, phone: string): Promise<void> => void (await stop(tx, newId(), { person, address: phone, why: 'wrong_number' }))

type Answer = { caseId: CaseId; how: 'call' | 'link' | 'counter'; what: string; words: string | null; callId: CallId | null }
/** She has heard of it from us, which is true news, and this is what she said. */
export async function noteAnswer(tx: Tx, { caseId, how, what, words, callId }: Answer): Promise<void> {
  const channel = how === 'link' ? 'sms' : how
  if (how !== 'link' && !(await store.heardInCall(tx, caseId, callId)))
    await addWord(tx, { caseId, direction: 'out', channel, what: 'plan_told', trueNews: true, callId })
  await addWord(tx, { caseId, direction: 'in', channel, what, trueNews: false, words, callId: callId ?? (how === 'call' ? await store.newestCall(tx, caseId) : null) })
}
/** We called about a case and somebody answered: a line of the ledger, once. */
export async function noteCalled(tx: Tx, caseId: CaseId, callId: CallId): Promise<void> {
  if (!(await store.hasCall(tx, caseId, callId))) await addWord(tx, { caseId, direction: 'out', channel: 'call', what: 'called', trueNews: false, callId })
}
/** @throws Refusal `task.taken` */
export async function takeTalkTask(tx: Tx, taskId: CallTaskId, by: Actor): Promise<void> { await takeCallTask(tx, { taskId }, by) }

/** Did what was to be told of this fact go out? Not known yet is no. */
export async function arrived(tx: Tx, fact: string, person: string): Promise<boolean> {
  const status = await store.stateOfFact(tx, `${fact}:${person}`)
  return status === 'sent' || status === 'delivered'
}
/** What was to be told of this fact will not go out any more. */
export async function failed(tx: Tx, fact: string, person: string): Promise<boolean> {
  const status = await store.stateOfFact(tx, `${fact}:${person}`)
  return status === 'failed' || status === 'to_call'
}
export async function quietHours(tx: Tx): Promise<Quiet> {
  const { quietFrom, quietTo } = await rules(tx)
  return { from: quietFrom, to: quietTo }
}
export { isQuiet }
