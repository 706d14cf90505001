/** The proposal of a case: asked once for every panel that shows it, and anew after a change. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { CaseId } from '../../../../contracts/cases.ts'
import { proposalsApi } from '../../../../contracts/proposals.ts'
import { asking } from '../../client.ts'
import { useChange } from '../cases/use-change.ts'

export const useProposal = (caseId: CaseId) => useQuery(asking(proposalsApi.proposalPage, { caseId }))
export function useProposalChange(caseId: CaseId) {
  const queries = useQueryClient(), changed = useChange({ id: caseId })
  return () => Promise.all([changed(), queries.invalidateQueries({ queryKey: [proposalsApi.proposalPage.path, { caseId }] }), queries.invalidateQueries({ queryKey: [proposalsApi.approvals.path] })])
}
