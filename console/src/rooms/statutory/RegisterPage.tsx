/** The counter's form: a petition or a request for information, by keys alone if one likes; it ends in a number and a receipt. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { Button, Checkbox, Chips, DateField, dayOf, Notice, TextArea, TextField, useZone } from '@akmasa/ui'
import { routingApi } from '../../../../contracts/routing.ts'
import { Delivery, Statute, statutoryApi, StatutoryChannel, type Registered } from '../../../../contracts/statutory.ts'
import { asking, call, Problem } from '../../client.ts'
import { Finder } from '../../Finder.tsx'
import { useKeys } from '../../keys.ts'
import { useDirectorates, usePlaces, useTopics } from '../../lists.ts'
import { useMe } from '../../session.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { fieldWords, useLanguage, useName, useText } from '../../text.ts'
import { Ask } from '../intake/Ask.tsx'
import { TopicChoice } from '../muhtar/TopicChoice.tsx'
import { Done } from './Done.tsx'
import { daysSince, dayWords } from './days.ts'
import { blank, gapsOf, inWriting, keep, kept, missingIn, toSend, untouched, type Draft, type Gap } from './draft.ts'
import { HeldFiles } from './HeldFiles.tsx'
import './statutory.css'

export function RegisterPage() {
  const t = useText(), [done, setDone] = useState<{ registered: Registered; files: File[] } | null>(null)
  return (
    <div className="page statutory-new">
      <div className="line"><Link to="/statutory" className="button quiet small"><ArrowLeft aria-hidden />{t('statutory.title')}</Link></div>
      <h1>{t('statutory.form.title')}</h1>
      {done ? <Done {...done} onNew={() => setDone(null)} /> : <Form onDone={(registered, files) => setDone({ registered, files })} />}
    </div>
  )
}

const digits = <V extends string>(values: readonly V[], label: (v: V) => string) => values.map((value, i) => ({ value, label: label(value), digit: String(i + 1) }))
function Form({ onDone }: { onDone: (registered: Registered, files: File[]) => void }) {
  const t = useText(), me = useMe(), queries = useQueryClient(), today = dayOf(new Date(), useZone())
  const [draft, setDraft] = useState((): Draft => kept(me.id) ?? blank(uuidv7(), today)), [files, setFiles] = useState<File[]>([]), [tried, setTried] = useState(false)
  const set = (part: Partial<Draft>) => setDraft((d) => ({ ...d, ...part }))
  useEffect(() => keep(me.id, draft), [me.id, draft])
  const every = useTopics(), topics = useMemo(() => every.filter(inWriting), [every]), topic = topics.find((x) => x.id === draft.topicId)
  const { data: route } = useQuery({ ...asking(routingApi.previewRoute, { topicId: topic?.id ?? '', placeId: draft.placeId ?? undefined, kind: 'request' }), enabled: topic !== undefined, placeholderData: (before) => before, staleTime: 30_000 })
  const gaps = gapsOf(draft, topic, draft.channel === 'counter' && !route?.notOurs)
  const send = useMutation({
    // What is sent is frozen here; the id stays until the desk has it, so that an answer that got lost makes no second petition.
    mutationFn: (body: ReturnType<typeof toSend>) => call(statutoryApi.registerStatutory, body),
    onSuccess: (registered) => {
      keep(me.id, null)
      void queries.invalidateQueries({ queryKey: [statutoryApi.statutoryList.path] })
      onDone(registered, files)
    },
  })
  const wrong = (field: Gap | string, words: string) => fieldWords(t, send.error, field) ?? (tried && (gaps as string[]).includes(field) ? words : undefined)
  function submit() {
    setTried(true)
    const [first] = gaps
    if (first) document.querySelector<HTMLElement>(`[data-field="${first}"]`)?.querySelector<HTMLElement>('input, textarea, button, [role="spinbutton"]')?.focus()
    else if (topic && !send.isPending) send.mutate(toSend(draft, topic))
  }
  useKeys({ 'Ctrl+Enter': submit })
  const reused = send.error instanceof Problem && send.error.code === 'case.id_reused'
  return (
    <form className="stack statutory-form" noValidate onSubmit={(e) => { e.preventDefault(); submit() }}>
      <section className="panel stack">
        <div className="statutory-row">
          <Chips label={t('statutory.form.statute')} value={draft.statute} onChange={(statute) => set({ statute })} chips={digits(Statute.options, (s) => t(`statutory.statute.${s}`))} description={draft.statute === 'information' ? t('statutory.form.noPhone') : undefined} />
          <Chips label={t('statutory.form.channel')} value={draft.channel} onChange={(channel) => set({ channel })} chips={digits(StatutoryChannel.options, (c) => t(`shared.channel.${c}`))} />
        </div>
        <Received draft={draft} today={today} set={set} error={wrong('receivedOn', t('statutory.form.gap.receivedOn'))} />
      </section>
      <section className="panel stack"><h2>{t('statutory.form.who')}</h2><Who draft={draft} set={set} wrong={wrong} /></section>
      <section className="panel stack">
        <h2>{t('statutory.form.what')}</h2>
        <div data-field="subject"><TextField label={t('statutory.form.subject')} description={t('statutory.form.subjectHint')} required value={draft.subject} onChange={(subject) => set({ subject })} maxLength={200} error={wrong('subject', t('statutory.form.gap.subject'))} /></div>
        <TextArea label={t('statutory.form.text')} description={t('statutory.form.textHint')} rows={5} value={draft.text} onChange={(text) => set({ text })} maxLength={3700} error={fieldWords(t, send.error, 'text')} />
        <TopicChoice said={`${draft.subject} ${draft.text}`} topics={topics} topic={topic} onChoose={(next) => set({ topicId: next.id, answers: {} })} error={wrong('topicId', t('statutory.form.gap.topicId'))} />
        <Where draft={draft} set={set} lead={route?.lead?.id ?? null} notOurs={route?.notOurs ?? null} error={(field) => fieldWords(t, send.error, field)} />
        {topic?.questions.map((q) => <div key={q.key} data-field={`answers.${q.key}`}><Ask question={q} value={draft.answers[q.key]} onChange={(a) => set({ answers: { ...draft.answers, [q.key]: a } })} error={wrong(`answers.${q.key}`, t('statutory.form.gap.answer'))} /></div>)}
        <HeldFiles files={files} onChange={setFiles} />
      </section>
      {reused
        ? <Notice tone="warning" live="alert" action={<span className="line"><Link className="button" to="/cases/$caseId" params={{ caseId: draft.id as never }}>{t('statutory.form.done.open')}</Link><Button onPress={() => { send.reset(); set({ id: uuidv7() }) }}>{t('statutory.form.done.another')}</Button></span>}>{t('refusal.case.id_reused')}</Notice>
        : <ProblemNotice problem={send.error} />}
      {tried && gaps.length > 0 && <p className="statutory-gaps" role="alert">{t('statutory.form.gap.count', { count: gaps.length })}</p>}
      <div className="line">
        <Button type="submit" look="primary" keys="Ctrl+Enter" isPending={send.isPending}>{t('statutory.form.send')}</Button>
        {!untouched(draft) && <Button look="quiet" onPress={() => { setTried(false); send.reset(); setFiles([]); setDraft(blank(uuidv7(), today)) }}>{t('statutory.form.clear')}</Button>}
      </div>
    </form>
  )
}

type Part = { draft: Draft; set: (part: Partial<Draft>) => void }
/** The day it came, and at once the day by which it must be answered. */
function Received({ draft, today, set, error }: Part & { today: string; error: string | undefined }) {
  const t = useText(), language = useLanguage(), day = draft.receivedOn
  const { data, error: problem } = useQuery({ ...asking(statutoryApi.statutoryDue, { statute: draft.statute, receivedOn: day ?? '' }), enabled: day !== null, staleTime: 60_000, retry: false })
  const ago = day ? daysSince(day, today) : 0
  return (
    <div className="statutory-row" data-field="receivedOn">
      <DateField label={t('statutory.form.received')} required value={day} onChange={(receivedOn) => set({ receivedOn })} error={error ?? (problem ? fieldWords(t, problem, 'receivedOn') : undefined)} />
      <div className="stack" role="status">
        {data && !problem && <p className={data.level === 'overdue' ? 'statutory-late' : 'statutory-due'}>{data.level === 'overdue' ? t('statutory.form.dueLate', { day: dayWords(data.dueOn, language) }) : t('statutory.form.due', { day: dayWords(data.dueOn, language), count: data.left })}</p>}
        {ago > 30 && <p className="hint">{t('statutory.form.old', { count: ago })}</p>}
        {problem && !(problem instanceof Problem && problem.errors.length > 0) && <ProblemNotice problem={problem} />}
      </div>
    </div>
  )
}

