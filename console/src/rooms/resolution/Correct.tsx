/** The desk corrects what a case is about, or where: it goes to whose it is then. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Button, ComboBox, Dialog, Notice, TextArea, TextField, toast } from '@akmasa/ui'
import { casesApi, type CasePage } from '../../../../contracts/cases.ts'
import { alsoWhile } from '../../../../contracts/moves.ts'
import { placesApi, type PlaceHit } from '../../../../contracts/places.ts'
import { routingApi } from '../../../../contracts/routing.ts'
import { asking, call } from '../../client.ts'
import { Finder } from '../../Finder.tsx'
import { useTopics } from '../../lists.ts'
import { useMay } from '../../session.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { fieldWords, useName, useText } from '../../text.ts'
import { useProposalChange } from './use-proposal.ts'

export function Correct({ page }: { page: CasePage }) {
  const t = useText(), may = useMay(), [open, setOpen] = useState<'topic' | 'place' | null>(null)
  if (!may('case.route') || !alsoWhile.source.some((status) => status === page.status)) return null
  return (
    <div className="actions no-print">
      <Button small onPress={() => setOpen('topic')}>{t('proposal.correct.topic')}</Button>
      <Button small onPress={() => setOpen('place')}>{t('proposal.correct.place')}</Button>
      {open === 'topic' && <TopicDialog page={page} onClose={() => setOpen(null)} />}
      {open === 'place' && <PlaceDialog page={page} onClose={() => setOpen(null)} />}
    </div>
  )
}
/** Where it would go, before it is sent there. */
function Goes({ page, topicId, placeId }: { page: CasePage; topicId: string; placeId: string | null }) {
  const t = useText(), name = useName()
  const { data } = useQuery(asking(routingApi.previewRoute, { topicId, kind: page.kind, ...(placeId && { placeId }) }))
  if (!data) return null
  return data.notOurs ? <Notice tone="warning" live="status" title={t('proposal.correct.notOurs', { institution: name(data.notOurs.institution.name) })} />
    : <p role="status">{t('proposal.correct.goes', { lead: data.lead ? name(data.lead.name) : t('shared.none') })}{data.supporting.length > 0 && <> {t('cases.timeline.supporting', { names: data.supporting.map((d) => name(d.name)).join(', ') })}</>}</p>
}

function TopicDialog({ page, onClose }: { page: CasePage; onClose: () => void }) {
  const t = useText(), name = useName(), changed = useProposalChange(page.id), topics = useTopics()
  const [topic, setTopic] = useState<string | null>(null), [reason, setReason] = useState(''), [tried, setTried] = useState(false)
  const send = useMutation({ mutationFn: () => call(casesApi.changeTopic, { caseId: page.id, topicId: topic!, reason: reason.trim() }), onSuccess: async () => { await changed(); toast({ words: t('proposal.correct.done', { number: page.number }) }); onClose() } })
  const options = topics.filter((one) => one.id !== page.topicId && (!one.kinds || one.kinds.includes(page.kind))).map((one) => ({ id: one.id, name: name(one.name), description: name(one.group) }))
  return (
    <Dialog open onClose={onClose} title={t('proposal.correct.topic')} foot={<><Button onPress={onClose}>{t('shared.cancel')}</Button><Button look="primary" isPending={send.isPending} onPress={() => { setTried(true); if (topic && reason.trim()) send.mutate() }}>{t('proposal.correct.save')}</Button></>}>
      <p>{t('proposal.correct.topicWords')}</p>
      <ProblemNotice problem={send.error} />
      <Finder label={t('cases.page.topic')} required options={options} value={topic} onChoose={setTopic} autoFocus error={fieldWords(t, send.error, 'topicId') ?? (tried && !topic ? t('cases.moveField.needed') : undefined)} />
      {topic && <Goes page={page} topicId={topic} placeId={page.placeId} />}
      <TextArea label={t('cases.act.reason')} required value={reason} onChange={setReason} maxLength={1000} error={fieldWords(t, send.error, 'reason') ?? (tried && !reason.trim() ? t('cases.act.reasonNeeded') : undefined)} />
    </Dialog>
  )
}

function PlaceDialog({ page, onClose }: { page: CasePage; onClose: () => void }) {
  const t = useText(), changed = useProposalChange(page.id)
  const [typed, setTyped] = useState(''), [asked, setAsked] = useState(''), [hit, setHit] = useState<PlaceHit | null>(null), [street, setStreet] = useState(page.street ?? ''), [words, setWords] = useState(page.addressWords ?? '')
  const [reason, setReason] = useState(''), [tried, setTried] = useState(false)
  useEffect(() => { const timer = setTimeout(() => setAsked(typed.trim()), 150); return () => clearTimeout(timer) }, [typed])
  const { data: hits = [] } = useQuery({ ...asking(placesApi.findPlaces, { q: asked }), enabled: asked.length > 0 && !hit, staleTime: 60_000 })
  const send = useMutation({
    mutationFn: () => call(casesApi.changePlace, { caseId: page.id, reason: reason.trim(), where: { ...(hit?.placeId && { placeId: hit.placeId }), ...(street.trim() && { street: street.trim() }), ...(words.trim() && { words: words.trim() }), ...(hit && (hit.kind === 'street' || hit.kind === 'landmark') && hit.lat !== null && hit.lon !== null && { lat: hit.lat, lon: hit.lon }) } }),
    onSuccess: async () => { await changed(); toast({ words: t('proposal.correct.done', { number: page.number }) }); onClose() },
  })
  return (
    <Dialog open onClose={onClose} title={t('proposal.correct.place')} foot={<><Button onPress={onClose}>{t('shared.cancel')}</Button><Button look="primary" isPending={send.isPending} onPress={() => { setTried(true); if (hit && reason.trim()) send.mutate() }}>{t('proposal.correct.save')}</Button></>}>
      <p>{t('proposal.correct.placeWords')}</p>
      <ProblemNotice problem={send.error} />
      <ComboBox label={t('cases.page.place')} required options={hit ? [] : hits.map((one, n) => ({ id: String(n), name: one.label, description: t(`shared.place.${one.kind}`) }))} text={hit?.label ?? typed} onText={(text) => { if (text !== hit?.label) { setHit(null); setTyped(text) } }} value={null} onChoose={(id) => { const one = id === null ? undefined : hits[Number(id)]; if (one) { setHit(one); setTyped(one.label); setStreet(one.street ?? ''); setWords(one.landmark ?? '') } }} error={fieldWords(t, send.error, 'where') ?? (tried && !hit ? t('cases.moveField.needed') : undefined)} autoFocus />
      {hit?.placeId && <Goes page={page} topicId={page.topicId} placeId={hit.placeId} />}
      <div className="stack"><TextField label={t('cases.page.street')} value={street} onChange={setStreet} maxLength={120} /><TextField label={t('cases.page.address')} value={words} onChange={setWords} maxLength={300} /></div>
      <TextArea label={t('cases.act.reason')} required value={reason} onChange={setReason} maxLength={1000} error={fieldWords(t, send.error, 'reason') ?? (tried && !reason.trim() ? t('cases.act.reasonNeeded') : undefined)} />
    </Dialog>
  )
}
