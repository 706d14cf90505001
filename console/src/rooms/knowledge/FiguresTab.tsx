/** How often what was read out, and whether it was enough: by day, topic and text. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Chips, dayOf, EmptyState, showTime, Table, useNow, useZone, type TableColumn } from '@akmasa/ui'
import { knowledgeApi } from '../../../../contracts/knowledge.ts'
import { asking } from '../../client.ts'
import { Answered } from '../../listing.tsx'
import { useTopics } from '../../lists.ts'
import { useLanguage, useName, useText } from '../../text.ts'

const periods = ['7', '30', '90'] as const
type Count = { reads: number; helped: number }
type Line = Count & { id: string; name: React.ReactNode }
const share = ({ reads, helped }: Count, language: string) => (reads ? new Intl.NumberFormat(language, { style: 'percent' }).format(helped / reads) : '')

export function FiguresTab() {
  const t = useText(), name = useName(), language = useLanguage(), zone = useZone(), now = useNow(60_000), topics = useTopics()
  const [days, setDays] = useState<(typeof periods)[number]>('30')
  const to = dayOf(now, zone), from = dayOf(new Date(now.getTime() - (Number(days) - 1) * 86_400_000), zone)
  const query = useQuery({ ...asking(knowledgeApi.knowledgeFigures, { from, to }), placeholderData: keepPreviousData })
  const topicName = (id: string | null) => { const found = topics.find((x) => x.id === id); return found ? name(found.name) : t('shared.unknown') }
  return (
    <div className="stack">
      <Chips label={t('knowledge.figures.period')} value={days} onChange={setDays} chips={periods.map((value) => ({ value, label: t('knowledge.figures.days', { count: Number(value) }) }))} />
      <Answered of={query}>
        {(f) => {
          const all = f.days.reduce((sum, d) => ({ reads: sum.reads + d.reads, helped: sum.helped + d.helped }), { reads: 0, helped: 0 })
          const most = Math.max(1, ...f.days.map((d) => d.reads))
          if (!all.reads && !f.questions) return <EmptyState title={t('knowledge.figures.empty')}>{t('knowledge.figures.emptyWords')}</EmptyState>
          return (
            <div className="stack">
              <p className="line figures-line"><strong className="number">{all.reads}</strong> {t('knowledge.figures.reads')} <strong className="number">{share(all, language)}</strong> {t('knowledge.figures.helped')} <strong className="number">{f.questions}</strong> {t('knowledge.figures.questions')}</p>
              <div className="figures-grid">
                <Counts title={t('knowledge.figures.byArticle')} rows={f.articles.map((a) => ({ ...a, name: <Link to="/knowledge/$articleId" params={{ articleId: a.id }}>{(language === 'en' && a.title.en) || a.title.tr}</Link> }))} />
                <Counts title={t('knowledge.figures.byTopic')} rows={f.topics.map((x) => ({ ...x, id: x.topicId ?? 'none', name: topicName(x.topicId) }))} />
                <section className="panel stack">
                  <h2>{t('knowledge.figures.byDay')}</h2>
                  <ul className="day-bars">
                    {f.days.map((d) => (
                      <li key={d.day}><span className="number meta">{showTime(new Date(`${d.day}T12:00:00Z`), 'day', language, 'UTC')}</span><span className="day-bar" style={{ inlineSize: `${(d.reads / most) * 100}%` }} aria-hidden="true" /><span className="number">{d.reads}</span></li>
                    ))}
                  </ul>
                </section>
              </div>
            </div>
          )
        }}
      </Answered>
    </div>
  )
}

function Counts({ title, rows }: { title: string; rows: readonly Line[] }) {
  const t = useText(), language = useLanguage()
  const columns: TableColumn<Line>[] = [
    { id: 'name', name: t('knowledge.column.title'), rowHeader: true, className: 'whole', cell: (r) => r.name },
    { id: 'reads', name: t('knowledge.column.read'), width: '96px', cell: (r) => <span className="number">{r.reads}</span> },
    { id: 'helped', name: t('knowledge.figures.share'), width: '96px', cell: (r) => <span className="number">{share(r, language)}</span> },
  ]
  return <section className="panel stack"><h2>{title}</h2><Table label={title} columns={columns} rows={rows} /></section>
}
