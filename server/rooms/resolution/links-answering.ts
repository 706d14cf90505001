/** What a citizen answers by her link, pressed by a button. What is pressed twice, or too late, changes nothing: she reads how it is. */
import { type Answer, isOpenTalk } from '../../../contracts/agreement.ts'
import type { AttachmentId } from '../../../contracts/cases.ts'
import type { Actor } from '../../platform/actor.ts'
import { audit } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { attach, type Files } from '../cases/index.ts'
import { numberNotHers, talkNumber, talkTask, talkToDesk } from '../contact/index.ts'
import { answerProposal, talkChanged } from './agreement.ts'
import * as talks from './agreement.store.ts'
import { answerConfirmation, markIt } from './confirmation.ts'
import * as store from './confirmation.store.ts'
import { type Look, look } from './links-looking.ts'
import * as links from './links.store.ts'

type Photo = { name: string; bytes: Buffer }
/** To the proposal. False: the question was not open any more. */
export async function answerOffer(tx: Tx, token: string, given: { answer: Answer; words?: string | undefined }): Promise<boolean> {
  const seen = await look(tx, 'agree', token)
  if (seen.is !== 'asks') return false
  await answerProposal(tx, { caseId: seen.link.caseId, ...given, how: 'link' })
  return answered(tx, seen, given.answer)
}
/** Is it done? “Not fixed” may come after the end too. */
export async function answerDone(tx: Tx, files: Files, token: string, given: { answer: 'fixed' } | { answer: 'not_fixed'; words: string; photo?: Photo | undefined }, by: Actor): Promise<boolean> {
  const seen = await look(tx, 'confirm', token)
  const open = seen.is === 'asks' || (seen.is === 'now' && seen.mayReopen && given.answer === 'not_fixed')
  if (!open) return false
  const { caseId } = seen.link
  const photo = given.answer === 'not_fixed' && given.photo ? newId<AttachmentId>() : undefined
  if (given.answer === 'not_fixed' && given.photo && photo) await attach(tx, files, { caseId, id: photo, name: given.photo.name, file: given.photo.bytes }, by)
  await answerConfirmation(tx, { caseId, answer: given.answer, how: 'link', photo, ...(given.answer === 'not_fixed' && { words: given.words }) })
  return answered(tx, seen, given.answer)
}
export async function markDone(tx: Tx, token: string, given: { mark: number; words?: string | undefined }): Promise<boolean> {
  const seen = await look(tx, 'confirm', token)
  if (seen.is !== 'now' || !seen.mayMark) return false
  await markIt(tx, { caseId: seen.link.caseId, ...given, how: 'link' })
  await audit(tx, 'link.marked', { caseId: seen.link.caseId, linkId: seen.link.id })
  return true
}
async function answered(tx: Tx, { link }: Exclude<Look, { is: 'unknown' }>, answer: string): Promise<true> {
  await links.markAnswered(tx, link.id)
  await audit(tx, 'link.answered', { caseId: link.caseId, linkId: link.id, answer })
  return true
}

/** The number, or the address, is another person's now. Her silence means nothing any more: she was never asked. */
export async function notHers(tx: Tx, purpose: links.Purpose, token: string): Promise<boolean> {
  const seen = await look(tx, purpose, token)
  if (seen.is !== 'asks' && seen.is !== 'now') return false
  const { caseId, person, id } = seen.link
  await numberNotHers(tx, { caseId })
  await links.markNotHers(tx, caseId, person)
  await audit(tx, 'link.not_hers', { caseId, linkId: id })
  const round = await store.newestRound(tx, caseId)
  if (round && round.answer === null) await store.setUntil(tx, round.id, null)
  const talk = await talks.talkOfCase(tx, caseId)
  const task = talk && isOpenTalk(talk.status) ? await talkTask(tx, talk.taskId) : undefined
  if (!talk || !task) return true
  await talks.setAwaiting(tx, talk.id, { status: 'desk', nextAt: null, why: 'wrong_number' })
  await talkNumber(tx, task, null)
  await talkToDesk(tx, task)
  await talks.toDesk(tx, talk.id)
  await talkChanged(tx, talk)
  return true
}
