/** Who is rung in an emergency, in which order and how soon, and what they hear. */
import { Plus, Trash2 } from 'lucide-react'
import { Button, NumberField, Select } from '@akmasa/ui'
import { PagedWho } from '../../../../../contracts/duty.ts'
import { useText } from '../../../text.ts'
import { At, Both, Num } from '../fields.tsx'
import { useForm } from '../form.tsx'

export function EmergencyForm() {
  return (
    <div className="form">
      <Steps />
      <div className="half"><Num at="ringSeconds" min={15} max={120} hint="settings.hint.ringSeconds" /><Num at="againSeconds" min={60} max={3600} hint="settings.hint.againSeconds" /></div>
      <Both at="words" rows={3} max={600} hint="settings.hint.emergencyWords" />
    </div>
  )
}

const most = 12
function Steps() {
  const form = useForm<'emergency_rules'>(), t = useText(), { steps } = form.value
  const put = (next: typeof steps) => form.set('steps', next)
  return (
    <At path="steps" className="stack tight">
      <strong>{t('settings.emergency.steps')}</strong>
      <p className="hint">{t('settings.hint.emergencySteps')}</p>
      <ol className="stack tight">
        {steps.map((step, i) => (
          <li key={i} className="line step-row">
            <Select label={t('settings.emergency.who', { n: String(i + 1) })} options={PagedWho.options.map((id) => ({ id, name: t(`settings.emergency.whom.${id}`) }))} value={step.who} disabled={form.readOnly}
              onChange={(who) => put(steps.map((one, n) => (n === i ? { ...one, who: who as typeof step.who } : one)))} />
            <NumberField label={t('settings.emergency.seconds')} value={step.seconds} min={20} max={900} disabled={form.readOnly} error={form.error(`steps.${i}.seconds`)} onChange={(v) => put(steps.map((one, n) => (n === i ? { ...one, seconds: v ?? 60 } : one)))} />
            {!form.readOnly && steps.length > 1 && <Button small look="quiet" aria-label={t('settings.emergency.remove', { n: String(i + 1) })} onPress={() => put(steps.filter((_, n) => n !== i))}><Trash2 aria-hidden /></Button>}
          </li>
        ))}
      </ol>
      {!form.readOnly && steps.length < most && <div className="line"><Button small onPress={() => put([...steps, { who: 'on_call', seconds: 60 }])}><Plus aria-hidden />{t('settings.emergency.add')}</Button></div>}
    </At>
  )
}
