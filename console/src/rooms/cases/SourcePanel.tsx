/** The source of the problem: what was told, and beside it what the directorate found. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, Select, TextArea, Time, toast } from '@akmasa/ui'
import { casesApi, type CasePage } from '../../../../contracts/cases.ts'
import { alsoWhile } from '../../../../contracts/moves.ts'
import { call } from '../../client.ts'
import { useTopics } from '../../lists.ts'
import { useMay } from '../../session.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { useName, useText } from '../../text.ts'
import { useChange } from './use-change.ts'

export function SourcePanel({ page }: { page: CasePage }) {
  const t = useText(), name = useName(), may = useMay(), [open, setOpen] = useState(false)
  const found = page.foundSource
  const mayWrite = may('case.work') && page.part !== null && alsoWhile.source.some((status) => status === page.status)
  return (
    <section className="stack" aria-label={t('cases.found.title')}>
      <h2>{t('cases.found.title')}</h2>
      {found ? <p><strong>{found.cause ? name(found.cause) : found.words}</strong>{found.cause && found.words && <>. {found.words}</>} <span className="meta">{found.by} <Time at={found.at} /></span></p>
        : <p className="hint">{t('cases.found.none')}</p>}
      {mayWrite && (open ? <SourceForm page={page} onDone={() => setOpen(false)} /> : <div className="actions no-print"><Button small onPress={() => setOpen(true)}>{t('cases.found.change')}</Button></div>)}
    </section>
  )
}

/** What was told stands in it already: one press confirms it. */
export function SourceForm({ page, onDone }: { page: CasePage; onDone: () => void }) {
  const t = useText(), name = useName(), changed = useChange(page)
  const causes = useTopics().find((topic) => topic.id === page.topicId)?.causes ?? []
  const before = page.foundSource ?? page.source
  const [cause, setCause] = useState<string | null>(null), [words, setWords] = useState(before.words ?? ''), [tried, setTried] = useState(false)
  const chosen = cause ?? causes.find((one) => one.name.tr === before.cause?.tr)?.key ?? null
  const save = useMutation({
    mutationFn: () => call(casesApi.foundSource, { caseId: page.id, source: { ...(chosen && chosen !== 'other' && { cause: chosen }), ...(words.trim() && { words: words.trim() }) } }),
    onSuccess: async () => { await changed(); toast({ words: t('cases.found.kept') }); onDone() },
  })
  const lacks = (!chosen || chosen === 'other') && !words.trim()
  function submit() {
    setTried(true)
    if (!lacks) save.mutate()
  }
  return (
    <form className="stack" onSubmit={(e) => { e.preventDefault(); submit() }}>
      <ProblemNotice problem={save.error} />
      {causes.length > 0 && <Select label={t('cases.found.cause')} value={chosen} onChange={setCause} options={[...causes.map((one) => ({ id: one.key, name: name(one.name) })), { id: 'other', name: t('cases.waits.other') }]} />}
      <TextArea label={t('cases.found.words')} value={words} onChange={setWords} maxLength={500} error={tried && lacks ? t('cases.found.wordsNeeded') : undefined} />
      <div className="actions"><Button onPress={onDone}>{t('shared.cancel')}</Button><Button look="primary" type="submit" isPending={save.isPending}>{t('cases.found.save')}</Button></div>
    </form>
  )
}
