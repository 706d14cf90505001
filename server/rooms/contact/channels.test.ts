import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { messages as templates } from '../../demo/index.ts'
import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { administrator, operator, someone, supervisor, testDesk, type TestDesk } from '../../testing.ts'
import { followCase, makeMove } from '../cases/index.ts'
import { opened, seeding, type Town, aTown } from '../cases/testing.ts'
import { messages, resendMessage, seedTemplates } from './contact.ts'
import { makeContact, type Post, type Sender, type Sent, type Sms } from './index.ts'
import { ledger, lastTrueWord } from './ledger.ts'
import { sendDue } from './sender.ts'
import { callTasks, finishCallTask } from './tasks.ts'
import { type Tell, tellCitizens } from './telling.ts'
import { writeToCitizen } from './writing.ts'

let desk: TestDesk
let town: Town
const got: Sms[] = []
let answers: Sent[] = []
const sms: Sender = { send: async (one) => { got.push(one); return answers.shift() ?? { sent: true, reference: `r${got.length}` } } }
const letters: { to: string; subject: string; text: string; replyTo?: string | undefined; messageId?: string | undefined }[] = []
const mail: Post = { answers: 'cevap@masa.example', mailer: { send: async (letter) => { letters.push(letter); return { sent: true } } } }
const contact = makeContact(sms, mail)
const say = (key: string) => ({ key, channel: 'sms' as const, subject: null, tr: 'Tatvan Belediyesi: {soz}', en: 'Tatvan Municipality: {soz}' })
beforeEach(async () => {
  got.length = letters.length = 0
  answers = []
  desk = await testDesk('2026-11-23T10:00:00+03:00')
  town = await aTown(desk)
  await desk.as(seeding, (tx) => seedTemplates(tx, [...templates, say('news')]))
})
afterEach(() => desk[Symbol.asyncDispose]())
const at = (time: string) => desk.clock.set(`2026-11-${time}:00+03:00`)
const go = async () => { await desk.settle(contact); return sendDue(desk.db, { sms, mail }) }
const tell = (caseId: string, fact: string, soz: string, more: Partial<Tell> = {}, by = operator) =>
  desk.as(by, (tx) => tellCitizens(tx, { caseId: caseId as never, fact, template: 'news', fields: { soz }, ...more }))
