/** Who hears when a promise runs out, and for what people are telephoned at night. */
import { Plus, Trash2 } from 'lucide-react'
import { Button, Checkbox, NumberField, Select } from '@akmasa/ui'
import { EscalateTo, type EscalationStep } from '../../../../../contracts/escalation.ts'
import { useText } from '../../../text.ts'
import { At, Check } from '../fields.tsx'
import { useForm } from '../form.tsx'
import { Refs } from '../lists.tsx'
import { keyFrom } from '../new-thing.ts'

export function EscalationForm() {
  const t = useText()
  return (
    <div className="form">
      <Steps />
      <p className="hint">{t('clocks.rules.phoneHint')}</p>
      <Check at="phoneEmergencies" />
      <Refs at="phoneTopicIds" kind="topic" />
    </div>
  )
}

/** What people choose: a moment with its direction; kept as a signed amount. */
const moments = ['share', 'days_before', 'hours_before', 'due', 'days_after', 'hours_after'] as const
type Moment = (typeof moments)[number]
const momentOf = ({ when, amount }: EscalationStep): Moment => (when === 'share' || when === 'due' ? when : `${when === 'hours' ? 'hours' : 'days'}_${amount < 0 ? 'before' : 'after'}`)
function stepOf(step: EscalationStep, moment: Moment, size: number): EscalationStep {
  if (moment === 'due') return { ...step, when: 'due', amount: 0 }
  if (moment === 'share') return { ...step, when: 'share', amount: Math.min(99, size) }
  return { ...step, when: moment.startsWith('hours') ? 'hours' : 'working_days', amount: moment.endsWith('before') ? -size : size }
}
const most = 20
function Steps() {
  const form = useForm<'escalation_rules'>(), t = useText(), { steps } = form.value
  const put = (next: EscalationStep[]) => form.set('steps', next)
  const change = (i: number, step: EscalationStep) => put(steps.map((one, n) => (n === i ? step : one)))
  const add = () => put([...steps, { key: keyFrom('adim', steps.map((one) => one.key)), when: 'working_days', amount: 3, whom: 'deputy_mayor', mail: true }])
  return (
    <At path="steps" className="stack tight">
      <strong>{t('clocks.rules.steps')}</strong>
      <p className="hint">{t('clocks.rules.hint')}</p>
      <ol className="stack tight">
        {steps.map((step, i) => {
          const moment = momentOf(step), size = Math.max(1, Math.abs(step.amount))
          return (
            <li key={step.key} className="line">
              <Select label={t('clocks.rules.when', { n: String(i + 1) })} options={moments.map((id) => ({ id, name: t(`clocks.rules.at.${id}`) }))} value={moment} disabled={form.readOnly} onChange={(next) => change(i, stepOf(step, next as Moment, next === 'share' ? 75 : size > 50 ? 1 : size))} />
              {moment !== 'due' && <NumberField label={t('clocks.rules.amount')} value={size} min={1} max={moment === 'share' ? 99 : 1000} disabled={form.readOnly} error={form.error(`steps.${i}.amount`)} onChange={(n) => change(i, stepOf(step, moment, n ?? 1))} />}
              <Select label={t('clocks.rules.whom')} options={EscalateTo.options.map((id) => ({ id, name: t(`clocks.rules.whoms.${id}`) }))} value={step.whom} disabled={form.readOnly} onChange={(whom) => change(i, { ...step, whom: EscalateTo.parse(whom) })} />
              <Checkbox isSelected={step.mail} isDisabled={form.readOnly} onChange={(mail) => change(i, { ...step, mail })}>{t('clocks.rules.mail')}</Checkbox>
              {!form.readOnly && steps.length > 1 && <Button small look="quiet" aria-label={t('clocks.rules.remove', { n: String(i + 1) })} onPress={() => put(steps.filter((_, n) => n !== i))}><Trash2 aria-hidden /></Button>}
            </li>
          )
        })}
      </ol>
      {!form.readOnly && steps.length < most && <div className="line"><Button small onPress={add}><Plus aria-hidden />{t('clocks.rules.add')}</Button></div>}
    </At>
  )
}
