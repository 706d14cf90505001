/** The directorate's inbox: what runs out first, held still under the eye, walked by keys. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Button, EmptyState, Notice, Select, Skeleton, TextField } from '@akmasa/ui'
import type { CaseId } from '../../../../contracts/cases.ts'
import { announce } from '../../shell/announce.tsx'
import { Failed } from '../../shell/pages.tsx'
import { useText } from '../../text.ts'
import { useSlow } from '../../use-slow.ts'
import { narrowing, type InboxFilters } from './filters.ts'
import { InboxSide } from './InboxSide.tsx'
import { InboxTable } from './InboxTable.tsx'
import { Preview } from './Preview.tsx'
import { useInbox } from './use-inbox.ts'
import { rememberVisible } from './visible.ts'
import './cases.css'

export function InboxPage() {
  const t = useText(), navigate = useNavigate(), filters = useSearch({ from: '/desk/inbox' })
  const { rows, arrivals, counts, query, stale, showArrivals } = useInbox(filters)
  const chosen = rows.find((r) => r.id === filters.case) ?? null

  const set = (next: InboxFilters) => void navigate({ to: '/inbox', search: next, replace: true })
  const choose = (id: string | null) => set({ ...filters, case: id ?? undefined })
  const open = (id: CaseId) => { rememberVisible(rows.map((r) => r.id)); void navigate({ to: '/cases/$caseId', params: { caseId: id } }) }
  useEffect(() => { if (arrivals) announce(t('cases.inbox.arrivals', { count: arrivals })) }, [arrivals, t])

  return (
    <div className={chosen ? 'inbox with-preview' : 'inbox'}>
      <InboxSide filters={filters} counts={counts} onChange={set} />
      <section className="inbox-list" data-region="list" aria-label={t('cases.inbox.list')}>
        <div className="inbox-head no-print">
          <h1>{t('cases.inbox.title')}</h1>
          <Search value={filters.q ?? ''} onChange={(q) => set({ ...filters, q: q || undefined })} />
          <Select className="sort" label={t('cases.inbox.sort')} hideLabel value={filters.sort ?? 'due'} onChange={(v) => set({ ...filters, sort: v === 'newest' ? 'newest' : undefined })} options={[{ id: 'due', name: t('cases.inbox.sortDue') }, { id: 'newest', name: t('cases.inbox.sortNewest') }]} />
          <span className="arrivals">{arrivals > 0 && <Button small look="primary" onPress={showArrivals}>{t('cases.inbox.arrivals', { count: arrivals })}</Button>}</span>
        </div>
        {query.isError && !rows.length ? <Failed problem={query.error} retry={() => void query.refetch()} /> : (
          <>
            {query.isError && <Notice tone="warning">{t('shared.stale')}</Notice>}
            {query.isPending ? <div className="page"><Skeleton lines={10} /></div> : (
              <div className={stale ? 'inbox-rows stale' : 'inbox-rows'} aria-busy={query.isFetching}>
                <InboxTable rows={rows} chosen={chosen?.id ?? null} onChoose={choose} onOpen={open} empty={<Empty filtered={narrowing(filters) > 0} onClear={() => set({ view: filters.view })} />} />
                {query.hasNextPage && <div className="line more no-print"><Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>{t('shared.more')}</Button></div>}
              </div>
            )}
          </>
        )}
      </section>
      {chosen && <Preview key={chosen.id} row={chosen} onOpen={() => open(chosen.id)} onClose={() => choose(null)} />}
    </div>
  )
}

/** Typed at once, asked after a pause. */
function Search({ value, onChange }: { value: string; onChange: (q: string) => void }) {
  const t = useText(), [typed, setTyped] = useState(value), slow = useSlow(typed, 300)
  useEffect(() => { if (slow.trim() !== value) onChange(slow.trim()) }, [slow]) // only the pause counts
  // Cleared elsewhere, or another address opened.
  useEffect(() => { if (value !== slow.trim()) setTyped(value) }, [value]) // only what came from outside
  return <TextField className="search" label={t('cases.inbox.search')} hideLabel placeholder={t('cases.inbox.search')} type="search" value={typed} onChange={setTyped} maxLength={120} />
}

function Empty({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const t = useText()
  return filtered
    ? <EmptyState title={t('cases.inbox.empty.filtered')} action={<Button onPress={onClear}>{t('cases.inbox.clear')}</Button>}>{t('cases.inbox.empty.filteredWords')}</EmptyState>
    : <EmptyState title={t('cases.inbox.empty.title')}>{t('cases.inbox.empty.words')}</EmptyState>
}
