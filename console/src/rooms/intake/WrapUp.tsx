/** A call that became no case needs a result. Alt+7, then a digit: two keys, with the topic that is chosen. */
import { useState } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { Button, Kbd, TextField } from '@akmasa/ui'
import { callsApi } from '../../../../contracts/calls.ts'
import { call } from '../../client.ts'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { useMe } from '../../session.tsx'
import { tellPhone, useReasons, type State } from '../../softphone/index.ts'
import { useName, useText } from '../../text.ts'
import type { Entry } from './book.ts'
import { intakesOf } from './scope.ts'
import { focusIn } from './screen.ts'

type Owed = NonNullable<State['wrapUp']>

export function WrapUp({ owed, entry }: { owed: Owed; entry: Entry | null }) {
  const t = useText(), name = useName(), codes = useReasons()?.wrapUp ?? [], book = intakesOf(useMe().id)
  const [open, setOpen] = useState(false), [busy, setBusy] = useState(false), [problem, setProblem] = useState<unknown>(null), [note, setNote] = useState<string | null>(null)
  const topicId = entry?.body.topicId ?? null
  const words = note ?? entry?.body.said.trim().slice(0, 1000) ?? ''

  async function close(code: string, answers: boolean) {
    if (busy) return
    if (answers && !topicId) {
      setOpen(false)
      focusIn('[data-zone="4"]')
      return
    }
    setBusy(true)
    setProblem(null)
    try {
      await call(callsApi.wrapUp, { callId: owed.callId, code, topicId: topicId ?? undefined, note: words.trim() || undefined })
      setOpen(false)
      tellPhone({ is: 'settled', callId: owed.callId })
      if (entry) await book.discard(entry.id)
    } catch (error) {
      setProblem(error)
      setOpen(true)
    } finally {
      setBusy(false)
    }
  }
  const byDigit = (e: React.KeyboardEvent) => {
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(e.code)?.[1]
    const code = digit && !e.repeat && !e.altKey && !e.ctrlKey && !(e.target instanceof HTMLInputElement) ? codes[digit === '0' ? 9 : Number(digit) - 1] : undefined
    if (!code) return
    e.preventDefault()
    void close(code.code, code.answers)
  }
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      {/* Alt+7 lands here, and a digit already chooses. */}
      <span onKeyDown={byDigit}><Button look="primary" keys="Alt+7" data-first isPending={busy}>{t('intake.wrapUp.button')}</Button></span>
      <Popover className="popover" placement="top end">
        <Dialog className="wrap-up" aria-label={t('intake.wrapUp.title')}>
          <div onKeyDown={byDigit} className="stack">
            <p className="meta">{topicId ? t('intake.wrapUp.withTopic') : t('intake.wrapUp.topicFirst')}</p>
            <ul>
              {codes.slice(0, 10).map((c, n) => (
                <li key={c.code}><Button look="quiet" autoFocus={n === 0} onPress={() => void close(c.code, c.answers)} isDisabled={busy}><Kbd>{(n + 1) % 10}</Kbd>{name(c.name)}</Button></li>
              ))}
            </ul>
            <TextField label={t('intake.wrapUp.note')} value={words} onChange={setNote} maxLength={1000} />
            <ProblemNotice problem={problem} />
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
