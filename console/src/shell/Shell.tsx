/** The frame around every room: top bar, call bar, the room. Nothing here waits for the room, and the room not for it. */
import { useQueryClient } from '@tanstack/react-query'
import { Outlet, useNavigate } from '@tanstack/react-router'
import { Suspense, useEffect, useState } from 'react'
import { Skeleton, Toasts, ZoneContext } from '@akmasa/ui'
import { Problem, onSignedOut } from '../client.ts'
import { moveRegion, useKeys } from '../keys.ts'
import { MeProvider, useMay, useWhoIsThere } from '../session.tsx'
import { EmergencyStrip } from '../rooms/duty/EmergencyStrip.tsx'
import { CallBar, OutBar } from '../softphone/index.ts'
import { speak, useText } from '../text.ts'
import { KeyMap } from './KeyMap.tsx'
import { announce, Announcer } from './announce.tsx'
import { useLive } from './use-live.ts'
import { Palette } from './Palette.tsx'
import { PasswordDialog } from './Password.tsx'
import { Failed } from './pages.tsx'
import { ToSignIn } from './ToSignIn.tsx'
import { TopBar } from './TopBar.tsx'

export function Shell() {
  const { data: me, error, refetch } = useWhoIsThere()
  useEffect(() => { if (me) speak(me.language) }, [me])
  if (error instanceof Problem && error.status === 401) return <ToSignIn />
  if (!me) return error ? <main className="room"><Failed problem={error} retry={() => void refetch()} /></main> : <main className="room"><Skeleton /></main>
  return (
    <MeProvider me={me}>
      <ZoneContext value={me.municipality.zone}><Frame mustChange={me.mustChangePassword} /></ZoneContext>
    </MeProvider>
  )
}

function Frame({ mustChange }: { mustChange: boolean }) {
  const t = useText(), may = useMay(), queries = useQueryClient(), navigate = useNavigate()
  const [open, setOpen] = useState<'keys' | 'palette' | 'password' | null>(null)
  useLive()
  useEffect(() => onSignedOut(() => {
    const here = location.pathname + location.search
    queries.clear()
    void navigate({ to: '/sign-in', search: { to: here }, replace: true })
  }), [navigate, queries])
  useKeys({
    F1: () => setOpen('keys'),
    'Ctrl+K': () => setOpen('palette'),
    'Ctrl+S': () => announce(t('shell.saved.already')),
    F6: () => moveRegion(1),
    'Shift+F6': () => moveRegion(-1),
  })
  const close = () => setOpen(null)
  return (
    <div className="frame">
      <a className="skip" href="#main">{t('shell.skip')}</a>
      <TopBar onKeys={() => setOpen('keys')} onPalette={() => setOpen('palette')} onPassword={() => setOpen('password')} />
      {may('call.take') && <div data-region="call" role="region" aria-label={t('shell.region.call')} className="no-print"><CallBar /></div>}
      <OutBar />
      <EmergencyStrip />
      <main id="main" className="room" data-region="main" tabIndex={-1}>
        <Suspense fallback={<Skeleton />}><Outlet /></Suspense>
      </main>
      <KeyMap open={open === 'keys'} onClose={close} />
      {open === 'palette' && <Palette onClose={close} />}
      {(open === 'password' || mustChange) && <PasswordDialog must={mustChange} onClose={close} />}
      <Announcer />
      <Toasts />
    </div>
  )
}
