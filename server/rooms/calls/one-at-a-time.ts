/** For work that must not overlap itself. */
import type { Log } from '../../platform/log.ts'

/** Runs one at a time; however often it is asked for meanwhile, it runs once more afterwards. */
export function oneAtATime(work: () => Promise<void>, log: Log) {
  let tail: Promise<void> = Promise.resolve()
  let waiting = false
  const run = (): Promise<void> => {
    waiting = false
    return work().catch((err: unknown) => log.warn({ err }, 'line: trying again'))
  }
  const soon = (): void => {
    if (waiting) return
    waiting = true
    // A burst of events is one change.
    tail = tail.then(() => new Promise<void>((go) => setTimeout(go, 20))).then(run)
  }
  return {
    soon,
    /** Does something that nothing may come between, and then the work; what it throws is the caller's. */
    now: (first: () => Promise<void>): Promise<void> => {
      const done = tail.then(first)
      tail = done.catch(() => {}).then(run)
      return Promise.all([done, tail]).then(() => {})
    },
    idle: () => tail,
  }
}
