/** The report of a day on one page: to read, to print, to take along. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ArrowDown, ArrowUp, ChevronLeft, ChevronRight, Download, Equal, Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Checkbox, Chips, clock, DateField, dayOf, EmptyState, Notice, Time, useZone } from '@akmasa/ui'
import { insightsApi, type CallFigures, type CaseFigures, type Report, type ReportPeriod, type Spread } from '../../../../contracts/insights.ts'
import { asking, call } from '../../client.ts'
import { Answered } from '../../listing.tsx'
import { announce } from '../../shell/announce.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { useLanguage, useName, useText } from '../../text.ts'
import { answeredShare, csv, few, missedOf, percent, timeWords, turnOf } from './figures.ts'
import { stepped, type ReportFilters } from './filters.ts'
import './insights.css'

export function ReportPage() {
  const t = useText(), zone = useZone(), filters = useSearch({ from: '/desk/report' }), navigate = useNavigate()
  const today = dayOf(new Date(), zone), day = filters.day ?? today, period = filters.period ?? 'day'
  const query = useQuery({ ...asking(insightsApi.report, { day, period }), placeholderData: keepPreviousData, refetchInterval: day === today ? 60_000 : false })
  const put = (search: ReportFilters) => void navigate({ to: '/report', search, replace: true })
  return (
    <div className="page report">
      <div className="spread">
        <h1>{t(`insights.report.titles.${period}`)}</h1>
        <div className="line no-print">
          {query.data && <Save report={query.data} />}
          <Button onPress={() => print()}><Printer aria-hidden />{t('insights.report.print')}</Button>
        </div>
      </div>
      <div className="filters no-print">
        <Chips label={t('insights.report.period')} value={period} onChange={(p) => put({ day, period: p as ReportPeriod })} chips={(['day', 'week', 'month'] as const).map((p) => ({ value: p, label: t(`insights.report.${p}`) }))} />
        <DateField label={t('insights.report.date')} value={day} onChange={(d) => put({ ...filters, day: d ?? undefined })} />
        <Button look="quiet" onPress={() => put({ ...filters, day: stepped(day, period, -1) })}><ChevronLeft aria-hidden />{t('insights.report.before')}</Button>
        <Button look="quiet" onPress={() => put({ ...filters, day: stepped(day, period, 1) })} isDisabled={stepped(day, period, 1) > today}>{t('insights.report.after')}<ChevronRight aria-hidden /></Button>
        {day !== today && <Button look="quiet" onPress={() => put({ ...filters, day: undefined })}>{t('insights.report.today')}</Button>}
      </div>
      <Answered of={query}>{(report) => <Sheet report={report} />}</Answered>
      <ByMail />
    </div>
  )
}

const compared = { day: 'insights.report.comparedDay', week: 'insights.report.comparedWeek', month: 'insights.report.comparedMonth' } as const
function Sheet({ report }: { report: Report }) {
  const t = useText(), language = useLanguage()
  const civil = (day: string) => new Intl.DateTimeFormat(language === 'tr' ? 'tr-TR' : 'en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric', ...(report.period === 'day' && { weekday: 'long' }) }).format(new Date(`${day}T00:00:00Z`))
  const empty = !report.calls?.offered && !report.cases.opened && !report.cases.closed && !report.cases.open
  return (
    <div className="stack">
      <div className="stack report-head">
        <h2>{t(`insights.report.heading.${report.period}`, { from: civil(report.from), to: civil(report.to) })}</h2>
        <p className="meta">{t(compared[report.period])}. {report.running && t('insights.report.comparedPart')}</p>
        {report.running && <p className="meta">{t('insights.report.running', { time: '' })}<Time at={report.until} /></p>}
      </div>
      {empty ? <EmptyState title={t('insights.report.nothing')}>{t('insights.report.nothingWords')}</EmptyState> : (
        <>
          <section className="panel stack"><h2>{t('insights.call.title')}</h2>
            {report.calls && report.callsBefore ? <Calls now={report.calls} before={report.callsBefore} /> : <Notice tone="neutral">{t('insights.call.hidden')}</Notice>}
          </section>
          <section className="panel stack"><h2>{t('insights.case.title')}</h2><Cases now={report.cases} before={report.casesBefore} /></section>
          <Directorates rows={report.byDirectorate} />
          <div className="report-columns">
            <Places rows={report.byPlace} />
            <Topics rows={report.byTopic} />
          </div>
          <Meanings days={report.silentDays} />
        </>
      )}
    </div>
  )
}

const turnIcon = { more: ArrowUp, less: ArrowDown, same: Equal }
/** A number with the one before it; which way is good differs, so only the direction is shown. */
function Figure({ name, value, before, show = String }: { name: string; value: number | null; before: number | null; show?: (n: number) => string }) {
  const t = useText(), Turn = value !== null && before !== null ? turnIcon[turnOf(value, before)] : undefined
  const said = (n: number | null) => (n === null ? '–' : show(n))
  return (
    <div className="report-figure">
      <dt>{name}</dt><dd className="value">{said(value)}</dd>
      <dd className="meta">{Turn && <Turn aria-hidden />}{t('insights.report.wasBefore', { value: said(before) })}</dd>
    </div>
  )
}

