import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Button, Dialog, Notice, TextField, toast } from '@akmasa/ui'
import { identityApi } from '../../../contracts/identity.ts'
import { call } from '../client.ts'
import { meQuery } from '../session.tsx'
import { fieldWords, useText } from '../text.ts'
import { ProblemNotice } from './ProblemNotice.tsx'

/** `must`: the account came with a password somebody else knows; nothing else is done before it is changed. */
export function PasswordDialog({ must, onClose }: { must: boolean; onClose: () => void }) {
  const t = useText(), queries = useQueryClient()
  const [old, setOld] = useState(''), [fresh, setFresh] = useState(''), [problem, setProblem] = useState<unknown>(null), [busy, setBusy] = useState(false)
  async function submit(e: FormEvent) {
    e.preventDefault()
    setBusy(true)
    setProblem(null)
    try {
      await call(identityApi.changePassword, { old, new: fresh })
      await queries.invalidateQueries({ queryKey: meQuery.queryKey })
      toast({ words: t('shell.password.changed') })
      onClose()
    } catch (error) { setProblem(error) } finally { setBusy(false) }
  }
  return (
    <Dialog open title={t('shell.password.title')} onClose={() => !must && onClose()} alert={must}>
      <form className="stack" onSubmit={(e) => void submit(e)} noValidate>
        {must && <Notice tone="warning">{t('shell.password.must')}</Notice>}
        <ProblemNotice problem={problem} />
        <TextField label={t('shell.password.old')} type="password" autoComplete="current-password" value={old} onChange={setOld} error={fieldWords(t, problem, 'old')} required autoFocus />
        <TextField label={t('shell.password.new')} type="password" autoComplete="new-password" description={t('shell.password.rule')} value={fresh} onChange={setFresh} error={fieldWords(t, problem, 'new')} required />
        <div className="line"><Button type="submit" look="primary" isPending={busy}>{t('shared.save')}</Button></div>
      </form>
    </Dialog>
  )
}
