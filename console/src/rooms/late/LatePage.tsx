/** What is late, and what is about to be: since when, whose turn, the last word to the citizen, and who has been warned. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Printer, Siren } from 'lucide-react'
import { Badge, Button, EmptyState, Select, Since, Table, type TableColumn } from '@akmasa/ui'
import { escalationApi, type LateRow } from '../../../../contracts/escalation.ts'
import { asking } from '../../client.ts'
import { Due } from '../../Due.tsx'
import { Finder } from '../../Finder.tsx'
import { Answered } from '../../listing.tsx'
import { useDirectorates } from '../../lists.ts'
import { useMe } from '../../session.tsx'
import { useName, useText } from '../../text.ts'
import { stepWords, toWords } from '../cases/clock-words.ts'
import { rememberVisible } from '../cases/visible.ts'
import type { LateFilters } from './filters.ts'
import './late.css'

export function LatePage() {
  const t = useText(), name = useName(), me = useMe(), filters = useSearch({ from: '/desk/late' }), navigate = useNavigate(), directorates = useDirectorates()
  const show = filters.show ?? 'late'
  const set = (part: LateFilters) => void navigate({ to: '/late', search: { ...filters, ...part }, replace: true })
  const query = useQuery({ ...asking(escalationApi.lateCases, { show, ...(filters.directorateId && { directorateId: filters.directorateId }) }), placeholderData: keepPreviousData, refetchInterval: 60_000 })
  const counts = query.data?.counts
  const columns: TableColumn<LateRow>[] = [
    { id: 'due', name: t(show === 'late' ? 'clocks.late.since' : 'clocks.late.dueIn'), width: '150px', cell: (row) => <Due at={row.dueAt} /> },
    { id: 'number', name: t('clocks.late.number'), width: '120px', rowHeader: true, cell: (row) => <span className="number">{row.number}</span> },
    { id: 'topic', name: t('clocks.late.topic'), cell: (row) => <span className="cut">{row.emergency && <><Badge tone="emergency" icon={Siren}>{t('cases.inbox.emergency')}</Badge> </>}{name(row.topic)}{row.place && <span className="meta"> {row.place}</span>}</span> },
    { id: 'turn', name: t('clocks.late.turn'), className: 'c-turn', cell: (row) => <span className="cut">{row.turn === 'directorate' && row.lead ? name(row.lead) : t(`clocks.late.turns.${row.turn}`)}<span className="meta"> {row.inHand.join(', ') || t('clocks.late.nobody')}</span></span> },
    { id: 'word', name: t('clocks.late.lastWord'), width: '150px', className: 'c-word', cell: (row) => (row.lastWordAt ? <Since at={row.lastWordAt} /> : t('clocks.late.never')) },
    { id: 'escalated', name: t('clocks.late.escalated'), className: 'c-escalated', cell: (row) => <Last row={row} /> },
  ]
  return (
    <div className="page">
      <div className="spread"><h1>{t('clocks.late.title')}</h1><Button small look="quiet" className="no-print" onPress={() => window.print()}><Printer aria-hidden />{t('shared.print')}</Button></div>
      <p className="hint">{t('clocks.late.about')}</p>
      <div className="line no-print">
        <Select label={t('clocks.late.show')} value={show} onChange={(next) => set({ show: next === 'warned' ? 'warned' : undefined })} options={(['late', 'warned'] as const).map((id) => ({ id, name: t(`clocks.late.view.${id}`, { n: String(counts?.[id] ?? '') }) }))} />
        {!me.directorate && <Finder label={t('clocks.late.directorate')} options={directorates.map((one) => ({ id: one.id, name: name(one.name) }))} value={filters.directorateId ?? null} onChoose={(id) => set({ directorateId: id ?? undefined })} />}
      </div>
      <Answered of={query}>
        {({ rows }) => rows.length
          ? <div className="late-list"><Table label={t('clocks.late.title')} columns={columns} rows={rows} rowText={(row) => row.number} onOpen={(row) => { rememberVisible(rows.map((one) => one.id)); void navigate({ to: '/cases/$caseId', params: { caseId: row.id } }) }} /></div>
          : <EmptyState title={t(`clocks.late.empty.${show}`)}>{t('clocks.late.emptyWords')}</EmptyState>}
      </Answered>
    </div>
  )
}
function Last({ row }: { row: LateRow }) {
  const t = useText(), [last] = row.escalations
  if (!last) return <span className="hint">{t('clocks.late.notYet')}</span>
  return <span className="cut" title={stepWords(t, last)}>{last.acknowledged ? t('clocks.have.by', { name: last.acknowledged.by }) : toWords(t, last)}<span className="meta"> {last.acknowledged?.note ?? stepWords(t, last)}</span></span>
}
