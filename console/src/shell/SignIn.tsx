import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { Button, Notice, TextField } from '@akmasa/ui'
import { identityApi } from '../../../contracts/identity.ts'
import { call } from '../client.ts'
import { meQuery } from '../session.tsx'
import { fieldWords, speak, useLanguage, useText } from '../text.ts'
import { ProblemNotice } from './ProblemNotice.tsx'

/** Whether this desk's address is vouched for by an authority of its own, whose root a new computer must install. */
const rootCertificate = { queryKey: ['root-certificate'], queryFn: async () => (await (await fetch('/root-certificate.json')).json()) as { offered: boolean }, staleTime: Infinity, retry: false } as const

export function SignIn() {
  const t = useText(), language = useLanguage(), { to } = useSearch({ from: '/sign-in' })
  const queries = useQueryClient(), navigate = useNavigate(), router = useRouter()
  const [email, setEmail] = useState(''), [password, setPassword] = useState('')
  const root = useQuery(rootCertificate)
  const [problem, setProblem] = useState<unknown>(null), [busy, setBusy] = useState(false)

  async function submit(e: FormEvent) {
    e.preventDefault()
    if (busy) return
    setBusy(true)
    setProblem(null)
    try {
      const me = await call(identityApi.signIn, { email: email.trim(), password })
      queries.clear()
      queries.setQueryData(meQuery.queryKey, me)
      speak(me.language)
      if (to) router.history.replace(to)
      else await navigate({ to: '/', replace: true })
    } catch (error) {
      setProblem(error)
      setPassword('')
    } finally {
      setBusy(false)
    }
  }
  return (
    <main className="sign-in">
      <form className="panel stack" onSubmit={(e) => void submit(e)} noValidate>
        <div className="spread">
          <span className="mark">{t('shell.product')}</span>
          <Button look="quiet" small onPress={() => speak(language === 'tr' ? 'en' : 'tr')}><span lang={language === 'tr' ? 'en' : 'tr'}>{t('shell.account.language')}</span></Button>
        </div>
        <h1>{t('identity.signIn.title')}</h1>
        {to && !problem ? <Notice>{t('identity.signIn.ended')}</Notice> : <p className="hint">{t('identity.signIn.words')}</p>}
        <ProblemNotice problem={problem} />
        <TextField label={t('identity.signIn.email')} type="email" name="email" autoComplete="username" value={email} onChange={setEmail} error={fieldWords(t, problem, 'email')} autoFocus required />
        <TextField label={t('identity.signIn.password')} type="password" name="password" autoComplete="current-password" value={password} onChange={setPassword} error={fieldWords(t, problem, 'password')} required />
        <Button type="submit" look="primary">{t('identity.signIn.submit')}</Button>
        <p className="meta">{t('identity.signIn.forgot')}</p>
        {root.data?.offered && <p className="meta"><a href={language === 'tr' ? '/root-certificate' : '/root-certificate/en'}>{t('identity.signIn.rootCertificate')}</a></p>}
      </form>
    </main>
  )
}
