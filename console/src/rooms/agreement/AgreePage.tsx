/** Before whoever calls a citizen about a solution: the plan to read, who she is and what was said before, one key to dial, and her answer. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft, Phone } from 'lucide-react'
import { useState } from 'react'
import { Button, Notice, showPhone, Skeleton, State, TextField, Time, readPhone, toast } from '@akmasa/ui'
import { agreementApi, isOpenTalk, type TalkPage } from '../../../../contracts/agreement.ts'
import { contactApi } from '../../../../contracts/contact.ts'
import { asking, call, Problem } from '../../client.ts'
import { useKeys } from '../../keys.ts'
import { useMay, useMe } from '../../session.tsx'
import { Failed, Missing } from '../../shell/pages.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { dial, useOutPhone, usePhone } from '../../softphone/index.ts'
import { fieldWords, useName, useText } from '../../text.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { talkKey } from './said.ts'
import { Plan } from './Plan.tsx'
import { TalkState } from './TalkState.tsx'
import './agreement.css'

export function AgreePage() {
  const { taskId } = useParams({ from: '/desk/agree/$taskId' })
  const { data, error, isPending, refetch } = useQuery(asking(agreementApi.talkPage, { taskId: taskId as TalkPage['talk']['taskId'] }))
  useOutPhone()
  if (isPending) return <div className="page"><Skeleton lines={12} /></div>
  if (!data) return error instanceof Problem && error.status === 404 ? <Missing /> : <Failed problem={error} retry={() => void refetch()} />
  return <Talking key={data.talk.id} page={data} />
}

function Talking({ page }: { page: TalkPage }) {
  const t = useText(), name = useName(), { talk } = page, open = isOpenTalk(talk.status)
  return (
    <article className="agree">
      <header className="agree-head">
        <div className="spread"><Link to="/cases/$caseId" params={{ caseId: page.case.id }} className="button quiet small"><ArrowLeft aria-hidden />{t('agreement.back')}</Link></div>
        <h1><span className="number">{page.case.number}</span> {t('agreement.title')}</h1>
        <p className="line"><State state={page.case.status} /><span>{name(page.case.topic)}</span><span className="meta">{[page.case.street, page.case.place].filter(Boolean).join(', ')}</span>{page.case.dueAt && <span><span className="meta">{t('agreement.due')}</span> <Time at={page.case.dueAt} /></span>}</p>
      </header>
      <div className="agree-body">
        <div className="stack">
          {open && <Person page={page} />}
          <Plan page={page} />
          {open && <AnswerForm page={page} />}
        </div>
        <div className="stack">
          <section className="panel stack"><h2>{t('agreement.panel')}</h2><TalkState talk={talk} /></section>
          <section className="panel stack"><h2>{t('agreement.said')}</h2><p className="said-full">{page.case.said}</p></section>
          <section className="panel stack"><h2>{t('agreement.tries')}</h2><Tries page={page} /></section>
          <section className="panel stack"><h2>{t('agreement.history')}</h2><History page={page} /></section>
          <section className="panel stack">
            <h2>{t('agreement.others')}</h2>
            {page.cases.length === 0 ? <p className="hint">{t('agreement.noOthers')}</p> : (
              <ul className="plain-list">{page.cases.map((one) => <li key={one.id}><Link to="/cases/$caseId" params={{ caseId: one.id }} className="number">{one.number}</Link> {name(one.topic)} <State state={one.status} /> <span className="meta"><Time at={one.openedAt} /></span></li>)}</ul>
            )}
          </section>
        </div>
      </div>
    </article>
  )
}

/** Taken before it is dialled, so that two do not ring the same person. */
function Person({ page }: { page: TalkPage }) {
  const t = useText(), me = useMe(), may = useMay(), queries = useQueryClient(), phone = usePhone()
  const { person, talk } = page, taskId = talk.taskId, mine = talk.takenBy?.id === me.id
  const take = useMutation({
    mutationFn: () => call(agreementApi.takeTalk, { taskId }),
    onSettled: () => queries.invalidateQueries({ queryKey: [agreementApi.talkPage.path] }),
  })
  const busy = phone.calls.length > 0
  const cannot = !person.phone ? t('agreement.noNumber') : phone.line !== 'up' ? t('agreement.lineDown') : false
  const ring = async () => {
    if (cannot || busy || take.isPending || !person.phone) return
    try {
      if (!mine) await take.mutateAsync()
      dial(person.phone, { caseId: page.case.id, taskId })
    } catch { /* somebody else has it: said above */ }
  }
  useKeys({ 'Shift+F8': () => void ring() })
  return (
    <section className="panel stack" aria-label={t('agreement.call')}>
      <ProblemNotice problem={take.error} />
      <div className="spread">
        <p className="person"><strong>{person.name ?? t('agreement.noName')}</strong> <span className="number">{showPhone(person.phone)}</span></p>
        <div className="line">
          {mine ? <span className="meta">{t('agreement.mine')}</span> : <Button onPress={() => take.mutate()} isPending={take.isPending}>{t('agreement.take')}</Button>}
          <Button look="primary" keys="⇧F8" reason={cannot} isDisabled={busy} onPress={() => void ring()}><Phone aria-hidden />{busy ? t(phone.calls.some((one) => one.answeredAt !== null) ? 'softphone.phase.on_call' : 'agreement.calling') : t('agreement.call')}</Button>
        </div>
      </div>
      {page.quiet && !talk.chosen && <Notice tone="warning" title={t('agreement.quiet')} />}
      {phone.line !== 'up' && person.phone && <p className="hint">{t('agreement.callYourself')}</p>}
      {(!person.phone || talk.why === 'wrong_number') && may('citizen.write') && <NumberForm page={page} />}
    </section>
  )
}

