/** The calls to a citizen about a solution: who makes them, when the next one is, and what follows when none reaches her. */
import { isOpenTalk, type TryResult } from '../../../contracts/agreement.ts'
import type { CaseId } from '../../../contracts/cases.ts'
import type { CallTaskId } from '../../../contracts/contact.ts'
import { done } from '../../../contracts/kit.ts'
import type { Actor } from '../../platform/actor.ts'
import { system } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { civil, workDaysAfter } from '../calendars/index.ts'
import { holdCase } from '../cases/index.ts'
import { normalisePhone } from '../citizens/index.ts'
import { arrived, dayText, failed, notHerNumber, quietHours, reopenTalk, reporterOf, sleepTalk, takeTalkTask, talkNumber, type TalkTask, talkTask, talkToDesk, tellCitizens } from '../contact/index.ts'
import { municipality } from '../identity/index.ts'
import { topicById } from '../routing/index.ts'
import { nextTry } from './agreement-tries.ts'
import { linkTemplate, neverBySilence } from './agreement-words.ts'
import { answerProposal, talkChanged } from './agreement.ts'
import * as store from './agreement.store.ts'
import { makeLink } from './links.ts'
import { currentProposal } from './proposals.ts'

type Open = { talk: store.TalkRow; task: TalkTask }
/** The open talk of a call, its case held. @throws Refusal `agreement.not_found` also where the call is not this person's to see */
export async function openTalk(tx: Tx, taskId: CallTaskId): Promise<Open> {
  const seen = await store.talkOfTask(tx, taskId)
  if (!seen || !(await holdCase(tx, seen.caseId))) throw new Refusal('agreement.not_found')
  const [talk, task] = [await store.talkOfTask(tx, taskId), await talkTask(tx, taskId, true)]
  if (!talk || !task) throw new Refusal('agreement.not_found')
  if (talk.how) throw new Refusal('agreement.answered', { answer: talk.status, how: talk.how, at: talk.endedAt, by: talk.by })
  if (!isOpenTalk(talk.status)) throw new Refusal('agreement.ended', { because: talk.because })
  return { talk, task }
}
export async function takeTalk(tx: Tx, { taskId }: { taskId: CallTaskId }, by: Actor): Promise<typeof done> {
  const { talk } = await openTalk(tx, taskId)
  await takeTalkTask(tx, taskId, by)
  await talkChanged(tx, talk)
  return done
}

