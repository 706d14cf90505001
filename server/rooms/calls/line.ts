/** The live side: follows the switch's record, keeps presence true on both sides, and knows the line at this moment. */
import type { CallId } from '../../../contracts/call-id.ts'
import type { Board, Presence } from '../../../contracts/calls.ts'
import { type Actor, system } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import type { Log } from '../../platform/log.ts'
import { casesOfCalls } from '../cases/index.ts'
import { closeLost, keepRecords } from './calls.ts'
import { closeSeats } from './leaving.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { askOf, type LastCall, presenceOf, rungInVain, unanswered } from './presence.ts'
import * as store from './store.ts'
import type { Alarms, CallRecords, Recordings, SeatState, Snapshot, SpokenTexts, Switch, Voice } from './switch.ts'
import { spokenAlarms, telling } from './telling.ts'

export type Telephone = { switch: Switch; records: CallRecords; recordings: Recordings; alarms: Alarms; /** Undefined: what it says cannot be changed from here. */ voice?: Voice }
const away: Snapshot = { seats: [], waiting: [], live: [] }
type Seen = { row: store.SeatRow; last: LastCall; seat: SeatState | undefined }

export type Line = ReturnType<typeof makeLine>

/** @param texts all that callers hear, in the words in force. */
export function makeLine(db: Db, telephone: Telephone | undefined, log: Log, texts: (tx: Tx) => Promise<SpokenTexts> = async () => ({})) {
  const sw = telephone?.switch
  const connected = () => sw?.connected() ?? false
  const begun = new Date()
  let awaySince = begun
  sw?.onConnection((here) => { if (!here) awaySince = new Date() })
  const snapshot = async (): Promise<Snapshot> => (sw && connected() ? sw.snapshot().catch(() => away) : away)

  async function people(tx: Tx, now: Snapshot): Promise<Seen[]> {
    const last = await store.lastAnswered(tx)
    const withCase = new Set((await casesOfCalls(tx, last.map((l) => l.callId))).map((c) => c.callId))
    return (await store.seats(tx)).map((row) => {
      const call = last.find((l) => l.staffId === row.staffId)
      // A call we made is finished with its hanging up: the call task, or nothing, keeps its result.
      return { row, seat: now.seats.find((s) => s.seat === row.seat), last: call && { callId: call.callId, ended: call.ended, settled: call.wrapped || withCase.has(call.callId) || call.direction === 'out' } }
    })
  }

  /** Makes the switch ring nobody who is not ready, and the desk show what the switch sees. */
  async function reconcile(): Promise<void> {
    if (!sw || !connected()) return
    const now = await sw.snapshot()
    const { seen, queues } = await db.transaction(system('line'), async (tx) => ({ seen: await people(tx, now), queues: await store.queues(tx) }))
    for (const { row, last, seat } of seen) {
      if (rungInVain(row, seat)) {
        await db.transaction(system('line'), (tx) => store.setWanted(tx, row.staffId, 'paused', unanswered))
        Object.assign(row, { wanted: 'paused', reason: unanswered })
      }
      const found = presenceOf(row, last, seat)
      const ask = askOf(found, row, seat)
      if (ask) await sw.setSeat(row.seat, ask.state, queues, ask.reason)
      if (found.state !== row.state || found.callId !== row.callId)
        await db.transaction(system('line'), async (tx) => {
          if (await store.setState(tx, row.staffId, found.state, found.callId)) await publish(tx, 'presence.changed', { staffId: row.staffId }, row.onlyOut ? [`staff:${row.staffId}`] : ['desk'])
        })
    }
    await closeSeats(db, sw)
  }
  const again = oneAtATime(reconcile, log)
  const told = telephone && telling(db, telephone, texts, log)
  /** Calls that the switch did not know of at the last look. */
  let missed: ReadonlySet<string> = new Set()

  return {
    telephone, connected, snapshot,
    /** Something changed that presence depends on; the switch is told soon. */
    reconcileSoon: again.soon,
    /** What a person asks for, in one piece: a reconciling between the two halves would take it back. */
    wish: (by: Actor, seat: string, wanted: store.SeatRow['wanted'], reason: string | null): Promise<void> => again.now(async () => {
      const queues = await db.transaction(by, async (tx) => { await store.setWanted(tx, by.id, wanted, reason); return store.queues(tx) })
      await sw?.setSeat(seat, wanted, queues, reason ?? undefined)
    }),
    async presence(tx: Tx, staffId: string) {
      const one = (await people(tx, await snapshot())).find((p) => p.row.staffId === staffId)
      if (!one) return { state: 'away' as Presence, reason: null, since: tx.now.toISOString(), callId: null }
      // Without the switch there is nobody to ask: what it was at last stands.
      const found = connected() ? presenceOf(one.row, one.last, one.seat) : { state: one.row.state, reason: one.row.reason, callId: one.row.callId }
      return { ...found, since: one.row.state === found.state ? one.row.since : tx.now.toISOString(), callId: found.callId ?? (found.state === 'on_call' && one.row.onlyOut ? one.row.callId : null) }
    },
    async board(tx: Tx, tasksOpen: number): Promise<Board> {
      const now = await snapshot()
      const found = (await people(tx, now)).filter((p) => !p.row.onlyOut).map((p) => ({ ...presenceOf(p.row, p.last, p.seat), row: p.row }))
      const count = (...states: Presence[]) => found.filter((f) => states.includes(f.state)).length
      const since = now.waiting.map((w) => tx.now.getTime() - w.since.getTime())
      return {
        at: tx.now.toISOString(), waiting: now.waiting.length, longestSeconds: Math.max(0, Math.round(Math.max(0, ...since) / 1000)), tasksOpen,
        ready: count('ready'), onCall: count('on_call', 'ringing'), paused: count('paused', 'wrap_up'),
        operators: found.filter((f) => f.state !== 'away').map((f) => ({ staffId: f.row.staffId, name: f.row.name, state: f.state, reason: f.reason, since: f.row.since })),
        calls: now.waiting.map((w) => ({ id: w.callId as CallId, from: w.from, queue: w.queue, since: w.since.toISOString(), emergency: w.queue === 'emergency' })),
        alarms: await alarms(tx),
      }
    },
    alarms,
    /** The phone role: one process of the desk does this. */
    start() {
      if (!telephone || !told) return { stop: async () => {} }
      const stops: (() => void)[] = []
      const records = follow(telephone)
      stops.push(telephone.switch.onChange(again.soon), telephone.switch.onConnection((here) => { if (here) { told.anew(); again.soon() } }))
      db.onPublished(again.soon)
      // Safety net for a change that told nobody, and the place where lost calls are noticed.
      const timer = setInterval(() => { again.soon(); told.soon(); void tidy().catch((err: unknown) => log.warn({ err }, 'line: trying again')) }, 3000)
      told.speakToo()
      again.soon()
      return { async stop() { clearInterval(timer); for (const end of stops) end(); await records.stop(); await again.idle(); await told.idle() } }
    },
    /** Numbers or words changed: the switch hears of it. */
    settingsChanged: (): void => told?.soon(),
  }

  function follow({ records }: Telephone): { stop(): Promise<void> } {
    let following: { stop(): Promise<void> } | undefined
    let stopped = false
    const begin = async (): Promise<void> => {
      while (!stopped) {
        try {
          const from = await db.transaction(system('line'), store.position)
          following = records.follow(from, async (batch, reached) => {
            // The database may be away for a while; the record waits on disk and nothing is skipped.
            for (let pause = 100; !stopped; pause = Math.min(pause * 2, 3000)) {
              try { await db.transaction(system('line'), (tx) => keepRecords(tx, batch, reached)); return } catch (err) {
                log.warn({ err }, 'calls: the record is written again soon')
                await new Promise((go) => setTimeout(go, pause))
              }
            }
          })
          return
        } catch (err) {
          log.warn({ err }, 'calls: trying again')
          await new Promise((go) => setTimeout(go, 1000))
        }
      }
    }
    const begun = begin()
    return { async stop() { stopped = true; await begun; await following?.stop() } }
  }
  async function tidy(): Promise<void> {
    if (!sw || !connected()) return
    const live = new Set((await sw.snapshot()).live)
    missed = await db.transaction(system('line'), (tx) => closeLost(tx, live, missed))
  }
  async function alarms(tx: Tx): Promise<Board['alarms']> {
    const own = telephone && !connected() ? [{ code: 'switch.away', since: awaySince, facts: {} }] : []
    return [...own, ...(telephone ? await telephone.alarms.now() : [{ code: 'switch.none', since: begun, facts: {} }])].map((a) => ({ ...a, since: a.since.toISOString() })).concat(await spokenAlarms(tx))
  }
}
