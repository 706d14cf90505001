/** The telephone of whoever takes no calls: opened where it is needed, and kept until a call in it has ended. */
import { useEffect, useSyncExternalStore } from 'react'
import { useMay } from '../session.tsx'
import { useText } from '../text.ts'
import { CallBar } from './CallBar.tsx'
import { usePhone } from './open.ts'

let wanted = 0
const watchers = new Set<() => void>()
const tell = () => { for (const watcher of watchers) watcher() }
const watch = (watcher: () => void) => { watchers.add(watcher); return () => { watchers.delete(watcher) } }

/** This screen wants to call out as long as it is open. */
export function useOutPhone(): void {
  useEffect(() => {
    wanted++
    tell()
    return () => { wanted--; tell() }
  }, [])
}
export function OutBar() {
  const t = useText(), may = useMay(), phone = usePhone(), needed = useSyncExternalStore(watch, () => wanted > 0)
  if (!may('case.agree') || may('call.take') || (!needed && phone.calls.length === 0)) return null
  return <div data-region="call" role="region" aria-label={t('shell.region.call')} className="no-print"><CallBar /></div>
}
