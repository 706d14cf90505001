/** Zones 2 to 5, in the order in which a caller tells it. */
import { useText } from '../../text.ts'
import { Chips, Notice, TextArea, type Chip } from '@akmasa/ui'
import { Channel } from '../../../../contracts/cases.ts'
import { CaseKind } from '../../../../contracts/routing.ts'
import { AlsoField } from './AlsoField.tsx'
import { Conflict } from './Conflict.tsx'
import { PaperField } from './PaperField.tsx'
import { Questions } from './Questions.tsx'
import { ReporterField } from './ReporterField.tsx'
import { useScreen } from './screen.ts'
import { TopicField } from './TopicField.tsx'
import { useGapWords } from './gap-words.ts'
import { WhereField } from './WhereField.tsx'

/** What an operator writes down without a call; calls and the web fill in their own. */
const byHand: readonly Channel[] = ['counter', 'letter', 'muhtar', 'social', 'institution', 'email']

export function IntakeForm() {
  const t = useText(), { entry, intake, topic, change, book } = useScreen(), wrong = useGapWords()
  const kinds = CaseKind.options.map((value): Chip<CaseKind> => ({ value, label: t(`shared.kind.${value}`), disabled: topic?.kinds ? !topic.kinds.includes(value) && value !== intake.kind : false }))
  // On the day the power failed people rang too.
  const ways: readonly Channel[] = intake.paper ? ['phone', ...byHand] : byHand
  return (
    <div className="intake" onBlur={() => book.left(entry.id)}>
      <h1 className="unseen">{t(entry.callId ? 'intake.titleCall' : 'intake.idle.new')}</h1>
      <Conflict />
      {entry.byName && <Notice tone="info">{t('intake.begunBy', { name: entry.byName })}</Notice>}
      {!entry.callId && <Chips label={t('intake.channel')} chips={ways.map((value) => ({ value, label: t(`shared.channel.${value}`) }))} value={intake.channel} onChange={(channel) => change((i) => ({ ...i, channel }))} className="inline" />}
      {!entry.callId && <PaperField />}
      <div data-gap="kind"><Chips label={t('intake.kind')} hideLabel chips={kinds} value={intake.kind} onChange={(kind) => change((i) => ({ ...i, kind }))} error={wrong('kind')} className="kinds" /></div>
      {intake.kind === 'tip_off' && <Notice tone="info">{t('intake.tipOff')}</Notice>}
      <div data-zone="2" data-gap="said">
        <TextArea label={t('intake.said')} rows={5} value={intake.said} onChange={(said) => change((i) => ({ ...i, said }))} maxLength={4000} error={wrong('said')} />
      </div>
      <div data-zone="3" data-gap="where"><WhereField /></div>
      <div data-zone="4" data-gap="topic"><TopicField /></div>
      <Questions />
      <AlsoField />
      <div data-zone="5"><ReporterField /></div>
    </div>
  )
}
