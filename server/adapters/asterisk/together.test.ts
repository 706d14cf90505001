/** A third in a live call, on a real Asterisk: all hear each other, whoever leaves, and all of it is recorded. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPhone, strength, type Line, type Phone } from '../../testing/sip.ts'
import { recordings } from './spool.ts'
import { testLine, type TestLine } from './testing.ts'

let line: TestLine, carrier: Phone
beforeAll(async () => {
  carrier = await openPhone({ user: 'carrier' })
  line = await testLine({ trunk: { host: '127.0.0.1', port: carrier.port } })
  carrier.sipPort = line.ports.sip
})
afterAll(async () => {
  await carrier?.[Symbol.asyncDispose]()
  await line?.[Symbol.asyncDispose]()
})

const callOf = async (seat: Line) => seat.told.get('x-akmasa-call')![0]!
/** A citizen (500 Hz) and an operator (900 Hz) in talk. */
async function talk(seat: Phone, from: string) {
  const phone = await line.citizen(from)
  const citizen = await phone.call('153')
  const operator = await seat.rings()
  citizen.hertz = 500
  operator.hertz = 900
  operator.answer()
  await citizen.hears(900)
  await operator.hears(500)
  return { citizen, operator, callId: await callOf(operator), [Symbol.asyncDispose]: () => phone[Symbol.asyncDispose]() }
}
async function third(number: string, hertz: number): Promise<Line> {
  const ringing = await carrier.rings()
  expect(ringing.told.get('to')![0]).toContain(number)
  ringing.hertz = hertz
  return ringing
}
/** Another second of sound: the recorder is that far behind. */
async function aWhile(one: Line): Promise<void> {
  const until = one.heard().length + 8000
  await one.until(() => one.heard().length >= until)
}
/** Somewhere in this side of the recording each of these tones is. */
async function recorded(file: string, side: 0 | 1, tones: number[]): Promise<void> {
  const parts = async () => {
    const { bytes } = (await recordings(line.paths.recordings).read(file))!
    const samples = new Int16Array(bytes.buffer.slice(bytes.byteOffset + 44, bytes.byteOffset + bytes.length)).filter((_, i) => i % 2 === side)
    return Array.from({ length: Math.floor(samples.length / 2000) }, (_, i) => samples.subarray(i * 2000, (i + 1) * 2000))
  }
  await line.until(parts, (all) => tones.every((hertz) => all.some((part) => strength(part, hertz) > 700)))
}

test('112 is brought in: the three hear each other, the operator leaves, the two go on, and all three are in the recording of one call', async () => {
  await using seat = await line.ready('seat-e1')
  await using talking = await talk(seat, '05325550201')
  const { citizen, operator, callId } = talking
  expect([await line.desk.inCall(callId, 'seat-e1'), await line.desk.inCall(callId, 'seat-e2')]).toEqual([true, false])
  expect(await line.desk.bringIn({ callId, seat: 'seat-e1', number: '112' })).toBe('rings')
  const help = await third('112', 1300)
  // Nothing is lost while it rings.
  await citizen.hears(900)
  expect(await line.desk.parties(callId)).toMatchObject([{ number: '112', here: false }])
  help.answer()
  await Promise.all([citizen.hears(1300), citizen.hears(900), operator.hears(1300), operator.hears(500), help.hears(500), help.hears(900)])
  expect(await line.until(() => line.desk.parties(callId), ([one]) => one?.here === true)).toMatchObject([{ number: '112', here: true }])
  await aWhile(citizen)

  operator.hangUp()
  citizen.hertz = 600
  await help.hears(600)
  help.hertz = 1500
  await citizen.hears(1500)
  await aWhile(citizen)
  citizen.hangUp()
  expect(await help.ended(), 'the last one is not left alone').toBe('them')

  const row = await line.rowOf('05325550201')
  expect(row).toMatchObject({ result: 'answered', seat: 'seat-e1', hungUpBy: 'caller', direction: 'in' })
  expect(row.id).toBe(callId)
  await recorded(row.recording!, 0, [500, 600])
  await recorded(row.recording!, 1, [900, 1300, 1500])
})

