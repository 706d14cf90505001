/** Where a thing is used, with the way there: what a change of it touches, and why it cannot be deleted. */
import { Link } from '@tanstack/react-router'
import { Notice } from '@akmasa/ui'
import type { SettingKind, Uses } from '../../../../contracts/settings.ts'
import { useText, type T, type TextKey } from '../../text.ts'
import { usesAt } from './sections.ts'

export function countWords(t: T, what: string, count: number): string {
  const key = `settings.uses.of.${what}` as TextKey, words = t(key, { count })
  return words === key ? t('settings.uses.of.other', { count }) : words
}
export const usedAnywhere = (uses: Uses) => Object.values(uses).some((n) => n > 0)
/** @param where says only where it is used, as when it cannot be deleted */
export function UsesNotice({ kind, uses, name, where }: { kind: SettingKind; uses: Uses; name: string; where?: boolean }) {
  const t = useText(), used = Object.entries(uses).filter(([, n]) => n > 0)
  if (!used.length) return null
  return (
    <Notice tone="neutral" title={t(where ? 'settings.uses.where' : 'settings.uses.effect', { list: used.map(([what, n]) => countWords(t, what, n)).join(', ') })}>
      <span className="line">{used.flatMap(([what, n]) => { const list = usesAt[kind]?.[what]; return list ? [<Link key={what} to="/settings/$kind" params={{ kind: list }} search={{ q: name }}>{t('settings.uses.go', { what: countWords(t, what, n) })}</Link>] : [] })}</span>
    </Notice>
  )
}
