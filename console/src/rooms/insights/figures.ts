/** The report's numbers in the words and forms people read. Pure. */
import type { CallFigures, Spread } from '../../../../contracts/insights.ts'
import type { Language } from '../../text.ts'

export const missedOf = ({ missed }: CallFigures): number => Object.values(missed).reduce((a, b) => a + b, 0)
/** Of those who came to us: answered by us or at the mobile. Null when nobody called. */
export const answeredShare = (c: CallFigures): number | null => (c.offered ? (c.answered + c.forwarded) / c.offered : null)
export const percent = (share: number | null, language: Language): string =>
  share === null ? '–' : new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share)
/** Hours under two days, else days; one decimal under ten. */
export function timeWords(hours: number | null, language: Language): string {
  if (hours === null) return '–'
  const [amount, unit] = hours < 48 ? [hours, 'hour'] : [hours / 24, 'day']
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: amount < 10 ? 1 : 0 }).format(amount)
}
/** Fewer than this say nothing of a spread. */
export const fewest = 5
export const few = ({ n }: Spread): boolean => n > 0 && n < fewest
export type Turn = 'more' | 'less' | 'same'
export const turnOf = (now: number, before: number): Turn => (now > before ? 'more' : now < before ? 'less' : 'same')

/** For a spreadsheet: a cell that begins like a formula is made words, since a place's name is typed by people. */
export function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (value: string | number | null) => {
    if (value === null) return ''
    // A Turkish spreadsheet takes 12.5 for the twelfth of May.
    if (typeof value === 'number') return String(Math.round(value * 10) / 10).replace('.', ',')
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
    return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  // Semicolons and a mark of UTF-8: what a Turkish spreadsheet opens as columns and with its letters.
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
}
