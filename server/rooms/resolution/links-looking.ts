/** What stands behind a citizen's link now. Looking changes nothing: messages are opened by scanners too. */
import type { CaseNow } from '../../../contracts/confirmation.ts'
import { notFixedWithinDays } from '../../../contracts/confirmation.ts'
import type { Proposal } from '../../../contracts/proposals.ts'
import type { Tx } from '../../platform/db.ts'
import { type HeldCase, holdCase, newestMove, toBeTold } from '../cases/index.ts'
import { municipality } from '../identity/index.ts'
import { endOfDays } from './confirm-days.ts'
import * as store from './confirmation.store.ts'
import { type LinkRow, linkOf } from './links.ts'
import { isNewest, type Purpose } from './links.store.ts'
import { currentProposal } from './proposals.ts'

export type Look =
  | { is: 'unknown' }
  /** Too old to show anything of the case; said to be another's. */
  | { is: 'over'; link: LinkRow } | { is: 'not_hers'; link: LinkRow }
  | { is: 'asks'; link: LinkRow; now: CaseNow; /** Of `agree`. */ proposal: Proposal | null }
  | { is: 'now'; link: LinkRow; now: CaseNow; /** What she has answered by it, or what was recorded for her. */ answer: string | null; mayReopen: boolean; mayMark: boolean; mark: number | null }
export type Known = Exclude<Look, { is: 'unknown' }>

/** The case is held meanwhile, so that what follows from the look is still true. */
export async function look(tx: Tx, purpose: Purpose, token: string): Promise<Look> {
  const link = await linkOf(tx, purpose, token)
  const found = link && (await holdCase(tx, link.caseId))
  if (!link || !found) return { is: 'unknown' }
  if (link.notHersAt) return { is: 'not_hers', link }
  if (Date.parse(link.until) <= tx.now.getTime()) return { is: 'over', link }
  const proposal = (await currentProposal(tx, link.caseId)) ?? null
  const now = await caseNow(tx, found, proposal)
  return purpose === 'agree' ? agreeing(link, found, now, proposal) : confirming(tx, link, found, now)
}
function agreeing(link: LinkRow, found: HeldCase, now: CaseNow, proposal: Proposal | null): Look {
  const asks = found.status === 'discussing' && proposal?.id === link.fact && proposal.status === 'approved'
  if (asks) return { is: 'asks', link, now, proposal }
  const mine = proposal?.id === link.fact ? proposal.status : null
  return { is: 'now', link, now, answer: mine, mayReopen: false, mayMark: false, mark: null }
}
async function confirming(tx: Tx, link: LinkRow, found: HeldCase, now: CaseNow): Promise<Look> {
  const round = await store.roundOfMove(tx, link.fact)
  const newest = await isNewest(tx, link)
  if (round && newest && round.answer === null && (found.status === 'resolved' || found.status === 'awaiting_confirmation')) return { is: 'asks', link, now, proposal: null }
  const last = await store.newestRound(tx, link.caseId)
  const answer = newest ? (last?.answer ?? null) : null
  const marked = last && newest ? await store.satisfactionOf(tx, last.id) : undefined
  return {
    is: 'now', link, now, answer, mark: marked?.mark ?? null,
    mayReopen: newest && found.status === 'closed' && (await endedLately(tx, link)), mayMark: !marked && (answer === 'fixed' || answer === 'not_fixed'),
  }
}
async function endedLately(tx: Tx, { caseId }: LinkRow): Promise<boolean> {
  const move = await newestMove(tx, caseId)
  const { zone } = await municipality(tx)
  return move !== undefined && endOfDays(new Date(move.at), notFixedWithinDays, zone) > tx.now
}

async function caseNow(tx: Tx, found: HeldCase, proposal: Proposal | null): Promise<CaseNow> {
  const word = (await toBeTold(tx, found.id))!
  const agreed = proposal && ['approved', 'agreed'].includes(proposal.status) ? proposal.plain : null
  return {
    number: found.number, topic: word.topic, place: word.place, status: found.status, openedAt: word.openedAt, dueAt: found.dueAt, lead: word.lead,
    waits: found.waitsFor ? { for: found.waitsFor, until: found.waitsUntil } : null,
    joined: found.duplicateOf ? ((await toBeTold(tx, found.duplicateOf))?.number ?? null) : null,
    institution: found.status === 'handed_over' ? word.institution : null, plan: agreed && proposal?.kind === 'solution' ? { tr: agreed.tr, en: agreed.en } : null,
  }
}
