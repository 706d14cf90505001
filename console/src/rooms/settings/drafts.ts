/** What is typed and not saved yet, by person and thing. Outlives its page: whoever is signed out while typing comes back to it. */
import { useSyncExternalStore } from 'react'
import type { Draft } from './draft.ts'

const kept = new Map<string, Draft>()
const watchers = new Set<() => void>()
export function keepDraft(key: string, draft: Draft | null): void {
  if (draft) kept.set(key, draft)
  else if (!kept.delete(key)) return
  for (const tell of watchers) tell()
}
const watch = (listener: () => void) => {
  watchers.add(listener)
  return () => void watchers.delete(listener)
}
export const useKept = (key: string): Draft | undefined => useSyncExternalStore(watch, () => kept.get(key))
export const keptDraft = (key: string): Draft | undefined => kept.get(key)
