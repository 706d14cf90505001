/** The list on the screen: pages of the desk's answer, held still, with the counts always fresh. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { casesApi, type Inbox } from '../../../../contracts/cases.ts'
import { call } from '../../client.ts'
import { asked, type InboxFilters } from './filters.ts'
import { adopt, hold, type HeldRow } from './held.ts'

export function useInbox(filters: InboxFilters) {
  const given = asked(filters)
  const key = JSON.stringify(given)
  const query = useInfiniteQuery({
    queryKey: [casesApi.inbox.path, given] as const,
    queryFn: ({ pageParam, signal }) => call(casesApi.inbox, { ...given, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Inbox) => last.next ?? undefined,
    // What is on the screen stays while the next answer is on its way, and says that it is old.
    placeholderData: (before: { pages: Inbox[]; pageParams: (string | undefined)[] } | undefined) => before,
  })
  const { data, isPlaceholderData } = query
  const fresh = useMemo(() => data?.pages.flatMap((p) => p.rows) ?? [], [data])
  const pages = data?.pages.length ?? 0
  const [shown, setShown] = useState<{ key: string; pages: number; rows: HeldRow[] }>({ key: '', pages: 0, rows: [] })

  // Other filters or one page more: asked for by the person, so shown at once; and an empty list has nothing to move.
  const asker = !isPlaceholderData && data !== undefined && (shown.key !== key || shown.pages !== pages || (shown.rows.length === 0 && fresh.length > 0))
  if (asker) {
    const more = shown.key === key && pages > shown.pages && shown.pages > 0
    setShown({ key, pages, rows: more ? [...shown.rows, ...adopt(fresh.filter((r) => !shown.rows.some((s) => s.id === r.id)))] : adopt(fresh) })
  }
  const held = useMemo(() => (isPlaceholderData ? { rows: shown.rows, arrivals: 0 } : hold(shown.rows, fresh)), [shown, fresh, isPlaceholderData])
  return {
    ...held, counts: data?.pages[0]?.counts ?? null, query, stale: isPlaceholderData || query.isError,
    showArrivals: () => setShown({ key, pages, rows: adopt(fresh) }),
  }
}
