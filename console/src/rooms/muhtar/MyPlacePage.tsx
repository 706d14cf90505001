/** Her place: what is open there, what became of it, without anybody's name. Made for a telephone. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { PencilLine, Plus, Printer, Siren } from 'lucide-react'
import { Badge, Button, Chips, EmptyState, showTime, useNow, useZone } from '@akmasa/ui'
import { casesApi, type PlaceCase } from '../../../../contracts/cases.ts'
import type { Place } from '../../../../contracts/places.ts'
import { asking } from '../../client.ts'
import { Answered } from '../../listing.tsx'
import { useMe } from '../../session.tsx'
import { useLanguage, useName, useText } from '../../text.ts'
import { kept } from './draft.ts'
import { shows, type Show } from './filters.ts'
import { dueOf, ended, isLate, stateOf, titleOf } from './say.ts'
import './muhtar.css'

/** No event tells her: what happens to a case is told to those who work on it. */
const again = 60_000
const belongs: Record<Show, (c: PlaceCase) => boolean> = { open: (c) => !ended(c), mine: (c) => c.mine, ended }

export function MyPlacePage() {
  const t = useText(), { show = 'open' } = useSearch({ from: '/desk/my-place' }), navigate = useNavigate(), me = useMe()
  const places = useQuery({ ...asking(casesApi.myPlaces), staleTime: 10 * 60_000 }), cases = useQuery({ ...asking(casesApi.placeCases), refetchInterval: again })
  const language = useLanguage(), zone = useZone(), now = useNow(60_000)
  return (
    <div className="page muhtar">
      <div className="spread muhtar-head">
        <h1>{t(titleOf(places.data ?? []))}</h1>
        <Button className="no-print" look="quiet" onPress={() => print()}><Printer aria-hidden />{t('shared.print')}</Button>
      </div>
      <p className="print-line meta">{t('muhtar.printed', { name: me.name, time: showTime(now, 'table', language, zone) })}</p>
      <Answered of={places}>
        {(own) => own.length === 0 ? <EmptyState title={t('muhtar.noPlace')}>{t('muhtar.noPlaceWords')}</EmptyState> : (
          <div className="stack muhtar-parts">
            <Link to="/my-place/new" className="button primary no-print"><Plus aria-hidden />{t(kept(me.id) ? 'muhtar.goOn' : 'muhtar.new')}</Link>
            <Answered of={cases}>
              {(all) => (
                <div className="stack muhtar-parts">
                  <Chips className="no-print" label={t('muhtar.show.label')} value={show} onChange={(v) => void navigate({ to: '/my-place', search: v === 'open' ? {} : { show: v }, replace: true })} chips={shows.map((v) => ({ value: v, label: `${t(`muhtar.show.${v}`)}: ${all.filter(belongs[v]).length}` }))} />
                  {own.map((place) => <OfPlace key={place.id} place={place} only={own.length === 1} cases={all.filter((c) => c.placeId === place.id)} show={show} />)}
                </div>
              )}
            </Answered>
          </div>
        )}
      </Answered>
      <p className="meta">{t('muhtar.noNames')}</p>
    </div>
  )
}

function OfPlace({ place, cases, show, only }: { place: Place; cases: readonly PlaceCase[]; show: Show; only: boolean }) {
  const t = useText(), now = useNow(60_000), shown = cases.filter(belongs[show]), late = cases.filter((c) => isLate(c, now)).length
  return (
    <section className="stack">
      <div className="line"><h2>{place.name} <span className="meta">{t(`shared.place.${place.kind}`)}</span></h2>{late > 0 && <Badge tone="danger">{t('muhtar.lateCount', { count: late })}</Badge>}</div>
      {shown.length ? <ol className="stack place-cases">{shown.map((c) => <Card key={c.id} of={c} />)}</ol>
        : only ? <EmptyState title={t(`muhtar.empty.${show}`)}>{t(`muhtar.emptyWords.${show}`)}</EmptyState> : <p className="hint">{t(`muhtar.empty.${show}`)}</p>}
    </section>
  )
}

function Card({ of: c }: { of: PlaceCase }) {
  const t = useText(), name = useName(), language = useLanguage(), zone = useZone(), now = useNow(60_000)
  return (
    <li className={c.emergency && !ended(c) ? 'panel place-case urgent' : 'panel place-case'}>
      <Link to="/my-place/$caseId" params={{ caseId: c.id }} className="place-case-link"><strong>{name(c.topic)}</strong> <span className="number meta">{c.number}</span></Link>
      {c.street && <span>{c.street}</span>}
      {c.said && <span className="place-case-said">“{c.said}”</span>}
      <span>{stateOf(t, c, language)}</span>
      <span className={isLate(c, now) ? 'place-case-late' : 'meta'}>{dueOf(t, c, now, language, zone)}</span>
      {(c.mine || c.emergency || c.followers > 0) && (
        <span className="line">
          {c.emergency && <Badge tone="danger" icon={Siren}>{t('shared.kind.emergency')}</Badge>}
          {c.mine && <Badge tone="accent" icon={PencilLine}>{t('muhtar.mine')}</Badge>}
          {c.followers > 0 && <span className="meta">{t('muhtar.followers', { count: c.followers })}</span>}
        </span>
      )}
    </li>
  )
}
