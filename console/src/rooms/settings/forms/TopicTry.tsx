/** A sentence a citizen might say, and what would come of it. By what is saved, not by what is typed above. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Badge, showTime, TextField, useZone } from '@akmasa/ui'
import { routingApi, type TopicId } from '../../../../../contracts/routing.ts'
import type { PlaceId } from '../../../../../contracts/places.ts'
import { asking } from '../../../client.ts'
import { Finder } from '../../../Finder.tsx'
import { ProblemNotice } from '../../../shell/ProblemNotice.tsx'
import { useLanguage, useName, useText } from '../../../text.ts'
import { useSlow } from '../../../use-slow.ts'
import { useOptions } from '../fields.tsx'
import { useForm } from '../form.tsx'

export function TopicTry() {
  const form = useForm<'topic'>(), t = useText(), name = useName(), language = useLanguage()
  const [sentence, setSentence] = useState(''), q = useSlow(sentence.trim(), 300)
  const asked = useQuery({ ...asking(routingApi.findTopics, { q, language }), enabled: q.length > 2, placeholderData: (before) => before })
  const hits = q.length > 2 ? asked.data : undefined
  return (
    <div className="stack">
      <p className="hint">{t('settings.topic.tryWords')} {t('settings.topic.tryUnsaved')}</p>
      <TextField label={t('settings.topic.trySentence')} value={sentence} onChange={setSentence} maxLength={500} />
      <ProblemNotice problem={asked.error} />
      <div role="status">
        {hits && (hits.length === 0 ? <p>{t('settings.topic.tryNothing')}</p> : (
          <ol className="tried">
            {hits.map((h) => <li key={h.topicId} className="line"><strong>{name(h.name)}</strong><span className="meta">{name(h.group)}</span><span>{t('settings.topic.because', { words: h.because })}</span>{h.topicId === form.id && <Badge tone="success">{t('settings.topic.tryHere')}</Badge>}</li>)}
          </ol>
        ))}
      </div>
      {!form.isNew && <RouteTry topicId={form.id as TopicId} />}
    </div>
  )
}
function RouteTry({ topicId }: { topicId: TopicId }) {
  const t = useText(), name = useName(), language = useLanguage(), zone = useZone(), { value } = useForm<'topic'>()
  const [placeId, setPlace] = useState<string | null>(null), places = useOptions('place', [placeId])
  const { data: route, error } = useQuery(asking(routingApi.previewRoute, { topicId, kind: value.kinds?.[0] ?? 'request', ...(placeId && { placeId: placeId as PlaceId }), also: [] }))
  return (
    <div className="stack">
      <div className="half"><Finder label={t('settings.topic.tryPlace')} options={places} value={placeId} onChoose={setPlace} /></div>
      <ProblemNotice problem={error} />
      {route && (
        <dl className="facts" aria-label={t('settings.topic.routeTo')}>
          <dt>{t('settings.topic.routeTo')}</dt>
          <dd>
            {route.notOurs && <p>{t('settings.topic.routeNotOurs', { name: name(route.notOurs.institution.name) })}</p>}
            {route.lead ? <p>{t('settings.topic.routeLead', { name: name(route.lead.name) })}</p> : <p>{t('settings.topic.routeNobody')}</p>}
            {route.supporting.length > 0 && <p>{t('settings.topic.routeSupporting', { names: route.supporting.map((d) => name(d.name)).join(', ') })}</p>}
            {route.dueAt && <p>{t('settings.topic.routeDue', { at: showTime(new Date(route.dueAt), 'prose', language, zone) })}</p>}
            {route.lead && !route.open && <p>{t('settings.topic.routeClosed')}{route.onCall && ` ${t('settings.topic.routeOnCall', { name: route.onCall.name })}`}</p>}
          </dd>
        </dl>
      )}
    </div>
  )
}
