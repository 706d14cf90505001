/** The proposal of a case as its page shows it. */
import type { CaseId } from '../../../contracts/cases.ts'
import { isActive } from '../../../contracts/moves.ts'
import type { ProposalPage } from '../../../contracts/proposals.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { decidersOf, mayDecide, office } from './approvals.ts'
import { listener } from './proposals.ts'
import { templatesFor } from './proposals.settings.store.ts'
import * as store from './proposals.store.ts'

export async function proposalPage(tx: Tx, { caseId }: { caseId: CaseId }, by: Actor): Promise<ProposalPage> {
  const found = await store.caseBrief(tx, caseId)
  if (!found) throw new Refusal('case.not_found')
  const all = await store.proposalsOf(tx, caseId), at = await office(tx)
  const proposal = all.find((one) => one.status !== 'withdrawn') ?? null
  const tasks = await store.tasks(tx, caseId)
  const mine = tasks.find((task) => task.directorateId === by.directorateId)
  const deciders = proposal ? decidersOf(proposal, at) : []
  const waits = proposal?.status === 'submitted' && found.status === 'awaiting_approval'
  const draft = mine && isActive(mine.status) ? await store.draft(tx, caseId, mine.directorateId) : undefined
  return {
    proposal, earlier: all.filter((one) => one.id !== proposal?.id && one.parts.length > 0),
    tasks: tasks.map((task) => ({ ...task, hasPeople: at.people.some((person) => person.directorateId === task.directorateId) })),
    draft: draft ?? null, templates: mine ? await templatesFor(tx, found.topicId) : [], ...(await listener(tx, { id: found.id, kind: found.kind })),
    comments: await store.comments(tx, caseId), wordings: proposal ? await store.wordings(tx, proposal.id) : [],
    deciders: deciders.filter((one) => one.status === 'waiting'), mine: waits && deciders.some((one) => one.status === 'waiting' && mayDecide(one, by)), say: waits && deciders.some((one) => mayDecide(one, by)),
  }
}
