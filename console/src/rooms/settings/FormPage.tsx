/** One thing, edited: its form, what it touches, what became of it, and the bar that saves. A directorate is two things on one page. */
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { CircleCheck } from 'lucide-react'
import { useEffect, useRef, useState, type ComponentType } from 'react'
import { Badge, Button, Notice, Skeleton, toast } from '@akmasa/ui'
import type { SettingKind, SettingRow } from '../../../../contracts/settings.ts'
import { Problem } from '../../client.ts'
import { useKeys } from '../../keys.ts'
import { useMay } from '../../session.tsx'
import { announce } from '../../shell/announce.tsx'
import { Failed } from '../../shell/pages.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { fieldWords, useLanguage, useText } from '../../text.ts'
import { ConflictDialog } from './ConflictDialog.tsx'
import { toForm } from './draft.ts'
import { FormOf } from './form.tsx'
import { History } from './History.tsx'
import { LeaveGuard } from './LeaveGuard.tsx'
import type { Names } from './names.ts'
import { Removal } from './Removal.tsx'
import { SaveBar } from './SaveBar.tsx'
import { labelOf, titleOf } from './say.ts'
import { listOf } from './sections.ts'
import { single } from './new-thing.ts'
import { undoNewest } from './undo.ts'
import type { Thing } from './use-thing.ts'
import { UsesNotice } from './UsesNotice.tsx'

export type Part = { thing: Thing; Form: ComponentType; title?: string }
/** @param focus the field whoever came here was sent to */
export function FormPage({ parts, names, focus, side: Side }: { parts: readonly Part[]; names: Names; focus?: string; side?: ComponentType }) {
  const t = useText(), language = useLanguage(), navigate = useNavigate(), queries = useQueryClient(), may = useMay()
  const page = useRef<HTMLDivElement>(null), [busy, setBusy] = useState(false), [comparing, setComparing] = useState<Thing | null>(null)
  const things = parts.map((p) => p.thing), main = things[0]!
  const { kind } = main, mayWrite = may('setting.write')
  const count = things.reduce((sum, thing) => sum + thing.changed.length, 0)
  const name = titleOf(t, language, kind, main.draft.form) || (main.isNew ? t(`settings.new.${kind as 'topic'}`) : t(`settings.one.${kind}`))
  const loaded = main.isNew || main.row !== undefined
  const leaving = useRef(false)

  const focusOn = (path: string) => focusIn(spotOf(page.current, path))
  useEffect(() => { if (loaded && focus && names.ready) focusOn(focus) }, [loaded, focus, names.ready])

  /** True when everything is saved. What was saved before a refusal stays saved. */
  async function save(stay = true): Promise<boolean> {
    if (busy) return false
    setBusy(true)
    const saved: { kind: SettingKind; id: string; version: number }[] = []
    try {
      let first: SettingRow | null = null
      const unsaved = things.filter((thing) => thing.isNew || thing.changed.length > 0)
      // What one of them lacks is said before any is saved.
      for (const thing of unsaved) thing.check()
      for (const thing of unsaved) {
        const row = await thing.save()
        first ??= row
        saved.push({ kind: thing.kind, id: row.id, version: row.version })
      }
      if (main.isNew && first && stay) {
        leaving.current = true
        void navigate({ to: '/settings/$kind/$id', params: { kind, id: first.id }, replace: true })
      }
      if (saved.length) toast({ words: t('settings.bar.saved', { name: titleOf(t, language, kind, first?.value ?? {}) || name }), action: { label: t('settings.bar.undo'), do: () => void undoNewest(queries, saved) } })
      return true
    } catch (problem) {
      const spots = problem instanceof Problem ? problem.errors.flatMap((e) => spotOf(page.current, bare(e.path)) ?? []) : []
      // To the first of them as the page is read, not as the shape lists its fields.
      focusIn(spots.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))[0])
      return false
    } finally {
      setBusy(false)
    }
  }
  function discard() {
    for (const thing of things) thing.put(null)
    announce(t('settings.bar.discarded'))
    if (main.isNew) { leaving.current = true; void navigate({ to: '/settings/$kind', params: { kind: listOf(kind) } }) }
  }
  useKeys({ 'Ctrl+Enter': count || main.isNew ? () => void save() : undefined })

  if (!loaded) return main.error ? <Failed problem={main.error} retry={main.again} /> : <Skeleton />
  return (
    <div className="settings-page" ref={page}>
      <div className="stack">
        {!single[kind] && <nav className="meta" aria-label={t('settings.tree')}><Link to="/settings/$kind" params={{ kind: listOf(kind) }}>{t(`settings.section.${listOf(kind)}`)}</Link></nav>}
        <div className="line"><h1>{name}</h1>{main.draft.form.retired === true && <Badge tone="warning">{t('settings.field.retired')}</Badge>}</div>
        <p className="hint">{t(`settings.about.${kind}`)}</p>
        {!mayWrite && <Notice tone="neutral">{t('settings.readOnly')}</Notice>}
        {!main.isNew && <UsesNotice kind={kind} uses={main.row?.uses ?? {}} name={name} />}
      </div>
      {parts.map(({ thing, Form, title }) => (
        <section key={thing.kind} className="stack" aria-label={title}>
          {title && <h2>{title}</h2>}
          {thing.outdated && <Notice tone="warning" live="status" title={t('settings.conflict.title')} action={<Button small onPress={() => setComparing(thing)}>{t('settings.conflict.compare')}</Button>}>{t('settings.conflict.newer', { by: thing.row?.changedBy ?? '' })}</Notice>}
          <Wrong thing={thing} onGo={focusOn} />
          {thing.isNew || thing.row ? <FormOf thing={thing} names={names}><Form /></FormOf> : thing.error ? <Failed problem={thing.error} retry={thing.again} /> : <Skeleton />}
        </section>
      ))}
      {mayWrite && <Removal thing={main} name={name} />}
      {Side && <Side />}
      {!main.isNew && parts.map(({ thing }) => (
        <details key={thing.kind} className="history">
          <summary>{t('settings.history.title')}{parts.length > 1 && `: ${t(`settings.one.${thing.kind}`)}`}</summary>
          <History kind={thing.kind} id={thing.id} names={names} onRestore={mayWrite ? (value) => { thing.put({ ...thing.draft, form: toForm(value) }); announce(t('settings.history.restored')) } : undefined} />
        </details>
      ))}
      {mayWrite && <SaveBar count={count} isNew={main.isNew} busy={busy} onSave={() => void save()} onDiscard={discard} />}
      <LeaveGuard dirty={() => count > 0 && !leaving.current} onSave={() => save(false)} onDiscard={() => { for (const thing of things) thing.put(null) }} />
      {comparing && <ConflictDialog thing={things.find((x) => x.kind === comparing.kind)!} names={names} onClose={() => setComparing(null)} />}
    </div>
  )
}

