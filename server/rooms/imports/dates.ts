/** Moments as other systems write them. Pure. */
import { fold } from '../../../contracts/fold.ts'
import type { DateForm } from '../../../contracts/imports.ts'
import { instantOf } from '../calendars/index.ts'

/** As it stands in the file; `offset` in minutes where the file says one, else the town's civil time. */
export type Written = { year: number; month: number; day: number; hour: number; minute: number; second: number; ms: number; offset: number | null }

// ÖÖ and ÖS: before and after noon as Turkish spreadsheets write it.
const time = String.raw`(?:[ T,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?(?: ?(AM|PM|a\.m\.|p\.m\.|ÖÖ|ÖS))?)?`
const zone = String.raw`(?: ?(Z|[+-]\d{2}:?\d{2}))?`
const iso = new RegExp(`^(\\d{4})([-./])(\\d{1,2})\\2(\\d{1,2})${time}${zone}$`, 'i')
const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/
const parted = new RegExp(`^(\\d{1,2})([-./])(\\d{1,2})\\2(\\d{4}|\\d{2})${time}$`, 'i')
const dayFirst = new RegExp(`^(\\d{1,2})[ .-]+([\\p{L}]{3,9})\\.?[ ,-]+(\\d{4}|\\d{2})(?: +[\\p{L}]{4,10})?${time}$`, 'iu')
const monthFirst = new RegExp(`^([\\p{L}]{3,9})\\.? +(\\d{1,2}),? +(\\d{4})${time}$`, 'iu')
const months = ['ocak january', 'subat february', 'mart march', 'nisan april', 'mayis may', 'haziran june', 'temmuz july', 'agustos august', 'eylul september', 'ekim october', 'kasim november', 'aralik december']
const monthNames = new Map(months.flatMap((names, i) => names.split(' ').flatMap((name): [string, number][] => [[name, i + 1], [name.slice(0, 3), i + 1]])))

type Part = string | undefined
function clockOf(hour: Part, minute: Part, second: Part, fraction: Part, half: Part): Pick<Written, 'hour' | 'minute' | 'second' | 'ms'> | undefined {
  let h = Number(hour ?? 0)
  if (half) {
    if (h < 1 || h > 12) return undefined
    h = (h % 12) + (/^(p|ös)/i.test(half) ? 12 : 0)
  }
  const clock = { hour: h, minute: Number(minute ?? 0), second: Number(second ?? 0), ms: Number((fraction ?? '').slice(0, 3).padEnd(3, '0')) }
  return clock.hour < 24 && clock.minute < 60 && clock.second < 60 ? clock : undefined
}
function dayOf(year: number, month: number, day: number): Pick<Written, 'year' | 'month' | 'day'> | undefined {
  const at = new Date(Date.UTC(year, month - 1, day))
  return year >= 1900 && year <= 2200 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? { year, month, day } : undefined
}
/** Two digits: 70 and above belong to the last century. */
const yearOf = (text: string) => (text.length > 2 ? Number(text) : Number(text) + (Number(text) < 70 ? 2000 : 1900))
const offsetOf = (text: Part): number | null => {
  if (!text) return null
  if (text.toUpperCase() === 'Z') return 0
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(text)!
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
const whole = (day: Pick<Written, 'year' | 'month' | 'day'> | undefined, clock: Pick<Written, 'hour' | 'minute' | 'second' | 'ms'> | undefined, offset: number | null = null): Written | undefined =>
  day && clock && { ...day, ...clock, offset }
const fromMs = (ms: number, offset: number | null): Written => {
  const at = new Date(ms)
  return {
    year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds(), ms: at.getUTCMilliseconds(), offset,
  }
}

const readers: Record<DateForm, (text: string) => Written | undefined> = {
  iso(text) {
    const m = iso.exec(text)
    if (m) return whole(dayOf(Number(m[1]), Number(m[3]), Number(m[4])), clockOf(m[5], m[6], m[7], m[8], m[9]), offsetOf(m[10]))
    const c = compact.exec(text)
    return c ? whole(dayOf(Number(c[1]), Number(c[2]), Number(c[3])), clockOf('0', '0', '0', '', '')) : undefined
  },
  dmy(text) {
    const m = parted.exec(text)
    return m ? whole(dayOf(yearOf(m[4]!), Number(m[3]), Number(m[1])), clockOf(m[5], m[6], m[7], m[8], m[9])) : undefined
  },
  mdy(text) {
    const m = parted.exec(text)
    // Nobody writes the month first with points.
    return m && m[2] !== '.' ? whole(dayOf(yearOf(m[4]!), Number(m[1]), Number(m[3])), clockOf(m[5], m[6], m[7], m[8], m[9])) : undefined
  },
  named(text) {
    const d = dayFirst.exec(text)
    if (d) return whole(dayOf(yearOf(d[3]!), monthNames.get(fold(d[2]!)) ?? 0, Number(d[1])), clockOf(d[4], d[5], d[6], d[7], d[8]))
    const m = monthFirst.exec(text)
    return m ? whole(dayOf(Number(m[3]), monthNames.get(fold(m[1]!)) ?? 0, Number(m[2])), clockOf(m[4], m[5], m[6], m[7], m[8])) : undefined
  },
  /** Days since 30 December 1899, as spreadsheets count; 20000 is 1954, 80000 is 2119. */
  excel(text) {
    if (!/^\d{5}(?:[.,]\d+)?$/.test(text)) return undefined
    const days = Number(text.replace(',', '.'))
    return days >= 20_000 && days < 80_000 ? fromMs(Math.round((days - 25_569) * 86_400) * 1000, null) : undefined
  },
  epoch(text) {
    if (!/^\d{10}(?:\d{3})?$/.test(text)) return undefined
    return fromMs(Number(text) * (text.length === 10 ? 1000 : 1), 0)
  },
}

export const dateForms = Object.keys(readers) as DateForm[]
export const readWritten = (text: string, form: DateForm): Written | undefined => readers[form](text.trim())

/** @param zone where a time without an offset was on the wall. */
export function readMoment(text: string, form: DateForm, zone: string): Date | undefined {
  const w = readWritten(text, form)
  if (!w) return undefined
  const fine = w.second * 1000 + w.ms
  if (w.offset !== null) return new Date(Date.UTC(w.year, w.month - 1, w.day, w.hour, w.minute - w.offset) + fine)
  const pad = (n: number) => String(n).padStart(2, '0')
  return new Date(instantOf({ day: `${w.year}-${pad(w.month)}-${pad(w.day)}`, minute: w.hour * 60 + w.minute }, zone).getTime() + fine)
}
