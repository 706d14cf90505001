/** Rows of a list: what each is called, one line about it, and the words it is found by. */
import { fold } from '../../../../contracts/fold.ts'
import type { SettingKind, SettingRow } from '../../../../contracts/settings.ts'
import { nameOf } from './names.ts'
import type { Value } from './paths.ts'
import { promiseWords, sayValue, titleOf, weekWords, type Say } from './say.ts'
import type { Period } from './week.ts'

export type ListRow = { id: string; title: string; about: string; folded: string; out: boolean; position: number | null; row: SettingRow }
export type Filter = 'active' | 'retired' | 'all'

export function listRow(say: Say, kind: SettingKind, row: SettingRow): ListRow {
  const { value } = row, about = aboutOf(say, kind, value), title = titleOf(say.t, say.language, kind, value)
  // Found also by what it is called elsewhere and by who helps with it.
  const extra = [...(Array.isArray(value.synonyms) ? (value.synonyms as string[]) : []), ...(Array.isArray(value.supportingIds) ? value.supportingIds.map((id) => say.names.of('directorate', id) ?? '') : [])].join(' ')
  const other = typeof value.name === 'object' && value.name ? Object.values(value.name).join(' ') : ''
  return { id: row.id, title, about, folded: fold(`${title} ${about} ${extra} ${other} ${row.id.length < 40 ? row.id : ''}`), out: value.retired === true || value.left === true, position: typeof value.position === 'number' ? value.position : null, row }
}
function aboutOf(say: Say, kind: SettingKind, value: Value): string {
  const { t, names, language } = say, words = (field: string) => sayValue(say, kind, field, value[field])
  const joined = (...parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join(' · ')
  const named = (of: SettingKind, id: unknown) => (id ? names.of(of, id) : null)
  switch (kind) {
    case 'directorate': return joined(named('staff', value.directorId) && `${t('settings.field.directorId')}: ${named('staff', value.directorId)}`, words('does'))
    case 'staff': return joined(words('roles'), named('directorate', value.directorateId), Array.isArray(value.placeIds) && value.placeIds.length > 0 && words('placeIds'), String(value.email))
    case 'crew': return joined(named('directorate', value.directorateId), words('people'))
    case 'calendar': return joined(value.isDefault === true && t('settings.calendar.default'), weekWords(t, value.week as Period[]))
    case 'place': return joined(words('kind'), named('place', value.withinId), named('institution', value.institutionId))
    case 'street': return named('place', value.placeId) ?? ''
    case 'landmark': return joined(named('place', value.placeId), Array.isArray(value.synonyms) ? value.synonyms.join(', ') : '')
    case 'institution': return joined(value.phone ? words('phone') : null, words('tell'))
    case 'topic': return joined(named('institution', value.institutionId) ?? named('directorate', value.leadId), promiseWords(t, value.promised as { hours: number; unit: 'working' }, language), t('settings.topic.words', { count: (value.synonyms as string[]).length }))
    case 'incoming_number': return joined(nameOf({ name: value.name }, language), named('directorate', value.directorateId), words('language'))
    case 'spoken_text': case 'message_template': return String(value[language] || value.tr)
    case 'proposal_template': return joined(named('topic', value.topicId), String(value.what))
    case 'holiday': return nameOf({ name: value.name }, language)
    case 'pause_reason': case 'wrap_up_code': return String(value.code)
    default: return ''
  }
}
/** Those that match every word typed, in whatever order, by folded Turkish. */
export function found(rows: readonly ListRow[], typed: string, filter: Filter): ListRow[] {
  const words = fold(typed).split(' ').filter(Boolean)
  return rows.filter((r) => (filter === 'all' || r.out === (filter === 'retired')) && words.every((w) => r.folded.includes(w)))
}
export type SortBy = 'given' | 'title' | 'about' | 'changed'
export function sortedRows(rows: readonly ListRow[], by: SortBy, down: boolean, language: string): ListRow[] {
  if (by === 'given') return [...rows]
  const words = new Intl.Collator(language, { numeric: true }).compare
  const compare = (a: ListRow, b: ListRow) => (by === 'changed' ? (a.row.changedAt ?? '').localeCompare(b.row.changedAt ?? '') : words(a[by], b[by]))
  return [...rows].sort((a, b) => (down ? -1 : 1) * compare(a, b))
}
