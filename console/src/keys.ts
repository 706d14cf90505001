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

const region = '[data-region], .toasts'
/** Moves the focus to the next or previous part of the screen marked `data-region`. */
export function moveRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>(region)].filter((r) => r.getClientRects().length > 0)
  const inside = regions.findLastIndex((r) => r.contains(document.activeElement))
  const here = inside < 0 && step < 0 ? 0 : inside
  for (let n = 1; n <= regions.length; n++) if (enter(regions[(here + step * n + regions.length * 2) % regions.length]!)) return
}
/** Focuses the first thing of its own that takes the focus; a list's row before the controls above it. */
function enter(part: HTMLElement): boolean {
  const own = (what: string) => [...part.querySelectorAll<HTMLElement>(what)].filter((e) => e.closest(region) === part)
  const took = (e: HTMLElement) => { e.focus(); return document.activeElement === e }
  if ([...own('[data-region-start], [role="row"][tabindex="0"]'), ...own('input, textarea, button:not(:disabled), a[href], [tabindex="0"]')].some(took)) return true
  // A part with other parts inside is only their frame.
  if (part.querySelector(region)) return false
  if (part.tabIndex < 0) part.tabIndex = -1
  return took(part)
}
