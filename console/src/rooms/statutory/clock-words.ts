/** How near the last day is, in words. */
import type { StatutoryMark } from '../../../../contracts/statutory.ts'
import type { T } from '../../text.ts'
import { daysSince } from './days.ts'

/** @param form `short` where the column says already what it is about */
export function clockWords(t: T, { level, left, dueOn }: Pick<StatutoryMark, 'level' | 'left' | 'dueOn'>, today: string, late = false, form: 'whole' | 'short' = 'whole'): string {
  const say = (key: 'left' | 'today' | 'overdue' | 'stopped' | 'ended' | 'endedLate', count?: number) => t(form === 'short' ? `statutory.clock.short.${key}` : `statutory.clock.${key}`, { count })
  if (level === 'overdue' && dueOn) return say('overdue', daysSince(dueOn, today))
  if (level === 'stopped') return say('stopped')
  if (level === 'ended') return say(late ? 'endedLate' : 'ended')
  return left === 0 ? say('today') : say('left', left)
}
