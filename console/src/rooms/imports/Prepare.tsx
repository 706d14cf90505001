/** What the file's columns and words mean for us; then a preview, then it comes in. */
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, Notice } from '@akmasa/ui'
import { type ImportFile, type ImportPage, importsApi, type Preview } from '../../../../contracts/imports.ts'
import { asking, call } from '../../client.ts'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { useText } from '../../text.ts'
import { Columns } from './Columns.tsx'
import { FileFacts } from './FileFacts.tsx'
import { beginning, type Chosen, matchedFields, toMapping, type Values } from './mapping.ts'
import { Matches } from './Matches.tsx'
import { PreviewTable } from './PreviewTable.tsx'
import { Rest } from './Rest.tsx'

export function Prepare({ page, file }: { page: ImportPage; file: ImportFile }) {
  const t = useText(), queries = useQueryClient()
  const [chosen, setChosen] = useState<Chosen>(() => beginning(page)), [seen, setSeen] = useState<{ preview: Preview; of: string } | null>(null)
  const asked = useQueries({
    queries: matchedFields.map((field) => ({ ...asking(importsApi.importValues, { importId: page.id, field, column: chosen.columns[field] ?? 0 }), enabled: chosen.columns[field] !== undefined, staleTime: 60_000 })),
  })
  const answers = Object.fromEntries(matchedFields.map((field, i) => [field, chosen.columns[field] === undefined ? undefined : asked[i]?.data]))
  const values: Values = Object.fromEntries(matchedFields.map((field) => [field, answers[field]?.values]))
  const waiting = asked.some((q) => q.isLoading), failed = asked.find((q) => q.error)?.error

  const mapping = toMapping(chosen, values), now = JSON.stringify(mapping)
  const looking = useMutation({ mutationFn: () => call(importsApi.previewImport, { importId: page.id, ...mapping }), onSuccess: (preview) => setSeen({ preview, of: now }) })
  const starting = useMutation({
    mutationFn: () => call(importsApi.startImport, { importId: page.id, ...mapping }),
    onSuccess: () => { for (const path of [importsApi.imports.path, importsApi.importPage.path]) void queries.invalidateQueries({ queryKey: [path] }) },
  })
  const fresh = seen?.of === now
  const reason = !fresh ? t('imports.page.startReason') : seen.preview.willCome === 0 ? t('imports.page.nothing') : null
  const onChange = (next: Chosen) => { setChosen(next); looking.reset() }
  return (
    <>
      <FileFacts page={page} file={file} onRead={(next) => { setChosen(beginning(next)); setSeen(null) }} />
      <Columns file={file} chosen={chosen} onChange={onChange} problem={looking.error} />
      <ProblemNotice problem={failed} />
      <Matches chosen={chosen} answers={answers} onChange={onChange} />
      <Rest chosen={chosen} onChange={onChange} />
      <section className="panel stack" aria-label={t('imports.page.previewTitle')}>
        <h2>{t('imports.page.previewTitle')}</h2>
        <ProblemNotice problem={looking.error ?? starting.error} />
        <div className="line">
          <Button look={fresh ? 'plain' : 'primary'} isPending={looking.isPending || waiting} onPress={() => looking.mutate()}>{t('imports.page.preview')}</Button>
          <Button look={fresh ? 'primary' : 'plain'} reason={reason} isDisabled={starting.isPending} onPress={() => starting.mutate()}>{t('imports.page.start')}</Button>
        </div>
        {seen && !fresh && <Notice tone="neutral">{t('imports.page.again')}</Notice>}
        {seen && fresh && <PreviewTable preview={seen.preview} />}
      </section>
    </>
  )
}
