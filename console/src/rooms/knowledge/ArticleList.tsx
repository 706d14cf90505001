import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Megaphone, Pin } from 'lucide-react'
import { Badge, Button, EmptyState, Select, Table, TextField, Time, type TableColumn } from '@akmasa/ui'
import { ArticleState, knowledgeApi, type ArticleRow } from '../../../../contracts/knowledge.ts'
import type { Answer } from '../../client.ts'
import { Finder } from '../../Finder.tsx'
import { Answered, useTyped } from '../../listing.tsx'
import { useDirectorates, usePlaces, useTopics } from '../../lists.ts'
import { useMay } from '../../session.tsx'
import { useLanguage, useName, useText } from '../../text.ts'
import { narrowing, sorts, type KnowledgeFilters } from './filters.ts'
import { StateBadge } from './state-badge.tsx'

type Query = UseInfiniteQueryResult<InfiniteData<Answer<typeof knowledgeApi.articles>>>
const everything = 'all'
export function ArticleList({ filters: f, onChange, query }: { filters: KnowledgeFilters; onChange: (next: KnowledgeFilters) => void; query: Query }) {
  const t = useText(), name = useName(), topics = useTopics(), places = usePlaces(), columns = useColumns(), navigate = useNavigate(), may = useMay()
  const set = (part: KnowledgeFilters) => onChange({ ...f, ...part })
  const [typed, setTyped] = useTyped(f.q ?? '', (q) => set({ q: q || undefined }))
  const waiting = query.data?.pages[0]?.inReview ?? 0
  return (
    <div className="stack">
      <div className="filters" role="search">
        <TextField label={t('shared.search')} type="search" value={typed} onChange={setTyped} maxLength={120} placeholder={t('knowledge.filter.words')} />
        <Select label={t('knowledge.filter.state')} value={f.state ?? everything} onChange={(v) => set({ state: ArticleState.safeParse(v).data })} options={[{ id: everything, name: t('shared.all') }, ...ArticleState.options.map((s) => ({ id: s, name: t(`knowledge.state.${s}`) }))]} />
        <Select label={t('knowledge.filter.kind')} value={f.kind ?? everything} onChange={(v) => set({ kind: v === 'article' || v === 'announcement' ? v : undefined })} options={[{ id: everything, name: t('shared.all') }, { id: 'article', name: t('knowledge.kind.article') }, { id: 'announcement', name: t('knowledge.kind.announcement') }]} />
        <Finder label={t('knowledge.filter.place')} options={places.map((x) => ({ id: x.id, name: x.name, description: t(`shared.place.${x.kind}`) }))} value={f.placeId ?? null} onChoose={(id) => set({ placeId: id ?? undefined })} />
        <Finder label={t('knowledge.filter.topic')} options={topics.map((x) => ({ id: x.id, name: name(x.name), description: name(x.group) }))} value={f.topicId ?? null} onChoose={(id) => set({ topicId: id ?? undefined })} />
        <Select label={t('knowledge.filter.sort')} value={f.sort ?? 'changed'} onChange={(v) => set({ sort: v === 'read' || v === 'expiring' ? v : undefined })} options={sorts.map((s) => ({ id: s, name: t(`knowledge.sort.${s}`) }))} />
        {narrowing(f) > 0 && <Button onPress={() => onChange({ sort: f.sort })}>{t('shared.clear')}</Button>}
        {waiting > 0 && may('knowledge.write') && f.state !== 'in_review' && <Button onPress={() => onChange({ state: 'in_review' })}>{t('knowledge.inReview', { count: waiting })}</Button>}
      </div>
      <Answered of={query}>
        {({ pages }) => {
          const rows = pages.flatMap((p) => p.rows)
          if (!rows.length) return narrowing(f) || f.sort
            ? <EmptyState title={t('knowledge.empty.narrowed')} action={<Button onPress={() => onChange({})}>{t('shared.all')}</Button>}>{t('knowledge.empty.narrowedWords')}</EmptyState>
            : <EmptyState title={t('knowledge.empty.title')}>{t('knowledge.empty.words')}</EmptyState>
          return (
            <div className="panel list-panel">
              <Table className="articles" label={t('knowledge.list')} columns={columns} rows={rows} rowText={(a) => a.title.tr} onOpen={(a) => void navigate({ to: '/knowledge/$articleId', params: { articleId: a.id } })} />
              {query.hasNextPage && <div className="list-foot"><Button onPress={() => void query.fetchNextPage()} isPending={query.isFetchingNextPage}>{t('shared.more')}</Button></div>}
            </div>
          )
        }}
      </Answered>
    </div>
  )
}

function useColumns(): TableColumn<ArticleRow>[] {
  const t = useText(), name = useName(), language = useLanguage(), places = usePlaces(), directorates = useDirectorates()
  const title = (a: ArticleRow) => (language === 'en' && a.title.en) || a.title.tr || t('knowledge.untitled')
  const where = (a: ArticleRow) => (a.placeIds.length === 0 ? t('knowledge.everywhere') : a.placeIds.length > 2 ? t('intake.knowledge.places', { count: a.placeIds.length }) : a.placeIds.map((id) => places.find((p) => p.id === id)?.name ?? '').join(', '))
  const owner = (a: ArticleRow) => { const found = directorates.find((d) => d.id === a.directorateId); return found ? name(found.name) : t('knowledge.desk') }
  const count = (a: ArticleRow) => t('knowledge.readTimes', { count: a.count.reads })
  return [
    {
      id: 'title', name: t('knowledge.column.title'), rowHeader: true, className: 'whole',
      cell: (a) => (
        <>
          <Link to="/knowledge/$articleId" params={{ articleId: a.id }} className="article-title">{title(a)}</Link>{' '}
          {a.kind === 'announcement' && <Badge tone="info" icon={Megaphone}>{t('knowledge.kind.announcement')}</Badge>}{a.pinned && <Badge tone="accent" icon={Pin}>{t('knowledge.pinned')}</Badge>}{!a.english && <span className="meta"> {t('knowledge.noEnglish')}</span>}
          <span className="narrow-only meta"><br /><StateBadge state={a.state} open={a.open} /><br />{where(a)} · {count(a)}</span>
        </>
      ),
    },
    { id: 'state', name: t('knowledge.column.state'), width: '200px', className: 'narrow-hidden whole', cell: (a) => <StateBadge state={a.state} open={a.open} /> },
    { id: 'where', name: t('knowledge.column.where'), width: '150px', className: 'narrow-hidden', cell: where },
    { id: 'until', name: t('knowledge.column.until'), width: '136px', className: 'narrow-hidden mid-hidden', cell: (a) => (a.validUntil ? <Time at={a.validUntil} /> : <span className="hint">{t('knowledge.noEnd')}</span>) },
    { id: 'owner', name: t('knowledge.column.owner'), width: '180px', className: 'narrow-hidden mid-hidden', cell: owner },
    { id: 'read', name: t('knowledge.column.read'), width: '104px', className: 'narrow-hidden', cell: (a) => <span className="number" title={t('knowledge.helpedOf', { helped: a.count.helped, reads: a.count.reads })}>{a.count.reads}</span> },
    { id: 'changed', name: t('knowledge.column.changed'), width: '150px', className: 'narrow-hidden', cell: (a) => <span title={a.changedBy ?? t('shared.system')}><Time at={a.changedAt} form="words" /></span> },
  ]
}
