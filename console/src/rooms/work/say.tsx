/** Words for orders: states, days, reasons. */
import { Ban, CalendarClock, CircleCheck, CircleX, FileText, HardHat, Truck, type LucideIcon } from 'lucide-react'
import { Badge, type Tone } from '@akmasa/ui'
import { CaseMove } from '../../../../contracts/moves.ts'
import type { OrderStatus } from '../../../../contracts/work.ts'
import { type Language, type T, useText } from '../../text.ts'

const looks: Record<OrderStatus, { icon: LucideIcon; tone: Tone }> = {
  draft: { icon: FileText, tone: 'accent' }, assigned: { icon: CalendarClock, tone: 'info' }, on_the_way: { icon: Truck, tone: 'info' }, started: { icon: HardHat, tone: 'info' },
  done: { icon: CircleCheck, tone: 'success' }, cannot: { icon: CircleX, tone: 'danger' }, cancelled: { icon: Ban, tone: 'neutral' },
}
export function OrderState({ status }: { status: OrderStatus }) {
  const t = useText()
  return <Badge tone={looks[status].tone} icon={looks[status].icon}>{t(`work.status.${status}`)}</Badge>
}
/** A civil day belongs to no zone. */
const day = (text: string, language: Language) => new Intl.DateTimeFormat(language === 'tr' ? 'tr' : 'en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', weekday: 'long' }).format(new Date(`${text}T00:00Z`))
export function daysWords(t: T, language: Language, from: string | null, to: string | null): string {
  if (!from || !to) return t('work.noDays')
  return from === to ? day(from, language) : `${day(from, language)} – ${day(to, language)}`
}
/** Typed by somebody, or the move of the case that ended it. */
export function reasonWords(t: T, reason: string): string {
  if (reason === 'move:undone') return t('work.byUndone')
  const move = reason.startsWith('move:') ? CaseMove.safeParse(reason.slice(5)) : null
  return move?.success ? t('work.byMove', { move: t(`cases.move.${move.data}`) }) : reason
}