/** A case whose first message is out already. */
const aCase = async (reporter: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => {
  const made = await opened(desk, town, { ...more, ...(Object.keys(reporter).length && { reporter: { name: 'Ayşe Yıldız', phone: '+905320000001', mayMessage: true, ...reporter } }) })
  await go()
  got.length = letters.length = 0
  return made
}
const rows = async (caseId: string) => (await desk.do((tx) => messages(tx, { caseId: caseId as never }))).rows
const tasks = () => desk.do((tx) => callTasks(tx, { status: 'open' }))

describe('each by her own way', () => {
  test('an SMS, an e-mail with a subject and an address to answer to, or a call with the words to be said', async () => {
    const { id, number } = await aCase()
    const join = (name: string, more: object) => desk.do((tx) => followCase(tx, { caseId: id, reporter: { name, anonymous: false, mayMessage: true, language: 'tr', ...more } }, operator))
    await join('Berfin', { email: 'berfin@example.org', way: 'mail' })
    await join('Cemal', { phone: '+905320000003', way: 'call' })
    await join('Emma', { phone: '+905320000004', language: 'en' })
    await go()
    got.length = letters.length = 0
    await tell(id, 'move:1', 'Ekip yolda.')
    at('23T10:06')
    await go()
    expect(got.map(({ to, text }) => [to, text]).toSorted()).toEqual([['+905320000001', 'Tatvan Belediyesi: Ekip yolda.'], ['+905320000004', 'Tatvan Municipality: Ekip yolda.']])
    expect(letters).toMatchObject([{ to: 'berfin@example.org', subject: `${number}: pothole`, text: expect.stringMatching(/^Tatvan Belediyesi: Ekip yolda\.\n\nBu iletiye yanıt/), replyTo: expect.stringMatching(/^cevap\+[0-9a-f]{32}@masa\.example$/), messageId: expect.stringMatching(/^<[0-9a-f-]{36}@masa\.example>$/) }])
    expect((await tasks()).filter((task) => task.reason === 'tell')).toMatchObject([{ phone: '+905320000003', name: 'Cemal', words: ['Tatvan Belediyesi: Ekip yolda.'] }])
  })

  test('news to many who joined is one line of the ledger and of the timeline, while it stands alike with all of them', async () => {
    const { id } = await aCase()
    for (let i = 0; i < 4; i++) await desk.do((tx) => followCase(tx, { caseId: id, reporter: { name: `Komşu ${i}`, phone: `+90532000050${i}`, anonymous: false, mayMessage: true, language: 'tr' } }, operator))
    await go()
    const entries = async () => (await desk.look(`select 1 from cases.entry where case_id = $1 and what = 'told'`, [id])).length
    const before = await entries()
    await tell(id, 'm', 'Su kesilecek.', { urgent: true })
    await desk.settle(contact)
    expect(await entries()).toBe(before + 1)
    const lines = async () => (await desk.do((tx) => ledger(tx, { caseId: id }, operator))).words.filter((word) => word.what === 'news').map((word) => [word.status, word.people])
    expect(await lines()).toEqual([['queued', 5]])
    answers = [{ sent: false, again: 'never', error: 'HTTP 422' }]
    await sendDue(desk.db, { sms, mail })
    expect((await lines()).toSorted()).toEqual([['failed', 1], ['sent', 4]])
  })

  test('her own link goes to her and to nobody who reads the case; who is called is read none', async () => {
    await desk.as(seeding, (tx) => seedTemplates(tx, [{ ...say('news'), tr: 'Tatvan Belediyesi: Gelelim mi? Yanıt için: {link}' }]))
    const { id } = await aCase(), other = await aCase({ name: 'Cemal', phone: '+905320000003', way: 'call' })
    const link = 'https://153.example/b/secret'
    await tell(id, 'm', '', { link, urgent: true })
    await tell(other.id, 'n', '', { link, urgent: true })
    await go()
    expect(got.map((one) => one.text)).toEqual([`Tatvan Belediyesi: Gelelim mi? Yanıt için: ${link}`])
    expect((await desk.do((tx) => ledger(tx, { caseId: id }, operator))).words[0]!.words).toBe('Tatvan Belediyesi: Gelelim mi? Yanıt için: …')
    expect((await tasks()).map((task) => task.words)).toEqual([['Tatvan Belediyesi: Gelelim mi?']])
  })

  test('without a name nobody is told, and only the one who told it when only she is meant', async () => {
    const hidden = await aCase({ anonymous: true })
    await tell(hidden.id, 'a', 'x')
    const { id } = await aCase()
    await desk.do((tx) => followCase(tx, { caseId: id, reporter: { name: 'Dilan', phone: '+905320000066', anonymous: false, mayMessage: true, language: 'tr' } }, operator))
    await go()
    got.length = 0
    await tell(id, 'b', 'y', { to: 'reporter', urgent: true })
    await go()
    expect(got.map((one) => one.to)).toEqual(['+905320000001'])
    expect(await rows(hidden.id)).toEqual([])
  })

  test('a directorate says something about a tip-off and never learns to whom', async () => {
    const { id } = await aCase({}, { kind: 'tip_off' })
    const officer = town.officer('roads')
    await desk.as(officer, (tx) => writeToCitizen(tx, { caseId: id, id: crypto.randomUUID(), words: 'Hangi binada?', to: 'reporter' }, officer))
    at('23T10:06')
    await go()
    expect(got.map((one) => one.text)).toEqual([expect.stringContaining('Hangi binada?')])
    const seen = await desk.as(officer, (tx) => ledger(tx, { caseId: id }, officer))
    expect(seen.words[0]).toMatchObject({ direction: 'out', channel: 'sms', words: expect.stringContaining('Hangi binada?'), status: 'sent' })
    expect(seen.reach).toBeNull()
    expect(JSON.stringify(seen)).not.toContain('5320000001')
    expect((await desk.as(officer, (tx) => messages(tx, {}))).rows).toEqual([])
    expect(await desk.as(officer, (tx) => desk.look('select 1').then(() => tx.by.scope))).toBe('directorate')
  })

  test('whoever does not see the case says nothing about it', async () => {
    const { id } = await aCase()
    await expect(tell(id, 'x', 'y', {}, town.officer('finance'))).rejects.toThrow()
    await expect(desk.as(town.officer('finance'), (tx) => writeToCitizen(tx, { caseId: id, id: crypto.randomUUID(), words: 'x', to: 'reporter' }, tx.by))).rejects.toMatchObject({ code: 'case.not_found' })
  })

  test('what is advertising goes to nobody who has not said yes to it', async () => {
    const { id } = await aCase()
    await desk.as(seeding, (tx) => seedTemplates(tx, [{ ...say('news'), commercial: true }]))
    await tell(id, 'fair', 'Fuara bekleriz', { urgent: true })
    await go()
    expect([got, await rows(id)]).toEqual([[], [expect.objectContaining({ status: 'sent' })]])
  })
})

describe('a move that she may know of', () => {
  const move = (caseId: string, name: Parameters<typeof makeMove>[1]['move'], more: object = {}) => desk.as(town.officer('roads'), (tx) => makeMove(tx, { caseId: caseId as never, move: name, directorateId: town.directorate('roads'), ...more }))
  test('is told in her words for it: who looks at it, what is asked of her, why it waits and until when; the house’s own reason is not', async () => {
    const { id, number } = await aCase()
    await move(id, 'take')
    await move(id, 'ask_info', { words: 'Çukur kaç metre?', facts: { waitsFor: 'citizen' }, set: { waits: { for: 'citizen', reason: 'x', until: null } } })
    await go()
    at('23T10:06')
    await go()
    expect(got.map((one) => one.text)).toEqual([`Tatvan Belediyesi: ${number} numaralı başvurunuzu incelemeye başladık. İlgilenen: roads. İlk yanıt en geç: 24 Kasım 2026 Salı 09:00.\n${number} numaralı başvurunuz için sizden bilgi bekliyoruz.\nSorumuz: Çukur kaç metre?\nYanıt için 153’ü arayın.`])
    await move(id, 'got_info')
    await move(id, 'hold', { reason: 'Ahmet izinde', facts: { waitsFor: 'supply', until: '2026-12-01T05:00:00Z' }, set: { waits: { for: 'supply', reason: 'Ahmet izinde', until: '2026-12-01T05:00:00Z' } } })
    await go()
    at('23T10:20')
    await go()
    expect(got[1]!.text).toBe(`Tatvan Belediyesi: ${number} numaralı başvurunuz bekliyor. Neden: Malzeme bekliyoruz. Devam günü: 1 Aralık 2026 Salı. Bilgi: 153`)
  })
  test('of several directorates is told once, when the first begins', async () => {
    const { id } = await aCase()
    await move(id, 'take')
    await desk.as(town.officer('water'), (tx) => makeMove(tx, { caseId: id, move: 'take', directorateId: town.directorate('water') }))
    await go()
    expect((await rows(id)).filter((m) => m.text.includes('incelemeye'))).toHaveLength(1)
  })
})

describe('what only the desk may know', () => {
  test.each(['telling', 'message', 'received', 'tag', 'stopped', 'call_task'])('contact.%s shows nothing to a directorate, to the deputy mayor, or to the administrator', async (table) => {
    const { id } = await aCase({}, { kind: 'tip_off' })
    await tell(id, 'm', 'x')
    await go()
    await desk.look(`insert into contact.tag values (md5(random()::text), '${id}', 'x', now())`)
    await desk.look(`insert into contact.stopped values (gen_random_uuid(), 'x', '+905320000001', now(), 'stop', 'x')`)
    await desk.look(`insert into contact.received (id, channel, external_id, at, address, words, kind) values (gen_random_uuid(), 'sms', 'e', now(), '+905320000001', 'x', 'answer')`)
    await desk.look(`insert into contact.call_task (id, reason, phone, at, recorded, status, times, emergency) values (gen_random_uuid(), 'answer', '+905320000001', now(), false, 'open', 1, false)`)
    const seen = async (by: Actor) => (await desk.as(by, (tx) => sql<{ n: number }>`select count(*) as n from ${sql.table(`contact.${table}`)}`.execute(tx))).rows[0]!.n
    expect(await seen(operator)).toBeGreaterThan(0)
    for (const by of [town.officer('roads'), someone(['deputy_mayor']), administrator]) expect(await seen(by)).toBe(0)
  })
  test('how a message stands is told to whoever sees its case, and to nobody else', async () => {
    const { id } = await aCase()
    const seen = async (by: Actor) => (await desk.as(by, (tx) => sql`select * from contact.states_of(${id})`.execute(tx))).rows.length
    expect([await seen(town.officer('roads')), await seen(town.officer('finance')), await seen(administrator)]).toEqual([1, 0, 0])
  })
})

describe('one fact is told once', () => {
  test('however often it is said, and the ledger has each word once', async () => {
    const { id } = await aCase()
    expect([await tell(id, 'move:7', 'bir', { urgent: true }), await tell(id, 'move:7', 'bir', { urgent: true })]).toEqual([true, false])
    await go()
    await desk.look(`update outbox.cursor set xid = '0', id = 0`)
    await go()
    expect(got).toHaveLength(1)
    expect((await desk.do((tx) => ledger(tx, { caseId: id }, operator))).words.map((word) => word.what)).toEqual(['news', 'registered'])
  })
})

describe('five messages are one', () => {
  test('to one person within the municipality’s minutes, each fact kept, tried again as the same one', async () => {
    const { id } = await aCase()
    answers = [{ sent: false, again: 'later', error: 'HTTP 503' }]
    for (const [i, soz] of ['Bir.', 'İki.', 'Üç.'].entries()) { at(`23T10:0${i + 1}`); await tell(id, `m${i}`, soz); await go() }
    expect(got).toEqual([])
    at('23T10:06')
    await go()
    at('23T10:10')
    await go()
    expect(got.map((one) => one.text)).toEqual(['Tatvan Belediyesi: Bir.\nİki.\nÜç.', 'Tatvan Belediyesi: Bir.\nİki.\nÜç.'])
    expect(got[0]!.id).toBe(got[1]!.id)
    const out = (await rows(id)).slice(0, 3)
    expect(out.map((m) => m.status)).toEqual(['sent', 'sent', 'sent'])
    expect(new Set(out.map((m) => m.bundle)).size).toBe(1)
    expect((await desk.do((tx) => ledger(tx, { caseId: id }, operator))).words).toHaveLength(4)
  })
  test('what is urgent waits for no other, and takes along what waits', async () => {
    const { id } = await aCase()
    await tell(id, 'm1', 'Bir.')
    await go()
    await tell(id, 'm2', 'Acil.', { urgent: true })
    await go()
    expect(got.map((one) => one.text)).toEqual(['Tatvan Belediyesi: Bir.\nAcil.'])
  })
  test('two people with one telephone never read each other’s', async () => {
    const one = await aCase({ name: 'Ayşe' }), other = await aCase({ name: 'Fatma' })
    await tell(one.id, 'm1', 'Ayşe için.')
    await tell(other.id, 'm2', 'Fatma için.')
    await desk.settle(contact)
    at('23T10:06')
    await go()
    expect(got).toHaveLength(2)
  })
})

describe('quiet hours', () => {
  test('at night no SMS goes but what is urgent; in the morning the rest, as one', async () => {
    const { id } = await aCase()
    at('23T22:00')
    await tell(id, 'm1', 'Bir.')
    await go()
    at('23T23:30')
    await tell(id, 'm2', 'İki.')
    await go()
    at('24T07:59')
    await go()
    expect(got).toEqual([])
    at('24T08:00')
    await go()
    expect(got.map((one) => one.text)).toEqual(['Tatvan Belediyesi: Bir.\nİki.'])
    at('25T02:00')
    await tell(id, 'm3', 'Su kesilecek.', { urgent: true })
    await go()
    expect(got).toHaveLength(2)
  })
  test('who calls at night reads her number at once; whoever wrote by letter, in the morning', async () => {
    at('24T02:00')
    await opened(desk, town)
    await opened(desk, town, { channel: 'letter', reporter: { name: 'Ali', phone: '+905320000009', mayMessage: true } })
    await go()
    expect(got.map((one) => one.to)).toEqual(['+905320000001'])
    at('24T08:00')
    await go()
    expect(got.map((one) => one.to)).toEqual(['+905320000001', '+905320000009'])
  })
})

describe('what does not arrive', () => {
  const never: Sent = { sent: false, again: 'never', error: 'HTTP 422' }
  test('was no word: somebody calls, and with the call it is one', async () => {
    const { id, number } = await aCase()
    const before = await desk.do((tx) => lastTrueWord(tx, id))
    answers = [never]
    at('23T11:00')
    await tell(id, 'm1', 'Bir.', { urgent: true })
    await go()
    expect(await desk.do((tx) => lastTrueWord(tx, id))).toBe(before)
    const [task] = await tasks()
    expect(task).toMatchObject({ reason: 'tell', phone: '+905320000001', caseNumber: number, words: ['Tatvan Belediyesi: Bir.'] })
    at('23T12:00')
    await desk.do((tx) => finishCallTask(tx, { taskId: task!.id, result: 'reached' }, operator))
    expect(await desk.do((tx) => lastTrueWord(tx, id))).toBe('2026-11-23T09:00:00.000Z')
    expect((await rows(id))[0]).toMatchObject({ status: 'read_out' })
  })
  test('can be sent again by a supervisor, and then nobody need call', async () => {
    const { id } = await aCase()
    answers = [never]
    await tell(id, 'm1', 'Bir.', { urgent: true })
    await go()
    const failed = (await rows(id))[0]!
    await desk.as(supervisor, (tx) => resendMessage(tx, { messageId: failed.id }, supervisor))
    expect(await tasks()).toEqual([])
    await go()
    expect((await rows(id))[0]).toMatchObject({ status: 'sent', error: null })
    await expect(desk.as(supervisor, (tx) => resendMessage(tx, { messageId: failed.id }, supervisor))).rejects.toMatchObject({ code: 'message.cannot' })
  })
  test('a number that is another person’s is written to no more; what she is owed waits for the desk to find hers', async () => {
    const { id } = await aCase({ way: 'call' })
    const [task] = await tasks()
    expect(task).toBeUndefined()
    await tell(id, 'm1', 'Bir.')
    await go()
    const [owed] = await tasks()
    await desk.do((tx) => finishCallTask(tx, { taskId: owed!.id, result: 'wrong_number' }, operator))
    await tell(id, 'm2', 'İki.')
    await go()
    expect(await tasks()).toMatchObject([{ reason: 'check_number', words: ['Tatvan Belediyesi: Bir.', 'Tatvan Belediyesi: İki.'] }])
    // Another case with the same number given anew is a new yes.
    at('23T10:30')
    const again = await aCase({ way: 'sms' })
    await tell(again.id, 'm3', 'Üç.', { urgent: true })
    await go()
    expect(got.map((one) => one.to)).toEqual(['+905320000001'])
  })
})
