/** Between calls: what was left unfinished, whom we owe a call, and an intake without a call. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { PhoneOutgoing, Plus, X } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { Badge, Button, showPhone, TextField, Time, useNow } from '@akmasa/ui'
import { contactApi } from '../../../../contracts/contact.ts'
import { asking, call } from '../../client.ts'
import { useMay } from '../../session.tsx'
import { dial, usePhase } from '../../softphone/index.ts'
import { useText } from '../../text.ts'
import type { IntakeBook } from './book.ts'
import { useBook } from './scope.ts'
import { begin } from './screen.ts'

export function Idle({ book }: { book: IntakeBook }) {
  const t = useText(), may = useMay(), phase = usePhase(), { unfinished } = useBook(book)
  const heading = phase === 'ready' ? 'ready' : phase === 'wrap_up' ? 'wrapUp' : phase === 'ringing' ? 'ringing' : phase === 'on_call' || phase === 'hold' ? 'inCall' : 'notReady'
  return (
    <div className="idle" data-zone="2">
      <h1>{t(`intake.idle.${heading}`)}</h1>
      <div className="line"><Button onPress={() => begin(book)} keys="Alt+N" data-first><Plus aria-hidden />{t(heading === 'inCall' ? 'intake.sent.anotherCaller' : 'intake.idle.new')}</Button> <Link to="/paper">{t('paper.title')}</Link></div>
      <WhatBecame />
      <section>
        <h2>{t('intake.idle.unfinished')}</h2>
        <ul className="idle-list">
          {unfinished.map((e) => (
            <li key={e.id}>
              <button type="button" className="row" onClick={() => book.show(e.id)}>
                <span className="cut">{e.body.said || e.body.reporter.name || showPhone(e.number ?? e.body.reporter.phone) || t('intake.idle.noWords')}</span>
                <span className="meta"><Time at={new Date(e.at).toISOString()} form="words" />{e.saved.is === 'here' ? ` · ${t('intake.saved.here')}` : ''}</span>
              </button>
              <Button small look="quiet" aria-label={t('intake.idle.discard')} onPress={() => void book.discard(e.id)}><X aria-hidden /></Button>
            </li>
          ))}
          {!unfinished.length && <li className="hint">{t('intake.idle.noUnfinished')}</li>}
        </ul>
      </section>
      {may('task.work') && <Owed />}
    </div>
  )
}

/** Two of three who call a second time ask what became of theirs. */
function WhatBecame() {
  const t = useText(), navigate = useNavigate(), [q, setQ] = useState('')
  const go = (e: FormEvent) => {
    e.preventDefault()
    if (q.trim()) void navigate({ to: '/search', search: { q: q.trim() } })
  }
  return <form role="search" onSubmit={go}><TextField label={t('search.field')} type="search" value={q} onChange={setQ} maxLength={120} /></form>
}

function Owed() {
  const t = useText(), now = useNow(), { data: all = [] } = useQuery(asking(contactApi.callTasks, { status: 'open' }))
  // What sleeps until its time, and what is a directorate's own, is nobody's here now.
  const data = all.filter((task) => !task.directorateId && !(task.wakesAt && Date.parse(task.wakesAt) > now.getTime()))
  const callNow = (taskId: (typeof data)[number]['id'], phone: string) => {
    // Taken first, so that two operators do not call the same citizen.
    call(contactApi.takeCallTask, { taskId }).then(() => dial(phone, { taskId }), () => undefined)
  }
  return (
    <section>
      <h2>{t('intake.idle.owed')}</h2>
      <ul className="idle-list">
        {data.slice(0, 6).map((task) => (
          <li key={task.id}>
            <span className="row">
              <span className="cut">{task.emergency && <Badge tone="danger">{t('shared.kind.emergency')}</Badge>} {task.name ?? (showPhone(task.phone) || t('softphone.noNumber'))} · {t(`intake.idle.task.${task.reason}`)}</span>
              <span className="meta"><Time at={task.at} form="words" />{task.takenBy ? ` · ${task.takenBy.name}` : ''}</span>
            </span>
            {task.reason === 'agree' ? <Link to="/agree/$taskId" params={{ taskId: task.id }} className="button small">{t('agreement.task.open')}</Link> : task.phone && <Button small onPress={() => callNow(task.id, task.phone!)} isDisabled={task.status === 'taken'} aria-label={t('softphone.callNumber', { number: showPhone(task.phone) })}><PhoneOutgoing aria-hidden />{t('softphone.call')}</Button>}
          </li>
        ))}
        {!data.length && <li className="hint">{t('intake.idle.noOwed')}</li>}
      </ul>
      <Link to="/tasks">{t('intake.idle.allOwed')}</Link>
    </section>
  )
}
