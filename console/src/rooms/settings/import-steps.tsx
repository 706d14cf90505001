/** What both imports share: choosing the file, what would happen row by row, doing it, and taking it back. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleAlert, CircleCheck, Equal, FilePlus2, Pencil, Undo2 } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { Badge, Button, Notice } from '@akmasa/ui'
import type { Imported } from '../../../../contracts/places.ts'
import { settingsApi, type SettingKind } from '../../../../contracts/settings.ts'
import { call, Problem } from '../../client.ts'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { problemWords, useText, type T } from '../../text.ts'
import { refresh } from './use-thing.ts'

export type What = 'new' | 'same' | 'changed' | 'error'
const looks = { new: { tone: 'success', icon: FilePlus2 }, same: { tone: 'neutral', icon: Equal }, changed: { tone: 'info', icon: Pencil }, error: { tone: 'danger', icon: CircleAlert } } as const
export function WhatBadge({ what }: { what: What }) {
  const t = useText()
  return <Badge tone={looks[what].tone} icon={looks[what].icon}>{t(`settings.import.${what}`)}</Badge>
}
export const rowProblem = (t: T, problem: { code: string; facts: Record<string, string | number> } | null): string => (problem ? problemWords(t, new Problem({ status: 422, code: problem.code, facts: problem.facts })) : '')

/** @param most megabytes */
export function ChooseFile({ accept, most, how, busy, onFile }: { accept: string; most: number; how: ReactNode; busy: boolean; onFile: (file: File) => void }) {
  const t = useText(), box = useRef<HTMLInputElement>(null), [tooBig, setTooBig] = useState(false)
  function take(file: File | undefined) {
    if (!file) return
    setTooBig(file.size > most * 1024 * 1024)
    if (file.size <= most * 1024 * 1024) onFile(file)
    // The same file again is a new choice: it may have been corrected meanwhile.
    if (box.current) box.current.value = ''
  }
  return (
    <div className="panel stack drop" onDragOver={(e) => e.preventDefault()} onDrop={(e) => { e.preventDefault(); take(e.dataTransfer.files[0]) }}>
      {how}
      <input ref={box} type="file" accept={accept} className="unseen" tabIndex={-1} aria-label={t('settings.import.file')} onChange={(e) => take(e.target.files?.[0])} />
      <span><Button look="primary" isPending={busy} onPress={() => box.current?.click()}>{t('settings.import.choose')}</Button></span>
      {busy && <p role="status">{t('settings.import.reading')}</p>}
      {tooBig && <p className="error" role="alert">{t('settings.import.tooBig', { most })}</p>}
    </div>
  )
}
export function Counts({ counts, chosen, onChoose }: { counts: Record<What, number>; chosen: What | null; onChoose: (what: What | null) => void }) {
  const t = useText()
  return (
    <div className="line" role="group" aria-label={t('settings.import.state')}>
      {(['new', 'changed', 'error', 'same'] as const).map((what) => <Button key={what} small aria-pressed={chosen === what} className={chosen === what ? 'pressed' : undefined} isDisabled={!counts[what]} onPress={() => onChoose(chosen === what ? null : what)}><WhatBadge what={what} />{counts[what]}</Button>)}
    </div>
  )
}
/** What was done, and the way back. */
export function Done({ result, kind, children }: { result: Imported; kind: SettingKind; children: ReactNode }) {
  const t = useText(), queries = useQueryClient()
  const undoing = useMutation({ mutationFn: () => call(settingsApi.undoBatch, { batch: result.batch! }), onSuccess: () => void refresh(queries, kind) })
  return (
    <div className="stack">
      <Notice tone="success" live="status" title={<span className="line"><CircleCheck aria-hidden />{result.batch ? t('settings.import.done', { made: result.new, changed: result.changed, same: result.same, skipped: result.skipped }) : t('settings.import.nothing')}</span>} />
      {undoing.data && <Notice tone="info" live="status">{t('settings.import.undone', undoing.data)}</Notice>}
      <ProblemNotice problem={undoing.error} />
      <div className="line">{children}{result.batch && !undoing.data && <Button isPending={undoing.isPending} onPress={() => undoing.mutate()}><Undo2 aria-hidden />{t('settings.import.undo')}</Button>}</div>
    </div>
  )
}
