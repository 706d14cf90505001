import { randomBytes } from 'node:crypto'
import type { callsApi, Seat } from '../../../contracts/calls.ts'
import { done } from '../../../contracts/kit.ts'
import { visitor, type Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { switchSocket, type SwitchSockets } from '../../platform/http/came.ts'
import type { FileAnswer, Handlers, Via } from '../../platform/http/operations.ts'
import { Refusal } from '../../platform/refusal.ts'
import { instantOf, nextDay } from '../calendars/index.ts'
import { mayHear } from '../cases/index.ts'
import { openTaskCount } from '../contact/index.ts'
import type { StaffId } from '../../../contracts/identity.ts'
import { municipality, staffByIds } from '../identity/index.ts'
import { callerCard, shown, wrapUp } from './calls.ts'
import { seatOpened } from './leaving.store.ts'
import type { Line } from './line.ts'
import * as store from './store.ts'

const pageSize = 50
const secret = () => randomBytes(18).toString('base64url')
/** The last eight hex digits of a UUIDv7 are random; the unique column catches the rest. */
const seatName = (staffId: string) => `seat-${staffId.replaceAll('-', '').slice(-8)}`

export function callsRoutes(line: Line, options: { sockets: SwitchSockets; demo: boolean }): Handlers<typeof callsApi> {
  const switchHere = () => {
    if (!line.telephone || !line.connected()) throw new Refusal('switch.unavailable')
    return line.telephone.switch
  }
  const socketFor = (via: Via) => {
    const socket = switchSocket(options.sockets, via.came)
    if (!socket) throw new Refusal('switch.unavailable')
    return socket
  }
  /** The sound, and the note of who heard it and why. */
  const listened = async (db: Db, by: Actor, { callId, why, at, file }: { callId: string; why: string; at: string; file: string | null }): Promise<FileAnswer> => {
    const found = file ? await line.telephone?.recordings.read(file) : undefined
    if (!found) throw new Refusal('recording.not_found')
    await db.transaction(by, (tx) => store.insertListening(tx, callId, by.id, why))
    return { bytes: found.bytes, type: 'audio/wav', name: `${at.slice(0, 16).replace(':', '')}.wav`, inline: true }
  }
  const seat = (name: string, password: string, socket: string, queues: string[]): Seat => ({ seat: name, password, socket, domain: new URL(socket).hostname, queues })

  /** Whoever takes no calls may still call out: a seat in no queue, which nobody rings. */
  const takeSeat = async (db: Db, by: Actor, via: Via): Promise<Seat> => {
    const sw = switchHere()
    const socket = socketFor(via)
    const me = by.id as StaffId, onlyOut = !by.may.has('call.take')
    const person = (await db.transaction(by, (tx) => staffByIds(tx, [me]))).get(me)
    const name = seatName(by.id)
    const queues = await db.transaction(by, async (tx) => {
      await seatOpened(tx, me)
      await store.insertSeat(tx, { staffId: me, seat: name, name: person?.name ?? name, onlyOut })
      return onlyOut ? [] : store.queues(tx)
    })
    const password = secret()
    await sw.openSeat(name, password, person?.name ?? name, socket)
    return seat(name, password, socket, queues)
  }

  return {
    takeSeat: (db, _given, by, via) => takeSeat(db, by, via),
    takeOutSeat: (db, _given, by, via) => takeSeat(db, by, via),
    outPresence: (tx, _given, by) => line.presence(tx, by.id),
    presence: (tx, _given, by) => line.presence(tx, by.id),
    async setPresence(db, { state, reason }, by) {
      switchHere()
      const own = await db.transaction(by, async (tx) => {
        const found = await store.seatOfStaff(tx, by.id)
        if (!found) throw new Refusal('presence.no_seat')
        if (state === 'paused' && !(await store.pauseReasons(tx)).some((r) => r.code === reason)) throw new Refusal('presence.reason_needed', {}, 'reason')
        if (state === 'ready' && (await line.presence(tx, by.id)).state === 'wrap_up') throw new Refusal('presence.wrap_up_first')
        return found
      })
      await line.wish(by, own.seat, state, state === 'paused' ? reason! : null)
      return db.transaction(by, (tx) => line.presence(tx, by.id))
    },
    reasons: async (tx) => ({ pause: await store.pauseReasons(tx), wrapUp: await store.wrapUpCodes(tx) }),
    callerCard: (tx, given) => callerCard(tx, given),
    async calls(tx, { result, mine, q, day, after }, by) {
      const { zone } = await municipality(tx)
      const bounds = day ? { from: instantOf({ day, minute: 0 }, zone), to: instantOf({ day: nextDay(day), minute: 0 }, zone) } : undefined
      const [at, id] = after?.split('|') ?? []
      const digits = q?.replace(/\D/g, '')
      const rows = await store.listCalls(tx, {
        ...(result ? { result } : {}), ...(mine ? { staffId: by.id } : {}), ...(digits ? { digits } : {}), ...bounds, ...(at && id ? { after: { at, id } } : {}),
      }, pageSize + 1)
      const page = rows.slice(0, pageSize)
      const last = page.at(-1)
      return { rows: await shown(tx, page), next: rows.length > pageSize && last ? `${last.arrivedAt}|${last.id}` : null }
    },
    async call(tx, { callId }) {
      const row = await store.callById(tx, callId)
      if (!row) throw new Refusal('call.not_found')
      return (await shown(tx, [row]))[0]!
    },
    async wrapUp(tx, given, by) {
      await wrapUp(tx, given, by)
      line.reconcileSoon()
      return done
    },
    async recording(db, { callId, why }, by) {
      const row = await db.transaction(by, (tx) => heard(tx, callId, by))
      if (!row) throw new Refusal('call.not_found')
      return listened(db, by, { callId, why, at: row.arrivedAt, file: row.recording ?? row.message })
    },
    async voiceMessage(db, { callId, why }, by) {
      const row = await db.transaction(by, (tx) => store.callById(tx, callId))
      if (!row) throw new Refusal('call.not_found')
      return listened(db, by, { callId, why, at: row.arrivedAt, file: row.message })
    },
    async bringIn(db, { callId, number }, by) {
      const sw = switchHere()
      const own = await db.transaction(by, (tx) => store.seatOfStaff(tx, by.id))
      if (!own || (await sw.bringIn({ callId, seat: own.seat, number })) === 'not_in_call') throw new Refusal('call.not_live')
      return done
    },
    parties: (_db, { callId }) => switchHere().parties(callId),
    async sendOut(db, { callId, party }, by) {
      const sw = switchHere()
      const own = await db.transaction(by, (tx) => store.seatOfStaff(tx, by.id))
      if (!own || !(await sw.inCall(callId, own.seat))) throw new Refusal('call.not_live')
      await sw.sendOut(callId, party)
      return done
    },
    board: async (tx) => line.board(tx, await openTaskCount(tx)),
    // What is wrong with the system is told to those who work here.
    alarms: async (tx, _given, by) => (by.scope === 'place' ? [] : line.alarms(tx)),
    async testPhone(_db, _given, _by, via) {
      // It says itself which number it plays: like the demonstration's accounts, for this machine alone.
      if (!options.demo || !via.loopback) throw new Refusal('call.demo_only')
      const socket = socketFor(via)
      const password = secret()
      const { name } = await switchHere().openTestPhone(password)
      return seat(name, password, socket, [])
    },
  }
}

/** The call, if this person may hear it: the desk's people any, a directorate those of its own cases whose teller is not kept from it. */
async function heard(tx: Parameters<Parameters<Db['transaction']>[1]>[0], callId: string, by: Actor): Promise<{ recording: string | null; message: string | null; arrivedAt: string } | undefined> {
  if (by.scope === 'desk') return store.callById(tx, callId)
  return by !== visitor && (await mayHear(tx, callId as never)) ? store.recordingOf(tx, callId) : undefined
}
