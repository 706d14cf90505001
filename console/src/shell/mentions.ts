/** Mentions that came while this page was open, newest first, until they are looked at. */
import { useSyncExternalStore } from 'react'
import type { CaseId } from '../../../contracts/cases.ts'

export type Mention = { caseId: CaseId; number: string | null }
let mentions: readonly Mention[] = []
const watchers = new Set<() => void>()
function become(next: readonly Mention[]) {
  mentions = next
  for (const tell of watchers) tell()
}
export const addMention = (one: Mention) => become([one, ...mentions.filter((m) => m.caseId !== one.caseId)].slice(0, 50))
export const dropMention = (caseId: string) => { if (mentions.some((m) => m.caseId === caseId)) become(mentions.filter((m) => m.caseId !== caseId)) }
const watch = (listener: () => void) => {
  watchers.add(listener)
  return () => void watchers.delete(listener)
}
export const useMentions = () => useSyncExternalStore(watch, () => mentions)
