/** Listening to a call: only for who may, after saying why, and each time written down by the desk. */
import { useMutation } from '@tanstack/react-query'
import { Headphones } from 'lucide-react'
import { useEffect, useState, type FormEvent } from 'react'
import { Button, TextField } from '@akmasa/ui'
import { callsApi } from '../../../../contracts/calls.ts'
import { call } from '../../client.ts'
import { useMay } from '../../session.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { fieldWords, useText } from '../../text.ts'

export function Recording({ callId, recorded }: { callId: string; recorded: boolean }) {
  const t = useText(), may = useMay()
  const [open, setOpen] = useState(false), [why, setWhy] = useState(''), [tried, setTried] = useState(false), [address, setAddress] = useState<string | null>(null)
  const load = useMutation({ mutationFn: () => call(callsApi.recording, { callId, why }), onSuccess: (sound) => setAddress(URL.createObjectURL(sound)) })
  useEffect(() => () => { if (address) URL.revokeObjectURL(address) }, [address])

  if (!recorded) return <span className="hint">{t('cases.recording.none')}</span>
  if (!may('recording.listen')) return null
  if (address) return <audio controls autoPlay src={address} aria-label={t('cases.recording.player')} className="player no-print" />
  if (!open) return <div className="no-print"><Button small onPress={() => setOpen(true)}><Headphones aria-hidden />{t('cases.recording.listen')}</Button></div>
  function submit(e: FormEvent) {
    e.preventDefault()
    setTried(true)
    if (why.trim()) load.mutate()
  }
  return (
    <form className="stack no-print" onSubmit={submit}>
      <TextField label={t('cases.recording.why')} description={t('cases.recording.whyHint')} value={why} onChange={setWhy} maxLength={200} autoFocus required error={fieldWords(t, load.error, 'why') ?? (tried && !why.trim() ? t('cases.recording.whyNeeded') : undefined)} />
      <ProblemNotice problem={load.error} />
      <div className="line"><Button type="submit" look="primary" isPending={load.isPending}>{t('cases.recording.load')}</Button><Button look="quiet" onPress={() => setOpen(false)}>{t('shared.cancel')}</Button></div>
    </form>
  )
}
