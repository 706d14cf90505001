/** The register: what must be answered by law, the nearest last day first. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Download, Plus, Printer } from 'lucide-react'
import { Button, Checkbox, Chips, dayOf, EmptyState, Select, Table, TextField, useZone, type TableColumn } from '@akmasa/ui'
import { DirectorateId } from '../../../../contracts/identity.ts'
import { Statute, statutoryApi, type StatutoryList, type StatutoryRow } from '../../../../contracts/statutory.ts'
import { call } from '../../client.ts'
import { Answered, askingPages, useTyped } from '../../listing.tsx'
import { useDirectorates } from '../../lists.ts'
import { useMay, useMe } from '../../session.tsx'
import { announce } from '../../shell/announce.tsx'
import { useLanguage, useName, useText } from '../../text.ts'
import { csv } from '../insights/figures.ts'
import { Clock } from './Clock.tsx'
import { clockWords } from './clock-words.ts'
import { dayWords, monthWords } from './days.ts'
import { months, type StatutoryFilters } from './filters.ts'
import './statutory.css'

const any = 'all'
export function StatutoryPage() {
  const t = useText(), may = useMay(), filters = useSearch({ from: '/desk/statutory' }), navigate = useNavigate()
  const put = (search: StatutoryFilters) => void navigate({ to: '/statutory', search, replace: true })
  const { overdue, ...rest } = filters, asked = { ...rest, ...(overdue && { overdue: 'true' as const }) }
  const query = useInfiniteQuery({ ...askingPages(statutoryApi.statutoryList, asked), placeholderData: keepPreviousData })
  const narrowed = Boolean(filters.statute || filters.directorateId || filters.overdue || filters.month || filters.q)
  return (
    <div className="page statutory">
      <div className="spread">
        <h1>{t('statutory.title')}</h1>
        <div className="line no-print">
          {may('case.open') && <Link to="/statutory/new" className="button primary"><Plus aria-hidden />{t('statutory.list.new')}</Link>}
          <Save filters={asked} />
          <Button onPress={() => print()}><Printer aria-hidden />{t('statutory.list.print')}</Button>
        </div>
      </div>
      <Filters filters={filters} put={put} />
      <Answered of={query}>
        {({ pages }) => {
          const [first] = pages as [StatutoryList], rows = pages.flatMap((page) => page.rows)
          return (
            <div className="stack">
              <dl className="statutory-counts" aria-label={t('statutory.list.counts')}>{(Object.keys(first.counts) as (keyof StatutoryList['counts'])[]).map((key) => <div key={key} className={key === 'overdue' && first.counts[key] > 0 ? 'late' : undefined}><dt>{t(`statutory.list.count.${key}`)}</dt><dd className="number">{first.counts[key]}</dd></div>)}</dl>
              {rows.length === 0
                ? <EmptyState title={t(narrowed ? 'statutory.list.filtered' : 'statutory.list.empty')} action={narrowed ? <Button onPress={() => put(filters.show ? { show: filters.show } : {})}>{t('statutory.list.clear')}</Button> : undefined}>{t(narrowed ? 'statutory.list.filteredWords' : 'statutory.list.emptyWords')}</EmptyState>
                : <Rows rows={rows} />}
              {query.hasNextPage && <div className="list-foot no-print"><Button onPress={() => void query.fetchNextPage()} isPending={query.isFetchingNextPage}>{t('shared.more')}</Button></div>}
            </div>
          )
        }}
      </Answered>
    </div>
  )
}

function Filters({ filters, put }: { filters: StatutoryFilters; put: (f: StatutoryFilters) => void }) {
  const t = useText(), name = useName(), language = useLanguage(), me = useMe(), directorates = useDirectorates(), today = dayOf(new Date(), useZone())
  const [typed, setTyped] = useTyped(filters.q ?? '', (q) => put({ ...filters, q: q || undefined }))
  const all = { id: any, name: t('shared.all') }
  return (
    <div className="filters no-print" role="search">
      <TextField label={t('statutory.list.search')} type="search" value={typed} onChange={setTyped} maxLength={120} />
      <Chips label={t('statutory.list.show')} value={filters.show ?? 'open'} onChange={(show) => put({ ...filters, show: show === 'open' ? undefined : show })} chips={(['open', 'ended', 'all'] as const).map((value) => ({ value, label: t(`statutory.list.shows.${value}`) }))} />
      <Select label={t('statutory.list.statute')} value={filters.statute ?? any} onChange={(id) => put({ ...filters, statute: Statute.safeParse(id).data })} options={[all, ...Statute.options.map((s) => ({ id: s, name: t(`statutory.statute.${s}`) }))]} />
      {!me.directorate && <Select label={t('statutory.list.directorate')} value={filters.directorateId ?? any} onChange={(id) => put({ ...filters, directorateId: DirectorateId.safeParse(id).data })} options={[all, ...directorates.map((d) => ({ id: d.id as string, name: name(d.name) }))]} />}
      <Select label={t('statutory.list.month')} value={filters.month ?? any} onChange={(id) => put({ ...filters, month: id === any ? undefined : id })} options={[{ id: any, name: t('statutory.list.anyMonth') }, ...months(today).map((m) => ({ id: m, name: monthWords(m, language) }))]} />
      <Checkbox isSelected={filters.overdue === true} onChange={(on) => put({ ...filters, overdue: on || undefined })}>{t('statutory.list.overdue')}</Checkbox>
    </div>
  )
}

function Rows({ rows }: { rows: readonly StatutoryRow[] }) {
  const t = useText(), name = useName(), language = useLanguage(), navigate = useNavigate()
  const columns: TableColumn<StatutoryRow>[] = [
    { id: 'number', name: t('statutory.list.column.number'), width: '136px', rowHeader: true, className: 'statutory-what', cell: (r) => <><Link to="/cases/$caseId" params={{ caseId: r.caseId }} className="number">{r.number}</Link>{r.name && <span className="narrow-only meta"><br />{r.name}</span>}<span className="narrow-only meta"><br />{r.subject}</span></> },
    { id: 'clock', name: t('statutory.list.column.clock'), width: '176px', cell: (r) => <Clock of={r} late={r.late} short /> },
    { id: 'due', name: t('statutory.list.column.due'), width: '104px', className: 'narrow-hidden', cell: (r) => <span className="number">{r.dueOn ? dayWords(r.dueOn, language) : t('statutory.list.noDue')}</span> },
    { id: 'subject', name: t('statutory.list.column.subject'), className: 'c-summary narrow-hidden', cell: (r) => <><span className="topic">{r.subject}</span> <span className="meta">{t(`statutory.statute.${r.statute}`)}</span></> },
    { id: 'name', name: t('statutory.list.column.name'), width: '16%', className: 'narrow-hidden', cell: (r) => r.name ?? '–' },
    { id: 'received', name: t('statutory.list.column.received'), width: '104px', className: 'narrow-hidden mid-hidden', cell: (r) => <span className="number">{dayWords(r.receivedOn, language)}</span> },
    { id: 'lead', name: t('statutory.list.column.lead'), width: '15%', className: 'narrow-hidden mid-hidden', cell: (r) => (r.lead ? name(r.lead) : '') },
  ]
  return <div className="panel list-panel"><Table label={t('statutory.list.label')} columns={columns} rows={rows} rowText={(r) => `${r.number} ${r.subject}`} onOpen={(r) => void navigate({ to: '/cases/$caseId', params: { caseId: r.caseId } })} /></div>
}

/** All of it, not only the pages on the screen. */
function Save({ filters }: { filters: Record<string, unknown> }) {
  const t = useText(), name = useName(), language = useLanguage(), today = dayOf(new Date(), useZone())
  async function save() {
    const rows: StatutoryRow[] = []
    for (let after: string | undefined, more = true; more;) {
      const page = await call(statutoryApi.statutoryList, { ...filters, ...(after && { after }) })
      rows.push(...page.rows)
      after = page.next ?? undefined
      more = after !== undefined
    }
    const column = (key: 'number' | 'statute' | 'subject' | 'name' | 'received' | 'due' | 'clock' | 'state' | 'ended' | 'lead' | 'case') => t(`statutory.list.column.${key}`)
    const day = (d: string | null) => (d ? dayWords(d, language) : '')
    const table = csv([
      [column('number'), column('statute'), column('subject'), column('name'), column('received'), column('due'), column('clock'), column('state'), column('ended'), column('lead'), column('case')],
      ...rows.map((r) => [r.number, t(`statutory.statute.${r.statute}`), r.subject, r.name, day(r.receivedOn), day(r.dueOn), clockWords(t, r, today, r.late, 'short'), t(`statutory.state.${r.state}`), day(r.endedOn), r.lead ? name(r.lead) : '', r.caseNumber]),
    ])
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob([table], { type: 'text/csv' })), download: `${t('statutory.list.file')}-${today}.csv` })
    link.click()
    URL.revokeObjectURL(link.href)
    announce(link.download)
  }
  return <Button onPress={() => void save()}><Download aria-hidden />{t('statutory.list.csv')}</Button>
}
