/** Turns a template and facts into the words a citizen reads. Pure. */
import type { Bilingual, Language } from '../../../contracts/kit.ts'
import type { MessageField } from '../../../contracts/message-text.ts'

/** `no` case number, `tarih` by when, `kurum` and `tel` another body and its telephone, `birim` directorate, `yer` place, `konu` topic. */
export type Fields = Partial<Record<MessageField, string | null>>
/** As given by whoever has the news: what differs by language stands in both. */
export type GivenFields = Partial<Record<MessageField, string | Bilingual | null>>
export const inLanguage = (fields: GivenFields, language: Language): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value && typeof value === 'object' ? value[language] : value]))

/** Fills the fields. A sentence that asks for what is not known is left out: a promise without a date is no promise. */
export function filled(template: string, fields: Fields): string {
  const value = (name: string) => fields[name as keyof Fields] || undefined
  const known = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].every((m) => value(m[1]!) !== undefined)
  return template.split('\n').map((line) => line.split(/(?<=[.!?])\s+/).filter(known)
    .map((sentence) => sentence.replace(/\{(\w+)\}/g, (_, name: string) => value(name)!)).join(' ')).join('\n').trim()
}

/** A moment in prose, in the municipality's civil time: `23 Kasım 2026 Pazartesi 14:05`. */
export function momentText(at: Date, zone: string, language: Language): string {
  const part = Object.fromEntries(new Intl.DateTimeFormat(language === 'tr' ? 'tr' : 'en-GB', {
    timeZone: zone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).formatToParts(at).map((p) => [p.type, p.value]))
  const { day, month, year, weekday, hour, minute } = part
  return language === 'tr' ? `${day} ${month} ${year} ${weekday} ${hour}:${minute}` : `${weekday} ${day} ${month} ${year} ${hour}:${minute}`
}

/** A civil day in prose: `23 Kasım 2026 Pazartesi`. */
export function dayText(day: string): Bilingual {
  const at = new Date(`${day}T12:00:00Z`)
  const [tr, en] = (['tr', 'en'] as const).map((language) => momentText(at, 'UTC', language).replace(/ \d{2}:\d{2}$/, ''))
  return { tr: tr!, en: en! }
}

/** As people write it: `0532 000 00 00`; short and foreign numbers as they are. */
export function phoneText(phone: string): string {
  const [, area, a, b, c] = /^\+90(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(phone) ?? []
  return area ? `0${area} ${a} ${b} ${c}` : phone
}
