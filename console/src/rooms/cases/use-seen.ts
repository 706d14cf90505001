import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { casesApi, type CaseRow } from '../../../../contracts/cases.ts'
import { call } from '../../client.ts'
import { dropMention } from '../../shell/mentions.ts'

/** Marks a case as read once it has been on the screen for so long. */
export function useSeen(row: Pick<CaseRow, 'id' | 'unread' | 'mentioned'> | undefined, afterMs: number): void {
  const queries = useQueryClient()
  const id = row && (row.unread || row.mentioned) ? row.id : null
  useEffect(() => {
    if (!id) return
    const timer = setTimeout(() => {
      dropMention(id)
      call(casesApi.markSeen, { caseId: id }).then(() => queries.invalidateQueries({ queryKey: [casesApi.inbox.path] }), () => undefined)
    }, afterMs)
    return () => clearTimeout(timer)
  }, [id, afterMs, queries])
}
