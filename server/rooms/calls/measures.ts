/** The line as numbers, and what the phone role needs to be ready: counts only, nobody's number and nobody's name. */
import { CallResult, Presence } from '../../../contracts/calls.ts'
import { system } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import type { Check } from '../../platform/health.ts'
import { atMostEvery, type Probe } from '../../platform/metrics.ts'
import type { Line } from './line.ts'
import * as store from './measures.store.ts'

const zero = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 0]))

export function lineProbes(line: Line): Probe[] {
  const behind = behindOf(line)
  const byResult = atMostEvery(60_000, async (db) => db.transaction(system('measures'), store.callsByResult))
  return [{
    name: 'line', role: 'phone',
    measures: {
      akmasa_switch_connected: { help: '1 while the desk is connected to the switch.' },
      akmasa_calls_waiting: { help: 'Callers in a queue now.' },
      akmasa_calls_waiting_longest_seconds: { help: 'How long the first of them has waited.' },
      akmasa_calls_live: { help: 'Calls the switch carries now.' },
    },
    async read(): Promise<Record<string, number>> {
      if (!line.connected()) return { akmasa_switch_connected: 0 }
      const now = await line.snapshot()
      const since = now.waiting.map(({ since }) => (Date.now() - since.getTime()) / 1000)
      return { akmasa_switch_connected: 1, akmasa_calls_waiting: now.waiting.length, akmasa_calls_waiting_longest_seconds: Math.max(0, ...since), akmasa_calls_live: now.live.length }
    },
  }, {
    name: 'desk', role: 'phone',
    measures: {
      akmasa_operators: { help: 'Operators by presence.', label: 'state' },
      akmasa_calls_total: { help: 'Ended calls by result, counted from the rows kept: it falls when old rows are destroyed, which reads as a reset.', kind: 'counter', label: 'result' },
      akmasa_call_record_unread_bytes: { help: 'What the switch has written of calls and the desk has not read yet.' },
      akmasa_call_record_behind_seconds: { help: 'For how long something has been unread; 0 when all is read.' },
    },
    async read(db) {
      const [seats, calls, unread] = await Promise.all([db.transaction(system('measures'), store.seatsByState), byResult(db), behind(db)])
      return {
        akmasa_operators: { ...zero(Presence.options), ...Object.fromEntries(seats.map((one) => [one.state, one.count])) },
        akmasa_calls_total: { ...zero(CallResult.options.filter((result) => result !== 'live')), ...Object.fromEntries(calls.map((one) => [one.result, one.count])) },
        ...(unread && { akmasa_call_record_unread_bytes: unread.bytes, akmasa_call_record_behind_seconds: unread.seconds }),
      }
    },
  }]
}

/** Longer than a busy moment, shorter than anyone would miss a call. */
const behindTooLong = 30

export function lineChecks(db: Db, line: Line): Record<'switch' | 'record', Check> {
  const behind = behindOf(line)
  return {
    switch: async () => (!line.telephone ? { ok: false, why: 'none' } : line.connected() ? { ok: true } : { ok: false, why: 'away' }),
    record: async () => {
      const now = await behind(db)
      return now && now.seconds > behindTooLong ? { ok: false, why: 'behind' } : { ok: true }
    },
  }
}

/** Since when has something been unread, and nothing of it been read since? */
function behindOf(line: Line): (db: Db) => Promise<{ bytes: number; seconds: number } | undefined> {
  let stuck: { at: string; since: number } | undefined
  return async (db) => {
    if (!line.telephone) return undefined
    const place = await db.transaction(system('measures'), store.reached)
    const bytes = await line.telephone.records.unread(place)
    const at = JSON.stringify(place ?? null)
    if (bytes === 0) stuck = undefined
    else if (stuck?.at !== at) stuck = { at, since: performance.now() }
    return { bytes, seconds: stuck ? (performance.now() - stuck.since) / 1000 : 0 }
  }
}
