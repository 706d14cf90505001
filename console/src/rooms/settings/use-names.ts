/** The names of things that other things point at, asked for once and kept. */
import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { settingsApi, type SettingKind, type SettingRow } from '../../../../contracts/settings.ts'
import { asking } from '../../client.ts'
import { useLanguage } from '../../text.ts'
import { nameOf, type Names } from './names.ts'

const none: readonly SettingRow[] = []
const kept = { staleTime: 60_000 }
export function useNames(kinds: readonly SettingKind[]): Names {
  const language = useLanguage()
  const asked = useQueries({ queries: kinds.map((kind) => ({ ...asking(settingsApi.settings, { kind }), ...kept })), combine: (all) => ({ data: all.map((a) => a.data), ready: all.every((a) => a.data !== undefined || a.error) }) })
  const { data, ready } = asked
  const key = kinds.join()
  return useMemo(() => {
    const byKind = new Map(key.split(',').map((kind, i) => [kind, data[i] ?? none]))
    const names = new Map([...byKind].map(([kind, rows]) => [kind, new Map(rows.map((r) => [r.id, nameOf(r.value, language)]))]))
    return { of: (kind, id) => names.get(kind)?.get(String(id)), rows: (kind) => byKind.get(kind) ?? none, ready }
  }, [data, ready, key, language])
}
