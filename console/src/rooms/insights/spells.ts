/** A day's spells as shares of the strip and as sums. Pure. */
import type { OwnDay } from '../../../../contracts/insights.ts'

type Spell = OwnDay['spells'][number]
const seconds = (s: Spell, now: Date) => Math.max(0, (s.to ? Date.parse(s.to) : now.getTime()) - Date.parse(s.from)) / 1000
/** Away before the first and after the last work of the day says nothing. */
const worked = (spells: readonly Spell[]): readonly Spell[] => {
  const first = spells.findIndex((s) => s.state !== 'away'), last = spells.findLastIndex((s) => s.state !== 'away')
  return first < 0 ? [] : spells.slice(first, last + 1)
}
export function widths(spells: readonly Spell[], now: Date): { state: Spell['state']; percent: number }[] {
  const shown = worked(spells), all = shown.reduce((sum, s) => sum + seconds(s, now), 0)
  return shown.map((s) => ({ state: s.state, percent: all ? (100 * seconds(s, now)) / all : 0 }))
}
/** The longest first. */
export function sumsOf(spells: readonly Spell[], now: Date): { state: Spell['state']; reason: string | null; seconds: number }[] {
  const sums = new Map<string, { state: Spell['state']; reason: string | null; seconds: number }>()
  for (const s of worked(spells)) {
    const key = `${s.state} ${s.reason ?? ''}`, before = sums.get(key)
    sums.set(key, { state: s.state, reason: s.reason, seconds: (before?.seconds ?? 0) + seconds(s, now) })
  }
  return [...sums.values()].toSorted((a, b) => b.seconds - a.seconds)
}
