/** What those who are rung hear: typed first, or in the operator's own voice. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Mic, Square } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button, Dialog, Notice, TextArea, toast } from '@akmasa/ui'
import { type Alert, dutyApi } from '../../../../contracts/duty.ts'
import { call, upload } from '../../client.ts'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { fieldWords, useText } from '../../text.ts'
import { longest, type Recorder, startRecording } from './record.ts'

export function MessageDialog({ alert, onClose }: { alert: Alert; onClose: () => void }) {
  const t = useText(), queries = useQueryClient(), { caseId, message } = alert
  const [words, setWords] = useState(message.words ?? '')
  const onSuccess = async () => {
    toast({ words: t('duty.message.saved') })
    onClose()
    await queries.invalidateQueries({ queryKey: [dutyApi.alerts.path] })
  }
  const write = useMutation({ mutationFn: () => call(dutyApi.sayWords, { caseId, words }), onSuccess })
  const send = useMutation({ mutationFn: (sound: Blob) => upload(dutyApi.sayRecording, { caseId }, sound, () => {}), onSuccess })
  return (
    <Dialog open title={t('duty.message.title')} onClose={onClose}>
      <div className="stack">
        <p className="meta">{t('duty.message.now')}: {message.recorded ? t('duty.message.voice') : message.words ?? t('duty.message.told')}</p>
        <ProblemNotice problem={write.error ?? send.error} />
        <form className="stack" onSubmit={(e) => { e.preventDefault(); write.mutate() }} noValidate>
          <TextArea label={t('duty.message.label')} description={t('duty.message.hint')} value={words} onChange={setWords} rows={3} maxLength={400} error={fieldWords(t, write.error, 'words')} autoFocus />
          <div className="line"><Button type="submit" look="primary" isDisabled={!words.trim()} isPending={write.isPending}>{t('duty.message.write')}</Button></div>
        </form>
        <Voice onUse={(sound) => send.mutate(sound)} sending={send.isPending} />
      </div>
    </Dialog>
  )
}

function Voice({ onUse, sending }: { onUse: (sound: Blob) => void; sending: boolean }) {
  const t = useText(), recorder = useRef<Recorder | null>(null)
  const [runs, setRuns] = useState(false), [seconds, setSeconds] = useState(0), [sound, setSound] = useState<{ blob: Blob; url: string } | null>(null), [deaf, setDeaf] = useState(false)
  useEffect(() => () => recorder.current?.cancel(), [])
  useEffect(() => () => { if (sound) URL.revokeObjectURL(sound.url) }, [sound])
  useEffect(() => {
    if (!runs) return
    const timer = setInterval(() => setSeconds((was) => was + 1), 1000)
    return () => clearInterval(timer)
  }, [runs])
  useEffect(() => { if (runs && seconds >= longest) void finish() })

  async function begin() {
    setSound(null)
    setDeaf(false)
    setSeconds(0)
    try {
      recorder.current = await startRecording()
      setRuns(true)
    } catch { setDeaf(true) }
  }
  async function finish() {
    const mine = recorder.current
    recorder.current = null
    setRuns(false)
    if (!mine) return
    try {
      const blob = await mine.stop()
      setSound({ blob, url: URL.createObjectURL(blob) })
    } catch { setDeaf(true) }
  }
  return (
    <fieldset className="voice">
      <legend>{t('duty.message.or')}</legend>
      {deaf && <Notice tone="warning" live="status">{t('duty.message.noMicrophone')}</Notice>}
      <div className="line">
        {runs ? <Button onPress={() => void finish()}><Square aria-hidden />{t('duty.message.finish')}</Button> : <Button onPress={() => void begin()}><Mic aria-hidden />{t(sound ? 'duty.message.again' : 'duty.message.record')}</Button>}
        <span className="meta" role="status">{runs || sound ? t('duty.message.seconds', { seconds: String(seconds) }) : t('duty.message.longest')}</span>
      </div>
      {sound && <audio controls src={sound.url} aria-label={t('duty.message.listen')} />}
      {sound && <div className="line"><Button look="primary" isPending={sending} onPress={() => onUse(sound.blob)}>{t('duty.message.use')}</Button></div>}
    </fieldset>
  )
}
