/** Moments in words and in the local form. The zone is the municipality's, whatever the computer says. */
export type Zone = string
type Language = 'tr' | 'en'
const minute = 60_000, hour = 60 * minute, day = 24 * hour

/** The largest unit that fits, as Intl names it. Days begin at 36 hours, so that "tomorrow evening" still counts in hours. */
function parts(ms: number): { amount: number; unit: 'minute' | 'hour' | 'day' } {
  const size = Math.abs(ms)
  if (size < hour) return { amount: Math.max(1, Math.round(size / minute)), unit: 'minute' }
  if (size < 36 * hour) return { amount: Math.round(size / hour), unit: 'hour' }
  return { amount: Math.round(size / day), unit: 'day' }
}

/** `2 saat sonra`, `3 gün önce`, `şimdi` under half a minute. */
export function relative(at: Date, now: Date, language: Language): string {
  const ms = at.getTime() - now.getTime()
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'always' })
  if (Math.abs(ms) < minute / 2) return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'second')
  const { amount, unit } = parts(ms)
  return words.format(ms < 0 ? -amount : amount, unit)
}
/** `2 saat`, `3 gün`: how long, never less than a minute. */
export function duration(ms: number, language: Language): string {
  const { amount, unit } = parts(ms)
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(amount)
}
/** `2:14`, `1:02:09`. */
export function clock(seconds: number): string {
  const s = Math.max(0, Math.floor(seconds)), two = (n: number) => String(n).padStart(2, '0')
  const h = Math.floor(s / 3600), m = Math.floor(s / 60) % 60
  return h ? `${h}:${two(m)}:${two(s % 60)}` : `${m}:${two(s % 60)}`
}
const forms = {
  /** `23.11.2026 14:05` */
  table: { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  /** `23 Kasım 2026 Pazartesi 14:05` */
  prose: { day: 'numeric', month: 'long', year: 'numeric', weekday: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { day: '2-digit', month: '2-digit', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  seconds: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>
export type TimeForm = keyof typeof forms

const made = new Map<string, Intl.DateTimeFormat>()
export function showTime(at: Date, form: TimeForm, language: Language, zone: Zone): string {
  const key = `${form} ${language} ${zone}`
  let format = made.get(key)
  if (!format) made.set(key, (format = new Intl.DateTimeFormat(language === 'tr' ? 'tr-TR' : 'en-GB', { ...forms[form], timeZone: zone })))
  if (form !== 'table') return format.format(at)
  // Intl puts a comma or not by version; tables want the two side by side.
  const p = Object.fromEntries(format.formatToParts(at).map((x) => [x.type, x.value]))
  return `${p.day}.${p.month}.${p.year} ${p.hour}:${p.minute}`
}
/** The civil day of a moment, `2026-11-23`. */
export const dayOf = (at: Date, zone: Zone) => new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)
