/** Keys of the whole console. Each also has a button; none is a bare letter, and none uses AltGr. */
import { useEffect, useRef } from 'react'

/** Digits by their place, so that every layout has them; the rest by what they write. */
export function chordOf(e: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>): string {
  const digit = /^Digit(\d)$/.exec(e.code)?.[1]
  const key = digit && (e.altKey || e.ctrlKey) ? digit : e.key.length === 1 ? e.key.toUpperCase() : e.key
  return [(e.ctrlKey || e.metaKey) && 'Ctrl', e.altKey && 'Alt', e.shiftKey && 'Shift', key].filter(Boolean).join('+')
}
/** Held down, half of a composed letter, or a letter of AltGr: not a command. */
export const isTyping = (e: KeyboardEvent) => e.repeat || e.isComposing || e.getModifierState('AltGraph')

type Handler = (e: KeyboardEvent) => void
/** Listens while mounted; the browser's own meaning of the chord is taken away. */
export function useKeys(keys: Record<string, Handler | undefined>): void {
  const latest = useRef(keys)
  useEffect(() => { latest.current = keys })
  useEffect(() => {
    const hear = (e: KeyboardEvent) => {
      if (isTyping(e)) return
      const handler = latest.current[chordOf(e)]
      if (!handler) return
      e.preventDefault()
      // F6 has another listener while a toast is up; ours knows all regions.
      e.stopPropagation()
      handler(e)
    }
    window.addEventListener('keydown', hear, { capture: true })
    return () => window.removeEventListener('keydown', hear, { capture: true })
  }, [])
}

/** Moves the focus to the next or previous part of the screen marked `data-region`. */
export function moveRegion(step: 1 | -1): void {
  const marked = [...document.querySelectorAll<HTMLElement>('[data-region], .toasts')].filter((r) => r.getClientRects().length > 0)
  // A region with regions inside is only their frame.
  const regions = marked.filter((r) => !marked.some((other) => other !== r && r.contains(other)))
  if (!regions.length) return
  const here = regions.findLastIndex((r) => r.contains(document.activeElement))
  const next = regions[(here + step + regions.length) % regions.length]!
  const first = next.querySelector<HTMLElement>('[data-region-start], [role="row"][tabindex="0"], input, textarea, button:not([aria-disabled="true"]), a[href], [tabindex="0"]')
  if (!first && next.tabIndex < 0) next.tabIndex = -1
  ;(first ?? next).focus()
}
