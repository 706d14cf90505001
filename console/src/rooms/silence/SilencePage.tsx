/** Whose citizen waits for a word, who owes it, and until when: what runs out first stands first. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { BellRing, CalendarCheck, PhoneOutgoing, Printer, TriangleAlert, type LucideIcon } from 'lucide-react'
import { Badge, Button, EmptyState, Select, Since, State, Table, type TableColumn, type Tone } from '@akmasa/ui'
import { silenceApi, type SilentCase } from '../../../../contracts/silence.ts'
import { Due } from '../../Due.tsx'
import { Finder } from '../../Finder.tsx'
import { Answered, askingPages } from '../../listing.tsx'
import { useDirectorates } from '../../lists.ts'
import { useMe } from '../../session.tsx'
import { useName, useText } from '../../text.ts'
import { which, type SilenceFilters } from './filters.ts'

const looks: Record<SilentCase['stage'], { tone: Tone; icon: LucideIcon }> = {
  calm: { tone: 'neutral', icon: CalendarCheck }, asked: { tone: 'info', icon: BellRing }, call: { tone: 'warning', icon: PhoneOutgoing }, over: { tone: 'danger', icon: TriangleAlert },
}
export function SilencePage() {
  const t = useText(), name = useName(), me = useMe(), filters = useSearch({ from: '/desk/silence' }), navigate = useNavigate(), directorates = useDirectorates()
  const set = (part: SilenceFilters) => void navigate({ to: '/silence', search: { ...filters, ...part }, replace: true })
  const query = useInfiniteQuery({ ...askingPages(silenceApi.silences, which(filters)), placeholderData: keepPreviousData })
  const pages = query.data?.pages
  type Row = SilentCase & { id: string }
  const columns: TableColumn<Row>[] = [
    { id: 'stage', name: t('silence.column.stage'), width: '170px', cell: (row) => <Badge tone={looks[row.stage].tone} icon={looks[row.stage].icon}>{t(`silence.stage.${row.stage}`)}</Badge> },
    { id: 'number', name: t('silence.column.number'), width: '120px', rowHeader: true, cell: (row) => <span className="number">{row.number}</span> },
    { id: 'topic', name: t('silence.column.topic'), cell: (row) => <span className="cut">{name(row.topic)}{row.place && <span className="meta"> {row.place}</span>}</span> },
    { id: 'owes', name: t('silence.column.owes'), cell: (row) => <span className="cut">{row.owes === 'desk' ? t('silence.owes.desk') : row.lead ? name(row.lead.name) : t('silence.owes.directorate')}</span> },
    { id: 'since', name: t('silence.column.since'), width: '130px', cell: (row) => <Since at={row.since} /> },
    { id: 'due', name: t('silence.column.due'), width: '150px', cell: (row) => <Due at={row.dueAt} /> },
    { id: 'status', name: t('silence.column.status'), width: '190px', cell: (row) => <State state={row.status} /> },
  ]
  return (
    <div className="page">
      <div className="spread"><h1>{t('silence.title')}</h1><Button small look="quiet" className="no-print" onPress={() => window.print()}><Printer aria-hidden />{t('shared.print')}</Button></div>
      <p className="hint">{t('silence.about')}</p>
      <div className="line no-print">
        <Select label={t('silence.show')} value={filters.view ?? 'asked'} onChange={(view) => set({ view: view === 'over' || view === 'all' ? view : undefined })} options={(['asked', 'over', 'all'] as const).map((id) => ({ id, name: t(`silence.view.${id}`) }))} />
        <Select label={t('silence.column.owes')} value={filters.owes ?? 'any'} onChange={(owes) => set({ owes: owes === 'desk' || owes === 'directorate' ? owes : undefined })} options={[{ id: 'any', name: t('shared.all') }, { id: 'directorate', name: t('silence.owes.directorate') }, { id: 'desk', name: t('silence.owes.desk') }]} />
        {!me.directorate && <Finder label={t('silence.directorate')} options={directorates.map((one) => ({ id: one.id, name: name(one.name) }))} value={filters.directorateId ?? null} onChoose={(id) => set({ directorateId: id ?? undefined })} />}
      </div>
      <Answered of={{ data: pages, error: query.error, refetch: query.refetch, isPlaceholderData: query.isPlaceholderData }}>
        {(all) => {
          const rows = all.flatMap((page) => page.rows).map((row) => ({ ...row, id: row.caseId }))
          if (!rows.length) return <EmptyState title={t(`silence.empty.${filters.view ?? 'asked'}`)}>{t('silence.emptyWords')}</EmptyState>
          return (
            <>
              <Table label={t('silence.title')} columns={columns} rows={rows} rowText={(row) => row.number} onOpen={(row) => void navigate({ to: '/cases/$caseId', params: { caseId: row.caseId } })} />
              {query.hasNextPage && <div className="actions no-print"><Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>{t('shared.more')}</Button></div>}
            </>
          )
        }}
      </Answered>
    </div>
  )
}
