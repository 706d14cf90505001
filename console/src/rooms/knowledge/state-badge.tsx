/** How a text stands: icon and word, and beside a published one whether another is being written. */
import { Archive, CalendarClock, CircleCheck, FilePen, Hourglass, Stamp, type LucideIcon } from 'lucide-react'
import { Badge, type Tone } from '@akmasa/ui'
import type { ArticleState } from '../../../../contracts/knowledge.ts'
import { useText } from '../../text.ts'

const faces: Record<ArticleState, { icon: LucideIcon; tone: Tone }> = {
  draft: { icon: FilePen, tone: 'accent' }, in_review: { icon: Stamp, tone: 'info' }, published: { icon: CircleCheck, tone: 'success' }, scheduled: { icon: CalendarClock, tone: 'info' },
  expired: { icon: Hourglass, tone: 'warning' }, retired: { icon: Archive, tone: 'neutral' },
}
export function StateBadge({ state, open }: { state: ArticleState; open: 'draft' | 'in_review' | null }) {
  const t = useText()
  const one = (s: ArticleState, words: string) => <Badge tone={faces[s].tone} icon={faces[s].icon}>{words}</Badge>
  return (
    <>
      {one(state, t(`knowledge.state.${state}`))}
      {open && state !== open && state !== 'retired' && one(open, t(`knowledge.beside.${open}`))}
    </>
  )
}
