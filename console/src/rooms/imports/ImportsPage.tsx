/** Files of other systems: choose one, and see what became of the earlier ones. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { DropZone, FileTrigger, Button as AriaButton, isFileDropItem } from 'react-aria-components'
import { Button, EmptyState, Notice, Table, Time, type TableColumn } from '@akmasa/ui'
import { type ImportRow, importsApi } from '../../../../contracts/imports.ts'
import { asking, Problem } from '../../client.ts'
import { Answered } from '../../listing.tsx'
import { useMay } from '../../session.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { useLanguage, useText } from '../../text.ts'
import { ImportState } from './ImportState.tsx'
import { useSending } from './use-sending.ts'
import './imports.css'

export function ImportsPage() {
  const t = useText(), may = useMay(), navigate = useNavigate(), query = useQuery(asking(importsApi.imports)), columns = useColumns()
  return (
    <div className="page">
      <h1>{t('imports.title')}</h1>
      <p>{t('imports.intro')}</p>
      {may('import.run') ? <Chooser /> : <Notice tone="neutral">{t('imports.page.mayNot')}</Notice>}
      <Answered of={query}>
        {(rows) => rows.length === 0 ? <EmptyState title={t('imports.none')}>{t('imports.noneWords')}</EmptyState> : (
          <div className="panel list-panel">
            <Table className="imports" label={t('imports.list')} columns={columns} rows={rows} rowText={(r) => r.name} onOpen={(r) => void navigate({ to: '/imports/$importId', params: { importId: r.id } })} />
          </div>
        )}
      </Answered>
    </div>
  )
}

function Chooser() {
  const t = useText(), { sending, send, again, cancel } = useSending()
  const percent = Math.round((sending?.part ?? 0) * 100)
  const stoppable = sending && sending.step !== 'reading'
  return (
    <div className="panel stack">
      {!sending && (
        <DropZone className="import-drop" getDropOperation={() => 'copy'} aria-label={t('imports.drop')} onDrop={async (e) => { const item = e.items.find(isFileDropItem); if (item) send(await item.getFile()) }}>
          <FileTrigger acceptedFileTypes={['.csv', '.txt', '.tsv', '.xlsx']} onSelect={(files) => { const file = files?.[0]; if (file) send(file) }}><AriaButton className="button primary">{t('imports.choose')}</AriaButton></FileTrigger>
          <span className="meta">{t('imports.drop')}</span>
        </DropZone>
      )}
      {sending && (
        <div className="stack" role="status">
          <div className="line">
            <strong className="cut">{sending.file.name}</strong>
            {sending.step === 'sending' && <><progress max={1} value={sending.part} aria-label={sending.file.name} /><span className="meta number">{t('imports.sending', { percent })}</span></>}
            {sending.step === 'reading' && <span className="meta">{t('imports.reading')}</span>}
            {stoppable && sending.step === 'sending' && <Button small onPress={() => void cancel()}>{t('imports.stopSending')}</Button>}
          </div>
          <ProblemNotice problem={sending.problem} />
          {sending.step === 'stopped' && (
            <div className="line">
              {canRetry(sending.problem) && <Button look="primary" onPress={again}>{t('imports.retry')}</Button>}
              <Button onPress={() => void cancel()}>{t('shared.cancel')}</Button>
            </div>
          )}
        </div>
      )}
    </div>
  )
}
/** The network or the desk was away; a refusal stays one. */
const canRetry = (problem: unknown) => !(problem instanceof Problem) || problem.status === 0 || problem.status >= 500 || problem.code === 'import.wrong_part'

function useColumns(): TableColumn<ImportRow>[] {
  const t = useText(), format = new Intl.NumberFormat(useLanguage())
  const figure = (n: number) => <span className="number">{format.format(n)}</span>
  return [
    {
      id: 'name', name: t('imports.column.name'), rowHeader: true, className: 'whole',
      cell: (r) => <><Link to="/imports/$importId" params={{ importId: r.id }}>{r.name}</Link><span className="narrow-only meta"><br /><Time at={r.madeAt} /> {t('imports.column.cameIn')}: {format.format(r.cameIn)}</span></>,
    },
    { id: 'status', name: t('imports.column.status'), width: '160px', cell: (r) => <ImportState row={r} /> },
    { id: 'rows', name: t('imports.column.rows'), width: '96px', className: 'narrow-hidden', cell: (r) => figure(r.rows) },
    { id: 'cameIn', name: t('imports.column.cameIn'), width: '96px', className: 'narrow-hidden', cell: (r) => figure(r.cameIn) },
    { id: 'refused', name: t('imports.column.refused'), width: '104px', className: 'narrow-hidden mid-hidden', cell: (r) => figure(r.refused) },
    { id: 'already', name: t('imports.column.already'), width: '112px', className: 'narrow-hidden mid-hidden', cell: (r) => figure(r.already) },
    { id: 'at', name: t('imports.column.at'), width: '144px', className: 'narrow-hidden', cell: (r) => <Time at={r.madeAt} /> },
    { id: 'by', name: t('imports.column.by'), className: 'narrow-hidden mid-hidden', cell: (r) => r.madeBy },
  ]
}
