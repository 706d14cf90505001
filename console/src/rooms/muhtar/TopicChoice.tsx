/** What it is about: offered for the words written above, or looked for by name. */
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Chips, ComboBox } from '@akmasa/ui'
import { routingApi, type Topic } from '../../../../contracts/routing.ts'
import { asking } from '../../client.ts'
import { useLanguage, useName, useText } from '../../text.ts'
import { useSlow } from '../../use-slow.ts'
import { matchTopics } from '../intake/topics.ts'

type Props = { said: string; topics: readonly Topic[]; topic: Topic | undefined; onChoose: (topic: Topic) => void; error: string | undefined }
export function TopicChoice({ said, topics, topic, onChoose, error }: Props) {
  const t = useText(), name = useName(), language = useLanguage(), slow = useSlow(said.trim(), 600), [typed, setTyped] = useState<string | null>(null)
  const asked = slow.length > 2
  const { data } = useQuery({ ...asking(routingApi.findTopics, { q: slow.slice(-2000), language }), enabled: asked, placeholderData: (before) => before, staleTime: 60_000 })
  const offers = useMemo(() => {
    if (!asked) return []
    // While the desk does not answer, by the list that is here.
    return data ? data.flatMap((hit) => topics.find((x) => x.id === hit.topicId) ?? []).slice(0, 3) : matchTopics(topics, slow, language, 3).map((m) => m.topic)
  }, [asked, data, topics, slow, language])
  const shown = topic && !offers.includes(topic) ? [topic, ...offers].slice(0, 3) : offers
  const choose = (id: string | null) => { const next = topics.find((x) => x.id === id); if (next) onChoose(next) }
  const found = matchTopics(topics, typed ?? '', language, 12), text = typed ?? (topic ? name(topic.name) : '')
  return (
    <div className="stack" data-field="topicId">
      {shown.length > 0 && <Chips label={t('muhtar.form.topic')} description={t('muhtar.form.topicHint')} value={topic?.id ?? null} onChange={choose} chips={shown.map((x) => ({ value: x.id, label: name(x.name), why: name(x.group) }))} />}
      <ComboBox
        label={t(shown.length ? 'muhtar.form.otherTopic' : 'muhtar.form.topic')} placeholder={t('muhtar.form.findTopic')} error={error} text={text} value={topic?.id ?? null}
        onText={(v) => { if (v !== text) setTyped(v) }} onChoose={(id) => { setTyped(null); choose(id) }} onBlur={() => setTyped(null)} options={found.map(({ topic: x }) => ({ id: x.id, name: name(x.name), description: name(x.group) }))}
      />
    </div>
  )
}
