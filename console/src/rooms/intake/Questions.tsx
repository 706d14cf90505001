/** What the topic asks first, and what the citizen takes for the source. The slot is there before the topic is. */
import { Chips, TextField } from '@akmasa/ui'
import type { Question } from '../../../../contracts/routing.ts'
import { useName, useText } from '../../text.ts'
import { Ask } from './Ask.tsx'
import { answered } from './intake.ts'
import { useScreen } from './screen.ts'

export function Questions() {
  const t = useText(), name = useName(), { intake, topic, change } = useScreen()
  return (
    <div className="questions" data-zone-part="4">
      {!topic && <p className="hint">{t('intake.questionsLater')}</p>}
      {topic?.questions.map((q) => <div key={q.key} data-gap={`answer-${q.key}`}><Asked question={q} /></div>)}
      {topic && (
        <div className="source">
          <Chips
            label={t('intake.source')} value={intake.source.cause ?? ''} onChange={(v) => change((i) => ({ ...i, source: { ...i.source, cause: v || null } }))}
            chips={[...topic.causes.map((c) => ({ value: c.key, label: name(c.name) })), { value: '', label: t('shared.unknown') }]}
          />
          <TextField label={t('intake.sourceWords')} value={intake.source.words} onChange={(words) => change((i) => ({ ...i, source: { ...i.source, words } }))} maxLength={500} />
        </div>
      )}
    </div>
  )
}

function Asked({ question: q }: { question: Question }) {
  const t = useText(), { intake, change, shown } = useScreen(), value = intake.answers[q.key]
  const missing = shown.some((g) => g.field === 'answer' && g.question.key === q.key) && !answered(value)
  return <Ask question={q} value={value} onChange={(a) => change((i) => ({ ...i, answers: { ...i.answers, [q.key]: a } }))} error={missing ? t('intake.gap.answer') : undefined} />
}
