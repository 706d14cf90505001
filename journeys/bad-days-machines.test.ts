/** Bad days of machines: each of them killed in the middle of its work, and a disk that fills up. Nobody helps them back. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tr } from '../console/src/texts/tr.ts'
import { openPhone, type Phone, strength } from '../server/testing/sip.ts'
import { launch } from './support/browser.ts'
import { type Desk, deskOf, draftsOf, ledgerFrom, topicOf } from './support/desk.ts'
import { type House, startHouse, stateOf } from './support/house.ts'
import { isBack, kill, pidOf, shortenAnnouncements, sipPort } from './support/machines.ts'
import { answers, bothHear, type Operator, ready, saysSaved, seated, whoRings, wrapsUp, writes, written } from './support/operator.ts'
import { soon } from './support/soon.ts'

let house: House
let browser: Browser
let chief: Desk
let phone: Phone
let first: Operator
let second: Operator
const houses: House[] = []

beforeAll(async () => {
  ;[house, browser] = await Promise.all([startHouse(), launch()])
  houses.push(house)
  shortenAnnouncements(house)
  chief = await deskOf(house, house.account('supervisor'))
  phone = await openPhone({ sipPort: sipPort(house) })
  const [one, two] = house.accounts.filter((a) => a.roles.includes('operator'))
  first = await seated(browser, house, one!)
  second = await seated(browser, house, two!)
})
afterAll(async () => {
  await phone?.[Symbol.asyncDispose]()
  await browser?.close()
  for (const one of houses.reverse()) await one[Symbol.asyncDispose]()
})

test('kill -9 of PostgreSQL under load: no acknowledged case is lost, no number is given twice, and the call in talk does not notice', async () => {
  const ledger = await ledgerFrom(chief)
  await ready(first)
  const talk = await phone.call('153', { from: '+905550000101' })
  await answers(first)
  await bothHear(talk, first)

  const topicId = (await topicOf(chief, 'kanal-tikali')).id
  const acknowledged = new Map<string, string>()
  const sent = new Set<string>()
  let failures = 0
  let enough = false
  /** As a console does: whatever is not acknowledged is sent again, with the same id. */
  const client = async (desk: Desk) => {
    while (!enough) {
      const id = crypto.randomUUID()
      sent.add(id)
      const body = { id, kind: 'complaint', channel: 'counter', said: 'Yük altında: rögar taşıyor', topicId, where: { words: 'Fırının önü' }, reporter: { name: 'Deneme Kişisi' } }
      while (!acknowledged.has(id)) {
        const answer = await desk.send<{ number: string }>('POST', '/cases', body).catch(() => undefined)
        if (answer?.status === 200) acknowledged.set(id, answer.body.number)
        else failures++
      }
    }
  }
  const clients = await Promise.all(Array.from({ length: 6 }, () => deskOf(house, house.account('operator'))))
  const working = Promise.all(clients.map(client))
  await soon(() => acknowledged.size).toBeGreaterThan(40)
  const pid = kill(house, 'postgres')
  const meanwhile = await phone.call('153', { from: '+905550000102' })
  await soon(() => failures).toBeGreaterThan(0)
  await isBack(house, 'postgres', pid)
  const then = acknowledged.size
  await soon(() => acknowledged.size).toBeGreaterThan(then + 40)
  enough = true
  await working

  expect(acknowledged.size).toBe(sent.size)
  expect(new Set(acknowledged.values()).size).toBe(sent.size)
  for (const [id, number] of acknowledged) expect(await chief.ask(`/cases/${id}`)).toMatchObject({ id, number })
  await bothHear(talk, first)
  await soon(async () => (await ledger.of('+905550000102'))?.queuedAt).toBeTruthy()
  meanwhile.hangUp()
  talk.hangUp()
  await wrapsUp(first)
  await soon(() => ledger.told()).toEqual([`+905550000101, answered, caller, ${first.account.name}`, '+905550000102, abandoned_queue, caller'])
})

test('a disk that fills: the watchdog alarms every screen, calls go on unrecorded, and afterwards are recorded again', async () => {
  const ledger = await ledgerFrom(chief)
  await ready(first)
  // What the watchdog and the dialplan ask for the space that is left; a mounted disk that really fills is tried beside the switch.
  const asks = join(stateOf(house.data), 'tel/etc/space-left.sh')
  const asked = readFileSync(asks, 'utf8')
  const alarms = () => chief.ask<{ code: string }[]>('/alarms')
  expect(await alarms()).toEqual([])
  writeFileSync(asks, 'echo 0\n')
  await soon(alarms).toMatchObject([{ code: 'recordings.no_space' }])
  const sign = first.page.getByRole('banner').getByRole('button', { name: '1 uyarı' })
  await sign.click({ timeout: 30_000 })
  await first.page.getByRole('dialog').getByText(tr.calls.alarm.recordingStopped, { exact: true }).waitFor()
  await first.page.keyboard.press('Escape')

  const call = await phone.call('153', { from: '+905550000111' })
  await answers(first)
  await bothHear(call, first)
  call.hangUp()
  await wrapsUp(first)
  writeFileSync(asks, asked)
  await soon(alarms).toEqual([])
  const again = await phone.call('153', { from: '+905550000112' })
  await answers(first)
  again.hangUp()
  await wrapsUp(first)
  await soon(() => ledger.told()).toEqual(['111', '112'].map((n) => `+905550000${n}, answered, caller, ${first.account.name}`))
  expect([await ledger.of('+905550000111'), await ledger.of('+905550000112')].map((c) => c?.recorded)).toEqual([false, true])
})

