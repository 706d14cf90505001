import { execFile } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { messages as templates } from '../../demo/index.ts'
import { administrator, operator, testDesk, type TestDesk } from '../../testing.ts'
import { aReport, aTown, opened, seeding, type Town } from '../cases/testing.ts'
import { followCase, openCase } from '../cases/index.ts'
import { makeContact, type Sender } from './index.ts'
import { messages, seedTemplates } from './contact.ts'
import { tellOf } from './telling.ts'
import { callTasks } from './tasks.ts'

let desk: TestDesk
let town: Town
const contact = makeContact(undefined)
const spool = { sms: false, mail: false }
beforeAll(async () => {
  desk = await testDesk()
  town = await aTown(desk)
  await desk.as(seeding, (tx) => seedTemplates(tx, templates))
})
afterAll(() => desk[Symbol.asyncDispose]())
const told = async (caseId: string) => (await desk.do((tx) => messages(tx, { caseId: caseId as never }))).rows
const tasksOf = async (caseId: string) => (await desk.do((tx) => callTasks(tx, { status: 'open' }))).filter((task) => task.caseId === caseId)

describe('whoever told us', () => {
  test('by a mobile reads the number and by when, in the spool when no gateway is connected; the timeline says so', async () => {
    const { id, number } = await opened(desk, town)
    await desk.settle(contact)
    expect(await told(id)).toMatchObject([{ channel: 'sms', to: '+905320000001', status: 'spooled', caseNumber: number, language: 'tr',
      text: `Tatvan Belediyesi: Başvurunuzu aldık. Numaranız: ${number}. İlk yanıt en geç: 23 Kasım 2026 Pazartesi 17:00. Bilgi: 153` }])
    expect(await desk.look(`select facts, audience from cases.entry where case_id = $1 and what = 'told'`, [id])).toEqual([{ facts: { how: 'sms', what: 'registered' }, audience: 'citizen' }])
    expect(await desk.look(`select actor, detail->>'how' as how from audit.entry where op = 'contact.told' and detail->>'caseId' = $1`, [id])).toEqual([{ actor: 'system:contact.tell', how: 'sms' }])
  })

  test('reads it in her own language', async () => {
    const { id, number } = await opened(desk, town, { reporter: { name: 'Emma', phone: '+905320000311', mayMessage: true, language: 'en' } })
    await desk.settle(contact)
    expect((await told(id))[0]?.text).toBe(`Tatvan Municipality: Report received. Number: ${number}. First reply by: Monday 23 November 2026 17:00. Questions: 153`)
  })

  test('is promised no date where there is none', async () => {
    const { id, number } = await opened(desk, town, { kind: 'thanks', answers: {} })
    await desk.settle(contact)
    expect((await told(id))[0]?.text).toBe(`Tatvan Belediyesi: Başvurunuzu aldık. Numaranız: ${number}. Bilgi: 153`)
  })

  test('of what is another body’s reads whose it is and its telephone, when it has one', async () => {
    const power = await opened(desk, town, { topicId: town.topic('power'), answers: {} })
    const village = await opened(desk, town, { where: { placeId: town.place('adabag') } })
    await desk.settle(contact)
    expect((await told(power.id))[0]?.text).toContain('Kurum: electric. Telefon: 186.')
    expect((await told(village.id))[0]?.text).toMatch(/Kurum: province\. Numaranız: 2026-\d{6}$/)
  })

  test.each([
    ['from a landline', { name: 'Ali', phone: '+904348270000', mayMessage: true }],
    ['without leave to be written to', { name: 'Veli', phone: '+905320000002', mayMessage: false }],
  ])('%s is read the number, which stands among the messages', async (_, reporter) => {
    const { id, number } = await opened(desk, town, { reporter })
    await desk.settle(contact)
    expect(await told(id)).toMatchObject([{ channel: 'voice', status: 'read_out', text: expect.stringContaining(number) }])
    expect(await tasksOf(id)).toEqual([])
  })

  test('by letter is called, since nobody could be read anything', async () => {
    const { id, number } = await opened(desk, town, { channel: 'letter', reporter: { name: 'Ali', phone: '+904348270000' } })
    await desk.settle(contact)
    expect(await told(id)).toMatchObject([{ channel: 'voice', status: 'to_call' }])
    expect(await tasksOf(id)).toMatchObject([{ reason: 'tell', phone: '+904348270000', name: 'Ali', caseNumber: number, times: 1, words: [expect.stringContaining(number)] }])
  })

  test.each([['without a name', { anonymous: true }], ['without a number', { name: 'Ali' }]])('%s is told nothing by us', async (_, reporter) => {
    const { id } = await opened(desk, town, { reporter, channel: 'letter' })
    await desk.settle(contact)
    expect([await told(id), await tasksOf(id)]).toEqual([[], []])
  })
})

