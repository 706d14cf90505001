/** Zone 8. What to say: the words for an emergency, and for what another body owes. */
import { Checkbox, Notice, showPhone, TextField } from '@akmasa/ui'
import { useName, useText } from '../../text.ts'
import type { Screen } from './screen.ts'

export function Knowledge({ screen }: { screen: Screen }) {
  const t = useText(), name = useName()
  const { intake, route, topic, change, shown } = screen
  const notOurs = route?.notOurs
  const untold = shown.some((g) => g.field === 'hand_over')
  return (
    <section className="knowledge" data-zone="8" data-region="knowledge" aria-label={t('intake.knowledge.title')}>
      <h2 className="slot-title">{t('intake.knowledge.title')}</h2>
      {intake.kind === 'emergency' && <Notice tone="danger" title={t('intake.emergency.title')}><p>{t('intake.emergency.ask')}</p><p>{t('intake.emergency.call')}</p></Notice>}
      {notOurs && (
        <div data-gap="hand_over">
          <Notice tone="warning" live="status" title={t(`intake.notOurs.${notOurs.because}`)}>
            <p className="tell">{t('intake.notOurs.body', { name: name(notOurs.institution.name) })} · {notOurs.institution.phone ? t('intake.notOurs.phone', { phone: showPhone(notOurs.institution.phone) }) : t('intake.notOurs.noPhone')}</p>
            <p className="say">“{name(notOurs.institution.tell)}”</p>
            <Checkbox isSelected={intake.handOverTold} onChange={(handOverTold) => change((i) => ({ ...i, handOverTold }))} isInvalid={untold}>{t('intake.notOurs.told')}</Checkbox>
            {untold && <span className="hand-over-missing">{t('intake.gap.hand_over')}</span>}
            {intake.handOverTold && <TextField label={t('intake.notOurs.reference')} value={intake.reference} onChange={(reference) => change((i) => ({ ...i, reference }))} maxLength={120} />}
          </Notice>
        </div>
      )}
      {!notOurs && intake.kind !== 'emergency' && <p className="hint">{topic ? t('intake.knowledge.ours') : t('intake.knowledge.later')}</p>}
    </section>
  )
}
