import { AtSign, RotateCcw, Siren } from 'lucide-react'
import type { ReactNode } from 'react'
import { Badge, State, Table, type TableColumn } from '@akmasa/ui'
import type { CaseId } from '../../../../contracts/cases.ts'
import { promiseRuns } from '../../../../contracts/moves.ts'
import { Due } from '../../Due.tsx'
import { CaseClock } from '../statutory/Clock.tsx'
import { useName, useText } from '../../text.ts'
import { turnOf } from './can.ts'
import type { HeldRow } from './held.ts'

export function InboxTable(p: { rows: readonly HeldRow[]; chosen: string | null; onChoose: (id: string | null) => void; onOpen: (id: CaseId) => void; empty: ReactNode }) {
  const t = useText(), name = useName()
  const columns: TableColumn<HeldRow>[] = [
    { id: 'state', name: t('cases.inbox.column.state'), width: '148px', className: 'c-state', cell: (r) => <State state={r.status} /> },
    { id: 'number', name: t('cases.inbox.column.number'), width: '120px', className: 'c-number', rowHeader: true, cell: (r) => <span className="number">{r.unread && <><span className="unread-dot" aria-hidden="true" /><span className="unseen">{t('cases.inbox.unread')}, </span></>}{r.number}</span> },
    {
      id: 'summary', name: t('cases.inbox.column.summary'), className: 'c-summary',
      cell: (r) => (
        <>
          {r.emergency && <Badge tone={turnOf(r) === 'nobody' ? 'neutral' : 'emergency'} icon={Siren}>{t('cases.inbox.emergency')}</Badge>}
          {r.mentioned && <Badge tone="accent" icon={AtSign}>{t('cases.inbox.mentioned')}</Badge>}
          <CaseClock caseId={r.id} />
          {r.reopened > 0 && <Badge tone="danger" icon={RotateCcw}>{t('cases.reopened', { count: r.reopened })}</Badge>}
          {r.gone && <Badge>{t('cases.inbox.gone')}</Badge>}
          <span className="topic">{name(r.topic)}</span> <span className="said">{r.said}</span>
        </>
      ),
    },
    { id: 'place', name: t('cases.inbox.column.place'), width: '16%', className: 'c-place', cell: (r) => [r.street, r.place].filter(Boolean).join(', ') },
    { id: 'due', name: t('cases.inbox.column.due'), width: '148px', className: 'c-due', cell: (r) => <Due at={r.dueAt} done={!promiseRuns(r.status)} /> },
    { id: 'lead', name: t('cases.inbox.column.lead'), width: '15%', className: 'c-lead', cell: (r) => (r.lead ? name(r.lead) : '') },
  ]
  return (
    <Table
      label={t('cases.inbox.list')} className="inbox-table" columns={columns} rows={p.rows} chosen={p.chosen} onChoose={(r) => p.onChoose(r?.id ?? null)} onOpen={(r) => p.onOpen(r.id)} empty={p.empty}
      rowClass={(r) => [r.unread && 'is-unread', r.emergency && turnOf(r) !== 'nobody' && 'is-emergency', r.gone && 'is-gone'].filter(Boolean).join(' ')} rowText={(r) => `${r.number} ${name(r.topic)}`}
    />
  )
}