test('who joins a case is written to once, and the first is not written to again', async () => {
  const { id, number } = await opened(desk, town)
  await desk.settle(contact)
  const reporter = { name: 'Dilan', phone: '+905320000066', anonymous: false, mayMessage: true, language: 'tr' } as const
  for (let i = 0; i < 2; i++) await desk.do((tx) => followCase(tx, { caseId: id, reporter }, operator))
  await desk.settle(contact)
  const rows = await told(id)
  expect(rows.map((m) => m.to).toSorted()).toEqual(['+905320000001', '+905320000066'])
  expect(rows.find((m) => m.to === '+905320000066')?.text).toBe(`Tatvan Belediyesi: Bu sorun daha önce bildirildi. Gelişmeleri size de yazacağız. Numara: ${number}. Bilgi: 153`)
})

describe('one fact is one message', () => {
  test('however often it is heard', async () => {
    const { id } = await opened(desk, town)
    await desk.settle(contact)
    for (let i = 0; i < 3; i++) await desk.as(seeding, (tx) => tellOf(tx, id, spool))
    expect(await told(id)).toHaveLength(1)
    expect(await desk.look(`select 1 from cases.entry where case_id = $1 and what = 'told'`, [id])).toHaveLength(1)
  })
  test('though two hear it at the same moment', async () => {
    const { id } = await opened(desk, town)
    let twin: Promise<void> | undefined
    await desk.as(seeding, async (tx) => {
      await tellOf(tx, id, spool)
      twin = desk.as(seeding, (other) => tellOf(other, id, spool))
      await desk.someoneWaits()
    })
    await twin
    expect(await told(id)).toHaveLength(1)
  })
})

test('a server that dies between the commit and the relay loses no word: the next one says it', async () => {
  const report = aReport(town)
  const url = (path: string) => new URL(path, import.meta.url).href
  const code = `
    import { openDb } from '${url('../../platform/db.ts')}'
    import { openCase } from '${url('../cases/index.ts')}'
    import { system } from '${url('../../platform/actor.ts')}'
    const db = openDb(process.env.URL, { now: () => new Date('2026-11-23T06:00:00Z') })
    const by = system('desk')
    await db.transaction(by, (tx) => openCase(tx, JSON.parse(process.env.REPORT), by))
    process.kill(process.pid, 'SIGKILL')`
  const died = await new Promise<NodeJS.Signals | undefined>((end) => execFile(process.execPath, ['--input-type=module', '-e', code],
    { env: { ...process.env, URL: desk.database.appUrl, REPORT: JSON.stringify(report) } }, (error) => end(error?.signal ?? undefined)))
  expect(died).toBe('SIGKILL')
  expect(await told(report.id)).toEqual([])
  await desk.settle(contact)
  expect(await told(report.id)).toMatchObject([{ status: 'spooled' }])
})

test('with a gateway a message waits for it, and is counted as waiting', async () => {
  const sender: Sender = { send: async () => ({ sent: true, reference: null }) }
  const { id } = await desk.do((tx) => openCase(tx, aReport(town), operator))
  await desk.settle(makeContact(sender))
  expect((await told(id))[0]).toMatchObject({ status: 'queued', sentAt: null })
  expect((await desk.do((tx) => messages(tx, {}))).waiting).toBe(1)
})

test('a message is found by its case, and by a telephone as people write it', async () => {
  const { id, number } = await opened(desk, town, { reporter: { name: 'Zelal', phone: '+905320000888', mayMessage: true } })
  await desk.settle(contact)
  const found = async (q: object) => (await desk.do((tx) => messages(tx, q))).rows.map((m) => m.caseId)
  expect([await found({ q: number }), await found({ q: '0532 000 08 88' }), await found({ q: number, channel: 'mail' }), await found({ q: 'x@example.org' })]).toEqual([[id], [id], [], []])
})

test('the messages run on page by page, newest first, and only the desk reads them', async () => {
  await using many = await testDesk()
  const here = await aTown(many)
  await many.as(seeding, (tx) => seedTemplates(tx, templates))
  for (let i = 0; i < 55; i++) await opened(many, here)
  await many.settle(contact)
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await many.do((tx) => messages(tx, { after }))
    seen.push(...page.rows.map((m) => m.caseNumber!))
    after = page.next ?? undefined
  } while (after)
  expect(seen).toHaveLength(55)
  expect(new Set(seen).size).toBe(55)
  for (const by of [here.officer('roads'), administrator])
    expect(await many.as(by, (tx) => messages(tx, {}))).toEqual({ rows: [], next: null, waiting: 0 })
  expect(await many.as(here.officer('roads'), (tx) => callTasks(tx, { status: 'open' }))).toEqual([])
})
