/** Civil days in words: they have no hour and no zone. */
import { showTime } from '@akmasa/ui/time.ts'
import type { Language } from '../../text.ts'

export const dayWords = (day: string, language: Language): string => showTime(new Date(`${day}T12:00:00Z`), 'day', language, 'UTC')
/** `1 Nisan 2026 Çarşamba` */
export const longDay = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'tr' ? 'tr-TR' : 'en-GB', { day: 'numeric', month: 'long', year: 'numeric', weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`))
export const monthWords = (month: string, language: Language): string => new Intl.DateTimeFormat(language === 'tr' ? 'tr-TR' : 'en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-15T12:00:00Z`))
export const daysSince = (day: string, today: string): number => Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000)
