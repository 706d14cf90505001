/** A step in words, for the case's timeline and for the panel. Facts come as they were kept, years ago perhaps. */
import type { Language, T, TextKey } from '../../text.ts'
import { dayWords } from './days.ts'

type Words = { title: string; lines: string[]; quote: string | null }
const text = (v: unknown): string | null => (typeof v === 'string' && v ? v : null)
const keyed = (t: T, family: string, v: unknown): string | null => {
  const key = `${family}.${text(v)}` as TextKey, words = text(v) && t(key)
  return words && words !== key ? words : null
}
const named = (v: unknown, language: Language): string | null => (typeof v === 'object' && v !== null && language in v ? text((v as Record<string, unknown>)[language]) : text(v))

export function stepWords(t: T, language: Language, what: string, facts: Record<string, unknown>): Words {
  const none = t('shared.unknown'), line = (value: string | null, words: (value: string) => string) => (value ? [words(value)] : [])
  const title = keyed(t, 'statutory.step', what)
    ? t(`statutory.step.${what}` as TextKey, {
      number: text(facts.number) ?? none, amount: amountWords(text(facts.amount), language) ?? none, ground: keyed(t, 'statutory.ground', facts.ground) ?? none, institution: named(facts.institution, language) ?? none,
      left: String(facts.left ?? ''), was: text(facts.was) ? stepWords(t, language, String(facts.was), {}).title : none,
    })
    : t('cases.timeline.other', { what })
  const missing = Array.isArray(facts.missing) ? facts.missing.flatMap((one) => keyed(t, 'statutory.needed', one) ?? []).join(', ') : ''
  const papers = Array.isArray(facts.papers) ? facts.papers.flatMap((one) => text((one as { name?: unknown }).name) ?? []).join(', ') : ''
  return {
    title, quote: text(facts.words),
    lines: [
      ...line(missing, (missed) => t('statutory.step.missing', { what: missed })), ...line(text(facts.reason), (reason) => `${t('cases.timeline.reason')}: ${reason}`),
      ...line(keyed(t, 'statutory.delivery', facts.delivery), (how) => t('statutory.step.delivery', { how })), ...line(text(facts.reference), (reference) => t('statutory.step.reference', { reference })),
      ...line(papers, (names) => t('statutory.step.papers', { names })),
    ],
  }
}
/** On the timeline also the day it happened, and the last day that follows from it. */
export function statutoryEntry(t: T, language: Language, facts: Record<string, unknown>): Words {
  const words = stepWords(t, language, String(facts.step ?? ''), facts), on = text(facts.on), due = text(facts.dueOn), turns = ['registered', 'extended', 'paid', 'recounted', 'taken_back', 'warned', 'overdue'].includes(String(facts.step))
  return { ...words, lines: [...words.lines, ...(on ? [t('statutory.step.on', { day: dayWords(on, language) })] : []), ...(due && turns ? [t('statutory.step.dueOn', { day: dayWords(due, language) })] : [])] }
}
const amountWords = (amount: string | null, language: Language): string | null => (amount === null ? null : new Intl.NumberFormat(language === 'tr' ? 'tr-TR' : 'en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(Number(amount)))
