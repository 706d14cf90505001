/** Paging on a real Asterisk: several telephones ring, one person has it, and nobody is left over. */
import { EventEmitter, once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Heard, Pager } from '../../rooms/duty/index.ts'
import { type Line, openPhone, type Phone } from '../../testing/sip.ts'
import { newId } from '../../platform/ids.ts'
import { tone, wavHeader } from './audio.ts'
import { callRecords } from './logs.ts'
import { asteriskPager } from './pager.ts'
import { testLine, type TestLine } from './testing.ts'

let line: TestLine, carrier: Phone, pager: Pager
const heard: Heard[] = []
const more = new EventEmitter().setMaxListeners(0)
let following: { stop(): Promise<void> }
const said = 3000

beforeAll(async () => {
  carrier = await openPhone({ user: 'carrier' })
  line = await testLine({ trunk: { host: '127.0.0.1', port: carrier.port } })
  carrier.sipPort = line.ports.sip
  const records = callRecords(line.paths.callRecords, (problem) => { throw problem })
  pager = asteriskPager(line.desk.ami, records, { runDir: line.runDir, speech: async () => async (words, _language, file) => {
    const [hertz, seconds] = words.split(':').map(Number)
    const samples = tone(hertz!, seconds!)
    await writeFile(file, Buffer.concat([wavHeader(samples.length * 2, 1), Buffer.from(samples.buffer)]))
  } })
  following = pager.follow(undefined, async (batch) => { heard.push(...batch); more.emit('more') })
})
afterAll(async () => {
  await following?.stop()
  await carrier?.[Symbol.asyncDispose]()
  await line?.[Symbol.asyncDispose]()
})

const numbers = ['05320000001', '05320000002', '05320000003']
const ring = (id: string, phones = numbers, seconds = 20) => pager.ring({ id, sound: id, seconds, legs: phones.map((phone, i) => ({ leg: i + 1, phone: `+9${phone}`, language: 'tr' })) })
async function rings(count: number): Promise<Line[]> {
  const found: Line[] = []
  for (let i = 0; i < count; i++) found.push(await carrier.rings())
  const dialled = (one: Line) => /sip:(\d+)@/.exec(one.told.get('to')![0]!)![1]!
  return found.sort((a, b) => (dialled(a) < dialled(b) ? -1 : 1))
}
async function recorded(ringId: string, what: Heard['what'], leg?: number): Promise<Heard> {
  for (;;) {
    const found = heard.find((one) => one.ringId === ringId && one.what === what && (leg === undefined || ('leg' in one && one.leg === leg)))
    if (found) return found
    await once(more, 'more')
  }
}

test('all ring at once with our number; whoever presses 1 has it, and a ringing and a listening telephone are let go', async () => {
  const id = newId<string>()
  // Long: whoever is let go only when it has been read to her would be here long after.
  const seconds = 12
  expect(await pager.say(id, { tr: `${said}:${seconds}`, en: '2700:1' })).toBe(true)
  await ring(id)
  const [ringing, listening, presses] = await rings(3)
  for (const one of [ringing, listening, presses]) expect(one!.told.get('from')![0]).toContain('153')
  // The known pitfall: a telephone that was answered and where no key is pressed.
  listening!.answer()
  await listening!.hears(said)
  presses!.answer()
  await presses!.hears(said)
  presses!.press('1')
  await presses!.hears(line.tone('page-thanks'))
  await listening!.hears(line.tone('page-taken'))
  expect(listening!.heard().length, 'heard far less than the message').toBeLessThan((seconds - 4) * 8000)
  expect(await Promise.all([ringing!.ended(), listening!.ended(), presses!.ended()])).toEqual(['them', 'them', 'them'])
  expect(await recorded(id, 'has')).toMatchObject({ leg: 3 })
  expect(await recorded(id, 'over', 1)).toMatchObject({ result: 'CANCEL' })
  expect(heard.filter((one) => one.ringId === id && one.what === 'has')).toHaveLength(1)
  await line.until(async () => (await line.desk.snapshot()).live, (live) => live.length === 0)
})

test('of two who press in one instant one has it, and the other is told so', async () => {
  const id = newId<string>()
  await ring(id, numbers.slice(0, 2))
  const both = await rings(2)
  for (const one of both) one.answer()
  for (const one of both) await one.hears(line.tone('page-press'))
  for (const one of both) one.press('1')
  const told = await Promise.all(both.map((one) => Promise.any([one.hears(line.tone('page-thanks')).then(() => 'has'), one.hears(line.tone('page-taken')).then(() => 'taken')])))
  expect(told.toSorted()).toEqual(['has', 'taken'])
  await Promise.all(both.map((one) => one.ended()))
  await recorded(id, 'over', 1)
  await recorded(id, 'over', 2)
  expect(heard.filter((one) => one.ringId === id && one.what === 'has')).toHaveLength(1)
})

test('asked twice for one ring, as after a crash in between, it rings once', async () => {
  const id = newId<string>()
  await ring(id, numbers.slice(0, 1))
  await ring(id, numbers.slice(0, 1))
  const [first] = await rings(1)
  first!.hangUp()
  await recorded(id, 'over')
  await ring(id, numbers.slice(0, 1))
  await line.until(async () => (await line.desk.snapshot()).live, (live) => live.length === 0)
  expect(heard.filter((one) => one.ringId === id && one.what === 'rang')).toHaveLength(1)
  await pager.forget(id)
})

test('ended by the desk, a ringing and a listening telephone are let go, and nobody has it', async () => {
  const id = newId<string>()
  await ring(id, numbers.slice(0, 2))
  const [ringing, listening] = await rings(2)
  listening!.answer()
  await listening!.hears(line.tone('page-press'))
  await pager.end(id, 2)
  await listening!.hears(line.tone('page-taken'))
  await Promise.all([ringing!.ended(), listening!.ended()])
  await recorded(id, 'over', 1)
  expect(heard.some((one) => one.ringId === id && one.what === 'has')).toBe(false)
})

test('two pages at once each have their own: who has the one does not end the other', async () => {
  const [roads, water] = [newId<string>(), newId<string>()]
  await ring(roads, numbers.slice(0, 1))
  await ring(water, numbers.slice(1, 2))
  const [first, second] = await rings(2)
  first!.answer()
  second!.answer()
  await first!.hears(line.tone('page-press'))
  first!.press('1')
  await recorded(roads, 'has')
  await first!.ended()
  await second!.hears(line.tone('page-press'))
  second!.press('1')
  await recorded(water, 'has')
  await second!.ended()
})

test('what nobody may dial from here is not paged either, and the others ring', async () => {
  const id = newId<string>()
  await pager.ring({ id, sound: id, seconds: 20, legs: [{ leg: 1, phone: '0044123456', language: 'tr' }, { leg: 2, phone: '+905320000002', language: 'en' }] })
  const [only] = await rings(1)
  expect(await recorded(id, 'over', 1)).toMatchObject({ result: 'REFUSED' })
  only!.hangUp()
  expect(await recorded(id, 'over', 2)).toMatchObject({ result: expect.stringMatching(/BUSY|CONGESTION/) })
})

test('a message that a person recorded is what they hear', async () => {
  const id = newId<string>()
  const samples = tone(1000, 0.5)
  await pager.say(id, { recording: Buffer.concat([wavHeader(samples.length * 2, 1), Buffer.from(samples.buffer)]) })
  await ring(id, numbers.slice(0, 1))
  const [only] = await rings(1)
  only!.answer()
  await only!.hears(1000)
  only!.hangUp()
  await recorded(id, 'over')
  await pager.unsay(id)
})
