/** One telephone per browser: of several tabs the one that holds the lock has the seat. Else tabs would take it from one another all day. */
const name = 'akmasa:telephone'

export type Seating = { /** Takes it from the tab that has it, because the person asked for it here. */ take(): void; held(): boolean; leave(): void }
/** @param have ours now, at once or when the other tab closes; @param lost another tab has it */
export function holdSeat(on: { have: () => void; lost: () => void }): Seating {
  if (!('locks' in navigator)) {
    on.have()
    return { take: () => {}, held: () => true, leave: () => {} }
  }
  const leaving = new AbortController()
  let held = false
  let release = () => {}
  const keep = () => new Promise<void>((go) => { release = go; held = true; on.have() })

  async function ask(how: LockOptions): Promise<void> {
    try {
      const got = await navigator.locks.request(name, how, async (lock) => { if (lock) await keep(); return lock !== null })
      if (got) return
    } catch (error) {
      if (leaving.signal.aborted || !(error instanceof DOMException)) return
    }
    held = false
    on.lost()
    void ask({ signal: leaving.signal })
  }
  void ask({ ifAvailable: true })
  return { take: () => { if (!held) void ask({ steal: true }) }, held: () => held, leave: () => { leaving.abort(); held = false; release() } }
}
