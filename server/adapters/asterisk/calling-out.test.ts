/** A directorate calls a citizen: a seat for calling out alone, on a real Asterisk over a real database. */
import { expect, test } from 'vitest'
import { callsApi } from '../../../contracts/calls.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { silentLog } from '../../platform/log.ts'
import { makeCalls } from '../../rooms/calls/index.ts'
import { casesOfCalls, mayHear } from '../../rooms/cases/index.ts'
import { aTown, opened } from '../../rooms/cases/testing.ts'
import { openPhone, strength } from '../../testing/sip.ts'
import { testSwitch } from '../../testing/switch.ts'
import { directorOf, officerOf, testDesk } from '../../testing.ts'
import { connectAsterisk, prompts } from './index.ts'

async function house() {
  const desk = await testDesk(new Date().toISOString())
  const town = await aTown(desk)
  await desk.look(`insert into calls.incoming_number (number, name_tr, name_en, queue) values ('153', 'Çağrı', 'Line', 'main')`)
  const carrier = await openPhone({ user: 'carrier' })
  const line = await testSwitch({ trunk: { host: '127.0.0.1', port: carrier.port }, seconds: { ring: 3, wait: 20, mobile: 5, message: 3 } })
  carrier.sipPort = line.ports.sip
  const telephone = connectAsterisk(line.access, () => {})
  const room = makeCalls(desk.db, telephone, { sockets: { plain: line.access.socket }, demo: true, announcements: prompts, queues: ['main'] }, silentLog)
  const following = room.line.start()
  /** Asked again until it is so; every transaction wakes the switch’s followers. */
  const until = async <T>(ask: () => Promise<T>, right: (found: T) => boolean): Promise<T> => {
    for (;;) {
      const found = await ask()
      if (right(found)) return found
      await new Promise((go) => setTimeout(go, 50))
    }
  }
  await until(async () => room.line.connected(), (yes) => yes)
  return {
    desk, town, carrier, line, telephone, room, until,
    async outSeat(by: Actor) {
      const { handler } = room.operations!.find((one) => one.operation === callsApi.takeOutSeat)!
      return (handler as (db: Db, given: object, by: Actor, via: object) => Promise<{ seat: string; queues: string[] }>)(desk.db, {}, by, { came: { secure: false, host: '127.0.0.1' }, loopback: true })
    },
    async [Symbol.asyncDispose]() {
      await following.stop()
      await telephone.switch.stop()
      await line[Symbol.asyncDispose]()
      await carrier[Symbol.asyncDispose]()
      await desk[Symbol.asyncDispose]()
    },
  }
}

