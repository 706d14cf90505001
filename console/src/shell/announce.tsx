/** One polite voice for screen readers: what changed without the focus moving. */
import { useSyncExternalStore } from 'react'

let words = ''
const watchers = new Set<() => void>()
export function announce(next: string): void {
  // The same words twice are read twice only if the text differs.
  words = next === words ? `${next}\u00a0` : next
  for (const tell of watchers) tell()
}
const watch = (listener: () => void) => {
  watchers.add(listener)
  return () => void watchers.delete(listener)
}
export const Announcer = () => <div className="unseen" role="status" aria-live="polite">{useSyncExternalStore(watch, () => words)}</div>
