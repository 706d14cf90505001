import { createContext, useContext, useEffect, useState } from 'react'
import { relative, showTime, duration, type TimeForm } from './time.ts'
import { useUiLanguage } from './words.ts'

export const ZoneContext = createContext('Europe/Istanbul')
export const useZone = () => useContext(ZoneContext)

/** This moment, again every `everyMs`. */
export function useNow(everyMs = 30_000): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}

/** A moment in the local form, or in words with the local form in its title. */
export function Time({ at, form = 'table' }: { at: string; form?: TimeForm | 'words' }) {
  const language = useUiLanguage(), zone = useZone(), now = useNow(), when = new Date(at)
  const table = showTime(when, 'table', language, zone)
  return <time dateTime={at} className="number" title={table}>{form === 'words' ? relative(when, now, language) : form === 'table' ? table : showTime(when, form, language, zone)}</time>
}
/** How long from `at` until now, or until `to`. */
export function Since({ at, to }: { at: string; to?: string }) {
  const language = useUiLanguage(), now = useNow()
  return <span className="number">{duration((to ? new Date(to) : now).getTime() - new Date(at).getTime(), language)}</span>
}
