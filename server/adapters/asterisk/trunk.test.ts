/** Calls that leave through the carrier's line: the mobile on duty, and the numbers an operator calls. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPhone, strength, type Phone } from '../../testing/sip.ts'
import { recordings } from './spool.ts'
import { settings, testLine, type TestLine } from './testing.ts'

let line: TestLine
let carrier: Phone
beforeAll(async () => {
  carrier = await openPhone({ user: 'carrier' })
  line = await testLine({ trunk: { host: '127.0.0.1', port: carrier.port } })
  carrier.sipPort = line.ports.sip
  await line.desk.push({ ...settings, mobile: '+90 500 000 01 00', ownName: 'Çağlayan "Merkez", $Belediyesi' })
})
afterAll(async () => {
  await carrier?.[Symbol.asyncDispose]()
  await line?.[Symbol.asyncDispose]()
})

test('with nobody ready the mobile on duty rings, is told our number, and both are recorded', async () => {
  await using phone = await line.citizen('05325550101')
  const call = await phone.call('153')
  const ringing = await carrier.rings()
  expect(ringing.told.get('to')![0]).toContain('05000000100')
  expect(ringing.told.get('from')![0]).toContain('153')
  ringing.hertz = 900
  call.hertz = 500
  ringing.answer()
  await ringing.hears(500)
  await call.hears(900)
  call.hangUp()
  const row = await line.rowOf('05325550101')
  expect(row).toMatchObject({ result: 'forwarded', seat: null, answeredAt: expect.any(Date) })
  await line.until(async () => (await recordings(line.paths.recordings).read(row.recording!))!.seconds, (seconds) => seconds > 0.5)
})

test.each(['declines', 'does not answer'])('when the mobile %s a message is taken', async (how) => {
  const from = how === 'declines' ? '05325550102' : '05325550103'
  await using phone = await line.citizen(from)
  const call = await phone.call('153')
  const ringing = await carrier.rings()
  if (how === 'declines') ringing.hangUp()
  await call.hears(line.tone('leave-message'))
  call.hangUp()
  expect(await line.rowOf(from)).toMatchObject({ result: 'no_answer' })
})

test('key 2 works while the mobile rings', async () => {
  await using phone = await line.citizen('05325550104')
  const call = await phone.call('153')
  const ringing = await carrier.rings()
  call.press('2')
  await call.hears(line.tone('callback-promised'))
  expect(await ringing.ended()).toBe('them')
  expect(await line.rowOf('05325550104')).toMatchObject({ result: 'call_back' })
})

test.each(['05321112233', '+905321112233', '00905321112233'])('an operator calls %s with our number; the citizen hears that it is recorded, then both are', async (dialled) => {
  await using seat = await line.ready('seat-b1')
  const call = await seat.call(dialled, { headers: ['X-Akmasa-Case: 0193-ab', 'X-Akmasa-Task: 0193-cd'] })
  const ringing = await carrier.rings()
  expect(ringing.told.get('to')![0]).toContain('05321112233')
  expect(ringing.told.get('from')![0]).toMatch(/^"Çağlayan Merkez Belediyesi" <sip:153@/)
  ringing.answer()
  await ringing.hears(line.tone('notice-outside'))
  ringing.hertz = 500
  call.hertz = 900
  await ringing.hears(900)
  await call.hears(500)
  call.hangUp()
  await ringing.ended()
  const row = await line.rowOf('05321112233')
  expect(row).toMatchObject({ direction: 'out', result: 'out_answered', seat: 'seat-b1', hungUpBy: 'operator' })
  expect(line.records.findLast((one) => one.event === 'cc-outside')!.facts).toMatchObject({ case: '0193-ab', task: '0193-cd' })
  const side = async (which: number) => {
    const { bytes } = (await recordings(line.paths.recordings).read(row.recording!))!
    return new Int16Array(bytes.buffer.slice(bytes.byteOffset + 44, bytes.byteOffset + bytes.length)).filter((_, i) => i % 2 === which).slice(-1000)
  }
  // Left the citizen, right the desk; the recorder writes its last second a moment after the call.
  await line.until(async () => [await side(0), await side(1)] as const, ([citizen, desk]) => strength(citizen, 500) > 1000 && strength(desk, 900) > 1000)
})

test('a number that does not answer, and one that hangs up first', async () => {
  await using seat = await line.ready('seat-b2')
  const call = await seat.call('05321112234')
  const declined = await carrier.rings()
  declined.hangUp()
  await call.ended()
  expect(await line.rowOf('05321112234')).toMatchObject({ result: 'out_no_answer', answeredAt: null, recording: null })

  const second = await seat.call('05321112235')
  const ringing = await carrier.rings()
  ringing.hertz = 500
  ringing.answer()
  await second.hears(500)
  ringing.hangUp()
  await second.ended()
  expect(await line.rowOf('05321112235')).toMatchObject({ result: 'out_answered', hungUpBy: 'caller' })
})
