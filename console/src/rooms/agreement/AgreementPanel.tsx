/** On the case's page: whether the citizen has been asked, and the way to the screen on which she is. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Handshake } from 'lucide-react'
import { agreementApi, isOpenTalk } from '../../../../contracts/agreement.ts'
import type { CasePage } from '../../../../contracts/cases.ts'
import { asking } from '../../client.ts'
import { useText } from '../../text.ts'
import { TalkState } from './TalkState.tsx'
import './agreement.css'

export function AgreementPanel({ page }: { page: CasePage }) {
  const t = useText(), { data } = useQuery(asking(agreementApi.caseTalk, { caseId: page.id }))
  if (!data?.talk) return null
  return (
    <section className="panel stack" aria-label={t('agreement.panel')}>
      <h2>{t('agreement.panel')}</h2>
      <TalkState talk={data.talk} />
      {data.mine && isOpenTalk(data.talk.status) && <div className="actions no-print"><Link to="/agree/$taskId" params={{ taskId: data.talk.taskId }} className="button primary"><Handshake aria-hidden />{t('agreement.open')}</Link></div>}
    </section>
  )
}
