/** After a change everything that shows the case asks anew. */
import { useQueryClient } from '@tanstack/react-query'
import { casesApi, type CasePage } from '../../../../contracts/cases.ts'

export function useChange(page: Pick<CasePage, 'id'>) {
  const queries = useQueryClient()
  return () => Promise.all([queries.invalidateQueries({ queryKey: [casesApi.casePage.path, { caseId: page.id }] }), queries.invalidateQueries({ queryKey: [casesApi.inbox.path] })])
}
