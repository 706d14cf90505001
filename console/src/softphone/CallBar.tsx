/** The bar of the running call. Its buttons never change their place; what cannot be done now is greyed. */
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Grid3x3, Mic, MicOff, Pause, Phone, PhoneOff, PhoneOutgoing, Play, X } from 'lucide-react'
import { Button, clock, showPhone, useNow } from '@akmasa/ui'
import { useKeys } from '../keys.ts'
import { useMe } from '../session.tsx'
import { useText } from '../text.ts'
import { maybeName, useCallerCard } from './caller.ts'
import { BringIn } from './BringIn.tsx'
import { DialOut, Keypad } from './Keypad.tsx'
import { Meter } from './Meter.tsx'
import { openSoftphone, tellPhone, usePhone } from './open.ts'
import { phaseIcon } from './PresenceControl.tsx'
import { activeCall, audioElsewhere, phaseOf, secondCall, type PhoneCall } from './state.ts'
import './softphone.css'

export function CallBar() {
  const t = useText(), me = useMe(), phone = usePhone(), navigate = useNavigate(), queries = useQueryClient()
  // Whoever takes no calls has a telephone for calling out alone.
  const takes = me.may.includes('call.take')
  useEffect(() => openSoftphone(me.id, queries, takes ? 'desk' : 'out'), [me.id, queries, takes])
  const call = activeCall(phone), second = secondCall(phone), phase = phaseOf(phone)
  const rings = phone.calls.find((c) => c.step === 'ringing')
  const answer = () => {
    tellPhone({ is: 'answer' })
    if (rings) void navigate({ to: '/' })
  }
  useKeys({ F2: answer, 'Shift+F2': () => tellPhone({ is: 'end' }), F8: () => tellPhone({ is: 'hold' }), F9: () => tellPhone({ is: 'mute' }) })
  const talks = call?.answeredAt != null
  const Icon = phaseIcon[phase]
  return (
    <div className={`call-bar phase-${phase}${call?.emergency ? ' urgent' : ''}`} data-zone="1">
      <div className="now">
        <Icon aria-hidden /><strong>{call?.step === 'dialling' ? t('softphone.dialling') : takes || call ? t(`softphone.phase.${phase}`) : t(phone.line === 'up' ? 'agreement.phoneUp' : 'agreement.phoneComes')}</strong>{call && <CallClock call={call} />}
        <span className="meta cut">{call ? <Who call={call} /> : audioElsewhere(phone) ? t('softphone.elsewhere') : phone.deskAway ? t('softphone.deskAway') : ''}</span>
      </div>
      <div className="controls" role="group" aria-label={t('softphone.controls')}>
        {takes && <Button onPress={answer} isDisabled={!rings} look={rings ? 'primary' : 'plain'} keys="F2"><Phone aria-hidden />{t('softphone.answer')}</Button>}
        <Button onPress={() => tellPhone({ is: 'hold' })} isDisabled={!talks} keys="F8" className="steady">
          {call?.step === 'held' ? <Play aria-hidden /> : <Pause aria-hidden />}{call?.step === 'held' ? t('softphone.resume') : t('softphone.hold')}
        </Button>
        <Button onPress={() => tellPhone({ is: 'mute' })} isDisabled={!talks} keys="F9" className="steady" aria-pressed={call?.muted ?? false}>
          {call?.muted ? <MicOff aria-hidden /> : <Mic aria-hidden />}{call?.muted ? t('softphone.unmute') : t('softphone.mute')}<Meter on={call?.step === 'talking' && !call.muted} />
        </Button>
        <Keypad icon={<Grid3x3 aria-hidden />} disabled={call?.step !== 'talking'} />
        {takes && <BringIn key={call?.key ?? ''} callId={talks ? call.callId : null} />}
        <Button onPress={() => tellPhone({ is: 'end' })} isDisabled={!call} keys="⇧F2" className="steady wide"><PhoneOff aria-hidden />{call?.step === 'ringing' ? t('softphone.decline') : t('softphone.end')}</Button>
        {takes && <DialOut icon={<PhoneOutgoing aria-hidden />} disabled={phone.calls.length > 0} />}
      </div>
      <div className="beside" aria-live="polite"><Beside second={second} /></div>
      <div id="call-bar-end" className="bar-end" />
      <div className="unseen" role="alert">{rings && t('softphone.ringsAloud', { number: showPhone(rings.number) || t('softphone.noNumber') })}</div>
    </div>
  )
}

function CallClock({ call }: { call: PhoneCall }) {
  const now = useNow(1000), from = call.heldAt ?? call.answeredAt ?? call.since
  return <span className="number">{clock((now.getTime() - from) / 1000)}</span>
}
function Who({ call }: { call: PhoneCall }) {
  const t = useText(), { card } = useCallerCard(call), name = maybeName(card)
  return <>{call.emergency && `${t('softphone.emergencyLine')} · `}{showPhone(call.number) || t('softphone.noNumber')}{name && ` · ${name}?`}{call.heldLong && ` · ${t('softphone.heldLong')}`}</>
}

/** The fixed slot for what needs a word: a second call, a hint, or a trouble with its cause, the next step and what happens meanwhile. */
function Beside({ second }: { second: PhoneCall | null }) {
  const t = useText(), phone = usePhone(), { trouble, hint } = phone
  if (hint) return <span>{t(`softphone.hint.${hint}`)}</span>
  if (second) return <span><strong>{t('softphone.second')}</strong> {showPhone(second.number) || t('softphone.noNumber')} · {second.step === 'held' ? t('softphone.phase.hold') : t('softphone.phase.ringing')}</span>
  if (!trouble) return null
  const here = trouble.code === 'other_tab' || trouble.code === 'seat_elsewhere'
  return (
    <>
      <span className="trouble" role="alert">{t(`softphone.trouble.${trouble.code}`, { number: showPhone(trouble.number) || t('softphone.noNumber') })}</span>
      {here && <Button small onPress={() => tellPhone({ is: 'take_here' })}>{t('softphone.takeHere')}</Button>}
      {trouble.number && <Button small onPress={() => tellPhone({ is: 'dial', number: trouble.number ?? '', purpose: {} })}>{t('softphone.callBack')}</Button>}
      <Button small look="quiet" aria-label={t('shared.close')} onPress={() => tellPhone({ is: 'dismiss' })}><X aria-hidden /></Button>
    </>
  )
}
