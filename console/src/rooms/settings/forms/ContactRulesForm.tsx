/** When an SMS may wake nobody, what goes out together, and how long a gateway that is away is tried. */
import { useText } from '../../../text.ts'
import { At, ClockBox, Num, useBound } from '../fields.tsx'

export function ContactRulesForm() {
  const t = useText()
  return (
    <div className="form">
      <div className="half"><Clock at="quietFrom" /><Clock at="quietTo" /></div>
      <p className="hint">{t('settings.hint.quiet')}</p>
      <div className="half"><Num at="bundleMinutes" min={0} max={120} hint="settings.hint.bundleMinutes" /><Num at="giveUpHours" min={24} max={336} hint="settings.hint.giveUpHours" /></div>
    </div>
  )
}
function Clock({ at }: { at: 'quietFrom' | 'quietTo' }) {
  const { form, props } = useBound({ at, required: true })
  return <At path={at}><ClockBox {...props} value={form.at(at) as string} onChange={(v) => form.set(at, v ?? '')} /></At>
}
