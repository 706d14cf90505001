import { useQuery } from '@tanstack/react-query'
import { ChevronDown, CircleCheck, CirclePause, Headset, LogOut, PenLine, Phone, PhoneIncoming, PhoneOff, type LucideIcon } from 'lucide-react'
import { Button, Menu } from '@akmasa/ui'
import { callsApi } from '../../../contracts/calls.ts'
import { asking } from '../client.ts'
import { useName, useText } from '../text.ts'
import { tellPhone, usePhone } from './open.ts'
import { askToNotify } from './ring.ts'
import { phaseOf, type Phase } from './state.ts'
import './softphone.css'

export const phaseIcon: Record<Phase, LucideIcon> = {
  away: LogOut, ready: CircleCheck, paused: CirclePause, ringing: PhoneIncoming, on_call: Phone, hold: Headset, wrap_up: PenLine, offline: PhoneOff,
}
export const useReasons = () => useQuery({ ...asking(callsApi.reasons), staleTime: 3_600_000 }).data

/** Ready, a break with its reason, or away: in the top bar. What the desk has not confirmed yet says so. */
export function PresenceControl() {
  const t = useText(), name = useName(), phone = usePhone(), reasons = useReasons(), phase = phaseOf(phone)
  const Icon = phaseIcon[phase]
  const wish = phone.pending ?? phone.base
  const reason = phase === 'paused' ? reasons?.pause.find((r) => r.code === wish.reason) : undefined
  // The switch's own pause: the seat was rung in vain and is left alone until the person says so.
  const word = phase === 'paused' && wish.reason === 'unanswered' ? t('softphone.unanswered') : reason ? name(reason.name) : t(`softphone.phase.${phase}`)
  const choose = (id: string) => {
    const [state, code] = id.split(':')
    if (state === 'ready') askToNotify()
    if (state === 'ready' || state === 'away') tellPhone({ is: 'wish', wish: { state, reason: null } })
    else tellPhone({ is: 'wish', wish: { state: 'paused', reason: code ?? null } })
  }
  return (
    <Menu
      label={t('softphone.presence')} onChoose={choose} chosen={wish.state === 'paused' ? `paused:${wish.reason}` : wish.state}
      choices={[
        { id: 'ready', label: t('softphone.phase.ready'), icon: <CircleCheck aria-hidden /> },
        ...(reasons?.pause ?? []).map((r) => ({ id: `paused:${r.code}`, label: name(r.name), description: t('softphone.phase.paused'), icon: <CirclePause aria-hidden /> })),
        { id: 'away', label: t('softphone.phase.away'), icon: <LogOut aria-hidden /> },
      ]}
    >
      <Button small className={`presence phase-${phase}`} aria-label={`${t('softphone.presence')}: ${word}${phone.pending ? `, ${t('softphone.pending')}` : ''}`}>
        <Icon aria-hidden /><span className="cut">{word}</span>{phone.pending && <span className="meta">{t('softphone.pendingShort')}</span>}<ChevronDown aria-hidden />
      </Button>
    </Menu>
  )
}