type Tried = { taskId: CallTaskId; id: string; result: TryResult; at?: string | undefined; note?: string | undefined }
const longest = 60 * 24 * 60 * 60_000
/** A call without an answer. The same id twice is one try. */
export async function tryTalk(tx: Tx, { taskId, id, result, at, note }: Tried): Promise<Pick<store.TalkRow, 'status' | 'nextAt'>> {
  const open = await openTalk(tx, taskId)
  if (!(await store.insertTry(tx, open.talk.id, { id, result, note: note ?? null }))) return stateOf(tx, taskId)
  if (result === 'asks_later') await later(tx, open, at)
  else if (result === 'asks_link') await byLink(tx, open)
  else if (result === 'wrong_number') await wrongNumber(tx, open)
  else await again(tx, open)
  await talkChanged(tx, open.talk)
  return stateOf(tx, taskId)
}
const stateOf = async (tx: Tx, taskId: CallTaskId) => {
  const { status, nextAt } = (await store.talkOfTask(tx, taskId))!
  return { status, nextAt }
}
async function later(tx: Tx, { talk, task }: Open, at: string | undefined): Promise<void> {
  if (!at) throw new Refusal('agreement.time_needed', {}, 'at')
  const until = new Date(at)
  if (until <= tx.now || until.getTime() - tx.now.getTime() > longest) throw new Refusal('agreement.time_wrong', {}, 'at')
  await store.setAwaiting(tx, talk.id, { status: talk.status === 'link' ? 'calling' : talk.status, nextAt: until, chosen: true, why: talk.why })
  await sleepTalk(tx, task, until, 'asks_later')
}
async function byLink(tx: Tx, { talk, task }: Open): Promise<void> {
  if (!(await reporterOf(tx, talk.caseId))?.writable) throw new Refusal('agreement.no_way')
  await store.setAwaiting(tx, talk.id, { status: 'link', nextAt: null })
  await sleepTalk(tx, task, null, 'asks_link')
}
/** Another person has the number: she is written to there no more, and the desk looks for her. */
async function wrongNumber(tx: Tx, { talk, task }: Open): Promise<void> {
  await store.setAwaiting(tx, talk.id, { status: 'desk', nextAt: null, why: 'wrong_number' })
  await giveToDesk(tx, talk, task)
}
async function giveToDesk(tx: Tx, talk: store.TalkRow, task: Pick<TalkTask, 'id' | 'directorateId'>): Promise<void> {
  await talkToDesk(tx, task)
  await store.toDesk(tx, talk.id)
}
/** Not reached: another part of another day. After the last of them the link; while the desk or her answer by it decides, calls go on beside. */
async function again(tx: Tx, { talk, task }: Open): Promise<void> {
  const { zone } = await municipality(tx), rules = await store.rules(tx)
  const tried = inVain(await store.tries(tx, talk.id))
  const next = await nextTry(tx.now, tried, rules, await quietHours(tx), zone, workDays(tx, talk))
  if (next) {
    await store.setAwaiting(tx, talk.id, { status: talk.status, nextAt: next, why: talk.why })
    return sleepTalk(tx, task, next, 'not_reached')
  }
  if (talk.status === 'desk') return sleepTalk(tx, task, null, 'not_reached')
  if (talk.linkSentAt && talk.status === 'link') return sleepTalk(tx, task, talk.answerBy ? new Date(talk.answerBy) : null, 'not_reached')
  // She had the link, and asked to be called all the same: her silence says nothing after that.
  if (talk.linkSentAt) {
    await store.setAwaiting(tx, talk.id, { status: 'desk', nextAt: null, why: 'never_by_silence' })
    return giveToDesk(tx, talk, task)
  }
  await store.setAwaiting(tx, talk.id, { status: 'link', nextAt: null })
  await sleepTalk(tx, task, null, 'not_reached')
}
/** Tries at the number she has, oldest first: what was tried at another person's is none. */
export function inVain(tries: readonly store.TryRow[]): Date[] {
  const since = tries.findLastIndex((one) => one.result === 'wrong_number')
  return tries.slice(since + 1).filter((one) => one.result === 'not_reached').map((one) => new Date(one.at))
}
/** Days on which the directorate works, or the municipality; without any calendar every day is one. */
const workDays = (tx: Tx, { directorateId }: Pick<store.TalkRow, 'directorateId'>) => async (day: string): Promise<boolean> => {
  const { zone } = await municipality(tx)
  const eve = new Date(Date.parse(`${day}T12:00:00Z`) - 24 * 60 * 60_000)
  const next = await workDaysAfter(tx, directorateId, 1, eve, 'end_of_day')
  return next === undefined || civil(next, zone).day === day
}
export async function correctNumber(tx: Tx, { taskId, phone }: { taskId: CallTaskId; phone: string }): Promise<typeof done> {
  const { talk, task } = await openTalk(tx, taskId)
  const { country } = await municipality(tx)
  const number = normalisePhone(phone, country)
  if (!number) throw new Refusal('case.wrong_phone', {}, 'phone')
  await talkNumber(tx, task, number)
  await store.setAwaiting(tx, talk.id, { status: 'calling', nextAt: null })
  await talkChanged(tx, talk)
  return done
}

// ---- the link, and her silence; done by the system, which may know how she is reached

