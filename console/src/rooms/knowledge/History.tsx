/** Who did what and when, and what each version said otherwise than the one before. */
import { useState } from 'react'
import { Button, Select, Time } from '@akmasa/ui'
import type { Article, ArticleContent } from '../../../../contracts/knowledge.ts'
import { useText } from '../../text.ts'
import { ContentDiff } from './ContentDiff.tsx'

export function History({ page, onTake }: { page: Article; onTake?: (content: ArticleContent) => void }) {
  const t = useText(), { versions, steps } = page
  const [chosen, setChosen] = useState<string | null>(null)
  const version = versions.find((v) => String(v.number) === chosen) ?? versions[0]
  const before = version && versions.find((v) => v.number < version.number)
  return (
    <div className="stack">
      <h2>{t('knowledge.history.title')}</h2>
      <ol className="steps">
        {steps.map((s, n) => (
          <li key={n}>
            <span className="meta"><Time at={s.at} /></span> <strong>{t(`knowledge.step.${s.what}`)}</strong>{s.version !== null && <> {t('knowledge.history.number', { number: s.version })}</>} · {s.by ?? t('shared.system')}
            {s.reason && <p className="meta">{t('shared.reason')}: {s.reason}</p>}
          </li>
        ))}
      </ol>
      {version && versions.length > 1 && (
        <>
          <div className="line">
            <Select label={t('knowledge.history.version')} value={String(version.number)} onChange={setChosen} options={versions.map((v) => ({ id: String(v.number), name: t('knowledge.history.named', { number: v.number, status: t(`knowledge.version.${v.status}`) }) }))} />
            {onTake && version.number !== page.open?.number && <Button onPress={() => onTake(version.content)}>{t('knowledge.history.take')}</Button>}
          </div>
          {before ? <ContentDiff before={before.content} after={version.content} /> : <p className="hint">{t('knowledge.history.first')}</p>}
        </>
      )}
    </div>
  )
}
