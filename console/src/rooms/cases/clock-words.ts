/** Clocks in words: how long, which step, to whom. */
import type { Escalation, EscalationWhen } from '../../../../contracts/escalation.ts'
import type { Language, T } from '../../text.ts'

/** `2 saat 15 dakika`: working time knows no days, since no two are as long. */
export function spanWords(minutes: number, language: Language): string {
  const all = Math.abs(Math.round(minutes)), hours = Math.floor(all / 60), rest = all % 60
  const unit = (n: number, of: 'hour' | 'minute') => new Intl.NumberFormat(language, { style: 'unit', unit: of, unitDisplay: 'long' }).format(n)
  return [...(hours ? [unit(hours, 'hour')] : []), ...(rest || !hours ? [unit(rest, 'minute')] : [])].join(' ')
}
export function stepWords(t: T, { when, amount }: { when: EscalationWhen; amount: number }): string {
  if (when === 'due' || (amount === 0 && when !== 'share')) return t('clocks.step.due')
  if (when === 'share') return t('clocks.step.share', { n: String(amount) })
  return t(`clocks.step.${when}_${amount < 0 ? 'before' : 'after'}`, { n: String(Math.abs(amount)) })
}
export const toWords = (t: T, { whom, to }: Pick<Escalation, 'whom' | 'to'>): string => (to.length ? `${t(`clocks.whom.${whom}`)}: ${to.join(', ')}` : t('clocks.whom.nobody'))
