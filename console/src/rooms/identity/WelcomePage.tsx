/** The invited sets her own password and is in. The token stands behind the number sign: no server and no log sees it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState, type FormEvent } from 'react'
import { Button, EmptyState, Notice, TextField } from '@akmasa/ui'
import { identityApi, NewPassword } from '../../../../contracts/identity.ts'
import { call } from '../../client.ts'
import { meQuery } from '../../session.tsx'
import { Failed } from '../../shell/pages.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { fieldWords, problemWords, speak, useLanguage, useName, useText } from '../../text.ts'
import { isOver, tokenIn } from './welcome.ts'

export function WelcomePage() {
  const t = useText(), [token] = useState(() => tokenIn(location.hash))
  const looking = useQuery({ queryKey: ['welcome', token], queryFn: () => call(identityApi.lookAtInvite, { token }), enabled: token !== '', retry: false, staleTime: Infinity, refetchOnWindowFocus: false })
  const language = looking.data?.language
  useEffect(() => { if (language) speak(language) }, [language])
  if (!token || isOver(looking.error)) return <main className="room"><EmptyState level="h1" title={t('identity.welcome.over')} action={<Link className="button" to="/sign-in">{t('identity.welcome.toSignIn')}</Link>}>{t('refusal.identity.invite_over')}</EmptyState></main>
  if (looking.error) return <main className="room"><Failed problem={looking.error} retry={() => void looking.refetch()} /></main>
  return <main className="sign-in">{looking.data && <Form token={token} whose={looking.data} />}</main>
}

type Whose = { name: string; email: string; municipality: { tr: string; en: string }; until: string }
function Form({ token, whose }: { token: string; whose: Whose }) {
  const t = useText(), name = useName(), language = useLanguage(), queries = useQueryClient(), navigate = useNavigate()
  const [password, setPassword] = useState(''), [again, setAgain] = useState(''), [tried, setTried] = useState(false)
  const accepting = useMutation({
    mutationFn: () => call(identityApi.acceptInvite, { token, password }),
    async onSuccess(me) {
      queries.clear()
      queries.setQueryData(meQuery.queryKey, me)
      speak(me.language)
      // The used link must not stand in the browser's history.
      await navigate({ to: '/', replace: true })
    },
  })
  const short = !NewPassword.safeParse(password).success, differ = password !== again
  function send(e: FormEvent) {
    e.preventDefault()
    setTried(true)
    if (!short && !differ && !accepting.isPending) accepting.mutate()
  }
  return (
    <form className="panel stack" onSubmit={send} noValidate>
      <div className="spread">
        <span className="mark">{t('shell.product')}</span>
        <Button look="quiet" small onPress={() => speak(language === 'tr' ? 'en' : 'tr')}><span lang={language === 'tr' ? 'en' : 'tr'}>{t('shell.account.language')}</span></Button>
      </div>
      <h1>{t('identity.welcome.title')}</h1>
      <p>{t('identity.welcome.hello', { name: whose.name, municipality: name(whose.municipality) })}</p>
      {isOver(accepting.error) ? <Notice tone="danger" live="alert">{problemWords(t, accepting.error)}</Notice> : <ProblemNotice problem={accepting.error} />}
      <p><span className="meta">{t('identity.welcome.email')}</span><br /><b>{whose.email}</b></p>
      {/* For the browser's own keeper of passwords. */}
      <input hidden type="email" name="email" autoComplete="username" value={whose.email} readOnly />
      <TextField label={t('identity.welcome.password')} type="password" name="password" autoComplete="new-password" description={t('identity.welcome.rule')} value={password} onChange={setPassword}
        error={tried && short ? t('identity.welcome.short') : fieldWords(t, accepting.error, 'password')} autoFocus required />
      <TextField label={t('identity.welcome.again')} type="password" name="again" autoComplete="new-password" value={again} onChange={setAgain} error={tried && !short && differ ? t('identity.welcome.differ') : undefined} required />
      <Button type="submit" look="primary" isPending={accepting.isPending}>{t('identity.welcome.submit')}</Button>
      <p className="meta">{t('identity.welcome.once')}</p>
      <p className="meta">{t('identity.welcome.until', { time: new Intl.DateTimeFormat(language === 'tr' ? 'tr-TR' : 'en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(new Date(whose.until)) })}</p>
    </form>
  )
}
