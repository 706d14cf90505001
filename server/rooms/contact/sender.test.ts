import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { gatewayFrom, smsGateway } from '../../adapters/sms/gateway.ts'
import { system } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { publish } from '../../platform/events.ts'
import { testDesk, type TestDesk } from '../../testing.ts'
import { aTown } from '../cases/testing.ts'
import { type Sender, type Sent, sendDue, type Sms, startSending } from './sender.ts'
import * as out from './messages.store.ts'
import { insertMessage } from './store.ts'

let desk: TestDesk
beforeEach(async () => { desk = await testDesk(); await aTown(desk) })
afterEach(() => desk[Symbol.asyncDispose]())
const queue = (text = 'merhaba') => desk.as(system('test'), async (tx) => {
  const id = newId<never>()
  await insertMessage(tx, { id, fact: `test:${id}`, channel: 'sms', to: '+905320000001', text, language: 'tr', status: 'queued', caseId: null, caseNumber: null })
  await publish(tx, 'message.queued', { messageId: id })
  return id as string
})
const row = async (id: string) => (await desk.look<Record<string, unknown>>('select status, tries, error, reference from contact.message where id = $1', [id]))[0]
/** Answers by these in turn, then always takes; remembers what it was given. */
function gateway(...answers: Sent[]): Sender & { got: Sms[] } {
  const got: Sms[] = []
  return { got, send: async (sms) => { got.push(sms); return answers.shift() ?? { sent: true, reference: `ref-${got.length}` } } }
}
const away: Sent = { sent: false, again: 'later', error: 'HTTP 503' }
const minute = (n: number) => `2026-11-23T09:${String(n).padStart(2, '0')}:00+03:00`

test('what is queued goes out once, with the gateway’s own number for it', async () => {
  const id = await queue()
  const sender = gateway()
  expect(await sendDue(desk.db, { sms: sender })).toBe(1)
  expect(await sendDue(desk.db, { sms: sender })).toBe(0)
  expect(sender.got).toEqual([{ id, to: '+905320000001', text: 'merhaba' }])
  expect(await row(id)).toEqual({ status: 'sent', tries: 1, error: null, reference: 'ref-1' })
})

test('more than a batch goes out in one go', async () => {
  for (let i = 0; i < 23; i++) await queue(String(i))
  expect(await sendDue(desk.db, { sms: gateway() })).toBe(23)
})

test('a gateway that is away is tried again later and later, and at last the message has failed for all to see', async () => {
  const id = await queue()
  const sender = gateway(...Array<Sent>(20).fill(away))
  await sendDue(desk.db, { sms: sender })
  await sendDue(desk.db, { sms: sender })
  expect([sender.got.length, await row(id)]).toEqual([1, { status: 'queued', tries: 1, error: 'HTTP 503', reference: null }])
  desk.clock.set(minute(1))
  await sendDue(desk.db, { sms: sender })
  desk.clock.set(minute(2))
  await sendDue(desk.db, { sms: sender })
  expect(sender.got).toHaveLength(2)
  // A whole day away, and nothing is lost.
  desk.clock.set('2026-11-24T09:00:00+03:00')
  await sendDue(desk.db, { sms: sender })
  expect(await row(id)).toMatchObject({ status: 'queued', tries: 3, error: 'HTTP 503' })
  desk.clock.set('2026-11-27T08:50:00+03:00')
  await sendDue(desk.db, { sms: sender })
  expect(await row(id)).toMatchObject({ status: 'failed', tries: 4, error: 'HTTP 503' })
})

test('what a gateway will never take is not tried again', async () => {
  const id = await queue()
  const sender = gateway({ sent: false, again: 'never', error: 'HTTP 422' })
  await sendDue(desk.db, { sms: sender })
  desk.clock.set('2026-11-25T09:00:00+03:00')
  await sendDue(desk.db, { sms: sender })
  expect([sender.got.length, await row(id)]).toEqual([1, expect.objectContaining({ status: 'failed', error: 'HTTP 422' })])
})

test('two senders at once send it once', async () => {
  await queue()
  const inside = Promise.withResolvers<void>()
  const go = Promise.withResolvers<void>()
  const first = sendDue(desk.db, { sms: { send: async () => { inside.resolve(); await go.promise; return { sent: true, reference: null } } } })
  await inside.promise
  const second = gateway()
  expect(await sendDue(desk.db, { sms: second })).toBe(0)
  go.resolve()
  expect(await first).toBe(1)
})

test('what one sender is just taking, another passes by without waiting', async () => {
  await queue()
  await desk.as(system('test'), async (tx) => {
    expect(await out.due(tx, { channels: ['sms'], quiet: false, limit: 10 })).toHaveLength(1)
    expect(await sendDue(desk.db, { sms: gateway() })).toBe(0)
  })
})

test('what a sender took with it when it died is sent by the next one', async () => {
  await queue()
  const inside = Promise.withResolvers<void>()
  void sendDue(desk.db, { sms: { send: () => { inside.resolve(); return new Promise<Sent>(() => {}) } } })
  await inside.promise
  desk.clock.set(minute(6))
  expect(await sendDue(desk.db, { sms: gateway() })).toBe(1)
})

test('no transaction is open while the gateway is spoken to', async () => {
  await queue()
  let open: unknown[] | undefined
  await sendDue(desk.db, { sms: { send: async () => {
    open = await desk.look(`select 1 from pg_stat_activity where datname = current_database() and usename = 'akmasa_app' and state <> 'idle'`)
    return { sent: true, reference: null }
  } } })
  expect(open).toEqual([])
})

