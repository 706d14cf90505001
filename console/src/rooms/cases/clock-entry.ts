/** What the clocks wrote on the timeline, in words. */
import { EscalatedTo, EscalationWhen } from '../../../../contracts/escalation.ts'
import type { Language, T } from '../../text.ts'
import { stepWords } from './clock-words.ts'

const text = (v: unknown) => (typeof v === 'string' && v ? v : null)
const named = (v: unknown, language: Language) => text(typeof v === 'object' && v !== null ? (v as Record<string, unknown>)[language] : v)
export const clockEntries = ['escalated', 'escalation_had', 'due_changed', 'due_moved', 'info_came']
export function clockEntry(t: T, language: Language, what: string, f: Record<string, unknown>, showTime: (at: string) => string): { title: string; lines: string[]; quote: string | null } {
  const moment = (key: 'before' | 'after', at: unknown) => { const found = text(at); return found ? [t(`clocks.timeline.${key}`, { time: showTime(found) })] : [] }
  if (what === 'escalated') {
    const whom = EscalatedTo.safeParse(f.whom), when = EscalationWhen.safeParse(f.when), directorate = named(f.directorate, language)
    const people = Array.isArray(f.people) ? f.people.flatMap((one) => text(one) ?? []) : []
    return {
      title: t(f.late === true ? 'clocks.timeline.escalated_late' : 'clocks.timeline.escalated_soon', { whom: whom.success ? t(`clocks.whom.${whom.data}`).toLocaleLowerCase(language) : t('shared.unknown') }), quote: null,
      lines: [...(when.success ? [stepWords(t, { when: when.data, amount: Number(f.amount) || 0 })] : []), ...(people.length ? [t('clocks.timeline.to', { people: people.join(', ') })] : []), ...(directorate ? [directorate] : [])],
    }
  }
  if (what === 'escalation_had') return { title: t('clocks.timeline.escalation_had', { name: text(f.name) ?? t('shared.unknown') }), lines: [], quote: text(f.note) }
  if (what === 'info_came') return { title: t('clocks.timeline.info_came'), lines: [], quote: null }
  const why = what === 'due_moved' ? named(f.name, language) : null
  return { title: t(what === 'due_moved' ? 'clocks.timeline.due_moved' : 'clocks.timeline.due_changed'), lines: [...moment('after', f.dueAt), ...moment('before', f.before), ...(why ? [why] : [])], quote: text(f.reason) }
}