function Calls({ now, before }: { now: CallFigures; before: CallFigures }) {
  const t = useText(), language = useLanguage(), share = (n: number) => percent(n, language)
  const stages = [...(['notice', 'greeting', 'queue', 'ringing'] as const).map((s) => [t(`insights.call.stage.${s}`), now.missed[s]] as const), [t('insights.call.other'), now.missed.other] as const]
  const rest = (['messages', 'callBacks', 'forwarded', 'refused'] as const).map((k) => [t(`insights.call.${k}`), now[k]] as const)
  return (
    <>
      <dl className="report-figures">
        <Figure name={t('insights.call.offered')} value={now.offered} before={before.offered} />
        <Figure name={t('insights.call.share')} value={answeredShare(now)} before={answeredShare(before)} show={share} />
        <Figure name={t('insights.call.missed')} value={missedOf(now)} before={missedOf(before)} />
        <Figure name={t('insights.call.calledBack')} value={now.calledBack} before={before.calledBack} />
        <Figure name={t('insights.call.owed')} value={now.stillOwed} before={before.stillOwed} />
        <Figure name={t('insights.call.wait')} value={now.waitMean} before={before.waitMean} show={clock} />
        <Figure name={t('insights.call.wait90')} value={now.waitP90} before={before.waitP90} show={clock} />
        <Figure name={t('insights.call.longest')} value={now.waitLongest} before={before.waitLongest} show={clock} />
        <Figure name={t('insights.call.talk')} value={now.talkMean} before={before.talkMean} show={clock} />
        <Figure name={`${t('insights.call.level', { count: now.target })}, ${t('insights.call.levelOfAnswered')}`} value={now.levelOfAnswered} before={before.levelOfAnswered} show={share} />
        <Figure name={`${t('insights.call.level', { count: now.target })}, ${t('insights.call.levelOfAll')}`} value={now.levelOfAll} before={before.levelOfAll} show={share} />
      </dl>
      <div className="report-columns">
        <Bars title={t('insights.call.where')} rows={stages} />
        <Bars title={t('insights.call.became')} rows={[[t('insights.call.answered'), now.answered], ...rest]} />
      </div>
    </>
  )
}

/** Numbers with a bar each: the number is the truth, the bar the picture. */
function Bars({ title, rows }: { title: string; rows: readonly (readonly [string, number])[] }) {
  const most = Math.max(1, ...rows.map(([, n]) => n))
  return (
    <table className="report-table"><caption>{title}</caption><tbody>
      {rows.map(([name, n]) => <tr key={name}><th scope="row">{name}</th><td className="number">{n}</td><td className="bar-cell"><Bar share={n / most} /></td></tr>)}
    </tbody></table>
  )
}
const Bar = ({ share }: { share: number }) => share > 0 && <span className="report-bar" aria-hidden style={{ inlineSize: `${Math.round(share * 100)}%` }} />

const caseKeys = ['opened', 'closed', 'handedOver', 'emergencies', 'open', 'late', 'silent'] as const
function Cases({ now, before }: { now: CaseFigures; before: CaseFigures }) {
  const t = useText(), language = useLanguage(), hours = (n: number) => timeWords(n, language)
  return (
    <dl className="report-figures">
      {caseKeys.map((k) => <Figure key={k} name={t(`insights.case.${k}`)} value={now[k]} before={before[k]} />)}
      <Figure name={`${t('insights.case.solution')}: ${t('insights.case.median')}`} value={now.solution.median} before={before.solution.median} show={hours} />
      <Figure name={t('insights.case.p90')} value={now.solution.p90} before={before.solution.p90} show={hours} />
      <div className="report-figure"><dt>{t('insights.case.solution')}</dt><dd><SpreadWords spread={now.solution} /></dd></div>
    </dl>
  )
}
function SpreadWords({ spread }: { spread: Spread }) {
  const t = useText(), language = useLanguage()
  if (!spread.n) return <span className="hint">{t('insights.case.none')}</span>
  if (few(spread)) return <span className="hint">{t('insights.case.few', { count: spread.n })}</span>
  return <span className="meta">{t('insights.case.spread', { from: timeWords(spread.p25, language), to: timeWords(spread.p75, language) })}, {t('insights.case.of', { count: spread.n })}</span>
}

