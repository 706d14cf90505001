/** Emergencies under way, on every console: which directorate has it and who, which still rings, and for how long. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleCheck, CircleSlash, EllipsisVertical, PhoneCall, Siren, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Button, clock, Menu, useNow } from '@akmasa/ui'
import { type Alert, dutyApi, type Page } from '../../../../contracts/duty.ts'
import { asking, call } from '../../client.ts'
import { useMay } from '../../session.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { useName, useText } from '../../text.ts'
import { calls, everyMs, inOrder, toneOf } from './alerts.ts'
import { StopDialog, WhoDialog } from './dialogs.tsx'
import { MessageDialog } from './MessageDialog.tsx'
import { useTones } from './sound.ts'
import './duty.css'

export function useAlerts(): readonly Alert[] {
  const may = useMay()
  const { data } = useQuery({ ...asking(dutyApi.alerts), enabled: may('page.answer'), refetchInterval: (query) => everyMs(query.state.data), refetchIntervalInBackground: true })
  return data ? inOrder(data) : []
}

export function EmergencyStrip() {
  const t = useText(), may = useMay(), alerts = useAlerts()
  useTones(calls(alerts, may('emergency.run')))
  if (!alerts.length) return null
  return <section className="alerts no-print" data-region="alerts" aria-label={t('duty.region')}>{alerts.map((alert) => <One key={`${alert.caseId} ${alert.reason}`} alert={alert} />)}</section>
}

function One({ alert }: { alert: Alert }) {
  const t = useText(), name = useName(), tone = toneOf(alert)
  return (
    <article className={`alert ${tone}`} role={tone === 'nobody' ? 'alert' : undefined}>
      <div className="alert-head">
        <Siren aria-hidden /><strong>{t(alert.reason === 'emergency' ? 'duty.emergency' : 'duty.late')}</strong>
        <Link to="/cases/$caseId" params={{ caseId: alert.caseId }} className="number">{alert.number}</Link>
        <span className="cut">{name(alert.topic)}{alert.place && `, ${alert.place}`}</span>
        {tone !== 'calm' && <Passed since={alert.since} />}
      </div>
      <ul className="alert-pages" aria-live="polite">{alert.pages.map((page) => <PageLine key={page.id} alert={alert} page={page} />)}</ul>
    </article>
  )
}
function Passed({ since }: { since: string }) {
  const t = useText(), now = useNow(1000)
  return <span className="number" aria-label={t('duty.page.since')}>{clock(Math.max(0, (now.getTime() - Date.parse(since)) / 1000))}</span>
}

const icons = { ringing: PhoneCall, has: CircleCheck, nobody: TriangleAlert, stopped: CircleSlash }
function PageLine({ alert, page }: { alert: Alert; page: Page }) {
  const t = useText(), name = useName(), may = useMay(), queries = useQueryClient()
  const [open, setOpen] = useState<'who' | 'message' | 'stop' | null>(null)
  const Icon = icons[page.state], isOpen = page.state === 'ringing' || page.state === 'nobody'
  const directorate = page.directorate ? name(page.directorate) : ''
  const anew = () => queries.invalidateQueries({ queryKey: [dutyApi.alerts.path] })
  const accept = useMutation({ mutationFn: () => call(dutyApi.acceptPage, { pageId: page.id }), onSettled: anew })
  const again = useMutation({ mutationFn: () => call(dutyApi.ringAgain, { pageId: page.id }), onSettled: anew })
  const choose = (id: string) => { if (id === 'again') again.mutate(); else setOpen(id as 'who' | 'message' | 'stop') }
  return (
    <li className={`page-line ${page.state}`}>
      <Icon aria-hidden />
      <span className="page-words">{directorate && <strong>{directorate}: </strong>}<State page={page} /></span>
      <span className="page-acts">
        {page.mine && <Button look="emergency" solid small isPending={accept.isPending} onPress={() => accept.mutate()}>{t('duty.accept')}</Button>}
        {isOpen && may('emergency.run') && (
          <Menu label={t('duty.more', { directorate })} onChoose={choose} choices={(['who', 'again', ...(alert.reason === 'emergency' ? ['message' as const] : []), 'stop'] as const).map((id) => ({ id, label: t(`duty.act.${id}`) }))}>
            <Button small look="quiet" aria-label={t('duty.more', { directorate })}><EllipsisVertical aria-hidden /></Button>
          </Menu>
        )}
      </span>
      <ProblemNotice problem={accept.error ?? again.error} />
      {open === 'who' && <WhoDialog page={page} onClose={() => setOpen(null)} />}
      {open === 'stop' && <StopDialog page={page} onClose={() => setOpen(null)} />}
      {open === 'message' && <MessageDialog alert={alert} onClose={() => setOpen(null)} />}
    </li>
  )
}

function State({ page }: { page: Page }) {
  const t = useText()
  if (page.has) return <>{t('duty.page.has', { name: page.has.name })} <span className="meta">{t(`duty.page.how.${page.has.how}`)}</span></>
  if (page.state === 'stopped') {
    const reason = page.stoppedReason
    return <>{t('duty.page.stopped')} <span className="meta">{reason === 'case_ended' || reason === 'not_theirs' ? t(`duty.page.reason.${reason}`) : reason}</span></>
  }
  const legs = page.legs.map((leg) => `${leg.name} (${t(`duty.leg.${leg.state}`)})`).join(', ')
  return <>{t(page.state === 'nobody' ? 'duty.page.nobody' : 'duty.page.ringing')}{page.who && page.who !== 'desk' ? `, ${t(`duty.page.who.${page.who}`)}` : ''} <span className="meta">{legs || t('duty.page.noPhone')}</span></>
}
