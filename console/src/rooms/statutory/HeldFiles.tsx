/** Scanned paper, held in the window until there is a case to lie with. */
import { Paperclip, X } from 'lucide-react'
import { Button as AriaButton, DropZone, FileTrigger, isFileDropItem } from 'react-aria-components'
import { Button } from '@akmasa/ui'
import { useText } from '../../text.ts'

export function HeldFiles({ files, onChange }: { files: readonly File[]; onChange: (files: File[]) => void }) {
  const t = useText(), add = (more: readonly File[]) => onChange([...files, ...more])
  return (
    <div className="stack">
      <h3>{t('statutory.form.files')}</h3>
      <ul className="files">
        {files.map((file, i) => <li key={`${file.name} ${i}`} className="line"><Paperclip aria-hidden /><span className="cut">{file.name}</span><Button small look="quiet" aria-label={t('statutory.form.fileRemove', { name: file.name })} onPress={() => onChange(files.filter((_, n) => n !== i))}><X aria-hidden /></Button></li>)}
      </ul>
      <DropZone className="drop" getDropOperation={() => 'copy'} aria-label={t('statutory.form.drop')} onDrop={async (e) => add(await Promise.all(e.items.filter(isFileDropItem).map((item) => item.getFile())))}>
        <FileTrigger allowsMultiple onSelect={(chosen) => chosen && add([...chosen])}><AriaButton className="button small">{t('statutory.form.choose')}</AriaButton></FileTrigger>
        <span className="meta">{t('statutory.form.drop')}. {t('cases.files.hint')}</span>
      </DropZone>
    </div>
  )
}
