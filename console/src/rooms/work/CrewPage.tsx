/** The crew's telephone: one list of jobs in the order of the work, and what to do next under the thumb. It needs no line. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { CloudOff, LogOut, RefreshCw, Send } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Badge, Button, EmptyState, Notice, Skeleton, showTime, ZoneContext } from '@akmasa/ui'
import { useLanguage, useText } from '../../text.ts'
import { asHere, inOrder, type Waiting } from './crew-day.ts'
import { JobCard, JobPage } from './CrewJob.tsx'
import { type Crew, type CrewState, startCrew } from './crew-sender.ts'
import { openCrewStore } from './crew-store.ts'
import { keepShell } from './crew-shell.ts'
import { Kept } from './CrewKept.tsx'
import './crew.css'

const nothing: CrewState = { kept: null, items: [], desk: 'opening', sending: false }
function useCrew(): { crew: Crew | null; state: CrewState; broken: boolean } {
  const [crew, setCrew] = useState<Crew | null>(null), [broken, setBroken] = useState(false)
  useEffect(() => {
    let mine: Crew | null = null, gone = false, close = () => {}
    openCrewStore().then((store) => {
      close = () => store.close()
      if (gone) return close()
      setCrew((mine = startCrew(store)))
    }, () => setBroken(true))
    keepShell()
    return () => { gone = true; mine?.end(); close() }
  }, [])
  const state = useSyncExternalStore(crew?.watch ?? none, crew?.state ?? (() => nothing))
  return { crew, state, broken }
}
const none = () => () => {}

export function CrewPage() {
  const t = useText(), { crew, state, broken } = useCrew(), { order: open } = useSearch({ from: '/crew' }), navigate = useNavigate()
  useEffect(() => { document.title = `${t('work.crew.title')} · Ak Masa` }, [t])
  const { kept, desk } = state
  useEffect(() => { if (desk === 'out' && !kept) void navigate({ to: '/sign-in', search: { to: '/crew' }, replace: true }) }, [desk, kept, navigate])
  if (broken) return <main className="crew"><Notice tone="danger">{t('work.crew.noStore')}</Notice></main>
  if (!crew || (!kept && desk === 'opening')) return <main className="crew"><Skeleton /></main>
  if (desk === 'forbidden') return <main className="crew"><EmptyState level="h1" title={t('work.crew.notCrew')} action={<a className="button" href="/">{t('work.crew.toDesk')}</a>}>{t('work.crew.notCrewWords')}</EmptyState></main>
  if (!kept) return <main className="crew"><EmptyState level="h1" title={t('work.crew.firstOnline')} action={<Button onPress={() => void crew.go()}><RefreshCw aria-hidden />{t('work.crew.again')}</Button>}>{t('work.crew.firstOnlineWords')}</EmptyState></main>
  const jobs = kept.orders.map((order) => asHere(order, state.items)), job = jobs.find((one) => one.id === open)
  return (
    <ZoneContext value={kept.holder.zone}>
      {job ? <JobPage job={job} items={state.items} crew={crew} status={<Status state={state} compact />} /> : <Day jobs={jobs} state={state} crew={crew} />}
    </ZoneContext>
  )
}

function Day({ jobs, state, crew }: { jobs: readonly ReturnType<typeof asHere>[]; state: CrewState; crew: Crew }) {
  const t = useText(), { open, over } = inOrder(jobs), { kept } = state
  return (
    <main className="crew">
      <header className="spread"><h1>{t('work.crew.title')}</h1><SignOut state={state} crew={crew} /></header>
      <p className="meta">{kept?.holder.name}</p>
      <Status state={state} />
      {open.length ? <ol className="crew-list">{open.map((job) => <JobCard key={job.id} job={job} />)}</ol> : <EmptyState title={t('work.crew.empty')}>{t('work.crew.emptyWords')}</EmptyState>}
      {over.length > 0 && <section className="stack"><h2>{t('work.crew.over')}</h2><ol className="crew-list">{over.map((job) => <JobCard key={job.id} job={job} />)}</ol></section>}
      <Strays items={state.items} jobs={jobs} crew={crew} />
    </main>
  )
}
/** Kept for jobs that are not on the list any more: nothing typed or photographed disappears by itself. */
function Strays({ items, jobs, crew }: { items: readonly Waiting[]; jobs: readonly { id: string }[]; crew: Crew }) {
  const t = useText(), strays = items.filter((item) => !jobs.some((job) => job.id === item.orderId))
  return strays.length ? <section className="stack"><h2>{t('work.crew.strays')}</h2><Kept items={strays} crew={crew} /></section> : null
}

/** How it stands with the desk; in words, and never a wheel that turns. */
function Status({ state: { desk, items, kept, sending }, compact }: { state: CrewState; /** Beside a job there is no room for more. */ compact?: boolean }) {
  const t = useText(), language = useLanguage(), waiting = items.filter((item) => item.state === 'waiting').length
  const unsent = waiting > 0 && <Badge tone="warning" icon={Send}>{t('work.crew.unsentCount', { count: waiting })}</Badge>
  if (desk === 'out') return (
    <Notice tone="warning" live="status" action={<a className="button primary" href="/sign-in?to=%2Fcrew">{t('work.crew.signIn')}</a>}>{t('work.crew.out')} {unsent}</Notice>
  )
  if (desk === 'away') return (
    <div className="stack crew-status" role="status">
      <span className="line"><Badge tone="warning" icon={CloudOff}>{t('work.crew.offline')}</Badge>{unsent}</span>
      {!compact && <span className="meta">{t('work.crew.away', { time: kept ? showTime(new Date(kept.at), 'table', language, kept.holder.zone) : '' })}</span>}
    </div>
  )
  return <p className="line crew-status" role="status">{waiting > 0 ? <>{unsent}{sending && <span className="meta">{t('work.crew.sending')}</span>}</> : <span className="meta">{t('work.crew.allSent')}</span>}</p>
}
function SignOut({ state, crew }: { state: CrewState; crew: Crew }) {
  const t = useText(), [asked, setAsked] = useState(false), waiting = state.items.length > 0
  const go = () => void crew.signOut().then(() => location.assign('/sign-in'))
  if (asked) return <span className="stack"><span>{t('work.crew.signOutUnsent')}</span><span className="line"><Button look="danger" onPress={go}>{t('work.crew.signOut')}</Button><Button onPress={() => setAsked(false)}>{t('work.crew.stay')}</Button></span></span>
  return <Button look="quiet" onPress={() => (waiting ? setAsked(true) : go())}><LogOut aria-hidden />{t('work.crew.signOut')}</Button>
}
