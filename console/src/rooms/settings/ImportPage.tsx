/** A list of places, streets or landmarks from a CSV: seen row by row before anything is written. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, Checkbox, Notice } from '@akmasa/ui'
import { placesApi, type ListColumn, type ListKind, type ListPreview, type ListRow } from '../../../../contracts/places.ts'
import { upload } from '../../client.ts'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { useText, type TextKey } from '../../text.ts'
import { ChooseFile, Counts, Done, rowProblem, WhatBadge, type What } from './import-steps.tsx'
import { refresh } from './use-thing.ts'
import './settings.css'

/** Rows on the screen before one asks for more. */
const piece = 100
const ignore = () => undefined

export function ImportPage({ kind }: { kind: ListKind }) {
  const t = useText(), queries = useQueryClient(), [file, setFile] = useState<File | null>(null), [skip, setSkip] = useState(false)
  const preview = useMutation({ mutationFn: (f: File) => upload(placesApi.previewPlaces, { kind }, f, ignore) })
  const taking = useMutation({ mutationFn: (f: File) => upload(placesApi.importPlaces, { kind, ...(skip && { skipErrors: 'true' as const }) }, f, ignore), onSuccess: () => void refresh(queries, kind) })
  const toList = <Link className="button primary" to="/settings/$kind" params={{ kind }}>{t('settings.import.toList')}</Link>
  function look(f: File) {
    setFile(f)
    taking.reset()
    preview.mutate(f)
  }
  const seen = preview.data, writes = seen ? seen.counts.new + seen.counts.changed : 0
  return (
    <div className="settings-page">
      <nav className="meta" aria-label={t('settings.tree')}><Link to="/settings/$kind" params={{ kind }}>{t(`settings.section.${kind}`)}</Link></nav>
      <h1>{t('settings.import.title')}: {t(`settings.section.${kind}`)}</h1>
      {taking.data ? <Done result={taking.data} kind={kind}>{toList}</Done> : (
        <>
          <ChooseFile accept=".csv,.tsv,.txt,text/csv" most={5} busy={preview.isPending} onFile={look} how={<><p>{t('settings.import.csvHow')}</p><p className="hint">{t(`settings.import.columnsOf.${kind}`)}</p></>} />
          <ProblemNotice problem={preview.error} />
          {seen && file && (
            <>
              <h2>{t('settings.import.preview')}: {file.name}</h2>
              <Columns preview={seen} />
              <Rows preview={seen} />
              {seen.counts.error > 0 && <Notice tone="warning" title={t('settings.import.errors', { count: seen.counts.error })}><Checkbox isSelected={skip} onChange={setSkip}>{t('settings.import.skip')}</Checkbox></Notice>}
              <ProblemNotice problem={taking.error} />
              {writes === 0 ? <Notice tone="neutral">{t('settings.import.nothing')}</Notice> : (
                <div><Button look="primary" isPending={taking.isPending} isDisabled={seen.counts.error > 0 && !skip} onPress={() => taking.mutate(file)}>{t('settings.import.apply', { count: writes })}</Button></div>
              )}
            </>
          )}
        </>
      )}
    </div>
  )
}
function Columns({ preview }: { preview: ListPreview }) {
  const t = useText(), used = preview.columns.filter((c) => c.as), rest = preview.columns.filter((c) => !c.as)
  return (
    <dl className="facts">
      <dt>{t('settings.import.columns')}</dt><dd>{used.map((c) => `${c.header}: ${columnName(t, c.as!)}`).join(' · ')}</dd>
      {rest.length > 0 && <><dt>{t('settings.import.ignored')}</dt><dd>{rest.map((c) => c.header).join(', ')}</dd></>}
    </dl>
  )
}
const columnName = (t: ReturnType<typeof useText>, column: ListColumn | string): string => {
  const key = `settings.import.column.${column}` as TextKey, words = t(key)
  return words === key ? column : words
}
function Rows({ preview }: { preview: ListPreview }) {
  const t = useText(), [what, setWhat] = useState<What | null>(preview.counts.error ? 'error' : preview.counts.changed ? 'changed' : null), [most, setMost] = useState(piece)
  const rows = preview.rows.filter((r) => what === null || r.what === what), shown = rows.slice(0, most)
  const columns = [...new Set(preview.columns.flatMap((c) => (c.as && c.as !== 'name' ? [c.as] : [])))]
  return (
    <div className="stack">
      <Counts counts={preview.counts} chosen={what} onChoose={setWhat} />
      <div className="panel list-panel scrolls" role="region" aria-label={t('settings.import.preview')} tabIndex={0}>
        <table className="settings-list" aria-label={t('settings.import.preview')}>
          <thead><tr><th scope="col" className="short">{t('settings.import.row')}</th><th scope="col" className="short">{t('settings.import.state')}</th><th scope="col">{t('settings.field.name')}</th>{columns.map((c) => <th scope="col" key={c}>{columnName(t, c)}</th>)}</tr></thead>
          <tbody>{shown.map((r) => <Row key={r.line} row={r} columns={columns} />)}</tbody>
        </table>
        {rows.length > most && <div className="list-foot"><Button onPress={() => setMost(most + piece)}>{t('shared.more')}</Button></div>}
      </div>
    </div>
  )
}
function Row({ row, columns }: { row: ListRow; columns: readonly string[] }) {
  const t = useText()
  return (
    <tr>
      <td className="number">{row.line}</td>
      <td><WhatBadge what={row.what} /></td>
      <th scope="row">{row.name}{row.problem && <p className="error">{rowProblem(t, row.problem)}</p>}</th>
      {columns.map((c) => {
        const now = row.values[c] ?? '', was = row.was?.[c] ?? ''
        return <td key={c}>{row.what === 'changed' && now !== was ? <><span className="was">{was === '' ? t('settings.value.nothing') : was}</span> <span className="unseen">{t('settings.history.after')}: </span><strong>{now === '' ? t('settings.value.nothing') : now}</strong></> : now}</td>
      })}
    </tr>
  )
}
