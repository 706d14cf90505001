/** Every word that went out to a citizen, or waits to. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Badge, Button, Chips, EmptyState, Notice, showPhone, Table, TextField, Time, type TableColumn } from '@akmasa/ui'
import { contactApi, Message, MessageStatus } from '../../../../contracts/contact.ts'
import { Answered, askingPages } from '../../listing.tsx'
import { useMay } from '../../session.tsx'
import { useText } from '../../text.ts'
import { useArrivals } from '../calls/arrivals.ts'
import { readMessages } from './filters.ts'
import { errorWords, gatewayMissing, messageStates } from './message-rules.ts'
import { Resend } from './Resend.tsx'
import './contact.css'

const everything = 'all'
export function MessagesPage() {
  const t = useText(), search = useSearch({ from: '/desk/messages' }), { status, channel, q } = search, navigate = useNavigate()
  const [typed, setTyped] = useState(q ?? '')
  const question = askingPages(contactApi.messages, { status, channel, q })
  const query = useInfiniteQuery({ ...question, placeholderData: keepPreviousData })
  const rows = query.data?.pages.flatMap((p) => p.rows)
  const arrivals = useArrivals(query.isPlaceholderData ? undefined : rows, JSON.stringify(question.queryKey))
  const shown = query.isPlaceholderData ? (rows ?? []) : arrivals.shown
  const columns = useColumns()
  const put = (to: Record<string, unknown>) => void navigate({ to: '/messages', search: readMessages({ ...search, ...to }), replace: true })
  const find = (words: string) => { setTyped(words); if (words.trim().length > 2 || q) put({ q: words }) }
  const clear = () => { setTyped(''); void navigate({ to: '/messages', search: {}, replace: true }) }
  const empty = status || channel || q
    ? <EmptyState title={t('contact.message.narrowed')} action={<Button onPress={clear}>{t('shared.all')}</Button>}>{t('contact.message.narrowedWords')}</EmptyState>
    : <EmptyState title={t('contact.message.empty')}>{t('contact.message.emptyWords')}</EmptyState>
  return (
    <div className="page">
      <h1>{t('contact.message.title')}</h1>
      <div className="message-filters">
        <TextField label={t('contact.message.search')} type="search" value={typed} onChange={find} maxLength={60} />
        <Chips label={t('contact.message.channel')} value={channel ?? everything} onChange={(v) => put({ channel: v })} chips={[{ value: everything, label: t('shared.all') }, ...Message.shape.channel.options.map((one) => ({ value: one as string, label: t(`contact.channel.${one}`) }))]} />
      </div>
      <Chips label={t('contact.message.status')} value={status ?? everything} onChange={(v) => put({ status: v })} chips={[{ value: everything, label: t('shared.all') }, ...MessageStatus.options.map((s) => ({ value: s, label: t(`contact.status.${s}`) }))]} />
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
  const to = (m: Message) => <><span className="number">{m.channel === 'mail' ? m.to : showPhone(m.to)}</span><br /><span className="meta">{t(`contact.channel.${m.channel}`)}</span></>
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
          {m.subject && <strong>{m.subject}<br /></strong>}
          <span lang={m.language} className="message-text">{m.text}</span>
          {m.error && <span className="message-error">{errorWords(t, m.error)}</span>}
          {m.deliveredAt && <span className="meta"> {t('contact.message.delivered')} <Time at={m.deliveredAt} /></span>}
          {m.bundle && m.bundle !== m.id && <span className="meta"> {t('contact.message.together')}</span>}
          {m.status === 'failed' && m.channel !== 'voice' && <Resend message={m} />}
          <span className="narrow-only"><br />{caseOf(m)}</span>
        </>
      ),
    },
    { id: 'case', name: t('contact.message.case'), width: '112px', className: 'narrow-hidden', cell: caseOf },
  ]
}
