/** Three in one call: 112, whoever is on call, or any number a seat may dial. What was begun goes on without this page. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { PhoneCall, UserPlus, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { Badge, Button, readPhone, showPhone, TextField } from '@akmasa/ui'
import type { CallId } from '../../../contracts/call-id.ts'
import { callsApi, type Party } from '../../../contracts/calls.ts'
import { dutyApi } from '../../../contracts/duty.ts'
import { asking, call } from '../client.ts'
import { useMay } from '../session.tsx'
import { ProblemNotice } from '../shell/ProblemNotice.tsx'
import { useName, useText } from '../text.ts'
import '../rooms/duty/duty.css'

/** Mounted anew for each call. @param callId null: in no call, or the switch has not named it yet. */
export function BringIn({ callId }: { callId: CallId | null }) {
  const t = useText(), may = useMay(), [open, setOpen] = useState(false)
  return (
    <DialogTrigger isOpen={open && callId !== null} onOpenChange={setOpen}>
      <Button isDisabled={!callId || !may('call.take')}><UserPlus aria-hidden />{t('duty.bringIn.button')}</Button>
      <Popover className="popover"><Dialog className="bring-in stack" aria-label={t('duty.bringIn.title')}>{callId && <Choose callId={callId} />}</Dialog></Popover>
    </DialogTrigger>
  )
}

function Choose({ callId }: { callId: CallId }) {
  const t = useText(), name = useName(), may = useMay(), queries = useQueryClient()
  const [typed, setTyped] = useState(''), [wrong, setWrong] = useState(false)
  const anew = () => queries.invalidateQueries({ queryKey: [callsApi.parties.path, { callId }] })
  const bring = useMutation({ mutationFn: (number: string) => call(callsApi.bringIn, { callId, number }), onSuccess: () => { setTyped(''); return anew() } })
  const onCall = useQuery({ ...asking(dutyApi.reachable), enabled: may('emergency.run'), staleTime: 60_000 })
  const dialTyped = () => { const number = readPhone(typed); if (number) bring.mutate(number); else setWrong(true) }
  return (
    <>
      <p className="hint">{t('duty.bringIn.hint')}</p>
      <ProblemNotice problem={bring.error} />
      <Parties callId={callId} onChange={anew} />
      <Button look="emergency" isPending={bring.isPending} onPress={() => bring.mutate('112')} autoFocus><PhoneCall aria-hidden />{t('duty.bringIn.help')}</Button>
      {onCall.data && (
        <div className="stack tight">
          <strong>{t('duty.bringIn.onCall')}</strong>
          {onCall.data.length === 0 && <p className="hint">{t('duty.bringIn.nobody')}</p>}
          <ul>
            {onCall.data.map((one) => (
              <li key={`${one.directorate.tr} ${one.phone}`}><span>{name(one.directorate)} <span className="meta">{one.name}</span></span>
                <Button small isPending={bring.isPending} aria-label={`${t('duty.bringIn.call')}: ${name(one.directorate)}, ${one.name}`} onPress={() => bring.mutate(one.phone)}><PhoneCall aria-hidden /></Button></li>
            ))}
          </ul>
        </div>
      )}
      <form className="stack tight" onSubmit={(e) => { e.preventDefault(); dialTyped() }} noValidate>
        <TextField label={t('duty.bringIn.number')} type="tel" value={typed} onChange={(v) => { setTyped(v); setWrong(false) }} error={wrong ? t('softphone.wrongNumber') : undefined} />
        <Button type="submit" isDisabled={!typed.trim()} isPending={bring.isPending}>{t('duty.bringIn.call')}</Button>
      </form>
    </>
  )
}

type Seen = Party & { gone: boolean }
/** The switch knows who rings and who is in; whoever is not there any more did not answer, or left. */
function Parties({ callId, onChange }: { callId: CallId; onChange: () => Promise<void> }) {
  const t = useText(), { data } = useQuery({ ...asking(callsApi.parties, { callId }), refetchInterval: 1500 })
  const before = useRef<Seen[]>([]), [seen, setSeen] = useState<Seen[]>([])
  useEffect(() => {
    if (!data) return
    const gone = before.current.filter((one) => !data.some((now) => now.id === one.id)).map((one) => ({ ...one, gone: true }))
    before.current = [...gone, ...data.map((one) => ({ ...one, gone: false }))]
    setSeen(before.current)
  }, [data])
  const end = useMutation({ mutationFn: (party: string) => call(callsApi.sendOut, { callId, party }), onSettled: onChange })
  if (!seen.length) return null
  return (
    <div className="stack tight">
      <strong>{t('duty.bringIn.now')}</strong>
      <ul aria-live="polite">
        {seen.map((one) => (
          <li key={one.id}>
            <span><span className="number">{showPhone(one.number) || one.number}</span> <Badge tone={one.gone ? 'neutral' : one.here ? 'success' : 'warning'}>{t(one.gone ? (one.here ? 'duty.bringIn.left' : 'duty.bringIn.gone') : one.here ? 'duty.bringIn.here' : 'duty.bringIn.rings')}</Badge></span>
            {!one.gone && <Button small look="quiet" aria-label={t('duty.bringIn.end', { number: one.number })} onPress={() => end.mutate(one.id)}><X aria-hidden /></Button>}
          </li>
        ))}
      </ul>
    </div>
  )
}
