/** The board at a moment after its answer came: ages, and the word for each number. Pure, so that any second can be tried. */
import type { Board } from '../../../../contracts/calls.ts'
import { readPhone, showPhone, type Tone } from '@akmasa/ui'

/** Older than this the numbers are dimmed and say so: at a busy desk ten seconds are another picture. */
export const staleAfterMs = 10_000
export type Word = 'calm' | 'served' | 'nobodyReady' | 'inTarget' | 'late' | 'veryLate' | 'noneReady' | 'canTake' | 'open' | 'none'
export type Figure = { key: 'waiting' | 'longest' | 'ready' | 'onCall' | 'paused' | 'tasks'; value: number; /** None where the number says it all. */ word: Word | null; tone: Tone }
export type Now = { age: number; stale: boolean; figures: Figure[]; since: (at: string) => number }

/** The usual aim of contact centres: answered within twenty seconds; after a minute people give up. */
const target = 20, giveUp = 60

/** Emergencies first, then whoever waits longest. */
export const inLine = (calls: Board['calls']) => calls.toSorted((a, b) => Number(b.emergency) - Number(a.emergency) || Date.parse(a.since) - Date.parse(b.since))

/** A call that still waits comes with its number as the trunk wrote it, `0532…` or `+90532…`. */
export const numberAsHeard = (from: string | null) => showPhone(from && (readPhone(from) ?? from))

/** `receivedAt`, `now`: milliseconds of this browser. Its clock may be wrong, so moments are counted from the server's own `at`. */
export function boardNow(board: Board, receivedAt: number, now: number): Now {
  const ageMs = Math.max(0, now - receivedAt), serverNow = Date.parse(board.at) + ageMs
  const longest = board.waiting ? board.longestSeconds + Math.floor(ageMs / 1000) : 0
  const ready: Figure = { key: 'ready', value: board.ready, word: board.ready ? 'canTake' : 'noneReady', tone: board.ready ? 'success' : 'warning' }
  return {
    age: Math.floor(ageMs / 1000), stale: ageMs > staleAfterMs,
    since: (at) => Math.max(0, Math.floor((serverNow - Date.parse(at)) / 1000)),
    figures: [
      { key: 'waiting', value: board.waiting, ...(!board.waiting ? { word: 'calm', tone: 'neutral' } : board.ready ? { word: 'served', tone: 'accent' } : { word: 'nobodyReady', tone: 'warning' }) },
      { key: 'longest', value: longest, ...(longest > giveUp ? { word: 'veryLate', tone: 'danger' } : longest > target ? { word: 'late', tone: 'warning' } : { word: 'inTarget', tone: 'neutral' }) },
      ready,
      { key: 'onCall', value: board.onCall, word: null, tone: 'neutral' },
      { key: 'paused', value: board.paused, word: null, tone: 'neutral' },
      { key: 'tasks', value: board.tasksOpen, word: board.tasksOpen ? 'open' : 'none', tone: board.tasksOpen ? 'accent' : 'neutral' },
    ],
  }
}