function Who({ draft, set, wrong }: Part & { wrong: (field: Gap | string, words: string) => string | undefined }) {
  const t = useText(), missing = draft.signed === null ? [] : missingIn(draft)
  return (
    <>
      <div className="statutory-row">
        <div data-field="name"><TextField label={t('statutory.form.name')} value={draft.name} onChange={(name) => set({ name })} maxLength={120} error={wrong('name', '')} autoFocus /></div>
        <div data-field="signed"><Chips label={t('statutory.form.signed')} description={t('statutory.form.signedHint')} required value={draft.signed === null ? null : draft.signed ? 'yes' : 'no'} onChange={(v) => set({ signed: v === 'yes' })} chips={[{ value: 'yes', label: t('shared.yes'), digit: '1' }, { value: 'no', label: t('shared.no'), digit: '2' }]} error={wrong('signed', t('statutory.form.gap.signed'))} /></div>
      </div>
      <TextField label={t('statutory.form.address')} description={t('statutory.form.addressHint')} value={draft.address} onChange={(address) => set({ address })} maxLength={500} error={wrong('address', '')} />
      <div className="statutory-row">
        <div data-field="phone"><TextField label={t('statutory.form.phone')} type="tel" value={draft.phone} onChange={(phone) => set({ phone })} maxLength={40} error={wrong('phone', t('statutory.form.gap.phone'))} /></div>
        <div data-field="email"><TextField label={t('statutory.form.email')} type="email" value={draft.email} onChange={(email) => set({ email })} maxLength={200} error={wrong('email', t('statutory.form.gap.email'))} /></div>
      </div>
      {(draft.phone.trim() || draft.email.trim()) && <Checkbox isSelected={draft.mayMessage} onChange={(mayMessage) => set({ mayMessage })}>{t('statutory.form.mayMessage')}</Checkbox>}
      {missing.length > 0 && (
        <>
          <Notice tone="warning" live="status" title={t('statutory.form.missing', { what: missing.map((m) => t(`statutory.needed.${m}`)).join(', ') })}>{t('statutory.form.missingWords')}</Notice>
          <div data-field="told"><Chips label={t('statutory.form.told')} required value={draft.told} onChange={(told) => set({ told })} chips={digits([...Delivery.options, 'none'] as const, (d) => t(`statutory.delivery.${d}`))} error={wrong('told', t('statutory.form.gap.told'))} /></div>
        </>
      )}
    </>
  )
}

