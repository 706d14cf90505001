import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Button, Chips, Dialog, showPhone, TextArea } from '@akmasa/ui'
import { CallTaskResult, contactApi, type CallTask } from '../../../../contracts/contact.ts'
import { call } from '../../client.ts'
import { announce } from '../../shell/announce.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { fieldWords, useText } from '../../text.ts'

type Result = (typeof CallTaskResult.options)[number]
/** What came of a call that was owed. Not reached: it stays owed. */
export function FinishDialog({ task, onClose }: { task: CallTask; onClose: () => void }) {
  const t = useText(), queries = useQueryClient()
  const [result, setResult] = useState<Result | null>(null), [note, setNote] = useState(''), [missing, setMissing] = useState(false)
  const saving = useMutation({
    mutationFn: (r: Result) => call(contactApi.finishCallTask, { taskId: task.id, result: r, note: note.trim() || undefined }),
    onSuccess: async (_done, r) => {
      await queries.invalidateQueries({ queryKey: [contactApi.callTasks.path] })
      announce(t(r === 'not_reached' ? 'contact.task.staysSaved' : 'contact.task.saved'))
      onClose()
    },
  })
  function save(e: FormEvent) {
    e.preventDefault()
    setMissing(result === null)
    if (result) saving.mutate(result)
  }
  return (
    <Dialog open title={t('contact.task.finishTitle')} onClose={onClose}>
      <form className="stack" onSubmit={save} noValidate>
        <p className="line"><strong className="number">{showPhone(task.phone) || t('calls.hidden')}</strong>{task.name}</p>
        <ProblemNotice problem={saving.error} />
        <Chips
          label={t('contact.task.result')} value={result} onChange={(r) => { setResult(r); setMissing(false) }} error={missing ? t('contact.task.resultNeeded') : fieldWords(t, saving.error, 'result')}
          chips={CallTaskResult.options.map((r, i) => ({ value: r, label: t(`contact.result.${r}`), digit: String(i + 1) }))} description={result === 'not_reached' ? t('contact.task.stays') : undefined}
        />
        <TextArea label={t('contact.task.note')} description={t('contact.task.noteHint')} value={note} onChange={setNote} maxLength={1000} error={fieldWords(t, saving.error, 'note')} />
        <div className="line"><Button type="submit" look="primary" isPending={saving.isPending}>{t('shared.save')}</Button><Button onPress={onClose}>{t('shared.cancel')}</Button></div>
      </form>
    </Dialog>
  )
}
