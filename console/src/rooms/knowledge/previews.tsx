/** The text as those see it who use it: the operator while she speaks, the citizen who reads. */
import { FileText, Megaphone, Pin } from 'lucide-react'
import { Badge, Time } from '@akmasa/ui'
import type { ArticleContent, ArticleKind } from '../../../../contracts/knowledge.ts'
import { usePlaces } from '../../lists.ts'
import { useText } from '../../text.ts'

const languages = ['tr', 'en'] as const
const paragraphs = (text: string) => text.split(/\n{2,}/).map((p) => p.trim()).filter(Boolean)

export function OperatorPreview({ content: c, kind, pinned }: { content: ArticleContent; kind: ArticleKind; pinned: boolean }) {
  const t = useText(), places = usePlaces()
  const Icon = pinned ? Pin : kind === 'announcement' ? Megaphone : FileText
  const where = c.placeIds.map((id) => places.find((p) => p.id === id)?.name ?? '').join(', ')
  return (
    <div className="stack">
      <p className="line"><Icon aria-hidden /><strong>{c.title.tr || t('knowledge.untitled')}</strong></p>
      <p className="line meta">{where || t('knowledge.everywhere')}{c.validUntil && <span>{t('intake.knowledge.until')} <Time at={c.validUntil} /></span>}</p>
      {languages.filter((l) => l === 'tr' || c.readOut.en.trim()).map((l) => <p key={l} lang={l} className="say-aloud">{c.readOut[l] || <span className="hint">{t('knowledge.preview.nothing')}</span>}</p>)}
      {!c.readOut.en.trim() && <p><Badge tone="warning">{t('intake.knowledge.onlyTurkish')}</Badge></p>}
      {paragraphs(c.body.tr).map((p, n) => <p key={n}>{p}</p>)}
    </div>
  )
}

export function CitizenPreview({ content: c }: { content: ArticleContent }) {
  const t = useText()
  return (
    <div className="stack citizen-preview">
      {languages.filter((l) => l === 'tr' || c.title.en.trim()).map((l) => (
        <section key={l} lang={l}>
          <h3>{c.title[l] || t('knowledge.untitled')}</h3>
          {c.validUntil && <p className="meta">{t('intake.knowledge.until')} <Time at={c.validUntil} form="prose" /></p>}
          {paragraphs(`${c.readOut[l]}\n\n${c.body[l]}`).map((p, n) => <p key={n}>{p}</p>)}
        </section>
      ))}
    </div>
  )
}
