/** Values of fields in words, as they stand in lists, histories and comparisons. */
import { showPhone, showTime } from '@akmasa/ui'
import type { SettingKind } from '../../../../contracts/settings.ts'
import type { Language, T, TextKey } from '../../text.ts'
import { nameOf, pointsAt, type Names } from './names.ts'
import { isBoth, type Value } from './paths.ts'
import { alike, type Period } from './week.ts'

export type Say = { t: T; language: Language; names: Names; zone: string }
type Turn = { staffId: string; from: string | null; to: string | null }
const is = (v: unknown): v is Value => typeof v === 'object' && v !== null && !Array.isArray(v)

/** The name of a field; of a part of it too (`questions.1.ask.tr`). */
export function labelOf(t: T, path: string): string {
  const parts = path.split('.'), [field = ''] = parts
  const key = `settings.field.${field}` as TextKey, words = t(key)
  const number = parts.find((p) => /^\d+$/.test(p)), language = parts.at(-1)
  const inner = number !== undefined && parts.length > 2 ? ` ${Number(number) + 1}` : ''
  return `${words === key ? field : words}${inner}${parts.length > 1 && (language === 'tr' || language === 'en') ? ` (${t(`settings.lang.${language}`)})` : ''}`
}
/** What a thing is called on screens; things known by a key have a name in words where they are ours. */
export function titleOf(t: T, language: Language, kind: SettingKind, value: Value): string {
  switch (kind) {
    case 'incoming_number': return showPhone(String(value.number ?? ''))
    case 'message_template': return value.key ? `${keyWords(t, 'settings.template.name', String(value.key))} · ${t(`settings.channel.${String(value.channel)}` as TextKey)}` : ''
    case 'spoken_text': return value.key ? keyWords(t, 'settings.spoken.name', String(value.key)) : ''
    default: return nameOf(value, language)
  }
}
function keyWords(t: T, family: string, key: string): string {
  const [, place] = /^place-(\d+)$/.exec(key) ?? [], path = `${family}.${key}` as TextKey, words = t(path)
  return place ? t('settings.spoken.place', { n: place }) : words === path ? key : words
}
/** A weekday's days, `Pzt–Cum`. */
const days = (t: T, list: readonly number[]) => {
  const short = (d: number) => t(`settings.weekday.s${d}` as TextKey)
  return list.length > 2 ? `${short(list[0]!)}–${short(list.at(-1)!)}` : list.map(short).join(', ')
}
export const weekWords = (t: T, week: readonly Period[]): string =>
  alike(week).filter(([, hours]) => hours).map(([list, hours]) => `${days(t, list)} ${hours}`).join('; ') || t('settings.value.closed')

export const promiseWords = (t: T, { hours, unit }: { hours: number; unit: 'working' | 'straight' }, language: Language): string =>
  t(`settings.value.${unit}`, { hours: new Intl.NumberFormat(language).format(hours) })

/** @param kind of the thing the field is of */
export function sayValue(say: Say, kind: SettingKind, field: string, value: unknown): string {
  const { t, language, names } = say
  if (value === null || value === undefined || value === '') return field === 'kinds' ? t('settings.value.allKinds') : t('settings.value.nothing')
  if (Array.isArray(value) && value.length === 0) return t('settings.value.nothing')
  if (typeof value === 'boolean') return t(value ? 'settings.value.yes' : 'settings.value.no')
  const target = pointsAt[field]
  if (target && typeof value === 'string') return names.of(target, value) ?? (target === 'spoken_text' ? value : t('settings.value.gone'))
  const word = (v: unknown) => sayWord(t, kind, field, String(v))
  if (Array.isArray(value)) {
    if (field === 'week') return weekWords(t, value as Period[])
    if (field === 'onCall') return (value as Turn[]).map((turn) => sayTurn(say, turn)).join('; ')
    return value.map((v: unknown) => (is(v) ? sayItem(say, v) : target ? (names.of(target, v) ?? t('settings.value.gone')) : word(v))).join(', ')
  }
  switch (field) {
    case 'promised': return promiseWords(t, value as { hours: number; unit: 'working' | 'straight' }, language)
    case 'border': return t('settings.value.corners', { count: corners(value as Value) })
    case 'phone': case 'mobile': case 'ownNumber': case 'mainNumber': case 'number': return showPhone(String(value))
    case 'day': return sayDay(String(value), language)
  }
  if (isBoth(value)) return value.en && value.en !== value.tr ? `${value.tr} / ${value.en}` : value.tr
  if (is(value)) return sayItem(say, value)
  if (typeof value === 'number') return new Intl.NumberFormat(language, { maximumFractionDigits: 6, useGrouping: !['position', 'lat', 'lon'].includes(field) }).format(value)
  return word(value)
}
/** One of a list, by its name. */
export function sayItem({ t, language }: Pick<Say, 't' | 'language'>, item: Value): string {
  const label = item.ask ?? item.name ?? item.label
  const words = isBoth(label) ? label[language] || label.tr : String(item.key ?? '')
  if (!item.ask) return words
  const choices = Array.isArray(item.choices) && item.choices.length ? `: ${(item.choices as Value[]).map((c) => sayItem({ t, language }, c)).join(' / ')}` : ''
  return `${words} (${t(`settings.topic.types.${String(item.type)}` as TextKey)}${item.required ? `, ${t('settings.value.required')}` : ''}${choices})`
}
function sayWord(t: T, kind: SettingKind, field: string, value: string): string {
  const family: Record<string, string> = { roles: 'shared.role', kinds: 'shared.kind', channel: 'settings.channel', language: 'settings.lang', ...(kind === 'place' && { kind: 'shared.place' }) }
  const key = family[field] && (`${family[field]}.${value}` as TextKey)
  const words = key ? t(key) : value
  return words === key ? value : words
}
function sayTurn({ t, names, language, zone }: Say, { staffId, from, to }: Turn): string {
  const at = (moment: string) => showTime(new Date(moment), 'table', language, zone)
  const when = [from && t('settings.value.from', { at: at(from) }), to && t('settings.value.until', { at: at(to) })].filter(Boolean).join(', ')
  return `${names.of('staff', staffId) ?? t('settings.value.gone')} (${when || t('settings.value.always')})`
}
/** `29 Ekim 2027 Cuma` */
export function sayDay(day: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'tr' ? 'tr-TR' : 'en-GB', { day: 'numeric', month: 'long', year: 'numeric', weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}
/** The history has borders in short. */
export function corners(border: Value): number {
  if (typeof border.corners === 'number') return border.corners
  const count = (list: unknown): number => (Array.isArray(list) ? (typeof list[0] === 'number' ? 1 : list.reduce((sum: number, item) => sum + count(item), 0)) : 0)
  return count(border.coordinates)
}
