/** One call: what happened when, what was said, and what came of it. */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft, Siren } from 'lucide-react'
import type { ReactNode } from 'react'
import { Badge, clock, showPhone, showTime, Time, useZone } from '@akmasa/ui'
import { CallId } from '../../../../contracts/call-id.ts'
import { callsApi, type Call } from '../../../../contracts/calls.ts'
import { asking } from '../../client.ts'
import { Answered } from '../../listing.tsx'
import { useMay } from '../../session.tsx'
import { Missing } from '../../shell/pages.tsx'
import { useLanguage, useName, useText } from '../../text.ts'
import { Length, OtherSide, ResultBadge } from './CallWords.tsx'
import { queueName } from './queue-name.ts'
import { Recording } from './Recording.tsx'
import { stepsOf, talked, waited } from './times.ts'
import './calls.css'

export function CallPage() {
  const t = useText(), { callId } = useParams({ from: '/desk/calls/$callId' })
  const id = CallId.safeParse(callId)
  return (
    <div className="page">
      <Link to="/calls" className="line"><ArrowLeft aria-hidden />{t('calls.page.back')}</Link>
      {id.success ? <Found callId={id.data} /> : <Missing />}
    </div>
  )
}

function Found({ callId }: { callId: CallId }) {
  return <Answered of={useQuery(asking(callsApi.call, { callId }))}>{(call) => <OneCall call={call} />}</Answered>
}

function OneCall({ call }: { call: Call }) {
  const t = useText(), name = useName()
  return (
    <div className="stack">
      <header className="line">
        <h1><span className="unseen">{t('calls.page.title')}: </span><OtherSide call={call} /></h1>
        <ResultBadge result={call.result} />
        {call.emergency && <Badge tone="emergency" icon={Siren}>{t('calls.emergency')}</Badge>}
        <Time at={call.arrivedAt} form="prose" />
      </header>
      <div className="call-columns">
        <div className="stack">
          <Part title={t('calls.page.recording')}><Recording callId={call.id} recorded={call.recorded} running={call.endedAt === null} /></Part>
          <Part title={t('calls.page.cases')}><Cases call={call} /></Part>
          <Part title={t('calls.page.wrapUp')}>
            {call.wrapUp ? <><p>{name(call.wrapUp.name)}</p>{call.wrapUp.note && <p>{call.wrapUp.note}</p>}</> : <p className="hint">{t('calls.page.noWrapUp')}</p>}
          </Part>
        </div>
        <div className="stack">
          <Part title={t('calls.page.times')}><Steps call={call} /></Part>
          <Part title={t('calls.page.facts')}><Facts call={call} /></Part>
        </div>
      </div>
    </div>
  )
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => <section className="panel stack"><h2>{title}</h2>{children}</section>

function Cases({ call }: { call: Call }) {
  const t = useText(), may = useMay()
  if (!call.cases.length) return <p className="hint">{t('calls.page.noCases')}</p>
  return <ul className="line">{call.cases.map((c) => <li key={c.id} className="number">{may('case.read') ? <Link to="/cases/$caseId" params={{ caseId: c.id }}>{c.number}</Link> : c.number}</li>)}</ul>
}

function Steps({ call }: { call: Call }) {
  const t = useText(), language = useLanguage(), zone = useZone()
  return (
    <ol className="call-steps">
      {stepsOf(call).map(({ step, at, after }) => (
        <li key={step}>
          {at ? <time dateTime={at} className="number">{showTime(new Date(at), 'seconds', language, zone)}</time> : <span />}
          <span className="dot" aria-hidden="true" />
          <span>{t(`calls.step.${step}`)}</span>
          {after ? <span className="number meta">{t('calls.page.after', { time: clock(after) })}</span> : <span />}
        </li>
      ))}
    </ol>
  )
}

function Facts({ call }: { call: Call }) {
  const t = useText(), name = useName(), inbound = call.direction === 'in'
  const facts: [string, ReactNode][] = [
    [t('calls.page.person'), call.citizenName],
    [t('calls.page.line'), call.line && name(call.line)],
    [t('calls.page.dialled'), inbound && <span className="number">{showPhone(call.dialled)}</span>],
    [t('calls.page.queue'), call.queue && queueName(t, call.queue)],
    [t('calls.page.staff'), call.staffName],
    [t('calls.page.waited'), waited(call, 0) !== null && <Length call={call} of={waited} />],
    [t('calls.page.talked'), talked(call, 0) !== null && <Length call={call} of={talked} />],
    [t('calls.page.hungUpBy'), call.hungUpBy && t(`calls.hungUpBy.${call.hungUpBy}`)],
  ]
  return <dl className="facts">{facts.filter(([, value]) => value).map(([word, value]) => <div key={word} className="fact"><dt>{word}</dt><dd>{value}</dd></div>)}</dl>
}
