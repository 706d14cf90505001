/** How far it has come, what came of it, and what may still be done. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { Button, Dialog, Notice, TextArea } from '@akmasa/ui'
import { importCan, type ImportPage, importsApi } from '../../../../contracts/imports.ts'
import { addressOf, call, Problem } from '../../client.ts'
import { useMay } from '../../session.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { problemWords, useLanguage, useText } from '../../text.ts'

export function Outcome({ page }: { page: ImportPage }) {
  const t = useText(), may = useMay(), language = useLanguage(), queries = useQueryClient(), format = new Intl.NumberFormat(language)
  const [takingBack, setTakingBack] = useState(false)
  const can = (what: keyof typeof importCan) => may('import.run') && importCan[what].some((s) => s === page.status)
  const doing = useMutation({
    mutationFn: (what: 'cancelImport' | 'resumeImport') => call(importsApi[what], { importId: page.id }),
    onSettled: () => Promise.all([importsApi.imports.path, importsApi.importPage.path].map((path) => queries.invalidateQueries({ queryKey: [path] }))),
  })
  const figures: [string, number][] = [
    [t('imports.page.cameIn'), page.cameIn], [t('imports.page.warned'), page.warned], [t('imports.column.refused'), page.refused], [t('imports.column.already'), page.already],
    ...(page.status === 'taking_back' || page.status === 'taken_back' ? [[t('imports.page.takenBack'), page.takenBack], [t('imports.page.kept'), page.kept]] as [string, number][] : []),
  ]
  const refusedRows = page.refused > 0 || page.warned > 0
  return (
    <section className="panel stack" aria-label={t('imports.page.figures')}>
      <h2>{t('imports.page.figures')}</h2>
      {page.failure && <Notice tone="danger" title={t('imports.page.stopped')}>{t('imports.page.stoppedWords', { reason: problemWords(t, new Problem({ status: 409, code: page.failure })) })}</Notice>}
      <div className="line">
        <progress className="wide-progress" max={Math.max(1, page.rows)} value={page.position} aria-label={t('imports.page.figures')} />
        <span className="number">{t('imports.page.progress', { done: format.format(page.position), all: format.format(page.rows) })}</span>
      </div>
      <dl className="figures">{figures.map(([name, n]) => <div key={name}><dt>{name}</dt><dd className="number">{format.format(n)}</dd></div>)}</dl>
      {page.kept > 0 && page.status === 'taken_back' && <p className="meta">{t('imports.page.keptWords')}</p>}
      <ProblemNotice problem={doing.error} />
      <div className="line">
        {refusedRows && <a className="button" href={addressOf(importsApi.importProblems, { importId: page.id, language })}><Download aria-hidden />{t('imports.page.problems')}</a>}
        {can('cancel') && <Button isPending={doing.isPending} onPress={() => doing.mutate('cancelImport')}>{t('imports.page.cancel')}</Button>}
        {can('resume') && <Button look="primary" isPending={doing.isPending} onPress={() => doing.mutate('resumeImport')}>{t('imports.page.goOn')}</Button>}
        {can('takeBack') && page.cameIn > page.takenBack && <Button look="danger" onPress={() => setTakingBack(true)}>{t('imports.page.takeBack')}</Button>}
      </div>
      {takingBack && <TakeBack page={page} onClose={() => setTakingBack(false)} />}
    </section>
  )
}

function TakeBack({ page, onClose }: { page: ImportPage; onClose: () => void }) {
  const t = useText(), queries = useQueryClient(), [why, setWhy] = useState(''), [missing, setMissing] = useState(false)
  const taking = useMutation({
    mutationFn: () => call(importsApi.takeBackImport, { importId: page.id, why: why.trim() }),
    onSuccess: () => { for (const path of [importsApi.imports.path, importsApi.importPage.path]) void queries.invalidateQueries({ queryKey: [path] }); onClose() },
  })
  return (
    <Dialog
      open alert title={t('imports.page.takeBack')} onClose={onClose}
      foot={<><Button onPress={onClose}>{t('shared.cancel')}</Button><Button look="danger" isPending={taking.isPending} onPress={() => (why.trim() ? taking.mutate() : setMissing(true))}>{t('imports.page.takeBack')}</Button></>}
    >
      <p>{t('imports.page.takeBackWords')}</p>
      <TextArea label={t('imports.page.why')} value={why} onChange={setWhy} maxLength={500} rows={2} autoFocus error={missing && !why.trim() ? t('imports.page.whyNeeded') : undefined} />
      <ProblemNotice problem={taking.error} />
    </Dialog>
  )
}
