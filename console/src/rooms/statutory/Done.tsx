/** Registered: the number large, the last day, the receipt; the scanned paper goes to the case meanwhile. */
import { Link } from '@tanstack/react-router'
import { Printer } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button, Notice } from '@akmasa/ui'
import { casesApi } from '../../../../contracts/cases.ts'
import type { Registered } from '../../../../contracts/statutory.ts'
import { useLanguage, useText } from '../../text.ts'
import { Going, useUploads } from '../cases/uploads.tsx'
import { longDay } from './days.ts'
import '../cases/cases.css'

export function Done({ registered, files, onNew }: { registered: Registered; files: readonly File[]; onNew: () => void }) {
  const t = useText(), language = useLanguage(), { caseId } = registered
  const { going, add, remove, again } = useUploads(caseId, casesApi.attach, [casesApi.casePage.path, { caseId }])
  // Once, though React may look twice.
  const sent = useRef(false), [started, setStarted] = useState(false)
  useEffect(() => {
    if (sent.current || !files.length) return
    sent.current = true
    add(files)
    setStarted(true)
  })
  return (
    <section className="panel stack statutory-done" role="status">
      <h2>{t('statutory.form.done.title')}</h2>
      <p className="statutory-number number">{registered.number}</p>
      {registered.state === 'rejected' ? <Notice tone="warning">{t('statutory.form.done.rejected')}</Notice> : registered.dueOn && <p>{t('statutory.form.done.due', { day: longDay(registered.dueOn, language) })}</p>}
      <p className="meta">{t('statutory.form.done.case', { number: registered.caseNumber })}</p>
      {going.length > 0 && <><p className="meta">{t('statutory.form.done.files')}</p><ul className="files"><Going going={going} remove={remove} again={again} /></ul></>}
      {started && going.length === 0 && <p className="meta">{t('statutory.form.done.filesDone')}</p>}
      <div className="line">
        <Link className="button primary" to="/statutory/$caseId/receipt" params={{ caseId }} autoFocus><Printer aria-hidden />{t('statutory.form.done.receipt')}</Link>
        <Link className="button" to="/cases/$caseId" params={{ caseId }}>{t('statutory.form.done.open')}</Link>
        <Button onPress={onNew}>{t('statutory.form.done.another')}</Button>
      </div>
    </section>
  )
}
