/** A muhtar writes down what her place needs: one page, kept in her browser until the desk has it. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowLeft, Phone } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { Button, Chips, Notice, Select, showPhone, showTime, Skeleton, TextArea, TextField, useZone } from '@akmasa/ui'
import { casesApi, type Opened } from '../../../../contracts/cases.ts'
import type { Place } from '../../../../contracts/places.ts'
import { routingApi } from '../../../../contracts/routing.ts'
import { asking, call, Problem } from '../../client.ts'
import { Answered } from '../../listing.tsx'
import { useTopics } from '../../lists.ts'
import { useMe } from '../../session.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { fieldWords, useLanguage, useName, useText } from '../../text.ts'
import { Ask } from '../intake/Ask.tsx'
import { aboutTopic, blank, forPlaces, gapsOf, keep, kept, kinds, toSend, untouched, type Draft } from './draft.ts'
import { TopicChoice } from './TopicChoice.tsx'
import './muhtar.css'

export function NewCasePage() {
  const t = useText(), places = useQuery({ ...asking(casesApi.myPlaces), staleTime: 10 * 60_000 }), [sent, setSent] = useState<Opened | null>(null)
  return (
    <div className="page muhtar">
      <div className="line"><Link to="/my-place" className="button"><ArrowLeft aria-hidden />{t('muhtar.toList')}</Link></div>
      {sent ? <Sent opened={sent} onNew={() => setSent(null)} /> : (
        <>
          <h1>{t('muhtar.new')}</h1>
          <a className="muhtar-danger" href="tel:112"><Phone aria-hidden /><span>{t('muhtar.form.danger')}</span></a>
          <Answered of={places}>{(own) => (own.length ? <Form places={own} onSent={setSent} /> : <Notice tone="warning" title={t('muhtar.noPlace')}>{t('muhtar.noPlaceWords')}</Notice>)}</Answered>
        </>
      )}
    </div>
  )
}

function useDraft(places: readonly Place[]) {
  const me = useMe()
  const [draft, setDraft] = useState((): Draft => {
    const found = kept(me.id) ?? blank(uuidv7())
    // The place may have been given to somebody else since; of one place there is no choice.
    return { ...found, placeId: places.some((p) => p.id === found.placeId) ? found.placeId : places.length === 1 ? places[0]!.id : null }
  })
  useEffect(() => keep(me.id, draft), [me.id, draft])
  return { draft, set: (part: Partial<Draft>) => setDraft((d) => ({ ...d, ...part })), put: setDraft, forget: () => keep(me.id, null) }
}

function Form({ places, onSent }: { places: readonly Place[]; onSent: (opened: Opened) => void }) {
  const t = useText(), name = useName(), queries = useQueryClient(), { draft, set, put, forget } = useDraft(places), [tried, setTried] = useState(false)
  const every = useTopics(), topics = useMemo(() => every.filter(forPlaces), [every]), topic = topics.find((x) => x.id === draft.topicId)
  const { data: route } = useQuery({
    ...asking(routingApi.previewRoute, { topicId: topic?.id ?? '', placeId: draft.placeId ?? undefined, kind: draft.kind }), enabled: topic !== undefined && draft.placeId !== null, placeholderData: keepPreviousData, staleTime: 30_000,
  })
  const notOurs = (topic && route?.notOurs) || null
  const gaps = gapsOf(draft, topic, draft.kind !== 'emergency' && !topic?.emergency && !notOurs)
  const send = useMutation({
    // What is sent is frozen here; the id stays until the desk has it, so that an answer that got lost makes no second case.
    mutationFn: (body: ReturnType<typeof toSend>) => call(casesApi.openPlaceCase, body),
    onSuccess: async (opened) => {
      forget()
      await queries.invalidateQueries({ queryKey: [casesApi.placeCases.path] })
      onSent(opened)
    },
  })
  const reused = send.error instanceof Problem && send.error.code === 'case.id_reused'
  const wrong = (field: (typeof gaps)[number], words: string) => fieldWords(t, send.error, field) ?? (tried && gaps.includes(field) ? words : undefined)
  function submit() {
    setTried(true)
    const [first] = gaps
    if (first) document.querySelector<HTMLElement>(`[data-field="${first}"]`)?.querySelector<HTMLElement>('input, textarea, button')?.focus()
    else if (topic && !send.isPending) send.mutate(toSend(draft, topic))
  }
  return (
    <form className="stack muhtar-form" noValidate onSubmit={(e) => { e.preventDefault(); submit() }}>
      <div data-field="said"><TextArea label={t('muhtar.form.said')} description={t('muhtar.form.saidHint')} rows={4} required value={draft.said} onChange={(said) => set({ said })} maxLength={4000} error={wrong('said', t('muhtar.gap.said'))} /></div>
      <TopicChoice said={draft.said} topics={topics} topic={topic} onChoose={(next) => put(aboutTopic(draft, next))} error={wrong('topicId', t('muhtar.gap.topic'))} />
      {notOurs && <Notice tone="warning" title={t('muhtar.form.notOurs')}>{name(notOurs.institution.name)}{notOurs.institution.phone && <a className="button" href={`tel:${notOurs.institution.phone}`}><Phone aria-hidden />{showPhone(notOurs.institution.phone)}</a>}<span>{t('muhtar.form.notOursWords')}</span></Notice>}
      {topic?.questions.map((q) => <div key={q.key} data-field={`answers.${q.key}`}><Ask question={q} value={draft.answers[q.key]} onChange={(a) => set({ answers: { ...draft.answers, [q.key]: a } })} error={wrong(`answers.${q.key}`, t('intake.gap.answer'))} /></div>)}
      <div data-field="kind"><Chips label={t('muhtar.form.kind')} value={draft.kind} onChange={(kind) => set({ kind })} chips={kinds.map((k) => ({ value: k, label: t(`shared.kind.${k}`), disabled: topic?.kinds ? !topic.kinds.includes(k) : false }))} error={wrong('kind', t('intake.gap.kind'))} /></div>
      <div data-field="where.placeId"><Select label={t('muhtar.form.place')} required value={draft.placeId} onChange={(placeId) => set({ placeId })} options={places.map((p) => ({ id: p.id, name: [p.name, t(`shared.place.${p.kind}`)].join(', ') }))} placeholder={t('shared.choose')} error={wrong('where.placeId', t('muhtar.gap.place'))} /></div>
      <TextField label={t('muhtar.form.street')} value={draft.street} onChange={(street) => set({ street })} maxLength={120} error={fieldWords(t, send.error, 'where.street')} />
      <TextField label={t('muhtar.form.words')} description={t('muhtar.form.wordsHint')} value={draft.words} onChange={(words) => set({ words })} maxLength={300} error={fieldWords(t, send.error, 'where.words')} />
      {reused ? (
        <Notice tone="warning" live="alert" title={t('muhtar.form.arrived')} action={<span className="line"><Link className="button" to="/my-place/$caseId" params={{ caseId: draft.id }} onClick={forget}>{t('muhtar.form.openIt')}</Link><Button onPress={() => { send.reset(); set({ id: uuidv7() }) }}>{t('muhtar.form.another')}</Button></span>}>{t('muhtar.form.arrivedWords')}</Notice>
      ) : <ProblemNotice problem={send.error} />}
      {tried && gaps.length > 0 && <p className="place-case-late" role="alert">{t('muhtar.gap.count', { count: gaps.length })}</p>}
      <div className="line">
        <Button type="submit" look="primary" isPending={send.isPending}>{t('muhtar.form.send')}</Button>
        {!untouched(draft) && <Button look="quiet" onPress={() => { setTried(false); send.reset(); put({ ...blank(uuidv7()), placeId: draft.placeId }) }}>{t('muhtar.form.clear')}</Button>}
        <span className="meta">{untouched(draft) ? '' : t('muhtar.form.kept')}</span>
      </div>
      {!every.length && <Skeleton lines={1} />}
    </form>
  )
}

function Sent({ opened, onNew }: { opened: Opened; onNew: () => void }) {
  const t = useText(), name = useName(), language = useLanguage(), zone = useZone()
  return (
    <section className="panel stack" role="status">
      <h1>{t(opened.status === 'handed_over' ? 'muhtar.sent.handedOver' : 'muhtar.sent.title')}</h1>
      <p className="muhtar-number number">{opened.number}</p>
      {opened.status === 'handed_over' && <p>{t('muhtar.sent.handedOverWords')}</p>}
      {opened.lead && <p>{t('muhtar.sent.lead', { directorate: name(opened.lead) })}</p>}
      {opened.dueAt && <p>{t('muhtar.sent.due', { time: showTime(new Date(opened.dueAt), 'prose', language, zone) })}</p>}
      <div className="line">
        <Link className="button primary" to="/my-place/$caseId" params={{ caseId: opened.id }}>{t('muhtar.sent.open')}</Link>
        <Button onPress={onNew}>{t('muhtar.sent.another')}</Button>
      </div>
    </section>
  )
}
