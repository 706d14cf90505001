/** What the topic asks first, and what the citizen takes for the source. The slot is there before the topic is. */
import { Chips, DateField, NumberField, Select, TextField } from '@akmasa/ui'
import type { Question } from '../../../../contracts/routing.ts'
import { useName, useText } from '../../text.ts'
import { answered, type Answer } from './intake.ts'
import { useScreen } from './screen.ts'

export function Questions() {
  const t = useText(), name = useName(), { intake, topic, change } = useScreen()
  return (
    <div className="questions" data-zone-part="4">
      {!topic && <p className="hint">{t('intake.questionsLater')}</p>}
      {topic?.questions.map((q) => <div key={q.key} data-gap={`answer-${q.key}`}><Ask question={q} /></div>)}
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

function Ask({ question: q }: { question: Question }) {
  const t = useText(), name = useName(), { intake, change, shown } = useScreen()
  const value = intake.answers[q.key]
  const set = (a: Answer) => change((i) => ({ ...i, answers: { ...i.answers, [q.key]: a } }))
  const missing = shown.some((g) => g.field === 'answer' && g.question.key === q.key) && !answered(value)
  const common = { label: q.required ? `${name(q.ask)} *` : name(q.ask), error: missing ? t('intake.gap.answer') : undefined }
  switch (q.type) {
    case 'yesno':
      return <Chips {...common} chips={[{ value: 'yes', label: t('shared.yes'), digit: '1' }, { value: 'no', label: t('shared.no'), digit: '2' }]} value={value === true ? 'yes' : value === false ? 'no' : null} onChange={(v) => set(v === 'yes')} />
    case 'choice': {
      const choices = q.choices ?? [], chosen = typeof value === 'string' ? value : null
      if (choices.length > 5) return <Select {...common} options={choices.map((c) => ({ id: c.key, name: name(c.label) }))} value={chosen} onChange={set} placeholder={t('shared.choose')} />
      return <Chips {...common} chips={choices.map((c, n) => ({ value: c.key, label: name(c.label), digit: String(n + 1) }))} value={chosen} onChange={set} />
    }
    case 'number':
      return <NumberField {...common} value={typeof value === 'number' ? value : null} onChange={set} />
    case 'date':
      return <DateField {...common} value={typeof value === 'string' ? value : null} onChange={set} />
    case 'text':
      return <TextField {...common} value={typeof value === 'string' ? value : ''} onChange={set} maxLength={1000} />
  }
}
