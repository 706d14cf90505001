/** One telephone per browser: of several tabs the one that holds the lock has the seat. Elsewhere tabs would take it from one another all day. */
const name = 'akmasa:telephone'

/**
 * @param take take it from the tab that has it, because the person asked for it here
 * @param have called once it is ours, at once or when the other tab closes
 * @param lost called when another tab has it or takes it
 */
export function holdSeat(on: { take: boolean; have: () => void; lost: () => void }): () => void {
  if (!('locks' in navigator)) { on.have(); return () => {} }
  const leaving = new AbortController()
  let release: (() => void) | undefined
  const keep = () => new Promise<void>((go) => { release = go; on.have() })
  const request = async () => {
    try {
      if (on.take) return await navigator.locks.request(name, { steal: true }, keep)
      const free = await navigator.locks.request(name, { ifAvailable: true }, async (lock) => { if (lock) await keep(); return lock !== null })
      if (free || leaving.signal.aborted) return
      on.lost()
      await navigator.locks.request(name, { signal: leaving.signal }, keep)
    } catch {
      // Taken by another tab; or we left.
      if (!leaving.signal.aborted) on.lost()
    }
  }
  void request()
  return () => { leaving.abort(); release?.() }
}
