/** How often a citizen is called about a solution: each try in another part of the day. */
import { Plus, X } from 'lucide-react'
import { Button } from '@akmasa/ui'
import { At, ClockBox, Num } from '../fields.tsx'
import { useForm } from '../form.tsx'
import { useText } from '../../../text.ts'

type Window = { from: string; to: string }
export function AgreementRulesForm() {
  const t = useText(), form = useForm<'agreement_rules'>(), windows = (form.at('windows') as Window[] | undefined) ?? []
  const put = (next: Window[]) => form.set('windows', next)
  const last = windows.at(-1)
  return (
    <div className="form">
      <div className="half"><Num at="tries" min={1} max={6} /><Num at="daysBetween" min={0} max={14} /></div>
      <At path="windows" className="stack">
        <p className="label">{t('settings.field.windows')}</p>
        <p className="hint">{t('agreement.rules.windowHint')}</p>
        {windows.map((window, i) => (
          <div key={i} className="line">
            {(['from', 'to'] as const).map((side) => (
              <At key={side} path={`windows.${i}.${side}`}>
                <ClockBox label={t(`agreement.rules.${side}`)} value={window[side]} disabled={form.readOnly} required error={form.error(`windows.${i}.${side}`)} onChange={(v) => form.set(`windows.${i}.${side}`, v ?? '')} />
              </At>
            ))}
            {!form.readOnly && windows.length > 1 && <Button small look="quiet" aria-label={t('agreement.rules.remove')} onPress={() => put(windows.filter((_, n) => n !== i))}><X aria-hidden /></Button>}
          </div>
        ))}
        {!form.readOnly && windows.length < 6 && <div><Button small onPress={() => put([...windows, { from: last?.to ?? '09:00', to: '' }])}><Plus aria-hidden />{t('agreement.rules.add')}</Button></div>}
      </At>
    </div>
  )
}
