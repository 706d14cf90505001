/** How far the talk is: in one line of state, and what follows by itself. */
import { Badge, Notice, Time, type Tone } from '@akmasa/ui'
import { isOpenTalk, type Talk, type TalkStatus } from '../../../../contracts/agreement.ts'
import { useName, useText } from '../../text.ts'

const tones: Record<TalkStatus, Tone> = { calling: 'accent', link: 'info', desk: 'warning', agreed: 'success', objected: 'warning', withdrawn: 'neutral', refusal_accepted: 'neutral', stopped: 'neutral' }

export function TalkState({ talk }: { talk: Talk }) {
  const t = useText(), name = useName(), open = isOpenTalk(talk.status)
  return (
    <div className="stack">
      <p className="line">
        <Badge tone={tones[talk.status]}>{t(`agreement.status.${talk.status}`)}</Badge>
        {!open && talk.how && <span className="meta">{t(`agreement.how_.${talk.how}`)}</span>}{talk.endedAt && <Time at={talk.endedAt} />}
      </p>
      {talk.how === 'silence' && <p>{t('agreement.bySilence')}.</p>}
      {talk.status === 'stopped' && <p className="hint">{t('agreement.stoppedBecause')}</p>}
      {talk.words && <blockquote className="talk-words">{talk.words}</blockquote>}
      {talk.why && open && <Notice tone="warning" title={t(`agreement.why.${talk.why}`)}>{t('agreement.supervisor')}</Notice>}
      {open && (
        <dl className="facts">
          <div><dt>{t('agreement.whose')}</dt><dd>{talk.directorate ? name(talk.directorate) : t('agreement.desk')}{talk.forStaff && ` · ${talk.forStaff.name}`}{talk.takenBy && <span className="meta"> {t('agreement.takenBy', { name: talk.takenBy.name })}</span>}</dd></div>
          <div><dt>{t('agreement.tries')}</dt><dd>{t('agreement.counted', { count: talk.counted, of: talk.of })}</dd></div>
          {talk.nextAt && talk.status !== 'link' && <div><dt>{t('agreement.nextAt')}</dt><dd><Time at={talk.nextAt} />{talk.chosen && <span className="meta"> {t('agreement.chosen')}</span>}</dd></div>}
          {talk.linkSentAt && <div><dt>{t('agreement.linkSent')}</dt><dd><Time at={talk.linkSentAt} /></dd></div>}
          {talk.status === 'link' && talk.answerBy && <div><dt>{t('agreement.answerBy')}</dt><dd><Time at={talk.answerBy} /> <span className="meta">{t(talk.silenceAgrees ? 'agreement.silenceYes' : 'agreement.silenceNo')}</span></dd></div>}
        </dl>
      )}
    </div>
  )
}
