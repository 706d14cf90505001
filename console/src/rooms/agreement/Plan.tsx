/** The plan in plain words, large enough to be read aloud; then its dates, what she must do, and what else could be done. */
import { Languages } from 'lucide-react'
import { useState } from 'react'
import { Button, Notice } from '@akmasa/ui'
import type { TalkPage } from '../../../../contracts/agreement.ts'
import { useLanguage, useName, useText } from '../../text.ts'

export function Plan({ page }: { page: TalkPage }) {
  const t = useText(), name = useName(), { plain, parts, person } = page
  const [turned, setTurned] = useState(false)
  const hers = person.language === 'en' && plain.en ? 'en' : 'tr', shown = turned && plain.en ? (hers === 'en' ? 'tr' : 'en') : hers
  return (
    <section className="panel stack" aria-label={t('agreement.plan')}>
      <div className="spread"><h2>{t('agreement.plan')}</h2>{plain.en && <Button small look="quiet" onPress={() => setTurned(!turned)}><Languages aria-hidden />{t('agreement.otherLanguage')}</Button>}</div>
      {page.talk.kind === 'refusal' && <Notice tone="warning" title={t('agreement.refusal')} />}
      <p className="read-aloud" lang={shown} tabIndex={0} data-region-start>{shown === 'en' ? plain.en : plain.tr}</p>
      <p className="hint">{t('agreement.planHint')}</p>
      {parts.map((part) => (
        <dl key={part.directorateId} className="facts plan-part">
          <div><dt>{t('agreement.unit')}</dt><dd><strong>{name(part.directorate)}</strong><br />{part.what}</dd></div>
          {part.byWhom && <div><dt>{t('agreement.byWhom')}</dt><dd>{part.byWhom}</dd></div>}
          {part.from && part.to && <div><dt>{t('agreement.when')}</dt><dd className="number"><Day day={part.from} />{part.to !== part.from && <> – <Day day={part.to} /></>}</dd></div>}
          {part.citizenMust && <div><dt>{t('agreement.must')}</dt><dd>{part.citizenMust}</dd></div>}
          {part.alternatives && <div><dt>{t('agreement.alternatives')}</dt><dd>{part.alternatives}</dd></div>}
          {part.entersPrivate && <div><dd><Notice tone="warning" title={t('agreement.entersPrivate')} /></dd></div>}
          {part.costsCitizen && <div><dd><Notice tone="warning" title={t('agreement.costsCitizen')} /></dd></div>}
        </dl>
      ))}
    </section>
  )
}
/** A civil day has no zone to be moved by: noon is the same day everywhere here. */
function Day({ day }: { day: string }) {
  const language = useLanguage()
  return <time dateTime={day}>{new Intl.DateTimeFormat(language === 'tr' ? 'tr-TR' : 'en-GB', { day: 'numeric', month: 'long', year: 'numeric', weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))}</time>
}
