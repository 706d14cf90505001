/** The days of laws 3071 and 4982, and when their last day is warned of. */
import { useText } from '../../../text.ts'
import { Num } from '../fields.tsx'

export function StatutoryForm() {
  const t = useText()
  return (
    <div className="form">
      <div className="half"><Num at="petitionDays" min={1} max={365} /><Num at="silenceDays" min={1} max={365} /></div>
      <div className="half"><Num at="informationDays" min={1} max={60} /><Num at="extendedDays" min={1} max={120} /></div>
      <div className="half"><Num at="paymentDays" min={1} max={60} /></div>
      <p className="hint">{t('settings.hint.statutoryWarnings')}</p>
      <div className="half"><Num at="warnEarly" min={2} max={60} /><Num at="warnNear" min={1} max={60} /></div>
      <div className="half"><Num at="warnLast" min={0} max={60} /></div>
    </div>
  )
}
