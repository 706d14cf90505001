/** What a change changed, field by field: what was, what is. */
import { ArrowRight } from 'lucide-react'
import { useZone } from '@akmasa/ui'
import { settingValues, type SettingKind } from '../../../../contracts/settings.ts'
import { useLanguage, useText } from '../../text.ts'
import { changesIn, type Line } from './diff.ts'
import type { Names } from './names.ts'
import type { Value } from './paths.ts'
import { labelOf, sayItem, sayValue, type Say } from './say.ts'

export function useSay(names: Names): Say {
  return { t: useText(), language: useLanguage(), names, zone: useZone() }
}
export function ChangeLines({ kind, before, after, names }: { kind: SettingKind; before: Value | null; after: Value | null; names: Names }) {
  const say = useSay(names), lines = changesIn(before, after, Object.keys(settingValues[kind].shape))
  return (
    <dl className="change-lines">
      {lines.map((line, i) => (
        <div key={i}>
          <dt>{titleOf(say, line)}</dt>
          <dd><LineWords say={say} kind={kind} line={line} /></dd>
        </div>
      ))}
    </dl>
  )
}
function titleOf(say: Say, { field, language, item }: Line): string {
  const label = `${labelOf(say.t, field)}${language ? ` (${say.t(`settings.lang.${language}`)})` : ''}`
  return item ? `${label}: ${sayItem(say, { ...(item as Value), choices: [], type: undefined, ask: undefined, name: (item as Value).ask ?? (item as Value).name })}` : label
}
function LineWords({ say, kind, line: { field, how, before, after } }: { say: Say; kind: SettingKind; line: Line }) {
  const { t } = say, words = (value: unknown) => sayValue(say, kind, field, isOne(value) ? [value] : value)
  // A list says its one item as it says a list of one.
  const isOne = (value: unknown) => how !== 'changed' && listed.includes(field) && !Array.isArray(value)
  if (how === 'is') return <>{words(after)}</>
  if (how === 'reordered') return <>{t('settings.history.reordered')}: {words(after)}</>
  if (how === 'added') return <>{t('settings.history.added', { value: words(after) })}</>
  if (how === 'removed') return <>{t('settings.history.removed', { value: words(before) })}</>
  return (
    <>
      <span className="unseen">{t('settings.history.before')}: </span><span className="was">{words(before)}</span>
      <ArrowRight aria-hidden /><span className="unseen">{t('settings.history.after')}: </span><span>{words(after)}</span>
    </>
  )
}
const listed = ['synonyms', 'roles', 'kinds', 'supportingIds', 'questions', 'causes', 'onCall', 'week']
