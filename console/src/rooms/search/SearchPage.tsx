/** “What became of mine?”: everything found, with what to tell whoever asks. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Landmark, Siren } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Badge, Button, DateField, EmptyState, Select, showPhone, State, TextField, Time, useZone } from '@akmasa/ui'
import { casesApi, CaseStatus, type SearchAnswer, type SearchHit } from '../../../../contracts/cases.ts'
import { fold } from '../../../../contracts/fold.ts'
import { promiseRuns } from '../../../../contracts/moves.ts'
import { PlaceId } from '../../../../contracts/places.ts'
import { TopicId } from '../../../../contracts/routing.ts'
import { Due } from '../../Due.tsx'
import { Finder } from '../../Finder.tsx'
import { Answered, askingPages, useTyped } from '../../listing.tsx'
import { usePlaces, useTopics } from '../../lists.ts'
import { useMay } from '../../session.tsx'
import { useLanguage, useName, useText } from '../../text.ts'
import { MuhtarDialog } from './MuhtarDialog.tsx'
import { marked, sayOf } from './say.ts'
import type { SearchFilters } from './filters.ts'
import './search.css'

const everything = 'all'
export function SearchPage() {
  const t = useText(), filters = useSearch({ from: '/desk/search' }), navigate = useNavigate(), q = filters.q ?? ''
  const put = (search: SearchFilters) => void navigate({ to: '/search', search, replace: true })
  const [typed, setTyped] = useTyped(q, (words) => put({ ...filters, q: words || undefined }))
  const query = useInfiniteQuery({ ...askingPages(casesApi.search, { ...filters, q }), enabled: q !== '', placeholderData: keepPreviousData })
  const narrowed = filters.status || filters.topicId || filters.placeId || filters.from || filters.to
  return (
    <div className="page">
      <h1>{t('search.title')}</h1>
      <div role="search" className="stack">
        <TextField label={t('search.box')} description={t('search.boxHint')} type="search" value={typed} onChange={setTyped} maxLength={120} autoFocus />
        {q && <Narrow filters={filters} put={put} />}
      </div>
      {q === '' ? <EmptyState title={t('search.start')}>{t('search.startWords')}</EmptyState> : (
        <Answered of={query}>
          {({ pages }) => {
            const [first] = pages as [SearchAnswer], hits = pages.flatMap((p) => p.rows)
            return (
              <div className="stack">
                <p className="meta" role="status">{t('search.found', { count: hits.length })}{query.hasNextPage ? t('search.andMore') : ''}</p>
                <Beside answer={first} />
                {hits.length === 0
                  ? <EmptyState title={t(narrowed ? 'search.narrowed' : 'search.nothing')} action={narrowed ? <Button onPress={() => put({ q })}>{t('search.clear')}</Button> : undefined}>{t(narrowed ? 'search.narrowedWords' : 'search.nothingWords')}</EmptyState>
                  : <ol className="stack search-hits">{hits.map((hit) => <Hit key={hit.id} hit={hit} words={first.words} />)}</ol>}
                {query.hasNextPage && <div className="list-foot"><Button onPress={() => void query.fetchNextPage()} isPending={query.isFetchingNextPage}>{t('shared.more')}</Button></div>}
              </div>
            )
          }}
        </Answered>
      )}
    </div>
  )
}

function Narrow({ filters, put }: { filters: SearchFilters; put: (f: SearchFilters) => void }) {
  const t = useText(), name = useName(), topics = useTopics(), places = usePlaces()
  const states = [{ id: everything, name: t('shared.all') }, ...CaseStatus.options.map((s) => ({ id: s, name: t(`shared.status.${s}`) }))]
  return (
    <div className="filters">
      <Select label={t('search.state')} options={states} value={filters.status?.[0] ?? everything} onChange={(id) => { const status = CaseStatus.safeParse(id).data; put({ ...filters, status: status && [status] }) }} />
      <Finder label={t('search.topic')} options={topics.map((x) => ({ id: x.id, name: name(x.name), description: name(x.group) }))} value={filters.topicId ?? null} onChoose={(id) => put({ ...filters, topicId: TopicId.safeParse(id).data })} />
      <Finder label={t('search.place')} options={places.map((p) => ({ id: p.id, name: p.name, description: p.within ?? '' }))} value={filters.placeId ?? null} onChoose={(id) => put({ ...filters, placeId: PlaceId.safeParse(id).data })} />
      <DateField label={t('search.from')} value={filters.from ?? null} onChange={(d) => put({ ...filters, from: d ?? undefined })} />
      <DateField label={t('search.to')} value={filters.to ?? null} onChange={(d) => put({ ...filters, to: d ?? undefined })} />
    </div>
  )
}

function Beside({ answer }: { answer: SearchAnswer }) {
  const t = useText(), may = useMay(), [asking, setAsking] = useState<SearchAnswer['people'][number] | null>(null)
  if (!answer.people.length) return null
  return (
    <section className="panel stack"><h2>{t('search.people')}</h2>
      <ul className="search-people">
        {answer.people.map((p) => (
          <li key={p.id} className="line">
            <strong>{p.name ?? t('search.noName')}</strong><span className="number meta">{p.phones.map(showPhone).join(', ')}</span>
            <span className="meta">{[p.placeName, p.street].filter(Boolean).join(', ')}</span><Badge tone={p.open ? 'info' : 'neutral'}>{t('search.open', { count: p.open })}</Badge>
            {p.muhtarOf.length > 0 && <Badge tone="accent" icon={Landmark}>{t('search.muhtar.of', { places: p.muhtarOf.map((o) => o.label).join(', ') })}</Badge>}
            {p.phones[0] && <Link to="/calls" search={{ q: p.phones[0] }}>{t('search.calls')}</Link>}
            {may('citizen.write') && <Button small look="quiet" aria-label={t('search.muhtar.open', { name: p.name ?? showPhone(p.phones[0]) })} onPress={() => setAsking(p)}><Landmark aria-hidden />{t('search.muhtar.short')}</Button>}
          </li>
        ))}
      </ul>
      {asking && <MuhtarDialog person={asking} onClose={() => setAsking(null)} />}
    </section>
  )
}

function Hit({ hit, words }: { hit: SearchHit; words: readonly string[] }) {
  const t = useText(), name = useName(), language = useLanguage(), zone = useZone()
  const done = !promiseRuns(hit.status)
  return (
    <li className="panel search-hit">
      <div className="line">
        <Link to="/cases/$caseId" params={{ caseId: hit.id }} className="number search-number">{hit.number}</Link><State state={hit.status} />
        {hit.emergency && <Badge tone="emergency" icon={Siren}>{t('shared.kind.emergency')}</Badge>}
        <Due at={hit.dueAt} done={done} /><span className="meta search-why">{t(`search.because.${hit.because}`)}</span>
      </div>
      <p><strong>{name(hit.topic)}</strong>{hit.place || hit.street ? <span className="meta"> <Marked text={[hit.street, hit.place].filter(Boolean).join(', ')} words={words} /></span> : null}</p>
      <p className="search-said"><Marked text={hit.said} words={words} /></p>
      <p className="search-say"><span className="meta">{t('search.tell')}</span> {sayOf(t, hit, language, zone)}</p>
      <p className="meta">{t('search.opened')} <Time at={hit.openedAt} />{hit.lastWordAt ? <> · {t('search.lastWord')} <Time at={hit.lastWordAt} form="words" /></> : ` · ${t('search.noWord')}`}</p>
    </li>
  )
}
function Marked({ text, words }: { text: string; words: readonly string[] }) {
  const parts = useMemo(() => marked(text, words, fold), [text, words])
  return <>{parts.map((p, i) => (p.hit ? <mark key={i}>{p.text}</mark> : p.text))}</>
}
