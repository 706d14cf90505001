/** All of one kind: found by folded words, filtered, sorted, put in order; a long list shows itself in pieces. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ArrowDown, ArrowUp, ListOrdered, Plus } from 'lucide-react'
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Badge, Button, EmptyState, Notice, Select, TextField, Time } from '@akmasa/ui'
import { settingsApi, type SettingKind } from '../../../../contracts/settings.ts'
import { asking } from '../../client.ts'
import { Answered, useTyped } from '../../listing.tsx'
import { useMay } from '../../session.tsx'
import { useText } from '../../text.ts'
import { useSay } from './ChangeLines.tsx'
import type { Names } from './names.ts'
import { fixed, onlyMissing } from './new-thing.ts'
import { OrderList } from './OrderList.tsx'
import { found, listRow, sortedRows, type Filter, type ListRow, type SortBy } from './rows.ts'
import './settings.css'

/** Rows on the screen before one asks for more. */
const piece = 200
export const NewButton = ({ kind, search }: { kind: SettingKind; search?: Record<string, string> }) => {
  const t = useText()
  return <Link className="button primary" to="/settings/$kind/$id" params={{ kind, id: 'new' }} search={search ?? {}}><Plus aria-hidden />{t(`settings.new.${kind as 'topic'}`)}</Link>
}

export function ListPage({ kind, names, actions, children }: { kind: SettingKind; names: Names; actions?: ReactNode; children?: (shown: readonly ListRow[]) => ReactNode }) {
  const t = useText(), mayWrite = useMay()('setting.write'), query = useQuery(asking(settingsApi.settings, { kind }))
  const { q = '', show = 'active' } = useSearch({ from: '/desk/settings/$kind' }), navigate = useNavigate()
  const put = (next: { q?: string; show?: Filter }) => void navigate({ to: '/settings/$kind', params: { kind }, search: { ...(q && { q }), ...(show !== 'active' && { show }), ...next }, replace: true })
  const [typed, setTyped] = useTyped(q, (words) => put({ q: words || undefined })), [ordering, setOrdering] = useState(false)
  const add = mayWrite && !fixed.includes(kind) && !onlyMissing.includes(kind) && <NewButton kind={kind} />
  return (
    <div className="settings-page">
      <div className="spread wraps">
        <h1>{t(`settings.section.${kind}`)}</h1>
        <span className="line">{actions}{add}</span>
      </div>
      <p className="hint">{t(`settings.about.${kind}`)}</p>
      {!mayWrite && <Notice tone="neutral">{t('settings.readOnly')}</Notice>}
      <Answered of={query}>
        {(rows) => {
          if (!rows.length) return <EmptyState title={t('settings.list.empty')} action={add || actions}>{t(`settings.about.${kind}`)}</EmptyState>
          const ordered = rows.some((r) => typeof r.value.position === 'number')
          if (ordering) return <OrderList kind={kind} rows={rows.filter((r) => r.value.retired !== true)} onDone={() => setOrdering(false)} />
          return (
            <Rows kind={kind} rows={rows} names={names} typed={typed} show={show} extra={children}>
              <TextField label={t('settings.list.search')} type="search" value={typed} onChange={setTyped} maxLength={80} />
              <Select label={t('settings.list.filter')} value={show} onChange={(v) => put({ show: v as Filter })} options={(['active', 'retired', 'all'] as const).map((f) => ({ id: f, name: t(kind === 'staff' && f === 'retired' ? 'settings.staff.filterLeft' : kind === 'staff' && f === 'active' ? 'settings.staff.active' : `settings.list.${f}`) }))} />
              {ordered && mayWrite && rows.length > 1 && <Button onPress={() => setOrdering(true)}><ListOrdered aria-hidden />{t('settings.list.order')}</Button>}
            </Rows>
          )
        }}
      </Answered>
    </div>
  )
}

function Rows({ kind, rows, names, typed, show, extra, children }: { kind: SettingKind; rows: Parameters<typeof listRow>[2][]; names: Names; typed: string; show: Filter; extra?: (shown: readonly ListRow[]) => ReactNode; children: ReactNode }) {
  const t = useText(), say = useSay(names), { language } = say
  const [by, setBy] = useState<{ by: SortBy; down: boolean }>({ by: 'given', down: false }), [most, setMost] = useState(piece)
  // Folded once, not at every letter.
  const all = useMemo(() => rows.map((r) => listRow({ t, language, names, zone: say.zone }, kind, r)), [rows, kind, t, language, names, say.zone])
  const shown = useMemo(() => sortedRows(found(all, typed, show), by.by, by.down, language), [all, typed, show, by, language])
  const heading = (column: Exclude<SortBy, 'given'>, words: string, className?: string) => (
    <th scope="col" className={className} aria-sort={by.by === column ? (by.down ? 'descending' : 'ascending') : undefined}>
      <button type="button" onClick={() => setBy(by.by === column ? { by: column, down: !by.down } : { by: column, down: false })}>{words}{by.by === column && (by.down ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />)}</button>
    </th>
  )
  return (
    <div className="stack">
      <div className="filters" role="search">{children}<span className="meta" role="status">{shown.length === all.length ? t('settings.list.count', { count: all.length }) : t('settings.list.of', { shown: shown.length, all: all.length })}</span></div>
      {extra?.(shown)}
      {shown.length === 0 ? <EmptyState title={t('settings.list.nothing')}>{t('settings.list.nothingWords')}</EmptyState> : (
        <div className="panel list-panel">
          <table className="settings-list" aria-label={t(`settings.section.${kind}`)} onKeyDown={byArrows}>
            <thead><tr>{heading('title', t('settings.list.name'))}{heading('about', t('settings.list.about'), 'narrow-hidden')}{heading('changed', t('settings.list.changed'), 'narrow-hidden mid-hidden')}</tr></thead>
            <tbody>
              {shown.slice(0, most).map((r) => (
                <tr key={r.id}>
                  <th scope="row"><Link to="/settings/$kind/$id" params={{ kind, id: r.id }}>{r.title}</Link>{r.out && <> <Badge tone="warning">{t(kind === 'staff' ? 'settings.field.left' : 'settings.field.retired')}</Badge></>}<span className="narrow-only meta"><br />{r.about}</span></th>
                  <td className="narrow-hidden"><span className="two-lines">{r.about}</span></td>
                  <td className="narrow-hidden mid-hidden meta">{r.row.changedAt ? <><Time at={r.row.changedAt} /> {r.row.changedBy}</> : t('settings.list.never')}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {shown.length > most && <div className="list-foot"><Button onPress={() => setMost(most + piece)}>{t('shared.more')}</Button></div>}
        </div>
      )}
    </div>
  )
}
/** Up and down walk the links of the rows; Home and End go to the ends. */
function byArrows(e: KeyboardEvent<HTMLElement>): void {
  const links = [...e.currentTarget.querySelectorAll<HTMLElement>('tbody a')], at = links.indexOf(document.activeElement as HTMLElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[e.key]
  if (to === undefined || at < 0) return
  e.preventDefault()
  links[Math.max(0, Math.min(links.length - 1, to))]?.focus()
}
