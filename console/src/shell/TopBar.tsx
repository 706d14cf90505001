/** 40 px that never change their places: rooms, presence, queue, search, what is saved, alarms, account. */
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { AtSign, Check, ChevronDown, CircleUser, CloudOff, Menu as MenuIcon, Search, TriangleAlert } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { Button, clock, Dialog, Kbd, Menu } from '@akmasa/ui'
import { callsApi } from '../../../contracts/calls.ts'
import { identityApi } from '../../../contracts/identity.ts'
import { asking, call } from '../client.ts'
import { AlarmList } from '../rooms/calls/Alarms.tsx'
import { retryLive, useLiveState } from '../live.ts'
import { useMay, useMe, useSignOut } from '../session.tsx'
import { PresenceControl } from '../softphone/index.ts'
import { speak, useLanguage, useText } from '../text.ts'
import { densities, density, setDensity, setTheme, theme, themes } from './appearance.ts'
import { useMentions, dropMention } from './mentions.ts'
import { roomsFor } from './rooms.ts'

/** The fixed spot for "saved 14:05:09". A room puts its words there while it is open. */
export function SavedSlot({ children }: { children: ReactNode }) {
  const spot = document.getElementById('saved-slot')
  return spot && createPortal(children, spot)
}

export function TopBar(p: { onKeys: () => void; onPalette: () => void; onPassword: () => void }) {
  // Whoever comes from outside, a muhtar, has one room, nothing to search, and no part in what is wrong with the system.
  const t = useText(), may = useMay(), several = roomsFor(useMe().may).length > 1
  return (
    <header className="top no-print" data-region="top" aria-label={t('shell.region.top')}>
      <Rooms />
      <div className="top-end">
        {may('call.take') && <PresenceControl />}
        {useLiveState() === 'down' ? <Offline /> : may('board.read') && <Queue />}
        {(may('case.read') || several) && <Button look="quiet" small onPress={p.onPalette}><Search aria-hidden /><span className="wide-only">{t('shell.top.palette')}</span><Kbd>Ctrl+K</Kbd></Button>}
        <span id="saved-slot" className="saved-slot meta" />
        {(may('case.read') || may('setting.read')) && <Alarms />}
        <Mentions />
        <Account {...p} />
      </div>
    </header>
  )
}

