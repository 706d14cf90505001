/** An internal note. `@` opens the list of colleagues; nothing is lost when sending fails. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { uuidv7 } from 'uuidv7'
import { Button, TextArea } from '@akmasa/ui'
import { casesApi, type CaseId } from '../../../../contracts/cases.ts'
import { identityApi, type Colleague } from '../../../../contracts/identity.ts'
import { asking, call } from '../../client.ts'
import { useDirectorates } from '../../lists.ts'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { fieldWords, useName, useText } from '../../text.ts'
import { useSlow } from '../../use-slow.ts'
import { mentionAt, putMention, stillMentioned } from './mention.ts'

export function NoteForm({ caseId, reason }: { caseId: CaseId; reason: string | null }) {
  const t = useText(), name = useName(), queries = useQueryClient(), directorates = useDirectorates(), listId = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [words, setWords] = useState(''), [caret, setCaret] = useState(0), [chosen, setChosen] = useState<Colleague[]>([]), [at, setAt] = useState(0), [shut, setShut] = useState(false)
  // The same id until it is sent: pressing twice, or again after an error, is one note.
  const [id, setId] = useState(() => uuidv7())
  const mention = mentionAt(words, caret), slow = useSlow(mention?.query ?? null, 150)
  const people = useQuery({ ...asking(identityApi.colleagues, { q: slow ?? '' }), enabled: slow !== null, staleTime: 60_000, placeholderData: (before) => before })
  const offered = mention && !shut ? (people.data ?? []).slice(0, 8) : []

  const send = useMutation({
    mutationFn: () => call(casesApi.addNote, { caseId, id, words, mentions: stillMentioned(words, chosen).map((p) => p.id) }),
    onSuccess: async () => {
      setWords('')
      setChosen([])
      setId(uuidv7())
      await queries.invalidateQueries({ queryKey: [casesApi.casePage.path, { caseId }] })
    },
  })
  const submit = () => { if (words.trim() && !send.isPending) send.mutate() }
  function choose(person: Colleague) {
    const next = putMention(words, caret, person.name)
    setWords(next.text)
    setCaret(next.caret)
    setChosen([...chosen.filter((p) => p.id !== person.id), person])
    requestAnimationFrame(() => { area.current?.focus(); area.current?.setSelectionRange(next.caret, next.caret) })
  }
  function keys(e: KeyboardEvent<HTMLTextAreaElement>) {
    if (e.key === 'Enter' && e.ctrlKey) { e.preventDefault(); submit(); return }
    if (!offered.length || e.nativeEvent.isComposing) return
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') setAt((at + (e.key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length)
    else if (e.key === 'Enter' || e.key === 'Tab') choose(offered[Math.min(at, offered.length - 1)]!)
    else if (e.key === 'Escape') setShut(true)
    else return
    e.preventDefault()
  }
  const place = (p: Colleague) => { const d = directorates.find((x) => x.id === p.directorateId); return d ? name(d.name) : p.roles.map((r) => t(`shared.role.${r}`)).join(', ') }
  return (
    <form className="stack note-form no-print" onSubmit={(e) => { e.preventDefault(); submit() }}>
      <TextArea
        label={t('cases.note.label')} rows={3} maxLength={4000} placeholder={t('cases.note.placeholder')} value={words} areaRef={area} onKeyDown={keys} error={fieldWords(t, send.error, 'words')} disabled={reason !== null}
        onChange={(v) => { setWords(v); setShut(false); setAt(0); setCaret(area.current?.selectionStart ?? v.length) }}
      />
      {mention && !shut && slow !== null && (
        <ul className="listbox mentions" role="listbox" id={listId} aria-label={t('cases.note.colleagues')}>
          {offered.map((p, i) => (
            <li key={p.id} role="option" aria-selected={i === at} data-focused={i === at || undefined} className="option" onMouseDown={(e) => { e.preventDefault(); choose(p) }}>
              {p.name}<span className="description">{place(p)}</span>
            </li>
          ))}
          {people.data && !offered.length && <li className="option hint">{t('cases.note.nobody')}</li>}
        </ul>
      )}
      <div className="unseen" aria-live="polite">{offered[at] ? `${offered[at].name}, ${place(offered[at])}` : ''}</div>
      {send.error && <ProblemNotice problem={send.error} />}
      <div className="line"><Button type="submit" isPending={send.isPending} keys="Ctrl+Enter" reason={reason}>{t('cases.note.add')}</Button></div>
    </form>
  )
}
