/** Files of the case: dropped or chosen, each with its own progress and its own error beside it. */
import { useQueryClient } from '@tanstack/react-query'
import { Paperclip, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { DropZone, FileTrigger, Button as AriaButton, isFileDropItem } from 'react-aria-components'
import { uuidv7 } from 'uuidv7'
import { Button, Time } from '@akmasa/ui'
import { casesApi, type CasePage, type CaseId } from '../../../../contracts/cases.ts'
import { addressOf, Problem, upload } from '../../client.ts'
import { useMay } from '../../session.tsx'
import { problemWords, useLanguage, useText } from '../../text.ts'

const most = casesApi.attach.upload.maxBytes
type Going = { id: string; file: File; part: number; problem: Problem | null; stop: AbortController }

export function Attachments({ page }: { page: CasePage }) {
  const t = useText(), may = useMay(), language = useLanguage()
  const { going, add, remove, again } = useUploads(page.id)
  const size = (bytes: number) => new Intl.NumberFormat(language, { style: 'unit', unit: bytes < 1e6 ? 'kilobyte' : 'megabyte', maximumFractionDigits: bytes < 1e6 ? 0 : 1 }).format(Math.max(1, bytes / (bytes < 1e6 ? 1e3 : 1e6)))
  const list = (
    <ul className="files">
      {page.attachments.map((a) => (
        <li key={a.id}>
          <Paperclip aria-hidden />
          <a href={addressOf(casesApi.attachment, { caseId: page.id, attachmentId: a.id })} target="_blank" rel="noreferrer" className="cut" aria-label={t('cases.files.openFile', { name: a.name })}>{a.name}</a>
          <span className="meta number">{size(a.bytes)}</span><span className="meta">{a.by}, <Time at={a.at} /></span>
        </li>
      ))}
      {going.map((g) => (
        <li key={g.id} className="going">
          <Paperclip aria-hidden /><span className="cut">{g.file.name}</span>
          {g.problem
            ? <><span className="file-error" role="alert">{problemWords(t, g.problem)}</span>{g.problem.status === 0 || g.problem.status >= 500 ? <Button small onPress={() => again(g.id)}>{t('cases.files.retry')}</Button> : null}<Button small look="quiet" aria-label={t('cases.files.remove')} onPress={() => remove(g.id)}><X aria-hidden /></Button></>
            : <><progress max={1} value={g.part} aria-label={g.file.name} /><span className="meta number">{t('cases.files.sending', { percent: Math.round(g.part * 100) })}</span><Button small look="quiet" aria-label={t('cases.files.cancel')} onPress={() => remove(g.id)}><X aria-hidden /></Button></>}
        </li>
      ))}
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

function useUploads(caseId: CaseId) {
  const queries = useQueryClient()
  const [going, setGoing] = useState<Going[]>([])
  const latest = useRef(going)
  latest.current = going
  const change = (id: string, to: Partial<Going>) => setGoing((all) => all.map((g) => (g.id === id ? { ...g, ...to } : g)))
  const drop = (id: string) => setGoing((all) => all.filter((g) => g.id !== id))

  async function send(g: Going) {
    try {
      await upload(casesApi.attach, { caseId, id: g.id, name: g.file.name }, g.file, (part) => change(g.id, { part }), g.stop.signal)
      await queries.invalidateQueries({ queryKey: [casesApi.casePage.path, { caseId }] })
      drop(g.id)
    } catch (error) {
      change(g.id, { problem: error instanceof Problem ? error : new Problem({ status: 0, code: 'network' }) })
    }
  }
  /** What is plainly too large or empty is said at once; what it is inside, the desk finds out. */
  const wrong = (file: File) => (file.size > most ? 'attachment.too_large' : file.size === 0 ? 'attachment.empty' : null)
  function add(files: readonly File[]) {
    const next = files.map((file): Going => {
      const code = wrong(file)
      return { id: uuidv7(), file, part: 0, problem: code ? new Problem({ status: 422, code }) : null, stop: new AbortController() }
    })
    setGoing((all) => [...all, ...next])
    for (const g of next) if (!g.problem) void send(g)
  }
  function again(id: string) {
    const g = latest.current.find((x) => x.id === id)
    if (!g) return
    change(id, { problem: null, part: 0 })
    void send(g)
  }
  function remove(id: string) {
    latest.current.find((x) => x.id === id)?.stop.abort()
    drop(id)
  }
  return { going, add, remove, again }
}
