/** Zone 4. Topics offered for what was said, with the reason; the person chooses, and a choice is never replaced. */
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Chips, ComboBox, type Chip } from '@akmasa/ui'
import { routingApi, type TopicId } from '../../../../contracts/routing.ts'
import { asking } from '../../client.ts'
import { useTopics } from '../../lists.ts'
import { useLanguage, useName, useText } from '../../text.ts'
import { useGapWords } from './gap-words.ts'
import { aboutTopic } from './intake.ts'
import { useRested, useScreen } from './screen.ts'
import { matchTopics } from './topics.ts'

type Offer = { id: TopicId; because: string }
const noOffers: Offer[] = []

/** At least three where anything fits; from the desk, or from this browser while the desk does not answer. */
function useOffers(): Offer[] {
  const { intake } = useScreen(), language = useLanguage(), topics = useTopics()
  const said = useRested(intake.said.trim(), 600)
  const asked = said.length > 2
  const { data, error } = useQuery({ ...asking(routingApi.findTopics, { q: said.slice(-2000), language, kind: intake.kind }), enabled: asked, placeholderData: (before) => before, staleTime: 60_000 })
  return useMemo(() => {
    if (!asked) return noOffers
    if (error || !data) return matchTopics(topics, said, language, 3).map(({ topic, because }) => ({ id: topic.id, because }))
    return data.slice(0, 3).map((h) => ({ id: h.topicId, because: h.because }))
  }, [asked, data, error, topics, said, language])
}

export function TopicField() {
  const t = useText(), name = useName(), language = useLanguage(), { intake, topic, change } = useScreen(), wrong = useGapWords(), topics = useTopics()
  const offers = useOffers()
  // Under the fingers nothing changes: while the group has the focus it keeps what it showed.
  const [frozen, setFrozen] = useState<Offer[] | null>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const shown = frozen ?? offers
  const byId = (id: string) => topics.find((x) => x.id === id)
  const choose = (id: string | null) => {
    const next = id === null ? undefined : byId(id)
    change((i) => (next ? aboutTopic(i, next) : { ...i, topicId: null }))
  }
  const chosen = topic && !shown.some((o) => o.id === topic.id) ? [{ id: topic.id, because: t('intake.topicChosen') }] : []
  const chips = [...chosen, ...shown].slice(0, 3).flatMap((o, n): Chip<string>[] => {
    const found = byId(o.id)
    return found ? [{ value: o.id, digit: String(n + 1), label: name(found.name), why: o.because === name(found.name) ? name(found.group) : t('intake.because', { words: o.because }) }] : []
  })
  const found = useMemo(() => matchTopics(topics, typed ?? '', language, 12), [topics, typed, language])
  return (
    <div className="topic">
      <div className="offers" onFocus={() => { setFrozen((was) => was ?? offers) }} onBlur={(e) => { if (!e.currentTarget.contains(e.relatedTarget)) setFrozen(null) }}>
        {chips.length === 0 && <span className="label">{t('intake.topic')}</span>}
        {chips.length === 0 && <p className="hint offers-empty">{t('intake.offersEmpty')}</p>}
        {chips.length > 0 && (
          <Chips label={t('intake.topic')} chips={[...chips, { value: '', digit: '0', label: t('intake.noneOfThese') }]} value={intake.topicId} onChange={(v) => choose(v || null)} />
        )}
      </div>
      <ComboBox
        label={t('intake.findTopic')} hideLabel placeholder={t('intake.findTopic')} error={wrong('topic')} text={typed ?? (topic ? name(topic.name) : '')} value={intake.topicId}
        onText={(v) => { if (v !== (topic ? name(topic.name) : '')) setTyped(v) }} onChoose={(id) => { setTyped(null); if (id) choose(id) }} onBlur={() => setTyped(null)}
        options={found.map(({ topic: x, because }) => ({ id: x.id, name: name(x.name), description: `${name(x.group)}${because === name(x.name) ? '' : ` · ${because}`}` }))}
      />
    </div>
  )
}
