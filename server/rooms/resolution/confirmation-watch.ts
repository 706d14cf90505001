/** Looks what her silence means: half-way she is asked once more, after the stated days the case is closed by the rule. */
import type { CaseId } from '../../../contracts/cases.ts'
import type { ConfirmationId } from '../../../contracts/confirmation.ts'
import { system } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { holdCase, makeMove } from '../cases/index.ts'
import { askedSince, tellCitizens } from '../contact/index.ts'
import { municipality } from '../identity/index.ts'
import { lastDayText } from './confirm-days.ts'
import { confirmDaysOf, linkDays } from './confirmation.ts'
import * as store from './confirmation.store.ts'
import { makeLink } from './links.ts'

const by = system('resolution.confirmations')
/** One transaction each, so that one that fails holds back no other. */
export async function watchConfirmations(db: Db): Promise<void> {
  const due = await db.transaction(by, (tx) => store.dueRounds(tx, 500))
  for (const one of due) await db.transaction(by, (tx) => look(tx, one))
}

async function look(tx: Tx, { id, caseId }: { id: ConfirmationId; caseId: CaseId }): Promise<void> {
  const found = await holdCase(tx, caseId)
  // Asked behind the lock: she may have answered meanwhile.
  const round = await store.newestRound(tx, caseId)
  if (!found || round?.id !== id || round.answer !== null || !round.until || found.status !== 'awaiting_confirmation') return
  const link = async () => makeLink(tx, { caseId, purpose: 'confirm', moveId: round.moveId, person: { kind: 'reporter' }, untilDays: linkDays(days) })
  const days = await confirmDaysOf(tx, found)
  const { zone } = await municipality(tx)
  if (Date.parse(round.until) > tx.now.getTime()) {
    await store.markReminded(tx, id)
    // Goes by the quiet hours like every word that is not urgent, and is no news.
    return void (await tellCitizens(tx, { caseId, fact: `confirm-remind:${id}`, template: 'confirm-remind', to: 'reporter', trueNews: false, link: await link(), fields: { gun: lastDayText(new Date(round.until), zone) } }))
  }
  // Whom nobody has called was not asked: the call stays owed.
  if (round.askedBy === 'call' && !(await askedSince(tx, caseId, 'confirm', round.askedAt))) return
  const moved = await makeMove(tx, { caseId, move: 'confirm_by_rule', facts: { because: round.askedBy === 'nobody' ? 'unreachable' : 'silence', days } })
  await store.putAnswer(tx, id, { answer: 'silence', how: 'rule', words: null, photo: null, answerMoveId: moved.id })
  if (round.askedBy === 'sms' || round.askedBy === 'mail') await tellCitizens(tx, { caseId, fact: `move:${moved.id}`, template: 'confirm-closed', to: 'reporter', link: await link() })
}
