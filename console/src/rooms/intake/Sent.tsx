/** After sending: the number large enough to be read aloud, how the citizen learns it, and what comes next. */
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Button, Time } from '@akmasa/ui'
import { useName, useText } from '../../text.ts'
import { useScreen } from './screen.ts'

export function Sent() {
  const t = useText(), name = useName(), { book, entry } = useScreen()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => { heading.current?.focus() }, [])
  if (entry.sending.is !== 'sent') return null
  const { opened, followed } = entry.sending
  const handed = opened.status === 'handed_over'
  return (
    <div className="sent" data-zone="2">
      <h1 ref={heading} tabIndex={-1}>{t(followed ? 'intake.sent.followed' : handed ? 'intake.sent.handedOver' : 'intake.sent.title')}</h1>
      <output className="sent-number number" aria-label={t('intake.sent.number', { number: opened.number })}>{opened.number}</output>
      <p className="sent-tell">{t(entry.body.reporter.anonymous ? 'intake.sent.anonymous' : `intake.sent.${opened.tell}`)}</p>
      {opened.lead && <p>{t('intake.sent.lead', { name: name(opened.lead) })}{opened.supporting.length > 0 && ` ${t('intake.sent.supporting', { names: opened.supporting.map(name).join(', ') })}`}</p>}
      {opened.dueAt && <p>{t('intake.sent.due')} <Time at={opened.dueAt} form="prose" /></p>}
      <div className="line">
        <Button look="primary" onPress={() => book.show(null)} data-first>{t('intake.sent.next')}</Button>
        <Button onPress={() => book.another(entry)}>{t(entry.callId ? 'intake.sent.anotherCaller' : 'intake.sent.another')}</Button>
        <Link className="button" to="/cases/$caseId" params={{ caseId: opened.id }}>{t('intake.sent.open')}</Link>
      </div>
    </div>
  )
}
