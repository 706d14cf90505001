/** Every word that went out to a citizen, or waits to. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Badge, Button, Chips, EmptyState, Notice, showPhone, Table, Time, type TableColumn } from '@akmasa/ui'
import { contactApi, MessageStatus, type Message } from '../../../../contracts/contact.ts'
import { Answered, askingPages } from '../../listing.tsx'
import { useMay } from '../../session.tsx'
import { useText } from '../../text.ts'
import { useArrivals } from '../calls/arrivals.ts'
import { gatewayMissing, messageStates } from './message-rules.ts'
import './contact.css'

const everything = 'all'
export function MessagesPage() {
  const t = useText(), { status } = useSearch({ from: '/desk/messages' }), navigate = useNavigate()
  const question = askingPages(contactApi.messages, { status })
  const query = useInfiniteQuery({ ...question, placeholderData: keepPreviousData })
  const rows = query.data?.pages.flatMap((p) => p.rows)
  const arrivals = useArrivals(query.isPlaceholderData ? undefined : rows, JSON.stringify(question.queryKey))
  const shown = query.isPlaceholderData ? (rows ?? []) : arrivals.shown
  const columns = useColumns()
  const put = (v: string) => void navigate({ to: '/messages', search: { status: MessageStatus.safeParse(v).data }, replace: true })
  const empty = status
    ? <EmptyState title={t('contact.message.narrowed')} action={<Button onPress={() => put(everything)}>{t('shared.all')}</Button>}>{t('contact.message.narrowedWords')}</EmptyState>
    : <EmptyState title={t('contact.message.empty')}>{t('contact.message.emptyWords')}</EmptyState>
  return (
    <div className="page">
      <h1>{t('contact.message.title')}</h1>
      <Chips label={t('contact.message.status')} value={status ?? everything} onChange={put} chips={[{ value: everything, label: t('shared.all') }, ...MessageStatus.options.map((s) => ({ value: s, label: t(`contact.status.${s}`) }))]} />
      <Answered of={query}>
        {({ pages }) => {
          const waiting = pages[0]?.waiting ?? 0
          return (
            <div className="stack">
              {gatewayMissing(rows ?? []) && <Notice tone="warning" title={t('contact.message.gatewayTitle')}>{t('contact.message.gatewayWords')}</Notice>}
              <p role="status">{waiting ? t('contact.message.waiting', { count: waiting }) : t('contact.message.noneWaiting')}</p>
              <div className="panel list-panel">
                {arrivals.held > 0 && <Button look="quiet" className="arrivals-row" onPress={arrivals.letIn}>{t('contact.message.arrived', { count: arrivals.held })}</Button>}
                {shown.length === 0 ? empty : <Table className="messages" label={t('contact.message.table')} columns={columns} rows={shown} rowText={(m) => m.text} />}
                {query.hasNextPage && <div className="list-foot"><Button onPress={() => void query.fetchNextPage()} isPending={query.isFetchingNextPage}>{t('shared.more')}</Button></div>}
              </div>
            </div>
          )
        }}
      </Answered>
    </div>
  )
}

function useColumns(): TableColumn<Message>[] {
  const t = useText(), may = useMay()
  const caseOf = (m: Message) => (!m.caseId || !m.caseNumber ? null : may('case.read') ? <Link to="/cases/$caseId" params={{ caseId: m.caseId }} className="number">{m.caseNumber}</Link> : <span className="number">{m.caseNumber}</span>)
  const to = (m: Message) => <><span className="number">{m.channel === 'mail' ? m.to : showPhone(m.to)}</span> <span className="meta">{t(`contact.channel.${m.channel}`)}</span></>
  const state = (m: Message) => <Badge tone={messageStates[m.status].tone} icon={messageStates[m.status].icon}>{t(`contact.status.${m.status}`)}</Badge>
  return [
    { id: 'status', name: t('contact.message.status'), width: '168px', className: 'narrow-hidden', cell: state },
    { id: 'at', name: t('contact.message.at'), width: '136px', className: 'narrow-hidden', cell: (m) => <Time at={m.at} /> },
    { id: 'to', name: t('contact.message.to'), width: '168px', className: 'narrow-hidden', cell: to },
    {
      id: 'text', name: t('contact.message.text'), rowHeader: true, className: 'whole',
      cell: (m) => (
        <>
          <span className="narrow-only meta">{state(m)}<br />{to(m)} <Time at={m.at} /><br /></span>
          <span lang={m.language}>{m.text}</span>
          {m.error && <span className="message-error">{t('contact.message.error', { error: m.error })}</span>}
          <span className="narrow-only"><br />{caseOf(m)}</span>
        </>
      ),
    },
    { id: 'case', name: t('contact.message.case'), width: '112px', className: 'narrow-hidden', cell: caseOf },
  ]
}
