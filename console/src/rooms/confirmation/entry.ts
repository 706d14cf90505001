/** Entries of the timeline about confirmation, in words; and words of the ledger that were said without being written. */
import type { T, TextKey } from '../../text.ts'
import { confirmation } from '../../texts/tr/confirmation.ts'

type Words = { title: string; lines: string[]; quote: string | null }
const plain = ['ask_confirmation', 'confirm', 'not_fixed', 'confirm_by_rule'] as const
const text = (v: unknown) => (typeof v === 'string' && v ? v : null)
const has = <K extends string>(of: Record<K, string>, key: unknown): key is K => typeof key === 'string' && Object.hasOwn(of, key)

/** Undefined: an entry of something else. */
export function confirmationEntry(t: T, what: string, f: Record<string, unknown>): Words | undefined {
  const how = has(confirmation.how, f.how) ? [t(`confirmation.how.${f.how}`)] : []
  if (what === 'not_fixed_again') return { title: t('confirmation.entry.not_fixed_again', { count: Number(f.times), names: Array.isArray(f.mentions) ? f.mentions.join(', ') : '' }), lines: [], quote: null }
  if (what === 'satisfaction') return { title: t('confirmation.entry.satisfaction', { mark: Number(f.mark) }), lines: how, quote: text(f.words) }
  const move = plain.find((one) => one === what)
  if (!move) return undefined
  const because = has(confirmation.entry.because, f.because) ? [t(`confirmation.entry.because.${f.because}`)] : []
  return { title: t(`confirmation.entry.${move}`), lines: [...because, ...how], quote: text(f.words) }
}
/** Key of what was said, where nobody wrote down how. */
export const saidKey = (what: string): TextKey | undefined => (has(confirmation.word, what) ? (`confirmation.word.${what}` as TextKey) : undefined)
