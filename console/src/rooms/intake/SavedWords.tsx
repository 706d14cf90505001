import { useEffect, useRef } from 'react'
import { showTime, useZone } from '@akmasa/ui'
import { announce } from '../../shell/announce.tsx'
import { SavedSlot } from '../../shell/TopBar.tsx'
import { useLanguage, useText } from '../../text.ts'
import type { Entry } from './book.ts'

/** Three words at one fixed spot: saving, saved at, on this computer only. Read aloud only when something is wrong. */
export function SavedWords({ entry }: { entry: Entry | null }) {
  const t = useText(), language = useLanguage(), zone = useZone(), saved = entry?.saved, is = saved?.is
  const before = useRef(is)
  useEffect(() => {
    if (is !== before.current && (is === 'here' || is === 'theirs' || is === 'refused')) announce(t(`intake.saved.${is}`))
    before.current = is
  }, [is, t])
  const words = !saved || saved.is === 'new' ? '' : saved.is === 'saved' ? t('intake.saved.saved', { time: showTime(new Date(saved.at), 'seconds', language, zone) }) : t(`intake.saved.${saved.is}`)
  return <SavedSlot><span className={is && is !== 'saved' && is !== 'saving' && is !== 'new' ? 'unsaved' : undefined}>{words}</span></SavedSlot>
}
