/** The directorate's plan: what waits for it, then each day and crew with its list. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Hourglass, Printer, Siren } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Badge, Button, Chips, DateField, EmptyState, Notice, Select } from '@akmasa/ui'
import { type CrewId, type Order, workApi } from '../../../../contracts/work.ts'
import { asking } from '../../client.ts'
import { Answered } from '../../listing.tsx'
import { useMay } from '../../session.tsx'
import { useLanguage, useName, useText } from '../../text.ts'
import { type OrderFilters, shows } from './filters.ts'
import { grouped, type Group, statusOf } from './groups.ts'
import { PlanDialog } from './PlanDialog.tsx'
import { daysWords, OrderState, reasonWords } from './say.tsx'
import './work.css'

export function OrdersPage() {
  const t = useText(), { show = 'todo', day, crew } = useSearch({ from: '/desk/orders' }), navigate = useNavigate()
  const [planning, setPlanning] = useState<Order | null>(null), [printed, setPrinted] = useState<string | null>(null)
  const status = statusOf[show]
  const query = useQuery(asking(workApi.orders, { ...(status && { status: [...status] }), ...(day && { day }), ...(crew && { crewId: crew }), ...(show === 'late' && { late: 'true' as const }) }))
  const crews = useQuery({ ...asking(workApi.crews), staleTime: 60_000 })
  const go = (next: OrderFilters) => void navigate({ to: '/orders', search: next, replace: true })
  const now = { ...(show !== 'todo' && { show }), ...(day && { day }), ...(crew && { crew }) }
  useEffect(() => {
    if (!printed) return
    print()
    setPrinted(null)
  }, [printed])
  return (
    <div className="page orders">
      <h1>{t('work.title')}</h1>
      <div className="orders-filters no-print">
        <Chips label={t('work.show.label')} value={show} onChange={(v) => go({ ...now, show: v })} chips={shows.map((v) => ({ value: v, label: t(`work.show.${v}`) }))} />
        <DateField label={t('work.day')} value={day ?? null} onChange={(v) => { const { day: _, ...rest } = now; go(v ? { ...rest, day: v } : rest) }} />
        <Select label={t('work.crewOf')} value={crew ?? 'any'} onChange={(v) => { const { crew: _, ...rest } = now; go(v === 'any' ? rest : { ...rest, crew: v as CrewId }) }} options={[{ id: 'any', name: t('work.anyCrew') }, ...(crews.data ?? []).map((c) => ({ id: c.id, name: c.name }))]} />
      </div>
      {crews.data?.length === 0 && <Notice>{t('work.noCrews')}</Notice>}
      <Answered of={query}>
        {(orders) => {
          const { waiting, groups } = grouped(orders)
          if (!orders.length) return <EmptyState title={t('work.empty')}>{t('work.emptyWords')}</EmptyState>
          return (
            <div className="stack orders-groups">
              {waiting.length > 0 && <section className={printed ? 'stack no-print' : 'stack'}><h2>{t('work.waiting')}</h2><Rows orders={waiting} onPlan={setPlanning} /></section>}
              {groups.map((group) => <Day key={group.key} group={group} hidden={printed !== null && printed !== group.key} onPrint={() => setPrinted(group.key)} onPlan={setPlanning} />)}
            </div>
          )
        }}
      </Answered>
      {planning && <PlanDialog order={planning} onClose={() => setPlanning(null)} />}
    </div>
  )
}

function Day({ group, hidden, onPrint, onPlan }: { group: Group; hidden: boolean; onPrint: () => void; onPlan: (order: Order) => void }) {
  const t = useText(), language = useLanguage()
  return (
    <section className={hidden ? 'stack no-print' : 'stack'}>
      <div className="spread"><h2>{daysWords(t, language, group.day, group.day)} · {group.crew?.name ?? t('work.noCrew')}</h2><Button className="no-print" look="quiet" small onPress={onPrint}><Printer aria-hidden />{t('work.printList')}</Button></div>
      <Rows orders={group.orders} onPlan={onPlan} />
    </section>
  )
}
function Rows({ orders, onPlan }: { orders: readonly Order[]; onPlan: (order: Order) => void }) {
  const t = useText(), name = useName(), language = useLanguage(), may = useMay()
  return (
    <ol className="orders-list">
      {orders.map((order) => (
        <li key={order.id} className={order.emergency ? 'panel order-row urgent' : 'panel order-row'}>
          <div className="order-head">
            <Link to="/cases/$caseId" params={{ caseId: order.caseId }} className="order-link"><span className="number">{order.number}</span> {name(order.topic)}</Link>
            <OrderState status={order.status} />
            {order.emergency && <Badge tone="danger" icon={Siren}>{t('shared.kind.emergency')}</Badge>}
            {order.late && <Badge tone="danger" icon={Hourglass}>{t('work.late')}</Badge>}
          </div>
          <p>{order.what}</p>
          <p className="meta">{[order.street, order.place, order.addressWords].filter(Boolean).join(', ')}</p>
          <p className="meta">{daysWords(t, language, order.from, order.to)}{order.crew && ` · ${order.crew.name}`}{!may('order.write') && ` · ${name(order.directorate)}`}</p>
          {order.notes && <p className="order-print">{t('work.notes')}: {order.notes}</p>}
          {order.contact && <p className="order-print">{t('work.contact')}: {[order.contact.name, order.contact.phone].filter(Boolean).join(', ')}</p>}
          {order.reason && <Notice tone={order.status === 'cannot' ? 'danger' : 'warning'} title={t(order.status === 'cannot' ? 'work.cannotBecause' : 'work.reason')}>{reasonWords(t, order.reason)}</Notice>}
          {may('order.write') && order.status !== 'done' && order.status !== 'cancelled' && <span className="no-print"><Button small look={order.status === 'cannot' || order.status === 'draft' ? 'primary' : 'plain'} onPress={() => onPlan(order)}>{t(order.crew ? 'work.change' : 'work.plan')}</Button></span>}
        </li>
      ))}
    </ol>
  )
}