test('nobody answers: citizen and operator talk on as if nothing had been, and another is tried', async () => {
  await using seat = await line.ready('seat-e2')
  await using talking = await talk(seat, '05325550202')
  const { citizen, operator, callId } = talking
  await line.desk.bringIn({ callId, seat: 'seat-e2', number: '05321112233' })
  const declines = await third('05321112233', 1300)
  declines.hangUp()
  await line.until(() => line.desk.parties(callId), (all) => all.length === 0)
  citizen.hertz = 600
  operator.hertz = 1100
  await citizen.hears(1100)
  await operator.hears(600)

  await line.desk.bringIn({ callId, seat: 'seat-e2', number: '05321112244' })
  const comes = await third('05321112244', 1300)
  comes.answer()
  // He hears first that it is recorded.
  await comes.hears(line.tone('notice-outside'))
  await citizen.hears(1300)
  // Let go again, and the two go on.
  const [party] = await line.until(() => line.desk.parties(callId), ([one]) => one?.here === true)
  await line.desk.sendOut(callId, party!.id)
  expect(await comes.ended()).toBe('them')
  citizen.hertz = 500
  await operator.hears(500)
  citizen.hangUp()
  expect(await operator.ended()).toBe('them')
  expect(await line.rowOf('05325550202')).toMatchObject({ result: 'answered', hungUpBy: 'caller' })
})

test('the operator leaves while the third rings in vain: the citizen goes back to the queue and is answered again', async () => {
  await using seat = await line.ready('seat-e3')
  await using talking = await talk(seat, '05325550203')
  const { citizen, operator, callId } = talking
  await line.desk.bringIn({ callId, seat: 'seat-e3', number: '05321112255' })
  const rung = await third('05321112255', 1300)
  operator.hangUp()
  await operator.ended()
  rung.hangUp()
  const again = await seat.rings()
  again.hertz = 1000
  again.answer()
  await citizen.hears(1000)
  citizen.hangUp()
  expect(await line.rowOf('05325550203')).toMatchObject({ result: 'answered', id: callId })
})

test('a call of ours takes a third too, and stays one call', async () => {
  await using seat = await line.ready('seat-e5')
  const call = await seat.call('05321112266')
  const citizen = await third('05321112266', 500)
  call.hertz = 900
  citizen.answer()
  await citizen.hears(900)
  await call.hears(500)
  const callId = (await line.desk.snapshot()).live[0]!
  expect(await line.desk.bringIn({ callId, seat: 'seat-e5', number: '112' })).toBe('rings')
  const help = await third('112', 1300)
  help.answer()
  await Promise.all([citizen.hears(1300), citizen.hears(900), help.hears(500), call.hears(1300)])
  await aWhile(citizen)
  citizen.hangUp()
  await help.hears(900)
  call.hangUp()
  await help.ended()
  const row = await line.rowOf('05321112266')
  expect(row).toMatchObject({ direction: 'out', result: 'out_answered', seat: 'seat-e5', id: callId })
  await recorded(row.recording!, 1, [900, 1300])
})

test.each(['0044123456', '09001112233'])('%s cannot be brought in either', async (number) => {
  const name = number.startsWith('00') ? 'seat-e6' : 'seat-e8'
  await using seat = await line.ready(name)
  await using talking = await talk(seat, `0532555${number.slice(0, 4)}`)
  const { citizen, operator, callId } = talking
  await line.desk.bringIn({ callId, seat: name, number })
  await line.until(() => line.records.some((one) => one.event === 'cc-refused' && one.facts.dialled === number), Boolean)
  citizen.hertz = 600
  await operator.hears(600)
})

test('a seat that is in no call brings nobody in', async () => {
  await using _seat = await line.ready('seat-e7')
  expect(await line.desk.bringIn({ callId: 'akmasa-1.1', seat: 'seat-e7', number: '112' })).toBe('not_in_call')
})