function NumberForm({ page }: { page: TalkPage }) {
  const t = useText(), queries = useQueryClient(), [typed, setTyped] = useState(''), [wrong, setWrong] = useState(false)
  const save = useMutation({
    mutationFn: (phone: string) => call(agreementApi.talkNumber, { taskId: page.talk.taskId, phone }),
    onSuccess: async () => { await queries.invalidateQueries({ queryKey: [agreementApi.talkPage.path] }); toast({ words: t('agreement.numberSaved') }) },
  })
  const submit = () => {
    const phone = readPhone(typed)
    setWrong(!phone)
    if (phone) save.mutate(phone)
  }
  return (
    <form className="line top-aligned" onSubmit={(e) => { e.preventDefault(); submit() }} noValidate>
      <TextField label={t('agreement.number')} type="tel" value={typed} onChange={setTyped} description={t('agreement.numberHint')} error={wrong ? t('softphone.wrongNumber') : fieldWords(t, save.error, 'phone')} />
      <Button type="submit" isPending={save.isPending}>{t('agreement.saveNumber')}</Button>
    </form>
  )
}

function Tries({ page }: { page: TalkPage }) {
  const t = useText()
  if (!page.talk.tries.length) return <p className="hint">{t('agreement.noTries')}</p>
  return <ol className="plain-list">{page.talk.tries.map((one) => <li key={one.at}><Time at={one.at} /> <strong>{t(`agreement.answer.${one.result}`)}</strong> <span className="meta">{one.by}</span>{one.note && <blockquote>{one.note}</blockquote>}</li>)}</ol>
}

const newest = 8
/** Every word between us and her about this case. */
function History({ page }: { page: TalkPage }) {
  const t = useText(), { data, error } = useQuery(asking(contactApi.ledger, { caseId: page.case.id }))
  if (error) return <ProblemNotice problem={error} />
  return (
    <ol className="plain-list">
      {(data?.words ?? []).slice(0, newest).map((word) => (
        <li key={word.id}><Time at={word.at} /> <strong>{t(`contact.ledger.${word.direction}`)}</strong> <span className="meta">{t(`contact.ledger.channel.${word.channel}`)}{word.by && ` · ${word.by}`}</span>{talkKey(word.what) && <> {t(talkKey(word.what)!)}</>}{word.words && <blockquote>{word.words}</blockquote>}</li>
      ))}
    </ol>
  )
}
