/** What the citizen said on the telephone or at the counter: whether it is fixed, what remains, and her mark. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { Button, Chips, Dialog, showPhone, TextArea, toast } from '@akmasa/ui'
import { type CaseId, casesApi } from '../../../../contracts/cases.ts'
import { confirmationApi } from '../../../../contracts/confirmation.ts'
import { contactApi, type CallTask } from '../../../../contracts/contact.ts'
import { call } from '../../client.ts'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { fieldWords, useText } from '../../text.ts'

type Said = 'fixed' | 'not_fixed' | 'not_reached' | 'wrong_number'
const marks = ['1', '2', '3', '4', '5'] as const
type Mark = (typeof marks)[number]
/** @param task the call that was owed, if it is the one that was made. */
export function AnswerDialog({ caseId, task, only, onClose }: { caseId: CaseId; task?: CallTask; /** Her mark alone. */ only?: 'mark'; onClose: () => void }) {
  const t = useText(), queries = useQueryClient()
  const [said, setSaid] = useState<Said | null>(null), [words, setWords] = useState(''), [mark, setMark] = useState<Mark | null>(null), [markWords, setMarkWords] = useState('')
  const [how, setHow] = useState<'call' | 'counter'>('call'), [tried, setTried] = useState(false), [id] = useState(() => uuidv7())
  const answered = said === 'fixed' || said === 'not_fixed'
  const given = { ...(mark && { mark: Number(mark) }), ...(markWords.trim() && mark && { markWords: markWords.trim() }) }
  const save = useMutation({
    mutationFn: async () => {
      if (only) await call(confirmationApi.recordSatisfaction, { caseId, mark: Number(mark), how, words: markWords.trim() || undefined })
      else if (answered) await call(confirmationApi.recordConfirmation, { caseId, id, answer: said, how, words: said === 'not_fixed' ? words.trim() : undefined, ...given })
      else if (task && said) await call(contactApi.finishCallTask, { taskId: task.id, result: said })
    },
    onSuccess: async () => {
      await Promise.all([[casesApi.casePage.path, { caseId }], [confirmationApi.confirmations.path, { caseId }], [contactApi.callTasks.path], [casesApi.inbox.path]].map((queryKey) => queries.invalidateQueries({ queryKey })))
      toast({ words: t(only ? 'confirmation.markSaved' : said === 'not_reached' ? 'contact.task.staysSaved' : 'confirmation.saved') })
      onClose()
    },
  })
  const missing = only ? (mark ? null : 'mark') : !said ? 'answer' : said === 'not_fixed' && !words.trim() ? 'words' : null
  const submit = () => { setTried(true); if (!missing && !save.isPending) save.mutate() }
  const choices: { value: Said; label: string }[] = [
    { value: 'fixed', label: t('confirmation.answer.fixed') }, { value: 'not_fixed', label: t('confirmation.answer.not_fixed') },
    ...(task ? [{ value: 'not_reached' as const, label: t('confirmation.notReached') }, { value: 'wrong_number' as const, label: t('confirmation.wrongNumber') }] : []),
  ]
  return (
    <Dialog open onClose={onClose} title={t(only ? 'confirmation.markOnly' : 'confirmation.recordTitle')}
      foot={<><Button onPress={onClose}>{t('shared.cancel')}</Button><Button look="primary" isPending={save.isPending} onPress={submit}>{t('shared.save')}</Button></>}>
      {task && <p className="line"><strong className="number">{showPhone(task.phone) || t('calls.hidden')}</strong>{task.name}</p>}
      {!only && <p>{t('confirmation.ask')}</p>}
      <ProblemNotice problem={save.error} />
      {!only && <Chips label={t('confirmation.question')} value={said} onChange={setSaid} error={tried && missing === 'answer' ? t('confirmation.answerNeeded') : undefined} description={said === 'not_reached' ? t('confirmation.stays') : undefined} chips={choices.map((one, i) => ({ ...one, digit: String(i + 1) }))} />}
      {said === 'not_fixed' && <TextArea label={t('confirmation.words')} description={t('confirmation.wordsHint')} required value={words} onChange={setWords} maxLength={2000} error={fieldWords(t, save.error, 'words') ?? (tried && missing === 'words' ? t('confirmation.wordsNeeded') : undefined)} />}
      {(answered || only) && (
        <>
          <Chips label={t('confirmation.markAsk')} description={t('confirmation.markHint')} value={mark} onChange={setMark} error={tried && missing === 'mark' ? t('confirmation.answerNeeded') : undefined} chips={marks.map((value) => ({ value, label: `${value} · ${t(`confirmation.marks.m${value}`)}` }))} />
          {mark && <TextArea label={t('confirmation.markWords')} value={markWords} onChange={setMarkWords} maxLength={1000} />}
          {!task && <Chips label={t('confirmation.where')} value={how} onChange={setHow} chips={[{ value: 'call', label: t('confirmation.how.call') }, { value: 'counter', label: t('confirmation.how.counter') }]} />}
        </>
      )}
    </Dialog>
  )
}
