/** Each time that the citizen was asked whether it is done, what she answered, and what she thinks of it. */
import { useQuery } from '@tanstack/react-query'
import { CircleCheck, Hourglass, RotateCcw, Star, TimerOff } from 'lucide-react'
import { useState } from 'react'
import { Badge, Button, Time } from '@akmasa/ui'
import { type CasePage, casesApi } from '../../../../contracts/cases.ts'
import { type Confirmation, confirmationApi } from '../../../../contracts/confirmation.ts'
import { type CaseStatus, moves } from '../../../../contracts/moves.ts'
import { addressOf, asking } from '../../client.ts'
import { useMay } from '../../session.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { useText } from '../../text.ts'
import { AnswerDialog } from './AnswerDialog.tsx'
import './confirmation.css'

export function ConfirmationPanel({ page }: { page: CasePage }) {
  const t = useText(), may = useMay(), [asked, setAsked] = useState<'answer' | 'mark' | null>(null)
  const query = useQuery(asking(confirmationApi.confirmations, { caseId: page.id })), rounds = query.data?.rounds ?? []
  const open = (moves.confirm.from as readonly CaseStatus[]).includes(page.status), newest = rounds[0]
  if (!rounds.length && !open && !query.error) return null
  const canMark = newest !== undefined && (newest.answer === 'fixed' || newest.answer === 'not_fixed') && !newest.satisfaction
  return (
    <section className="panel stack" aria-label={t('confirmation.title')}>
      <h2>{t('confirmation.title')}</h2>
      <ProblemNotice problem={query.error} />
      <ol className="confirmations stack">{rounds.map((round) => <Round key={round.id} round={round} page={page} />)}</ol>
      {may('case.agree') && (
        <span className="line no-print">
          {open && <Button look="primary" onPress={() => setAsked('answer')}>{t('confirmation.record')}</Button>}
          {canMark && <Button small onPress={() => setAsked('mark')}>{t('confirmation.markOnly')}</Button>}
        </span>
      )}
      {asked && <AnswerDialog caseId={page.id} {...(asked === 'mark' && { only: 'mark' })} onClose={() => setAsked(null)} />}
    </section>
  )
}

const looks = { fixed: { tone: 'success', icon: CircleCheck }, not_fixed: { tone: 'danger', icon: RotateCcw }, silence: { tone: 'neutral', icon: TimerOff }, not_asked: { tone: 'neutral', icon: TimerOff } } as const
function Round({ round, page }: { round: Confirmation; page: CasePage }) {
  const t = useText(), { answer } = round
  return (
    <li className="stack tight">
      <span className="line">
        {answer ? <Badge tone={looks[answer].tone} icon={looks[answer].icon}>{t(`confirmation.answer.${answer}`)}</Badge> : <Badge tone="warning" icon={Hourglass}>{t('confirmation.waits')}</Badge>}
        {round.satisfaction && <Badge tone={round.satisfaction.mark <= 2 ? 'danger' : 'neutral'} icon={Star}>{t('confirmation.mark', { mark: round.satisfaction.mark })} · {t(`confirmation.marks.m${round.satisfaction.mark as 1 | 2 | 3 | 4 | 5}`)}</Badge>}
      </span>
      {round.words && <blockquote>{round.words}</blockquote>}
      {round.photo && <a href={addressOf(casesApi.attachment, { caseId: page.id, attachmentId: round.photo })} target="_blank" rel="noreferrer">{t('confirmation.photo')}</a>}
      {round.satisfaction?.words && <blockquote>{round.satisfaction.words}</blockquote>}
      <span className="line meta">
        {round.askedBy !== 'nobody' && <span>{t(`confirmation.asked.${round.askedBy}`)} <Time at={round.askedAt} /></span>}
        {round.remindedAt && <span>{t('confirmation.reminded')} <Time at={round.remindedAt} /></span>}
        {round.answeredAt && round.how && <span>{t(`confirmation.how.${round.how}`)} {round.by} <Time at={round.answeredAt} /></span>}
        {!answer && round.until && <span>{t('confirmation.until')}: <Time at={round.until} /></span>}
      </span>
      {!answer && !round.until && page.status !== 'awaiting_confirmation' && page.status !== 'resolved' && <p className="hint">{t('confirmation.stopped')}</p>}
    </li>
  )
}
