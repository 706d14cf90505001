import { Link } from '@tanstack/react-router'
import { clock, Time } from '@akmasa/ui'
import type { CasePage } from '../../../../contracts/cases.ts'
import { useMay } from '../../session.tsx'
import { useText } from '../../text.ts'
import { Recording } from '../calls/Recording.tsx'

/** The calls the case came by. */
export function CaseCalls({ calls }: { calls: CasePage['calls'] }) {
  const t = useText(), may = useMay()
  return (
    <section aria-label={t('cases.page.calls')} className="stack">
      <h2>{t('cases.page.calls')}</h2>
      {!calls.length && <p className="hint">{t('cases.page.noCalls')}</p>}
      {calls.map((c) => (
        <div key={c.callId} className="stack">
          <div className="line">{may('call.read') ? <Link to="/calls/$callId" params={{ callId: c.callId }}><Time at={c.at} /></Link> : <Time at={c.at} />}{c.seconds !== null && <span className="meta">{t('cases.page.seconds')}: <span className="number">{clock(c.seconds)}</span></span>}</div>
          <Recording callId={c.callId} recorded={c.recorded} />
        </div>
      ))}
    </section>
  )
}