test('a running sender sends as soon as something is queued, without being due to look, and stops when told', async () => {
  const got: string[] = []
  let heard = () => {}
  const never = 2 ** 31 - 1
  const sending = startSending(desk.db, { sms: { send: async (sms) => { got.push(sms.text); heard(); return { sent: true, reference: null } } } }, () => {}, never)
  for (const text of ['bir', 'iki', 'üç']) {
    const went = new Promise<void>((go) => { heard = go })
    await queue(text)
    await went
  }
  expect(got).toEqual(['bir', 'iki', 'üç'])
  await sending.stop()
})

describe('the HTTP gateway', () => {
  async function answering(handle: (request: IncomingMessage, body: string, response: ServerResponse) => void, port = 0) {
    const server = createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      handle(request, body, response)
    }).listen(port, '127.0.0.1')
    await once(server, 'listening')
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`, [Symbol.asyncDispose]: async () => { server.closeAllConnections(); server.close(); await once(server, 'close') } }
  }
  const sms: Sms = { id: newId<never>(), to: '+905320000001', text: 'Işık açıldı' }

  test('gets the words in its own names for them, with the key that lets it refuse a second time', async () => {
    let heard: unknown
    await using server = await answering((request, body, response) => {
      heard = { body: JSON.parse(body), key: request.headers['idempotency-key'], authorization: request.headers.authorization }
      response.end('{"messageId": 42}')
    })
    const settings = gatewayFrom({ SMS_GATEWAY_URL: server.url, SMS_GATEWAY_AUTHORIZATION: 'Bearer x', SMS_GATEWAY_FROM: 'TATVAN BLD', SMS_GATEWAY_FIELDS: 'to=gsm, text=message' })
    expect(await smsGateway(settings!).send(sms)).toEqual({ sent: true, reference: '42' })
    expect(heard).toEqual({ body: { id: sms.id, gsm: sms.to, message: sms.text, from: 'TATVAN BLD' }, key: sms.id, authorization: 'Bearer x' })
  })
  test.each([[503, 'later'], [429, 'later'], [408, 'later'], [400, 'never'], [422, 'never'], [401, 'later'], [404, 'later'], [302, 'later']] as const)('that answers %d is asked again %s', async (status, again) => {
    await using server = await answering((_request, _body, response) => { response.writeHead(status, { location: '/elsewhere' }).end() })
    expect(await smsGateway({ url: server.url }).send(sms)).toMatchObject({ sent: false, again })
  })
  test.each([['a page of a proxy', '<!doctype html><html>Sign in to the network</html>', undefined], ['a word of its own for no', 'HATA 30', 'OK (\\d+)'], ['nothing', '', 'OK (\\d+)']])('that answers 200 and means nothing, %s, is asked again later', async (_, body, taken) => {
    await using server = await answering((_request, _body, response) => { response.end(body) })
    expect(await smsGateway(gatewayFrom({ SMS_GATEWAY_URL: server.url, SMS_GATEWAY_TAKEN: taken })!).send(sms)).toMatchObject({ sent: false, again: 'later', error: 'unexpected_answer' })
  })
  test('that says yes in words of its own gives its number for it', async () => {
    await using server = await answering((_request, _body, response) => { response.end('OK 7788') })
    expect(await smsGateway(gatewayFrom({ SMS_GATEWAY_URL: server.url, SMS_GATEWAY_TAKEN: '^OK (\\d+)' })!).send(sms)).toEqual({ sent: true, reference: '7788' })
  })
  test('that says no for good in words of its own is not asked again', async () => {
    await using server = await answering((_request, _body, response) => { response.end('HATA 40 wrong number') })
    expect(await smsGateway(gatewayFrom({ SMS_GATEWAY_URL: server.url, SMS_GATEWAY_TAKEN: '^OK', SMS_GATEWAY_REFUSED: '^HATA 40' })!).send(sms)).toMatchObject({ sent: false, again: 'never' })
  })
  test('that is not there is asked again later', async () => {
    expect(await smsGateway({ url: 'http://127.0.0.1:9/send' }).send(sms)).toMatchObject({ sent: false, again: 'later' })
  })
  test('that is down a day gets every message when it is back, each once, though it had answered nonsense before', async () => {
    const got: string[] = []
    let nonsense = true
    const handle = (_request: IncomingMessage, body: string, response: ServerResponse) => {
      if (nonsense) return void response.end('<html>maintenance</html>')
      got.push((JSON.parse(body) as { id: string }).id)
      response.end('{}')
    }
    const first = await answering(handle)
    const port = new URL(first.url).port, sms = smsGateway({ url: first.url })
    const ids = await Promise.all(['bir', 'iki', 'üç'].map((text) => queue(text)))
    await sendDue(desk.db, { sms })
    await first[Symbol.asyncDispose]()
    for (const time of ['23T12:00', '23T20:00', '24T08:30']) { desk.clock.set(`2026-11-${time}:00+03:00`); await sendDue(desk.db, { sms }) }
    expect((await Promise.all(ids.map(row))).map((one) => one?.status)).toEqual(['queued', 'queued', 'queued'])
    nonsense = false
    await using _back = await answering(handle, Number(port))
    desk.clock.set('2026-11-24T09:30:00+03:00')
    for (let i = 0; i < 2; i++) await sendDue(desk.db, { sms })
    expect(got.toSorted()).toEqual(ids.toSorted())
    expect((await Promise.all(ids.map(row))).map((one) => one?.status)).toEqual(['sent', 'sent', 'sent'])
  })
  test('is none when none is named', () => { expect(gatewayFrom({})).toBeUndefined() })
})
