import { CircleCheck, Info, TriangleAlert, type LucideIcon } from 'lucide-react'
import { Badge, clock, type Tone } from '@akmasa/ui'
import { useText } from '../../text.ts'
import type { Figure, Now } from './line-now.ts'

const icons: Partial<Record<Tone, LucideIcon>> = { success: CircleCheck, warning: TriangleAlert, danger: TriangleAlert, accent: Info }
/** Numbers of the line: each with the word for it, and how old it is. */
export function Figures({ now, only }: { now: Now; only?: readonly Figure['key'][] }) {
  const t = useText()
  const age = now.age < 1 ? t('calls.board.now') : t('calls.board.age', { count: now.age })
  return (
    <dl className="figures">
      {now.figures.filter((f) => !only || only.includes(f.key)).map((f) => (
        <div key={f.key} className="panel figure">
          <dt>{t(`calls.board.${f.key}`)}</dt>
          <dd className="value">{f.key === 'longest' ? clock(f.value) : f.value}</dd>
          {f.word && <dd><Badge tone={f.tone} icon={icons[f.tone]}>{t(`calls.board.word.${f.word}`)}</Badge></dd>}
          <dd className="meta">{age}</dd>
        </div>
      ))}
    </dl>
  )
}
