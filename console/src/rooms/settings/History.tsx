/** Changes as a list: who, when, what from what to what; the newest can be undone, an older state brought back into the form. */
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { History as HistoryIcon, Undo2 } from 'lucide-react'
import { Badge, Button, EmptyState, Time } from '@akmasa/ui'
import { settingsApi, type Change, type SettingKind } from '../../../../contracts/settings.ts'
import { call } from '../../client.ts'
import { Answered, askingPages } from '../../listing.tsx'
import { useMay } from '../../session.tsx'
import { announce } from '../../shell/announce.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { useLanguage, useText } from '../../text.ts'
import { ChangeLines } from './ChangeLines.tsx'
import type { Names } from './names.ts'
import type { Value } from './paths.ts'
import { titleOf } from './say.ts'
import { pageOf } from './sections.ts'
import { refresh } from './use-thing.ts'

/** @param onRestore puts an older state into the form; without it, as on the page of all changes, the thing is named and linked. */
export function History({ kind, id, names, onRestore }: { kind?: SettingKind; id?: string; names: Names; onRestore?: (value: Value) => void }) {
  const t = useText()
  const query = useInfiniteQuery(askingPages(settingsApi.changes, { ...(kind && { kind }), ...(id !== undefined && { id }) }))
  return (
    <Answered of={query}>
      {({ pages }) => {
        const rows = pages.flatMap((p) => p.rows)
        if (!rows.length) return <EmptyState title={t('settings.history.none')} level="h2">{t('settings.history.noneWords')}</EmptyState>
        return (
          <div className="stack">
            <ol className="changes">{together(rows).map((group) => (group.length > 1 ? <Batch key={group[0]!.id} changes={group} names={names} /> : <OneChange key={group[0]!.id} change={group[0]!} names={names} onRestore={onRestore} />))}</ol>
            {query.hasNextPage && <div className="list-foot"><Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>{t('settings.history.more')}</Button></div>}
          </div>
        )
      }}
    </Answered>
  )
}

/** What one import changed stands together: two thousand lines would bury the day's other changes. */
function together(rows: readonly Change[]): Change[][] {
  const groups: Change[][] = []
  for (const c of rows) {
    const last = groups.at(-1)
    if (last && c.batch && last[0]!.batch === c.batch) last.push(c)
    else groups.push([c])
  }
  return groups
}
function Batch({ changes, names }: { changes: readonly Change[]; names: Names }) {
  const t = useText(), first = changes[0]!, [open, setOpen] = useState(false)
  return (
    <li className="change">
      <p className="line"><strong>{t('settings.history.batch')}: {t(`settings.section.${first.kind}`)}</strong><Badge>{t('settings.history.inBatch', { count: changes.length })}</Badge><span>{who(t, first.by)}</span><span className="meta"><Time at={first.at} /></span></p>
      <div className="line">
        <Button small aria-expanded={open} onPress={() => setOpen(!open)}>{t('shared.show')}</Button>
        {changes.some((c) => !c.undone) && <UndoBatch change={first} />}
      </div>
      {open && <ol className="changes">{changes.map((c) => <OneChange key={c.id} change={c} names={names} />)}</ol>}
    </li>
  )
}
function UndoBatch({ change: { batch, kind } }: { change: Change }) {
  const t = useText(), mayWrite = useMay()('setting.write'), queries = useQueryClient()
  const undoing = useMutation({
    mutationFn: () => call(settingsApi.undoBatch, { batch: batch! }),
    onSuccess: async ({ undone, kept }) => { announce(t('settings.history.undoneBatch', { undone, kept })); await refresh(queries, kind) },
  })
  if (!mayWrite) return null
  return (
    <>
      <Button small isPending={undoing.isPending} onPress={() => undoing.mutate()}><Undo2 aria-hidden />{t('settings.history.undoBatch')}</Button>
      {undoing.data && <span role="status">{t('settings.history.undoneBatch', undoing.data)}</span>}
      <ProblemNotice problem={undoing.error} />
    </>
  )
}

function OneChange({ change: c, names, onRestore }: { change: Change; names: Names; onRestore?: (value: Value) => void }) {
  const t = useText(), language = useLanguage(), mayWrite = useMay()('setting.write'), queries = useQueryClient()
  const undoing = useMutation({
    mutationFn: () => call(settingsApi.undoChange, { changeId: c.id }),
    onSuccess: async () => { announce(t('settings.bar.undone')); await refresh(queries, c.kind, c.thingId) },
  })
  // The list has borders in short; what goes into the form is whole.
  const restoring = useMutation({ mutationFn: () => call(settingsApi.change, { changeId: c.id }), onSuccess: ({ after }) => { if (after) onRestore?.(after) } })
  const how = c.before === null ? 'made' : c.after === null ? 'deleted' : 'changed'
  const name = titleOf(t, language, c.kind, c.after ?? c.before ?? {}) || (names.of(pageOf(c.kind), c.thingId) ?? '')
  const older = onRestore && c.after && !c.newest
  return (
    <li className="change">
      <p className="line">
        {!onRestore && <strong>{t(`settings.one.${c.kind}`)}: {c.after ? <Link to="/settings/$kind/$id" params={{ kind: pageOf(c.kind), id: c.thingId }}>{name}</Link> : name}</strong>}
        <Badge tone={how === 'deleted' ? 'warning' : how === 'made' ? 'success' : 'info'}>{t(c.undoes ? 'settings.history.undoing' : `settings.history.${how}`)}</Badge>
        <span>{who(t, c.by)}</span><span className="meta"><Time at={c.at} /></span>
        {c.batch && <Badge>{t('settings.history.batch')}</Badge>}
        {c.undone && <Badge tone="neutral" icon={Undo2}>{t('settings.history.undone')}</Badge>}
      </p>
      <ChangeLines kind={c.kind} before={c.before} after={c.after} names={names} />
      {mayWrite && (
        <div className="line">
          {c.newest && <Button small isPending={undoing.isPending} onPress={() => undoing.mutate()}><Undo2 aria-hidden />{t('settings.history.undo')}</Button>}
          {older && <Button small isPending={restoring.isPending} onPress={() => restoring.mutate()}><HistoryIcon aria-hidden />{t('settings.history.restore')}</Button>}
        </div>
      )}
      <ProblemNotice problem={undoing.error ?? restoring.error} />
    </li>
  )
}
const who = (t: ReturnType<typeof useText>, by: string) => (by === 'system:set-up' ? t('settings.history.setUp') : by.startsWith('system:') ? t('settings.history.system') : by)
