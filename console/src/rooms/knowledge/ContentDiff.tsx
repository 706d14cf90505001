/** What one version says otherwise than another, field by field; what went is struck out, what came is underlined. */
import { Time } from '@akmasa/ui'
import type { ArticleContent } from '../../../../contracts/knowledge.ts'
import { useDirectorates, usePlaces, useTopics } from '../../lists.ts'
import { useName, useText } from '../../text.ts'
import { diffWords } from './diff.ts'

export function ContentDiff({ before, after }: { before: ArticleContent; after: ArticleContent }) {
  const t = useText(), name = useName(), topics = useTopics(), places = usePlaces(), directorates = useDirectorates()
  const texts = [
    ['title', before.title.tr, after.title.tr], ['titleEn', before.title.en, after.title.en], ['readOut', before.readOut.tr, after.readOut.tr], ['readOutEn', before.readOut.en, after.readOut.en],
    ['body', before.body.tr, after.body.tr], ['bodyEn', before.body.en, after.body.en], ['synonyms', before.synonyms.join(', '), after.synonyms.join(', ')],
    ['topics', ...([before, after].map((c) => c.topicIds.map((id) => { const x = topics.find((y) => y.id === id); return x ? name(x.name) : '?' }).join(', ')) as [string, string])],
    ['places', ...([before, after].map((c) => c.placeIds.map((id) => places.find((y) => y.id === id)?.name ?? '?').join(', ') || t('knowledge.everywhere')) as [string, string])],
    ['owner', ...([before, after].map((c) => { const x = directorates.find((y) => y.id === c.directorateId); return x ? name(x.name) : t('knowledge.desk') }) as [string, string])],
  ] as const
  const moments = [['from', before.validFrom, after.validFrom], ['until', before.validUntil, after.validUntil]] as const
  const changed = texts.filter(([, a, b]) => a !== b), moved = moments.filter(([, a, b]) => (a && Date.parse(a)) !== (b && Date.parse(b)))
  if (!changed.length && !moved.length) return <p className="hint">{t('knowledge.diff.same')}</p>
  return (
    <dl className="facts diff">
      {changed.map(([field, a, b]) => (
        <div key={field}><dt>{t(`knowledge.field.${field}`)}</dt><dd>{diffWords(a, b).map((p, n) => (p.is === 'same' ? <span key={n}>{p.words}</span> : p.is === 'gone' ? <del key={n}>{p.words}</del> : <ins key={n}>{p.words}</ins>))}</dd></div>
      ))}
      {moved.map(([field, a, b]) => <div key={field}><dt>{t(`knowledge.field.${field}`)}</dt><dd><del>{a ? <Time at={a} /> : t('knowledge.noEnd')}</del> <ins>{b ? <Time at={b} /> : t('knowledge.noEnd')}</ins></dd></div>)}
    </dl>
  )
}
