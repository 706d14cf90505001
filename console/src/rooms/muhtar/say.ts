/** How far a case is, in words for whoever does not know our states. Pure. */
import { relative, showTime } from '@akmasa/ui'
import type { PlaceCase } from '../../../../contracts/cases.ts'
import { isEnded } from '../../../../contracts/moves.ts'
import type { Place } from '../../../../contracts/places.ts'
import type { Language, T, TextKey } from '../../text.ts'

type Told = Pick<PlaceCase, 'status' | 'lead' | 'dueAt' | 'closedAt'>
export const ended = (c: Pick<PlaceCase, 'closedAt'>) => c.closedAt !== null
export const isLate = (c: Told, now: Date) => !ended(c) && c.dueAt !== null && new Date(c.dueAt) < now
/** Whose turn it is. */
export const stateOf = (t: T, c: Told, language: Language): string =>
  t(c.lead || isEnded(c.status) || c.status === 'returned' ? `muhtar.state.${c.status}` : 'muhtar.state.registered', { directorate: c.lead?.[language] ?? '' })
/** By when; that a promise has passed is owned. */
export function dueOf(t: T, c: Told, now: Date, language: Language, zone: string): string {
  if (c.closedAt) return t('muhtar.ended', { time: showTime(new Date(c.closedAt), 'day', language, zone) })
  if (!c.dueAt) return t('muhtar.noDue')
  const at = new Date(c.dueAt)
  return t(at < now ? 'muhtar.late' : 'muhtar.due', { time: showTime(at, 'prose', language, zone), left: relative(at, now, language) })
}
/** `Mahallem` for whoever speaks for one neighbourhood, `Köyüm` for a village, and so on. */
export function titleOf(places: readonly Pick<Place, 'kind'>[]): TextKey {
  const kinds = new Set(places.map((p) => p.kind))
  if (places.length !== 1) return 'muhtar.title.several'
  return kinds.has('neighbourhood') ? 'muhtar.title.neighbourhood' : 'muhtar.title.village'
}
