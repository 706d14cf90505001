/** Every word between us and the citizens of a case, newest first; and above it the field to write to them, which is no note. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Badge, Button, Skeleton, Time } from '@akmasa/ui'
import type { CasePage } from '../../../../contracts/cases.ts'
import { contactApi, type Ledger, type Word } from '../../../../contracts/contact.ts'
import { asking } from '../../client.ts'
import { useMay } from '../../session.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { useText } from '../../text.ts'
import { talkKey } from '../agreement/said.ts'
import { saidKey } from '../confirmation/entry.ts'
import { errorWords, messageStates } from './message-rules.ts'
import { WriteForm } from './WriteForm.tsx'
import './contact.css'

const newest = 6
export function LedgerPanel({ page }: { page: CasePage }) {
  const t = useText(), may = useMay(), [all, setAll] = useState(false)
  const query = useQuery(asking(contactApi.ledger, { caseId: page.id })), words = query.data?.words ?? []
  return (
    <section aria-label={t('contact.ledger.title')} className="stack">
      <h2>{t('contact.ledger.title')}</h2>
      <ProblemNotice problem={query.error} />
      {query.data && <Reach reach={query.data.reach} withheld={page.reporterWithheld} />}
      {may('case.note') && <WriteForm page={page} />}
      {query.isPending ? <Skeleton lines={3} /> : words.length === 0 ? <p className="hint">{t('contact.ledger.emptyWords')}</p> : (
        <ol className="ledger">{(all ? words : words.slice(0, newest)).map((word) => <Line key={word.id} word={word} />)}</ol>
      )}
      {!all && words.length > newest && <Button look="quiet" small onPress={() => setAll(true)}>{t('contact.ledger.more', { count: words.length })}</Button>}
    </section>
  )
}

function Reach({ reach, withheld }: { reach: Ledger['reach']; withheld: boolean }) {
  const t = useText()
  if (!reach) return withheld ? <p className="meta">{t('contact.ledger.reachHidden')}</p> : null
  const parts = [reach.sms && t('contact.ledger.reachSms', { count: reach.sms }), reach.mail && t('contact.ledger.reachMail', { count: reach.mail }), reach.call && t('contact.ledger.reachCall', { count: reach.call }), reach.nobody && t('contact.ledger.reachNobody', { count: reach.nobody })].filter(Boolean)
  return <p className="meta">{parts.length ? `${t('contact.ledger.reach')}: ${parts.join(' · ')}` : t('contact.ledger.reachNone')}</p>
}

function Line({ word }: { word: Word }) {
  const t = useText(), may = useMay(), state = word.status && messageStates[word.status], talk = talkKey(word.what)
  return (
    <li className={word.direction}>
      <div className="spread">
        <strong>{t(`contact.ledger.${word.direction}`)} · {t(`contact.ledger.channel.${word.channel}`)}{word.people > 1 && <span className="meta"> {t('contact.ledger.people', { count: word.people })}</span>}</strong>
        {state && word.status && <Badge tone={state.tone} icon={state.icon}>{t(`contact.status.${word.status}`)}</Badge>}
      </div>
      {talk && <p>{t(talk)}</p>}
      {word.words ? <blockquote>{word.words}</blockquote> : talk ? null : saidKey(word.what) ? <p>{t(saidKey(word.what)!)}</p> : word.direction === 'in' && <p className="hint">{t('contact.ledger.withheld')}</p>}
      {word.status === 'failed' && word.error && <p className="message-error">{errorWords(t, word.error)}</p>}
      <p className="meta">
        <Time at={word.at} /> {word.direction === 'in' ? '' : word.automatic || !word.by ? t('contact.ledger.automatic') : word.by}
        {word.callId && may('call.read') && <> · <Link to="/calls/$callId" params={{ callId: word.callId }}>{t('contact.ledger.theCall')}</Link></>}
      </p>
    </li>
  )
}
