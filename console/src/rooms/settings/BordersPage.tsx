/** Borders of places from a GeoJSON: matched by a property that holds the name, checked, then given all at once. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, Checkbox, Notice, Select } from '@akmasa/ui'
import { placesApi, type BorderRow, type BordersPreview } from '../../../../contracts/places.ts'
import { upload } from '../../client.ts'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { useText } from '../../text.ts'
import { ChooseFile, Counts, Done, rowProblem, WhatBadge, type What } from './import-steps.tsx'
import { refresh } from './use-thing.ts'
import './settings.css'

const ignore = () => undefined
const piece = 100
export function BordersPage() {
  const t = useText(), queries = useQueryClient(), [file, setFile] = useState<File | null>(null), [skip, setSkip] = useState(false)
  const preview = useMutation({ mutationFn: ({ f, property }: { f: File; property?: string }) => upload(placesApi.previewBorders, { ...(property && { property }) }, f, ignore) })
  const taking = useMutation({ mutationFn: ({ f, property }: { f: File; property: string }) => upload(placesApi.importBorders, { property, ...(skip && { skipErrors: 'true' as const }) }, f, ignore), onSuccess: () => void refresh(queries, 'place') })
  const toList = <Link className="button primary" to="/settings/$kind" params={{ kind: 'place' }}>{t('settings.import.toList')}</Link>
  const seen = preview.data, writes = seen ? seen.counts.new + seen.counts.changed : 0
  return (
    <div className="settings-page">
      <nav className="meta" aria-label={t('settings.tree')}><Link to="/settings/$kind" params={{ kind: 'place' }}>{t('settings.section.place')}</Link></nav>
      <h1>{t('settings.import.borders')}</h1>
      {taking.data ? <Done result={taking.data} kind="place">{toList}</Done> : (
        <>
          <ChooseFile accept=".geojson,.json,application/geo+json,application/json" most={30} busy={preview.isPending} onFile={(f) => { setFile(f); taking.reset(); preview.mutate({ f }) }} how={<p>{t('settings.import.geoHow')}</p>} />
          <ProblemNotice problem={preview.error} />
          {seen && file && (
            <>
              <h2>{t('settings.import.preview')}: {file.name}</h2>
              <div className="half"><Select label={t('settings.import.property')} value={seen.property} onChange={(property) => preview.mutate({ f: file, property })} options={seen.properties.map((p) => ({ id: p.name, name: p.name, description: `${t('settings.import.matchedOf', { count: p.matched })} · ${p.samples.join(', ')}` }))} /></div>
              <Rows key={seen.property ?? ''} preview={seen} />
              {seen.without.length > 0 && <details><summary>{t('settings.import.without', { count: seen.without.length })}</summary><p>{seen.without.map((p) => p.label).join(', ')}</p></details>}
              {seen.counts.error > 0 && <Notice tone="warning" title={t('settings.import.errors', { count: seen.counts.error })}><Checkbox isSelected={skip} onChange={setSkip}>{t('settings.import.skip')}</Checkbox></Notice>}
              <ProblemNotice problem={taking.error} />
              {writes === 0 || !seen.property ? <Notice tone="neutral">{t('settings.import.nothing')}</Notice> : (
                <div><Button look="primary" isPending={taking.isPending} isDisabled={seen.counts.error > 0 && !skip} onPress={() => taking.mutate({ f: file, property: seen.property! })}>{t('settings.import.apply', { count: writes })}</Button></div>
              )}
            </>
          )}
        </>
      )}
    </div>
  )
}
function Rows({ preview }: { preview: BordersPreview }) {
  const t = useText(), [what, setWhat] = useState<What | null>(preview.counts.error ? 'error' : null), [most, setMost] = useState(piece)
  const rows = preview.rows.filter((r) => what === null || r.what === what)
  return (
    <div className="stack">
      <Counts counts={preview.counts} chosen={what} onChoose={setWhat} />
      <div className="panel list-panel">
        <table className="settings-list" aria-label={t('settings.import.preview')}>
          <thead><tr><th scope="col" className="short">{t('settings.import.row')}</th><th scope="col" className="short">{t('settings.import.state')}</th><th scope="col">{t('settings.import.inFile')}</th><th scope="col">{t('settings.import.place')}</th></tr></thead>
          <tbody>{rows.slice(0, most).map((r) => <Row key={r.at} row={r} />)}</tbody>
        </table>
        {rows.length > most && <div className="list-foot"><Button onPress={() => setMost(most + piece)}>{t('shared.more')}</Button></div>}
      </div>
    </div>
  )
}
function Row({ row }: { row: BorderRow }) {
  const t = useText()
  return <tr><td className="number">{row.at}</td><td><WhatBadge what={row.what} /></td><th scope="row">{row.name}{row.problem && <p className="error">{rowProblem(t, row.problem)}</p>}</th><td>{row.label ?? t('settings.value.nothing')}</td></tr>
}