test('kill -9 of the server in mid-call: talk goes on, a new call is answered without it, and afterwards every call is one true row', async () => {
  const ledger = await ledgerFrom(chief)
  await ready(first)
  await ready(second)
  const talk = await phone.call('153', { from: '+905550000121' })
  const [talks, waits] = await whoRings(first, second) as [Operator, Operator]
  await answers(talks)
  await bothHear(talk, talks)
  await writes(talks, 'Çöp üç gündür')
  await soon(async () => draftsOf(chief, (await ledger.of('+905550000121'))?.id)).toEqual(['Çöp üç gündür'])

  await house.abandon() // or it would be back before anyone could call
  kill(house, 'server')
  await bothHear(talk, talks)
  await writes(talks, ' alınmadı')
  await saysSaved(talks, new RegExp(tr.intake.saved.here))
  const meanwhile = await phone.call('153', { from: '+905550000122' })
  await answers(waits)
  await bothHear(meanwhile, waits)
  // Nobody is free now: the next one waits, and gives up.
  const waiting = () => readFileSync(join(stateOf(house.data), 'tel/log/cel-custom/Master.csv'), 'utf8').split('cc-queued').length
  const before = waiting()
  const patient = await phone.call('153', { from: '+905550000123' })
  await soon(waiting).toBeGreaterThan(before)
  patient.hangUp()
  meanwhile.hangUp()
  expect(pidOf(house, 'server')).toBeUndefined()

  const others = () => (['postgres', 'asterisk'] as const).map((child) => pidOf(house, child))
  const lived = others()
  house = await startHouse({ data: house.data })
  houses.push(house)
  expect(others()).toEqual(lived)
  await bothHear(talk, talks)
  await soon(() => written(talks)).toBe('Çöp üç gündür alınmadı')
  await saysSaved(talks, /^Kayıtlı/)
  await soon(async () => draftsOf(chief, (await ledger.of('+905550000121'))?.id)).toEqual(['Çöp üç gündür alınmadı'])
  await wrapsUp(waits)
  talk.hangUp()
  await wrapsUp(talks)
  await soon(() => ledger.told()).toEqual([
    `+905550000121, answered, caller, ${talks.account.name}`, `+905550000122, answered, caller, ${waits.account.name}`, '+905550000123, abandoned_queue, caller',
  ])
})

test('kill -9 of Asterisk in mid-call: it is back by itself, what was said is kept, those cut off are owed a call, and the next one is answered', async () => {
  const ledger = await ledgerFrom(chief)
  await ready(first)
  await ready(second)
  const talk = await phone.call('153', { from: '+905550000131' })
  const [talks, other] = await whoRings(first, second) as [Operator, Operator]
  await answers(talks)
  await bothHear(talk, talks)
  const busy = await phone.call('153', { from: '+905550000132' })
  await answers(other)
  await bothHear(busy, other)
  await phone.call('153', { from: '+905550000133' })
  await soon(async () => (await ledger.of('+905550000133'))?.queuedAt).toBeTruthy()

  const pid = kill(house, 'asterisk')
  const died = Date.now()
  await isBack(house, 'asterisk', pid)
  await soon(() => ledger.told()).toEqual([
    `+905550000131, answered, system, ${talks.account.name}`, `+905550000132, answered, system, ${other.account.name}`, '+905550000133, lost, system',
  ])
  expect((await chief.ask<{ phone: string; reason: string }[]>('/call-tasks')).filter((t) => t.phone === '+905550000133')).toMatchObject([{ reason: 'abandoned' }])

  // The recording: all of the talk, up to its last seconds, with her voice at the end of it.
  const row = (await ledger.of('+905550000131'))!
  const wav = await chief.bytes(`/calls/${row.id}/recording?why=deneme`)
  const citizen = new Int16Array(wav.buffer.slice(wav.byteOffset + 44, wav.byteOffset + wav.length)).filter((_, i) => i % 2 === 0)
  expect(strength(citizen.slice(-8000), 500)).toBeGreaterThan(1000)
  const spoken = (died - Date.parse(row.answeredAt!)) / 1000
  expect(citizen.length / 8000).toBeGreaterThan(spoken - 3)

  await wrapsUp(talks)
  await wrapsUp(other)
  const next = await phone.call('153', { from: '+905550000134' })
  const [answering] = await whoRings(first, second)
  await answers(answering)
  await bothHear(next, answering)
  next.hangUp()
  await wrapsUp(answering)
  await soon(async () => (await ledger.told()).at(-1)).toBe(`+905550000134, answered, caller, ${answering.account.name}`)
})