const bare = (path: string) => path.replace(/^value\./, '')
/** Where a refusal of this path lands: its own field, else the nearest around it or in it. */
function spotOf(page: HTMLElement | null, path: string): HTMLElement | undefined {
  const all = [...(page?.querySelectorAll<HTMLElement>('[data-path]') ?? [])], at = (s: HTMLElement) => s.dataset.path ?? ''
  return all.find((s) => at(s) === path) ?? all.findLast((s) => path.startsWith(`${at(s)}.`)) ?? all.find((s) => at(s).startsWith(`${path}.`))
}
function focusIn(spot: HTMLElement | undefined): void {
  spot?.querySelector<HTMLElement>('input, textarea, button, [tabindex]')?.focus()
  spot?.scrollIntoView({ block: 'center' })
}
/** Everything that was wrong, each with the way to its field; what is corrected is ticked off and stays until the next try. */
function Wrong({ thing: { problem, refused, outdated }, onGo }: { thing: Thing; onGo: (path: string) => void }) {
  const t = useText()
  if (!(refused instanceof Problem) || !refused.errors.length) return outdated ? null : <ProblemNotice problem={refused} />
  const still = problem instanceof Problem ? problem.errors : []
  return (
    <Notice tone="danger" live="alert" title={t('settings.wrong.title', { count: still.length })}>
      <ul className="wrong-list">
        {refused.errors.map((e) => {
          const path = bare(e.path), fixed = !still.some((s) => s.path === e.path)
          return <li key={e.path}><button type="button" className="as-link" onClick={() => onGo(path)}>{labelOf(t, path)}</button>: {fixed ? <span className="line fixed"><CircleCheck aria-hidden />{t('settings.wrong.fixed')}</span> : fieldWords(t, refused, e.path)}</li>
        })}
      </ul>
    </Notice>
  )
}