test('an officer’s seat is in no queue and never rung by one; she calls the citizen with our number, both are recorded, and the call stands on the case', async () => {
  await using h = await house()
  const { id } = await opened(h.desk, h.town)
  const officer = h.town.officer('roads'), director = directorOf(h.town.directorate('roads')), stranger = officerOf(h.town.directorate('finance'))
  await h.desk.look(`insert into identity.staff (id, name, name_folded, email, roles, directorate_id, language, must_change_password) values ($1, 'Oya Yol', 'oya yol', 'oya@example.org', '{officer}', $2, 'tr', false)`, [officer.id, officer.directorateId])
  // She took calls once; from now on she calls out alone.
  await h.desk.look(`insert into calls.seat (staff_id, seat, name, wanted, since) values ($1, $2, 'Oya Yol', 'ready', now())`, [officer.id, `seat-${officer.id.replaceAll('-', '').slice(-8)}`])
  const { seat, queues } = await h.outSeat(officer)
  expect(queues).toEqual([])
  await using telephone = await h.line.operator(seat)
  let rung = false
  void telephone.rings().then(() => { rung = true })
  await h.until(() => h.telephone.switch.snapshot(), (now) => now.seats.some((one) => one.seat === seat && one.reachable && !one.member))

  // Nobody else is there: the caller comes to the message, and the officer's telephone has stayed silent.
  await using citizen = await h.line.citizen('05325550401')
  const call = await citizen.call('153')
  await call.hears(h.line.tone('leave-message'))
  call.hangUp()
  await call.ended()
  expect([rung, await h.desk.as(officer, (tx) => h.room.line.presence(tx, officer.id))]).toMatchObject([false, { state: 'away' }])

  const out = await telephone.call('05320000001', { headers: [`X-Akmasa-Case: ${id}`] })
  const ringing = await h.carrier.rings()
  expect([ringing.told.get('to')![0], ringing.told.get('from')![0]]).toEqual([expect.stringContaining('05320000001'), expect.stringMatching(/<sip:153@/)])
  ringing.answer()
  ringing.hertz = 500
  out.hertz = 900
  await out.hears(500)
  const talking = await h.until(() => h.desk.as(officer, (tx) => h.room.line.presence(tx, officer.id)), (now) => now.callId !== null)
  expect(talking.state).toBe('on_call')
  // The board of the line shows whoever takes calls.
  expect((await h.desk.as(director, (tx) => h.room.line.board(tx, 0))).operators).toEqual([])
  out.hangUp()
  await ringing.ended()

  const callId = talking.callId!
  const row = await h.until(async () => (await h.desk.look<{ result: string; staff_id: string; recording: string }>('select result, staff_id, recording from calls.call where id = $1 and ended_at is not null', [callId]))[0], Boolean)
  expect(row).toMatchObject({ result: 'out_answered', staff_id: officer.id })
  expect(await h.desk.look('select direction, channel, what, call_id from contact.word where case_id = $1', [id])).toEqual([{ direction: 'out', channel: 'call', what: 'called', call_id: callId }])
  expect(await h.desk.do((tx) => casesOfCalls(tx, [callId]))).toMatchObject([{ id }])
  expect([await h.desk.as(director, (tx) => mayHear(tx, callId)), await h.desk.as(stranger, (tx) => mayHear(tx, callId))]).toEqual([true, false])
  const side = async (which: number) => {
    const bytes = (await h.telephone.recordings.read(row!.recording))?.bytes
    return bytes ? new Int16Array(bytes.buffer.slice(bytes.byteOffset + 44, bytes.byteOffset + bytes.length)).filter((_, i) => i % 2 === which).slice(-1000) : new Int16Array(0)
  }
  await h.until(async () => [await side(0), await side(1)] as const, ([hers, ours]) => strength(hers, 500) > 1000 && strength(ours, 900) > 1000)
  expect(rung).toBe(false)
})

test('what a telephone says its call is about is believed only where there is such a case, and of a tip-off no directorate learns', async () => {
  await using h = await house()
  const tip = await opened(h.desk, h.town, { kind: 'tip_off' })
  await using seat = await h.line.operator('seat-0a0b0c0d')
  const about = async (number: string, headers: string[]) => {
    const call = await seat.call(number, { headers })
    const ringing = await h.carrier.rings()
    ringing.hertz = 500
    ringing.answer()
    await call.hears(500)
    call.hangUp()
    await ringing.ended()
    return h.until(async () => (await h.desk.look<{ id: string }>(`select id from calls.call where direction = 'out' and dialled like $1 and ended_at is not null`, [`%${number.slice(1)}`]))[0], Boolean)
  }
  await about('05320000002', ['X-Akmasa-Case: 0193-ab', 'X-Akmasa-Task: 00000000-0000-0000-0000-000000000000'])
  expect(await h.desk.look('select 1 from cases.talk')).toEqual([])
  const of = await about('05320000003', [`X-Akmasa-Case: ${tip.id}`])
  expect(await h.desk.look('select case_id from cases.talk')).toEqual([{ case_id: tip.id }])
  expect(await h.desk.as(directorOf(h.town.directorate('roads')), (tx) => mayHear(tx, of!.id as never))).toBe(false)
})
