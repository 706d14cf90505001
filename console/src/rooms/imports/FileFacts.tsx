/** What the desk made of the file; each may be corrected, and the file is read again. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, NumberField, Select } from '@akmasa/ui'
import { FileEncoding, type ImportFile, type ImportPage, importsApi, Separator } from '../../../../contracts/imports.ts'
import { asking, call } from '../../client.ts'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { useLanguage, useText } from '../../text.ts'

const separatorName = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const
type Wish = { encoding?: ImportFile['encoding']; separator?: ImportFile['separator']; headerRow?: number; sheet?: string }

export function FileFacts({ page, file, onRead }: { page: ImportPage; file: ImportFile; onRead: (page: ImportPage) => void }) {
  const t = useText(), queries = useQueryClient(), format = new Intl.NumberFormat(useLanguage())
  const [row, setRow] = useState<number | null>(file.headerRow)
  const reading = useMutation({
    mutationFn: (wish: Wish) => {
      const stays = file.kind === 'csv' ? { encoding: file.encoding, separator: file.separator } : { sheet: file.sheet ?? undefined }
      // Another sheet, other letters or another separator has a header of its own.
      return call(importsApi.readFile, { importId: page.id, ...stays, ...wish })
    },
    onSuccess: (next) => {
      queries.setQueryData(asking(importsApi.importPage, { importId: page.id }).queryKey, next)
      void queries.invalidateQueries({ queryKey: [importsApi.importValues.path] })
      setRow(next.file?.headerRow ?? null)
      onRead(next)
    },
  })
  return (
    <section className="panel stack" aria-label={t('imports.page.file')}>
      <div className="spread"><h2>{t('imports.page.file')}</h2><span className="meta number">{t('imports.page.rowsFound', { rows: format.format(file.rows), columns: format.format(file.columns.length) })}</span></div>
      <p className="meta">{t('imports.page.found')}</p>
      <div className="filters">
        {file.kind === 'csv' ? (
          <>
            <Select label={t('imports.page.encoding')} value={file.encoding} onChange={(v) => reading.mutate({ encoding: FileEncoding.parse(v) })} disabled={reading.isPending} options={FileEncoding.options.map((id) => ({ id, name: t(`imports.encoding.${id}`) }))} />
            <Select label={t('imports.page.separator')} value={file.separator} onChange={(v) => reading.mutate({ separator: Separator.parse(v) })} disabled={reading.isPending} options={Separator.options.map((id) => ({ id, name: t(`imports.separator.${separatorName[id]}`) }))} />
          </>
        ) : file.sheets.length > 1 && <Select label={t('imports.page.sheet')} value={file.sheet} onChange={(sheet) => reading.mutate({ sheet })} disabled={reading.isPending} options={file.sheets.map((name) => ({ id: name, name }))} />}
        <NumberField label={t('imports.page.headerRow')} value={row} onChange={setRow} min={1} max={100} disabled={reading.isPending} />
        {row !== null && row !== file.headerRow && <Button isPending={reading.isPending} onPress={() => reading.mutate({ headerRow: row })}>{t('shared.refresh')}</Button>}
      </div>
      <ProblemNotice problem={reading.error} />
    </section>
  )
}
