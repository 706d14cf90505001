/** What came of the call: her answer, or when and how she is asked again. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { uuidv7 } from 'uuidv7'
import { Button, Checkbox, Chips, DateField, TextArea, TextField, toast, useZone } from '@akmasa/ui'
import { agreementApi, type TalkPage } from '../../../../contracts/agreement.ts'
import { call } from '../../client.ts'
import { useKeys } from '../../keys.ts'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { phoneState, activeCall } from '../../softphone/index.ts'
import { fieldWords, useText } from '../../text.ts'
import { momentOf, readClock } from '../settings/clock.ts'
import { isAnswer, lacks, needsWords, type Result, results, wordOf } from './results.ts'

export function AnswerForm({ page }: { page: TalkPage }) {
  const t = useText(), zone = useZone(), queries = useQueryClient(), navigate = useNavigate()
  // The same press twice is one try.
  const [id] = useState(() => uuidv7()), [tried, setTried] = useState(false)
  const [result, setResult] = useState<Result | null>(null), [words, setWords] = useState(''), [day, setDay] = useState<string | null>(null), [clock, setClock] = useState(''), [counter, setCounter] = useState(false)
  const time = readClock(clock), taskId = page.talk.taskId, missing = lacks({ result, words, day, time })
  const saving = useMutation({
    mutationFn: (chosen: Result) => isAnswer(chosen)
      ? call(agreementApi.answerTalk, { taskId, answer: chosen, words: words.trim() || undefined, how: counter ? 'counter' : 'call', callId: activeCall(phoneState())?.callId ?? undefined })
      : call(agreementApi.tryTalk, { taskId, id, result: chosen, note: words.trim() || undefined, ...(chosen === 'asks_later' && day && time && { at: momentOf(day, time, zone).toISOString() }) }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [agreementApi.talkPage.path] })
      toast({ words: t('agreement.saved') })
      void navigate({ to: '/cases/$caseId', params: { caseId: page.case.id } })
    },
  })
  function save() {
    setTried(true)
    if (!missing && result && !saving.isPending) saving.mutate(result)
  }
  useKeys({ 'Ctrl+Enter': save })
  const wrong = (field: 'words' | 'day' | 'time') => fieldWords(t, saving.error, field === 'words' ? 'words' : 'at') ?? (tried && missing === field ? t('agreement.needed') : undefined)
  const kind = page.talk.kind
  return (
    <form className="panel stack" onSubmit={(e: FormEvent) => { e.preventDefault(); save() }} noValidate aria-label={t('agreement.result')}>
      <ProblemNotice problem={saving.error} />
      <Chips
        label={t('agreement.result')} value={result} onChange={setResult} error={tried && missing === 'result' ? t('agreement.choose') : undefined}
        chips={results.map((one, i) => ({ value: one, label: t(`agreement.answer.${wordOf(one, kind)}`), digit: String(i + 1), ...(one === 'asks_link' && !page.person.writable && { disabled: true, why: t('agreement.noWay') }) }))}
        description={result ? t(`agreement.after.${wordOf(result, kind)}`) : undefined}
      />
      {result === 'asks_later' && (
        <div className="line top-aligned">
          <DateField label={t('agreement.day')} value={day} onChange={setDay} error={wrong('day')} />
          <TextField label={t('agreement.time')} value={clock} onChange={setClock} placeholder="14:30" error={wrong('time')} />
        </div>
      )}
      {result && (
        <TextArea
          label={t(needsWords(result) ? 'agreement.words' : 'agreement.note')} value={words} onChange={setWords} maxLength={isAnswer(result) ? 2000 : 1000} error={wrong('words')}
          description={t(result === 'objects' ? 'agreement.wordsObjects' : result === 'withdraws' ? 'agreement.wordsWithdraws' : 'agreement.noteHint')}
        />
      )}
      {result && isAnswer(result) && <Checkbox isSelected={counter} onChange={setCounter}>{t('agreement.counter')}</Checkbox>}
      <div className="line"><Button type="submit" look="primary" keys="Ctrl+↵" isPending={saving.isPending}>{t('agreement.save')}</Button></div>
    </form>
  )
}
