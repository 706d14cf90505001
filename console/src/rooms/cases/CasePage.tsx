/** One case: what it is, whose turn it is and by when stay in sight; everything that happened is one timeline. */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft, ChevronLeft, ChevronRight, Printer, RotateCcw, Siren } from 'lucide-react'
import { lazy, Suspense, useEffect } from 'react'
import { Badge, Button, Notice, Skeleton, State, Time } from '@akmasa/ui'
import { casesApi, type CasePage as Page } from '../../../../contracts/cases.ts'
import { promiseRuns } from '../../../../contracts/moves.ts'
import { asking, Problem } from '../../client.ts'
import { Due } from '../../Due.tsx'
import { useMay } from '../../session.tsx'
import { Failed, Missing } from '../../shell/pages.tsx'
import { ConfirmationPanel } from '../confirmation/ConfirmationPanel.tsx'
import { AgreementPanel } from '../agreement/AgreementPanel.tsx'
import { LedgerPanel } from '../contact/LedgerPanel.tsx'
import { CaseClock } from '../statutory/Clock.tsx'
import { StatutoryPanel } from '../statutory/StatutoryPanel.tsx'
import { useName, useText } from '../../text.ts'
import { WorkPanel } from '../work/WorkPanel.tsx'
import { Correct } from '../resolution/Correct.tsx'
import { ProposalPanel } from '../resolution/ProposalPanel.tsx'
import { UndoMove } from '../resolution/UndoMove.tsx'
import { Actions } from './Actions.tsx'
import { Attachments } from './Attachments.tsx'
import { turnOf } from './can.ts'
import { CaseCalls } from './CaseCalls.tsx'
import { ClockPanel } from './ClockPanel.tsx'
import { Facts } from './Facts.tsx'
import { NoteForm } from './NoteForm.tsx'
import { SourcePanel } from './SourcePanel.tsx'
import { Tasks } from './Tasks.tsx'
import { Timeline } from './Timeline.tsx'
import { useSeen } from './use-seen.ts'
import { neighbours } from './visible.ts'
import './cases.css'

const CaseMap = lazy(() => import('./CaseMap.tsx'))

export function CasePage() {
  const { caseId } = useParams({ from: '/desk/cases/$caseId' })
  const { data, error, isPending, refetch } = useQuery(asking(casesApi.casePage, { caseId }))
  useSeen(data, 500)
  useEffect(() => {
    if (!data) return
    const before = document.title
    document.title = `${data.number} · Ak Masa`
    return () => { document.title = before }
  }, [data])
  if (isPending) return <div className="page"><Skeleton lines={12} /></div>
  if (!data) return error instanceof Problem && error.status === 404 ? <Missing /> : <Failed problem={error} retry={() => void refetch()} />
  return <CaseView page={data} stale={error !== null} />
}

function CaseView({ page, stale }: { page: Page; stale: boolean }) {
  const t = useText(), may = useMay()
  return (
    <article className={stale ? 'case stale' : 'case'}>
      <Summary page={page} />
      <div className="case-body">
        <div className="case-main stack">
          <section className="panel stack"><h2>{t('cases.page.said')}</h2><p className="said-full">{page.said}</p></section>
          <ProposalPanel page={page} />
          <section className="panel"><LedgerPanel page={page} /></section>
          <WorkPanel page={page} />
          <ConfirmationPanel page={page} />
          {may('case.note') && <section className="panel no-print"><NoteForm caseId={page.id} reason={null} /></section>}
          <section className="panel"><Timeline entries={page.timeline} /></section>
        </div>
        <div className="case-side stack">
          <AgreementPanel page={page} />
          <StatutoryPanel page={page} />
          <section className="panel stack"><h2>{t('cases.page.facts')}</h2><Facts page={page} /><Correct page={page} /></section>
          <section className="panel"><SourcePanel page={page} /></section>
          <section className="panel"><ClockPanel page={page} /></section>
          <section className="panel"><Tasks page={page} /></section>
          <section className="panel stack"><h2>{t('cases.page.map')}</h2><Where page={page} /></section>
          <section className="panel"><CaseCalls calls={page.calls} /></section>
          <section className="panel"><Attachments page={page} /></section>
        </div>
      </div>
      <p className="print-only meta">{t('cases.print.made', { time: '' })}<Time at={new Date().toISOString()} /></p>
    </article>
  )
}

function Summary({ page }: { page: Page }) {
  const t = useText(), name = useName(), { previous, next } = neighbours(page.id), turn = turnOf(page)
  return (
    <header className="case-summary">
      <div className="spread no-print">
        <Link to="/inbox" className="button quiet small"><ArrowLeft aria-hidden />{t('cases.page.toInbox')}</Link>
        <span className="line">
          {previous && <Link to="/cases/$caseId" params={{ caseId: previous }} className="button small"><ChevronLeft aria-hidden />{t('cases.page.previous')}</Link>}
          {next && <Link to="/cases/$caseId" params={{ caseId: next }} className="button small">{t('cases.page.next')}<ChevronRight aria-hidden /></Link>}
          <Button small look="quiet" onPress={() => window.print()}><Printer aria-hidden />{t('shared.print')}</Button>
        </span>
      </div>
      <div className="line">
        <h1><span className="number">{page.number}</span> {name(page.topic)}</h1>
        {page.reopened > 0 && <Badge tone="danger" icon={RotateCcw}>{t('cases.reopened', { count: page.reopened })}</Badge>}
        {page.emergency && <Badge tone={turn === 'nobody' ? 'neutral' : 'emergency'} icon={Siren}>{t('cases.inbox.emergency')}</Badge>}
      </div>
      <div className="case-key">
        <State state={page.status} />
        <span>{t(`cases.turn.${turn}`)}{page.lead && turn === 'directorate' && <>: <strong>{name(page.lead)}</strong></>}</span>
        <span><span className="meta">{t('cases.page.due')}</span> {page.dueAt && <Time at={page.dueAt} />} {(promiseRuns(page.status) || !page.dueAt) && <Due at={page.dueAt} />}</span>
        <CaseClock caseId={page.id} />
      </div>
      {page.waits && <Notice tone="warning" title={`${t('cases.waits.title')}: ${t(`cases.waits.${page.waits.for}`)}`}>{page.waits.reason} <span className="meta">{t('cases.waits.since')} <Time at={page.waits.since} />{page.waits.until && <>, {t('cases.waits.until')} <Time at={page.waits.until} /></>}</span></Notice>}
      {page.duplicateOf && <p>{t('cases.timeline.duplicate', { number: '' })}<Link to="/cases/$caseId" params={{ caseId: page.duplicateOf.id }} className="number">{page.duplicateOf.number}</Link></p>}
      <Actions page={page} />
      <UndoMove page={page} />
    </header>
  )
}

function Where({ page }: { page: Page }) {
  const t = useText()
  const words = [page.street, page.place, page.addressWords].filter(Boolean).join(', ')
  if (page.lat === null || page.lon === null) return <p className="hint">{words ? `${words}. ` : ''}{t('cases.page.noPin')}</p>
  return (
    <>
      <p>{words}</p>
      <div className="case-map no-print"><Suspense fallback={<Skeleton lines={4} />}><CaseMap lat={page.lat} lon={page.lon} label={page.number} /></Suspense></div>
    </>
  )
}
