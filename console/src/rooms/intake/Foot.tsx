/** Zone 7. Where it will go and by when, what is missing, and sending; after a call without a case, its result. */
import { Send } from 'lucide-react'
import { useState } from 'react'
import { Button, Time } from '@akmasa/ui'
import { useName, useText } from '../../text.ts'
import { Problem } from '../../client.ts'
import { fieldWords, problemWords } from '../../text.ts'
import { usePhone } from '../../softphone/index.ts'
import { gapSelector, useGapName } from './gap-words.ts'
import type { Gap } from './intake.ts'
import { useSend } from './send.ts'
import { focusIn, type Screen } from './screen.ts'
import { WrapUp } from './WrapUp.tsx'

export function Foot({ screen, missing, onTry }: { screen: Screen | null; missing: readonly Gap[]; onTry: () => void }) {
  const t = useText(), { send } = useSend(), gapName = useGapName()
  const owes = usePhone().wrapUp
  const press = () => {
    if (!screen) return
    onTry()
    const first = missing[0]
    if (first) focusIn(gapSelector(first))
    else send(screen)
  }
  const sending = screen?.entry.sending
  const busy = sending?.is === 'sending' || sending?.is === 'waiting'
  const handsOver = Boolean(screen?.route?.notOurs && screen.intake.handOverTold)
  return (
    <footer className="zone-foot" data-zone="7" data-region="foot" aria-label={t('intake.foot')}>
      <div className="route" aria-live="polite">{screen ? <Preview screen={screen} /> : <span className="hint">{t('intake.route.idle')}</span>}</div>
      <div className="missing" role="status">
        {screen?.shown.length ? (
          <>
            <span>{t('intake.missing', { count: screen.shown.length })}</span>
            {screen.shown.slice(0, 3).map((g, n) => <button key={n} type="button" className="link" onClick={() => focusIn(gapSelector(g))}>{gapName(g)}</button>)}
          </>
        ) : sending?.is === 'waiting' ? t('intake.waiting') : sending?.is === 'failed' ? <Refused problem={sending.problem} /> : null}
      </div>
      {owes && <WrapUp owed={owes} entry={screen?.entry.callId === owes.callId ? screen.entry : null} />}
      <Button look={owes && !screen?.intake.said ? 'plain' : 'primary'} keys="Ctrl+↵" onPress={press} isDisabled={!screen || busy} isPending={busy} data-send className="send">
        <Send aria-hidden />{handsOver ? t('intake.sendHandOver') : t('shared.send')}
      </Button>
    </footer>
  )
}

/** What the desk refused, with the field it was about when it names one. */
function Refused({ problem }: { problem: unknown }) {
  const t = useText()
  const field = problem instanceof Problem && problem.status === 422 ? problem.errors[0] : undefined
  return <span className="refused" role="alert">{field ? `${field.path}: ${fieldWords(t, problem, field.path)}` : problemWords(t, problem)}</span>
}

function Preview({ screen }: { screen: Screen }) {
  const t = useText(), name = useName(), { route, intake } = screen
  const [why, setWhy] = useState(false)
  if (!intake.topicId) return <span className="hint">{t('intake.route.noTopic')}</span>
  if (!route) return <span className="hint">{t('intake.route.asking')}</span>
  if (route.notOurs && (intake.handOverTold || !route.lead)) return <strong>{t('intake.route.handOver', { name: name(route.notOurs.institution.name) })}</strong>
  if (!route.lead) return <span className="refused">{t('intake.route.nobody')}</span>
  const supporting = route.supporting.map((d) => name(d.name)).join(', ')
  return (
    <>
      <span className="cut"><strong>{name(route.lead.name)}</strong>{supporting && `, ${t('intake.route.with', { names: supporting })}`}</span>
      <span className="meta cut">
        {route.dueAt ? <>{t('intake.route.due')} <Time at={route.dueAt} /> (<Time at={route.dueAt} form="words" />)</> : t('intake.route.noDue')}
        {!route.open && ` · ${route.onCall ? t('intake.route.onCall', { name: route.onCall.name }) : t('intake.route.closed')}`}
        {' · '}<button type="button" className="link" aria-expanded={why} onClick={() => setWhy(!why)}>{why ? t('intake.route.because', { topic: screen.topic ? name(screen.topic.name) : '' }) : t('intake.route.why')}</button>
      </span>
    </>
  )
}