type WhereProps = Part & { lead: string | null; notOurs: { institution: { name: { tr: string; en: string } } } | null; error: (field: string) => string | undefined }
function Where({ draft, set, lead, notOurs, error }: WhereProps) {
  const t = useText(), name = useName(), places = usePlaces(), all = useDirectorates()
  const leading = all.find((d) => d.id === lead)
  return (
    <>
      {leading && <p className="meta">{t('statutory.form.lead', { name: name(leading.name) })}</p>}
      {notOurs && <Notice tone="warning" title={t('statutory.form.notOurs', { name: name(notOurs.institution.name) })}>{t('statutory.form.notOursWords')}</Notice>}
      <div className="statutory-row three">
        <Finder label={t('statutory.form.place')} options={places.map((p) => ({ id: p.id, name: p.name, description: [p.within, t(`shared.place.${p.kind}`)].filter(Boolean).join(', ') }))} value={draft.placeId} onChoose={(placeId) => set({ placeId })} error={error('where.placeId')} />
        <TextField label={t('statutory.form.street')} value={draft.street} onChange={(street) => set({ street })} maxLength={120} error={error('where.street')} />
        <TextField label={t('statutory.form.words')} value={draft.words} onChange={(words) => set({ words })} maxLength={300} error={error('where.words')} />
      </div>
      <div className="statutory-row">
        <Finder label={t('statutory.form.also')} options={all.filter((d) => d.id !== lead && !draft.also.includes(d.id)).map((d) => ({ id: d.id, name: name(d.name), description: name(d.does) }))} value={null} onChoose={(id) => id && set({ also: [...draft.also, id] })} error={error('also')} />
        <ul className="line statutory-also" aria-label={t('statutory.form.also')}>{draft.also.map((id) => { const label = name(all.find((d) => d.id === id)?.name ?? { tr: '…', en: '…' }); return <li key={id}><Button small aria-label={t('statutory.form.alsoRemove', { name: label })} onPress={() => set({ also: draft.also.filter((x) => x !== id) })}>{label} ×</Button></li> })}</ul>
      </div>
    </>
  )
}
