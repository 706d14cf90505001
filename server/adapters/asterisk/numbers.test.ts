/** Who can reach whom, and as whom: numbers as callers write them, and the walls around what may be dialled. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPhone } from '../../testing/sip.ts'
import { testLine, type TestLine } from './testing.ts'

let line: TestLine
beforeAll(async () => {
  line = await testLine()
})
afterAll(() => line?.[Symbol.asyncDispose]())

test.each([
  ['anonymous'], ['Anonymous'], ['unknown'], ['0532x5550050'], ['0532%22%2C555'], ['$%7BSHELL(id)%7D'], ["05'or'1"], ['+9053255500501234567890123456789'], ['%0d%0a'],
])('a caller who writes %s for a number is a caller without one', async (from) => {
  const before = line.records.length
  await using phone = await line.citizen()
  const call = await phone.call('153', { from })
  await call.hears(line.tone('notice'))
  call.hangUp()
  await call.ended()
  await line.until(() => line.records.slice(before).some((one) => one.event === 'LINKEDID_END'), Boolean)
  expect(line.records.slice(before).find((one) => one.event === 'cc-arrived')!.facts.caller).toBe('')
  expect(line.records.slice(before).every((one) => /^(anonymous|)$/.test(one.number) || one.event === 'CHAN_START')).toBe(true)
})

test('whoever withholds the number by his carrier is not shown by it', async () => {
  await using phone = await line.citizen()
  const call = await phone.call('153', { from: '05325550055', headers: ['Privacy: id'] })
  await call.hears(line.tone('notice'))
  call.hangUp()
  await call.ended()
  await line.until(() => line.records.at(-1)?.event === 'LINKEDID_END', Boolean)
  expect(line.records.findLast((one) => one.event === 'cc-arrived')!.facts.caller).toBe('')
})

test.each(['04348271000', '+904348271000', '00904348271000', '904348271000', '4348271000'])('a line of the municipality is reached as %s, and known by one number', async (dialled) => {
  const from = `05${dialled.length}${dialled.slice(0, 3).replace('+', '1')}0001`
  await using phone = await line.citizen(from)
  const call = await phone.call(dialled)
  await call.hears(line.tone('notice'))
  call.hangUp()
  expect(await line.rowOf(from)).toMatchObject({ dialled: '04348271000', language: 'en' })
})

test.each(['154', '05321112233', '0044123456', 's', 'h', 'seat-a1', '700', 'queue', '1', '%2e%2e'])('a caller cannot reach %s', async (dialled) => {
  await using phone = await line.citizen()
  expect(await (await phone.call(dialled)).ended()).toBe('404')
})

test.each(['0044123456', '+44123456789', '09001112233', '0011', '08001112233', '12', 'queue'])('a seat cannot ring %s', async (dialled) => {
  await using seat = await line.ready('seat-aa')
  expect(await (await seat.call(dialled)).ended()).toMatch(/^40[34]$/)
})

test('nobody is a seat without its password, and an old password is none', async () => {
  await line.desk.openSeat('seat-ab', 'first', 'Ayşe')
  await line.desk.openSeat('seat-ab', 'second', 'Ayşe')
  const codes = []
  for (const password of ['wrong', 'first']) {
    await using phone = await openPhone({ sipPort: line.ports.sip, user: 'seat-ab', password })
    codes.push(await phone.register(), await (await phone.call('05321112233')).ended())
  }
  expect(codes).toEqual([401, '401', 401, '401'])
})
