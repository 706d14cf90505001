import type { proposalsApi } from '../../../contracts/proposals.ts'
import type { Handlers } from '../../platform/http/operations.ts'
import { approvals, approveMany, approveProposal, rewordProposal, sendBackProposal, setAbsence } from './approvals.ts'
import { proposalPage } from './proposals.page.ts'
import { commentProposal, proposePart, revisePart, savePartDraft, submitProposal } from './proposals.ts'
import { undoMove } from './undoing.ts'

/** One handler per operation; leave one out and this file stops compiling. */
export const proposalsRoutes: Handlers<typeof proposalsApi> = {
  proposalPage, savePartDraft, proposePart, revisePart, submitProposal,
  approvals, approveProposal, approveMany, sendBackProposal, rewordProposal, commentProposal, setAbsence, undoMove,
}
