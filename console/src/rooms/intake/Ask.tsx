/** One question of a topic, by the kind of its answer. */
import { Chips, DateField, NumberField, Select, TextField } from '@akmasa/ui'
import type { Question } from '../../../../contracts/routing.ts'
import { useName, useText } from '../../text.ts'
import type { Answer } from './intake.ts'

type Props = { question: Question; value: Answer | undefined; onChange: (answer: Answer) => void; error: string | undefined }
export function Ask({ question: q, value, onChange: set, error }: Props) {
  const t = useText(), name = useName()
  const common = { label: q.required ? `${name(q.ask)} *` : name(q.ask), error }
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
