/** One timeline for everything that happened, the newest first. What the citizen sees and what stays inside differ by word and border. */
import { EyeOff, Eye } from 'lucide-react'
import { Badge, showTime, Time, useZone } from '@akmasa/ui'
import type { TimelineEntry } from '../../../../contracts/cases.ts'
import { useLanguage, useText } from '../../text.ts'
import { entryWords } from './entry-words.ts'

export function Timeline({ entries, newest }: { entries: readonly TimelineEntry[]; newest?: number }) {
  const t = useText(), language = useLanguage(), zone = useZone()
  const shown = entries.toReversed().slice(0, newest)
  return (
    <section aria-label={t('cases.timeline.title')} className="stack">
      <h2>{t('cases.timeline.title')}</h2>
      <ol className="timeline">
        {shown.map((e) => {
          const words = entryWords(t, language, e, (at) => showTime(new Date(at), 'table', language, zone))
          return (
            <li key={e.id} className={`entry ${e.audience}`}>
              <div className="spread"><strong>{words.title}</strong><Badge icon={e.audience === 'citizen' ? Eye : EyeOff} tone={e.audience === 'citizen' ? 'warning' : 'neutral'}>{t(`cases.timeline.${e.audience}`)}</Badge></div>
              {words.quote && <blockquote>{words.quote}</blockquote>}
              {words.lines.map((l, i) => <p key={i}>{l}</p>)}
              <p className="meta"><Time at={e.at} /> {e.by ?? t('shared.system')}</p>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