function Part({ title, none, children }: { title: string; none: boolean; children: ReactNode }) {
  const t = useText()
  return <section className="panel stack"><h2>{title}</h2>{none ? <p className="hint">{t('insights.by.none')}</p> : <div className="report-scroll" role="region" aria-label={title} tabIndex={0}>{children}</div>}</section>
}
function Directorates({ rows }: { rows: Report['byDirectorate'] }) {
  const t = useText(), name = useName(), language = useLanguage(), keys = ['opened', 'closed', 'open', 'late', 'silent'] as const
  return (
    <Part title={t('insights.by.directorate')} none={!rows.length}>
      <table className="report-table">
        <thead><tr><th scope="col">{t('insights.by.name')}</th>{keys.map((k) => <th key={k} scope="col" className="end">{t(`insights.case.${k}`)}</th>)}<th scope="col">{t('insights.case.solution')}</th></tr></thead>
        <tbody>
          {rows.map((d) => (
            <tr key={d.id ?? 'none'}><th scope="row">{name(d.name)}</th>{keys.map((k) => <td key={k} className="number end">{d[k]}</td>)}
              <td>{few(d.solution) || !d.solution.n ? <SpreadWords spread={d.solution} /> : <>{timeWords(d.solution.median, language)} <SpreadWords spread={d.solution} /></>}</td></tr>
          ))}
        </tbody>
      </table>
    </Part>
  )
}
function Places({ rows }: { rows: Report['byPlace'] }) {
  const t = useText(), most = Math.max(1, ...rows.map((r) => r.opened)), keys = ['opened', 'open', 'late'] as const
  return (
    <Part title={t('insights.by.place')} none={!rows.length}>
      <table className="report-table">
        <thead><tr><th scope="col">{t('insights.by.place_')}</th>{keys.map((k) => <th key={k} scope="col" className="end">{t(`insights.case.${k}`)}</th>)}<td className="bar-cell" /></tr></thead>
        <tbody>{rows.map((p) => <tr key={p.id}><th scope="row">{p.name}</th>{keys.map((k) => <td key={k} className="number end">{p[k]}</td>)}<td className="bar-cell"><Bar share={p.opened / most} /></td></tr>)}</tbody>
      </table>
    </Part>
  )
}
function Topics({ rows }: { rows: Report['byTopic'] }) {
  const t = useText(), name = useName(), language = useLanguage(), most = Math.max(1, ...rows.map((r) => r.opened))
  return (
    <Part title={t('insights.by.topic')} none={!rows.length}>
      <table className="report-table">
        <thead><tr><th scope="col">{t('insights.by.topic_')}</th><th scope="col" className="end">{t('insights.case.opened')}</th><th scope="col" className="end">{t('insights.by.usual')}</th><td className="bar-cell" /></tr></thead>
        <tbody>{rows.map((p) => <tr key={p.id}><th scope="row">{name(p.name)}</th><td className="number end">{p.opened}</td><td className="number end">{new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(p.usual)}</td><td className="bar-cell"><Bar share={p.opened / most} /></td></tr>)}</tbody>
      </table>
    </Part>
  )
}
function Meanings({ days }: { days: number }) {
  const t = useText()
  return (
    <section className="stack report-notes"><h2>{t('insights.means.title')}</h2>
      <ul className="stack meta">{(['offered', 'answered', 'missed', 'level', 'late', 'silent', 'solution', 'usual'] as const).map((k) => <li key={k}>{t(`insights.means.${k}`, { days })}</li>)}</ul>
    </section>
  )
}

function Save({ report }: { report: Report }) {
  const t = useText(), name = useName()
  function save() {
    const directorates = [[t('insights.by.name'), ...caseKeys.map((k) => t(`insights.case.${k}`)), `${t('insights.case.solution')} (n)`, t('insights.case.median')], ...report.byDirectorate.map((d) => [name(d.name), ...caseKeys.map((k) => d[k]), d.solution.n, d.solution.median])]
    const places = [[t('insights.by.place_'), t('insights.case.opened'), t('insights.case.open'), t('insights.case.late')], ...report.byPlace.map((p) => [p.name, p.opened, p.open, p.late])]
    const topics = [[t('insights.by.topic_'), t('insights.case.opened'), t('insights.by.usual')], ...report.byTopic.map((p) => [name(p.name), p.opened, p.usual])]
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([csv([...directorates, [], ...places, [], ...topics])], { type: 'text/csv;charset=utf-8' }))
    link.download = `${t('insights.report.file')}-${report.from}.csv`
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  }
  return <Button onPress={save}><Download aria-hidden />{t('insights.report.download')}</Button>
}

/** Each morning in one's own mail; a tick is saved at once, since unticking undoes it. */
function ByMail() {
  const t = useText(), queries = useQueryClient(), mine = useQuery(asking(insightsApi.reportMail)).data
  const saving = useMutation({
    mutationFn: (wish: { daily: boolean; weekly: boolean }) => call(insightsApi.setReportMail, wish),
    onSuccess: () => announce(t('insights.mail.saved')),
    onSettled: () => void queries.invalidateQueries({ queryKey: [insightsApi.reportMail.path] }),
  })
  if (!mine) return null
  const now = saving.isPending ? { ...mine, ...saving.variables } : mine
  return (
    <section className="panel stack no-print"><h2>{t('insights.mail.title')}</h2>
      <ProblemNotice problem={saving.error} />
      <Checkbox isSelected={now.daily} onChange={(daily) => saving.mutate({ daily, weekly: now.weekly })}>{t('insights.mail.daily')}</Checkbox>
      <Checkbox isSelected={now.weekly} onChange={(weekly) => saving.mutate({ daily: now.daily, weekly })}>{t('insights.mail.weekly')}</Checkbox>
      <p className="hint">{mine.connected ? t('insights.mail.to', { email: mine.email }) : t('insights.mail.none')}</p>
    </section>
  )
}
