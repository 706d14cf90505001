/** Every call, one row each. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Siren } from 'lucide-react'
import { Badge, Button, Checkbox, DateField, dayOf, EmptyState, Select, showPhone, Table, TextField, Time, useZone, type TableColumn } from '@akmasa/ui'
import { callsApi, CallResult, type Call } from '../../../../contracts/calls.ts'
import { Answered, askingPages, useTyped } from '../../listing.tsx'
import { useMay } from '../../session.tsx'
import { useName, useText } from '../../text.ts'
import { useArrivals } from './arrivals.ts'
import { asked, narrowing, type CallFilters } from './filters.ts'
import { Length, OtherSide, ResultBadge } from './CallWords.tsx'
import { otherNumber, talked, waited } from './times.ts'
import './calls.css'

const everything = 'all'
const dayMs = 24 * 60 * 60_000

export function CallsPage() {
  const t = useText(), filters = useSearch({ from: '/desk/calls' }), navigate = useNavigate()
  const question = askingPages(callsApi.calls, asked(filters))
  const query = useInfiniteQuery({ ...question, placeholderData: keepPreviousData })
  const rows = query.data?.pages.flatMap((p) => p.rows)
  const arrivals = useArrivals(query.isPlaceholderData ? undefined : rows, JSON.stringify(question.queryKey))
  const shown = query.isPlaceholderData ? (rows ?? []) : arrivals.shown
  const put = (search: CallFilters) => void navigate({ to: '/calls', search, replace: true })
  const open = (call: Call) => void navigate({ to: '/calls/$callId', params: { callId: call.id } })
  const columns = useColumns()
  const empty = narrowing(filters)
    ? <EmptyState title={t('calls.list.narrowed')} action={<Button onPress={() => put({})}>{t('calls.list.clear')}</Button>}>{t('calls.list.narrowedWords')}</EmptyState>
    : <EmptyState title={t('calls.list.empty')}>{t('calls.list.emptyWords')}</EmptyState>
  return (
    <div className="page">
      <h1>{t('calls.list.title')}</h1>
      <Filters filters={filters} put={put} />
      <Answered of={query}>
        {() => (
          <div className="panel list-panel">
            {arrivals.held > 0 && <Button look="quiet" className="arrivals-row" onPress={arrivals.letIn}>{t('calls.list.arrived', { count: arrivals.held })}</Button>}
            {shown.length === 0 ? empty : <Table label={t('calls.list.table')} columns={columns} rows={shown} onOpen={open} rowText={(c) => showPhone(otherNumber(c)) || t('calls.hidden')} />}
            {query.hasNextPage && <div className="list-foot"><Button onPress={() => void query.fetchNextPage()} isPending={query.isFetchingNextPage}>{t('shared.more')}</Button></div>}
          </div>
        )}
      </Answered>
    </div>
  )
}

function Filters({ filters, put }: { filters: CallFilters; put: (f: CallFilters) => void }) {
  const t = useText(), zone = useZone(), may = useMay()
  const [typed, setTyped] = useTyped(filters.q ?? '', (q) => put({ ...filters, q: q || undefined }))
  const day = (before: number) => dayOf(new Date(Date.now() - before * dayMs), zone)
  const choices = [{ id: everything, name: t('shared.all') }, ...CallResult.options.map((r) => ({ id: r, name: t(`calls.result.${r}`) }))]
  return (
    <div className="filters" role="search">
      <TextField label={t('calls.list.number')} type="search" placeholder={t('calls.list.numberHint')} value={typed} onChange={setTyped} maxLength={40} />
      <Select label={t('calls.list.result')} options={choices} value={filters.result ?? everything} onChange={(id) => put({ ...filters, result: CallResult.safeParse(id).data })} />
      <DateField label={t('calls.list.day')} value={filters.day ?? null} onChange={(d) => put({ ...filters, day: d ?? undefined })} />
      <Button look="quiet" onPress={() => put({ ...filters, day: day(0) })}>{t('calls.list.today')}</Button>
      <Button look="quiet" onPress={() => put({ ...filters, day: day(1) })}>{t('calls.list.yesterday')}</Button>
      {may('call.take') && <Checkbox isSelected={filters.mine ?? false} onChange={(on) => put({ ...filters, mine: on || undefined })}>{t('calls.list.mine')}</Checkbox>}
      {narrowing(filters) > 0 && <Button look="quiet" onPress={() => put({})}>{t('calls.list.clear')}</Button>}
    </div>
  )
}

function useColumns(): TableColumn<Call>[] {
  const t = useText(), name = useName()
  return [
    { id: 'when', name: t('calls.column.when'), width: '136px', className: 'narrow-hidden', cell: (c) => <Time at={c.arrivedAt} /> },
    {
      id: 'who', name: t('calls.column.who'), rowHeader: true,
      cell: (c) => (
        <span className="two-lines">
          <span className="who-line">{c.emergency && <Badge tone="emergency" icon={Siren}>{t('calls.emergency')}</Badge>}<OtherSide call={c} /></span>
          <span className="narrow-only meta"><Time at={c.arrivedAt} /></span>
        </span>
      ),
    },
    { id: 'result', name: t('calls.column.result'), width: '208px', cell: (c) => <ResultBadge result={c.result} /> },
    { id: 'line', name: t('calls.column.line'), width: '14%', className: 'narrow-hidden mid-hidden', cell: (c) => (c.direction === 'out' ? null : c.line ? name(c.line) : showPhone(c.dialled)) },
    { id: 'staff', name: t('calls.column.staff'), width: '14%', className: 'narrow-hidden', cell: (c) => c.staffName },
    { id: 'waited', name: t('calls.column.waited'), width: '80px', className: 'narrow-hidden', cell: (c) => <Length call={c} of={waited} /> },
    { id: 'talked', name: t('calls.column.talked'), width: '80px', className: 'narrow-hidden', cell: (c) => <Length call={c} of={talked} /> },
    { id: 'cases', name: t('calls.column.cases'), width: '112px', className: 'narrow-hidden', cell: (c) => <span className="number">{c.cases.map((k) => k.number).join(', ')}</span> },
    { id: 'recorded', name: t('calls.column.recorded'), width: '88px', className: 'narrow-hidden mid-hidden', cell: (c) => (c.recorded ? t('calls.recorded') : null) },
  ]
}
