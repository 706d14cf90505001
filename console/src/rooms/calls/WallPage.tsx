/** The board for a screen on the wall: four numbers and how long people wait; no names, no telephone numbers. */
import { Maximize, Siren } from 'lucide-react'
import { useEffect, useLayoutEffect, useState } from 'react'
import { Badge, Button, clock, Skeleton } from '@akmasa/ui'
import { Problem } from '../../client.ts'
import { MeProvider, useMay, useWhoIsThere } from '../../session.tsx'
import { applyAppearance } from '../../shell/appearance.ts'
import { Failed, Forbidden } from '../../shell/pages.tsx'
import { ToSignIn } from '../../shell/ToSignIn.tsx'
import { useText } from '../../text.ts'
import { StaleNotice } from './BoardPage.tsx'
import { Figures } from './Figures.tsx'
import { inLine } from './line-now.ts'
import { queueName } from './queue-name.ts'
import { useBoard } from './use-board.ts'
import './calls.css'

const onTheWall = ['waiting', 'longest', 'ready', 'onCall'] as const
const rows = 6

/** Dark whatever this browser chose. On the root, since the built colours follow the root alone. */
function useDark(): void {
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = 'dark'
    return applyAppearance
  }, [])
}

/** A screen on a wall must not go to sleep. The browser takes the lock back whenever the page is hidden. */
function useAwake(): void {
  useEffect(() => {
    if (!('wakeLock' in navigator)) return
    // Refused on battery or by rule: then the screen keeps its own ways.
    const hold = () => { if (document.visibilityState === 'visible') void navigator.wakeLock.request('screen').catch(() => undefined) }
    hold()
    document.addEventListener('visibilitychange', hold)
    return () => document.removeEventListener('visibilitychange', hold)
  }, [])
}

/** Gone once the whole screen is the wall's; Escape brings it back. */
function WholeScreen() {
  const t = useText(), [whole, setWhole] = useState(() => document.fullscreenElement !== null)
  useEffect(() => {
    const look = () => setWhole(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', look)
    return () => document.removeEventListener('fullscreenchange', look)
  }, [])
  if (whole || !document.fullscreenEnabled) return null
  return <Button look="quiet" className="wall-whole" onPress={() => void document.documentElement.requestFullscreen().catch(() => undefined)}><Maximize aria-hidden />{t('calls.board.whole')}</Button>
}

/** Outside the frame: a wall has no hands, so no bar, no telephone, no keys. */
export function WallPage() {
  useDark()
  const { data: me, error, refetch } = useWhoIsThere()
  if (error instanceof Problem && error.status === 401) return <ToSignIn />
  if (!me) return <main className="wall">{error ? <Failed problem={error} retry={() => void refetch()} /> : <Skeleton />}</main>
  return <MeProvider me={me}><Allowed /></MeProvider>
}

function Allowed() {
  return useMay()('board.read') ? <Wall /> : <main className="wall"><Forbidden needs="board.read" /></main>
}

function Wall() {
  const t = useText(), { query, now } = useBoard(), board = query.data
  useAwake()
  if (query.error instanceof Problem && query.error.status === 401) return <ToSignIn />
  if (!board || !now) return <main className="wall">{query.isError ? <Failed problem={query.error} retry={() => void query.refetch()} /> : <Skeleton />}</main>
  return (
    <main className={now.stale ? 'wall stale' : 'wall'}>
      <h1 className="unseen">{t('calls.board.title')}</h1>
      <WholeScreen />
      <StaleNotice now={now} />
      <Figures now={now} only={onTheWall} />
      <section className="wall-waits" aria-label={t('calls.board.calls')}>
        {board.calls.length ? (
          <ol>
            {inLine(board.calls).slice(0, rows).map((c) => (
              <li key={c.id}><span>{c.emergency ? <Badge tone="emergency" icon={Siren}>{t('calls.emergency')}</Badge> : queueName(t, c.queue)}</span><span className="number">{clock(now.since(c.since))}</span></li>
            ))}
          </ol>
        ) : <p className="hint">{t('calls.board.noCalls')}</p>}
      </section>
    </main>
  )
}
