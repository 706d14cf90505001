/** What happens to a caller, on a real Asterisk with real telephones: every call ends as what it was. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWav, tone } from './audio.ts'
import { strength } from '../../testing/sip.ts'
import { recordings } from './spool.ts'
import { queues, testLine, type TestLine } from './testing.ts'

let line: TestLine
beforeAll(async () => {
  line = await testLine()
})
afterAll(() => line?.[Symbol.asyncDispose]())

test('a caller hears the notice and the greeting, speaks with an operator, and both are in the recording', async () => {
  await using seat = await line.ready('seat-a1')
  await using phone = await line.citizen('05325550001')
  const call = await phone.call('153')
  await call.hears(line.tone('notice'))
  await call.hears(line.tone('greeting'))
  const ringing = await seat.rings()
  ringing.hertz = 900
  call.hertz = 500
  ringing.answer()
  await ringing.hears(500)
  await call.hears(900)
  call.hangUp()

  expect(await ringing.ended()).toBe('them')
  const row = await line.rowOf('05325550001')
  expect(row).toMatchObject({ result: 'answered', seat: 'seat-a1', hungUpBy: 'caller', dialled: '153', queue: 'main', emergency: false, message: null })
  expect([row.arrivedAt, row.queuedAt, row.rangAt, row.answeredAt, row.endedAt].map(Number)).toEqual([row.arrivedAt, row.queuedAt, row.rangAt, row.answeredAt, row.endedAt].map(Number).toSorted())
  // The browser knows the call from the ring itself, whoever else is dead.
  expect([ringing.told.get('x-akmasa-call'), ringing.told.get('x-akmasa-dialled')]).toEqual([[row.id], ['153']])

  // The recorder writes its last second a moment after the call, and may end either side with silence.
  const heard = async () => sides((await recordings(line.paths.recordings).read(row.recording!))!.bytes)
  const [citizen, desk] = await line.until(heard, (both) => has(both[0], 500) && has(both[1], 900))
  expect([has(citizen, 900), has(desk, 500)], 'each speaks on her own side').toEqual([false, false])
  expect(has(desk, line.tone('notice')), 'the notice comes before the recording').toBe(false)
})

test('an operator hangs up, and the row says so', async () => {
  await using seat = await line.ready('seat-a2')
  await using phone = await line.citizen('05325550002')
  const call = await phone.call('153')
  const ringing = await seat.rings()
  ringing.hertz = 900
  ringing.answer()
  await call.hears(900)
  ringing.hangUp()
  await call.ended()
  expect(await line.rowOf('05325550002')).toMatchObject({ result: 'answered', hungUpBy: 'operator' })
})

test('a caller who hangs up in the notice or in the greeting has a row that says where', async () => {
  await using phone = await line.citizen('05325550003')
  const inNotice = await phone.call('153')
  await inNotice.hears(line.tone('notice'))
  inNotice.hangUp()
  expect(await line.rowOf('05325550003')).toMatchObject({ result: 'abandoned_notice', hungUpBy: 'caller', recording: null })

  const inGreeting = await phone.call('153', { from: '05325550004' })
  await inGreeting.hears(line.tone('greeting'))
  inGreeting.hangUp()
  expect(await line.rowOf('05325550004')).toMatchObject({ result: 'abandoned_greeting', hungUpBy: 'caller', queuedAt: null })
})

test('a caller who hangs up while waiting, while a seat rings, or after it rang in vain', async () => {
  await using seat = await line.ready('seat-a3')
  await line.desk.setSeat('seat-a3', 'paused', queues, 'wrap-up')
  await using phone = await line.citizen()
  const waiting = await phone.call('153', { from: '05325550005' })
  await line.next('QueueCallerJoin')
  waiting.hangUp()
  expect(await line.rowOf('05325550005')).toMatchObject({ result: 'abandoned_queue', hungUpBy: 'caller', rangAt: null })

  await line.desk.setSeat('seat-a3', 'ready', queues)
  const rung = await phone.call('153', { from: '05325550006' })
  const ringing = await seat.rings()
  rung.hangUp()
  await ringing.ended()
  expect(await line.rowOf('05325550006')).toMatchObject({ result: 'abandoned_ringing', answeredAt: null, seat: null })

  const inVain = await phone.call('153', { from: '05325550007' })
  await (await seat.rings()).ended()
  expect((await line.desk.snapshot()).seats.find((one) => one.seat === 'seat-a3')).toMatchObject({ paused: true, reason: 'unanswered' })
  inVain.hangUp()
  expect(await line.rowOf('05325550007')).toMatchObject({ result: 'abandoned_queue' })
})

test('a seat that does not answer is passed over for the next one', async () => {
  await using silent = await line.ready('seat-a4')
  await using other = await line.ready('seat-a5')
  await using phone = await line.citizen('05325550008')
  const call = await phone.call('153')
  const rings = [silent.rings(), other.rings()]
  const first = await Promise.race(rings)
  const unanswered = first.told.get('to')![0]!.includes('seat-a4') ? 'seat-a4' : 'seat-a5'
  await first.ended()
  const second = (await Promise.all(rings)).find((ring) => ring !== first)!
  second.hertz = 900
  second.answer()
  await call.hears(900)
  call.hangUp()
  expect(await line.rowOf('05325550008')).toMatchObject({ result: 'answered' })
  expect((await line.desk.snapshot()).seats.find((one) => one.seat === unanswered)).toMatchObject({ paused: true })
})

test.each(['notice', 'greeting', 'queue'] as const)('key 1 in the %s goes before everyone who waits', async (stage) => {
  const [ordinary, urgent] = [`0532555${stage.length}010`, `0532555${stage.length}011`]
  await using seat = await line.ready('seat-a6')
  await line.desk.setSeat('seat-a6', 'paused', queues, 'wrap-up')
  await using phone = await line.citizen()
  const first = await phone.call('153', { from: ordinary })
  await line.next('QueueCallerJoin')
  const emergency = await phone.call('153', { from: urgent })
  if (stage === 'queue') await line.next('QueueCallerJoin')
  else await emergency.hears(line.tone(stage))
  emergency.press('1')
  await line.next('QueueCallerJoin', (event) => event.Queue === 'emergency')

  await line.desk.setSeat('seat-a6', 'ready', queues)
  const ringing = await seat.rings()
  expect(ringing.told.get('from')![0]).toContain(urgent)
  expect(ringing.told.get('x-akmasa-emergency')).toEqual(['1'])
  ringing.hertz = 900
  ringing.answer()
  await emergency.hears(900)
  emergency.hangUp()
  expect(await line.rowOf(urgent)).toMatchObject({ result: 'answered', emergency: true, recording: expect.any(String) })
  first.hangUp()
  expect(await line.rowOf(ordinary)).toMatchObject({ emergency: false })
})

test.each(['notice', 'greeting', 'queue'] as const)('key 2 in the %s leaves a call-back, and says so', async (stage) => {
  const from = `0532555${stage.length}020`
  await using _seat = await line.ready('seat-a7')
  await line.desk.setSeat('seat-a7', 'paused', queues, 'wrap-up')
  await using phone = await line.citizen(from)
  const call = await phone.call('153')
  if (stage === 'queue') await line.next('QueueCallerJoin')
  else await call.hears(line.tone(stage))
  call.press('2')
  await call.hears(line.tone('callback-promised'))
  expect(await call.ended()).toBe('them')
  expect(await line.rowOf(from)).toMatchObject({ result: 'call_back', from, hungUpBy: 'system' })
})

test('with nobody ready a message is taken; a breath after the tone is none', async () => {
  await using phone = await line.citizen()
  const call = await phone.call('153', { from: '05325550030' })
  await call.hears(line.tone('leave-message'))
  await call.hears(1000)
  call.hertz = 700
  await call.hears(line.tone('message-taken')) // after three seconds
  await call.ended()
  const row = await line.rowOf('05325550030')
  expect(row).toMatchObject({ result: 'voice_message', message: `${row.id}-message.sln` })
  const message = await recordings(line.paths.recordings).read(row.message!)
  expect(has(readWav(message!.bytes).samples, 700)).toBe(true)
  expect(message!.seconds).toBeGreaterThan(2)

  const breath = await phone.call('153', { from: '05325550031' })
  await breath.hears(1000)
  breath.hangUp()
  expect(await line.rowOf('05325550031')).toMatchObject({ result: 'no_answer', message: null })
})

test('a message whose teller just hangs up is kept', async () => {
  await using phone = await line.citizen('05325550032')
  const call = await phone.call('153')
  await call.hears(1000)
  call.play(tone(700, 1))
  await line.until(async () => (await recordings(line.paths.recordings).read(`${line.records.findLast((one) => one.event === 'cc-arrived')!.callId}-message.sln`))?.seconds ?? 0, (seconds) => seconds > 1)
  call.hangUp()
  expect(await line.rowOf('05325550032')).toMatchObject({ result: 'voice_message', hungUpBy: 'caller' })
})

test('whoever withholds the number and asks to be called back is asked to say it', async () => {
  await using phone = await line.citizen()
  const call = await phone.call('153', { from: 'anonymous' })
  await call.hears(line.tone('notice'))
  call.press('2')
  await call.hears(line.tone('no-number'))
  call.hangUp()
  await call.ended()
})

test('an operator on a break does not keep callers waiting, one who wraps up a call does', async () => {
  await using _seat = await line.ready('seat-a8')
  await line.desk.setSeat('seat-a8', 'paused', queues, 'wrap-up')
  await using phone = await line.citizen('05325550040')
  const call = await phone.call('153')
  await line.next('QueueCallerJoin')
  await line.desk.setSeat('seat-a8', 'paused', queues, 'lunch')
  await call.hears(line.tone('leave-message'))
  call.hangUp()
  expect(await line.rowOf('05325550040')).toMatchObject({ result: 'no_answer' })
})

test('an operator whose browser vanished without a word keeps nobody waiting', async () => {
  const seat = await line.operator('seat-a9')
  await line.desk.setSeat('seat-a9', 'paused', queues, 'wrap-up')
  await using phone = await line.citizen('05325550041')
  const call = await phone.call('153')
  await line.next('QueueCallerJoin')
  await seat[Symbol.asyncDispose]()
  await call.hears(line.tone('leave-message'))
  call.hangUp()
  await line.desk.setSeat('seat-a9', 'away', [])
  expect((await line.desk.snapshot()).seats.find((one) => one.seat === 'seat-a9')).toMatchObject({ reachable: false, member: false })
})

test('two callers at once: each gets an operator of her own', async () => {
  await using one = await line.ready('seat-ac')
  await using other = await line.ready('seat-ad')
  await using phone = await line.citizen()
  const calls = [await phone.call('153', { from: '05325550060' }), await phone.call('153', { from: '05325550061' })]
  const rings = await Promise.all([one.rings(), other.rings()])
  for (const ring of rings) {
    ring.hertz = 900
    ring.answer()
  }
  for (const call of calls) {
    await call.hears(900)
    call.hangUp()
  }
  const rows = await Promise.all(['05325550060', '05325550061'].map((from) => line.rowOf(from)))
  expect(rows.map((row) => row.seat).toSorted()).toEqual(['seat-ac', 'seat-ad'])
})

test('the desk sees who waits, who rings and who talks', async () => {
  await using seat = await line.ready('seat-ae')
  await using phone = await line.citizen('05325550070')
  const state = async () => (await line.desk.snapshot()).seats.find((one) => one.seat === 'seat-ae')
  expect(await state()).toMatchObject({ reachable: true, member: true, paused: false, busy: false, ringing: false })
  const call = await phone.call('153')
  const ringing = await seat.rings()
  await line.until(state, (found) => found?.ringing === true)
  const { waiting, live } = await line.desk.snapshot()
  expect(waiting).toMatchObject([{ queue: 'main', from: '05325550070' }])
  expect(live).toEqual([waiting[0]!.callId])
  ringing.answer()
  await line.until(state, (found) => found?.busy === true && !found.ringing)
  call.hangUp()
  await line.until(state, (found) => found?.busy === false)
})

/** Both sides of a stereo WAV: the citizen's, the desk's. */
function sides(wav: Buffer): [Int16Array, Int16Array] {
  const samples = new Int16Array(wav.buffer.slice(wav.byteOffset + 44, wav.byteOffset + wav.length))
  const side = (which: number) => samples.filter((_, i) => i % 2 === which)
  return [side(0), side(1)]
}

/** Is this tone to be heard anywhere in it, for an eighth of a second? */
function has(samples: Int16Array, hertz: number): boolean {
  for (let from = 0; from + 1000 <= samples.length; from += 500) if (strength(samples.slice(from, from + 1000), hertz) > 1000) return true
  return false
}
