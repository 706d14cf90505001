/** Topics under their groups: found by words, put in order, each with who answers it and how soon. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ListOrdered, Pencil, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Badge, Button, EmptyState, Notice, Select, TextField } from '@akmasa/ui'
import { settingsApi, type SettingRow } from '../../../../contracts/settings.ts'
import { asking } from '../../client.ts'
import { Answered, useTyped } from '../../listing.tsx'
import { useMay } from '../../session.tsx'
import { useLanguage, useText } from '../../text.ts'
import { useSay } from './ChangeLines.tsx'
import { NewButton } from './ListPage.tsx'
import { nameOf } from './names.ts'
import { useNames } from './use-names.ts'
import { OrderList } from './OrderList.tsx'
import { found, listRow, type Filter, type ListRow } from './rows.ts'
import './settings.css'

export function TopicTree() {
  const t = useText(), mayWrite = useMay()('setting.write'), navigate = useNavigate(), names = useNames(['directorate', 'institution']), say = useSay(names)
  const topics = useQuery(asking(settingsApi.settings, { kind: 'topic' })), groups = useQuery(asking(settingsApi.settings, { kind: 'topic_group' }))
  const { q = '', show = 'active' } = useSearch({ from: '/desk/settings/$kind' }), [ordering, setOrdering] = useState<'groups' | string | null>(null)
  const put = (next: { q?: string; show?: Filter }) => void navigate({ to: '/settings/$kind', params: { kind: 'topic' }, search: { ...(q && { q }), ...(show !== 'active' && { show }), ...next }, replace: true })
  const [typed, setTyped] = useTyped(q, (words) => put({ q: words || undefined }))
  const { t: words, language, zone } = say
  const all = useMemo(() => (topics.data ?? []).map((r) => listRow({ t: words, language, names, zone }, 'topic', r)), [topics.data, words, language, names, zone])
  const shown = useMemo(() => found(all, typed, show), [all, typed, show])
  return (
    <div className="settings-page">
      <div className="spread wraps"><h1>{t('settings.section.topic')}</h1>{mayWrite && <span className="line"><Link className="button" to="/settings/$kind/$id" params={{ kind: 'topic_group', id: 'new' }}><Plus aria-hidden />{t('settings.new.topic_group')}</Link><NewButton kind="topic" /></span>}</div>
      <p className="hint">{t('settings.about.topic')}</p>
      {!mayWrite && <Notice tone="neutral">{t('settings.readOnly')}</Notice>}
      <Answered of={topics}>
        {() => (
          <Answered of={groups}>
            {(list) => {
              if (ordering === 'groups') return <OrderList kind="topic_group" rows={list.filter((g) => !g.value.retired)} onDone={() => setOrdering(null)} />
              const group = list.find((g) => g.id === ordering)
              if (group) return <><h2>{nameOf(group.value, language)}</h2><OrderList key={group.id} kind="topic" rows={topics.data!.filter((r) => r.value.groupId === group.id && !r.value.retired)} onDone={() => setOrdering(null)} /></>
              if (!list.length && !all.length) return <EmptyState title={t('settings.list.empty')} action={mayWrite && <NewButton kind="topic_group" />}>{t('settings.about.topic_group')}</EmptyState>
              const order = [...list].sort((a, b) => Number(a.value.position) - Number(b.value.position))
              const searching = typed.trim() !== '' || show === 'retired'
              return (
                <div className="stack">
                  <div className="filters" role="search">
                    <TextField label={t('settings.list.search')} type="search" value={typed} onChange={setTyped} maxLength={80} />
                    <Select label={t('settings.list.filter')} value={show} onChange={(v) => put({ show: v as Filter })} options={(['active', 'retired', 'all'] as const).map((f) => ({ id: f, name: t(`settings.list.${f}`) }))} />
                    {mayWrite && list.length > 1 && <Button onPress={() => setOrdering('groups')}><ListOrdered aria-hidden />{t('settings.topic.orderGroups')}</Button>}
                    <span className="meta" role="status">{t('settings.list.of', { shown: shown.length, all: all.length })}</span>
                  </div>
                  {searching && !shown.length && <EmptyState title={t('settings.list.nothing')}>{t('settings.list.nothingWords')}</EmptyState>}
                  {order.map((g) => <Group key={g.id} group={g} rows={shown.filter((r) => r.row.value.groupId === g.id)} hidden={searching} mayWrite={mayWrite} onOrder={() => setOrdering(g.id)} />)}
                </div>
              )
            }}
          </Answered>
        )}
      </Answered>
    </div>
  )
}
function Group({ group, rows, hidden, mayWrite, onOrder }: { group: SettingRow; rows: readonly ListRow[]; hidden: boolean; mayWrite: boolean; onOrder: () => void }) {
  const t = useText(), language = useLanguage(), name = nameOf(group.value, language)
  if (hidden && !rows.length) return null
  if (!hidden && group.value.retired && !rows.length) return null
  const sorted = [...rows].sort((a, b) => (a.position ?? 0) - (b.position ?? 0))
  return (
    <section className="panel list-panel topic-group" aria-label={name}>
      <div className="spread wraps group-head">
        <h2>{name}{group.value.retired === true && <> <Badge tone="warning">{t('settings.field.retired')}</Badge></>} <span className="meta">{t('settings.uses.of.topics', { count: rows.length })}</span></h2>
        <span className="line">
          {mayWrite && <Link className="button small" to="/settings/$kind/$id" params={{ kind: 'topic', id: 'new' }} search={{ groupId: group.id }} aria-label={t('settings.topic.newIn', { name })}><Plus aria-hidden /></Link>}
          {mayWrite && rows.length > 1 && !hidden && <Button small aria-label={`${t('settings.list.order')}: ${name}`} onPress={onOrder}><ListOrdered aria-hidden /></Button>}
          <Link className="button small" to="/settings/$kind/$id" params={{ kind: 'topic_group', id: group.id }} aria-label={t('settings.topic.editGroup', { name })}><Pencil aria-hidden /></Link>
        </span>
      </div>
      {sorted.length === 0 ? <p className="hint empty-group">{t('settings.topic.emptyGroup')}</p> : (
        <ul className="topics">
          {sorted.map((r) => (
            <li key={r.id}>
              <Link to="/settings/$kind/$id" params={{ kind: 'topic', id: r.id }}>{r.title}</Link>{r.out && <Badge tone="warning">{t('settings.field.retired')}</Badge>}
              <span className="meta">{r.about}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
