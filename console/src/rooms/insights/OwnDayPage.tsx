/** One's own day at the desk: what one did, what became of it, what was promised for today. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Button, clock, DateField, dayOf, EmptyState, State, Table, Time, useNow, useZone, type TableColumn } from '@akmasa/ui'
import { callsApi } from '../../../../contracts/calls.ts'
import { casesApi } from '../../../../contracts/cases.ts'
import { contactApi } from '../../../../contracts/contact.ts'
import { insightsApi, type OwnDay } from '../../../../contracts/insights.ts'
import { asking } from '../../client.ts'
import { Due } from '../../Due.tsx'
import { Answered } from '../../listing.tsx'
import { useMe } from '../../session.tsx'
import { useName, useText } from '../../text.ts'
import { stepped, type DayFilters } from './filters.ts'
import { sumsOf, widths } from './spells.ts'
import './insights.css'

export function OwnDayPage() {
  const t = useText(), zone = useZone(), me = useMe(), filters = useSearch({ from: '/desk/my-day' }), navigate = useNavigate()
  const today = dayOf(new Date(), zone), day = filters.day ?? today, staffId = filters.staffId
  const query = useQuery({ ...(staffId && staffId !== me.id ? asking(insightsApi.dayOfStaff, { staffId, day }) : asking(insightsApi.ownDay, { day })), refetchInterval: day === today ? 30_000 : false })
  const put = (search: DayFilters) => void navigate({ to: '/my-day', search, replace: true })
  return (
    <div className="page report">
      <h1>{staffId && query.data ? t('insights.day.of', { name: query.data.name }) : t('insights.day.title')}</h1>
      <div className="filters no-print">
        <DateField label={t('insights.report.date')} value={day} onChange={(d) => put({ ...filters, day: d ?? undefined })} />
        <Button look="quiet" onPress={() => put({ ...filters, day: stepped(day, 'day', -1) })}><ChevronLeft aria-hidden />{t('insights.report.before')}</Button>
        <Button look="quiet" onPress={() => put({ ...filters, day: stepped(day, 'day', 1) })} isDisabled={day >= today}>{t('insights.report.after')}<ChevronRight aria-hidden /></Button>
        {day !== today && <Button look="quiet" onPress={() => put({ ...filters, day: undefined })}>{t('insights.report.today')}</Button>}
      </div>
      <Answered of={query}>{(own) => <Sheet own={own} mine={!staffId || staffId === me.id} />}</Answered>
    </div>
  )
}

function Sheet({ own, mine }: { own: OwnDay; mine: boolean }) {
  const t = useText(), { calls } = own
  const figures: [string, string][] = [
    [t('insights.day.answered'), String(calls.answered)], [t('insights.day.out'), String(calls.out)], [t('insights.day.talk'), clock(calls.talkSeconds)],
    [t('insights.day.talkMean'), calls.talkMean === null ? '–' : clock(calls.talkMean)], [t('insights.day.opened'), String(calls.opened)],
  ]
  return (
    <div className="stack">
      <section className="panel stack"><h2>{t('insights.day.figures')}</h2>
        <dl className="report-figures">{figures.map(([name, value]) => <div key={name} className="report-figure"><dt>{name}</dt><dd className="value">{value}</dd></div>)}</dl>
      </section>
      <section className="panel stack"><h2>{t('insights.day.time')}</h2><Spells spells={own.spells} /></section>
      {mine && <Waiting />}
      <section className="panel stack"><h2>{t('insights.day.cases')}</h2><Cases cases={own.cases} /></section>
    </div>
  )
}

/** The day as a strip, and the same in words below it. */
function Spells({ spells }: { spells: OwnDay['spells'] }) {
  const t = useText(), name = useName(), now = useNow(30_000), reasons = useQuery({ ...asking(callsApi.reasons), staleTime: 60 * 60_000 }).data?.pause
  if (!spells.some((s) => s.state !== 'away')) return <p className="hint">{t('insights.day.noTime')}</p>
  const words = (state: OwnDay['spells'][number]['state'], reason: string | null) => {
    const known = reasons?.find((r) => r.code === reason)
    return `${t(`calls.presence.${state}`)}${known ? `, ${name(known.name)}` : reason === 'unanswered' ? `, ${t('softphone.unanswered')}` : ''}`
  }
  return (
    <>
      <div className="day-strip" aria-hidden>{widths(spells, now).map((s, i) => <span key={i} className={`spell ${s.state}`} style={{ inlineSize: `${s.percent}%` }} />)}</div>
      <table className="report-table"><tbody>
        {sumsOf(spells, now).map((s) => <tr key={`${s.state} ${s.reason}`}><th scope="row"><span className={`spell-mark ${s.state}`} aria-hidden /> {words(s.state, s.reason)}</th><td className="number end">{clock(s.seconds)}</td></tr>)}
      </tbody></table>
    </>
  )
}

/** What is unfinished now, with the way to it. */
function Waiting() {
  const t = useText(), me = useMe()
  const tasks = useQuery(asking(contactApi.callTasks, { status: 'open' })).data?.filter((task) => task.takenBy?.id === me.id).length
  const drafts = useQuery(asking(casesApi.drafts, {})).data?.length
  return (
    <section className="panel stack"><h2>{t('insights.day.waiting')}</h2>
      <ul className="stack">
        <li>{tasks ? <Link to="/tasks">{t('insights.day.tasks', { count: tasks })}</Link> : <span className="hint">{t('insights.day.noTasks')}</span>}</li>
        <li>{drafts ? <Link to="/">{t('insights.day.drafts', { count: drafts })}</Link> : <span className="hint">{t('insights.day.noDrafts')}</span>}</li>
      </ul>
    </section>
  )
}

function Cases({ cases }: { cases: OwnDay['cases'] }) {
  const t = useText(), name = useName(), navigate = useNavigate()
  type Row = OwnDay['cases'][number]
  const columns: TableColumn<Row>[] = [
    { id: 'number', name: t('insights.day.number'), width: '128px', cell: (c) => <span className="number">{c.number}</span> },
    { id: 'topic', name: t('insights.by.topic_'), rowHeader: true, cell: (c) => <span className="two-lines"><span className="cut">{name(c.topic)}</span><span className="meta cut">{c.place}</span></span> },
    { id: 'state', name: t('insights.day.state'), width: '176px', cell: (c) => <State state={c.status} /> },
    { id: 'opened', name: t('insights.day.openedAt'), width: '144px', className: 'narrow-hidden', cell: (c) => <Time at={c.openedAt} /> },
    { id: 'due', name: t('insights.day.due'), width: '160px', className: 'narrow-hidden', cell: (c) => (c.dueAt ? <Due at={c.dueAt} /> : null) },
  ]
  if (!cases.length) return <EmptyState title={t('insights.day.noCases')}>{t('insights.day.noCasesWords')}</EmptyState>
  return <Table label={t('insights.day.cases')} columns={columns} rows={cases} onOpen={(c) => void navigate({ to: '/cases/$caseId', params: { caseId: c.id } })} rowText={(c) => c.number} />
}
