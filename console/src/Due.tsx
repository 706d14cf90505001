/** A due time in words; late is an icon and a word, never colour alone. */
import { Hourglass } from 'lucide-react'
import { Badge, duration, relative, showTime, useNow, useZone } from '@akmasa/ui'
import { useLanguage, useText } from './text.ts'

const soon = 4 * 3_600_000
/** `done`: nobody waits any more, so nothing is late. */
export function Due({ at, done }: { at: string | null; done?: boolean }) {
  const t = useText(), language = useLanguage(), now = useNow(), zone = useZone()
  if (!at) return <span className="hint">{t('shared.due.none')}</span>
  const when = new Date(at), left = when.getTime() - now.getTime(), title = showTime(when, 'table', language, zone)
  if (done) return <time dateTime={at} className="number">{title}</time>
  if (left < 0) return <Badge tone="danger" icon={Hourglass} title={title}><time dateTime={at}>{t('shared.due.late', { time: duration(-left, language) })}</time></Badge>
  return <time dateTime={at} title={title} className={left < soon ? 'number due-soon' : 'number'}>{relative(when, now, language)}</time>
}
