/** Views, counts and filters; each of them is a part of the address. */
import type { ReactNode } from 'react'
import { Button, Checkbox, Select } from '@akmasa/ui'
import { CaseStatus, type Inbox } from '../../../../contracts/cases.ts'
import { CaseKind } from '../../../../contracts/routing.ts'
import { Finder } from '../../Finder.tsx'
import { usePlaces, useTopics } from '../../lists.ts'
import { useMe } from '../../session.tsx'
import { useName, useText } from '../../text.ts'
import { narrowing, views, type InboxFilters } from './filters.ts'

type Counted = 'late' | 'today' | 'unread' | 'emergency' | 'mentioned' | 'escalated'
/** Shown as pressed counts, not in the folded part. */
const counted = { late: undefined, today: undefined, unread: undefined, emergency: undefined, mentioned: undefined, escalated: undefined }
type Props = { filters: InboxFilters; counts: Inbox['counts'] | null; onChange: (next: InboxFilters) => void }
export function InboxSide({ filters, counts, onChange }: Props) {
  const t = useText(), name = useName(), { directorate } = useMe()
  const topics = useTopics(), places = usePlaces()
  const view = filters.view ?? 'mine'
  const set = (part: InboxFilters) => onChange({ ...filters, ...part, case: undefined })
  /** A count narrows the list to what it counted. Mentions are counted wherever they are, so the whole list opens with them. */
  const only = (what: Counted) => ({
    on: filters[what] ?? false,
    onPress: () => set({ [what]: filters[what] ? undefined : true, ...((what === 'mentioned' || what === 'escalated') && !filters[what] ? { view: 'all' as const } : {}) }),
  })
  return (
    <aside className="inbox-side no-print" data-region="filters" aria-label={t('cases.inbox.filters')}>
      <nav aria-label={t('cases.inbox.views')}>
        <ul>
          {views.map((v) => (
            <li key={v}><button type="button" className="view" aria-current={v === view ? 'page' : undefined} onClick={() => onChange({ ...filters, view: v === 'mine' ? undefined : v, case: undefined })}>{t(`cases.inbox.view.${v === 'mine' && !directorate ? 'desk' : v}`)}</button></li>
          ))}
        </ul>
      </nav>
      <ul className="counts" aria-label={t('cases.inbox.counts')}>
        <Count name={t('cases.inbox.count.open')} n={counts?.open} />
        <Count name={t('cases.inbox.count.late')} n={counts?.late} tone="danger" {...only('late')} />
        <Count name={t('cases.inbox.count.today')} n={counts?.today} {...only('today')} />
        <Count name={t('cases.inbox.count.unread')} n={counts?.unread} {...only('unread')} />
        <Count name={t('cases.inbox.count.emergency')} n={counts?.emergency} tone="danger" {...only('emergency')} />
        <Count name={t('cases.inbox.count.mentioned')} n={counts?.mentioned} {...only('mentioned')} />
        <Count name={t('clocks.inbox.escalated')} n={counts?.escalated} tone="danger" {...only('escalated')} />
      </ul>
      <details className="more-filters" open={narrowing({ ...filters, q: undefined, ...counted }) > 0 || undefined}>
        <summary>{t('cases.inbox.filters')}</summary>
        <div className="stack">
          {directorate && <Select label={t('cases.inbox.part')} value={filters.part ?? 'any'} onChange={(v) => set({ part: v === 'lead' || v === 'supporting' ? v : undefined })} options={[{ id: 'any', name: t('cases.inbox.anyPart') }, { id: 'lead', name: t('shared.part.lead') }, { id: 'supporting', name: t('shared.part.supporting') }]} />}
          <Finder label={t('cases.inbox.topic')} options={topics.map((x) => ({ id: x.id, name: name(x.name), description: name(x.group) }))} value={filters.topicId ?? null} onChoose={(id) => set({ topicId: id ?? undefined })} />
          <Finder label={t('cases.inbox.place')} options={places.map((x) => ({ id: x.id, name: x.name, description: t(`shared.place.${x.kind}`) }))} value={filters.placeId ?? null} onChoose={(id) => set({ placeId: id ?? undefined })} />
          <Several legend={t('cases.inbox.status')} all={CaseStatus.options} chosen={filters.status} onChange={(status) => set({ status })} word={(s) => t(`shared.status.${s}`)} />
          <Several legend={t('cases.inbox.kind')} all={CaseKind.options} chosen={filters.kind} onChange={(kind) => set({ kind })} word={(k) => t(`shared.kind.${k}`)} />
        </div>
      </details>
      {narrowing(filters) > 0 && <Button small onPress={() => onChange({ view: filters.view, sort: filters.sort })}>{t('cases.inbox.clear')}</Button>}
    </aside>
  )
}

function Count({ name, n, tone, on, onPress }: { name: string; n: number | undefined; tone?: 'danger'; on?: boolean; onPress?: () => void }) {
  const inner: ReactNode = <><span>{name}</span><span className={n && tone ? `number tone-${tone} figure` : 'number figure'}>{n ?? ''}</span></>
  return <li>{onPress ? <button type="button" className="view" aria-pressed={on ?? false} onClick={onPress}>{inner}</button> : <span className="view plain">{inner}</span>}</li>
}

function Several<V extends string>(p: { legend: string; all: readonly V[]; chosen: V[] | undefined; onChange: (next: V[] | undefined) => void; word: (v: V) => string }) {
  const chosen = p.chosen ?? []
  function toggle(v: V, on: boolean) {
    const next = p.all.filter((x) => (x === v ? on : chosen.includes(x)))
    p.onChange(next.length ? next : undefined)
  }
  return <fieldset className="field"><legend>{p.legend}</legend>{p.all.map((v) => <Checkbox key={v} isSelected={chosen.includes(v)} onChange={(on) => toggle(v, on)}>{p.word(v)}</Checkbox>)}</fieldset>
}
