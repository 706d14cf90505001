/** What the zones of the screen share: the intake in front, how to change it, and what the desk knows about it. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import { casesApi } from '../../../../contracts/cases.ts'
import { routingApi, type Route, type Topic } from '../../../../contracts/routing.ts'
import { asking } from '../../client.ts'
import { useTopics } from '../../lists.ts'
import { activeCall, phoneState } from '../../softphone/index.ts'
import type { Entry, IntakeBook } from './book.ts'
import { paperOf, type Gap, type Intake } from './intake.ts'

export type Screen = {
  book: IntakeBook; entry: Entry; intake: Intake; topic: Topic | undefined; route: Route | undefined
  /** Missing fields, shown from the first attempt to send. */
  shown: readonly Gap[]
  change: (how: (i: Intake) => Intake) => void
}
const ScreenContext = createContext<Screen | null>(null)
export const ScreenProvider = ScreenContext.Provider
export function useScreen(): Screen {
  const screen = useContext(ScreenContext)
  if (!screen) throw new Error('outside an intake')
  return screen
}

export const useTopic = (id: Intake['topicId']): Topic | undefined => {
  const topics = useTopics()
  return useMemo(() => topics.find((t) => t.id === id), [topics, id])
}

/** The value once it has rested for so many milliseconds. */
export function useRested<T>(value: T, ms: number): T {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return rested
}

/** Where it would go if it were sent now. Asked live; the last answer stays until the next is there. */
export function useRoute(intake: Intake): { route: Route | undefined; problem: unknown } {
  const { topicId, where, kind, also } = intake, paper = paperOf(intake)
  const asked = { topicId: topicId!, placeId: where.placeId ?? undefined, kind, also, written: paper && { day: paper.day, time: paper.time } }
  const { data, error } = useQuery({ ...asking(routingApi.previewRoute, asked), enabled: topicId !== null, placeholderData: keepPreviousData, staleTime: 30_000 })
  return { route: topicId ? data : undefined, problem: topicId ? error : null }
}

/** Open cases that may be the same problem. */
export function useNearby({ topicId, where }: Intake) {
  const street = useRested(where.street, 600)
  const known = topicId !== null && (where.placeId !== null || where.lat !== null)
  const { data } = useQuery({
    ...asking(casesApi.nearby, { topicId: topicId!, placeId: where.placeId ?? undefined, street: street || undefined, lat: where.lat ?? undefined, lon: where.lon ?? undefined }),
    enabled: known, placeholderData: keepPreviousData,
  })
  return { known, rows: known ? data : undefined }
}

/** Moves the focus into a zone by its digit, or to the field of a gap. */
export function focusIn(selector: string): boolean {
  const zone = document.querySelector<HTMLElement>(selector)
  const first = zone?.querySelector<HTMLElement>('[data-first]') ?? zone?.querySelector<HTMLElement>('input:checked, textarea, input:not([disabled]), [role="row"][tabindex="0"], button:not([disabled]):not([aria-disabled="true"]), a[href], [tabindex="0"]')
  const target = first ?? zone
  if (!target) return false
  if (target === zone && target.tabIndex < 0) target.tabIndex = -1
  target.focus()
  // Whoever comes back to what was said goes on at its end.
  if (target instanceof HTMLTextAreaElement) target.setSelectionRange(target.value.length, target.value.length)
  target.scrollIntoView({ block: 'nearest' })
  return true
}
/** The same for what is about to be drawn because of the person's own act. */
export function focusSoon(selector: string, frames = 30): void {
  requestAnimationFrame(() => { if (!focusIn(selector) && frames > 0) focusSoon(selector, frames - 1) })
}
/** A new intake by the person's own act: of whoever is on the line, else without a call. */
export function begin(book: IntakeBook): void {
  const call = activeCall(phoneState())
  book.open(call?.answeredAt != null ? call : 'counter')
  focusSoon('[data-zone="2"]:has(textarea)')
}
