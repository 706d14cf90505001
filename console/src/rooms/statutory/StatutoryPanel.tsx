/** On the case: what the law counts beside our own promise, what was done about it, and what may be done now. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Printer } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Badge, Button } from '@akmasa/ui'
import type { CasePage } from '../../../../contracts/cases.ts'
import { isOver, statutoryActNames, statutoryActs, statutoryApi, whyNot, type StatutoryAct, type StatutoryPage, type StatutoryStep } from '../../../../contracts/statutory.ts'
import { asking } from '../../client.ts'
import { useMay } from '../../session.tsx'
import { useLanguage, useText, type TextKey } from '../../text.ts'
import { ActDialog, TakeBackDialog } from './ActDialog.tsx'
import { Clock } from './Clock.tsx'
import { dayWords, longDay } from './days.ts'
import { stepWords } from './entry.ts'
import './statutory.css'

export function StatutoryPanel({ page }: { page: CasePage }) {
  const { data } = useQuery({ ...asking(statutoryApi.statutoryOf, { caseId: page.id }), staleTime: 30_000 })
  return data?.request ? <section className="panel"><Panel request={data.request} page={page} /></section> : null
}

function Panel({ request: r, page }: { request: StatutoryPage; page: CasePage }) {
  const t = useText(), language = useLanguage(), may = useMay(), [acting, setActing] = useState<StatutoryAct | null>(null), [back, setBack] = useState<StatutoryStep | null>(null)
  const acts = statutoryActNames.filter((act) => (statutoryActs[act].law as readonly string[]).includes(r.statute) && (act !== 'pay' || r.noticedOn !== null))
  const last = r.steps.findLast((s) => !s.takenBack && ['progress', 'extended', 'cost_notice', 'paid', 'answered', 'rejected', 'forwarded', 'withdrawn'].includes(s.what))
  const over = isOver(r.state)
  return (
    <section aria-label={t('statutory.panel.title')} className="stack statutory-panel">
      <div className="spread"><h2>{t('statutory.panel.title')}</h2><span className="number meta">{r.number}</span></div>
      <div className="line"><Clock of={r} late={r.late} /><span className="meta">{t(`statutory.statute.${r.statute}`)}, {t(`statutory.law.${r.statute}`)} · {t(`statutory.state.${r.state}`)}</span></div>
      <dl className="facts">
        {r.dueOn && <Fact name={t('statutory.panel.due')}><strong>{longDay(r.dueOn, language)}</strong></Fact>}
        {r.payBy && !over && <Fact name={t('statutory.panel.payBy')}>{longDay(r.payBy, language)}</Fact>}
        <Fact name={t('statutory.panel.received')}>{dayWords(r.receivedOn, language)} <span className="meta">{t(`shared.channel.${r.channel}`)}, {r.registeredBy}</span></Fact>
        {r.endedOn && <Fact name={t('statutory.panel.ended')}>{dayWords(r.endedOn, language)} {r.late && <Badge tone="danger">{t('statutory.panel.late')}</Badge>}</Fact>}
        <Fact name={t('statutory.panel.name')}>{r.name ?? '–'}</Fact>
        <Fact name={t('statutory.panel.address')}>{r.address ?? '–'}{r.email && <span className="meta"> {r.email}</span>}</Fact>
        <Fact name={t('statutory.panel.signed')}>{t(r.signed ? 'shared.yes' : 'shared.no')}</Fact>
      </dl>
      {!over && <p className="meta">{t('statutory.panel.caseHint')} {r.state === 'open' && t('statutory.panel.silence', { day: dayWords(r.silentOn, language) })} {r.statute === 'information' && t('statutory.panel.silenceInformation')}</p>}
      <div className="line no-print">
        {may('statute.write') && acts.map((act) => {
          const no = whyNot(act, r, r.today)
          return <Button key={act} small look={act === 'answer' && !no ? 'primary' : 'plain'} reason={no && t(`refusal.${no}` as TextKey)} onPress={() => setActing(act)}>{t(`statutory.act.${act}`)}</Button>
        })}
        <Link className="button small quiet" to="/statutory/$caseId/receipt" params={{ caseId: r.caseId }}><Printer aria-hidden />{t('statutory.panel.receipt')}</Link>
      </div>
      <h3>{t('statutory.panel.steps')}</h3>
      <ol className="timeline">
        {r.steps.toReversed().map((step) => {
          const words = stepWords(t, language, step.what, step.facts)
          return (
            <li key={step.id} className={step.takenBack ? 'entry internal taken-back' : 'entry internal'}>
              <div className="spread"><strong>{words.title}</strong>{step.takenBack && <Badge>{t('statutory.panel.takenBack')}</Badge>}</div>
              {words.quote && <blockquote>{words.quote}</blockquote>}
              {words.lines.map((line, i) => <p key={i} className="meta">{line}</p>)}
              <p className="line meta"><span className="number">{dayWords(step.on, language)}</span> {step.by ?? t('shared.system')}{step === last && may('statute.write') && <Button small look="quiet" className="no-print" onPress={() => setBack(step)}>{t('statutory.panel.takeBack')}</Button>}</p>
            </li>
          )
        })}
      </ol>
      {acting && <ActDialog act={acting} request={r} page={page} onClose={() => setActing(null)} />}
      {back && <TakeBackDialog step={back} request={r} onClose={() => setBack(null)} />}
    </section>
  )
}
const Fact = ({ name, children }: { name: ReactNode; children: ReactNode }) => <><dt>{name}</dt><dd>{children}</dd></>