/** Heard after every change of a talk: what only the system may do with it. */
export async function goOn(tx: Tx, caseId: CaseId): Promise<void> {
  const found = await holdCase(tx, caseId)
  const talk = found?.status === 'discussing' ? await store.talkOfCase(tx, caseId) : undefined
  const task = talk && isOpenTalk(talk.status) ? await talkTask(tx, talk.taskId) : undefined
  if (!found || !talk || !task) return
  // Whoever took her answer back may not see the call that is open again.
  if (task.status === 'done') await reopenTalk(tx, task)
  if (talk.status === 'desk' && talk.why === 'wrong_number' && task.phone && (await lastResult(tx, talk)) === 'wrong_number') {
    await notHerNumber(tx, task.person, task.phone)
    await talkNumber(tx, task, null)
    return talkChanged(tx, talk)
  }
  if (talk.status !== 'link') return
  if (!talk.linkSentAt) return sendLink(tx, talk, task)
  // The answer is awaited no more: what was to ask her never came.
  if (talk.linkFact && (await failed(tx, talk.linkFact, task.person))) return backToDesk(tx, talk, task, 'link_failed')
  if (talk.answerBy && Date.parse(talk.answerBy) <= tx.now.getTime()) return silence(tx, talk, task)
}
const lastResult = async (tx: Tx, talk: store.TalkRow) => (await store.tries(tx, talk.id)).at(-1)?.result

async function sendLink(tx: Tx, talk: store.TalkRow, task: TalkTask): Promise<void> {
  const [reporter, proposal, found] = [await reporterOf(tx, talk.caseId), await currentProposal(tx, talk.caseId), (await holdCase(tx, talk.caseId))!]
  if (!reporter?.writable || !proposal) return backToDesk(tx, talk, task, 'no_way')
  const loop = (await topicById(tx, found.topicId))?.loop
  const days = loop?.silenceAgreesAfterDays ?? null
  const waits = days ?? 5
  const silenceAgrees = neverBySilence(proposal, days) === undefined
  const answerBy = (await workDaysAfter(tx, found.leadId, waits, tx.now, 'end_of_day')) ?? new Date(tx.now.getTime() + waits * 24 * 60 * 60_000)
  const untilDays = Math.ceil((answerBy.getTime() - tx.now.getTime()) / (24 * 60 * 60_000)) + 30
  const link = await makeLink(tx, { caseId: talk.caseId, purpose: 'agree', proposalId: proposal.id, person: { kind: 'reporter' }, untilDays })
  const fact = `agree-link:${talk.id}:${(await store.tries(tx, talk.id)).length}`
  const { zone } = await municipality(tx)
  await tellCitizens(tx, { caseId: talk.caseId, fact, template: linkTemplate(proposal, silenceAgrees), fields: { gun: dayText(civil(answerBy, zone).day) }, link, to: 'reporter' })
  await store.setLink(tx, talk.id, { fact, answerBy, silenceAgrees })
  await sleepTalk(tx, task, answerBy, 'link_sent')
  await talkChanged(tx, talk)
}
/** The time that the topic states is over. Her silence is a yes only where it was announced, and only if the question reached her. */
async function silence(tx: Tx, talk: store.TalkRow, task: TalkTask): Promise<void> {
  const proposal = await currentProposal(tx, talk.caseId)
  if (!talk.linkFact || !proposal || !(await arrived(tx, talk.linkFact, task.person))) return backToDesk(tx, talk, task, 'link_failed')
  const never = neverBySilence(proposal, talk.silenceAgrees ? 1 : null)
  if (never) return backToDesk(tx, talk, task, never)
  await answerProposal(tx, { caseId: talk.caseId, answer: 'agreed', how: 'silence' })
}
/** The desk must decide: it calls again, or a supervisor closes. */
async function backToDesk(tx: Tx, talk: store.TalkRow, task: TalkTask, why: NonNullable<store.TalkRow['why']>): Promise<void> {
  await store.setAwaiting(tx, talk.id, { status: 'desk', nextAt: null, why })
  await giveToDesk(tx, talk, task)
  await talkChanged(tx, talk)
}
/** Each in a transaction of its own: one that cannot be done does not hold up the others. */
export async function watchTalks(db: Db): Promise<void> {
  for (let last: store.TalkRow['id'] | null = null; ;) {
    const next: { id: store.TalkRow['id']; caseId: CaseId } | undefined = await db.transaction(system('agreement'), (tx) => store.awaited(tx, last))
    if (!next) return
    last = next.id
    await db.transaction(system('agreement'), (tx) => goOn(tx, next.caseId))
  }
}
