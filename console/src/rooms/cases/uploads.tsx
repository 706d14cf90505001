/** Files on their way to a case, each with its own progress and its own error beside it. */
import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import { Paperclip, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { Button } from '@akmasa/ui'
import { casesApi, type CaseId } from '../../../../contracts/cases.ts'
import { Problem, upload } from '../../client.ts'
import { problemWords, useText } from '../../text.ts'

const most = casesApi.attach.upload.maxBytes
type Upload = { id: string; file: File; part: number; problem: Problem | null; stop: AbortController }

/** Lines of a list. */
export function Going({ going, remove, again }: { going: readonly Upload[]; remove: (id: string) => void; again: (id: string) => void }) {
  const t = useText()
  return going.map((g) => (
    <li key={g.id} className="going">
      <Paperclip aria-hidden /><span className="cut">{g.file.name}</span>
      {g.problem
        ? <><span className="file-error" role="alert">{problemWords(t, g.problem)}</span>{g.problem.status === 0 || g.problem.status >= 500 ? <Button small onPress={() => again(g.id)}>{t('cases.files.retry')}</Button> : null}<Button small look="quiet" aria-label={t('cases.files.remove')} onPress={() => remove(g.id)}><X aria-hidden /></Button></>
        : <><progress max={1} value={g.part} aria-label={g.file.name} /><span className="meta number">{t('cases.files.sending', { percent: Math.round(g.part * 100) })}</span><Button small look="quiet" aria-label={t('cases.files.cancel')} onPress={() => remove(g.id)}><X aria-hidden /></Button></>}
    </li>
  ))
}

/** @param shows the key of the answer that shows what has arrived */
export function useUploads(caseId: CaseId, to: typeof casesApi.attach | typeof casesApi.attachToPlaceCase, shows: QueryKey) {
  const queries = useQueryClient()
  const [going, setGoing] = useState<Upload[]>([])
  const latest = useRef(going)
  latest.current = going
  const change = (id: string, next: Partial<Upload>) => setGoing((all) => all.map((g) => (g.id === id ? { ...g, ...next } : g)))
  const drop = (id: string) => setGoing((all) => all.filter((g) => g.id !== id))

  async function send(g: Upload) {
    try {
      await upload(to, { caseId, id: g.id, name: g.file.name }, g.file, (part) => change(g.id, { part }), g.stop.signal)
      await queries.invalidateQueries({ queryKey: shows })
      drop(g.id)
    } catch (error) {
      change(g.id, { problem: error instanceof Problem ? error : new Problem({ status: 0, code: 'network' }) })
    }
  }
  /** What is plainly too large or empty is said at once; what it is inside, the desk finds out. */
  const wrong = (file: File) => (file.size > most ? 'attachment.too_large' : file.size === 0 ? 'attachment.empty' : null)
  function add(files: readonly File[]) {
    const next = files.map((file): Upload => {
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
