/** A question nobody could answer: its words go to whoever writes the answers, and nothing of who asked. */
import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { Button, TextField } from '@akmasa/ui'
import { knowledgeApi, mostQuestionLetters, withoutPersonal } from '../../../../contracts/knowledge.ts'
import { call } from '../../client.ts'
import { announce } from '../../shell/announce.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { patience } from '../../softphone/index.ts'
import { useText } from '../../text.ts'
import type { Screen } from './screen.ts'

export function NoAnswer({ question, screen, onClose }: { question: string; screen: Screen | null; onClose: () => void }) {
  const t = useText()
  const [id] = useState(uuidv7), [words, setWords] = useState(() => withoutPersonal(question)), [busy, setBusy] = useState(false), [problem, setProblem] = useState<unknown>(null)
  async function save() {
    if (busy || !words.trim()) return
    setBusy(true)
    try {
      await call(knowledgeApi.noAnswer, { id, words, topicId: screen?.intake.topicId ?? undefined, placeId: screen?.intake.where.placeId ?? undefined, callId: screen?.entry.callId ?? undefined }, patience())
      announce(t('intake.knowledge.noted'))
      onClose()
    } catch (error) {
      setProblem(error)
      setBusy(false)
    }
  }
  const keys = (e: React.KeyboardEvent) => {
    if (e.key !== 'Enter' && e.key !== 'Escape') return
    e.preventDefault()
    e.stopPropagation()
    if (e.key === 'Enter') void save()
    else onClose()
  }
  return (
    <div className="no-answer">
      <TextField label={t('intake.knowledge.question')} description={t('intake.knowledge.questionHint')} value={words} onChange={setWords} maxLength={mostQuestionLetters} autoFocus onKeyDown={keys} />
      <ProblemNotice problem={problem} />
      <div className="line"><Button small look="primary" onPress={() => void save()} isPending={busy} isDisabled={!words.trim()} keys="Enter">{t('shared.save')}</Button><Button small look="quiet" onPress={onClose} keys="Esc">{t('shared.cancel')}</Button></div>
    </div>
  )
}
