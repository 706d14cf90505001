/** Hearing a recording: the reason first, since who listened, when and why is kept. */
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState, type FormEvent } from 'react'
import { Button, Chips, TextField } from '@akmasa/ui'
import type { CallId } from '../../../../contracts/call-id.ts'
import { callsApi } from '../../../../contracts/calls.ts'
import { call } from '../../client.ts'
import { useMay } from '../../session.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { fieldWords, useText } from '../../text.ts'

const reasons = ['check', 'dispute', 'quality', 'message'] as const
type Choice = (typeof reasons)[number] | 'other'

/** `running`: the call is not over, so neither is its recording. `first`: the reason chosen at the start. */
export function Recording({ callId, recorded, running, first = null, message = false }: { callId: CallId; recorded: boolean; running?: boolean; first?: Choice | null; /** Only what was left when nobody was there. */ message?: boolean }) {
  const t = useText(), may = useMay()
  if (!recorded) return <p className="hint">{t('calls.recording.none')}</p>
  const reason = !may(message ? 'task.work' : 'recording.listen') ? t('calls.recording.notAllowed') : running ? t('calls.recording.running') : null
  return reason ? <Button reason={reason}>{t('calls.recording.listen')}</Button> : <Player callId={callId} first={first} message={message} />
}

function Player({ callId, first, message }: { callId: CallId; first: Choice | null; message: boolean }) {
  const t = useText()
  const [choice, setChoice] = useState<Choice | null>(first), [own, setOwn] = useState(''), [missing, setMissing] = useState(false)
  const why = choice === null ? '' : choice === 'other' ? own.trim() : t(`calls.recording.reasons.${choice}`)
  const fetching = useMutation({ mutationFn: (reason: string) => call(message ? callsApi.voiceMessage : callsApi.recording, { callId, why: reason }) })
  const sound = useObjectUrl(fetching.data)

  function listen(e: FormEvent) {
    e.preventDefault()
    setMissing(!why)
    if (why) fetching.mutate(why)
  }
  if (sound)
    return (
      <div className="stack recording">
        <audio controls autoPlay src={sound} aria-label={t('calls.recording.player')} />
        <p className="meta">{t('calls.recording.kept', { why: fetching.variables })}</p>
        <div className="line"><Button look="quiet" small onPress={() => { fetching.reset(); setChoice(null); setOwn('') }}>{t('calls.recording.again')}</Button></div>
      </div>
    )
  return (
    <form className="stack recording" onSubmit={listen} noValidate>
      <Chips
        label={t('calls.recording.why')} description={t('calls.recording.whyWords')} value={choice} onChange={(c) => { setChoice(c); setMissing(false) }} error={missing && choice === null ? t('calls.recording.neededWords') : undefined}
        chips={[...reasons.map((r, i) => ({ value: r as Choice, label: t(`calls.recording.reasons.${r}`), digit: String(i + 1) })), { value: 'other', label: t('calls.recording.other'), digit: '5' }]}
      />
      {choice === 'other' && <TextField label={t('calls.recording.ownWords')} value={own} onChange={setOwn} maxLength={200} autoFocus error={missing && !own.trim() ? t('calls.recording.neededWords') : fieldWords(t, fetching.error, 'why')} />}
      <ProblemNotice problem={fetching.error} />
      <div className="line"><Button type="submit" isPending={fetching.isPending}>{t('calls.recording.listen')}</Button></div>
    </form>
  )
}

/** An address for bytes in memory; given back when they are shown no longer. */
function useObjectUrl(blob: Blob | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (!blob) return setUrl(null)
    const made = URL.createObjectURL(blob)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return url
}
