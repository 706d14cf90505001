/** The first rows as they will be, and how many will come in. */
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { Badge, Notice, showPhone, Table, Time, type TableColumn } from '@akmasa/ui'
import type { Preview, PreviewRow } from '../../../../contracts/imports.ts'
import { usePlaces, useTopics } from '../../lists.ts'
import { useLanguage, useName, useText } from '../../text.ts'

export function PreviewTable({ preview }: { preview: Preview }) {
  const t = useText(), format = new Intl.NumberFormat(useLanguage()), columns = useColumns()
  const figures: [string, number][] = [[t('imports.page.willCome'), preview.willCome], [t('imports.page.warned'), preview.warned], [t('imports.page.refused'), preview.refused], [t('imports.page.already'), preview.already]]
  return (
    <>
      {!preview.whole && <Notice tone="info">{t('imports.page.partly', { rows: format.format(preview.seen) })}</Notice>}
      <div role="status"><dl className="figures">{figures.map(([name, n]) => <div key={name}><dt>{name}</dt><dd className="number">{format.format(n)}</dd></div>)}</dl></div>
      <div className="list-panel import-preview"><Table className="imports" label={t('imports.page.previewRows')} columns={columns} rows={preview.rows.map((r) => ({ ...r, id: String(r.row) }))} rowText={(r) => String(r.row)} /></div>
    </>
  )
}

function useColumns(): TableColumn<PreviewRow & { id: string }>[] {
  const t = useText(), name = useName(), topics = useTopics(), places = usePlaces()
  const topic = (r: PreviewRow) => { const found = topics.find((x) => x.id === r.topicId); return found ? name(found.name) : '' }
  const place = (r: PreviewRow) => [places.find((p) => p.id === r.placeId)?.name, r.address].filter(Boolean).join(', ')
  function problems(r: PreviewRow) {
    if (!r.problems.length) return <Badge tone="success" icon={CircleCheck}>{t('imports.page.no')}</Badge>
    return <>{r.problems.map((p, i) => <span key={i} className="import-problem"><Badge tone={p.kind === 'error' ? 'danger' : 'warning'} icon={p.kind === 'error' ? CircleAlert : TriangleAlert}>{[p.column, p.value].filter(Boolean).join(': ') || t('imports.page.row')}</Badge> {t(`imports.problem.${p.code}`)}</span>)}</>
  }
  return [
    { id: 'row', name: t('imports.page.row'), width: '56px', rowHeader: true, cell: (r) => <span className="number">{r.row}</span> },
    { id: 'number', name: t('imports.field.number'), width: '128px', className: 'narrow-hidden', cell: (r) => <span className="number">{r.oldNumber}</span> },
    { id: 'openedAt', name: t('imports.field.openedAt'), width: '136px', cell: (r) => r.openedAt && <Time at={r.openedAt} /> },
    { id: 'status', name: t('imports.field.status'), width: '88px', className: 'narrow-hidden', cell: (r) => r.status && t(`imports.page.${r.status}`) },
    { id: 'topic', name: t('imports.field.topic'), className: 'narrow-hidden', cell: topic },
    { id: 'place', name: t('imports.field.place'), className: 'narrow-hidden', cell: place },
    { id: 'said', name: t('imports.field.said'), className: 'narrow-hidden mid-hidden', cell: (r) => <span className="cut">{r.said}</span> },
    { id: 'who', name: t('imports.field.name'), className: 'narrow-hidden mid-hidden', cell: (r) => <>{r.name} <span className="number">{showPhone(r.phone)}</span></> },
    { id: 'problems', name: t('imports.page.problem'), width: '300px', className: 'whole', cell: problems },
  ]
}
