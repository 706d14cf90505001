/** Files of the case: dropped or chosen, each with its own progress and its own error beside it. */
import { Paperclip } from 'lucide-react'
import { DropZone, FileTrigger, Button as AriaButton, isFileDropItem } from 'react-aria-components'
import { Time } from '@akmasa/ui'
import { casesApi, type CasePage } from '../../../../contracts/cases.ts'
import { addressOf } from '../../client.ts'
import { useMay } from '../../session.tsx'
import { useLanguage, useText } from '../../text.ts'
import { Going, useUploads } from './uploads.tsx'

export function Attachments({ page }: { page: CasePage }) {
  const t = useText(), may = useMay(), language = useLanguage()
  const { going, add, remove, again } = useUploads(page.id, casesApi.attach, [casesApi.casePage.path, { caseId: page.id }])
  const size = (bytes: number) => new Intl.NumberFormat(language, { style: 'unit', unit: bytes < 1e6 ? 'kilobyte' : 'megabyte', maximumFractionDigits: bytes < 1e6 ? 0 : 1 }).format(Math.max(1, bytes / (bytes < 1e6 ? 1e3 : 1e6)))
  const list = (
    <ul className="files">
      {page.attachments.map((a) => (
        <li key={a.id}>
          <Paperclip aria-hidden />
          <a href={addressOf(casesApi.attachment, { caseId: page.id, attachmentId: a.id })} target="_blank" rel="noreferrer" className="cut" aria-label={t('cases.files.openFile', { name: a.name })}>{a.name}</a>
          <span className="meta number">{size(a.bytes)}</span><span className="meta">{a.by || t('contact.ledger.in')}, <Time at={a.at} /></span>
        </li>
      ))}
      <Going going={going} remove={remove} again={again} />
    </ul>
  )
  return (
    <section aria-label={t('cases.files.title')} className="stack">
      <h2>{t('cases.files.title')}</h2>
      {!page.attachments.length && !going.length && <p className="hint">{t('cases.files.none')}</p>}
      {list}
      {may('case.attach') && (
        <DropZone className="drop no-print" getDropOperation={() => 'copy'} onDrop={async (e) => add(await Promise.all(e.items.filter(isFileDropItem).map((i) => i.getFile())))} aria-label={t('cases.files.drop')}>
          <FileTrigger allowsMultiple onSelect={(files) => files && add([...files])}><AriaButton className="button small">{t('cases.files.add')}</AriaButton></FileTrigger>
          <span className="meta">{t('cases.files.drop')}. {t('cases.files.hint')}</span>
        </DropZone>
      )}
    </section>
  )
}
