/** The line at this moment: who waits, who is there, what is wrong. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Coffee, FilePen, Headset, LogOut, Phone, PhoneIncoming, Siren, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Badge, clock, EmptyState, Notice, Skeleton, Table, type TableColumn, type Tone } from '@akmasa/ui'
import { callsApi, type Board, type Presence } from '../../../../contracts/calls.ts'
import { asking } from '../../client.ts'
import { useMay } from '../../session.tsx'
import { Failed } from '../../shell/pages.tsx'
import { useName, useText } from '../../text.ts'
import { NotFixedTile } from '../confirmation/NotFixedTile.tsx'
import { SilenceTile } from '../silence/SilenceTile.tsx'
import { AlarmList } from './Alarms.tsx'
import { Figures } from './Figures.tsx'
import { inLine, numberAsHeard, type Now } from './line-now.ts'
import { queueName } from './queue-name.ts'
import { useBoard } from './use-board.ts'
import './calls.css'

const presences: Record<Presence, { icon: LucideIcon; tone: Tone }> = {
  ready: { icon: Headset, tone: 'success' }, ringing: { icon: PhoneIncoming, tone: 'accent' }, on_call: { icon: Phone, tone: 'accent' },
  wrap_up: { icon: FilePen, tone: 'info' }, paused: { icon: Coffee, tone: 'warning' }, away: { icon: LogOut, tone: 'neutral' },
}

export function BoardPage() {
  const t = useText(), { query, now } = useBoard(), board = query.data
  return (
    <div className={now?.stale ? 'page stale' : 'page'}>
      <div className="spread"><h1>{t('calls.board.title')}</h1><Link className="button" to="/board/wall">{t('calls.board.wall')}</Link></div>
      {board && now ? (
        <>
          <StaleNotice now={now} />
          <Figures now={now} />
          <div className="board-columns">
            <Part title={t('calls.board.operators')}><Operators operators={board.operators} now={now} /></Part>
            <div className="stack">
              <Part title={t('calls.board.calls')}><Waiting calls={board.calls} now={now} /></Part>
              <SilenceTile />
              <NotFixedTile />
              <Part title={t('calls.board.alarms')}>{board.alarms.length ? <AlarmList alarms={board.alarms} /> : <p className="hint">{t('calls.board.noAlarms')}</p>}</Part>
            </div>
          </div>
        </>
      ) : query.isError ? <Failed problem={query.error} retry={() => void query.refetch()} /> : <Skeleton />}
    </div>
  )
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => <section className="panel stack"><h2>{title}</h2>{children}</section>

export function StaleNotice({ now }: { now: Now }) {
  const t = useText()
  // Only the first words are read out, not every second of the age.
  return now.stale ? <Notice tone="warning" live="status" title={t('calls.board.stale')}><span aria-live="off">{t('calls.board.staleWords', { age: t('calls.board.age', { count: now.age }) })}</span></Notice> : null
}

function Operators({ operators, now }: { operators: Board['operators']; now: Now }) {
  const t = useText(), name = useName(), may = useMay()
  const reasons = useQuery({ ...asking(callsApi.reasons), enabled: may('call.take'), staleTime: 60 * 60_000 }).data?.pause
  // Not a reason anyone chose: the desk paused a seat that rang in vain.
  const why = (code: string) => { const known = reasons?.find((r) => r.code === code); return known ? name(known.name) : code === 'unanswered' ? t('softphone.unanswered') : code }
  type Row = Board['operators'][number] & { id: string }
  const columns: TableColumn<Row>[] = [
    { id: 'name', name: t('calls.board.name'), rowHeader: true, cell: (o) => (may('day.read') ? <Link to="/my-day" search={{ staffId: o.staffId }}>{o.name}</Link> : o.name) },
    { id: 'state', name: t('calls.board.state'), width: '45%', cell: (o) => <span className="line"><Badge tone={presences[o.state].tone} icon={presences[o.state].icon}>{t(`calls.presence.${o.state}`)}</Badge>{o.reason && <span className="meta cut">{why(o.reason)}</span>}</span> },
    { id: 'since', name: t('calls.board.since'), width: '80px', cell: (o) => <span className="number">{clock(now.since(o.since))}</span> },
  ]
  if (!operators.length) return <EmptyState title={t('calls.board.noOperators')}>{t('calls.board.noOperatorsWords')}</EmptyState>
  return <Table label={t('calls.board.operators')} columns={columns} rows={operators.map((o) => ({ ...o, id: o.staffId }))} />
}

function Waiting({ calls, now }: { calls: Board['calls']; now: Now }) {
  const t = useText()
  type Row = Board['calls'][number]
  const columns: TableColumn<Row>[] = [
    { id: 'from', name: t('calls.board.from'), rowHeader: true, cell: (c) => <span className="number">{numberAsHeard(c.from) || t('calls.hidden')}</span> },
    { id: 'queue', name: t('calls.board.queue'), width: '40%', cell: (c) => (c.emergency ? <Badge tone="emergency" icon={Siren}>{t('calls.emergency')}</Badge> : queueName(t, c.queue)) },
    { id: 'wait', name: t('calls.board.wait'), width: '80px', cell: (c) => <span className="number">{clock(now.since(c.since))}</span> },
  ]
  if (!calls.length) return <p className="hint">{t('calls.board.noCalls')}</p>
  return <Table label={t('calls.board.calls')} columns={columns} rows={inLine(calls)} />
}
