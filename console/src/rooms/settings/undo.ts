/** Taking back what was just saved. */
import type { QueryClient } from '@tanstack/react-query'
import { settingsApi, type SettingKind } from '../../../../contracts/settings.ts'
import { call } from '../../client.ts'
import { announce } from '../../shell/announce.tsx'
import { problemWords, text } from '../../text.ts'
import { refresh } from './use-thing.ts'

/** The newest change of each, last saved first. A refusal is told: the history shows the rest. */
export async function undoNewest(queries: QueryClient, things: readonly { kind: SettingKind; id: string; version?: number }[]): Promise<void> {
  for (const { kind, id, version } of things.toReversed()) {
    try {
      const [newest] = (await call(settingsApi.changes, { kind, id })).rows
      // Somebody saved again since: that is not ours to take back by a toast.
      if (newest && (version === undefined || newest.version === version)) await call(settingsApi.undoChange, { changeId: newest.id })
      announce(text('settings.bar.undone'))
    } catch (problem) {
      announce(problemWords(text, problem))
    }
    await refresh(queries, kind, id)
  }
}