function Rooms() {
  const t = useText(), { may } = useMe(), navigate = useNavigate(), here = useLocation().pathname
  const mine = roomsFor(may), isSeldom = (r: (typeof mine)[number]) => r.seldom === true || (r.oftenFor !== undefined && !may.includes(r.oftenFor)), often = mine.filter((r) => !isSeldom(r)), seldom = mine.filter(isSeldom)
  // One alone needs no menu.
  const [bar, more] = seldom.length > 1 ? [often, seldom] : [mine, []]
  const open = more.find((r) => here.startsWith(r.path))
  return (
    <nav className="rooms" aria-label={t('shell.region.navigation')}>
      <Link to="/" className="mark">{t('shell.product')}</Link>
      <ul className="room-links">
        {bar.map((r) => <li key={r.path}><Link to={r.path} activeOptions={{ exact: r.path === '/', includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>{t(r.name)}</Link></li>)}
        {more.length > 0 && (
          <li className="room-more">
            <Menu label={t('shell.nav.more')} choices={more.map((r) => ({ id: r.path, label: t(r.name), icon: <r.icon aria-hidden /> }))} onChoose={(path) => void navigate({ to: path })}>
              {/* The same word whatever is open: the bar has no room for a longer one. */}
              <Button look="quiet" small className={open ? 'here' : undefined} aria-label={open ? `${t('shell.nav.more')}: ${t(open.name)}` : undefined}>{t('shell.nav.more')}<ChevronDown aria-hidden /></Button>
            </Menu>
          </li>
        )}
      </ul>
      <span className="room-menu">
        <Menu label={t('shell.region.navigation')} choices={mine.map((r) => ({ id: r.path, label: t(r.name), icon: <r.icon aria-hidden /> }))} onChoose={(path) => void navigate({ to: path })}>
          <Button look="quiet" small aria-label={t('shell.region.navigation')}><MenuIcon aria-hidden /></Button>
        </Menu>
      </span>
    </nav>
  )
}

function Queue() {
  const t = useText()
  // Events tell of calls; the longest wait also grows by itself.
  const { data } = useQuery({ ...asking(callsApi.board), refetchInterval: 10_000 })
  const words = !data ? '' : data.waiting ? t('shell.top.queue', { count: data.waiting, time: clock(data.longestSeconds) }) : t('shell.top.queueEmpty')
  return <Link to="/board" className={data?.waiting ? 'queue number waiting' : 'queue number'}>{words}</Link>
}

function Alarms() {
  const t = useText(), { data } = useQuery({ ...asking(callsApi.alarms), refetchInterval: 10_000 })
  const [open, setOpen] = useState(false)
  if (!data?.length) return null
  return (
    <>
      <Button small look="danger" onPress={() => setOpen(true)}><TriangleAlert aria-hidden />{t('shell.alarm.count', { count: data.length })}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('shell.alarm.title')}>
        <AlarmList alarms={data} />
      </Dialog>
    </>
  )
}

function Mentions() {
  const t = useText(), mentions = useMentions(), navigate = useNavigate()
  if (!mentions.length) return null
  const label = t('shell.top.mentions', { count: mentions.length })
  function open(caseId: string) {
    dropMention(caseId)
    void navigate({ to: '/cases/$caseId', params: { caseId } })
  }
  return (
    <Menu label={label} choices={mentions.map((m) => ({ id: m.caseId, label: m.number ?? t('shell.mention.open') }))} onChoose={open}>
      <Button small look="quiet" aria-label={label}><AtSign aria-hidden />{mentions.length}</Button>
    </Menu>
  )
}

/** In the queue's place, since nobody knows the queue then: nothing on the screen moves. */
function Offline() {
  const t = useText()
  return (
    <>
      <span className="unseen" role="alert">{t('shell.live.offline')}</span>
      <Button small className="offline" onPress={retryLive} aria-label={`${t('shell.live.down')}. ${t('shell.live.again')}`}><CloudOff aria-hidden />{t('shell.live.down')}. {t('shell.live.again')}</Button>
    </>
  )
}

/** A tick, or its place. */
const mark = (on: boolean) => <Check aria-hidden style={on ? undefined : { visibility: 'hidden' }} />
function Account({ onKeys, onPassword }: { onKeys: () => void; onPassword: () => void }) {
  const t = useText(), me = useMe(), language = useLanguage(), signOut = useSignOut()
  const other = language === 'tr' ? 'en' : 'tr'
  const [look, setLook] = useState(() => ({ theme: theme(), density: density() }))
  const choose: Record<string, () => void> = {
    language: () => { speak(other); void call(identityApi.setLanguage, { language: other }).catch(() => undefined) },
    keys: onKeys, password: onPassword, signOut: () => void signOut(),
    ...Object.fromEntries(themes.map((v) => [`theme-${v}`, () => { setTheme(v); setLook({ ...look, theme: v }) }])),
    ...Object.fromEntries(densities.map((v) => [`density-${v}`, () => { setDensity(v); setLook({ ...look, density: v }) }])),
  }
  return (
    <Menu
      label={t('shell.top.account')} onChoose={(id) => choose[id]?.()}
      choices={[
        { id: 'language', label: t('shell.account.language') },
        ...themes.map((v) => ({ id: `theme-${v}`, icon: mark(v === look.theme), label: `${t('shell.account.theme')}: ${t(`shell.account.${v}`)}` })),
        ...densities.map((v) => ({ id: `density-${v}`, icon: mark(v === look.density), label: `${t('shell.account.density')}: ${t(`shell.account.${v}`)}` })),
        { id: 'keys', label: t('shell.account.keys') }, { id: 'password', label: t('shell.account.password') }, { id: 'signOut', label: t('shell.account.signOut') },
      ]}
    >
      <Button look="quiet" small aria-label={`${t('shell.top.account')}: ${me.name}`}><CircleUser aria-hidden /><span className="wide-only cut">{me.name}</span></Button>
    </Menu>
  )
}
